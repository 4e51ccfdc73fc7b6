import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import type { CompiledYear } from '../compile.ts';
import { hasErrors } from '../diagnostic.ts';
import { hashOf, readHash, readTextIfAny, removeAbandoned, removeFile, writeWhole } from '../output/folder.ts';
import { formatManifest, type Manifest, parseManifest } from '../output/manifest.ts';
import { type BrowserChoice, findBrowser } from '../print/browser.ts';
import { printAll } from '../print/print-all.ts';
import { fingerprint } from '../print/printer.ts';
import { printIdentity } from '../print/identity.ts';
import type { Document } from '../render/document.ts';
import type { Templates } from '../render/templates.ts';
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

/** A document and where it goes: `year/stem` under `out`. */
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
  const out = resolve(options.cwd, options.out);
  const checked = check(options);
  const built: Built = { ...checked, printed: [], unchanged: [], removed: [] };
  const years = checked.years.filter((year) => isSound(year, checked));
  if (years.length === 0) return built;

  const manifestPath = join(out, 'manifest.json');
  const before = readTextIfAny(manifestPath);
  const manifest = parseManifest(before);
  const browser = findBrowser({ executablePath: options.browser, env: options.env });
  const identity = printIdentity(browser.identity, checked.templates);
  const jobs = years.flatMap((year) => listJobs(year, checked.selection, identity, options.epoch));
  const stale = jobs.filter((job) => options.force || !isFresh(job, out, manifest));
  built.unchanged = jobs.filter((job) => !stale.includes(job)).map(({ path }) => `${path}.pdf`);
  try {
    for (const year of years) removeAbandoned(join(out, year.year), Date.now());
    await printStale(stale, browser, options, checked.templates, out, manifest, built);
    if (checked.selection === null) {
      for (const year of years) writeIndex(year, checked.templates, out, manifest);
      built.removed = removeStale(years, jobs, checked, options.year, out, manifest);
    }
  } finally {
    const after = formatManifest(manifest);
    if (after !== before) writeWhole(manifestPath, after);
  }
  return built;
}
