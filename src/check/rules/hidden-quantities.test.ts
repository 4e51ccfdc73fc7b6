import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { listQuantities } from '../language/quantities.ts';

/** The 定性 of the row 履职能力, and how it is scored. */
const QUALITATIVE = /定性: (?!2022).*(?:\n {8}指标值说明: .*)?/;

/** What is said of a 定性 in the row 履职能力, with the rows that are offered. */
function findIn(text: string, key = '定性') {
  const table = SOUND_TABLE.replace(QUALITATIVE, `${key}: ${text}`);
  const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  const found = report.diagnostics.filter(({ code }) => /^row\/(?:hidden|several)/.test(code));
  return found.map(({ code, column, hint = '' }) => [code, column, ...rowsOf(hint)]);
}

function rowsOf(hint: string): string[] {
  return hint
    .split('      - 三级指标: ')
    .slice(1)
    .map((row) => row.trim().replace(/\n\s*/g, ' | '));
}

describe('quantities in words become rows', () => {
  test.each([
    ['党员志愿活动≥1次', 'row/hidden-quantity', 19, ['党员志愿活动次数 | 指标值: ≥ 1 次']],
    ['培训不少于600人', 'row/hidden-quantity', 15, ['培训人数 | 指标值: ≥ 600 人']],
    ['办结不超过5个工作日', 'row/hidden-quantity', 15, ['办结时限 | 指标值: ≤ 5 个工作日']],
    ['24小时内办结', 'row/hidden-quantity', 13, ['办结时限 | 指标值: ≤ 24 小时']],
    ['组织培训4次', 'row/hidden-quantity', 17, ['培训次数 | 指标值: = 4 次']],
    [
      '培训次数≥5次，培训人数≥600人',
      'row/several-quantities',
      17,
      ['培训次数 | 指标值: ≥ 5 次', '培训人数 | 指标值: ≥ 600 人'],
    ],
    [
      '1. 开展≥1次联动督导（评估）； 2. 观摩会≥1次； 3. 会议、培训≥2次。',
      'row/several-quantities',
      18,
      [
        '联动督导（评估）次数 | 指标值: ≥ 1 次',
        '观摩会次数 | 指标值: ≥ 1 次',
        '会议、培训次数 | 指标值: ≥ 2 次',
      ],
    ],
    [
      '观摩会≥2次、表彰≥1次',
      'row/several-quantities',
      16,
      ['观摩会次数 | 指标值: ≥ 2 次', '表彰次数 | 指标值: ≥ 1 次'],
    ],
    [
      '培训4次600人',
      'row/several-quantities',
      15,
      ['培训次数 | 指标值: = 4 次', '培训人数 | 指标值: = 600 人'],
    ],
    [
      '对77家基层党组织267个党支部全覆盖',
      'row/several-quantities',
      14,
      ['覆盖基层党组织数量 | 指标值: = 77 家', '覆盖党支部数量 | 指标值: = 267 个'],
    ],
    [
      '发放1,200份，群众满意',
      'row/hidden-quantity',
      15,
      ['发放数量 | 指标值: = 1200 份', '履职能力 | 定性: 群众满意'],
    ],
  ])('%s', (text, code, column, rows) => {
    expect(findIn(text)).toEqual([[code, column, ...rows]]);
  });

  test.each([
    '2022年1月至12月',
    '2022年12月31日前完成',
    '每季度1次',
    '第3次会议前',
    '3部门联合、5座谈会、8条例',
    '培训全覆盖',
    '≥4次',
  ])('%s is left alone', (text) => {
    expect(findIn(text)).toEqual([]);
  });

  test('定量其他 may tell a quantity in words', () => {
    expect(findIn('每季度1至2次，共≥4次', '定量其他')).toEqual([]);
  });

  test('the rows that are offered are sound', () => {
    const table = SOUND_TABLE.replace(QUALITATIVE, '定性: 培训次数≥4次，"比武"≥2场');
    const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
    const hint = report.diagnostics.find(({ code }) => code === 'row/several-quantities')?.hint ?? '';
    const rows = hint.slice(hint.indexOf('\n') + 1);
    const mended = table.replace(/ {6}- 三级指标: 履职能力\n.*\n/, `${rows}\n`);
    const again = compileTexts({ '样例.yaml': mended, 'booklet.yaml': SOUND_BOOKLET });
    expect(again.year.tables[0]?.table.indicators.map(({ name }) => name.text)).toContain('"比武"次数');
    expect(again.report.diagnostics.filter(({ code }) => code.startsWith('row/'))).toEqual([]);
  });

  test.each([
    ['培训次数≥4次，比武≥2场', '“培训次数 ≥ 4 次”表里已经有了，这里不再写；其余的例如：', 1],
    ['培训次数≥4次', '“培训次数 ≥ 4 次”表里已经有了：这里去掉数量，或者删去这一行', 0],
    ['培训次数≥4次，培训次数≥4次', '表里已经有了：删去这一行', 0],
    ['比武≥2场，比武≥2场', '“比武次数 ≥ 2 场”表里已经有了', 1],
  ])('a row that the table has is not offered again: %s', (text, said, count) => {
    const table = SOUND_TABLE.replace(QUALITATIVE, `定性: ${text}`);
    const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
    const [found] = report.diagnostics.filter(({ code }) => /^row\/(?:hidden|several)/.test(code));
    expect(found?.hint).toContain(said);
    expect(rowsOf(found?.hint ?? '')).toHaveLength(count);
  });
});

test('a word for a sign counts in front of a number in words, too', () => {
  expect(
    listQuantities('经费不超过三十万元，培训不少于六百人').map(({ operator, number, unit }) => [
      operator,
      number,
      unit,
    ]),
  ).toEqual([
    ['≤', '30', '万元'],
    ['≥', '600', '人'],
  ]);
});
