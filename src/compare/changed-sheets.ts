import { NAME_KEY } from '../form/form.ts';
import type { ProjectChange, RowChange } from './comparison.ts';

/** A cell of a table, as its template marks it. */
export interface CellName {
  /** The row's place in its table, from 0; null for what is above the rows, such as 绩效目标. */
  row: number | null;
  /** The source's own key: 三级指标, 指标值, 备注 …; all cells of 指标值 are one. Null: the whole row, but for merged labels. */
  field: string | null;
}

/** Where something that a side does not have would be: at the start or at the end of a cell, which may go over several sheets. */
export interface Gap extends CellName {
  edge: 'start' | 'end';
}

export interface ChangedSheets {
  cells: readonly CellName[];
  /** Their sheets are to be seen beside the other side's, and have no frame for it. */
  gaps: readonly Gap[];
  isWhole: boolean;
}

type Side = 'before' | 'after';

/**
 * Null for a side that has no such table, and where the pages are as they were: a file may have been moved. A table that is
 * all new or all gone is shown without a frame, for a frame around everything points at nothing.
 */
export function toChangedSheets(change: ProjectChange, side: Side): ChangedSheets | null {
  if (change.change === 'added' || change.change === 'removed') {
    const isHere = (change.change === 'added') === (side === 'after');
    return isHere ? { cells: [], gaps: [], isWhole: true } : null;
  }
  const isRenamed = change.previousName !== undefined && change.previousName !== change.name;
  const here = change.fields.filter(
    (field) => change.keys.always.includes(field.field) || field[side] !== '',
  );
  const fields = [...(isRenamed ? [change.keys.name] : []), ...here.map(({ field }) => field)];
  const rows = change.rows.flatMap(({ change, rows, cells }): CellName[] => {
    const row = rows[side];
    if (row === null) return [];
    if (change === 'added' || change === 'removed') return [{ row, field: null }];
    const isElsewhere = change === 'renamed' || change === 'moved';
    return [...(isElsewhere ? [NAME_KEY] : []), ...cells.map(({ cell }) => cell)].map((field) => ({
      row,
      field,
    }));
  });
  const cells = [...fields.map((field) => ({ row: null, field })), ...rows];
  const gaps: Gap[] = [
    // Facts are between the name and 绩效目标.
    ...(here.length < change.fields.length
      ? [{ row: null, field: change.keys.name, edge: 'end' } as const]
      : []),
    ...listRowGaps(change.rows, side),
  ];
  return cells.length + gaps.length > 0 ? { cells, gaps, isWhole: false } : null;
}

/**
 * A row that this side does not have is behind the last that is before it on the other side and has stayed in its place, or in
 * front of all. The rows that stayed are in one order on both sides, so that their number tells which it is.
 */
function listRowGaps(changes: readonly RowChange[], side: Side): Gap[] {
  const otherSide = side === 'before' ? 'after' : 'before';
  const restless = changes.filter(({ rows, place }) => place || rows.before === null || rows.after === null);
  const numbersOn = (side: Side) => restless.flatMap(({ rows }) => rows[side] ?? []).sort((a, b) => a - b);
  const [here, there] = [numbersOn(side), numbersOn(otherSide)];
  return restless.flatMap(({ rows }): Gap[] => {
    const row = rows[otherSide];
    if (rows[side] !== null || row === null) return [];
    const stayed = row - there.filter((other) => other < row).length;
    if (stayed === 0) return [{ row: 0, field: NAME_KEY, edge: 'start' }];
    const last = here.reduce((at, other) => (other <= at ? at + 1 : at), stayed - 1);
    return [{ row: last, field: NAME_KEY, edge: 'end' }];
  });
}
