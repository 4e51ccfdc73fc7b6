import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { createFinder } from '../../test/family.ts';

const withRow = (lines: string) => SOUND_TABLE.replace('指标值: ≥ 4 次', lines);
const { find, hints } = createFinder('value');

describe('value/not-canonical', () => {
  test.each([
    ['≥4次', ['写成“≥ 4 次”']],
    ['≧ 4 次', ['写成“≥ 4 次”']],
    ['">= 4 次"', ['写成“≥ 4 次”']],
    ['≥  4 次', ['写成“≥ 4 次”']],
    ['≥ 4 次', []],
    ['"≥ 4 次"', []],
  ])('%s', (value, expected) => {
    const table = withRow(`指标值: ${value}`);
    expect(hints(table)).toEqual(expected);
    expect(find(table)).toEqual(expected.map(() => '8:14 value/not-canonical'));
  });
});

test('value/explanation-missing', () => {
  expect(find(withRow('定量其他: 每季度 1 至 2 次'))).toEqual(['8:15 value/explanation-missing']);
  expect(find(withRow('定量其他: 每季度 1 至 2 次\n        指标值说明: 每少 1 次扣 5 分'))).toEqual([]);
});

describe('value/figure-in-words', () => {
  test.each([
    ['≥95%', '把这一行改成“指标值: ≥ 95 %”'],
    ['100%', '把这一行改成“指标值: = 100 %”'],
    ['4 次', '把这一行改成“指标值: = 4 次”'],
    ['≤2.73万元', '把这一行改成“指标值: ≤ 2.73 万元”'],
    ['≥１００人次', '把这一行改成“指标值: ≥ 100 人次”'],
    ['1,200 人', '把这一行改成“指标值: = 1200 人”'],
    ['292%', '核对数字，再写成指标值：是不是“指标值: ≥ 92 %”？'],
    ['150%', '核对数字，再写成指标值：是不是“指标值: = 150 %”？'],
    ['600', '有数字的写“指标值”，补上符号和单位，例如“指标值: = 600 次”'],
    ['≥600', '有数字的写“指标值”，补上符号和单位，例如“指标值: ≥ 600 次”'],
  ])('%s', (words, hint) => {
    const table = withRow(`定性: ${words}`);
    expect(find(table)).toEqual(['8:13 value/figure-in-words']);
    expect(hints(table)).toEqual([hint]);
  });

  test.each([
    '2022年',
    '2022.12',
    '12月底前',
    '2022年1月至12月',
    '77家基层党组织全覆盖',
    '100%完成',
    '1. 开展评估≥1次。',
    '全面完成',
    '4至6次',
  ])('%s is words', (words) => {
    expect(find(withRow(`定性: ${words}`))).toEqual([]);
  });
});

test('words before a figure are only dropped where the name of the row has them', () => {
  const [lost] = look('合格率 ≥ 95 %');
  expect(lost?.fix).toBeUndefined();
  expect(lost?.hint).toContain('这里只写“≥ 95 %”');
  const [said] = look('培训次数≥4次');
  expect(said?.hint).toContain('写成“≥ 4 次”');
  expect(said?.fix).toBeDefined();
});

function look(value: string) {
  const sources = { '样例.yaml': withRow(`指标值: ${value}`), 'booklet.yaml': SOUND_BOOKLET };
  return compileTexts(sources).report.diagnostics.filter(({ code }) => code === 'value/name-in-value');
}

test.each(['2022届', '2022级', '2022Q4', '2022财年'])('定性: %s is no figure', (words) => {
  expect(find(withRow(`定性: ${words}`))).toEqual([]);
});
