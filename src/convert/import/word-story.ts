import type { Place, SourceCell, SourceRow } from '../../read/rows/source-row.ts';
import type { Message } from '../../report/diagnostic.ts';
import { type createCells, LIMITS, tooMany } from './grid.ts';
import { readXml } from './package.ts';
import type { Numbering } from './word-numbering.ts';
import { readSymbol, replaceSymbols } from './word-symbols.ts';

/** What was noticed in a document, by how often. */
export interface Seen {
  changes: number;
  numbers: number;
  boxes: number;
  symbols: Set<string>;
}

export interface Story {
  numbering: Numbering;
  styles: ReadonlyMap<string, { list: string; level: number }>;
  makeCell: ReturnType<typeof createCells>;
  seen: Seen;
  placeOf(table: number, paragraph: number): Place;
}

interface Paragraph {
  text: string;
  style: string;
  list: string | null;
  level: number | null;
  /** The mark at its end was deleted: the next one goes on in it. */
  isOpen: boolean;
}

interface WordCell {
  paragraphs: string[];
  span: number;
  merge: 'none' | 'restart' | 'continue';
}

interface OpenTable {
  number: number;
  rows: SourceRow[];
  /** What goes on below, by column. */
  above: (SourceCell | null)[];
  count: number;
  cells: WordCell[];
  before: number;
  isDeleted: boolean;
  cell: WordCell | null;
}

/** One part of a document: its paragraphs and the rows of its tables, in their order. */
export function readStory(
  part: Uint8Array,
  { numbering, styles, makeCell, seen, placeOf }: Story,
): SourceRow[] {
  const rows: SourceRow[] = [];
  const tables: OpenTable[] = [];
  const paragraphs: Paragraph[] = [];
  /** What follows the block that is being read: tables within tables, and text boxes. */
  let pending: SourceRow[] = [];
  let [tableCount, paragraphCount] = [0, 0];
  let skipped = 0;
  let isText = false;
  let [isRowLook, isMarkLook] = [false, false];
  let joined = '';
  let font = '';
  /** How many tables are open around each text box that is. */
  const boxes: number[] = [];
  const isInBox = () => boxes.at(-1) === tables.length;

  const add = (row: SourceRow) => {
    if (rows.length + pending.length >= LIMITS.rows) throw tooMany('rows');
    if (tables.length > 0 || boxes.length > 0) pending.push(row);
    else rows.push(row);
  };
  const flush = () => {
    if (tables.length > 0 || boxes.length > 0) return;
    rows.push(...pending);
    pending = [];
  };

  const endParagraph = ({ text, style, list, level, isOpen }: Paragraph) => {
    const own = styles.get(style);
    const number = numbering(list ?? own?.list ?? '', level ?? own?.level ?? 0);
    if (number !== '' && text.trim() !== '') seen.numbers += 1;
    const whole = `${joined}${text.trim() === '' ? '' : number}${replaceSymbols(text)}`;
    joined = isOpen ? whole : '';
    if (isOpen) return;
    const cell = tables.at(-1)?.cell;
    if (cell && !isInBox()) {
      cell.paragraphs.push(whole.replaceAll('\t', ' '));
      return;
    }
    paragraphCount += 1;
    if (whole.trim() === '') return;
    const place: Message = isInBox() ? { code: 'import/place#box', args: {} } : placeOf(0, paragraphCount);
    const cells = whole.split('\t').map((piece) => (piece.trim() === '' ? null : makeCell(piece, place)));
    add({ cells, place });
  };

  const endRow = (table: OpenTable) => {
    table.count += 1;
    if (table.isDeleted) return;
    const [number, row] = [String(table.number), String(table.count)];
    const line: (SourceCell | null)[] = Array.from({ length: table.before }, () => null);
    for (const [index, { paragraphs: own, span, merge }] of table.cells.entries()) {
      const column = line.length;
      if (column + span > LIMITS.columns) throw tooMany('columns');
      const text = own.join('\n');
      const place: Message = {
        code: 'import/place#table-cell',
        args: { table: number, row, cell: String(index + 1) },
      };
      const above = merge === 'continue' ? (table.above[column] ?? null) : null;
      const isEmpty = text.trim() === '';
      const made = isEmpty ? null : makeCell(text, place, span > 1 || merge !== 'none');
      const cell = merge === 'continue' && isEmpty ? above : made;
      for (let covers = 0; covers < span; covers += 1) line.push(cell);
    }
    table.above = line;
    table.rows.push({ cells: line, place: { code: 'import/place#table-row', args: { table: number, row } } });
    if (table.rows.length > LIMITS.rows) throw tooMany('rows');
  };

  readXml(part, {
    open(name, attribute) {
      if (skipped > 0 || SKIPPED.has(name)) {
        skipped += 1;
        if (skipped > 1) return;
        if (name === 'del' && isRowLook) {
          const table = tables.at(-1);
          if (table) table.isDeleted = true;
        }
        const paragraph = paragraphs.at(-1);
        if (name === 'del' && isMarkLook && paragraph) paragraph.isOpen = true;
        if (name !== 'Fallback') seen.changes += 1;
        return;
      }
      const table = tables.at(-1);
      const paragraph = paragraphs.at(-1);
      switch (name) {
        case 'tbl':
          tableCount += 1;
          tables.push({
            ...{ number: tableCount, rows: [], above: [], count: 0, cells: [] },
            ...{ before: 0, isDeleted: false, cell: null },
          });
          break;
        case 'tr':
          if (table) Object.assign(table, { cells: [], before: 0, isDeleted: false });
          break;
        case 'trPr':
          isRowLook = true;
          break;
        case 'gridBefore':
          if (table) table.before = toSpan(attribute('val'));
          break;
        case 'tc':
          if (table) {
            table.cell = { paragraphs: [], span: 1, merge: 'none' };
            table.cells.push(table.cell);
          }
          break;
        case 'gridSpan':
          if (table?.cell) table.cell.span = toSpan(attribute('val'));
          break;
        case 'vMerge':
          if (table?.cell) table.cell.merge = attribute('val') === 'restart' ? 'restart' : 'continue';
          break;
        case 'p':
          paragraphs.push({ text: '', style: '', list: null, level: null, isOpen: false });
          break;
        case 'pPr':
          isMarkLook = true;
          break;
        case 'pStyle':
          if (paragraph) paragraph.style = attribute('val') ?? '';
          break;
        case 'numId':
          if (paragraph && isMarkLook) paragraph.list = attribute('val') ?? '';
          break;
        case 'ilvl':
          if (paragraph && isMarkLook) paragraph.level = Number(attribute('val') ?? 0);
          break;
        case 'ins':
        case 'moveTo':
          seen.changes += 1;
          break;
        case 'r':
          font = '';
          break;
        case 'rFonts':
          font = attribute('ascii') ?? '';
          break;
        case 't':
          isText = true;
          break;
        case 'tab':
          // Within the look of a paragraph it is a tab stop.
          if (paragraph && !isMarkLook) paragraph.text += '\t';
          break;
        case 'br':
        case 'cr':
          if (paragraph) paragraph.text += '\n';
          break;
        case 'noBreakHyphen':
          if (paragraph) paragraph.text += '-';
          break;
        case 'sym': {
          const written = attribute('char') ?? '';
          const sign = readSymbol(attribute('font') ?? '', Number.parseInt(written, 16));
          if (paragraph) paragraph.text += sign ?? '\ufffd';
          if (sign === null) seen.symbols.add(`${attribute('font')} ${written}`);
          break;
        }
        case 'txbxContent':
          boxes.push(tables.length);
          seen.boxes += 1;
          break;
      }
    },
    text(piece) {
      const paragraph = paragraphs.at(-1);
      if (!isText || skipped > 0 || paragraph === undefined) return;
      paragraph.text += /^symbol$/i.test(font)
        ? Array.from(piece, (sign) => readSymbol(font, sign.charCodeAt(0)) ?? sign).join('')
        : piece;
    },
    close(name) {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      const table = tables.at(-1);
      switch (name) {
        case 'tbl':
          if (table === undefined) break;
          tables.pop();
          if (tables.length === 0 && boxes.length === 0) rows.push(...table.rows);
          else pending.push(...table.rows);
          flush();
          break;
        case 'tr':
          if (table) endRow(table);
          break;
        case 'trPr':
          isRowLook = false;
          break;
        case 'tc':
          if (table) table.cell = null;
          break;
        case 'p': {
          const paragraph = paragraphs.pop();
          if (paragraph) endParagraph(paragraph);
          flush();
          break;
        }
        case 'pPr':
          isMarkLook = false;
          break;
        case 't':
          isText = false;
          break;
        case 'txbxContent':
          boxes.pop();
          break;
      }
    },
  });
  return rows;
}

/** What was deleted or moved away, and the twin of a drawing for old programs. */
const SKIPPED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback']);

function toSpan(value: string | undefined): number {
  const span = Number(value);
  return Number.isInteger(span) && span > 0 ? Math.min(span, LIMITS.columns) : 1;
}
