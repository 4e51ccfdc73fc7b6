import Big from 'big.js';
import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Block, Field, Part } from '../form/form.ts';
import { isMoney, isPrice, plainMoney, toTenThousandYuan, writeAmount } from '../form/money.ts';
import { parsePeriod } from '../form/period.ts';
import { toLine, toParagraphs } from '../form/text.ts';
import { isKnownUnit } from '../form/units.ts';
import {
  type Figure,
  parseAmount,
  parseFigure,
  type ValueFault,
  type WrittenAmount,
  writeFigure,
} from '../form/value.ts';
import type { Located } from '../report/diagnostic.ts';

export interface Fact {
  field: Field;
  /** Of funds and lists: where they are; their text is empty. */
  value: Located;
  /** Of an amount of money; `unit` is empty where it cannot be read. */
  amount: WrittenAmount | null;
  /** Of a value of a row that is a figure. */
  figure: Figure | null;
  /** What funds and lists say, in the form's order; of a list row by row. */
  parts: readonly FactPart[];
}

export interface FactPart extends Omit<Fact, 'parts'> {
  field: Part;
  /** Of a list, from 0. */
  row: number | null;
}

export type Reader = (map: YAMLMap, key: string) => Located | null;
type ParseFigure = (text: string) => Figure | ValueFault;
export type Refuse = (fault: ValueFault, located: Located, row?: YAMLMap) => void;

/** `place`: where a node is. */
export function readFacts(
  fields: readonly Field[],
  map: YAMLMap,
  read: Reader,
  refuse: Refuse,
  place: (node: Node) => Located['at'],
  parse: ParseFigure = parseFigure,
): Fact[] {
  return fields.flatMap((field): Fact[] => {
    if (field.block !== null) {
      const node = map.get(field.key, true);
      if (!isMap(node) && !isSeq(node)) return [];
      const parts = readParts(field.block, node, read, refuse);
      return [{ field, value: { text: '', at: place(node) }, amount: null, figure: null, parts }];
    }
    const value = read(map, field.key);
    return value === null ? [] : [{ ...readValue(field, value, refuse, parse), parts: [] }];
  });
}

function readParts({ parts }: Block, node: Node, read: Reader, refuse: Refuse): FactPart[] {
  const readRow = (map: unknown, row: number | null) =>
    parts.flatMap((part): FactPart[] => {
      const value = isMap(map) ? read(map, part.key) : null;
      return value === null ? [] : [{ ...readValue(part, value, refuse, parseFigure), row }];
    });
  return isSeq(node) ? node.items.flatMap((item, row) => readRow(item, row)) : readRow(node, null);
}

function readValue<F extends Field>(field: F, value: Located, refuse: Refuse, parse: ParseFigure) {
  if (field.type === 'period' && value.text.trim() !== '') {
    const period = parsePeriod(value.text);
    if ('wording' in period) refuse(period, value);
  }
  const amount = field.type === 'amount' ? readAmount(value, refuse) : null;
  return { field, value, amount, figure: readFigure(field, value, refuse, parse) };
}

/** Of words where a figure may be, null; what can only be a figure written wrong is refused. */
function readFigure({ type }: Field, value: Located, refuse: Refuse, parse: ParseFigure): Figure | null {
  const text = value.text.trim();
  if (text === '' || (type !== 'figure' && type !== 'value')) return null;
  const figure = parse(text);
  if (!('wording' in figure)) return figure;
  if (type === 'figure' || isFigureMeant(figure)) refuse(figure, value);
  return null;
}

/** Whether what is no figure can only be one that is written wrong: `95%以上`, but not 6月底完成过半. */
export function isFigureMeant({ corrected }: ValueFault): boolean {
  const figure = corrected === null ? null : parseFigure(corrected);
  if (figure === null || 'wording' in figure) return false;
  return isKnownUnit(figure.unit) || isMoney(figure.unit) || isPrice(figure.unit);
}

function readAmount(written: Located, refuse: Refuse): Fact['amount'] {
  const text = written.text.trim();
  if (text === '') return null;
  const amount = parseAmount(text);
  if (!('wording' in amount)) return amount;
  refuse(amount, written);
  return { number: text, unit: '' };
}

/** The fact as a budget: an amount, or the sum of a block of funds, else its first line. */
export function amountOfFact({ value, amount, parts }: Fact): (Located & WrittenAmount) | null {
  const known = parts.filter((part) => part.amount !== null);
  const sum = known.find(({ field }) => field.sumOf.length > 0) ?? known[0];
  if (sum?.amount) return { ...sum.value, ...sum.amount };
  return amount && { ...value, ...amount };
}

/** A value by itself: what it is called in a list of changes, and what it is known by in its table. */
export interface NamedValue {
  /** `预算金额`, `年度资金·财政拨款`, `年度任务·防汛·总额` */
  label: string;
  /** `预算金额`, `年度资金/财政拨款`, `年度任务/1/总额` */
  path: string;
  fact: Omit<Fact, 'parts'>;
}

export function listValues(facts: readonly Fact[]): NamedValue[] {
  return facts.flatMap((fact): NamedValue[] => {
    const { key, block } = fact.field;
    if (block === null) return [{ label: key, path: key, fact }];
    const names = nameRows(fact.parts);
    return fact.parts.map((part) => {
      const name = part.row === null ? null : (names[part.row] ?? '');
      return {
        label: [key, ...(name === null ? [] : [name]), part.field.key].join('·'),
        path: pathOfPart(key, part.row, part.field.key),
        fact: part,
      };
    });
  });
}

export function pathOfPart(key: string, row: number | null, part: string): string {
  return [key, ...(row === null ? [] : [row + 1]), part].join('/');
}

/** What each row of a list is called: by its first text; rows alike are distinguished by a number. */
function nameRows(parts: readonly FactPart[]): string[] {
  const seen = new Map<string, number>();
  const names: string[] = [];
  for (const { row, value } of parts) {
    if (row === null || names[row] !== undefined) continue;
    const name = toLine(value.text).slice(0, 20);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    names[row] = count === 1 ? name : `${name}（${count}）`;
  }
  return names;
}

/** A fact as it is printed: an amount in the form's own way, a short text on one line, any other by its paragraphs. */
export function printFact(fact: Fact | Omit<Fact, 'parts'>): string[] {
  const { field, value, amount, figure } = fact;
  if ('parts' in fact && field.block !== null)
    return fact.parts.map((part) => [pathOfPart('', part.row, part.field.key), ...printFact(part)].join(' '));
  if (amount !== null) return [`${amount.number} ${amount.unit}`.trim()];
  if (figure !== null) return [writeFigure(figure)];
  if (field.type === 'paragraphs' || field.type === 'text') return toParagraphs(value.text);
  return field.type === 'code' ? [value.text] : [toLine(value.text)];
}

/** An amount in the unit of its block and without zeros that only bring points below each other. */
export function plainAmount(amount: WrittenAmount, unit: string | null): string {
  if (amount.unit === '') return amount.number;
  return `${writeAmount(new Big(convert(amount, unit)))} ${unit ?? amount.unit}`;
}

export interface AmountLook {
  /** Null where each is in its own unit. */
  unit: string | null;
  /** As many for all, so that their points are below each other. */
  decimals: number;
}

export function lookOf(parts: readonly FactPart[], unit: string | null): AmountLook {
  const numbers = parts.flatMap(({ amount }) => (amount?.unit ? [convert(amount, unit)] : []));
  return { unit, decimals: Math.max(0, ...numbers.map((number) => (number.split('.')[1] ?? '').length)) };
}

/** The number alone where the unit is written elsewhere, with the decimals of its neighbours. */
export function printAmount(amount: WrittenAmount, { unit, decimals }: AmountLook): string {
  if (unit === null || amount.unit === '') return `${amount.number} ${amount.unit}`.trim();
  return new Big(convert(amount, unit)).toFixed(decimals);
}

function convert({ number, unit }: WrittenAmount, wanted: string | null): string {
  if (wanted === null || unit === '' || plainMoney(unit) === wanted) return number;
  return writeAmount(toTenThousandYuan(number, unit).div(toTenThousandYuan('1', wanted)));
}
