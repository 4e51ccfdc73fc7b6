import { type Form, listGroups } from '../../form/form.ts';
import { isValue, type Slot } from '../../form/headings.ts';
import { isUsualUnit } from '../../form/money.ts';
import { readSign } from '../../form/sign.ts';
import { memoize } from '../../util/memoize.ts';
import type { SourceCell, SourceRow } from './source-row.ts';

/** A cell of a row with the columns that it covers. */
export interface PlacedCell {
  cell: SourceCell;
  from: number;
  to: number;
}

/** Which cell is in which column: their indexes, in the order of the cells; null where none takes it. */
export interface Alignment {
  columns: (number | null)[];
  /** How much speaks against it: 0 where all cells are what their columns say, and none is missing. */
  cost: number;
}

export interface Labels {
  level1s: ReadonlySet<string>;
  level2s: ReadonlySet<string>;
  /** A 一级指标 of the form takes any 二级指标. */
  isOpen: boolean;
}

export const labelsOf = memoize((form: Form): Labels => {
  const groups = listGroups(form);
  return {
    level1s: new Set(groups.map(([level1]) => level1)),
    level2s: new Set(groups.map(([, level2]) => level2)),
    isOpen: form.openLevel1s.size > 0,
  };
});

const BAD = 10;
/** A column that a row cannot do without, and has not. */
const MISSING = 10;
const NO_SIGN = 4;
const SHIFT = 1;
/** Columns beyond which a row is not looked at for a shift: the work grows with their cube, and no form has so many. */
const MOST_COLUMNS = 50;

/** The sign of a row in a cell of its own: = > < ≥ ≤, 定性, 定量. */
export function isSignCell(text: string): boolean {
  const { operator, rest } = readSign(text.trim());
  return (operator !== null && rest.trim() === '') || SIGN_WORDS.test(text.trim());
}

/** A sign in a cell of its own, or at the beginning of a value. */
export function isAnchor({ text }: SourceCell): boolean {
  const { operator, rest } = readSign(text);
  // 其他 is a sign of value, and more often a name: 其他资金.
  return (isSignCell(text) && text !== '其他') || (operator !== null && /^\s*[\d０-９]/u.test(rest));
}

export function hasAnchor({ cells }: SourceRow): boolean {
  return cells.some((cell) => cell !== null && isAnchor(cell));
}

/** What takes the place of a sign; the superscript three is what is left of the Symbol font's ≥. */
const SIGN_WORDS =
  /^(?:[³£]|定性(?:指标)?|定量(?:指标|其他|[（(]其他[)）])?|其他|大于|小于|等于|大于(?:或者?)?等于|小于(?:或者?)?等于|不低于|不少于|不超过|不高于|不多于|至少)$/u;

export function isWordsSign(text: string): boolean {
  return /^(?:定性|定量|其他)/u.test(text.trim());
}

/** A 一级指标 or 二级指标, however it was broken over lines. */
export function labelOf(text: string, { level1s, level2s }: Labels): string | null {
  const bare = text.replace(/[\s*＊:：]|^[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]/gu, '');
  return (
    [bare, `${bare}指标`, bare.split(/[（(]/u)[0] ?? ''].find(
      (word) => level1s.has(word) || level2s.has(word),
    ) ?? null
  );
}

/** Word for word: 满意度 can be a row's name. */
function isLabel(text: string, { level1s, level2s }: Labels): boolean {
  return level1s.has(text) || level2s.has(text);
}

/** What speaks against a text in a column, from 0 to `BAD`. `sign`: of its row; null where none is known. */
function misfitOf(text: string, slot: Slot | null, sign: string | null, labels: Labels): number {
  if (slot === null) return 1;
  const isSign = isSignCell(text);
  const isNumber = NUMBER.test(text);
  switch (slot.kind) {
    case 'level1':
    case 'level2':
      if (labelOf(text, labels) !== null) return 0;
      if (labels.isOpen && slot.kind === 'level2' && !isSign && !isNumber) return 0;
      return isSign || isNumber || text.length > 16 || isUsualUnit(text) ? BAD : 4;
    case 'running':
      return /^[\d一二三四五六七八九十]{1,4}[.、．]?$/u.test(text) ? 0 : BAD;
    case 'fact':
      return isSign ? BAD : 0;
    case 'cell':
      break;
  }
  if (slot.option !== null) return text.length > 4 ? BAD : 0;
  if (isValue(slot)) {
    const isWords = sign !== null && isWordsSign(sign);
    if (slot.part === 'operator') return isSign ? 0 : BAD;
    if (slot.part === 'unit') {
      if (isWords) return text.length > 8 ? BAD : 3;
      if (isUsualUnit(text)) return 0;
      return isSign || isNumber || text.length > 12 || /[。，；：\n]/u.test(text) ? BAD : 1;
    }
    if (isSign) return BAD;
    if (isWords) return isUsualUnit(text) ? 4 : 0;
    if (sign === null) return /\d/.test(text) || slot.part === null ? 0 : 1;
    if (isNumber) return 0;
    return /^[\s]*[\d０-９]/u.test(text) ? 1 : BAD;
  }
  if (isSign) return BAD;
  if (slot.key === '三级指标') {
    if (isNumber || !/\p{L}/u.test(text)) return BAD;
    return isLabel(text, labels) || isUsualUnit(text) ? 6 : 0;
  }
  if (slot.type === 'weight') return isNumber ? 0 : BAD;
  if (slot.type === 'line') return 0;
  if (isLabel(text, labels)) return 6;
  return isUsualUnit(text) ? 5 : isNumber ? 3 : 0;
}

const NUMBER = /^-?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?\s?[%％‰]?$/u;

function costOfMissing(slot: Slot | null): number {
  if (slot?.kind !== 'cell' || slot.isCopy) return 0;
  if (slot.key === '三级指标') return MISSING;
  if (slot.type !== 'figure') return 0;
  if (slot.part === 'operator') return NO_SIGN;
  return slot.part === 'unit' ? 0 : MISSING;
}

/** The cells where they are. */
export function alignInPlace(
  cells: readonly PlacedCell[],
  slots: readonly (Slot | null)[],
  labels: Labels,
): Alignment {
  const columns = cells.map(({ from, to }) => slotWithin(from, to, slots));
  return { columns, cost: costOf(cells, columns, slots, labels) };
}

/** The cells that are not what their columns say; those beyond the last column have none. */
export function listStrange(
  cells: readonly PlacedCell[],
  columns: readonly (number | null)[],
  slots: readonly (Slot | null)[],
  labels: Labels,
): PlacedCell[] {
  const sign = signOf(cells);
  return cells.filter(({ cell }, index) => {
    const column = columns[index];
    return column != null && misfitOf(cell.text, slots[column] ?? null, sign, labels) > 0;
  });
}

/** A merged cell is in the first column that it covers and that holds anything. */
function slotWithin(from: number, to: number, slots: readonly (Slot | null)[]): number | null {
  for (let column = from; column <= to; column += 1) {
    const slot = slots[column];
    // Words over the three cells of a figure are its value.
    const isFigure = slot?.kind === 'cell' && slot.part === 'operator' && to > from;
    if (slot && !isFigure) return column;
  }
  return from < slots.length ? from : null;
}

function costOf(
  cells: readonly PlacedCell[],
  columns: readonly (number | null)[],
  slots: readonly (Slot | null)[],
  labels: Labels,
): number {
  const sign = signOf(cells);
  const own = cells.reduce((sum, { cell }, index) => {
    const column = columns[index];
    return sum + (column == null ? BAD : misfitOf(cell.text, slots[column] ?? null, sign, labels));
  }, 0);
  const missing = listMissing(cells, columns, slots).reduce(
    (sum, column) => sum + costOfMissing(slots[column] ?? null),
    0,
  );
  return own + missing;
}

/** The columns that a row cannot do without, and has not. */
export function listMissing(
  cells: readonly PlacedCell[],
  columns: readonly (number | null)[],
  slots: readonly (Slot | null)[],
): number[] {
  return slots.flatMap((slot, column) => {
    const isThere = columns.includes(column) || coversColumn(cells, column);
    return isThere || costOfMissing(slot) === 0 ? [] : column;
  });
}

function coversColumn(cells: readonly PlacedCell[], column: number): boolean {
  return cells.some(({ from, to }) => to > from && from <= column && column <= to);
}

/** The sign of a row that has one cell of it. */
export function signOf(cells: readonly PlacedCell[]): string | null {
  return cells.find(({ cell }) => isSignCell(cell.text))?.cell.text ?? null;
}

/** The cells in their order, each in the column that suits it best; a row may have slid as a whole or from one cell on. */
export function alignShifted(
  cells: readonly PlacedCell[],
  slots: readonly (Slot | null)[],
  labels: Labels,
): Alignment {
  if (slots.length > MOST_COLUMNS) return { columns: cells.map(() => null), cost: Infinity };
  const sign = signOf(cells);
  const between = (from: number, to: number) =>
    slots.slice(from, to).reduce((sum, slot) => sum + costOfMissing(slot), 0);
  /** For the cells so far: the best cost that ends in each column, and how it came there. */
  let best: { cost: number; columns: number[] }[] = [];
  for (const [index, { cell, from }] of cells.entries()) {
    const next = slots.map((slot, column): { cost: number; columns: number[] } => {
      const own = misfitOf(cell.text, slot, sign, labels) + (slot === null ? 2 : 0);
      if (index === 0) {
        return { cost: own + between(0, column) + (column === from ? 0 : SHIFT), columns: [column] };
      }
      let found = { cost: Infinity, columns: [] as number[] };
      for (let before = 0; before < column; before += 1) {
        const way = best[before];
        if (way === undefined) continue;
        const moved = column - from !== before - (cells[index - 1]?.from ?? 0);
        const cost = way.cost + own + between(before + 1, column) + (moved ? SHIFT : 0);
        if (cost < found.cost) found = { cost, columns: [...way.columns, column] };
      }
      return found;
    });
    best = next;
  }
  const ends = best.map(({ cost, columns }, column) => ({
    cost: cost + between(column + 1, slots.length),
    columns,
  }));
  const first = ends.reduce((one, other) => (other.cost < one.cost ? other : one), {
    cost: Infinity,
    columns: [] as number[],
  });
  if (first.cost === Infinity) return { columns: cells.map(() => null), cost: Infinity };
  return { columns: first.columns, cost: costOf(cells, first.columns, slots, labels) };
}
