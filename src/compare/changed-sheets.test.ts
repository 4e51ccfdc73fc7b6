import { expect, test } from 'vitest';
import { toChangedSheets } from './changed-sheets.ts';
import type { ProjectChange, RowChange } from './comparison.ts';

function changeOf(over: Partial<ProjectChange>): ProjectChange {
  const cost = { before: '1', after: '1' };
  const head = {
    keys: { name: '项目名称', code: '项目编码', always: ['项目名称', '项目编码', '绩效目标'] },
    year: '2022',
    file: '甲.yaml',
    name: '甲',
    code: '1',
    cost,
    digests: { before: '1', after: '2' },
  };
  return { ...head, change: 'changed', fields: [], rows: [], ...over };
}

function rowOf(over: Partial<RowChange>): RowChange {
  const head = { level1: '产出指标', level2: '数量指标', indicator: '培训' };
  return { ...head, change: 'changed', rows: { before: 2, after: 3 }, cells: [], ...over };
}

const sidesOf = (over: Partial<ProjectChange>) =>
  (['before', 'after'] as const).map((side) => toChangedSheets(changeOf(over), side));

const framed = (...cells: [row: number | null, field: string | null][]) => ({
  cells: cells.map(([row, field]) => ({ row, field })),
  gaps: [],
  isWhole: false,
});

const behind = (row: number) => ({ row, field: '三级指标', edge: 'end' });
const AT_THE_TOP = { row: 0, field: '三级指标', edge: 'start' };
const BELOW_THE_NAME = { row: null, field: '项目名称', edge: 'end' };

test('a changed row: its cells, also the one that is empty on one side', () => {
  const cells = [
    { cell: '指标值', before: '≥ 1 次', after: '≥ 2 次' },
    { cell: '备注', before: '', after: '新。' },
  ];
  expect(sidesOf({ rows: [rowOf({ cells })] })).toEqual([
    framed([2, '指标值'], [2, '备注']),
    framed([3, '指标值'], [3, '备注']),
  ]);
});

test('a row that is new or gone: whole, where it is; a renamed or moved one by its name, with its cells', () => {
  expect(
    sidesOf({
      rows: [
        rowOf({ change: 'added', rows: { before: null, after: 1 } }),
        rowOf({ change: 'removed', rows: { before: 0, after: null } }),
        rowOf({
          change: 'moved',
          place: { before: 3, after: 4 },
          cells: [{ cell: '备注', before: '旧。', after: '' }],
        }),
        rowOf({ change: 'renamed', rows: { before: 5, after: 5 } }),
      ],
    }),
  ).toEqual([
    { ...framed([0, null], [2, '三级指标'], [2, '备注'], [5, '三级指标']), gaps: [behind(1)] },
    { ...framed([1, null], [3, '三级指标'], [3, '备注'], [5, '三级指标']), gaps: [AT_THE_TOP] },
  ]);
});

test('a row that one side does not have is behind the last that stayed, past what was added, removed or moved', () => {
  // 甲 乙 丙 丁 戊 → 己 甲 丙 庚 丁 乙 辛: 乙 has moved.
  const added = (after: number) => rowOf({ change: 'added', rows: { before: null, after } });
  const rows = [
    added(0),
    added(3),
    rowOf({ change: 'renamed', rows: { before: 1, after: 5 }, place: { before: 2, after: 6 } }),
    added(6),
    rowOf({ change: 'removed', rows: { before: 4, after: null } }),
    rowOf({ rows: { before: 2, after: 2 }, cells: [{ cell: '备注', before: '旧。', after: '新。' }] }),
  ];
  expect(sidesOf({ rows }).map((sheets) => sheets?.gaps)).toEqual([
    [AT_THE_TOP, behind(2), behind(3)],
    [behind(4)],
  ]);
});

test('what is above the rows; of a fact that one side does not have the sheet with the name', () => {
  const budget = { field: '预算金额', before: '', after: '30 万元' };
  const goal = { field: '绩效目标', before: '', after: '走访。' };
  expect(sidesOf({ fields: [budget] })).toEqual([
    { ...framed(), gaps: [BELOW_THE_NAME] },
    framed([null, '预算金额']),
  ]);
  expect(sidesOf({ fields: [budget, goal] })).toEqual([
    { ...framed([null, '绩效目标']), gaps: [BELOW_THE_NAME] },
    framed([null, '预算金额'], [null, '绩效目标']),
  ]);
});

test('a project with a new name; one whose file was moved prints the same; a new and a removed one', () => {
  const renamed = { change: 'renamed', previousName: '乙', previousFile: '乙.yaml' } as const;
  expect(sidesOf(renamed)).toEqual([framed([null, '项目名称']), framed([null, '项目名称'])]);
  expect(sidesOf({ ...renamed, previousName: '甲' })).toEqual([null, null]);
  const all = { cells: [], gaps: [], isWhole: true };
  const rows = [rowOf({ change: 'added', rows: { before: null, after: 0 } })];
  expect(sidesOf({ change: 'added', rows })).toEqual([null, all]);
  expect(
    sidesOf({ change: 'removed', fields: [{ field: '绩效目标', before: '走访。', after: '' }] }),
  ).toEqual([all, null]);
});
