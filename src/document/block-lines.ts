import type { Part } from '../form/form.ts';
import { sumAmounts, toTenThousandYuan, writeAmount } from '../form/money.ts';
import { type AmountLook, type FactPart, lookOf, pathOfPart, printAmount, printFact } from '../read/facts.ts';
import { countCharacters, type Stretch } from './head-grid.ts';
import { type Cell, type Context, heading, type Line, PLAIN, value, withLabel } from './line-cells.ts';
import { measureText } from './text-width.ts';

/** Blocks of funds side by side: their names and amounts, line by line. */
export function toFunds(label: string | null, keys: readonly string[], context: Context): Line[] {
  const { form, grid, find } = context;
  const blocks = keys.map((key) => {
    const block = form.fields.find((field) => field.key === key)?.block;
    const given = find(key)?.parts ?? [];
    const parts = (block?.parts ?? []).filter(
      (part) => !part.isOptional || given.some(({ field }) => field.key === part.key),
    );
    return { key, unit: block?.unit ?? null, given, parts };
  });
  const places = grid.split(
    label === null ? grid.line : grid.rest,
    blocks.map(() => 1),
  );
  const count = Math.max(...blocks.map(({ parts }) => parts.length));
  // As many decimals in all of them.
  const decimals = Math.max(...blocks.map(({ given, unit }) => lookOf(given, unit).decimals));
  const lines = Array.from(
    { length: count },
    (_, at): Line => ({
      ...PLAIN,
      cells: blocks.flatMap(({ key, unit, given, parts }, index) => {
        const place = places[index] ?? grid.rest;
        const [name, amount] = grid.split(place, blocks.length === 1 ? [2, 3] : [1, 1]);
        const part = parts[at];
        if (name === undefined || amount === undefined) return [];
        if (part === undefined) return [heading(name, ''), value(amount, {})];
        return [heading(name, part.label), partCell(amount, key, part, given, null, { unit, decimals })];
      }),
    }),
  );
  return withLabel(label, context, lines);
}

function partCell(
  place: Stretch,
  key: string,
  part: Part,
  given: readonly FactPart[],
  row: number | null,
  look: AmountLook,
): Cell {
  return value(place, {
    kind: part.type === 'amount' ? 'amount' : '',
    text: printPart(part, given, row, look),
    field: pathOfPart(key, row, part.key),
  });
}

function printPart(part: Part, given: readonly FactPart[], row: number | null, look: AmountLook): string[] {
  const own = given.find(({ field, row: at }) => field.key === part.key && at === row);
  return own?.amount ? [printAmount(own.amount, look)] : own ? printFact(own) : [];
}

/** In characters, with what is more around it than around a text. */
function measureAmount([text = '']: readonly string[]): number {
  return measureText(text).reduce((sum, width) => sum + width, 0.6);
}

/** A list as a table of its own: headings, rows, and the sums of its amounts. */
export function toList(label: string, key: string, context: Context): Line[] {
  const { form, grid, find } = context;
  const block = form.fields.find((field) => field.key === key)?.block;
  if (!block) return [];
  const { parts, unit, total } = block;
  const given = find(key)?.parts ?? [];
  const look = lookOf(given, unit);
  const count = Math.max(1, ...given.map(({ row }) => (row ?? 0) + 1));
  const totals = parts.map((part) =>
    total !== null && part.type === 'amount' ? sumOf(part, given, look) : [],
  );
  const needs = parts.map((part, at) => {
    if (part.type !== 'amount') return countCharacters(part.label);
    const amounts = Array.from({ length: count }, (_, row) => printPart(part, given, row, look));
    return Math.max(countCharacters(part.label), ...[...amounts, totals[at] ?? []].map(measureAmount));
  });
  const places = grid.split(
    grid.rest,
    parts.map(({ width }) => width),
    needs,
  );
  const placeOf = (at: number) => places[at] ?? grid.rest;
  const rows = Array.from(
    { length: count },
    (_, row): Line => ({
      ...PLAIN,
      cells: parts.map((part, at) => partCell(placeOf(at), key, part, given, row, look)),
    }),
  );
  const lines = [...toHeadings(parts, placeOf), ...rows];
  if (total !== null) {
    const first = parts.findIndex(({ type }) => type === 'amount');
    const name = first === 0 ? [] : [heading({ from: placeOf(0).from, to: placeOf(first - 1).to }, total)];
    const sums = parts.slice(first).map((part, at) => {
      const text = totals[first + at] ?? [];
      return value(placeOf(first + at), { kind: part.type === 'amount' ? 'amount' : '', text });
    });
    lines.push({ ...PLAIN, isTied: true, cells: [...name, ...sums] });
  }
  return withLabel(label, context, lines);
}

/** One line of headings, or two where some are below another one. */
function toHeadings(parts: readonly Part[], placeOf: (at: number) => Stretch): Line[] {
  const isSplit = parts.some(({ above }) => above !== null);
  const first = parts.flatMap((part, at): Cell[] => {
    const { above, label } = part;
    if (above === null) return [heading(placeOf(at), label, { scope: 'col', rows: isSplit ? '2' : '' })];
    if (parts[at - 1]?.above === above) return [];
    const end = parts.findIndex((other, index) => index > at && other.above !== above);
    const to = placeOf((end < 0 ? parts.length : end) - 1).to;
    return [heading({ from: placeOf(at).from, to }, above, { scope: 'colgroup' })];
  });
  const second = parts.flatMap(({ above, label }, at) =>
    above === null ? [] : [heading(placeOf(at), label, { scope: 'col' })],
  );
  const lines: Line[] = [{ ...PLAIN, cells: first }];
  if (isSplit) lines.push({ ...PLAIN, isTied: true, cells: second });
  return lines;
}

/** Nothing where an amount cannot be read. */
function sumOf(part: Part, given: readonly FactPart[], look: AmountLook): string[] {
  const amounts = given.filter(({ field }) => field.key === part.key).map(({ amount }) => amount);
  if (amounts.length === 0 || amounts.some((amount) => amount === null || amount.unit === '')) return [];
  const sum = sumAmounts(
    amounts.map((amount) => toTenThousandYuan(amount?.number ?? '0', amount?.unit ?? '元')),
  );
  return [printAmount({ number: writeAmount(sum), unit: '万元' }, look)];
}
