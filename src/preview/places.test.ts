import { expect, test } from 'vitest';
import { diagnose } from '../report/diagnostic.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { findCell, locateCells } from './places.ts';

const TABLE = SOUND_TABLE.replace('项目编码', '实施单位: 样例单位\n项目编码').replace(
  '备注: 教材和场地',
  '备注: |\n          教材，\n          成本指标: 场地\n      - 三级指标: 场地费\n        指标值: ≤ 5 万元',
);

function compile() {
  const { year } = compileTexts({ '样例.yaml': TABLE, 'booklet.yaml': SOUND_BOOKLET });
  const table = year.tables[0]?.table;
  const source = year.sources.find(({ stem }) => stem === '样例');
  if (table === undefined || source === undefined) throw new Error('the table is not sound');
  return { table, source };
}

/** The line of the source on which a place stands, from the place on. */
const read = ({ line, column }: { line: number; column: number }) =>
  TABLE.split('\n')[line - 1]?.slice(column - 1);

test('every cell leads to what it prints', () => {
  const { table, source } = compile();
  const { fields, rows } = locateCells(table, source);
  expect(Object.entries(fields).map(([field, place]) => `${field} ${read(place)?.slice(0, 4)}`)).toEqual([
    '项目名称 样例',
    '项目编码 5227',
    '实施单位 样例单位',
    '绩效目标 开展党员',
  ]);
  const cost = rows.find(({ key }) => key.includes('培训费'));
  expect(cost?.key).toBe('产出指标/成本指标/培训费/1');
  expect(Object.entries(cost?.fields ?? {}).map(([field, place]) => `${field} ${read(place)}`)).toEqual([
    '一级指标 产出指标:',
    '二级指标 成本指标:',
    '三级指标 培训费',
    '指标值 ≤ 30 万元',
    '备注 |',
    '指标值说明 培训费',
  ]);
  const next = rows.find(({ key }) => key.includes('场地费'));
  expect(next?.fields.二级指标).toEqual(cost?.fields.二级指标);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('a finding belongs to the cell whose text it speaks of, or to none', () => {
  const { table, source } = compile();
  const at = (text: string) => {
    const start = source.text.indexOf(text);
    return diagnose('warning', 'silence/no-reason', { file: source.file, start, end: start + text.length });
  };
  expect(findCell(table, at('教材'))).toEqual({ row: 3, field: '备注' });
  expect(findCell(table, at('30'))).toEqual({ row: 3, field: '指标值' });
  expect(findCell(table, at('全面完成'))).toEqual({ row: null, field: '绩效目标' });
  expect(findCell(table, at('效益指标'))).toEqual({ row: 5, field: '一级指标' });
  expect(findCell(table, at('绩效指标'))).toBeNull();
});

test('what is missing or not understood is marked where it would be', () => {
  const text = `项目名称: 样例
绩效目标:
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 甲
      - 指标值: ≥ 4 次
      - 三级指标: 丙
        备柱: 写错
        指标值: 100
      - 只有文字
    质量指标:
  没有的指标:
    这一组:
      - 三级指标: 丁
        定性: 好
`;
  const { year } = compileTexts({ '样例.yaml': text, 'booklet.yaml': SOUND_BOOKLET });
  const [draft] = year.drafts;
  expect(year.tables).toEqual([]);
  const cells = year.diagnostics.map((finding) => {
    const { row, field } = (draft && findCell(draft.table, finding)) ?? { row: null, field: '' };
    return `${finding.code} ${row ?? ''} ${field}`;
  });
  expect(cells).toEqual([
    'schema/missing-key  项目编码',
    'schema/empty  绩效目标',
    'row/no-value 0 指标值',
    'schema/missing-key 1 三级指标',
    'schema/unknown-key 2 三级指标',
    'value/no-unit 2 指标值',
    'row/no-keys 3 三级指标',
    'schema/empty 4 二级指标',
    'schema/unknown-key 5 一级指标',
  ]);
  expect(draft?.table.indicators.map(({ name, target }) => `${name.text} ${target.text}`)).toEqual([
    '甲 ',
    ' ≥ 4 次',
    '丙 100',
    '只有文字 ',
    ' ',
    '丁 好',
  ]);
});
