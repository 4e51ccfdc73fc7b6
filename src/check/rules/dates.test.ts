import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { createFinder } from '../../test/family.ts';

const withTime = (time: string) => SOUND_TABLE.replace('2022年1月至12月', time);
const withRemark = (remark: string) => SOUND_TABLE.replace('教材和场地', remark);
const withName = (name: string) => SOUND_TABLE.replace('三级指标: 培训费', `三级指标: ${name}`);
const { find, hints } = createFinder('date');

describe('date/impossible', () => {
  test.each([
    '2023年13月',
    '2022年0月至12月',
    '2月30日',
    '6月31日前',
    '2023年2月29日',
    '二〇二三年二月三十日',
    '2022/13/31',
    '2022.2.30前',
    '20220230',
    '２０２２年１３月',
    '2022年1月至13月',
    '2022年1月1日至2月30日',
    '2022年第五季度',
    '13月底前',
  ])('%s', (time) => {
    expect(find(withTime(time))).toContain('14:13 date/impossible');
  });

  test.each([
    '2022年2月28日',
    '2024年2月29日是闰日',
    '2月29日',
    '2022年12月31日',
    '20221231',
    '第四季度',
    '版本2022.13',
    '13个月',
    '占地2022.30平方米',
  ])('%s is a date, or none at all', (remark) => {
    expect(find(withRemark(remark))).not.toContain('18:13 date/impossible');
  });

  test('in the goal, an explanation and the booklet, too', () => {
    expect(find(SOUND_TABLE.replace('提升履职能力', '于2月30日前完成'))).toEqual(['3:26 date/impossible']);
    expect(find(SOUND_TABLE.replace('高于上年', '高于上年13月1日'))).toEqual(['23:27 date/impossible']);
    expect(find(SOUND_TABLE, `${SOUND_BOOKLET}编制日期: 2022-02-29\n`)).toEqual(['4:7 date/impossible']);
    expect(find(SOUND_TABLE, `${SOUND_BOOKLET}编制日期: 2022-02-28\n`)).toEqual([]);
    expect(find(SOUND_TABLE, `${SOUND_BOOKLET}说明: 6月31日前报送\n`)).toEqual(['4:5 date/impossible']);
  });
});

describe('date/order', () => {
  test.each([
    '2022年12月至1月',
    '2022 年 12 月 — 1 月',
    '2022年6月20日至10日',
    '6月20日至6月10日',
    '2023年1月至2022年12月',
    '2022.12-2022.01',
    '2022-11-30至2022-03-01',
  ])('%s', (time) => {
    expect(find(withTime(time))).toEqual(['14:13 date/order']);
  });

  test.each([
    '2022年1月至12月',
    '2022年1月1日至1月31日',
    '每年11月至次年3月',
    '11月至3月',
    '1-12月',
    '2022.01-2022.12',
    '2022年3月至2022年3月',
  ])('%s is in order', (time) => {
    expect(find(withTime(time))).toEqual([]);
  });

  test('anywhere, the goal too; the hint turns it round', () => {
    expect(find(SOUND_TABLE.replace('提升履职能力', '2022年12月至3月'))).toEqual(['3:25 date/order']);
    expect(find(withRemark('于2022年12月至3月开展'))).toEqual(['18:14 date/order']);
    expect(hints(withTime('2022年12月至1月'))[0]).toContain('“2022年1月至12月”');
  });
});

describe('date/outside-year', () => {
  test.each([
    ['2021年1月至12月', ['14:13 date/outside-year']],
    ['2022年6月至2023年3月', ['14:13 date/outside-year']],
    ['2022年11月至次年3月', ['14:13 date/outside-year']],
    ['2023.1-2023.12', ['14:13 date/outside-year']],
    ['20230101-20231231', ['14:13 date/outside-year']],
    ['23.1-23.12', ['14:13 date/outside-year']],
    ['22.1-22.12', []],
    ['12.1-12.31', []],
    ['1/1/2023-12/31/2023', ['14:13 date/outside-year']],
    ['二〇二三年一月至十二月', ['14:13 date/outside-year']],
    ['2023年1—12月', ['14:13 date/outside-year']],
    ['实施期：2022年1月至2024年12月', []],
    ['十四五期间（2021—2025年）完成', []],
    ['2023年—2024年', ['14:13 date/outside-year']],
    ['实施期：2019年1月至2021年12月', ['14:17 date/outside-year']],
    ['2022年6月至2022年12月', []],
  ])('%s', (time, findings) => {
    expect(find(withTime(time))).toEqual(findings);
  });

  test('only in a 时效 row, and not without a year to compare with', () => {
    expect(find(withRemark('较2021年1月至12月增长'))).toEqual([]);
    const booklet = SOUND_BOOKLET.replace('2022', '二〇二二');
    expect(find(withTime('2021年1月至12月'), booklet)).toEqual(['3:5 date/year-shape']);
  });

  test.each([
    ['2021年1月至12月', '是不是“2022年1月至12月”？'],
    ['2021.1-2021.12', '是不是“2022.1-2022.12”？'],
    ['二〇二一年一月至十二月', '是不是“二〇二二年一月至十二月”？'],
    ['21年1月至12月', '是不是“22年1月至12月”？'],
    ['21.1-21.12前完成', '是不是“22.1-22.12”？'],
  ])('the hint gives the time %s in the year', (time, hint) => {
    expect(hints(withTime(time))).toEqual([hint]);
  });

  test.each([
    ['2022.07–2023.01', []],
    ['2021年', ['9:6 date/outside-year']],
    ['2022年', []],
    ['2020-2023', []],
    ['2020.01–2021.12', ['9:6 date/outside-year']],
    ['2023年1月至2024年1月', ['9:6 date/outside-year']],
  ])('a 起止 of %s', (period, findings) => {
    const form = '项目支出绩效目标申报表（市级）';
    const example = readFileSync(`templates/forms/例/${form}.yaml`, 'utf8').replaceAll('2023年', '2022年');
    const table = example.replace(/实施期: .*/, `实施期: ${period}`);
    expect(find(table, `${SOUND_BOOKLET}表式:\n  目标: ${form}\n`)).toEqual(findings);
  });

  test('a project of several years is asked to shorten nothing', () => {
    const ofYears = withTime('2021年1月至2023年12月');
    expect(hints(ofYears)[0]).toContain('实施期');
    expect(find(ofYears.replace('三级指标: 完成时限', '三级指标: 项目实施期'))).toEqual([]);
    expect(find(ofYears.replace('三级指标: 完成时限', '三级指标: 建设周期'))).toEqual([]);
    expect(hints(withTime('2019年6月至2021年3月'))[0]).not.toContain('年度以内');
  });
});

describe('date/other-year', () => {
  test.each([
    [
      'a contract in the name',
      withName('签订《2021年度党务宣传合作协议》专版费用'),
      ['16:18 date/other-year'],
    ],
    ['a name', withName('2021年培训费'), ['16:15 date/other-year']],
    ['a remark', withRemark('2021年度培训4次，2021年度会议2次'), ['18:13 date/other-year']],
    ['a deadline', withTime('2023年6月底前'), ['14:13 date/other-year']],
    ['last year’s deadline', withTime('2021年12月底前'), ['14:13 date/other-year']],
    [
      'two other years',
      withRemark('2020年度培训，2021年度会议'),
      ['18:13 date/other-year', '18:22 date/other-year'],
    ],
    ['with strokes', withRemark('2021/12/31完成'), ['18:13 date/other-year']],
    ['month first', withTime('12/31/2021'), ['14:13 date/other-year']],
    ['day first', withTime('31/12/2021'), ['14:13 date/other-year']],
    ['with dashes', withTime('2021-12-31'), ['14:13 date/other-year']],
    ['with points', withTime('2021.12.31前'), ['14:13 date/other-year']],
    ['in eight digits', withTime('20211231'), ['14:13 date/other-year']],
    ['in full-width digits', withRemark('２０２１年１２月'), ['18:13 date/other-year']],
    ['in Chinese', withRemark('二〇二一年培训'), ['18:13 date/other-year']],
    ['in Chinese with a circle', withTime('二○二一年十二月'), ['14:13 date/other-year']],
    ['in two digits', withTime('21年12月底前'), ['14:13 date/other-year']],
    ['in two digits with points', withTime('21.12.31前'), ['14:13 date/other-year']],
    ['half a year', withRemark('2021年下半年开展'), ['18:13 date/other-year']],
    ['a quarter', withTime('2021年第四季度'), ['14:13 date/other-year']],
    ['a deadline in a remark', withRemark('2021年6月30日之前完成'), ['18:13 date/other-year']],
    ['until, in a 时效 row', withTime('截至2021年12月31日'), ['14:15 date/other-year']],
    ['the goal', SOUND_TABLE.replace('全面完成', '2021年度开展，完成'), ['3:32 date/other-year']],
    ['an explanation', SOUND_TABLE.replace('平均分高于上年', '于2021年12月进行'), ['23:21 date/other-year']],
    ['beside a range that is reported', withTime('2021年1月至12月，2021年验收'), ['14:13 date/outside-year']],
  ])('%s', (_, table, findings) => {
    expect(find(table)).toEqual(findings);
  });

  test.each([
    '2022年度培训',
    '按照（黔南考发〔2021〕1号）要求',
    '按照2021年第3号公告',
    '按照《贵州省2021年培训计划》要求',
    '续签《2021年度合作协议》',
    '培训人次比2021年增长5%',
    '在2021年基础上提升',
    '自2018年以来',
    '对2021年度考核优秀的表彰',
    '2021年12月印发的办法',
    '十四五（2021—2025年）规划',
    '2019年至2023年',
    '到2025年全覆盖',
    '2021年完成 40 个，2022年完成 60 个',
    '建于1998年',
    '截至2021年12月31日共有党员300名',
    '成立于2018年的协会',
    '实施期为2021年1月至2024年12月',
    '项目编号20211231号',
    '投入2021.5万元',
    '贯彻2021年中央一号文件精神',
    '落实2021年全州组织工作会议精神',
    '22年的老旧小区',
  ])('%s', (remark) => {
    expect(find(withRemark(remark))).toEqual([]);
  });

  test('no hint makes a date that no calendar has', () => {
    expect(hints(withTime('2024年2月29日'))[0]).toMatch(/^核对年份/);
    expect(hints(withTime('2024-02-29'))[0]).toMatch(/^核对年份/);
    expect(hints(withTime('2024年1月1日至2月29日'))[0]).not.toContain('是不是');
  });

  test('a law in the name is no slip', () => {
    expect(find(withName('落实《2021—2025年党员教育规划》培训费'))).toEqual([]);
    expect(find(withName('编印《2021年度统计年鉴》'))).toEqual([]);
  });

  test('the booklet’s title and foreword', () => {
    const titled = SOUND_BOOKLET.replace('样例汇编', '2021年度绩效目标汇编');
    expect(find(SOUND_TABLE, titled)).toEqual(['1:5 date/other-year']);
    expect(find(SOUND_TABLE, `${SOUND_BOOKLET}说明: 依据《2021年度预算编制办法》\n`)).toEqual([]);
  });

  test('the goal may cite a policy', () => {
    expect(find(SOUND_TABLE.replace('提升履职能力', '落实黔南考发〔2021〕1号要求'))).toEqual([]);
    expect(find(SOUND_TABLE.replace('提升履职能力', '落实《2021—2025年规划》'))).toEqual([]);
  });

  test('the hint puts the year right, in its spelling', () => {
    expect(hints(withRemark('2021/12/31完成'))[0]).toContain('是不是“2022/12/31”');
    expect(hints(withRemark('二○二一年完成'))[0]).toContain('是不是“二○二二年”');
    expect(hints(withName('2021年培训费'))[0]).toContain('是不是“2022年”');
  });
});

test.each(['2021、12、31', '2021·12·31', '2021Q4', '2021年Q4', '2021财年', '2021学年', '2021会计年度'])(
  '%s is of another year',
  (time) => {
    expect(find(withTime(`${time}完成`))).toEqual(['14:13 date/other-year']);
  },
);

test.each(['2022Q4', '2021-2022学年', '2022、12、31', '2022届'])('%s is of this year', (time) => {
  expect(find(withTime(time))).toEqual([]);
});

test('2022、13、31 is no date', () => {
  expect(find(withTime('2022、13、31'))).toContain('14:13 date/impossible');
});
