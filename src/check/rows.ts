import { isMoney } from '../form/money.ts';
import { toLine } from '../form/text.ts';
import { isCost, SYSTEM_ROW } from '../form/tree.ts';
import { isPercent } from '../form/units.ts';
import type { FigureRow, Indicator, Project } from '../read/project.ts';

/**
 * The row 项目或定额成本控制率 = 100 %, whose 备注 repeats its name, is put in by the budget system and not by the clerk, who
 * cannot change it: no check may find fault with it.
 */
export function isSystemRow({ name, target, remark }: Indicator): boolean {
  return (
    target.kind === 'figure' &&
    isPercent(target.unit) &&
    Number(target.number) === 100 &&
    toLine(name.text) === SYSTEM_ROW &&
    (remark === null || toLine(remark.text) === SYSTEM_ROW)
  );
}

/** The rows that the clerk wrote. */
export function clerkRows(project: Project): Indicator[] {
  return project.indicators.filter((row) => !isSystemRow(row));
}

/** The clerk's rows that have a figure. */
export function figureRows(project: Project): FigureRow[] {
  return clerkRows(project).filter((row): row is FigureRow => row.target.kind === 'figure');
}

/** Rows of costs in money, whether or not they are spent: `readSpending` knows which of them make up the project's cost. */
export function costRows(project: Project): FigureRow[] {
  return figureRows(project).filter(
    ({ level1, level2, target }) => isCost(level1, level2) && isMoney(target.unit),
  );
}
