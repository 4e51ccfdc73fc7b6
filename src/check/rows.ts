import { isCost } from '../form/form.ts';
import { isMoney } from '../form/money.ts';
import { toLine } from '../form/text.ts';
import type { Figure } from '../form/value.ts';
import type { FigureRow, Indicator, Project } from '../read/project.ts';

/** The rows that the clerk wrote. */
export function clerkRows(project: Project): Indicator[] {
  return project.indicators.filter(({ isFixed }) => !isFixed);
}

/** The clerk's rows that have a figure. */
export function figureRows(project: Project): FigureRow[] {
  return clerkRows(project).filter((row): row is FigureRow => row.target.kind === 'figure');
}

/** Rows of costs in money, whether or not they are spent: `readSpending` knows which of them make up the project's cost. */
export function costRows(project: Project): FigureRow[] {
  return figureRows(project).filter(({ kind, target }) => isCost(kind) && isMoney(target.unit));
}

/** By what two rows are the same. */
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
