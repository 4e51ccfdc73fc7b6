import Big from 'big.js';
import type { Lamp, ResultsForm } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import { TO_FILL } from '../../form/to-fill.ts';
import { isPercent } from '../../form/units.ts';
import { writeFigure } from '../../form/value.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { DraftIndicator } from '../table.ts';
import { readActual } from './actual.ts';
import { type ResultRow, said } from './result.ts';
import { directionOf, rateOf } from './score.ts';

export interface Monitored {
  lamp: Lamp | null;
  /** One of the form's options; empty where none can be known. */
  likelihood: string;
}

/** Judges one row in the middle of a year. Errors: values that do not fit their target, and doubts that are not explained. */
export function monitor(
  indicator: DraftIndicator,
  row: ResultRow,
  { form, month, source }: { form: ResultsForm; month: number; source: string },
  diagnostics: Diagnostic[],
): Monitored {
  const { target, kind } = indicator;
  const read = (use: 'actual' | 'forecast'): Big | null => {
    const written = said(row, form, use);
    if (written === null || target.kind !== 'figure' || written.text.includes(TO_FILL)) return null;
    return readActual(written, { name: indicator.name, target }, source, diagnostics);
  };
  const actual = read('actual');
  const forecast = read('forecast');
  const lamp =
    actual === null || target.kind !== 'figure' ? null : lampOf(target, kind, actual, month, form.lamps);
  const field = form.rowFields.find(({ use }) => use === 'likelihood');
  if (field === undefined) return { lamp, likelihood: '' };
  const [certain = ''] = field.options;
  const written = said(row, form, 'likelihood');
  const name = toLine(row.name.text);
  if (written === null && lamp !== null && !lamp.isGood) {
    const args = { name, key: field.key, lamp: lamp.name, options: field.options.join('、') };
    diagnostics.push(diagnose('error', 'result/no-likelihood', row.name.at, args));
    return { lamp, likelihood: '' };
  }
  const likelihood = written?.text.trim() ?? certain;
  const missing = (['forecast', 'deviation', 'explanation'] as const).flatMap((use) => {
    const known = form.rowFields.find((one) => one.use === use);
    return known === undefined || said(row, form, use) !== null ? [] : [known.key];
  });
  if (likelihood !== certain && missing.length > 0) {
    const args = { name, likelihood, missing: missing.join('、') };
    diagnostics.push(diagnose('error', 'result/doubt-unexplained', (written ?? row.name).at, args));
  }
  if (forecast !== null && target.kind === 'figure' && forecast.gte(0)) {
    const { text = '', at = row.name.at } = said(row, form, 'forecast') ?? {};
    const args = { name, text: text.trim(), target: writeFigure(target), key: field.key, likelihood };
    const grows = directionOf(target, kind) === 'up' && !isShare(target);
    const isMissed = rateOf(target, forecast, kind, { isCut: true, equal: 'exact' })?.lt(1);
    if (grows && actual?.gt(forecast))
      diagnostics.push(diagnose('warning', 'result/forecast#less', at, args));
    else if (isMissed && likelihood === certain)
      diagnostics.push(diagnose('warning', 'result/forecast', at, args));
  }
  return { lamp, likelihood };
}

/** A share does not grow with the year. */
function isShare({ unit }: { unit: string }): boolean {
  return isPercent(unit) || unit === '‰';
}

/** By actual ÷ (target × month ÷ 12). A share does not grow with the year, and a limit is only kept or exceeded. */
function lampOf(
  target: Extract<DraftIndicator['target'], { kind: 'figure' }>,
  kind: DraftIndicator['kind'],
  actual: Big,
  month: number,
  lamps: readonly Lamp[],
): Lamp | null {
  const wanted = new Big(target.number);
  const [worst] = lamps;
  const best = lamps.findLast(({ isGood }) => isGood) ?? null;
  if (worst === undefined) return null;
  if (directionOf(target, kind) === 'down') return actual.lte(wanted) ? best : worst;
  if (wanted.lte(0)) return actual.gte(wanted) ? best : worst;
  const due = isShare(target) ? wanted : wanted.times(month).div(12);
  const rate = actual.div(due).times(100);
  return lamps.find(({ upTo }) => upTo === null || rate.lt(upTo)) ?? lamps.at(-1) ?? null;
}
