import { isCost } from '../form/form.ts';
import { isMoney } from '../form/money.ts';
import { toLine } from '../form/text.ts';
import type { Figure } from '../form/value.ts';
import type { FigureRow, Indicator, Table } from '../read/table.ts';

export function clerkRows(project: Table): Indicator[] {
  return project.indicators.filter(({ isFixed }) => !isFixed);
}

export function targetRows(project: Table): FigureRow[] {
  return clerkRows(project).filter((row): row is FigureRow => row.target.kind === 'figure');
}

/** The same, and once more for each figure that another column of the row has, such as 中期指标值. */
export function figureRows(project: Table): FigureRow[] {
  const others = clerkRows(project).flatMap((row) =>
    row.cells.flatMap(({ value, figure }): FigureRow[] =>
      figure === null ? [] : [{ ...row, target: { kind: 'figure', ...figure, ...value } }],
    ),
  );
  return others.length === 0 ? targetRows(project) : [...targetRows(project), ...others];
}

/** Rows of costs in money, whether or not they are spent: `readSpending` knows which of them make up the project's cost. */
export function costRows(project: Table, rows = targetRows(project)): FigureRow[] {
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
