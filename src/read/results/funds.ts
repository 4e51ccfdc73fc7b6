import Big from 'big.js';
import { toTenThousandYuan, writeColumnAmount } from '../../form/money.ts';
import { type FundsColumn, type FundsGrid, isComputed } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import { parseAmount, type ValueFault } from '../../form/value.ts';
import { variantOf } from '../../messages/wording.ts';
import type { Located } from '../../report/diagnostic.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import { rewriteInline, writeInline } from '../edit.ts';
import type { Result } from './result.ts';
import { roundPoints, writePoints } from './score.ts';
import type { Funds } from './summary.ts';
import { sum } from './weights.ts';

/** Adds up and checks 资金. Amounts are in 万元. */
export function readFunds(
  { form, funds: written, fundsTwice, at }: Result,
  source: string,
): {
  funds: Funds | null;
  diagnostics: Diagnostic[];
} {
  const { funds: grid, scoring } = form;
  if (grid === null) return { funds: null, diagnostics: [] };
  const [total = '', ...parts] = grid.rows;
  const diagnostics = fundsTwice.map(({ text, at }) =>
    diagnose('error', 'result/funds-twice', at, { text: text.trim(), total }),
  );
  const amounts = readAmounts(grid, written, source, diagnostics);
  addUp(grid, amounts, written, at.funds, diagnostics);
  const find = (use: FundsColumn['use']) => grid.columns.find((column) => column.use === use);
  const textOf = (row: string, use: FundsColumn['use']) =>
    written.get(row)?.get(find(use)?.key ?? '') ?? null;
  const amountOf = (row: string, use: FundsColumn['use']) =>
    amounts.get(row)?.get(find(use)?.key ?? '') ?? null;
  const rateOf = (row: string): Big | null => {
    const [budget, spent] = [amountOf(row, 'budget'), amountOf(row, 'spent')];
    return budget === null || spent === null || budget.lte(0) ? null : spent.div(budget);
  };
  const rate = rateOf(total);
  if (rate?.gt(1)) {
    const args = { rate: writeRate(rate) };
    diagnostics.push(diagnose('warning', 'result/overspent', textOf(total, 'spent')?.at ?? at.funds, args));
  }
  const execution = scoring?.execution ?? null;
  const ruled =
    rate &&
    execution &&
    scoring &&
    roundPoints(new Big(execution.points).times(rate.gt(1) ? 1 : rate), scoring);
  const own = execution && readPoints(textOf(total, 'score'), execution.points, diagnostics);
  const score = own ?? ruled;
  if (execution && score === null && diagnostics.length === 0)
    diagnostics.push(diagnose('error', 'result/no-rate', at.funds, { budget: find('budget')?.key ?? '' }));
  if (
    rate &&
    execution?.explainBelow != null &&
    rate.times(100).lt(execution.explainBelow) &&
    !textOf(total, 'reason')
  ) {
    const args = { rate: writeRate(rate), below: execution.explainBelow, key: find('reason')?.key ?? '原因' };
    diagnostics.push(diagnose('error', 'result/unexplained#execution', at.funds, args));
  }
  const textOfCell = (row: string, { key, use }: FundsColumn): string => {
    const isTotal = row === total;
    const amount = amounts.get(row)?.get(key);
    if (use === 'rate') return writeRateIfAny(rateOf(row));
    if (use === 'weight') return isTotal ? (execution?.points ?? '—') : '—';
    if (use === 'score')
      return isTotal && score && scoring ? writePoints(score, scoring) + (own ? OVERRIDDEN : '') : '—';
    if (use === 'reason') return toLine(written.get(row)?.get(key)?.text ?? '');
    return amount === undefined ? '' : writeColumnAmount(amount);
  };
  const rows = [total, ...parts].map((name) => ({
    name,
    cells: grid.columns.map((column) => ({
      text: textOfCell(name, column),
      isAmount: isAmount(column),
      at: written.get(name)?.get(column.key)?.at ?? at.funds,
    })),
  }));
  const ofTotal = { budget: amountOf(total, 'budget'), spent: amountOf(total, 'spent') };
  return { funds: { rows, ...ofTotal, rate, score, overridden: own && ruled }, diagnostics };
}

/** Behind points that the author wrote. */
export const OVERRIDDEN = '＊';

/** Points that an author wrote, between 0 and what can be earned. */
export function readPoints(written: Located | null, most: string, diagnostics: Diagnostic[]): Big | null {
  if (written === null) return null;
  const text = written.text.trim();
  if (/^\d{1,3}(?:\.\d{1,4})?$/.test(text) && new Big(text).lte(most)) return new Big(text);
  diagnostics.push(diagnose('error', 'result/score-range', written.at, { text, most }));
  return null;
}

function isAmount(column: FundsColumn): boolean {
  return !isComputed(column) && column.use !== 'reason' && column.use !== 'score';
}

function readAmounts(
  { rows, columns }: FundsGrid,
  written: Result['funds'],
  source: string,
  diagnostics: Diagnostic[],
): Map<string, Map<string, Big>> {
  return new Map(
    rows.map((row) => {
      const cells = new Map<string, Big>();
      for (const { key } of columns.filter(isAmount)) {
        const located = written.get(row)?.get(key);
        const text = located?.text.trim() ?? '';
        if (located === undefined || text === '' || text === '—') continue;
        const amount = parseAmount(text);
        if ('wording' in amount) {
          diagnostics.push(refuseAmount(amount, located, source));
        } else cells.set(key, toTenThousandYuan(amount.number, amount.unit));
      }
      return [row, cells] as const;
    }),
  );
}

function refuseAmount(
  { wording, corrected, example = '', other = '' }: ValueFault,
  located: Located,
  source: string,
): Diagnostic {
  const text = located.text.trim();
  if (corrected === null)
    return diagnose('error', variantOf(wording), located.at, { text, example, other, plain: example });
  const fix = { edits: [rewriteInline(source, located, corrected)] };
  return diagnose(
    'error',
    variantOf(wording, 'corrected'),
    located.at,
    { text, corrected: writeInline(corrected) },
    fix,
  );
}

/** The total is the sum of its parts: computed where it is not written, compared where it is. */
function addUp(
  { rows, columns }: FundsGrid,
  amounts: Map<string, Map<string, Big>>,
  written: Result['funds'],
  at: Span,
  diagnostics: Diagnostic[],
): void {
  const [total = '', ...parts] = rows;
  const isBroken = diagnostics.length > 0;
  for (const column of columns.filter(isAmount)) {
    const { key } = column;
    const own = parts.flatMap((part) => amounts.get(part)?.get(key) ?? []);
    const whole = amounts.get(total)?.get(key);
    if (whole === undefined && own.length > 0) amounts.get(total)?.set(key, sum(own));
    else if (whole !== undefined && own.length > 0 && !isBroken && !whole.eq(sum(own))) {
      const args = { total, key, whole: whole.toFixed(), sum: sum(own).toFixed() };
      diagnostics.push(diagnose('error', 'result/funds-sum', written.get(total)?.get(key)?.at ?? at, args));
    }
    if (column.isRequired && !isBroken && whole === undefined && own.length === 0)
      diagnostics.push(diagnose('error', 'result/no-funds', at, { key }));
  }
}

export function writeRate(rate: Big): string {
  return `${rate.times(100).round(2, Big.roundHalfUp).toFixed(2)}%`;
}

function writeRateIfAny(rate: Big | null): string {
  return rate === null ? '—' : writeRate(rate);
}
