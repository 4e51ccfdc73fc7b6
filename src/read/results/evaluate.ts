import Big from 'big.js';
import type { ResultsForm, Scoring } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import { TO_FILL } from '../../form/to-fill.ts';
import { writeFigure } from '../../form/value.ts';
import type { MessageCode } from '../../messages/wording.ts';
import type { Located } from '../../report/diagnostic.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { DraftIndicator } from '../table.ts';
import { readActual } from './actual.ts';
import { readPoints } from './funds.ts';
import { type ResultRow, said } from './result.ts';
import { rateOf, readDegree, roundPoints } from './score.ts';

/** By what rows are judged. `source`: the text of their file. */
export interface Rules {
  form: ResultsForm;
  scoring: Scoring;
  source: string;
}

export interface Evaluated {
  score: Big | null;
  /** What the rule gives where the author wrote other points. */
  overridden: Big | null;
  isWritten: boolean;
  /** What was earned of the points: 1 is all of them. */
  rate: Big | null;
  band: string;
}

/** A row with the target that its results put in place of the goal's, in the goal's unit and with its sign. */
export function withAdjustedTarget(
  indicator: DraftIndicator,
  row: ResultRow,
  { form, source }: Omit<Rules, 'scoring'>,
  diagnostics: Diagnostic[],
): DraftIndicator {
  const { target, name } = indicator;
  const written = said(row, form, 'adjusted');
  if (written === null || target.kind !== 'figure' || written.text.includes(TO_FILL)) return indicator;
  const number = readActual(written, { name, target }, source, diagnostics);
  return number === null ? indicator : { ...indicator, target: { ...target, number: number.toFixed() } };
}

/** Gives points to one row. Errors: an actual value that does not fit its target, points out of range, a missing reason. */
export function evaluate(
  indicator: DraftIndicator,
  row: ResultRow,
  weight: Big,
  rules: Rules,
  diagnostics: Diagnostic[],
): Evaluated {
  const { form, scoring } = rules;
  const nothing: Evaluated = { score: null, overridden: null, isWritten: false, rate: null, band: '' };
  const actual = said(row, form, 'actual');
  // What is still to fill is reported as that.
  if (actual === null || actual.text.includes(TO_FILL)) return nothing;
  const before = diagnostics.length;
  const own = readPoints(said(row, form, 'score'), weight.toFixed(), diagnostics);
  const { rate, band, reached } = rateRow(
    indicator,
    { row, actual, isScored: own !== null },
    rules,
    diagnostics,
  );
  const ruled = rate && roundPoints(weight.times(rate), scoring);
  const score = own ?? ruled;
  // A target that cannot be read is reported in its own file.
  if (score === null && diagnostics.length === before && indicator.target.kind !== 'unread')
    diagnostics.push(diagnose('error', 'result/no-rule', actual.at, { name: toLine(indicator.name.text) }));
  const share = score?.div(weight.gt(0) ? weight : 1) ?? null;
  // Of the points that the rule gives, before they are rounded.
  const shown = own === null && rate !== null ? rate : share;
  if (weight.gt(0)) explain(row, rules, { share, shown, reached }, diagnostics);
  return { score, overridden: own && ruled, isWritten: own !== null, rate: shown, band };
}

/**
 * Compares one row with its target where the form gives no points. Errors: an actual value that does not fit its target.
 * Warning: a target that was missed without a reason, where the form has a column for it.
 */
export function compareWithTarget(
  { target, kind, name }: DraftIndicator,
  row: ResultRow,
  { form, source }: Omit<Rules, 'scoring'>,
  diagnostics: Diagnostic[],
): void {
  const actual = said(row, form, 'actual');
  if (actual === null || target.kind !== 'figure' || actual.text.includes(TO_FILL)) return;
  const reached = readActual(actual, { name, target }, source, diagnostics);
  if (reached === null) return;
  const rate = rateOf(target, reached, kind, { isCut: true, equal: 'exact' });
  const key = form.rowFields.find(({ use }) => use === 'reason')?.key;
  if (key === undefined || givesReason(row, form) || rate?.gte(1) !== false) return;
  const args = { name: toLine(name.text), actual: actual.text.trim(), target: writeFigure(target), key };
  diagnostics.push(diagnose('warning', 'result/missed', row.name.at, args));
}

interface Rated {
  /** Of its points; null where the rule says nothing. */
  rate: Big | null;
  band: string;
  /** Of its target, for `≥`: what is reached beyond it is explained, too. */
  reached: Big | null;
}

function rateRow(
  { target, kind, name }: DraftIndicator,
  { row, actual, isScored }: { row: ResultRow; actual: Located; isScored: boolean },
  { form, scoring, source }: Rules,
  diagnostics: Diagnostic[],
): Rated {
  const nothing: Rated = { rate: null, band: '', reached: null };
  if (target.kind === 'unread') return nothing;
  if (target.kind === 'figure') {
    const number = readActual(actual, { name, target }, source, diagnostics);
    if (number === null) return nothing;
    const rate = rateOf(target, number, kind, scoring);
    const wanted = new Big(target.number);
    const reached = /[≥>]/.test(target.operator) && wanted.gt(0) ? number.div(wanted) : null;
    return { rate, band: '', reached };
  }
  const written = said(row, form, 'degree');
  const { text, at } = written ?? actual;
  const degree = readDegree(text, scoring);
  if (degree !== null && 'share' in degree) return { rate: degree.share, band: degree.band, reached: null };
  const bands = scoring.bands.map((band) => `${band.name}（${band.from}–${band.to} %）`).join('、');
  if (degree !== null) diagnostics.push(diagnose('error', degree.wording, at, degree.args));
  else if (written !== null)
    diagnostics.push(diagnose('error', 'result/degree', at, { text: text.trim(), bands }));
  else if (!isScored) {
    const key = form.rowFields.find(({ use }) => use === 'degree')?.key ?? '';
    diagnostics.push(diagnose('error', 'result/no-degree', at, { name: toLine(name.text), key, bands }));
  }
  return nothing;
}

/** 无 and / are not reasons. */
function givesReason(row: ResultRow, form: ResultsForm): boolean {
  const written = said(row, form, 'reason')?.text.trim() ?? '';
  return /\p{L}/u.test(written) && !/^(?:暂?无|没有|略)[。.]?$/u.test(written);
}

/** `share`: of the points; `shown`: what a message says it is. */
function explain(
  row: ResultRow,
  { form, scoring: { explain } }: Rules,
  { share, shown, reached }: Record<'share' | 'shown' | 'reached', Big | null>,
  diagnostics: Diagnostic[],
): void {
  const key = form.rowFields.find(({ use }) => use === 'reason')?.key;
  if (key === undefined || share === null || givesReason(row, form)) return;
  const report = (wording: MessageCode, part: Big, limit: Record<string, string>) => {
    const args = { name: toLine(row.name.text), key, share: part.times(100).round(2).toFixed(), ...limit };
    diagnostics.push(diagnose('error', wording, row.name.at, args));
  };
  const { below, above } = explain;
  if (below !== null && share.times(100).lt(below)) report('result/unexplained', shown ?? share, { below });
  else if (above !== null && reached?.times(100).gt(above))
    report('result/unexplained#above', reached, { above });
}
