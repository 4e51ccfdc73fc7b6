import Big from 'big.js';
import type { Scoring } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import type { MessageCode } from '../../messages/wording.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import { groupBy } from '../../util/group-by.ts';
import type { DraftIndicator } from '../table.ts';
import { roundPoints } from './score.ts';

export type Weights = ReadonlyMap<DraftIndicator, Big>;

/**
 * Points as they are written, in the results or else in the goals; the rest of its 一级指标 is shared equally by the rows
 * without any, and the last of these takes what rounding leaves. Errors: points that do not add up, and a 一级指标 that the
 * form gives points to and the goals do not have, or the other way round.
 */
export function shareWeights(
  indicators: readonly DraftIndicator[],
  writtenOf: (indicator: DraftIndicator) => string | null,
  scoring: Scoring,
  at: Span,
): { weights: Weights; diagnostics: Diagnostic[] } {
  const weights = new Map<DraftIndicator, Big>();
  const diagnostics: Diagnostic[] = [];
  for (const indicator of indicators) {
    const written = writtenOf(indicator);
    if (written !== null) weights.set(indicator, new Big(written));
  }
  const refuse = (wording: MessageCode, args: Record<string, string>) =>
    diagnostics.push(diagnose('error', wording, at, args));
  const isAllWritten = weights.size === indicators.length;
  const groups = groupBy(indicators, ({ level1 }) => level1);
  for (const [level1, rows] of isAllWritten ? [] : groups) {
    const open = rows.filter((row) => !weights.has(row));
    const points = scoring.level1s.get(level1);
    if (open.length === 0) continue;
    if (points === undefined) {
      refuse('result/weights#level1', { level1, names: listNames(open) });
      continue;
    }
    const rest = new Big(points).minus(sum(rows.flatMap((row) => weights.get(row) ?? [])));
    if (rest.lte(0)) {
      refuse('result/weights#none-left', { level1, points, names: listNames(open) });
      continue;
    }
    const share = roundPoints(rest.div(open.length), scoring);
    for (const [index, row] of open.entries()) {
      const isLast = index === open.length - 1;
      weights.set(row, isLast ? rest.minus(share.times(open.length - 1)) : share);
    }
  }
  const missing = isAllWritten ? [] : [...scoring.level1s].filter(([level1]) => !groups.has(level1));
  for (const [level1, points] of diagnostics.length > 0 ? [] : missing)
    refuse('result/weights#missing', { level1, points });
  const wanted = new Big(100).minus(scoring.execution?.points ?? 0);
  const total = sum([...weights.values()]);
  if (diagnostics.length === 0 && !total.eq(wanted))
    refuse('result/weights', { sum: total.toFixed(), wanted: wanted.toFixed() });
  return { weights, diagnostics };
}

export function sum(points: readonly Big[]): Big {
  return points.reduce((total, one) => total.plus(one), new Big(0));
}

function listNames(rows: readonly DraftIndicator[]): string {
  return rows.map(({ name }) => toLine(name.text)).join('、');
}
