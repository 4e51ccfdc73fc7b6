import type { CompiledYear } from '../compile.ts';
import { nameOfOffice } from '../document/booklet-view.ts';
import { toLine } from '../form/text.ts';
import { orderTables } from '../read/booklet.ts';
import { BOOKLET_STEM, stemOf } from '../read/source.ts';
import type { Draft } from '../read/table.ts';
import { compareText, type Diagnostic, type Severity } from '../report/diagnostic.ts';
import { countFindings } from '../report/limit.ts';
import { groupBy } from '../util/group-by.ts';

export type Counts = Record<Severity, number>;

/** One line of the list at the left. */
export interface PreviewEntry {
  /** The source's name without `.yaml`; `booklet` is the year's own. */
  stem: string;
  name: string;
  /** 项目编码, as far as it was ever understood. */
  code: string;
  counts: Counts;
}

export interface PreviewYear {
  /** The path of its folder: `2022`, `2026/219-棠溪镇`. */
  year: string;
  /** What the list calls an office; empty for a year. */
  office: string;
  /** booklet.yaml first, then the projects in the booklet's order. */
  entries: PreviewEntry[];
}

/** A folder of results has no index of its own. */
export function isResults({ toIndex }: CompiledYear): boolean {
  return toIndex === null;
}

export function nameOf(table: Draft | undefined, stem: string): string {
  return toLine(table?.name.text ?? '') || stem;
}

/** What the list calls a folder below a year. */
function nameOfFolder(year: CompiledYear): string {
  if (!year.path.includes('/')) return '';
  const results = isResults(year) ? /(?<=\/)(?:自评|监控\/[^/]+)$/u.exec(year.path)?.[0] : undefined;
  return results?.replace('/', ' ') ?? nameOfOffice(year.booklet);
}

/** A table keeps its place in the list while it cannot be read. */
export function toPreviewYear(
  year: CompiledYear,
  lastShown: ReadonlyMap<string, { table: Draft }>,
  strays: readonly Diagnostic[],
): PreviewYear {
  const counts = countByFile(year.diagnostics);
  const entry = (stem: string, file: string, name: string, code = ''): PreviewEntry => ({
    stem,
    name,
    code,
    counts: counts.get(file) ?? NO_COUNTS,
  });
  const bookletFile = `${year.folder}/${BOOKLET_STEM}.yaml`;
  const files = [...new Set([...year.sources.map(({ file }) => file), ...counts.keys()])]
    .filter((file) => file !== bookletFile)
    .map((file) => ({ file, stem: stemOf(file), shown: lastShown.get(`${year.path}/${stemOf(file)}`) }));
  const known = files.flatMap(({ file, stem, shown }) =>
    shown === undefined ? [] : [{ file, stem, table: shown.table }],
  );
  const unknown = files
    .filter(({ shown }) => shown === undefined)
    .sort((a, b) => compareText(a.stem, b.stem));
  return {
    year: year.path,
    office: nameOfFolder(year),
    entries: [
      {
        ...entry(BOOKLET_STEM, bookletFile, BOOKLET_STEM),
        counts: countWith(counts.get(bookletFile), strays),
      },
      ...orderTables(known, year.booklet).map(({ stem, file, table }) =>
        entry(stem, file, nameOf(table, stem), toLine(table.code.text)),
      ),
      ...unknown.map(({ stem, file }) => entry(stem, file, stem)),
    ],
  };
}

/** What is ignored in a folder, and what lies in none: both are reported beside its booklet, the latter beside each year's. */
export function straysOf(
  { path, folder }: CompiledYear,
  years: readonly CompiledYear[],
  strays: readonly Diagnostic[],
): Diagnostic[] {
  const isIn = (folder: string, { at }: Diagnostic) => at.file.startsWith(`${folder}/`);
  return strays.filter((stray) => {
    const [nearest] = years
      .filter((year) => isIn(year.folder, stray))
      .sort((a, b) => b.path.length - a.path.length);
    return nearest === undefined ? !path.includes('/') : nearest.folder === folder;
  });
}

function countWith(known: Counts = NO_COUNTS, more: readonly Diagnostic[]): Counts {
  const counts = { ...known };
  for (const { severity } of more) counts[severity] += 1;
  return counts;
}

const NO_COUNTS: Counts = { error: 0, warning: 0, suggestion: 0 };

function countByFile(diagnostics: readonly Diagnostic[]): Map<string, Counts> {
  return new Map(
    [...groupBy(diagnostics, ({ at }) => at.file)].map(([file, own]) => [file, countFindings(own)]),
  );
}
