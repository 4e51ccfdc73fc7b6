import Big from 'big.js';
import type { ResultsForm, Scoring } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import { TO_FILL } from '../../form/to-fill.ts';
import { writeFigure } from '../../form/value.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { DraftIndicator } from '../table.ts';
import { readActual } from './actual.ts';
import { readPoints } from './funds.ts';
import { type ResultRow, said } from './result.ts';
import { rateOf, readDegree, roundPoints } from './score.ts';

export interface Evaluated {
  score: Big | null;
  /** What the rule gives where the author wrote other points. */
  overridden: Big | null;
  isWritten: boolean;
  band: string;
}

/** Gives points to one row. Errors: an actual value that does not fit its target, points out of range, a missing reason. */
export function evaluate(
  indicator: DraftIndicator,
  row: ResultRow,
  weight: Big,
  { form, scoring, source }: { form: ResultsForm; scoring: Scoring; source: string },
  diagnostics: Diagnostic[],
): Evaluated {
  const nothing: Evaluated = { score: null, overridden: null, isWritten: false, band: '' };
  const actual = said(row, form, 'actual');
  // What is still to fill is reported as that.
  if (actual === null || actual.text.includes(TO_FILL)) return nothing;
  const before = diagnostics.length;
  const own = readPoints(said(row, form, 'score'), weight.toFixed(), diagnostics);
  const { rate, band, reached } = judge(
    indicator,
    row,
    { form, scoring, source, isScored: own !== null },
    diagnostics,
  );
  const ruled = rate && roundPoints(weight.times(rate), scoring);
  const score = own ?? ruled;
  // A target that cannot be read is reported in its own file.
  if (score === null && diagnostics.length === before && indicator.target.kind !== 'unread')
    diagnostics.push(diagnose('error', 'result/no-rule', actual.at, { name: toLine(indicator.name.text) }));
  const rateShown = own === null ? rate : null;
  if (score !== null) explain(row, { form, scoring, weight, score, rate: rateShown, reached }, diagnostics);
  return { score, overridden: own && ruled, isWritten: own !== null, band };
}

/**
 * Compares one row with its target where the form gives no points. Errors: an actual value that does not fit its target.
 * Warning: a target that was missed without a reason, where the form has a column for it.
 */
export function compareWithTarget(
  { target, kind, name }: DraftIndicator,
  row: ResultRow,
  { form, source }: { form: ResultsForm; source: string },
  diagnostics: Diagnostic[],
): void {
  const actual = said(row, form, 'actual');
  if (actual === null || target.kind !== 'figure' || actual.text.includes(TO_FILL)) return;
  const reached = readActual(actual, { name, target }, source, diagnostics);
  if (reached === null) return;
  const rate = rateOf(target, reached, kind, { isCut: true, equal: 'exact' });
  const key = form.rowFields.find(({ use }) => use === 'reason')?.key;
  if (key === undefined || said(row, form, 'reason') !== null || rate?.gte(1) !== false) return;
  const args = { name: toLine(name.text), actual: actual.text.trim(), target: writeFigure(target), key };
  diagnostics.push(diagnose('warning', 'result/missed', row.name.at, args));
}

interface Judged {
  /** Of its points; null where the rule says nothing. */
  rate: Big | null;
  band: string;
  /** Of its target, for `≥`: what is reached beyond it is explained, too. */
  reached: Big | null;
}

function judge(
  { target, kind, name }: DraftIndicator,
  row: ResultRow,
  {
    form,
    scoring,
    source,
    isScored,
  }: { form: ResultsForm; scoring: Scoring; source: string; isScored: boolean },
  diagnostics: Diagnostic[],
): Judged {
  const nothing: Judged = { rate: null, band: '', reached: null };
  const actual = said(row, form, 'actual');
  if (actual === null || target.kind === 'unread') return nothing;
  if (target.kind === 'figure') {
    const number = readActual(actual, { name, target }, source, diagnostics);
    if (number === null) return nothing;
    const rate = rateOf(target, number, kind, scoring);
    const wanted = new Big(target.number);
    const reached = /[≥>]/.test(target.operator) && wanted.gt(0) ? number.div(wanted) : null;
    return { rate, band: '', reached };
  }
  const written = said(row, form, 'degree');
  const degree = readDegree((written ?? actual).text, scoring);
  if (degree === null || 'wording' in degree) {
    const at = (written ?? actual).at;
    const key = form.rowFields.find(({ use }) => use === 'degree')?.key ?? '';
    const bands = scoring.bands.map((band) => `${band.name}（${band.from}–${band.to} %）`).join('、');
    const text = toLine(name.text);
    if (degree !== null) diagnostics.push(diagnose('error', degree.wording, at, degree.args));
    else if (written !== null)
      diagnostics.push(diagnose('error', 'result/degree', at, { text: written.text.trim(), bands }));
    else if (!isScored)
      diagnostics.push(diagnose('error', 'result/no-degree', at, { name: text, key, bands }));
    return nothing;
  }
  return { rate: degree.share, band: degree.band, reached: null };
}

function explain(
  row: ResultRow,
  {
    form,
    scoring: { explain },
    weight,
    score,
    rate,
    reached,
  }: {
    form: ResultsForm;
    scoring: Scoring;
    weight: Big;
    score: Big;
    /** What the rule says, before the points are rounded; null where the author wrote them. */
    rate: Big | null;
    reached: Big | null;
  },
  diagnostics: Diagnostic[],
): void {
  const key = form.rowFields.find(({ use }) => use === 'reason')?.key;
  if (key === undefined || said(row, form, 'reason') !== null || weight.lte(0)) return;
  const name = toLine(row.name.text);
  const share = score.div(weight).times(100);
  if (explain.below !== null && share.lt(explain.below)) {
    const shown = rate?.times(100) ?? share;
    const args = { name, key, share: shown.round(2).toFixed(), below: explain.below };
    diagnostics.push(diagnose('error', 'result/unexplained', row.name.at, args));
  } else if (explain.above !== null && reached?.times(100).gt(explain.above)) {
    const args = { name, key, share: reached.times(100).round(2).toFixed(), above: explain.above };
    diagnostics.push(diagnose('error', 'result/unexplained#above', row.name.at, args));
  }
}
