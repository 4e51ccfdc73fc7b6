import Big from 'big.js';

/** The form's signs. 定性 and 定量（其他） are not signs here: a row of that kind has its own key. */
export type Operator = '=' | '>' | '<' | '≥' | '≤';

/** `≤ 2.73 万元` taken apart. The number is kept as written (`76.00` stays `76.00`). */
export interface Figure {
  operator: Operator;
  number: string;
  unit: string;
}

/** Full-width and ASCII twins of the form's signs, two-character ones first. */
const SIGNS: readonly (readonly [string, Operator])[] = [
  ['>=', '≥'],
  ['<=', '≤'],
  ['＞＝', '≥'],
  ['＜＝', '≤'],
  ['=', '='],
  ['＝', '='],
  ['>', '>'],
  ['＞', '>'],
  ['<', '<'],
  ['＜', '<'],
  ['≥', '≥'],
  ['≧', '≥'],
  ['≤', '≤'],
  ['≦', '≤'],
];

const NUMBER = /^-?\d+(?:\.\d+)?/;
/** Longer than any unit of the form; a value that goes on is a sentence and belongs under 定性. */
const LONGEST_UNIT = 20;

/** The reason a value is refused (a wording of the catalogue) and, where it can be known, the corrected text. */
export interface ValueFault {
  wording: string;
  corrected: string | null;
}

/** Reads `指标值`: sign, number, unit, blanks between them optional. */
export function parseFigure(text: string): Figure | ValueFault {
  const written = text.trim();
  const sign = SIGNS.find(([twin]) => written.startsWith(twin));
  const amount = readAmount(sign ? written.slice(sign[0].length) : written);
  const operator = sign?.[1] ?? '=';
  const corrected = (unit: string) => (amount.number === '' ? null : `${operator} ${amount.number} ${unit}`);
  if (amount.number === '') return { wording: 'value/no-number', corrected: null };
  if (amount.fault !== null) return { wording: amount.fault, corrected: corrected(amount.unit) };
  if (amount.unit === '') return { wording: 'value/no-unit', corrected: corrected('%') };
  if (amount.unit.length > LONGEST_UNIT || /[\s\d]/.test(amount.unit)) {
    return { wording: 'value/not-one-figure', corrected: null };
  }
  if (sign === undefined) return { wording: 'value/no-sign', corrected: corrected(amount.unit) };
  return { operator, number: amount.number, unit: amount.unit };
}

/** The form's own way to write a figure. */
export function writeFigure({ operator, number, unit }: Figure): string {
  return `${operator} ${number} ${unit}`;
}

/** Reads a plain amount such as 预算金额's `2.73 万元`. */
export function parseAmount(text: string): { number: string; unit: string } | ValueFault {
  const amount = readAmount(text.trim());
  if (amount.number === '') return { wording: 'value/no-number', corrected: null };
  const corrected = `${amount.number} ${amount.unit || '万元'}`;
  if (amount.fault !== null) return { wording: amount.fault, corrected };
  if (!isMoney(amount.unit)) return { wording: 'value/no-money-unit', corrected: `${amount.number} 万元` };
  return { number: amount.number, unit: amount.unit };
}

/** A number and what follows it. Full-width digits and thousands commas are understood only to show the corrected text. */
function readAmount(text: string): { number: string; unit: string; fault: string | null } {
  const half = text.replace(/[０-９．，％－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const plain = half
    .trim()
    .replace(/^(-?\d{1,3}(?:,\d{3})+)(?!\d)/, (grouped) => grouped.replaceAll(',', ''));
  const number = NUMBER.exec(plain)?.[0] ?? '';
  const unit = plain.slice(number.length).trim();
  if (/[０-９．]/.test(text.slice(0, text.length - unit.length))) {
    return { number, unit, fault: 'value/full-width-digits' };
  }
  return { number, unit, fault: plain === half.trim() ? null : 'value/thousands' };
}

/** How much one unit is in 万元; other units are no money. */
const MONEY: ReadonlyMap<string, string> = new Map([
  ['元', '0.0001'],
  ['万元', '1'],
  ['亿元', '10000'],
]);

export function isMoney(unit: string): boolean {
  return MONEY.has(unit);
}

/** An amount of money in 万元, exact. The unit must be one that `isMoney` accepts. */
export function toTenThousandYuan(number: string, unit: string): Big {
  const factor = MONEY.get(unit);
  if (factor === undefined) throw new Error(`not a unit of money: ${unit}`);
  return new Big(number).times(factor);
}

/** Decimals, never floats: 0.1 + 0.2 = 0.3. */
export function sumAmounts(amounts: readonly Big[]): Big {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0));
}

/** `90.08`, without trailing zeros and never in exponent form. */
export function writeAmount(amount: Big): string {
  return amount.toFixed();
}
