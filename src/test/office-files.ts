import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect } from 'vitest';

/** An element of XML; `text` is what is directly in it. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** The files of an .xlsx or .docx package, each of them parsed. */
export function readPackage(bytes: Uint8Array): ReadonlyMap<string, Element> {
  const files = Object.entries(unzipSync(bytes));
  return new Map(files.map(([path, content]) => [path, parseXml(strFromU8(content))]));
}

function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

/** Every element of that name below another, in the order of the file. */
export function findAll(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

/** A cell of a table: what it says, and how many columns and rows it covers. */
export interface OfficeCell {
  text: string;
  columns: number;
  rows: number;
  /** A number to calculate with, as it is shown; null for text. */
  number: string | null;
}

/** The cells of one sheet by address: those that something is written in, and the first of each merged range. */
export function readSheet(
  book: ReadonlyMap<string, Element>,
  index: number,
): ReadonlyMap<string, OfficeCell> {
  const sheet = book.get(`xl/worksheets/sheet${index + 1}.xml`);
  const styles = book.get('xl/styles.xml');
  const formats = new Map(
    findAll(styles, 'numFmt').map(({ attributes: { numFmtId, formatCode } }) => [numFmtId, formatCode]),
  );
  const cellStyles = findAll(findAll(styles, 'cellXfs')[0], 'xf');
  const spans = new Map<string, [columns: number, rows: number]>();
  const merged = findAll(sheet, 'mergeCell').map(({ attributes: { ref = '' } }) => ref);
  for (const range of merged) {
    const [from = '', to = ''] = range.split(':');
    const [first, last] = [toPlace(from), toPlace(to)];
    spans.set(from, [last.column - first.column + 1, last.row - first.row + 1]);
  }
  const cells = new Map<string, OfficeCell>();
  for (const cell of findAll(sheet, 'c')) {
    const { r: address = '', s = '0', t } = cell.attributes;
    const [columns, rows] = spans.get(address) ?? [1, 1];
    const value = findAll(cell, 'v')[0]?.text;
    const text = findAll(cell, 't')
      .map(({ text }) =>
        text.replace(/_x([\dA-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
      )
      .join('');
    if (value === undefined && text === '' && columns * rows === 1) continue;
    expect([undefined, 'inlineStr']).toContain(t);
    const format = formats.get(cellStyles[Number(s)]?.attributes.numFmtId);
    const decimals = format?.split('.')[1]?.length ?? 0;
    const number = value === undefined ? null : Number(value).toFixed(decimals);
    cells.set(address, { text: number ?? text, columns, rows, number });
  }
  return cells;
}

export function toPlace(address: string): { column: number; row: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) };
}

/** The tables of a document: of each row the cells that begin in it; a vertically merged one counts its rows. */
export function readWordTables(document: ReadonlyMap<string, Element>): OfficeCell[][][] {
  return findAll(document.get('word/document.xml'), 'w:tbl').map((table) => {
    const open = new Map<number, OfficeCell>();
    return findAll(table, 'w:tr').map((row) => {
      let column = 0;
      return findAll(row, 'w:tc').flatMap((cell) => {
        const at = column;
        const [span] = findAll(cell, 'w:gridSpan');
        const [merge] = findAll(cell, 'w:vMerge');
        const columns = Number(span?.attributes['w:val'] ?? 1);
        column += columns;
        const text = findAll(cell, 'w:p')
          .map((paragraph) => findAll(paragraph, 'w:t').map(({ text }) => text))
          .map((runs) => runs.join(''))
          .join('\n');
        const going = open.get(at);
        if (merge !== undefined && merge.attributes['w:val'] === undefined && going !== undefined) {
          expect([text, columns]).toEqual(['', going.columns]);
          going.rows += 1;
          return [];
        }
        const begun = { text, columns, rows: 1, number: null };
        open.set(at, begun);
        return [begun];
      });
    });
  });
}
