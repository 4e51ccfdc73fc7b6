import type { AnalyzedYear } from '../check/analyze.ts';
import type { Source } from '../read/source.ts';
import type { Table } from '../read/table.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import type { NotCompared } from './comparison.ts';

/** A file of one side that no project could be made of. */
export interface UnreadFile {
  file: string;
  error: Diagnostic;
  /** Null when not even its text could be read. */
  text: string | null;
}

/** The project files of a year that were not understood, with their first errors. */
export function listUnread({ sources, tables, diagnostics, folder }: AnalyzedYear): UnreadFile[] {
  const understood = new Set([...tables.map(({ table }) => table.file), bookletOf(folder)]);
  const texts = new Map(sources.map(({ file, text }: Source) => [file, text]));
  const unread = new Map<string, UnreadFile>();
  for (const error of diagnostics) {
    const { file } = error.at;
    if (error.severity !== 'error' || understood.has(file) || unread.has(file)) continue;
    unread.set(file, { file, error, text: texts.get(file) ?? null });
  }
  return [...unread.values()];
}

/** Its booklet.yaml, when it is there and was not understood. */
export function findUnreadBooklet({
  ownBooklet,
  sources,
  diagnostics,
  folder,
}: AnalyzedYear): UnreadFile | null {
  const file = bookletOf(folder);
  const error = diagnostics.find(({ at, severity }) => at.file === file && severity === 'error');
  if (ownBooklet !== null || error === undefined) return null;
  return { file, error, text: sources.find((source) => source.file === file)?.text ?? null };
}

export function bookletOf(folder: string): string {
  return `${folder}/booklet.yaml`;
}

export function reportUnread(
  year: string,
  before: readonly UnreadFile[],
  after: readonly UnreadFile[],
): NotCompared[] {
  const earlier = new Map(before.map((unread) => [nameOf(unread), unread]));
  const reported = after.map((unread): NotCompared => {
    const { file, error } = unread;
    const partner = earlier.get(nameOf(unread));
    earlier.delete(nameOf(unread));
    const isUnchanged = partner?.text != null && partner.text === unread.text;
    return { year, file, side: partner === undefined ? 'after' : 'both', isUnchanged, error };
  });
  const rest = [...earlier.values()].map(
    ({ file, error }): NotCompared => ({ year, file, side: 'before', isUnchanged: false, error }),
  );
  return [...reported, ...rest];
}

/**
 * The projects without those that an unread file of the other side probably holds: they are not gone, nor new. `others` are
 * the projects that the other side does have.
 */
export function withoutUnread(
  projects: readonly Table[],
  unread: readonly UnreadFile[],
  others: readonly Table[],
): Table[] {
  const files = new Set(unread.map(nameOf));
  const codes = new Set(unread.flatMap(({ text }) => readCode(text) ?? []));
  for (const { code } of others) codes.delete(code.text);
  return projects.filter((project) => !files.has(nameOf(project)) && !codes.has(project.code.text));
}

/** A file may be unread because it was given the other ending. */
function nameOf({ file }: { file: string }): string {
  return file.replace(/\.ya?ml$/i, '');
}

/** The code that a text says, although it is no YAML: forms have several names for it, and one shape. */
function readCode(text: string | null): string | null {
  return /(?<![0-9A-Za-z])\d{8}[A-Z][0-9A-Z]{12}(?![0-9A-Za-z])/.exec(text ?? '')?.[0] ?? null;
}
