import { hasOpenCell, separatorOf, splitCells, splitQuoted } from '../../read/rows/cells.ts';
import type { SourceRow } from '../../read/rows/source-row.ts';
import type { Message } from '../../report/diagnostic.ts';
import { createCells, LIMITS, Refusal, type SourceDocument, tooMany } from './grid.ts';

/** The most lines of one cell; beyond them the quote is not a spreadsheet's. */
const LONGEST_CELL = 40;
/** Empty ones and those within cells are no rows. */
const MOST_LINES = LIMITS.rows * 10;

/** Text whose cells are kept apart by tabs, commas or bars: out of a spreadsheet, or extracted from a document. Throws `Refusal`. */
export function readTextTable(bytes: Uint8Array): SourceDocument {
  const { text, encoding } = decode(bytes);
  const lines = text.split(/\r\n|\n|\r/, MOST_LINES + 1);
  if (lines.length > MOST_LINES) throw tooMany('rows');
  const makeCell = createCells();
  const delimiter = findDelimiter(lines);
  const rows: SourceRow[] = [];
  for (let index = 0; index < lines.length; ) {
    const { record, count } = readRecord(lines, index, delimiter);
    const line = String(index + 1);
    index += count;
    if (record.trim() === '') continue;
    if (rows.length === LIMITS.rows) throw tooMany('rows');
    if (isTooWide(record, delimiter)) throw tooMany('columns');
    const place: Message = { code: 'import/place#line', args: { line } };
    const cells = splitRecord(record, delimiter);
    if (/[|｜]/.test(record) && cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
    rows.push({
      place,
      cells: cells.map((cell, at) =>
        cell.trim() === ''
          ? null
          : makeCell(cell, { code: 'import/place#part', args: { line, cell: String(at + 1) } }),
      ),
    });
  }
  const notes: Message[] = encoding === 'utf-8' ? [] : [{ code: 'import/encoding', args: { encoding } }];
  return { grids: [{ name: '', rows, isLoose: true }], notes };
}

/** Lines that show how the cells of a text are kept apart. */
const MOST_SHOWING = 100;

/** A comma or a semicolon where more lines have several of it than have tabs or bars. */
function findDelimiter(lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_SHOWING);
  const count = (lines: RegExp) => shown.filter((line) => lines.test(line)).length;
  const counts = [count(/[\t|｜]/), count(/,[^,]*,/), count(/;[^;]*;/)];
  return ['\t', ',', ';'][counts.indexOf(Math.max(...counts))] ?? '\t';
}

/** Before it is split. A row between bars has one of them at each end. */
function isTooWide(record: string, delimiter: string): boolean {
  const separator = delimiter === '\t' ? /[\t|｜]/g : /[,;]/g;
  for (let count = 0; count <= LIMITS.columns + 1; count += 1) if (!separator.test(record)) return false;
  return true;
}

function splitRecord(record: string, delimiter: string): string[] {
  if (record.includes(delimiter)) return splitQuoted(record, delimiter);
  // A line of several words with blanks between them is still one cell.
  return separatorOf(record) === 'bar' ? splitCells(record, 'bar') : [record.replace(/^\s*#{1,6}\s+/, '')];
}

/** One line, or several where a cell in quotes goes on. */
function readRecord(
  lines: readonly string[],
  index: number,
  delimiter: string,
): { record: string; count: number } {
  const line = lines[index] ?? '';
  if (!line.includes('"') || !line.includes(delimiter)) return { record: line, count: 1 };
  let record = line;
  for (let count = 1; count <= LONGEST_CELL; count += 1) {
    if (!hasOpenCell(record, delimiter)) return { record, count };
    const next = lines[index + count];
    if (next === undefined) break;
    record += `\n${next}`;
  }
  return { record: line, count: 1 };
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decodeAs('utf-16le', bytes), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decodeAs('utf-16be', bytes), encoding: 'UTF-16' };
  // Every other byte of UTF-16 is zero where the text has tabs and line ends.
  const zeros = bytes.subarray(0, 4000).filter((byte) => byte === 0).length;
  if (zeros > 0) {
    const isLittle = bytes.subarray(0, 4000).some((byte, index) => byte === 0 && index % 2 === 1);
    return { text: decodeAs(isLittle ? 'utf-16le' : 'utf-16be', bytes), encoding: 'UTF-16' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeAs('gb18030', bytes), encoding: 'GBK' };
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('import/not-text');
  }
  if (text.includes('\u0000')) throw new Refusal('import/not-text');
  return text;
}
