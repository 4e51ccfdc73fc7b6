import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET } from './compile-source.ts';

/** Two values a row: 指标值, and 半年指标值 that may be words. `row`: what 指标值 is, and the keys that the form leaves out. */
const form = (dropped: string, figure = '') => `基于: 预算项目绩效目标表
标题: 项目支出绩效目标表
去掉: { 行: [${dropped}] }
行:
  半年指标值: { 类型: 值, 说明: 到6月底要达到多少。 }
${figure}列:
  - { 标题: 二级指标, 内容: 二级, 宽: 20 }
  - { 标题: 三级指标, 内容: 三级指标, 宽: 40 }
  - { 标题: 半年指标值, 内容: 半年指标值, 宽: 20 }
  - { 标题: 全年指标值, 内容: 指标值, 宽: 20 }
`;

const STRICT = form('备注, 指标值说明, 定性, 定量其他');
const WITH_WORDS = form('备注, 指标值说明, 定量其他');
const FREE = form(
  '备注, 指标值说明, 定性, 定量其他',
  '  指标值: { 类型: 值, 必填: 是, 说明: 写数，写不成数的写文字。 }\n',
);

/** What is said of one row under 数量指标, as `code hint`. */
function tell(text: string, row: string): string[] {
  const table = `项目名称: 样例
项目编码: 52270022P004296102284
绩效目标: 完成食品抽检2400批次，不合格食品处置率达到100%，满意度达到85%。
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 食品抽检批次
        ${row}
`;
  const { report } = compileTexts({
    'forms/半年.yaml': text,
    'booklet.yaml': `${SOUND_BOOKLET}表式:\n  目标: 半年\n`,
    '样例.yaml': table,
  });
  return report.diagnostics
    .filter(({ code }) => !/^(?:structure|goal)\/|^figure\/class/.test(code))
    .map(({ code, hint }) => `${code} ${hint}`);
}

test.each([
  ['6月底完成过半', []],
  ['2022年6月底前', []],
  ['全部', []],
  ['400-500批次', []],
  ['≥（ ）批次', ['text/to-fill 把“≥（ ）”换成内容']],
  ['95%以上', ['value/words-for-sign 写成“≥ 95 %”']],
  ['1600元/亩', ['value/no-sign 写成“= 1600 元/亩”']],
  ['">=1200批次"', ['value/not-canonical 写成“≥ 1200 批次”']],
  ['≥ 95 百分比', ['value/not-canonical 写成“≥ 95 %”']],
  ['≥ 292 %', [expect.stringMatching(/^figure\/percent-range /)]],
])('another column of values, which may be words: %s', (value, told) => {
  expect(tell(WITH_WORDS, `半年指标值: ${value}\n        指标值: ≥ 2400 批次`)).toEqual(told);
  // Where 指标值 itself may be words, it is the same.
  expect(tell(FREE, `指标值: ${value}`)).toEqual(told);
});

test.each([
  [
    '3-5次',
    'value/range 只留一个数，例如“≥ 3 次”',
    'value/range 只留一个数，例如“≥ 3 次”；一定要写区间就改用“定性: 3-5次”',
  ],
  [
    '2022年6月底前',
    'value/date 这里只写一个数；期限写到“三级指标”里',
    'value/date 把这一行改成“定性: 2022年6月底前”',
  ],
  ['全部', 'value/no-number 写符号、数字、单位，例如“≥ 4 次”', expect.stringContaining('用“定性”')],
  ['约5次', 'value/about 写一个确定的数，例如“≥ 5 次”', 'value/about 写一个确定的数，例如“≥ 5 次”'],
])('a hint names no key that the form does not have: %s', (value, strict, withWords) => {
  expect(tell(STRICT, `指标值: ${value}`)).toEqual([strict]);
  expect(tell(WITH_WORDS, `指标值: ${value}`)).toEqual([withWords]);
});
