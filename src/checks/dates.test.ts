import { describe, expect, test } from 'vitest';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { createFinder } from '../test/family.ts';

const withTime = (time: string) => SOUND_TABLE.replace('2022年1月至12月', time);
const withRemark = (remark: string) => SOUND_TABLE.replace('教材和场地', remark);
const withName = (name: string) => SOUND_TABLE.replace('三级指标: 培训费', `三级指标: ${name}`);
const { find, hints } = createFinder('date');

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
    ['2022年6月至2022年12月', []],
  ])('%s', (time, findings) => {
    expect(find(withTime(time))).toEqual(findings);
  });

  test('only in a 时效 row, and not without a year to compare with', () => {
    expect(find(withRemark('较2021年1月至12月增长'))).toEqual([]);
    const booklet = SOUND_BOOKLET.replace('2022', '二〇二二');
    expect(find(withTime('2021年1月至12月'), booklet)).toEqual(['3:5 date/year-shape']);
  });

  test('the hint gives the same months in the year', () => {
    expect(hints(withTime('2021年1月至12月'))).toEqual(['是不是“2022年1月至12月”？']);
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
    ['beside a range that is told', withTime('2021年1月至12月，2021年验收'), ['14:13 date/outside-year']],
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
  ])('%s', (remark) => {
    expect(find(withRemark(remark))).toEqual([]);
  });

  test('a law in the name is no slip', () => {
    expect(find(withName('落实《2021—2025年党员教育规划》培训费'))).toEqual([]);
    expect(find(withName('编印《2021年度统计年鉴》'))).toEqual([]);
  });

  test('the hint puts the year right', () => {
    expect(hints(withName('2021年培训费'))[0]).toContain('改成“2022年”');
  });
});
