import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { createFinder } from '../../test/family.ts';

const NEWER = `${SOUND_BOOKLET}指标体系: 2021\n`;
const COST = / {4}成本指标:\n(?: {6}.*\n)+/;
/** The sound table in the tree of 2021: 成本指标 is a 一级指标. */
const NEWER_TABLE = SOUND_TABLE.replace(COST, '').replace(
  '  效益指标',
  '  成本指标:\n    经济成本指标:\n      - 三级指标: 培训费\n        指标值: ≤ 30 万元\n  效益指标',
);

const find = (table: string, booklet = SOUND_BOOKLET) =>
  compileTexts({ '样例.yaml': table, 'booklet.yaml': booklet })
    .report.diagnostics.filter(({ code }) => code.startsWith('structure/'))
    .map(({ severity, line, column, code }) => `${line}:${column} ${severity} ${code}`);
/** The table without a group: its key and what is indented below it. */
const without = (table: string, key: string, indent: number) =>
  table.replace(new RegExp(`^ {${indent}}${key}:\\n(?: {${indent + 2}}.*\\n)+`, 'm'), '');

describe('structure/group', () => {
  test('each table is sound in its own tree', () => {
    expect(find(SOUND_TABLE)).toEqual([]);
    expect(find(NEWER_TABLE, NEWER)).toEqual([]);
  });

  test('成本指标 as a 一级指标 in the older tree: one message, whatever is under it', () => {
    const two = NEWER_TABLE.replace(
      '  效益指标',
      '    社会成本指标:\n      - 三级指标: 占道\n        指标值: ≤ 2 天\n  效益指标',
    );
    expect(find(NEWER_TABLE)).toEqual(['15:3 error structure/group']);
    expect(find(two)).toEqual(['15:3 error structure/group']);
  });

  test('成本指标 under 产出指标 in the newer tree', () => {
    expect(find(SOUND_TABLE, NEWER)).toEqual(['15:5 error structure/group']);
  });
});

describe('completeness', () => {
  test.each([
    ['产出指标', 2, ['4:1 error structure/no-output']],
    ['效益指标', 2, ['4:1 error structure/no-benefit']],
    ['满意度指标', 2, ['4:1 warning structure/no-satisfaction']],
    ['数量指标', 4, ['4:1 warning structure/no-quantity']],
    ['质量指标', 4, ['4:1 warning structure/no-quality']],
    ['时效指标', 4, ['4:1 warning structure/no-timeliness']],
    ['成本指标', 4, ['4:1 warning structure/no-cost']],
  ])('without %s', (key, indent, findings) => {
    expect(find(without(SOUND_TABLE, key, indent))).toEqual(findings);
  });

  test('cost is looked for in both trees, and missed in the newer one even without outputs', () => {
    expect(find(without(NEWER_TABLE, '成本指标', 2), NEWER)).toEqual(['4:1 warning structure/no-cost']);
    expect(find(without(without(NEWER_TABLE, '成本指标', 2), '产出指标', 2), NEWER)).toEqual([
      '4:1 warning structure/no-cost',
      '4:1 error structure/no-output',
    ]);
  });

  test('the hint’s lines mend the table when they are pasted', () => {
    const table = without(SOUND_TABLE, '效益指标', 2);
    const [, ...lines] = createFinder('structure').hints(table)[0]?.split('\n') ?? [];
    const codes = find(`${table}${lines.join('\n')}\n`);
    expect(lines.length).toBeGreaterThan(2);
    expect(codes).toEqual([]);
  });
});
