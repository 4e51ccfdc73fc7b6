import { createHash } from 'node:crypto';
import type { CompiledProject } from '../../compile.ts';
import { toBookletView } from '../../document/booklet-view.ts';
import { toLine } from '../../form/text.ts';
import type { Booklet, ExportFormat } from '../../read/booklet.ts';
import { BOOKLET_STEM } from '../../read/source.ts';
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

/** Of each table a workbook and a document. */
export function toTableExports(
  projects: readonly CompiledProject[],
  formats: ReadonlySet<ExportFormat>,
): Export[] {
  if (!formats.has('xlsx') && !formats.has('docx')) return [];
  return projects.flatMap(({ view, document: { stem, about } }) => {
    const grid = toTableGrid(view);
    const fingerprint = hash(about.title, about.author, grid);
    const all: Export[] = [
      { stem, fingerprint, format: 'xlsx', write: () => toWorkbook([grid], about) },
      { stem, fingerprint, format: 'docx', write: () => toWordDocument(grid, about) },
    ];
    return all.filter(({ format }) => formats.has(format));
  });
}

/** Of the whole year a workbook with a sheet for each table behind the 汇总表, and its JSON. */
export function toVolumeExports(
  booklet: Booklet,
  projects: readonly CompiledProject[],
  formats: ReadonlySet<ExportFormat>,
): Export[] {
  const files: Export[] = [];
  if (formats.has('json')) {
    const text = toJson(booklet, projects);
    const fingerprint = createHash('sha256').update(text).digest('hex');
    files.push({ stem: BOOKLET_STEM, format: 'json', fingerprint, write: () => text });
  }
  if (!formats.has('xlsx')) return files;
  const tables = projects.map(({ project }) => project);
  const grids = [
    toSummaryGrid(toBookletView(booklet, tables)),
    ...projects.map(({ view }) => toTableGrid(view)),
  ];
  const about = { title: toLine(booklet.title), author: toLine(booklet.unit) };
  const fingerprint = hash(about.title, about.author, ...grids);
  return [
    ...files,
    { stem: BOOKLET_STEM, format: 'xlsx', fingerprint, write: () => toWorkbook(grids, about) },
  ];
}

function hash(...inputs: (string | Grid)[]): string {
  const all = createHash('sha256').update(String(EXPORT_VERSION));
  for (const input of inputs) all.update(JSON.stringify(input));
  return all.digest('hex');
}
