import { isCost } from '../form/form.ts';
import { isMoney } from '../form/money.ts';
import { toLine } from '../form/text.ts';
import type { Figure } from '../form/value.ts';
import type { FigureRow, Indicator, Table } from '../read/table.ts';

export function clerkRows(table: Table): Indicator[] {
  return table.indicators.filter(({ isFixed }) => !isFixed);
}

export function targetRows(table: Table): FigureRow[] {
  return clerkRows(table).filter((row): row is FigureRow => row.target.kind === 'figure');
}

/** The same, and once more for each figure that another column of the row has, such as 中期指标值. */
export function figureRows(table: Table): FigureRow[] {
  const others = clerkRows(table).flatMap((row) =>
    row.cells.flatMap(({ value, figure }): FigureRow[] =>
      figure === null ? [] : [{ ...row, target: { kind: 'figure', ...figure, ...value } }],
    ),
  );
  return others.length === 0 ? targetRows(table) : [...targetRows(table), ...others];
}

/** Rows of costs in money, whether or not they are spent: `readSpending` knows which of them make up the project's cost. */
export function costRows(table: Table, rows = targetRows(table)): FigureRow[] {
  return rows.filter(({ kind, target }) => isCost(kind) && isMoney(target.unit));
}

export function keyOfRow(name: string, target: string): string {
  return [toLine(name), target]
    .join('\n')
    .normalize('NFKC')
    .replace(/[^\S\n]/gu, '');
}

/** `≥4次` and `>= 4.0 次` are one target. */
export function targetOf({ target }: Indicator): string {
  return target.kind === 'figure' ? keyOfFigure(target) : toLine(target.text);
}

export function keyOfFigure({ operator, number, unit }: Figure): string {
  return `${operator}${Number(number)}${unit}`;
}
