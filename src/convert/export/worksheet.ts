import { countLines, measureText } from '../../document/text-width.ts';
import { escapeXml, type Packed, pack } from './archive.ts';
import { AROUND, CHARACTER, type Grid, type GridCell, type GridRow } from './grid.ts';
import { quoteSheetName } from './sheet-names.ts';
import { MOST_DECIMALS, type SheetLook, styleOf } from './workbook-styles.ts';

export interface Worksheet {
  file: Packed;
  /** The rows that are repeated on each page, from 1; null where none are. */
  repeated: [first: number, last: number] | null;
}

/** Points: a line of the text, and what a row has besides its lines. */
const LINE = 14.5;
const PADDING = 7;
/** Points: what Excel allows a row, a little less. A cell that needs more is merged over several rows. */
const HIGHEST = 400;

/** A row of the sheet before it is written: cells by column, and how many rows of the sheet it takes. */
interface SheetRow {
  height: number;
  cells: (Omit<GridCell, 'look' | 'isFigure'> & { look: SheetLook; isFigure: boolean })[];
  isHeading: boolean;
}

/** `sheets`: the names of those that its links lead to, by their anchors. */
export function toWorksheet(grid: Grid, sheets: ReadonlyMap<string, string>): Worksheet {
  const count = grid.widths.length;
  const rows = [...toHead(grid), ...toBody(grid), ...grid.foot.map((text) => toFoot(text, grid))];
  const written: string[] = [];
  const merges: string[] = [];
  const links: string[] = [];
  const headings: number[] = [];
  /** How often each row is repeated so that none is too high, and where it begins, from 1. */
  const repeats = rows.map(({ height }) => Math.ceil(height / HIGHEST));
  const starts = [1];
  for (const repeat of repeats) starts.push((starts.at(-1) ?? 1) + repeat);
  /** The style that goes on in the next row, by column. */
  const covered: { style: number; until: number }[] = [];

  for (const [index, { height, cells, isHeading }] of rows.entries()) {
    const start = starts[index] ?? 1;
    const repeat = repeats[index] ?? 1;
    const texts = new Map<number, string>();
    for (const cell of cells) {
      const end = starts[index + cell.rows] ?? start + repeat;
      const { style, xml } = writeContent(cell);
      for (let at = cell.column; at < cell.column + cell.columns; at += 1)
        covered[at] = { style, until: end };
      const address = addressOf(cell.column, start);
      if (xml !== '') texts.set(cell.column, xml);
      if (cell.columns > 1 || end > start + 1)
        merges.push(`${address}:${addressOf(cell.column + cell.columns - 1, end - 1)}`);
      const target = sheets.get(cell.link);
      if (target !== undefined)
        links.push(`<hyperlink ref="${address}" location="${escapeXml(`${quoteSheetName(target)}!A1`)}"/>`);
    }
    for (let row = start; row < start + repeat; row += 1) {
      if (isHeading) headings.push(row);
      const line = Array.from({ length: count }, (_, at) => {
        const { style = 0, until = 0 } = covered[at] ?? {};
        if (until <= row) return '';
        const xml = row === start ? (texts.get(at) ?? '') : '';
        return `<c r="${addressOf(at, row)}" s="${style}"${xml === '' ? '/>' : xml}`;
      });
      written.push(
        `<row r="${row}" ht="${(height / repeat).toFixed(1)}" customHeight="1">${line.join('')}</row>`,
      );
    }
  }
  const [first, last] = [headings[0], headings.at(-1)];
  return {
    file: pack(wrap(grid, written, merges, links)),
    repeated: first === undefined || last === undefined ? null : [first, last],
  };
}

/** The title, and what is between it and the table. */
function toHead({ title, imprint: [left, right], widths }: Grid): SheetRow[] {
  const count = widths.length;
  const half = Math.ceil(count / 2);
  const line = toLine(title, 'title', count, 32);
  if (left === '') return [line, toLine(right, 'right', count, 16)];
  const cells = [
    { ...toCell(left, 'left'), column: 0, columns: half },
    { ...toCell(right, 'right'), column: half, columns: count - half },
  ];
  return [line, { height: 16, cells, isHeading: false }];
}

function toLine(text: string, look: SheetLook, columns: number, height: number): SheetRow {
  return { height, cells: [{ ...toCell(text, look), column: 0, columns }], isHeading: false };
}

function toFoot(text: string, { widths }: Grid): SheetRow {
  const row = toLine(text, 'foot', widths.length, 0);
  return { ...row, height: Math.max(...row.cells.map((cell) => heightOf(cell, widths))) };
}

function toCell(text: string, look: SheetLook) {
  return { paragraphs: [text], look, rows: 1, isFigure: false, link: '' };
}

/** The rows of the table, each as high as its texts; no program does that for merged cells. */
function toBody({ widths, rows }: Grid): SheetRow[] {
  const heights = rows.map(({ cells }) =>
    Math.max(LINE + PADDING, ...cells.filter(({ rows }) => rows === 1).map((cell) => heightOf(cell, widths))),
  );
  for (const [index, { cells }] of rows.entries()) {
    for (const cell of cells.filter(({ rows }) => rows > 1)) {
      const has = heights.slice(index, index + cell.rows).reduce((sum, height) => sum + height, 0);
      const last = index + cell.rows - 1;
      const lacks = heightOf(cell, widths) - has;
      if (lacks > 0) heights[last] = (heights[last] ?? 0) + lacks;
    }
  }
  return rows.map(({ cells, isHeading }: GridRow, index) => ({
    height: heights[index] ?? 0,
    cells,
    isHeading,
  }));
}

function heightOf(
  { paragraphs, column, columns }: Pick<GridCell, 'paragraphs' | 'column' | 'columns'>,
  widths: readonly number[],
): number {
  const room = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  const characters = (room - AROUND) / CHARACTER;
  const lines = paragraphs.map((text) => Math.max(1, countLines(measureText(text), characters).lines));
  return lines.reduce((sum, count) => sum + count, 0) * LINE + PADDING;
}

/** A number as a figure has it, that a spreadsheet can hold without loss. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;
const MOST_DIGITS = 15;

/** The end of a `c` element from its type on, and its style. */
function writeContent({ paragraphs, look, isFigure }: SheetRow['cells'][number]): {
  style: number;
  xml: string;
} {
  const text = paragraphs.join('\n');
  const number = isFigure ? NUMBER.exec(text) : null;
  const decimals = number?.[1]?.length ?? 0;
  if (number !== null && decimals <= MOST_DECIMALS && text.replace(/\D/g, '').length <= MOST_DIGITS)
    return { style: styleOf(look, decimals), xml: `><v>${text}</v></c>` };
  // With the prefix it stays text when somebody edits the cell.
  const style = styleOf(look, /^[=+@\-']/.test(text) ? 'sign' : 'plain');
  if (text === '') return { style, xml: '' };
  // Excel reads _x000D_ as a sign of its own.
  const plain = text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  return { style, xml: ` t="inlineStr"><is><t xml:space="preserve">${escapeXml(plain)}</t></is></c>` };
}

/** Column 0 in row 1 is A1. */
function addressOf(column: number, row: number): string {
  return `${lettersOf(column)}${row}`;
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${lettersOf(Math.floor(column / 26) - 1)}${last}`;
}

/** Excel allows 255 characters in a footer; a draft's code may be a text. */
const LONGEST_ORIGIN = 100;

function wrap(
  { widths, origin, isUpright }: Grid,
  rows: readonly string[],
  merges: readonly string[],
  links: readonly string[],
): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${toColumnWidth(width)}" customWidth="1"/>`,
  );
  const mark = origin.length > LONGEST_ORIGIN ? '' : origin.replaceAll('&', '&&');
  const footer = `&C&P / &N${mark === '' ? '' : `&R${mark}`}`;
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
    links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.51" right="0.51" top="0.51" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" fitToHeight="0" orientation="${isUpright ? 'portrait' : 'landscape'}"/>`,
    `<headerFooter><oddFooter>${escapeXml(footer)}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

/** Millimetres → digits of the first font, of 7 pixels each and 5 around them all, at 96 pixels an inch. */
function toColumnWidth(width: number): string {
  return Math.max(0.1, ((width / 25.4) * 96 - 5) / 7).toFixed(2);
}
