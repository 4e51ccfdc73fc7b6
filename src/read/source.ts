import { isUtf8 } from 'node:buffer';
import type { MessageCode } from '../messages/wording.ts';
import { compareText, type Diagnostic, diagnose, type Outcome } from '../report/diagnostic.ts';
import { memoize } from '../util/memoize.ts';
import { LIMITS } from './limits.ts';
import type { ResultsPlace } from './results-place.ts';

export interface Source {
  /** As it is shown to its author: relative to the working directory, with forward slashes. */
  file: string;
  /** The file's name without `.yaml`, in Unicode form C; outputs are named after it. */
  stem: string;
  text: string;
}

/**
 * The folder of a booklet.yaml with its tables, a year's own or an office's below it: what is read at the edge and compiled in the
 * middle.
 */
export interface YearSources {
  /** The name of the year's folder, e.g. `2022`. */
  year: string;
  /** The folder's steps from that of the years: `2022`, `2026/219-棠溪镇`. Outputs go to a folder of the same path. */
  path: string;
  folder: string;
  booklet: Source | null;
  tables: Source[];
  results: ResultsSources[];
  diagnostics: Diagnostic[];
}

export interface ResultsSources extends ResultsPlace {
  /** As it is shown to its author. */
  folder: string;
  sources: Source[];
  diagnostics: Diagnostic[];
}

/**
 * The years that were just read, with the very objects of `before` for all files that say the same: what was made of them
 * is found again by `memoize`.
 */
export function keepUnchanged(before: readonly YearSources[], now: readonly YearSources[]): YearSources[] {
  const known = new Map(listSources(before).map((source) => [source.file, source]));
  const keep = (source: Source): Source => {
    const old = known.get(source.file);
    return old?.text === source.text ? old : source;
  };
  return now.map((year) => ({
    ...year,
    booklet: year.booklet && keep(year.booklet),
    tables: year.tables.map(keep),
    results: year.results.map((results) => ({ ...results, sources: results.sources.map(keep) })),
  }));
}

/** One file of a year's folder: its bytes, or the wording of why it is not read. */
export type FoundFile = { file: string; bytes: Uint8Array } | { file: string; refusal: MessageCode };

/** A year's or an office's folder from its files in their order, wherever they were found. `folder`: as it is shown. */
export function gatherYear(
  path: string,
  folder: string,
  files: readonly FoundFile[],
  results: ResultsSources[],
): YearSources {
  const year = path.split('/')[0] ?? '';
  const gathered: YearSources = { year, path, folder, booklet: null, tables: [], results, diagnostics: [] };
  for (const found of files) {
    const { value, diagnostics } = readFound(found);
    gathered.diagnostics.push(...diagnostics);
    if (value?.stem === BOOKLET_STEM && gathered.booklet !== null) {
      // `booklet.YAML` beside `booklet.yaml`, where case makes two names.
      const args = { stem: BOOKLET_STEM, other: gathered.booklet.file };
      const at = { file: value.file, start: 0, end: 0 };
      gathered.diagnostics.push(diagnose('error', 'file/same-name', at, args));
    } else if (value?.stem === BOOKLET_STEM) gathered.booklet = value;
    else if (value !== null) gathered.tables.push(value);
  }
  return gathered;
}

/** A folder of results from its files in their order. A booklet.yaml has no meaning there, and is reported as a stray. */
export function gatherResults(
  place: ResultsPlace,
  folder: string,
  files: readonly FoundFile[],
): ResultsSources {
  const read = files.filter(({ file }) => stemOf(file) !== BOOKLET_STEM).map(readFound);
  return {
    ...place,
    folder,
    sources: read.flatMap(({ value }) => value ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

const readFound = memoize((found: FoundFile): Outcome<Source> => {
  if ('bytes' in found) return decodeSource(found.file, found.bytes);
  return {
    value: null,
    diagnostics: [diagnose('error', found.refusal, { file: found.file, start: 0, end: 0 })],
  };
});

export function listSources(years: readonly YearSources[]): Source[] {
  return years.flatMap(({ booklet, tables, results }) => [
    ...(booklet ? [booklet] : []),
    ...tables,
    ...results.flatMap(({ sources }) => sources),
  ]);
}

export const BOOKLET_STEM = 'booklet';

export const DEPARTMENT_STEM = '整体';

/** Controls a terminal or is invisible in a name; U+FFFD replaces bytes that are not UTF-8. Such a file is not read. */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu;

export function isYear(name: string): boolean {
  return /^\d{4}$/.test(name);
}

/** The nearest of some folders above one, by their paths; null when none is. */
export function findAbove<T>(path: string, known: ReadonlyMap<string, T>): T | null {
  const steps = path.split('/');
  for (let length = steps.length - 1; length > 0; length -= 1) {
    const above = known.get(steps.slice(0, length).join('/'));
    if (above !== undefined) return above;
  }
  return null;
}

export function listBooklets(path: string, folders: ReadonlyMap<string, YearSources>): (Source | null)[] {
  const steps = path.split('/');
  return steps.map((_, index) => folders.get(steps.slice(0, index + 1).join('/'))?.booklet ?? null);
}

export function isSourceName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !isEditorsOwn(name);
}

/** Hidden files, Office's locks (`~$x`), and what editors keep beside a file while it is open or before it is saved. */
export function isEditorsOwn(name: string): boolean {
  return /^(?:\.|~\$|#)|(?:~|\.sw[a-z]|\.crswap|___jb_\w+___)$|^(?:Thumbs\.db|desktop\.ini)$/i.test(name);
}

export function byStem(a: string, b: string): number {
  return compareText(stemOf(a), stemOf(b));
}

/**
 * Why a file is not read at all, or null. `size` in bytes. A link is refused because a source may come from a stranger: it
 * could show any file of this machine in a report.
 */
export function refuseSource(
  name: string,
  kind: 'file' | 'link' | 'other',
  size: number,
): MessageCode | null {
  if (name.search(UNPRINTABLE) >= 0) return 'file/name-characters';
  if (kind === 'link') return 'file/link';
  if (kind === 'other') return 'file/not-a-file';
  if (size > LIMITS.file) return 'file/too-large';
  return /\.yml$/i.test(name) ? 'file/yml' : null;
}

/** How files begin that people rename to `.yaml`: a zip (which .docx, .xlsx, .wps are too), old Office, PDF. */
const OTHER_FORMATS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

/**
 * Decodes a file's bytes. Fails with `file/too-large`, `file/not-text` (a document that was renamed), `file/not-utf8` (GBK and
 * UTF-16 are recognised, and so is UTF-8 with a spoilt place) or `file/nul`.
 */
export function decodeSource(file: string, bytes: Uint8Array): Outcome<Source> {
  const at = { file, start: 0, end: 0 };
  const failure = (wording: MessageCode, args: Record<string, string> = {}) => ({
    value: null,
    diagnostics: [diagnose('error', wording, at, args)],
  });
  if (bytes.byteLength > LIMITS.file) return failure('file/too-large');
  if (OTHER_FORMATS.some((start) => start.every((byte, index) => bytes[index] === byte))) {
    return failure('file/not-text');
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return failure('file/not-utf8#utf16');
  }
  const text = decode('utf-8', bytes);
  if (text === null) {
    const line = spoiltLine(bytes);
    if (line !== null) return failure('file/not-utf8#spoilt', { line: String(line) });
    return failure(decode('gb18030', bytes) === null ? 'file/not-utf8' : 'file/not-utf8#gbk');
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return failure('file/nul', { line: String(lineOf(text, nul)) });
  // A lone CR ends a line, too, and YAML's reader does not know it. One unit for one: places stay those of the file.
  return { value: { file, stem: stemOf(file), text: text.replace(LONE_CR, '\n') }, diagnostics: [] };
}

const LONE_CR = /\r(?!\n)/g;

/** The line of the first bytes that are no UTF-8, when Han characters before it say that the file is UTF-8; else null. */
function spoiltLine(bytes: Uint8Array): number | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const place = text.indexOf('\ufffd');
  return /\p{Script=Han}{2}/u.test(text.slice(0, place)) ? lineOf(text, place) : null;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).replace(LONE_CR, '\n').split('\n').length;
}

/** `projects/2022/党员.yaml` → `党员`. macOS hands out names in form D; everything here is in form C. */
export function stemOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.replace(/\.yaml$/i, '').normalize('NFC');
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  if (encoding === 'utf-8') {
    // Several times as fast as a TextDecoder for each file.
    if (!isUtf8(bytes)) return null;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    return text.replace(/^\ufeff/, '');
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
