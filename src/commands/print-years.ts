import { dirname, join } from 'node:path';
import { findBrowser, withBrowser } from '../browser/browser.ts';
import type { CompiledYear } from '../compile.ts';
import { toExports } from '../convert/export/outputs.ts';
import type { Document } from '../document/document.ts';
import type { Templates } from '../document/templates.ts';
import type { ExportFormat } from '../form/vocabulary.ts';
import type { Print } from '../print/bind.ts';
import { fingerprint, listPrintInputs, printIdentity } from '../print/fingerprint.ts';
import { toWebPage } from '../print/web-page.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import {
  hashOf,
  readTextIfAny,
  refuseLinks,
  removeEmpty,
  removeFile,
  writeWholeSync,
} from '../workspace/folder.ts';
import { openJournal } from '../workspace/journal.ts';
import {
  formatManifest,
  type Manifest,
  type ManifestEntry,
  mergeManifest,
  PRINTED,
  parseManifest,
} from '../workspace/manifest.ts';
import { claimOutputs } from '../workspace/root.ts';
import {
  isAsNoted,
  isWritten,
  type Outputs,
  openFolders,
  readOutput,
  recall,
  writeOutput,
} from './outputs.ts';
import { openShelf } from './part-shelf.ts';
import { printDocuments } from './print-documents.ts';
import { writeIndex } from './write-index.ts';

export interface PrintYearsOptions {
  cwd: string;
  /** The folder of the years, an absolute path: outputs of another one in `out` are not touched. */
  root: string;
  /** An absolute path. */
  out: string;
  templates: Templates;
  /** The browser to use; otherwise it is looked for. */
  browser?: string | undefined;
  /** Who starts and ends the browser; `withBrowser` unless a warm one is kept. */
  useBrowser?: typeof withBrowser | undefined;
  /** Formats in which everything is written besides PDF, HTML, and those that booklet.yaml names. */
  also?: readonly ExportFormat[] | undefined;
  /** Prints everything, whatever the manifest says. */
  force: boolean;
  /** Every table has to be there as it is to be: only volumes are bound. */
  bindOnly?: boolean | undefined;
  env: NodeJS.ProcessEnv;
  /** Seconds since 1970 for the PDFs' dates, or null for each document's own. */
  epoch: number | null;
  /** The machine's cores. */
  cores: number;
  /** Milliseconds since 1970; only to tell abandoned temporary files. */
  now: number;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  /** Called for every document whose outputs are as it wants them: at once, or when they are written. `path`: without ending. */
  onFresh?: ((path: string, document: Document) => void) | undefined;
}

export type Progress =
  | { step: 'unpack'; isRepair: boolean }
  | { step: 'print'; done: number; total: number; name: string };

/** What of a year is to be printed. */
export interface WantedYear {
  year: CompiledYear;
  /** The documents to be printed, the longest first. */
  documents: Document[];
  /** They are all that the year has: what else of it is in `out` is stale, but for what is `held`. */
  isWhole: boolean;
  /** What is not printed until it is mended: its last outputs stay. */
  held: ReadonlySet<string>;
  /** Makes the year's index.html of what is in `out` by then; null for a year without one, and where it stays as it is. */
  toIndex: CompiledYear['toIndex'] | null;
  /** Its index.html is written in this run or soon after, so that its tables' pages may lead there. */
  indexFollows: boolean;
}

export interface Printed {
  /** Outputs under `out`, with forward slashes. */
  printed: string[];
  unchanged: string[];
  removed: string[];
}

/** A document, its outputs' path under `out` without ending, and the hash of all that decides its PDF. */
interface Job {
  document: Document;
  path: string;
  fingerprint: string;
  /** The year's index.html is there for its page to lead to. */
  hasIndex: boolean;
}

/**
 * Prints what changed since it was last printed. Throws EnvironmentError, or the signal's reason when it was interrupted; what
 * was finished until then stays and is known to the next run. `isGone`: folders of which everything in `out` is stale.
 */
export async function printYears(
  wanted: readonly WantedYear[],
  isGone: (folder: string) => boolean,
  options: PrintYearsOptions,
): Promise<Printed> {
  const { out } = options;
  const printed: Printed = { printed: [], unchanged: [], removed: [] };
  refuseLinks(out, 'manifest.json');
  const place = join(out, 'manifest.json');
  const found = parseManifest(readTextIfAny(place));
  const manifest = { ...found, files: new Map(found.files) };
  const owner = claimOutputs(manifest, options);
  const outputs = { out, manifest, journal: openJournal<ManifestEntry>(out, owner) };
  recall(outputs, options);
  try {
    if (wanted.length > 0) {
      await writeExports(wanted, printed, options, outputs);
      await printChanges(wanted, printed, options, outputs);
    }
    const whole = wanted.filter(({ isWhole }) => isWhole);
    printed.removed = removeStale(printed, whole, isGone, outputs, options);
    // It leads to what is there now.
    for (const year of whole) await writeIndex(year, options.templates, outputs);
  } finally {
    const others = outputs.journal.others().filter((noted) => isAsNoted(noted, out));
    const now = readTextIfAny(place);
    const latest = parseManifest(now);
    // Another run has written some of these after this one.
    for (const [path, { sha256 }] of outputs.manifest.files) {
      const later = latest.files.get(path);
      if (later !== undefined && later.sha256 !== sha256 && isAsNoted([path, later], out))
        outputs.manifest.files.set(path, later);
    }
    const merged = mergeManifest(found, outputs.manifest, latest);
    for (const noted of others) merged.files.set(...noted);
    const after = formatManifest(merged);
    const isNew = now === null && outputs.manifest.files.size === 0;
    if (after !== now && !isNew) writeWholeSync(place, after);
    outputs.journal.end();
  }
  return printed;
}

async function printChanges(
  wanted: readonly WantedYear[],
  result: Printed,
  options: PrintYearsOptions,
  outputs: Outputs,
): Promise<void> {
  const { out, manifest } = outputs;
  const { templates, env, epoch, cores, signal, useBrowser = withBrowser, onFresh } = options;
  if (wanted.every(({ documents }) => documents.length === 0)) return;
  const browser = findBrowser({ executablePath: options.browser, env });
  const identity = printIdentity(listPrintInputs(browser.identity, templates));
  const jobs = wanted.flatMap(({ year: { path }, documents, indexFollows }) => {
    const index = `${path}/index.html`;
    const hasIndex = indexFollows || (manifest.files.has(index) && readOutput(out, index) !== null);
    return documents.map((document) => ({
      document,
      path: document.path,
      fingerprint: fingerprint(document, identity, epoch),
      hasIndex,
    }));
  });
  const stale: Job[] = [];
  for (const job of jobs) {
    if (options.force || !isFresh(job, outputs)) stale.push(job);
    else {
      result.unchanged.push(`${job.path}.pdf`);
      onFresh?.(job.path, job.document);
    }
  }
  if (options.bindOnly) refuseTables(stale, manifest);
  if (stale.length === 0) return;

  openFolders(stale, out, options.now);
  const writes: Promise<void>[] = [];
  let done = 0;
  const writeOutputs = async (job: Job, { pdf, body, pages }: Print) => {
    const html = toWebPage(job.document, body, templates, job.hasIndex);
    await writeOutput(outputs, `${job.path}.html`, html, { fingerprint: fingerprintOf(job, 'html'), pages });
    await writeOutput(outputs, `${job.path}.pdf`, pdf, { fingerprint: fingerprintOf(job, 'pdf'), pages });
    result.printed.push(`${job.path}.pdf`);
    onFresh?.(job.path, job.document);
    const { stem: name } = job.document;
    done += 1;
    options.onProgress({ step: 'print', done, total: stale.length, name });
  };
  const onUnpack = (isRepair: boolean) => options.onProgress({ step: 'unpack', isRepair });
  try {
    await printDocuments(
      stale,
      {
        browser,
        useBrowser,
        templates,
        env,
        epoch,
        cores,
        signal,
        onUnpack,
        out,
        identity,
        force: options.force,
      },
      (job, print) => {
        manifest.browser = print.browser;
        const writing = writeOutputs(job, print);
        writes.push(writing);
        return writing;
      },
    );
  } finally {
    // An interruption does not wait for them; the manifest does.
    await Promise.allSettled(writes);
  }
}

/** Throws EnvironmentError `merge/…` when a table is to be printed. */
function refuseTables(stale: readonly Job[], { files }: Manifest): void {
  const tables = stale.filter(({ document }) => document.volume === undefined);
  const absent = tables.filter(({ path }) => !files.has(`${path}.pdf`));
  const [code, named] =
    absent.length > 0
      ? (['merge/table-missing', absent] as const)
      : (['merge/other-revision', tables] as const);
  const [first] = named;
  if (first !== undefined)
    throw new EnvironmentError(code, { count: String(named.length), file: `${first.path}.pdf` });
}

/** Writes what is wanted in other formats and has changed, folder by folder: each is made of its tables, which it holds. */
async function writeExports(
  wanted: readonly WantedYear[],
  result: Printed,
  options: PrintYearsOptions,
  outputs: Outputs,
): Promise<void> {
  const { force, now, signal } = options;
  for (const { year, documents } of wanted) {
    const files = toExports(documents, year, formatsOf(year, options)).map((file) => ({
      ...file,
      path: `${year.path}/${file.stem}.${file.format}`,
    }));
    const stale = files.filter(({ path, fingerprint }) => {
      const isStale = force || !isWritten(path, fingerprint, outputs);
      if (!isStale) result.unchanged.push(path);
      return isStale;
    });
    if (stale.length > 0) openFolders(stale, outputs.out, now);
    for (const { path, fingerprint, write: make } of stale) {
      signal.throwIfAborted();
      await writeOutput(outputs, path, make(), { fingerprint, pages: 0 });
      result.printed.push(path);
    }
  }
}

/** All that are wanted of a year. */
function formatsOf({ booklet }: CompiledYear, { also = [] }: PrintYearsOptions): ReadonlySet<ExportFormat> {
  return new Set([...booklet.formats, ...also]);
}

/** Whether both outputs are as they were written from the same document. */
function isFresh(job: Job, outputs: Outputs): boolean {
  return PRINTED.every((ending) => isWritten(`${job.path}.${ending}`, fingerprintOf(job, ending), outputs));
}

/** A page without an index beside it is another one as soon as there is one. */
function fingerprintOf({ fingerprint, hasIndex }: Job, ending: (typeof PRINTED)[number]): string {
  return ending === 'pdf' || hasIndex ? fingerprint : hashOf(fingerprint);
}

/**
 * Removes outputs whose source is gone, and forgets them. A file that somebody changed since is no longer ours: it stays, and so
 * does what is held.
 */
function removeStale(
  { printed, unchanged }: Printed,
  whole: readonly WantedYear[],
  isGone: (folder: string) => boolean,
  { out, manifest: { files } }: Outputs,
  options: PrintYearsOptions,
): string[] {
  const wanted = new Set(
    [...printed, ...unchanged].flatMap((path) => [path, path.replace(/\.pdf$/, '.html')]),
  );
  for (const { year, held, toIndex } of whole) {
    for (const stem of held) {
      for (const ending of [...PRINTED, ...formatsOf(year, options)])
        wanted.add(`${year.path}/${stem}.${ending}`);
    }
    if (toIndex !== null) wanted.add(`${year.path}/index.html`);
  }
  const done = new Set(whole.map(({ year }) => year.path));
  const isDone = (folder: string) => done.has(folder) || isGone(folder);
  const stale = [...files].filter(([path]) => isDone(dirname(path)) && !wanted.has(path));
  openShelf(out).clear(isDone, (path) => wanted.has(`${path}.pdf`), options.now);
  return stale.flatMap(([path, { sha256 }]) => {
    files.delete(path);
    if (readOutput(out, path) !== sha256) return [];
    removeFile(join(out, path));
    for (let above = dirname(dirname(path)); above !== '.'; above = dirname(above))
      removeEmpty(join(out, above));
    return [path];
  });
}
