import { hasMoreThanMoney, isMoney, isPrice, moneyMeant } from '../form/money.ts';
import { isSaving } from '../form/saving.ts';
import { type Figure, hasSign, parseFigure, type ValueFault, writeFigure } from '../form/value.ts';

/**
 * Reads `指标值` in a row of costs, where a unit such as `万` can only be meant as money: left as it is, the amount would be in
 * no sum. A cost is a limit, so that one without a sign is `≤`, and what is saved `≥`.
 */
export function parseCost(text: string, name: string): Figure | ValueFault {
  const read = parseFigure(text);
  if (!('wording' in read)) {
    const unit = moneyMeant(read.unit);
    if (unit === null && hasMoreThanMoney(read.unit)) return { wording: 'value/money-unit', corrected: null };
    if (unit === null) return read;
    return { wording: 'value/money-unit', corrected: writeFigure({ ...read, unit }) };
  }
  if (read.example !== undefined && /^value\/(?:range|about)$/.test(read.wording)) {
    // Of a range of costs the upper end is the limit.
    const limited = hasSign(text) || isSaving(name, '≥') ? read : parseFigure(`≤ ${text}`);
    const example = parseFigure('wording' in limited ? (limited.example ?? '') : '');
    if ('wording' in example) return read;
    return { ...read, example: writeFigure({ ...example, unit: moneyMeant(example.unit) ?? example.unit }) };
  }
  if (read.wording === 'value/no-unit') return { wording: 'value/no-unit#cost', corrected: null };
  const figure = read.corrected === null ? read : parseFigure(read.corrected);
  if ('wording' in figure) return read;
  const unit = moneyMeant(figure.unit) ?? figure.unit;
  if (hasMoreThanMoney(unit)) return { wording: 'value/money-unit', corrected: null };
  if (!isMoney(unit) && !isPrice(unit)) return read;
  const limit = isSaving(name, '=') ? '≥' : '≤';
  const operator = hasSign(text) || figure.operator !== '=' ? figure.operator : limit;
  return { ...read, corrected: writeFigure({ ...figure, operator, unit }) };
}
