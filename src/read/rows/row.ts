import { NAME_KEY } from '../../form/form.ts';
import { bareHeading, isValue, type Slot } from '../../form/headings.ts';
import {
  type Alignment,
  alignInPlace,
  alignShifted,
  hasAnchor,
  isAnchor,
  type Labels,
  labelOf,
  listMissing,
  listStrange,
  type PlacedCell,
  signOf,
} from './align.ts';
import type { Header } from './header.ts';
import type { Place, SourceRow } from './source-row.ts';
import { doubtful, type Note, quoteShort, repaired } from './source-row.ts';

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

/** By the headings that suit it best. `isLoose`: its cells may have slid. */
export function readRow(
  source: SourceRow,
  headers: readonly Header[],
  labels: Labels,
  isLoose: boolean,
): ReadRow {
  const [first] = headers;
  if (first === undefined || isBeside(source)) return { kind: 'unknown' };
  // A heading that goes on beside the rows.
  const isHeading = ({ cell, from }: PlacedCell) =>
    first.slots[from] === null && bareHeading(cell.text) === bareHeading(first.words[from] ?? '');
  const cells = placeCells(source).filter((cell) => !isHeading(cell));
  // A dash is written where a group has no rows.
  const said = cells.filter(({ cell }) => !/^[-—–/／]{1,4}$/u.test(cell.text));
  if (said.length > 0 && said.every(({ cell }) => labelOf(cell.text, labels) !== null)) {
    const [upper = '', lower] = said.map(({ cell }) => labelOf(cell.text, labels) ?? '');
    if (lower !== undefined && lower !== upper) return { kind: 'labels', level1: upper, level2: lower };
    const isBelow =
      !labels.level1s.has(upper) ||
      (labels.level2s.has(upper) && first.slots[said[0]?.from ?? 0]?.kind === 'level2');
    return { kind: 'labels', level1: isBelow ? '' : upper, level2: isBelow ? upper : '' };
  }
  const isText = ({ from, to }: PlacedCell) => to > from || first.slots[from]?.kind !== 'cell';
  if (!hasAnchor(source) && cells.length === 1 && cells.some(isText)) return { kind: 'unknown' };
  const aligned = headers.map((header) => {
    const { slots } = header;
    const inPlace = alignInPlace(cells, slots, labels);
    // In a sheet or a document a cell is where it is: only a sign in another column shows that its row has slid.
    const isSound =
      inPlace.cost < DOUBTFUL ||
      (!isLoose && !listStrange(cells, inPlace.columns, slots, labels).some(({ cell }) => isAnchor(cell)));
    const shifted = isSound ? inPlace : alignShifted(cells, slots, labels);
    return shifted.cost < inPlace.cost
      ? { header, best: shifted, isShifted: true }
      : { header, best: inPlace, isShifted: false };
  });
  const { header, best, isShifted } = aligned.reduce((one, other) =>
    other.best.cost < one.best.cost ? other : one,
  );
  if (best.cost >= HOPELESS) return { kind: 'unknown' };
  const { place } = source;
  const before = source.cells.map((cell) => cell?.text ?? '');
  const notes: Note[] = [];
  if (isShifted) notes.push(noteShift(cells, best, header.slots, place, before));
  if (best.cost >= DOUBTFUL) notes.push(...noteMisfit(cells, best, header, labels, place));
  const row = gather(cells, best, header, labels);
  if (isLoose && !isShifted && mayHaveSlid(cells, best, header.slots))
    notes.push(doubtful(place, 'import/maybe-slid', {}, before));
  return { kind: 'row', row: { ...row, place, notes: [...row.notes, ...notes], before, hasOwnGroup: false } };
}

/** The cells that are strange in their columns, or else the columns that are empty. */
function noteMisfit(
  cells: readonly PlacedCell[],
  { columns }: Alignment,
  { slots, words }: Header,
  labels: Labels,
  place: Place,
): Note[] {
  const strange = listStrange(cells, columns, slots, labels);
  const before = cells.map(({ cell }) => cell.text);
  if (strange.length > 0) return [doubtful(place, 'import/misfit', { text: showCells(strange) }, before)];
  const empty = listMissing(cells, columns, slots).map((column) => quoteShort(words[column] ?? ''));
  return empty.length === 0
    ? []
    : [doubtful(place, 'import/cell-empty', { columns: empty.join('”、“') }, before)];
}

function noteShift(
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

function showCells(cells: readonly PlacedCell[]): string {
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
      const part = slot.part ?? 'number';
      if (figure[part] === '' || figure[part] === text) values.set(slot.key, { ...figure, [part]: text });
      else
        notes.push(doubtful(cell.place, 'import/twice', { key: slot.key, text: quoteShort(text) }, [text]));
    } else if (slot.kind === 'cell') add(texts, slot.key, text);
  }
  return { level1, level2, hasMergedLabel, name, values, texts, facts, notes };
}

/** 万元 where a heading says so and the cell has a number alone. */
function unitOf(heading: string, text: string): string {
  const unit = /[（(](?:单位[：:])?([百千万亿]{0,2}元)[）)]/u.exec(heading)?.[1];
  return unit !== undefined && /^-?[\d,.]+$/.test(text) ? ` ${unit}` : '';
}

/** A sum, a line of signatures, or a note: what is above or below a table and none of its rows. */
export function isBeside(row: SourceRow): boolean {
  const first = row.cells.find((cell) => cell !== null)?.text.replace(/\s/g, '') ?? '';
  return (
    /^(?:合计|总计|小计|总分|备?注|(?:填[表报])?说明)$/u.test(first) ||
    (BESIDE.test(first) && !hasAnchor(row))
  );
}

/** 注：…, 填表说明：…, 填报人（签字）：…, 此表由…填报 */
const BESIDE =
  /^[^：:（(]{0,10}(?:注|说明|要求|人|人员|领导|制表|审核|复核|日期|时间|电话|签[字名章]|盖章|公章|意见)(?:[（(][^（）()]{0,12}[）)])?[：:]|^(?:[此本上该]表|以上|[（(](?:盖章|公章|签字)|20\d\d年\d{1,2}月\d{1,2}日$)/u;
