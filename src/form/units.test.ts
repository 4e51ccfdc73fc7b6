import { describe, expect, test } from 'vitest';
import { SOUND_TABLE } from '../test/compile-source.ts';
import { createFinder } from '../test/family.ts';
import { isKnownUnit, preferUnit } from './units.ts';
import { parseFigure } from './value.ts';

/** As seen in published tables. */
const UNITS =
  '人次 场次 批次 架次 株 亩 公顷 平方米 ㎡ m2 立方米 m3 m³ m3/d 公里 公里/年 km² 吨 kg mg/L μg/m³ dB(A) kWh kW ‰ 个百分点 百分比 小时 分钟 天 工作日 件 起 宗 户 套 台/套'.split(
    ' ',
  );
const { find, hints } = createFinder('value', 'figure', 'goal', 'row');
const withValue = (value: string) =>
  SOUND_TABLE.replace('培训次数', '修建规模').replace('≥ 4 次', JSON.stringify(value));
const withRate = (value: string) => SOUND_TABLE.replace('≥ 95 %', JSON.stringify(value));
const withGoal = (words: string) =>
  SOUND_TABLE.replace(
    /绩效目标: .*/,
    `绩效目标: ${words}，全面完成年度任务，切实保障群众生命财产安全和生产生活。`,
  );

describe('a unit', () => {
  test.each([...UNITS, '年', '元/亩', '万元/年', '万人', '亿元'])('%s is one in every rule', (unit) => {
    expect(parseFigure(`≥ 3 ${unit}`)).toEqual({ operator: '≥', number: '3', unit });
    if (!unit.includes('元')) {
      expect(isKnownUnit(unit)).toBe(true);
      expect(find(withValue(`≥ 3 ${unit}`)).filter((line) => !line.includes('class'))).toEqual(
        preferUnit(unit) === unit || unit === '㎡' ? [] : ['8:14 value/not-canonical'],
      );
    }
  });

  test.each([
    ...UNITS.filter((unit) => unit !== 'kW'),
    '架',
    '盏',
    '粒',
    '平方公里',
    '千米',
    '万亩',
    '颗',
    '页',
    '趟',
    '床位',
    '车位',
    '标段',
    '分贝',
    '万字',
    'mm',
    'ha',
    'MPa',
    'Hz',
  ])('3 %s is a quantity in a text', (unit) => {
    expect(find(withGoal(`建成3${unit}`))).toEqual([]);
  });

  test.each([
    ['≥1800m2', '≥ 1800 平方米'],
    ['= 1000m3/d', '= 1000 立方米/天'],
    ['≥ 5 万m2', '≥ 5 万平方米'],
    ['≥ 5 km^2', '≥ 5 平方公里'],
    ['≥ 3 m2/人', '≥ 3 平方米/人'],
    ['≥80M', '≥ 80 M'],
    ['≥ 95 百分比', '≥ 95 %'],
    ['≥ 4（次）', '≥ 4 次'],
    ['≤ 35 μg/m3', '≤ 35 μg/m³'],
    ['≥ 3w人', '≥ 3 万人'],
    ['≥ 20 立方', '≥ 20 立方米'],
  ])('%s is accepted, %s suggested', (value, corrected) => {
    expect(find(withValue(value)).filter((line) => !line.includes('class'))).toEqual([
      '8:14 value/not-canonical',
    ]);
    expect(hints(withValue(value))[0]).toBe(`写成“${corrected}”`);
    expect(find(withValue(corrected)).filter((line) => !line.includes('class'))).toEqual([]);
  });

  test('a remedy has the unit as it is best written', () => {
    expect(hints(withValue('1000 m3/d'))).toEqual(['写成“= 1000 立方米/天”']);
    expect(hints(withRate('≤ 95 百分比'))).toContain('核对符号：是不是“≥ 95 %”？');
  });

  test.each(['≥ 3 PM2.5', '≥ 100 m23', '≥ 3 4m2', '≥ 1 m2 3 m2'])('%s is not one figure', (value) => {
    expect(find(withValue(value))).toEqual(['8:14 value/not-one-figure']);
  });
});

describe('what is no unit', () => {
  test.each([
    ['≥ 95 %%', 'value/unit-twice', '写成“≥ 95 %”'],
    ['≥ 95 ％％', 'value/unit-twice', '写成“≥ 95 %”'],
    ['≥ 4 次次', 'value/unit-twice', '写成“≥ 4 次”'],
    ['1/项', 'value/half-unit', '写成“= 1 项”'],
    ['≥1/次', 'value/half-unit', '写成“≥ 1 次”'],
    ['≤28.40/株', 'value/half-unit', '写全单位：是不是“≤ 28.40 元/株”？'],
    ['≤ 300/人', 'value/half-unit', '写全单位：是不是“≤ 300 元/人”？'],
  ])('%s', (value, code, hint) => {
    expect(find(withValue(value))).toEqual([`8:14 ${code}`]);
    expect(hints(withValue(value))).toEqual([hint]);
  });
});

describe('every rule knows a percentage', () => {
  test.each(['百分比', '百分之', '％', '%'])('%s', (unit) => {
    const codes = (value: string) => find(withRate(value)).map((line) => line.split(' ')[1]);
    expect(codes(`= 292 ${unit}`)).toContain('figure/percent-range');
    expect(codes(`≤ 95 ${unit}`)).toContain('figure/direction');
    expect(find(withValue(`≥ 40 ${unit}`)).map((line) => line.split(' ')[1])).toContain('figure/class');
  });
});

describe('less than nothing', () => {
  test.each([
    ['≥ -4 次', ['8:17 figure/negative']],
    ['≥ -2.5 亩', ['8:17 figure/negative']],
    ['≤ -3 天', ['8:17 figure/negative']],
    ['≥ -4 ℃', []],
    ['≤ -4 dB(A)', []],
    ['≥ -3 个百分点', []],
    ['≥ 0 次', []],
  ])('%s', (value, findings) => {
    expect(find(withValue(value))).toEqual(findings);
  });

  test('a change may be', () => {
    expect(find(withValue('≥ -4 人').replace('修建规模', '在编人员增减'))).toEqual([]);
  });
});

describe('a rate in the name of a benefit', () => {
  const withBenefit = (name: string) =>
    SOUND_TABLE.replace(
      '三级指标: 履职能力\n        定性: 有所提升',
      `三级指标: ${name}\n        指标值: ≥ 90 %`,
    );
  test.each([
    '群众认知度',
    '政策知晓度',
    '群众满意度',
    '服务覆盖面',
    '受益面',
    '品牌美誉度',
    '工作进度',
    '市场份额',
    '优良天数占比',
    '产量提高',
    '群众获得感',
    '群众支持度（抽样）',
  ])('%s', (name) => {
    expect(find(withBenefit(name))).toEqual([]);
  });

  test.each(['制度健全', '宣传力度', '管理制度', '各个方面', '提升党员素质', '本年度'])(
    '%s is none',
    (name) => {
      expect(find(withBenefit(name))).toContain('22:14 figure/class');
    },
  );
});

describe('quantities in words', () => {
  test.each([
    '购置无人机1架',
    '巡查8522平方公里林地',
    '培训六百人',
    '培训党员一百二十人次',
    '举办培训两期',
    '覆盖率百分之九十',
    '处理污水1000m3/d',
  ])('%s', (goal) => {
    expect(find(withGoal(goal))).toEqual([]);
  });

  test.each([
    '落实四个意识、两个维护',
    '落实中央八项规定精神',
    '一次性办结',
    '百家争鸣、千家万户',
    '第三次会议',
    '坚持三会一课制度',
    '开展一批活动',
    '依据《条例》第3条例',
  ])('%s has none', (goal) => {
    expect(find(withGoal(goal)).map((line) => line.split(' ')[1])).toContain('goal/no-quantity');
  });

  test('六百人 in a 定性 is offered as a row', () => {
    const table = SOUND_TABLE.replace('指标值: ≥ 4 次', '定性: 组织党员六百人参加培训');
    expect(find(table)).toEqual(['8:17 row/hidden-quantity']);
    expect(hints(table)[0]).toContain('指标值: = 600 人');
  });
});

test('two buildings may have two sizes', () => {
  const withRemark = (remark: string) => SOUND_TABLE.replace('备注: 教材和场地', `备注: ${remark}`);
  expect(find(withRemark('新建图书馆，占地20亩；新建体育馆，占地30亩'))).toEqual([]);
  expect(find(withRemark('图书馆，建筑面积2000平方米；体育馆，建筑面积3000平方米'))).toEqual([]);
  expect(find(withRemark('新建水渠，长3公里；新建道路，长5公里'))).toEqual([]);
  expect(find(withRemark('观摩会1次；观摩会2次'))).toEqual(['18:22 row/contradiction']);
});

test('long texts of digits, numerals and units take no longer than long', () => {
  for (const piece of ['1', '三百', '1 ', '≥1', '万', '1,000', '百分之', 'm2/']) {
    expect(find(withGoal(piece.repeat(1200))).length).toBeLessThan(5);
  }
});
