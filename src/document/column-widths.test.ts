import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForms } from '../commands/context.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { chooseWidths } from './column-widths.ts';
import { breakHeading, breakLabel, splitLabel, splitTitle } from './label-words.ts';
import { countLines, measureText } from './text-width.ts';

const { form } = openForms(join(PROGRAM_ROOT, 'templates')).first;
const USUAL = { indicator: 14, value: 9, unit: 4, remark: 17, explanation: 7 };

type Texts = Record<keyof typeof USUAL, readonly string[]>;

/** The widths of the columns that give and take, for rows that differ from a short one. */
function chooseColumnWidths(rows: readonly Partial<Texts>[]): typeof USUAL {
  const texts = rows.map((over) => {
    const row = { indicator: ['培训次数'], value: ['4'], unit: ['次'], remark: [], explanation: [], ...over };
    return [[], [], row.indicator, ['≥'], row.value, row.unit, row.remark, row.explanation].map((cell) => [
      ...cell,
    ]);
  });
  const [, , indicator = 0, , value = 0, unit = 0, remark = 0, explanation = 0] = chooseWidths(form, texts);
  return { indicator, value, unit, remark, explanation };
}

const row = (over: Partial<Texts>) => over;

const LONG = '按照州委统一部署，扎实推进模范机关创建工作，适时召开会议部署。'.repeat(5);

test('short texts leave the columns as they usually are', () => {
  expect(chooseColumnWidths([row({}), row({ remark: ['项目或定额成本控制率'] })])).toEqual(USUAL);
  expect(chooseColumnWidths([])).toEqual(USUAL);
});

test.each([
  [
    'values beside an empty 指标值说明 and a short 备注',
    { value: [LONG.slice(0, 48)], remark: ['按计划'] },
    'value',
    15,
  ],
  ['a long 指标值说明 beside a short 备注', { remark: ['按计划'], explanation: [LONG] }, 'explanation', 18],
  ['a long 备注 beside empty columns', { remark: [LONG] }, 'remark', 22],
  ['a 三级指标 that is a sentence', { indicator: [LONG.slice(0, 60)] }, 'indicator', 18],
  ['a unit of many characters', { unit: ['万立方米/平方公里'] }, 'unit', 6],
] as const)('%s take their room', (_what, over, column, atLeast) => {
  const widths = chooseColumnWidths([row(over as Partial<Texts>), row({})]);
  expect(widths[column]).toBeGreaterThanOrEqual(atLeast);
  expect(Object.values(widths).reduce((sum, width) => sum + width, 0)).toBe(51);
  // The brackets of the two last headings stay whole.
  expect(Math.min(widths.remark, widths.explanation)).toBeGreaterThanOrEqual(7);
});

test('no line of one character where another column can spare some', () => {
  for (const text of [
    '逐步提升群众满意程度',
    '1234567890.123456',
    '会议培训开展次数≥1/次',
    '2022 年 1 月至 12 月',
  ]) {
    const { value } = chooseColumnWidths([row({ value: [text] })]);
    const { lines, last } = countLines(measureText(text), value);
    expect(lines === 1 || last >= 2, text).toBe(true);
  }
});

test('a table of thousands of rows and a text of a megabyte are measured in no time that grows with their square', () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => row({ remark: [`${LONG}${index}`] }));
  expect(chooseColumnWidths(rows).remark).toBeGreaterThan(17);
  expect(chooseColumnWidths([row({ remark: ['（'.repeat(500_000)] })]).remark).toBeGreaterThan(17);
});

test('labels and titles break between their words', () => {
  expect(splitLabel('可持续影响指标')).toEqual(['可持续影响', '指标']);
  expect(splitLabel('服务对象满意度指标')).toEqual(['服务对象', '满意度指标']);
  expect(splitLabel('社会公众或服务对象满意度指标')).toEqual(['社会公众', '或服务对象', '满意度指标']);
  expect(splitLabel('社会效益指标')).toEqual(['社会效益指标']);
  expect(splitTitle('黔南布依族苗族自治州市场监督管理局2023年度预算项目绩效目标表汇编')).toEqual([
    '黔南布依族苗族自治州',
    '市场监督管理局',
    '2023年度',
    '预算项目',
    '绩效目标表',
    '汇编',
  ]);
  expect(splitTitle('中共罗甸县委员会直属机关工作委员会所属单位')).toEqual([
    '中共罗甸县委员会',
    '直属机关工作委员会',
    '所属单位',
  ]);
});

test.each([
  ['年初预算数', 4, ['年初', '预算数']],
  ['1-7月执行情况', 5, ['1-7月', '执行', '情况']],
  ['偏差原因分析及改进措施', 4, ['偏差', '原因', '分析', '及改进', '措施']],
  ['偏差原因分析及改进措施', 8, []],
  ['未完成原因', 4, []],
  ['未完成原因分析', 4, ['未完成', '原因', '分析']],
  ['预算执行情况（万元）', 4, ['预算', '执行', '情况', '（万元）']],
  ['项目可行性、必要性', 6, ['项目', '可行性、', '必要性']],
  ['其中：财政拨款', 5, ['其中：', '财政', '拨款']],
  ['年度指标值', 5, []],
])('the heading %s in a column of %d characters breaks between its words', (heading, width, parts) => {
  expect(breakHeading(heading, width)).toEqual(parts);
});

test.each([
  ['服务对象满意度指标', 5, ['服务对象', '满意度指标']],
  ['服务对象满意度指标', 4, ['服务对象', '满意度', '指标']],
  ['社会效益指标', 6, ['社会效益指标']],
  ['社会效益指标', 5, ['社会', '效益', '指标']],
])('the label %s in a column of %d characters breaks no more than it has to', (label, width, parts) => {
  expect(breakLabel(label, width)).toEqual(parts);
});
