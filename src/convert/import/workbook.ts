import type { MessageCode } from '../../messages/wording.ts';
import type { SourceCell } from '../../read/rows/source-row.ts';
import type { Message } from '../../report/diagnostic.ts';
import { isContinued } from './facts.ts';
import { createCells, LIMITS, Refusal, type SourceDocument, type SourceGrid, tooMany } from './grid.ts';
import { formatOf, showNumber } from './number-format.ts';
import { type Package, readPackage, readRelationships, readXml } from './package.ts';

const BOOK = 'xl/workbook.xml';

interface Look {
  strings: readonly string[];
  /** The number format of each style. */
  formats: readonly string[];
  isFrom1904: boolean;
}

/** An .xlsx file. Formulas are not calculated and links not followed: what was saved is read. Throws `Refusal`. */
export function readWorkbook(bytes: Uint8Array): SourceDocument {
  const files = readPackage(bytes, (name) =>
    /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/|^xl\/worksheets\/[^/]+\.xml$/i.test(name),
  );
  const { sheets, isFrom1904 } = listSheets(files);
  const look = { strings: readStrings(files), formats: readFormats(files), isFrom1904 };
  const makeCell = createCells();
  const notes: Message[] = [];
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  if (hidden.length > 0) notes.push({ code: 'import/hidden#sheets', args: { names: hidden.join('、') } });
  const grids = sheets
    .filter(({ isHidden }) => !isHidden)
    .map(({ name, path }) => {
      const part = files.get(path);
      // A chart has no cells.
      return part === undefined
        ? { name, rows: [], isLoose: false }
        : readSheet(name, part, look, makeCell, notes);
    });
  return { grids: joinContinued(grids), notes };
}

/** A sheet that is called as the one before it with （续）, or begins with 续表, goes on with the table of that one. */
function joinContinued(grids: readonly SourceGrid[]): SourceGrid[] {
  const joined: SourceGrid[] = [];
  for (const grid of grids) {
    const last = joined.at(-1);
    const first = grid.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.text ?? []))[0];
    if (last !== undefined && [grid.name, first ?? ''].some(isContinued))
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...grid.rows] };
    else joined.push(grid);
  }
  return joined;
}

function listSheets(files: Package) {
  const book = files.get(BOOK);
  if (book === undefined) throw new Refusal('import/damaged');
  const targets = readRelationships(files, BOOK);
  const sheets: { name: string; path: string; isHidden: boolean }[] = [];
  let isFrom1904 = false;
  readXml(book, {
    open(name, attribute) {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      if (sheets.length === LIMITS.sheets) throw tooMany('sheets');
      const path = targets.get(attribute('id') ?? '')?.target ?? '';
      const isHidden = /hidden/i.test(attribute('state') ?? '');
      sheets.push({ name: attribute('name') ?? '', path, isHidden });
    },
  });
  return { sheets, isFrom1904 };
}

/** Excel writes what XML cannot hold as _x000D_. */
function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: MessageCode) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

function readStrings(files: Package): string[] {
  const part = files.get('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let isText = false;
  let isReading = 0;
  readXml(part, {
    open(name) {
      if (name === 'si') text = '';
      // How a word is pronounced is no part of it.
      if (name === 'rPh') isReading += 1;
      isText = name === 't' && isReading === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 'rPh') isReading -= 1;
      if (name === 'si') strings.push(unescapeText(text).replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
      isText = false;
    },
  });
  return strings;
}

function readFormats(files: Package): string[] {
  const part = files.get('xl/styles.xml');
  const own = new Map<number, string>();
  const ids: number[] = [];
  if (part === undefined) return [];
  let isCell = false;
  readXml(part, {
    open(name, attribute) {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') isCell = true;
      if (name === 'xf' && isCell) ids.push(Number(attribute('numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return ids.map((id) => formatOf(id, own));
}

/** A cell as it is read. */
interface RawCell {
  column: number;
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
}

function readSheet(
  sheet: string,
  part: Uint8Array,
  look: Look,
  makeCell: ReturnType<typeof createCells>,
  notes: Message[],
): SourceGrid {
  const rows: (SourceCell | null)[][] = [];
  const merges: string[] = [];
  const formulas: string[] = [];
  const hidden: string[] = [];
  let row = -1;
  let cell: RawCell | null = null;
  let column = -1;
  let isText = false;
  let isReading = 0;
  readXml(part, {
    open(name, attribute) {
      isText = false;
      switch (name) {
        case 'row': {
          row = toIndex(attribute('r'), row);
          column = -1;
          if (row >= LIMITS.rows) throw tooMany('rows');
          rows[row] ??= [];
          if (isOn(attribute('hidden')) || isOn(attribute('zeroHeight'))) hidden.push(`第 ${row + 1} 行`);
          break;
        }
        case 'col':
          if (isOn(attribute('hidden'))) {
            const [from, to] = [Number(attribute('min')) - 1, Number(attribute('max')) - 1];
            hidden.push(from === to ? `${toLetters(from)} 列` : `${toLetters(from)}–${toLetters(to)} 列`);
          }
          break;
        case 'c': {
          column = toColumn(attribute('r') ?? '') ?? column + 1;
          const style = Number(attribute('s') ?? 0);
          cell = { column, type: attribute('t') ?? 'n', style, value: '', isFormula: false };
          break;
        }
        case 'f':
          if (cell !== null) cell.isFormula = true;
          break;
        case 'rPh':
          isReading += 1;
          break;
        case 'v':
        case 't':
          isText = isReading === 0;
          break;
        case 'mergeCell':
          merges.push(attribute('ref') ?? '');
          break;
      }
    },
    text(piece) {
      if (isText && cell !== null) cell.value += piece;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') isReading -= 1;
      if (name !== 'c' || cell === null) return;
      const shown = showCell(cell, look);
      const address = `${toLetters(cell.column)}${row + 1}`;
      if (cell.isFormula) formulas.push(address);
      if (shown.trim() !== '' && cell.column < LIMITS.columns) {
        const line = rows[row];
        if (line !== undefined)
          line[cell.column] = makeCell(shown, { code: 'import/place#cell', args: { sheet, address } });
      } else if (shown.trim() !== '') throw tooMany('columns');
      cell = null;
    },
  });
  mergeAll(rows, merges);
  if (formulas.length > 0) notes.push(note('import/formulas', sheet, formulas));
  if (hidden.length > 0) notes.push(note('import/hidden', sheet, hidden));
  return {
    name: sheet,
    isLoose: false,
    rows: Array.from(rows, (cells, index) => ({
      cells: Array.from(cells ?? [], (one) => one ?? null),
      place: { code: 'import/place#row', args: { sheet, row: String(index + 1) } },
    })),
  };
}

function note(code: MessageCode, sheet: string, places: readonly string[]): Message {
  const shown = places.slice(0, 10).join('、');
  return { code, args: { sheet, places: shown, count: String(places.length) } };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function toIndex(written: string | undefined, before: number): number {
  const number = Number(written);
  return written === undefined || !Number.isInteger(number) || number < 1 ? before + 1 : number - 1;
}

function showCell({ type, style, value }: RawCell, { strings, formats, isFrom1904 }: Look): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescapeText(value).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    case 'b':
      return value === '1' ? '是' : '否';
    case 'e':
      return value;
    case 'd':
      return value.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2}).*$/, '$1年$2月$3日');
    default:
      return showNumber(value, formats[style] ?? '', isFrom1904);
  }
}

/** Puts the first cell of each merged range at all of its places. */
function mergeAll(rows: (SourceCell | null)[][], merges: readonly string[]): void {
  let covered = 0;
  for (const range of merges) {
    const [from = '', to = from] = range.split(':');
    const [left, right] = [toColumn(from), toColumn(to)];
    const [top, bottom] = [from, to].map((address) => Number(/\d{1,7}$/.exec(address)?.[0] ?? 0) - 1);
    if (left === null || right === null || top === undefined || bottom === undefined || top < 0) continue;
    const cell = rows[top]?.[left];
    if (cell === undefined || cell === null) continue;
    cell.isMerged = true;
    const [lastRow, lastColumn] = [Math.min(bottom, rows.length - 1), Math.min(right, LIMITS.columns - 1)];
    for (let row = top; row <= lastRow; row += 1) {
      rows[row] ??= [];
      const line = rows[row];
      for (let column = left; line !== undefined && column <= lastColumn; column += 1) {
        covered += 1;
        if (covered > LIMITS.cells) throw tooMany('cells');
        line[column] = cell;
      }
    }
  }
}

/** `C12` → 2 */
function toColumn(address: string): number | null {
  const letters = /^\$?([A-Z]{1,3})/i.exec(address)?.[1]?.toUpperCase();
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function toLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : toLetters((column - rest) / 26 - 1) + letter;
}
