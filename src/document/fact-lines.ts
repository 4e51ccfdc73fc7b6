import type { Form, HeadLine } from '../form/form.ts';
import { isFrameless } from '../form/head.ts';
import { printFact } from '../read/facts.ts';
import type { Draft } from '../read/table.ts';
import { toFunds, toList } from './block-lines.ts';
import { type SharedGrid, type Stretch, shareGrid, toHeadGrid } from './head-grid.ts';
import { type Cell, type Context, heading, type Line, PLAIN, value, withLabel } from './line-cells.ts';
import type { ClosingView, FactLineView } from './views.ts';

/** Facts that are printed only when they are there are two in a line. */
const OPTIONAL_IN_A_LINE = 2;

/** What is above and below the indicators, and the columns of both. */
export interface FactLines {
  lines: FactLineView[];
  foot: FactLineView[];
  closings: ClosingView[];
  grid: SharedGrid;
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

/** Texts side by side below their names; `label` is before all of them. */
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
