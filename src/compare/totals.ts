import { writeAmount } from '../form/money.ts';
import { readSpending, sumKnown } from '../read/spending.ts';
import type { Table } from '../read/table.ts';
import type { Totals } from './comparison.ts';
import { subtractAmounts } from './difference.ts';

/** `isWhole`: no file of either side is missing in it; otherwise a difference would say nothing of the change. */
export function compareTotals(before: readonly Table[], after: readonly Table[], isWhole: boolean): Totals {
  const [old, now] = [sumOf(before), sumOf(after)];
  const unit = '万元';
  return {
    unit,
    before: old,
    after: now,
    projectsBefore: before.length,
    projectsAfter: after.length,
    indicatorsBefore: countIndicators(before),
    indicatorsAfter: countIndicators(after),
    isComplete: isWhole,
    ...(isWhole ? subtractAmounts(old, now) : {}),
  };
}

/** Empty where none of the tables says what it costs. */
function sumOf(projects: readonly Table[]): string {
  if (projects.length === 0) return '0';
  const sum = sumKnown(projects.map((project) => readSpending(project).total));
  return sum === null ? '' : writeAmount(sum);
}

function countIndicators(projects: readonly Table[]): number {
  return projects.reduce((sum, { indicators }) => sum + indicators.length, 0);
}
