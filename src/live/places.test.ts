import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { findCell, locateCells } from './places.ts';

const TABLE = SOUND_TABLE.replace('项目编码', '实施单位: 某某单位\n项目编码').replace(
  '备注: 教材和场地',
  '备注: |\n          教材，\n          成本指标: 场地\n      - 三级指标: 场地费\n        指标值: ≤ 5 万元',
);

function compile() {
  const { year } = compileTexts({ '样例.yaml': TABLE, 'booklet.yaml': SOUND_BOOKLET });
  const project = year.projects[0]?.project;
  const source = year.sources.find(({ stem }) => stem === '样例');
  if (project === undefined || source === undefined) throw new Error('the table is not sound');
  return { project, source };
}

/** The line of the source on which a place stands, from the place on. */
const read = ({ line, column }: { line: number; column: number }) =>
  TABLE.split('\n')[line - 1]?.slice(column - 1);

test('every cell leads to what it prints', () => {
  const { project, source } = compile();
  const { fields, rows } = locateCells(project, source);
  expect(Object.entries(fields).map(([field, place]) => `${field} ${read(place)?.slice(0, 4)}`)).toEqual([
    '项目名称 样例',
    '项目编码 5227',
    '绩效目标 开展党员',
    '实施单位 某某单位',
  ]);
  const cost = rows.find(({ key }) => key.includes('培训费'));
  expect(cost?.key).toBe('产出指标/成本指标/培训费/1');
  expect(Object.entries(cost?.fields ?? {}).map(([field, place]) => `${field} ${read(place)}`)).toEqual([
    '一级指标 产出指标:',
    '二级指标 成本指标:',
    '备注 |',
    '指标值说明 培训费',
    '三级指标 培训费',
    '指标值 ≤ 30 万元',
  ]);
  const next = rows.find(({ key }) => key.includes('场地费'));
  expect(next?.fields.二级指标).toEqual(cost?.fields.二级指标);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('a finding belongs to the cell whose text it speaks of, or to none', () => {
  const { project, source } = compile();
  const at = (text: string) => {
    const start = source.text.indexOf(text);
    return { file: source.file, start, end: start + text.length };
  };
  expect(findCell(project, at('教材'))).toEqual({ row: 3, field: '备注' });
  expect(findCell(project, at('30'))).toEqual({ row: 3, field: '指标值' });
  expect(findCell(project, at('全面完成'))).toEqual({ row: null, field: '绩效目标' });
  expect(findCell(project, at('效益指标'))).toBeNull();
});
