import type { Form, HeadLine, Part } from '../form/form.ts';
import { isFrameless } from '../form/head.ts';
import { sumAmounts, toTenThousandYuan, writeAmount } from '../form/money.ts';
import {
  type AmountLook,
  type Fact,
  type FactPart,
  lookOf,
  pathOfPart,
  printAmount,
  printFact,
} from '../read/facts.ts';
import type { Draft } from '../read/project.ts';
import { type HeadGrid, type SharedGrid, type Stretch, shareGrid, toHeadGrid } from './head-grid.ts';
import type { ClosingView, FactCellView, FactLineView } from './views.ts';

/** Facts that are printed only when they are there stand two in a line. */
const OPTIONAL_IN_A_LINE = 2;

/** What stands above and below the indicators, and the columns of both. */
export interface FactLines {
  lines: FactLineView[];
  foot: FactLineView[];
  closings: ClosingView[];
  grid: SharedGrid;
}

/** A cell before its edges are columns. */
type Cell = Omit<FactCellView, 'columns'> & Stretch;
type Line = Omit<FactLineView, 'cells'> & { cells: Cell[] };

interface Context {
  form: Form;
  grid: HeadGrid;
  find(key: string): Fact | undefined;
}

/** `widths`: of the table's columns, in characters. */
export function toFactLines({ form, facts }: Draft, widths: readonly number[]): FactLines {
  const grid = toHeadGrid(form, widths);
  const find = (key: string) => facts.find(({ field }) => field.key === key);
  const context = { form, grid, find };
  const lines = form.head.flatMap((line) => toLines(line, context));
  const foot = form.foot.filter((line) => !isFrameless(line)).flatMap((line) => toLines(line, context));
  const shared = shareGrid(
    widths,
    form.paper,
    [...lines, ...foot].flatMap(({ cells }) => cells),
  );
  const finish = ({ cells, ...line }: Line): FactLineView => ({
    ...line,
    cells: cells.map(({ from, to, ...cell }) => {
      const columns = shared.countColumns({ from, to });
      // A name in one column is as it always was.
      return { ...cell, columns: cell.isHeading && columns === 1 ? '' : String(columns) };
    }),
  });
  return {
    lines: lines.map(finish),
    foot: foot.map((line, index) => finish({ ...line, isTied: line.isTied || index === 0 })),
    closings: form.foot.flatMap((line) => toClosing(line, context)),
    grid: shared,
  };
}

function toLines(line: HeadLine, context: Context): Line[] {
  const { grid, find, form } = context;
  switch (line.kind) {
    case 'pairs': {
      const keys = line.items.map(({ key }) => key);
      const [only = ''] = keys;
      const field = form.fields.find(({ key }) => key === only);
      if (line.isOptional && field?.block && find(only) === undefined) return [];
      if (field?.type === 'funds') return toFunds(labelOf(field.label, field.block?.unit), [only], context);
      if (field?.type === 'list') return toList(field.label, only, context);
      if (!line.isOptional)
        return [
          toPairs(
            keys,
            line.items.map(({ width }) => width),
            context,
          ),
        ];
      const given = keys.filter((key) => find(key) !== undefined);
      return Array.from({ length: Math.ceil(given.length / OPTIONAL_IN_A_LINE) }, (_, at) =>
        toPairs(given.slice(at * OPTIONAL_IN_A_LINE, (at + 1) * OPTIONAL_IN_A_LINE), [], context),
      );
    }
    case 'beside': {
      const isFunds = form.fields.some(({ key, type }) => line.keys.includes(key) && type === 'funds');
      return isFunds ? toFunds(line.label, line.keys, context) : toTexts(line.label, line.keys, context);
    }
    case 'whole':
      return toTexts(null, [line.key], context);
    case 'heading':
      return [{ ...PLAIN, cells: [heading(grid.line, line.text, { scope: 'colgroup' })] }];
    case 'room': {
      const [label, room] = grid.pair(grid.line);
      const text = line.closing === '' ? [] : [line.closing];
      return [
        {
          ...PLAIN,
          cells: [heading(label, line.label), value(room, { kind: 'room', text, room: String(line.lines) })],
        },
      ];
    }
    default:
      return [];
  }
}

function labelOf(label: string, unit: string | null | undefined): string {
  return unit ? `${label}（${unit}）` : label;
}

const PLAIN = { isLong: false, isTied: false, isBelow: false } as const;

function toPairs(keys: readonly string[], widths: readonly (number | null)[], context: Context): Line {
  const { form, grid } = context;
  const labels = keys.map((key) => form.fields.find((field) => field.key === key)?.label ?? key);
  const isPlain = widths.every((width) => width === null);
  const places =
    (isPlain ? grid.pairs(keys.length) : null) ??
    grid.split(grid.line, shareWidths(keys.length, widths)).map((stretch) => grid.pair(stretch));
  return {
    ...PLAIN,
    isLong: isLong(keys, form),
    cells: keys.flatMap((key, index) => {
      const [label, room] = places[index] ?? [grid.first, grid.rest];
      return [heading(label, labels[index] ?? key), fieldValue(room, key, context)];
    }),
  };
}

/** Those without a width have what the others leave, in equal parts. */
function shareWidths(count: number, widths: readonly (number | null)[]): number[] {
  const given = Array.from({ length: count }, (_, at) => widths[at] ?? null);
  const left = 100 - given.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const open = given.filter((width) => width === null).length;
  return given.map((width) => width ?? left / open);
}

function isLong(keys: readonly string[], { fields }: Form): boolean {
  const types = fields.filter(({ key }) => keys.includes(key)).map(({ type }) => type);
  return types.includes('paragraphs') || types.includes('text');
}

/** Texts side by side below their names; `label` stands before all of them. */
function toTexts(label: string | null, keys: readonly string[], context: Context): Line[] {
  const { form, grid } = context;
  const whole = label === null ? grid.line : grid.rest;
  const places = grid.split(
    whole,
    keys.map(() => 1),
  );
  const names = keys.map((key, index) =>
    heading(places[index] ?? whole, form.fields.find((field) => field.key === key)?.label ?? key, {
      scope: 'col',
    }),
  );
  const values = keys.map((key, index) => fieldValue(places[index] ?? whole, key, context));
  return withLabel(label, context, [
    { ...PLAIN, cells: names },
    { ...PLAIN, isLong: isLong(keys, form), isTied: true, cells: values },
  ]);
}

/** One name before several lines. */
function withLabel(label: string | null, { grid }: Context, lines: readonly Line[]): Line[] {
  if (label === null) return [...lines];
  const merged = heading(grid.first, label, {
    scope: 'rowgroup',
    kind: 'level1',
    rows: String(lines.length),
  });
  return lines.map((line, index) => ({
    ...line,
    isBelow: index > 0,
    cells: index === 0 ? [merged, ...line.cells] : line.cells,
  }));
}

/** Blocks of funds side by side: their names and amounts, line by line. */
function toFunds(label: string | null, keys: readonly string[], context: Context): Line[] {
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
  const own = given.find(({ field, row: at }) => field.key === part.key && at === row);
  const text = own?.amount ? [printAmount(own.amount, look)] : own ? printFact(own) : [];
  return value(place, {
    kind: part.type === 'amount' ? 'amount' : '',
    text,
    field: pathOfPart(key, row, part.key),
  });
}

/** A list as a table of its own: headings, rows, and the sums of its amounts. */
function toList(label: string, key: string, context: Context): Line[] {
  const { form, grid, find } = context;
  const block = form.fields.find((field) => field.key === key)?.block;
  if (!block) return [];
  const { parts, unit, total } = block;
  const given = find(key)?.parts ?? [];
  const look = lookOf(given, unit);
  const places = grid.split(
    grid.rest,
    parts.map(({ width }) => width),
  );
  const placeOf = (at: number) => places[at] ?? grid.rest;
  const count = Math.max(1, ...given.map(({ row }) => (row ?? 0) + 1));
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
      const text = part.type === 'amount' ? sumOf(part, given, look) : [];
      return value(placeOf(first + at), { kind: part.type === 'amount' ? 'amount' : '', text });
    });
    lines.push({ ...PLAIN, isTied: true, cells: [...name, ...sums] });
  }
  return withLabel(label, context, lines);
}

/** One line of headings, or two where some stand below another one. */
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

function toClosing(line: HeadLine, { find, form }: Context): ClosingView[] {
  if (line.kind === 'note') return [{ isNote: true, text: line.text, names: [] }];
  if (line.kind !== 'signatures') return [];
  const names = line.names.map((name) => {
    const fact = find(name);
    const field = form.fields.find(({ key }) => key === name);
    const text = fact === undefined ? '' : printFact(fact).join('');
    return { label: field?.label ?? name, field: field === undefined ? '' : name, text };
  });
  return [{ isNote: false, text: '', names }];
}

function fieldValue(place: Stretch, key: string, { form, find }: Context): Cell {
  const field = form.fields.find((known) => known.key === key);
  const fact = find(key);
  const text = fact === undefined ? [] : printFact(fact);
  const isChoice = field?.type === 'choice';
  return value(place, {
    field: key,
    isName: field?.role === 'name',
    kind: field?.type === 'code' ? 'code' : isChoice ? 'choice' : '',
    text: isChoice ? [] : text,
    choices: isChoice ? field.options.map((option) => ({ option, isChosen: option === text[0] })) : [],
  });
}

const EMPTY: Omit<Cell, keyof Stretch> = {
  ...{ isHeading: false, isName: false, kind: '', field: '', scope: '', rows: '', room: '', label: '' },
  ...{ text: [], choices: [] },
};

function heading({ from, to }: Stretch, label: string, more: Partial<Cell> = {}): Cell {
  return { ...EMPTY, isHeading: true, scope: 'row', label, ...more, from, to };
}

function value({ from, to }: Stretch, more: Partial<Cell>): Cell {
  return { ...EMPTY, ...more, from, to };
}
