import { createHash } from 'node:crypto';
import type { CompiledYear } from '../../compile.ts';
import { toBookletView } from '../../document/booklet-view.ts';
import type { Document } from '../../document/document.ts';
import type { ExportFormat } from '../../read/booklet.ts';
import { lazy } from '../../util/memoize.ts';
import { type Grid, toSummaryGrid, toTableGrid } from './grid.ts';
import { toJson } from './json.ts';
import { toWordDocument } from './word.ts';
import { toWorkbook } from './workbook.ts';

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
export const EXPORT_VERSION = 1;

/**
 * Of each table a workbook and a document; of the whole year, which is a document of its own, a workbook with a sheet for each
 * table behind the 汇总表, and its JSON.
 */
export function toExports(
  documents: readonly Document[],
  year: Pick<CompiledYear, 'booklet' | 'projects'>,
  formats: ReadonlySet<ExportFormat>,
): Export[] {
  return documents.flatMap((document) => {
    const makers = document.kind === 'booklet' ? ofVolume(document, year) : ofTable(document);
    return makers.flatMap(([format, make]) =>
      formats.has(format) ? [{ stem: document.stem, format, ...make() }] : [],
    );
  });
}

type Maker = [format: ExportFormat, make: () => Pick<Export, 'fingerprint' | 'write'>];

function ofTable(document: Document): Maker[] {
  const { about } = document;
  const open = lazy(() => {
    const grid = gridOf(document);
    return { grid, fingerprint: hash(about.title, about.author, grid) };
  });
  const make = (write: (grid: Grid, about: Document['about']) => Uint8Array) => () => {
    const { grid, fingerprint } = open();
    return { fingerprint, write: () => write(grid, about) };
  };
  return [
    ['xlsx', make((grid) => toWorkbook([grid], about))],
    ['docx', make(toWordDocument)],
  ];
}

function ofVolume(
  { about }: Document,
  { booklet, projects }: Pick<CompiledYear, 'booklet' | 'projects'>,
): Maker[] {
  const tables = projects.map(({ project }) => project);
  const toBook = () => {
    const summary = toSummaryGrid(toBookletView(booklet, tables));
    const grids = [summary, ...projects.map(({ document }) => gridOf(document))];
    return { fingerprint: hash(about.title, about.author, ...grids), write: () => toWorkbook(grids, about) };
  };
  const toData = () => {
    const json = toJson(booklet, tables);
    return { fingerprint: hash(json), write: () => json };
  };
  return [
    ['xlsx', toBook],
    ['json', toData],
  ];
}

/** A draft has its stamp behind the title: a worksheet has no place across it. */
function gridOf({ view, stamp }: Document): Grid {
  if (view === undefined) throw new Error('only tables are exported');
  const grid = toTableGrid(view);
  return stamp === undefined ? grid : { ...grid, title: `${grid.title}（${stamp}）` };
}

function hash(...inputs: (string | Grid)[]): string {
  const all = createHash('sha256').update(String(EXPORT_VERSION));
  for (const input of inputs) all.update(JSON.stringify(input));
  return all.digest('hex');
}
