import { describe, expect, test } from 'vitest';
import { SOUND_TABLE } from '../../test/compile-source.ts';
import { createFinder } from '../../test/family.ts';

const LAST = `      - 三级指标: 参训人员满意度
        指标值: ≥ 95 %
`;
/** The table with one row more, in a group that takes any; its value is in line 12. */
const withQuality = (name: string, value: string) =>
  SOUND_TABLE.replace(
    '    质量指标:\n',
    `    质量指标:\n      - 三级指标: ${name}\n        指标值: ${value}\n`,
  );
const withBenefit = (name: string, value: string) =>
  SOUND_TABLE.replace(
    '三级指标: 履职能力\n        定性: 有所提升',
    `三级指标: ${name}\n        指标值: ${value}`,
  );
const withSatisfaction = (name: string, value: string) =>
  SOUND_TABLE.replace(LAST, `      - 三级指标: ${name}\n        指标值: ${value}\n`);
const { find, hints } = createFinder('figure', 'value');

describe('figure/percent-range', () => {
  test.each([
    ['培训合格率', '= 292 %', ['11:16 figure/percent-range']],
    ['培训合格率', '≥ 120.5 %', ['11:16 figure/percent-range']],
    ['培训合格率', '≥ -5 %', ['11:16 figure/percent-range']],
    ['培训合格率', '= 100 %', []],
    ['培训合格率', '≥ 0.95 %', ['11:16 figure/percent-range']],
    ['设备故障率', '≤ 0.5 %', []],
    ['培训任务完成率', '≥ 120 %', []],
    ['培训人数增长幅度', '≥ 150 %', []],
  ])('%s %s', (name, value, findings) => {
    expect(find(withQuality(name, value))).toEqual(findings);
  });

  test('0.95 % is 95 %', () => {
    expect(hints(withQuality('培训合格率', '≥ 0.95 %'))).toEqual(['核对数字：是不是“≥ 95 %”？']);
  });

  test('292 is ≥ 92', () => {
    expect(hints(withQuality('培训合格率', '= 292 %'))).toEqual(['核对数字：是不是“≥ 92 %”？']);
    expect(hints(withQuality('培训合格率', '= 150 %'))[0]).not.toContain('≥');
  });
});

describe('figure/direction', () => {
  test.each([
    ['考核合格率', '≤ 95 %', ['11:14 figure/direction']],
    ['支部覆盖率（含离退休）', '"< 95 %"', ['11:15 figure/direction']],
    ['群众投诉次数', '≥ 3 次', ['11:14 figure/direction']],
    ['资料差错率。', '≥ 3 %', ['11:14 figure/direction']],
    ['项目延期天数', '"> 3 天"', ['11:15 figure/direction']],
    ['故障响应时间', '≥ 24 小时', ['11:14 figure/direction']],
    ['故障响应时间', '≤ 24 小时', []],
    ['设备空置率', '≥ 5 %', ['11:14 figure/direction']],
    ['未完成率', '≥ 5 %', ['11:14 figure/direction']],
    ['上访批次', '"> 3 批次"', ['11:15 figure/direction']],
    ['隐患整改率', '≤ 95 %', ['11:14 figure/direction']],
    ['避免重复率', '≥ 95 %', []],
    ['考核不合格率', '≤ 5 %', []],
    ['考核合格率', '= 95 %', []],
    ['群众投诉次数', '≤ 3 %', []],
    ['群众投诉处理率', '≥ 95 %', []],
    ['事故隐患排查率', '≥ 95 %', []],
    ['减少群众投诉次数', '≥ 5 %', []],
    ['合格率偏差', '≤ 5 %', []],
    ['无事故天数', '≥ 365 天', []],
  ])('%s %s', (name, value, findings) => {
    expect(find(withQuality(name, value)).filter((line) => !line.includes('figure/class'))).toEqual(findings);
  });

  test('the hint turns the sign', () => {
    expect(hints(withQuality('考核合格率', '≤ 95 %'))).toEqual(['核对符号：是不是“≥ 95 %”？']);
    expect(hints(withQuality('资料差错率', '≥ 3 %'))).toEqual(['核对符号：是不是“≤ 3 %”？']);
  });
});

describe('figure/decimals', () => {
  const withCount = (value: string, name = '培训次数') =>
    SOUND_TABLE.replace('培训次数', name).replace('≥ 4 次', value);
  test.each([
    ['= 76.00 个', '培训次数', ['8:16 figure/decimals']],
    ['≥ 4.5 次', '培训次数', ['8:16 figure/decimals']],
    ['≥ 4.5 次', '人均培训次数', []],
    ['≥ 4.5 万人', '培训次数', []],
    ['≥ 4.50 公里', '培训次数', []],
    ['≥ 400 人次', '培训次数', []],
  ])('%s %s', (value, name, findings) => {
    expect(find(withCount(value, name))).toEqual(findings);
  });

  test('zeros behind the point are cut off', () => {
    expect(hints(withCount('= 76.00 个'))).toEqual(['写成“= 76 个”']);
  });
});

describe('figure/class', () => {
  test.each([
    ['quality that is counted', withQuality('党组织', '= 76 个'), ['11:19 figure/class']],
    ['faults are counted', withQuality('资料差错', '≤ 2 次'), []],
    ['quality in hours', withQuality('平均培训时间', '≥ 4 小时'), []],
    ['quantity in %', SOUND_TABLE.replace('≥ 4 次', '≥ 40 %'), ['8:19 figure/class']],
    ['a benefit that is no rate', withBenefit('推进常态化制度化', '= 100 %'), ['22:14 figure/class']],
    ['a benefit that is one', withBenefit('党支部覆盖率', '= 100 %'), []],
    ['a benefit that grows', withBenefit('游客人数增长', '≥ 10 %'), []],
    ['a benefit that is counted', withBenefit('新增党支部', '≥ 10 个'), []],
  ])('%s', (_, table, findings) => {
    expect(find(table)).toEqual(findings);
  });
});

describe('satisfaction', () => {
  test.each([
    ['参训人员满意度', '= 100 %', ['14 figure/satisfaction-full']],
    ['参训人员满意度', '≥ 100.0 %', ['14 figure/satisfaction-full']],
    ['参训人员满意度', '≥ 95 %', []],
    ['参训人员', '≥ 95 %', ['15 figure/satisfaction-name']],
    ['群众满意率', '≥ 95 %', []],
  ])('%s %s', (name, value, findings) => {
    expect(find(withSatisfaction(name, value)).map((line) => line.replace(/^\d+:/, ''))).toEqual(findings);
  });

  test('the hint names the row', () => {
    expect(hints(withSatisfaction('参训人员', '≥ 95 %'))).toEqual(['写成“参训人员满意度”']);
    expect(hints(withSatisfaction('提升服务质量，群众反映好。', '≥ 95 %'))[0]).toContain('例如');
  });
});

test('the system’s own row is never a finding; a row that only looks like it is', () => {
  const row = (value: string, remark: string) =>
    SOUND_TABLE.replace(
      '    数量指标:\n',
      `    数量指标:\n      - 三级指标: 项目或定额成本控制率\n        指标值: ${value}\n        备注: ${remark}\n`,
    );
  expect(find(row('=100%', '项目或定额成本控制率'))).toEqual([]);
  expect(find(row('= 90 %', '项目或定额成本控制率'))).toEqual(['8:19 figure/class']);
  expect(find(row('= 100 %', '按月控制'))).toEqual(['8:20 figure/class']);
});
