import { FIGURE_KEY, NAME_KEY } from '../../form/form.ts';
import type { Slot } from '../../form/headings.ts';
import { readSign } from '../../form/sign.ts';
import {
  type Alignment,
  alignInPlace,
  alignShifted,
  isSignCell,
  isValue,
  type Labels,
  labelOf,
  type PlacedCell,
  signOf,
} from './align.ts';
import type { Place, SourceCell, SourceRow } from './grid.ts';
import type { Header } from './header.ts';
import { doubtful, type Note, quoteShort, repaired } from './note.ts';

/** The parts of a figure as their cells say them; each may be empty, and any may hold more. */
export interface FoundFigure {
  operator: string;
  number: string;
  unit: string;
  /** One column has all of it. */
  isWhole: boolean;
}

/** A row of the table, its cells by what they are. */
export interface FoundRow {
  place: Place;
  /** As they are written; empty where they are not. `inheritGroups` fills them in. */
  level1: string;
  level2: string;
  hasOwnGroup: boolean;
  /** A label of it is a merged cell: then an empty one is none. */
  hasMergedLabel: boolean;
  name: string;
  /** By key: 指标值, and others of its type. */
  values: ReadonlyMap<string, FoundFigure>;
  /** The other cells by key. */
  texts: ReadonlyMap<string, string>;
  /** Columns of a list of projects that belong above the table, by key. */
  facts: ReadonlyMap<string, string>;
  notes: Note[];
  /** Its cells as the source has them. */
  before: string[];
}

/** What a row was read as: one of the table, labels that are alone, or nothing that is known. */
export type ReadRow =
  | { kind: 'row'; row: FoundRow }
  | { kind: 'labels'; level1: string; level2: string }
  | { kind: 'unknown' };

/** From this on a row is not what its columns say. */
const DOUBTFUL = 3;
/** From this on it is no row. */
const HOPELESS = 20;

/** The cells of a row with their columns; a merged one once. */
export function placeCells({ cells }: SourceRow): PlacedCell[] {
  const placed: PlacedCell[] = [];
  for (const [column, cell] of cells.entries()) {
    const last = placed.at(-1);
    if (cell === null) continue;
    if (last?.cell === cell && last.to === column - 1) last.to = column;
    else placed.push({ cell, from: column, to: column });
  }
  return placed;
}

export function readRow(
  source: SourceRow,
  { slots, words }: Header,
  labels: Labels,
  isLoose: boolean,
): ReadRow {
  const cells = placeCells(source);
  if (isBeside(source)) return { kind: 'unknown' };
  if (cells.every(({ cell }) => labelOf(cell.text, labels) !== null)) {
    const [first = '', second] = cells.map(({ cell }) => labelOf(cell.text, labels) ?? '');
    if (second !== undefined && second !== first) return { kind: 'labels', level1: first, level2: second };
    const isBelow =
      !labels.level1s.has(first) ||
      (labels.level2s.has(first) && slots[cells[0]?.from ?? 0]?.kind === 'level2');
    return { kind: 'labels', level1: isBelow ? '' : first, level2: isBelow ? first : '' };
  }
  const inPlace = alignInPlace(cells, slots, labels);
  const shifted = inPlace.cost < DOUBTFUL ? inPlace : alignShifted(cells, slots, labels);
  const best = shifted.cost < inPlace.cost ? shifted : inPlace;
  if (best.cost >= HOPELESS) return { kind: 'unknown' };
  const { place } = source;
  const before = source.cells.map((cell) => cell?.text ?? '');
  const notes: Note[] = [];
  if (best !== inPlace) notes.push(tellShift(cells, best, slots, place, before));
  if (best.cost >= DOUBTFUL) notes.push(doubtful(place, 'import/misfit', { text: showCells(cells) }, before));
  const row = gather(cells, best, { slots, words }, labels);
  if (isLoose && best === inPlace && mayHaveSlid(cells, best, slots))
    notes.push(doubtful(place, 'import/maybe-slid', {}, before));
  return { kind: 'row', row: { ...row, place, notes: [...row.notes, ...notes], before, hasOwnGroup: false } };
}

function tellShift(
  cells: readonly PlacedCell[],
  { columns }: Alignment,
  slots: readonly (Slot | null)[],
  place: Place,
  before: readonly string[],
): Note {
  const sign = signOf(cells);
  const at = cells.findIndex(({ cell }) => cell.text === sign);
  const moves = cells.map(({ from }, index) => Math.abs((columns[index] ?? from) - from));
  const most = Math.max(...moves);
  if (sign === null || slots.length === 0)
    return repaired(place, 'import/shifted', { count: String(most) }, before);
  const count = String(moves[at] || most);
  return repaired(place, 'import/shifted#sign', { count, sign }, before);
}

/** In a text a cell that is the last of several texts, and those before it empty, may have been one of them. */
function mayHaveSlid(
  cells: readonly PlacedCell[],
  { columns }: Alignment,
  slots: readonly (Slot | null)[],
): boolean {
  const isText = (slot: Slot | null | undefined) =>
    slot?.kind === 'cell' && (slot.type === 'paragraphs' || slot.type === 'text') && slot.key !== NAME_KEY;
  const last = columns[cells.length - 1] ?? -1;
  return last > 0 && isText(slots[last]) && isText(slots[last - 1]) && !columns.includes(last - 1);
}

export function showCells(cells: readonly PlacedCell[]): string {
  return quoteShort(cells.map(({ cell }) => cell.text).join('｜'));
}

function gather(
  cells: readonly PlacedCell[],
  { columns }: Alignment,
  { slots, words }: Pick<Header, 'slots' | 'words'>,
  labels: Labels,
) {
  let [level1, level2, name] = ['', '', ''];
  const values = new Map<string, FoundFigure>();
  const texts = new Map<string, string>();
  const facts = new Map<string, string>();
  const notes: Note[] = [];
  let hasMergedLabel = false;
  const add = (map: Map<string, string>, key: string, text: string) =>
    map.set(key, [map.get(key) ?? '', text].filter(Boolean).join('\n'));
  for (const [index, { cell, from, to }] of cells.entries()) {
    const column = columns[index];
    const slot = column == null ? null : (slots[column] ?? null);
    const text = cell.text;
    if (cell.isMerged && slot?.kind.startsWith('level')) hasMergedLabel = true;
    if (cell.hadTags) notes.push(repaired(cell.place, 'import/tags', {}, [text]));
    if (slot === null) {
      notes.push(doubtful(cell.place, 'import/no-column', { text: quoteShort(text) }, [text]));
    } else if (slot.kind === 'level1') {
      level1 = text;
      // 满意度指标 over both columns is both.
      const isBoth = to > from && slots.slice(from, to + 1).some((other) => other?.kind === 'level2');
      if (isBoth && labels.level2s.has(labelOf(text, labels) ?? '')) level2 = text;
    } else if (slot.kind === 'level2') {
      if (level2 === '' || level2 === text) level2 = text;
      else
        notes.push(doubtful(cell.place, 'import/twice', { key: '二级指标', text: quoteShort(text) }, [text]));
    } else if (slot.kind === 'fact') add(facts, slot.key, `${text}${unitOf(words[column ?? 0] ?? '', text)}`);
    else if (slot.kind === 'cell' && slot.key === NAME_KEY) {
      const line = text.replaceAll('\n', '');
      if (name !== '' && name !== line)
        notes.push(doubtful(cell.place, 'import/twice', { key: NAME_KEY, text: quoteShort(text) }, [text]));
      else name = line;
    } else if (slot.kind === 'cell' && slot.option !== null)
      texts.set(slot.key, [texts.get(slot.key) ?? '', slot.option].filter(Boolean).join('、'));
    else if (slot.kind === 'cell' && isValue(slot)) {
      const figure = values.get(slot.key) ?? {
        operator: '',
        number: '',
        unit: '',
        isWhole: slot.part === null,
      };
      values.set(slot.key, { ...figure, [slot.part ?? 'number']: text });
    } else if (slot.kind === 'cell') add(texts, slot.key, text);
  }
  return { level1, level2, hasMergedLabel, name, values, texts, facts, notes };
}

/** 万元 where a heading says so and the cell has a number alone. */
function unitOf(heading: string, text: string): string {
  const unit = /[（(](?:单位[：:])?([百千万亿]{0,2}元)[）)]/u.exec(heading)?.[1];
  return unit !== undefined && /^-?[\d,.]+$/.test(text) ? ` ${unit}` : '';
}

/** A sum, or a note below the table. */
export function isBeside(row: SourceRow): boolean {
  const first = row.cells.find((cell) => cell !== null)?.text ?? '';
  return /^(?:合计|总计|小计|总分)$|^(?:注|备注|说明|填[表报]说明)[：:]/u.test(first.replace(/\s/g, ''));
}

/** Whether a row has a value: a sign in a cell of its own, or at the beginning of one. */
export function hasAnchor({ cells }: SourceRow): boolean {
  return cells.some((cell) => {
    if (cell === null) return false;
    const { operator, rest } = readSign(cell.text);
    return isSignCell(cell.text) || (operator !== null && /^\s*[\d０-９]/u.test(rest));
  });
}

/** Where the header has a column for signs, a row without any is a piece of another one. */
export function hasSignColumn({ slots }: Header): boolean {
  return slots.some((slot) => slot?.kind === 'cell' && slot.key === FIGURE_KEY && slot.part === 'operator');
}

/**
 * Rows of a text that were broken within a cell are joined again: a piece without a sign goes before or behind the row with which it
 * has as many cells as the headings.
 */
export function mendTears(
  rows: readonly SourceRow[],
  header: Header,
  isOther: (row: SourceRow) => boolean,
): { rows: SourceRow[]; notes: Map<SourceRow, Note> } {
  const notes = new Map<SourceRow, Note>();
  const mended: SourceRow[] = [];
  const width = header.slots.length;
  const off = (one: SourceRow, other: SourceRow) =>
    Math.abs(one.cells.length + other.cells.length - 1 - width);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    const last = mended.at(-1);
    if (row === undefined) continue;
    const isPiece = !hasAnchor(row) && !isOther(row) && row.cells.length <= width;
    const next = rows[index + 1];
    const before =
      isPiece && last !== undefined && !isOther(last) && last.cells.length <= width
        ? off(last, row)
        : Infinity;
    const after =
      isPiece && next !== undefined && !isOther(next) && next.cells.length <= width
        ? off(row, next)
        : Infinity;
    const isBehind =
      before <= after &&
      (before === 0 || (before <= 2 && row.cells[0] != null && last?.cells.at(-1) != null));
    const isBefore = after === 0 || (after <= 2 && row.cells.at(-1) != null && next?.cells[0] != null);
    if (isBehind && last !== undefined) {
      mended[mended.length - 1] = join(last, row, notes);
    } else if (isBefore && next !== undefined) {
      mended.push(join(row, next, notes));
      index += 1;
    } else mended.push(row);
  }
  return { rows: mended, notes };
}

function join(one: SourceRow, other: SourceRow, notes: Map<SourceRow, Note>): SourceRow {
  const [last, first] = [one.cells.at(-1) ?? null, other.cells[0] ?? null];
  const middle: SourceCell | null =
    last === null ? first : first === null ? last : { ...last, text: last.text + first.text };
  const joined = { cells: [...one.cells.slice(0, -1), middle, ...other.cells.slice(1)], place: one.place };
  const text = middle?.text ?? '';
  notes.set(
    joined,
    repaired(
      one.place,
      'import/torn',
      { text: quoteShort(text) },
      joined.cells.map((cell) => cell?.text ?? ''),
    ),
  );
  return joined;
}
