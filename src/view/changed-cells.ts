import type { ProjectChange } from '../comparison/comparison.ts';

/** A cell of a table, as its template marks it. */
export interface CellName {
  /** The row's place in its table, from 0; null for what stands above the rows, such as 绩效目标. */
  row: number | null;
  /** The source's own key: 三级指标, 指标值, 备注 …; all cells of 指标值 are one. Null: the whole row, but for merged labels. */
  field: string | null;
}

/** What there is to see on one side of a changed table. */
export interface ChangedSheets {
  /** To be framed. */
  cells: CellName[];
  /** Which sheets are to be seen although nothing is framed on them; `first`: the first, when no other is. */
  others: 'none' | 'first' | 'all';
}

/** These stand on every sheet, even empty. */
const ALWAYS_THERE = new Set(['项目编码', '绩效目标']);

/**
 * Null for a side that has no such table, and where the pages are as they were: a file may have been moved. A table that is
 * all new or all gone is shown without a frame, for a frame around everything points at nothing.
 */
export function toChangedSheets(change: ProjectChange, side: 'before' | 'after'): ChangedSheets | null {
  if (change.change === 'added' || change.change === 'removed') {
    const isHere = (change.change === 'added') === (side === 'after');
    return isHere ? { cells: [], others: 'all' } : null;
  }
  const isRenamed = change.previousName !== undefined && change.previousName !== change.name;
  const fields = [
    ...(isRenamed ? ['项目名称'] : []),
    ...change.fields
      .filter((field) => ALWAYS_THERE.has(field.field) || field[side] !== '')
      .map(({ field }) => field),
  ];
  const rows = change.rows.flatMap(({ change, rows, cells }): CellName[] => {
    const row = rows[side];
    if (row === null) return [];
    if (change === 'added' || change === 'removed') return [{ row, field: null }];
    const isElsewhere = change === 'renamed' || change === 'moved';
    return [...(isElsewhere ? ['三级指标'] : []), ...cells.map(({ cell }) => cell)].map((field) => ({
      row,
      field,
    }));
  });
  const cells = [...fields.map((field) => ({ row: null, field })), ...rows];
  if (cells.length > 0) return { cells, others: 'none' };
  // What is not there has no cell: its place is to be seen all the same.
  return change.fields.length > 0 ? { cells, others: 'first' } : null;
}
