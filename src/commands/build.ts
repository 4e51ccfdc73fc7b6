import { join, resolve } from 'node:path';
import type { CompiledYear } from '../compile.ts';
import { hasErrors } from '../diagnostic.ts';
import {
  hashOf,
  makeFolder,
  readHash,
  readTextIfAny,
  removeAbandoned,
  removeFile,
  writeWhole,
} from '../output/folder.ts';
import { formatManifest, type Manifest, parseManifest } from '../output/manifest.ts';
import { findBrowser } from '../print/browser.ts';
import { fingerprint, printIdentity } from '../print/fingerprint.ts';
import { printAll } from '../print/print-all.ts';
import type { Print } from '../print/printer.ts';
import type { Document } from '../render/document.ts';
import { type Checked, type CheckOptions, check } from './check.ts';

export interface BuildOptions extends CheckOptions {
  out: string;
  /** Prints everything, whatever the manifest says. */
  force: boolean;
  /** The browser to use; otherwise it is looked for. */
  browser?: string | undefined;
  env: NodeJS.ProcessEnv;
  /** Seconds since 1970 for the PDFs' dates, or null for each document's own. */
  epoch: number | null;
  /** The machine's cores. */
  cores: number;
  /** Milliseconds since 1970; only to tell abandoned temporary files. */
  now: number;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

export type Progress = { step: 'unpack' } | { step: 'print'; done: number; total: number; name: string };

export interface Built extends Checked {
  /** Outputs under `out`, with forward slashes. */
  printed: string[];
  unchanged: string[];
  removed: string[];
}

/** A document, its outputs' path under `out` without ending, and the hash of all that decides them. */
interface Job {
  document: Document;
  path: string;
  fingerprint: string;
}

/**
 * Checks, then prints what changed. A year with an error is left as it is. Throws MachineTrouble, or the signal's reason
 * when it was interrupted; what was finished until then stays and is known to the next build.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const checked = check(options);
  const built: Built = { ...checked, printed: [], unchanged: [], removed: [] };
  const years = checked.years.filter((year) => isSound(year, checked));
  const out = resolve(options.cwd, options.out);
  const before = readTextIfAny(join(out, 'manifest.json'));
  const manifest = parseManifest(before);
  try {
    if (years.length > 0) await printChanges(years, built, options, out, manifest);
    if (checked.selection === null) {
      for (const year of years) await writeIndex(year, built, out, manifest);
      built.removed = removeStale(built, years, options.year, out, manifest);
    }
  } finally {
    const after = formatManifest(manifest);
    const isNew = before === null && manifest.files.size === 0;
    if (after !== before && !isNew) await writeWhole(join(out, 'manifest.json'), after);
  }
  return built;
}

/** A year is made when what was asked of it has no error. */
function isSound(year: CompiledYear, { selection }: Checked): boolean {
  return !hasErrors(year.diagnostics.filter(({ at }) => selection === null || selection.has(at.file)));
}

async function printChanges(
  years: readonly CompiledYear[],
  built: Built,
  options: BuildOptions,
  out: string,
  manifest: Manifest,
): Promise<void> {
  const { templates, selection } = built;
  const browser = findBrowser({ executablePath: options.browser, env: options.env });
  const identity = printIdentity(browser.identity, templates.identity);
  const jobs = years.flatMap((year) =>
    listDocuments(year, selection).map((document) => ({
      document,
      path: `${year.year}/${document.stem}`,
      fingerprint: fingerprint(document, identity, options.epoch),
    })),
  );
  const stale: Job[] = [];
  for (const job of jobs) {
    if (options.force || !isFresh(job, out, manifest)) stale.push(job);
    else built.unchanged.push(`${job.path}.pdf`);
  }
  if (stale.length === 0) return;

  for (const year of years) {
    makeFolder(join(out, year.year));
    removeAbandoned(join(out, year.year), options.now);
  }
  const writes: Promise<void>[] = [];
  const writeOutputs = async (job: Job, { pdf, body, pages }: Print) => {
    const html = templates.renderDocument({ title: job.document.about.title, body, kind: 'pages' });
    const entry = { fingerprint: job.fingerprint, pages };
    await write(out, `${job.path}.html`, html, entry, manifest);
    await write(out, `${job.path}.pdf`, pdf, entry, manifest);
    built.printed.push(`${job.path}.pdf`);
    options.onProgress({
      step: 'print',
      done: built.printed.length,
      total: stale.length,
      name: job.document.stem,
    });
  };
  const { env, epoch, cores, signal } = options;
  const onUnpack = () => options.onProgress({ step: 'unpack' });
  try {
    await printAll(
      stale,
      { browser, templates, env, epoch, cores, signal, onUnpack },
      {
        onBrowser: (version) => {
          manifest.browser = version;
        },
        onPrint: (job, print) => {
          const writing = writeOutputs(job, print);
          writes.push(writing);
          return writing;
        },
      },
    );
  } finally {
    // An interruption does not wait for them; the manifest does.
    await Promise.allSettled(writes);
  }
}

/** The documents asked for: all of a year with its booklet, or the selected projects alone. The booklet, the longest, first. */
function listDocuments({ projects, bind }: CompiledYear, selection: Checked['selection']): Document[] {
  const selected = projects.filter(({ project }) => selection === null || selection.has(project.file));
  const documents = selected.map(({ document }) => document);
  return selection === null && bind !== null ? [bind().booklet, ...documents] : documents;
}

/** Whether both outputs stand as they were written from the same document. */
function isFresh({ path, fingerprint }: Job, out: string, { files }: Manifest): boolean {
  return ['pdf', 'html'].every((ending) => {
    const entry = files.get(`${path}.${ending}`);
    return entry?.fingerprint === fingerprint && entry.sha256 === readHash(join(out, `${path}.${ending}`));
  });
}

async function write(
  out: string,
  path: string,
  content: string | Buffer,
  entry: { fingerprint: string; pages: number },
  { files }: Manifest,
): Promise<void> {
  await writeWhole(join(out, path), content);
  files.set(path, { ...entry, sha256: hashOf(content) });
}

async function writeIndex(
  { year, bind }: CompiledYear,
  { templates }: Checked,
  out: string,
  manifest: Manifest,
): Promise<void> {
  if (bind === null) return;
  const { booklet, index } = bind();
  const path = `${year}/index.html`;
  const content = templates.renderDocument({
    title: booklet.about.title,
    body: index,
    kind: 'index',
  });
  const fingerprint = hashOf(content);
  if (readHash(join(out, path)) === fingerprint && manifest.files.has(path)) return;
  makeFolder(join(out, year));
  await write(out, path, content, { fingerprint, pages: 0 }, manifest);
}

/**
 * Removes outputs whose source is gone, and forgets them. A file that somebody changed since is no longer ours: it stays.
 * A year with an error, or one that was not asked for, keeps everything.
 */
function removeStale(
  built: Built,
  sound: readonly CompiledYear[],
  onlyYear: string | undefined,
  out: string,
  { files }: Manifest,
): string[] {
  const wanted = new Set(
    [...built.printed, ...built.unchanged].flatMap((pdf) => [pdf, pdf.replace(/pdf$/, 'html')]),
  );
  for (const { year } of sound) wanted.add(`${year}/index.html`);
  const present = new Set(built.years.map(({ year }) => year));
  const isDone = (year: string) =>
    sound.some((done) => done.year === year) || (onlyYear === undefined && !present.has(year));
  const stale = [...files].filter(([path]) => isDone(path.slice(0, path.indexOf('/'))) && !wanted.has(path));
  return stale.flatMap(([path, { sha256 }]) => {
    files.delete(path);
    if (readHash(join(out, path)) !== sha256) return [];
    removeFile(join(out, path));
    return [path];
  });
}
