import { createHash } from 'node:crypto';
import type { CompiledYear } from '../../compile.ts';
import type { Document } from '../../document/document.ts';
import type { ExportFormat } from '../../form/vocabulary.ts';
import { lazy, memoize } from '../../util/memoize.ts';
import { type Grid, toSummaryGrid, toTableGrid } from './grid.ts';
import { toJson } from './json.ts';
import { toWordDocument } from './word.ts';
import { type Sheet, toWorkbook } from './workbook.ts';
import { toWorksheet } from './worksheet.ts';

/** A file that is written without a browser. */
export interface Export {
  /** Its outputs' name without ending. */
  stem: string;
  format: ExportFormat;
  /** The hash of all that decides it. */
  fingerprint: string;
  write: () => string | Uint8Array;
}

/**
 * Counts the versions of the code that writes these files. Raised when a change there changes an output; a test knows the
 * modules, and fails when one of them changed.
 */
export const EXPORT_VERSION = 2;

/**
 * Of each table a workbook and a document; of the whole year, which is a document of its own, a workbook with a sheet for each
 * table behind the 汇总表, and its JSON.
 */
export function toExports(
  documents: readonly Document[],
  year: CompiledYear,
  formats: ReadonlySet<ExportFormat>,
): Export[] {
  const open = memoize(openTable);
  return documents.flatMap((document) => {
    const makers = document.kind === 'booklet' ? ofVolume(document, year, open) : ofTable(document, open);
    return makers.flatMap(([format, make]) =>
      formats.has(format) ? [{ stem: document.stem, format, ...make() }] : [],
    );
  });
}

/** What the files of a table, and the sheet in that of its year, are written from. */
interface OpenedTable {
  grid: Grid;
  fingerprint: string;
  sheet: Sheet;
}

/** A draft has its stamp behind the title: a worksheet has no place across it. */
function openTable({ toView, stamp, about }: Document): OpenedTable {
  if (toView === undefined) throw new Error('only tables are exported');
  const plain = toTableGrid(toView());
  const grid = stamp === undefined ? plain : { ...plain, title: `${plain.title}（${stamp}）` };
  return { grid, fingerprint: hash([about, grid]), sheet: toSheet(grid) };
}

/** Written once, however many workbooks it is in. */
function toSheet(grid: Grid): Sheet {
  const write = lazy(() => toWorksheet(grid, new Map()));
  return { name: grid.name, anchor: grid.anchor, toSheet: write };
}

type Open = (document: Document) => OpenedTable;
type Maker = [format: ExportFormat, make: () => Pick<Export, 'fingerprint' | 'write'>];

function ofTable(document: Document, open: Open): Maker[] {
  const { about } = document;
  const make = (write: (table: OpenedTable) => Uint8Array) => () => {
    const table = open(document);
    return { fingerprint: table.fingerprint, write: () => write(table) };
  };
  return [
    ['xlsx', make(({ sheet }) => toWorkbook([sheet], about))],
    ['docx', make(({ grid }) => toWordDocument(grid, about))],
  ];
}

function ofVolume({ about, volume }: Document, year: CompiledYear, open: Open): Maker[] {
  const toBook = () => {
    if (volume === undefined) throw new Error('only volumes have a summary');
    const grid = toSummaryGrid(volume.toView());
    const summary: Sheet = { ...grid, toSheet: (names) => toWorksheet(grid, names) };
    const opened = volume.tables.map(({ document }) => open(document));
    const fingerprint = hash([about, grid, opened.map(({ fingerprint }) => fingerprint)]);
    return {
      fingerprint,
      write: () => toWorkbook([summary, ...opened.map(({ sheet }) => sheet)], about),
    };
  };
  const toData = () => {
    const json = toJson(year);
    return { fingerprint: hash(json), write: () => json };
  };
  return [
    ['xlsx', toBook],
    ['json', toData],
  ];
}

function hash(inputs: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([EXPORT_VERSION, inputs]))
    .digest('hex');
}
