import { FIGURE_KEY, type Form } from '../../form/form.ts';
import { toDictionary } from '../../form/headings.ts';
import { readSign } from '../../form/sign.ts';
import { findLabel } from '../../form/to-fill.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import type { Message } from '../../report/diagnostic.ts';
import { type Labels, labelOf, labelsOf } from '../rows/align.ts';
import { hasOpenCell, type Separator, separatorOf, splitCells } from '../rows/cells.ts';
import { readHeader, usualHeaders } from '../rows/header.ts';
import { type FoundRow, readRow } from '../rows/row.ts';
import type { SourceRow } from '../rows/source-row.ts';
import { writeValue } from '../rows/target.ts';
import { isComment, type Line } from './lines.ts';

/** Lines that were pasted out of a spreadsheet, from `first` up to `end`. */
export interface Run {
  first: number;
  end: number;
  /** Null when it cannot be said which cell is what. */
  rows: PastedRow[] | null;
}

/** A line of a spreadsheet as a row of the form. */
export interface PastedRow extends FoundRow {
  /** Cells that no key of a row takes. */
  left: string[];
}

/** The most lines of one cell; beyond them the quote is not a spreadsheet's. */
const LONGEST_CELL = 10;
/** UTF-16 units; what is longer is a sentence. */
const LONGEST_NAME = 60;

/** One line of a spreadsheet, which takes several lines when a cell has line ends. */
interface Piece {
  first: number;
  end: number;
  separator: Separator;
  source: SourceRow;
}

export function listRuns(lines: readonly Line[], words: Vocabulary): Run[] {
  const { form } = words;
  if (form === null) return [];
  const runs: Run[] = [];
  for (const block of listBlocks(lines, words)) {
    for (let index = 0; index < block.length; ) {
      const { run, next } = readRun(block, index, form, words);
      if (run !== null) runs.push(run);
      index = next;
    }
  }
  return runs;
}

/** Pieces that follow each other, but for empty lines. */
function listBlocks(lines: readonly Line[], words: Vocabulary): Piece[][] {
  const blocks: Piece[][] = [];
  let block: Piece[] = [];
  for (let index = 0; index < lines.length; ) {
    const piece = readPiece(lines, index, words);
    if (piece !== null) {
      if (block.length === 0) blocks.push(block);
      block.push(piece);
    } else if (lines[index]?.text.trim() !== '') block = [];
    index = piece?.end ?? index + 1;
  }
  return blocks;
}

/** The run that begins at a piece, or null; and the piece that the next one can begin at. */
function readRun(
  block: readonly Piece[],
  first: number,
  form: Form,
  words: Vocabulary,
): { run: Run | null; next: number } {
  const sources = block.map(({ source }) => source);
  const labels = labelsOf(form);
  let rows: PastedRow[] | null = [];
  let headers = usualHeaders(form);
  let above = { level1: '', level2: '' };
  let index = first;
  for (; index < block.length; index += 1) {
    const { source, separator } = block[index] as Piece;
    const header = readHeader(sources, index, toDictionary(form));
    const read = header === null ? readRow(source, headers, labels, true) : null;
    const row = read?.kind === 'row' ? toPastedRow(read.row, labels) : null;
    if (header !== null) {
      headers = [header];
      index += header.count - 1;
    } else if (read?.kind === 'labels') above = carry(above, sortLabels(read, labels), words);
    else if (row !== null) {
      above = carry(above, row, words);
      rows?.push({ ...row, ...above });
    } else if (separator === 'tab') rows = null;
    else if (!source.cells.every((cell) => /^[-:\s]*$/.test(cell?.text ?? ''))) break;
  }
  const end = block[index - 1]?.end ?? 0;
  const run = index > first && rows?.length !== 0 ? { first: block[first]?.first ?? 0, end, rows } : null;
  return { run, next: Math.max(index, first + 1) };
}

type Levels = Pick<PastedRow, 'level1' | 'level2'>;

/** A merged cell is written once, at the first of its lines. */
function carry(before: Levels, { level1, level2 }: Levels, words: Vocabulary): Levels {
  if (level2 === '') return level1 === '' ? before : { level1, level2 };
  return { level1: level1 || (isGroup(before.level1, level2, words) ? before.level1 : ''), level2 };
}

export function isGroup(level1: string, level2: string, { groups }: Vocabulary): boolean {
  return groups.some((group) => group[0] === level1 && group[1] === level2);
}

/** By what the form has them for: a label that is alone is a 二级指标 where it can be one. */
function sortLabels({ level1, level2 }: Levels, labels: Labels): Levels {
  const [one, two] = [level1, level2].map((label) => labelOf(label, labels) ?? label.replace(/\s/g, ''));
  if (one !== '' && two !== '') return { level1: one ?? '', level2: two ?? '' };
  const only = one || two || '';
  return labels.level2s.has(only) ? { level1: '', level2: only } : { level1: only, level2: '' };
}

function readPiece(lines: readonly Line[], index: number, words: Vocabulary): Piece | null {
  const line = lines[index];
  if (line === undefined || line.block !== null || isComment(line) || line.text.trim() === '') return null;
  if (line.parts !== null && (words.known.has(line.parts.key) || !line.text.includes('\t'))) return null;
  let text = line.text.replace(/^ *(?:[-•·] +)?/, '');
  if (/^[[{?]/.test(text)) return null;
  let count = 1;
  if (text.includes('"')) {
    while (count < LONGEST_CELL && hasOpenCell(text) && lines[index + count] !== undefined) {
      text += `\n${lines[index + count]?.text ?? ''}`;
      count += 1;
    }
    if (hasOpenCell(text)) {
      text = line.text;
      count = 1;
    }
  }
  const separator = separatorOf(text);
  const source = toSourceRow(splitCells(text, separator));
  const said = source.cells.filter((cell) => cell !== null);
  const isLabel = separator === 'tab' && said.length === 1 && isGroupLabel(said[0]?.text ?? '', words);
  return said.length > 1 || isLabel ? { first: index, end: index + count, separator, source } : null;
}

function isGroupLabel(text: string, { level1s, level2s }: Vocabulary): boolean {
  return labelOf(text, { level1s, level2s, isOpen: false }) !== null;
}

function toSourceRow(cells: readonly string[]): SourceRow {
  const place: Message = { code: 'import/place#line', args: {} };
  return {
    place,
    cells: cells.map((text) => (text === '' ? null : { text, place, isMerged: false, hadTags: false })),
  };
}

/** The cells of one line as a row; null where it cannot be said which cell is what. */
export function readPastedRow(cells: readonly string[], form: Form): PastedRow | null {
  const labels = labelsOf(form);
  const read = readRow(toSourceRow(cells), usualHeaders(form), labels, true);
  return read.kind === 'row' ? toPastedRow(read.row, labels) : null;
}

function toPastedRow(row: FoundRow, labels: Labels): PastedRow | null {
  const { operator = '', number = '' } = row.values.get(FIGURE_KEY) ?? {};
  // 指标1：培训人数 of a blank form is 培训人数.
  const label = findLabel(row.name)?.text ?? '';
  const name = row.name.slice(label.length).trimStart() || row.name;
  if (!isName(name) || `${operator}${number}` === '') return null;
  const others = [...row.values].filter(([key]) => key !== FIGURE_KEY);
  const texts = [
    ...row.texts,
    ...others.map(([key, figure]) => [key, writeValue(figure, row.place).text] as const),
  ];
  const isLeft = ({ code }: FoundRow['notes'][number]) =>
    code === 'import/no-column' || code === 'import/twice';
  const strange = [...row.texts].filter(([, text]) => !/\p{L}/u.test(text));
  return {
    ...{ ...row, ...sortLabels(row, labels), name },
    texts: new Map(texts.filter(([key]) => !strange.some(([other]) => other === key))),
    left: [
      ...strange.map(([, text]) => text),
      ...row.notes.filter(isLeft).flatMap(({ before }) => before),
      ...row.facts.values(),
    ],
  };
}

/** A cell that can be a name is no value. */
function isName(cell: string): boolean {
  const isShort = cell.length <= LONGEST_NAME;
  return /\p{L}/u.test(cell) && isShort && readSign(cell).operator === null && !/^[-\d０-９]/.test(cell);
}
