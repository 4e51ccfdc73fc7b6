import { FIGURE_KEY, type Form, listLeaves, NAME_KEY } from '../../form/form.ts';
import { bareHeading, type Dictionary, isValue, type Slot } from '../../form/headings.ts';
import { memoize } from '../../util/memoize.ts';
import { isSignCell } from './align.ts';
import type { SourceCell, SourceRow } from './source-row.ts';

/** The headings of a table: what each column holds; null for a column that no form has. */
export interface Header {
  slots: (Slot | null)[];
  /** What is written above each column. */
  words: string[];
  /** Rows of the source that it takes. */
  count: number;
}

/** Lines of headings, one below the other. */
const MOST_LINES = 4;
/** Rows that show how many columns are below a heading. */
const MOST_ROWS = 50;

/** The headings that begin in a row; null where it has none. */
export function readHeader(rows: readonly SourceRow[], index: number, dictionary: Dictionary): Header | null {
  const first = rows[index];
  if (first === undefined || !looksLikeHeadings(first, dictionary)) return null;
  const lines = [first];
  for (let next = index + 1; lines.length < MOST_LINES; next += 1) {
    const row = rows[next];
    if (row === undefined || !goesOn(row, dictionary)) break;
    lines.push(row);
  }
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const stacks = Array.from({ length: width }, (_, column) =>
    lines.flatMap(({ cells }) => cells[column]?.text ?? []).filter((text, at, all) => text !== all[at - 1]),
  );
  const slots = stacks.map((stack) => slotOf(stack, dictionary));
  noteHalves(slots, stacks, dictionary);
  leaveSideLabel(slots, stacks);
  // What is merged over several columns is a heading without those below it, or is written once in text.
  fillFigure(slots, stacks, rows.slice(index + lines.length, index + lines.length + MOST_ROWS));
  return { slots, words: stacks.map((stack) => stack.at(-1) ?? ''), count: lines.length };
}

/** Every word of it is a heading, and it says what the rows are called or under what they are. */
function looksLikeHeadings({ cells }: SourceRow, { columns, groups }: Dictionary): boolean {
  const texts = distinct(cells);
  const known = texts.flatMap((text) => columns.get(bareHeading(text)) ?? []);
  const over = texts.filter(
    (text) => groups.has(bareHeading(text)) && !columns.has(bareHeading(text)),
  ).length;
  const isOfRows = known.some(({ kind }) => kind !== 'fact' && kind !== 'running');
  const isNamed = known.filter(
    (slot) => slot.kind.startsWith('level') || (slot.kind === 'cell' && slot.key === '三级指标'),
  );
  return (
    isOfRows &&
    isNamed.length > 0 &&
    known.length + over >= 3 &&
    (known.length + over) * 2 > texts.length &&
    !texts.some((text) => isSignCell(text) && !columns.has(bareHeading(text)))
  );
}

/** A line below headings that has nothing but headings. */
function goesOn({ cells }: SourceRow, { columns, groups }: Dictionary): boolean {
  const texts = distinct(cells);
  const isHeading = (text: string) =>
    columns.has(bareHeading(text)) || groups.has(bareHeading(text)) || /^[（(].{1,30}[）)]$/u.test(text);
  return texts.length > 0 && texts.every(isHeading);
}

function distinct(cells: readonly (SourceCell | null)[]): string[] {
  return [...new Set(cells)].flatMap((cell) => cell?.text ?? []);
}

/** By its lowest heading, or else by those above it. */
function slotOf(stack: readonly string[], { columns }: Dictionary): Slot | null {
  const bare = stack.map(bareHeading);
  const words = [bare.join(''), ...bare.toReversed()];
  return words.flatMap((word) => columns.get(word) ?? [])[0] ?? null;
}

/** 指标值 once in each half is each time the next of the form's; alone it is the year's, which is the last one. */
function noteHalves(
  slots: (Slot | null)[],
  stacks: readonly (readonly string[])[],
  { columns, repeated }: Dictionary,
): void {
  for (const [heading, own] of repeated) {
    const halves = stacks.flatMap((stack, column) => {
      const bare = stack.map(bareHeading);
      return bare.at(-1) === heading && (bare.length === 1 || !columns.has(bare.join(''))) ? column : [];
    });
    for (const [nth, slot] of own.slice(-halves.length).entries()) {
      const column = halves[nth];
      if (column !== undefined) slots[column] = slot;
    }
  }
}

/** 绩效指标 as a label beside all rows is not their name where another column has the names. */
function leaveSideLabel(slots: (Slot | null)[], stacks: readonly (readonly string[])[]): void {
  const isName = (slot: Slot | null | undefined) => slot?.kind === 'cell' && slot.key === NAME_KEY;
  const named = slots.flatMap((slot, column) => (isName(slot) ? column : []));
  const isOver = (column: number) => stacks[column]?.some((text) => bareHeading(text) === SIDE_LABEL);
  if (named.length > named.filter(isOver).length)
    for (const column of named.filter(isOver)) slots[column] = null;
}

const SIDE_LABEL = '绩效指标';

/**
 * `指标值` over three columns without headings of their own holds sign, number and unit; beside a column of signs it is the
 * number.
 */
function fillFigure(
  slots: (Slot | null)[],
  stacks: readonly (readonly string[])[],
  rows: readonly SourceRow[],
): void {
  /** A cell begins in this column: a heading that is merged only because the lines above are finer has none. */
  const isDivided = (column: number) =>
    rows.some(({ cells }) => cells[column] != null && cells[column] !== cells[column - 1]);
  for (let column = 0; column < slots.length; column += 1) {
    const slot = slots[column];
    if (slot?.kind !== 'cell' || !isValue(slot) || slot.part !== null) continue;
    const { key } = slot;
    const isSame = (at: number) => {
      const other = slots[at];
      const isTwin = other?.kind === 'cell' && other.key === key && other.part === null;
      return at < slots.length && isDivided(at) && (isTwin || stacks[at]?.length === 0);
    };
    let end = column + 1;
    while (isSame(end)) end += 1;
    const has = (part: string) =>
      slots.some((other) => other?.kind === 'cell' && other.key === key && other.part === part);
    const parts =
      has('operator') || has('unit')
        ? (['number'] as const)
        : end - column === 3
          ? (['operator', 'number', 'unit'] as const)
          : end - column === 2
            ? (['number', 'unit'] as const)
            : [];
    for (const [at, part] of parts.entries()) slots[column + at] = { ...slot, part };
    column = end - 1;
  }
}

/**
 * Where there are no headings: the columns as the form itself has them, behind a running number, with the figure in three cells and in
 * one.
 */
export const usualHeaders = memoize((form: Form): Header[] => {
  const own = listLeaves(form.columns).flatMap(({ cell }): Slot[] => {
    if (cell === null) return [];
    const { content, part, option, condition } = cell;
    if (typeof content === 'string') return [{ kind: content }];
    const { key } = content;
    const type = form.rowFields.find((field) => field.key === key)?.type ?? 'text';
    return [{ kind: 'cell', key, type, part, option, isCopy: condition !== null }];
  });
  const isFigure = (slot: Slot | undefined) => slot?.kind === 'cell' && slot.key === FIGURE_KEY;
  return [['operator', 'number', 'unit'] as const, [null]].map((parts) => {
    const slots = own.flatMap((slot, index): Slot[] => {
      if (slot.kind !== 'cell' || !isFigure(slot) || slot.isCopy) return [slot];
      return isFigure(own[index - 1]) ? [] : parts.map((part) => ({ ...slot, part }));
    });
    const all: Slot[] = [{ kind: 'running' }, ...slots.filter(({ kind }) => kind !== 'running')];
    return { slots: all, words: all.map(() => ''), count: 0 };
  });
});
