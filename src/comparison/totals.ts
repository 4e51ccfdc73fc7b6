import type { Project } from '../project/project.ts';
import { sumAmounts, writeAmount } from '../project/value.ts';
import { costOf } from '../view/booklet-view.ts';
import type { Totals } from './comparison.ts';
import { subtract } from './difference.ts';

/** `isWhole`: no file of either side is missing in it; otherwise a difference would say nothing of the change. */
export function compareTotals(
  before: readonly Project[],
  after: readonly Project[],
  isWhole: boolean,
): Totals {
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
    ...(isWhole ? subtract({ number: old, unit }, { number: now, unit }) : {}),
  };
}

function sumOf(projects: readonly Project[]): string {
  return writeAmount(sumAmounts(projects.map(costOf)));
}

function countIndicators(projects: readonly Project[]): number {
  return projects.reduce((sum, { indicators }) => sum + indicators.length, 0);
}
