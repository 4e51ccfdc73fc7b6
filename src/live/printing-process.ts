/**
 * The program that prints while the preview is shown: a process of its own, so that cutting fonts and writing a booklet never
 * keeps a save waiting. It ends when its parent ends or goes away, and its browser with it.
 */
import { join, resolve } from 'node:path';
import { isGone } from '../commands/build.ts';
import { createChecker } from '../commands/check.ts';
import { printYears, type WantedYear } from '../commands/print-years.ts';
import type { CompiledYear } from '../compile.ts';
import { readTextIfAny } from '../output/folder.ts';
import { fingerprint } from '../print/fingerprint.ts';
import { createWarmBrowser } from '../print/warm-browser.ts';
import type { Document } from '../render/document.ts';
import { MachineTrouble } from '../trouble.ts';
import type { PrintingOptions, PrintingOrder, PrintingReport } from './background-printer.ts';

const options = JSON.parse(process.env.JIXIAOCE_PRINTING ?? '') as PrintingOptions;
const recheck = createChecker(options);
const browser = createWarmBrowser();
const out = resolve(options.cwd, options.out);

let waiting: PrintingOrder | null = null;
let running: { order: PrintingOrder; controller: AbortController } | null = null;

/** Documents whose outputs are known to stand, as long as nobody else wrote the manifest. */
let standing = new WeakSet<Document>();
let manifest: string | null = null;

process.on('message', (order: PrintingOrder) => {
  // A booklet of a thousand tables takes long, and its tables have changed.
  if (running?.order === 'year' && order === 'tables') running.controller.abort(new Error('overtaken'));
  if (waiting !== 'tables') waiting = order;
  void work();
});
process.on('disconnect', async () => {
  running?.controller.abort(new Error('the preview ended'));
  await browser.close();
  process.exit();
});
// Ctrl-C reaches every process of a terminal; the parent says when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

async function work(): Promise<void> {
  if (running !== null) return;
  while (waiting !== null) {
    running = { order: waiting, controller: new AbortController() };
    waiting = null;
    const { order, controller } = running;
    try {
      await print(order, controller.signal);
      report({ kind: 'done', order });
    } catch (error) {
      if (!controller.signal.aborted) report(toReport(error));
    }
    running = null;
  }
}

async function print(order: PrintingOrder, signal: AbortSignal): Promise<void> {
  const checked = recheck();
  const text = readTextIfAny(join(out, 'manifest.json'));
  if (text === null || text !== manifest) standing = new WeakSet();
  const wanted =
    order === 'year' ? checked.years.flatMap(wantWhole) : checked.years.flatMap(wantChangedTables);
  const { templates } = checked;
  await printYears(wanted, order === 'year' ? isGone(checked, options.year) : () => false, {
    ...options,
    out,
    templates,
    lend: browser.lend,
    force: false,
    env: process.env,
    now: Date.now(),
    signal,
    onProgress: () => {},
    onFresh: (path, document) => {
      standing.add(document);
      report({ kind: 'fresh', path, content: fingerprint(document, '', null) });
    },
  });
  manifest = readTextIfAny(join(out, 'manifest.json'));
}

function wantWhole(year: CompiledYear): WantedYear[] {
  if (year.bind === null) return [];
  const documents = [year.bind().booklet, ...year.projects.map(({ document }) => document)];
  return [{ year, documents, isWhole: true }];
}

/** A mistake in one table leaves the others alive; a mistake in booklet.yaml does not, for it names them all. */
function wantChangedTables(year: CompiledYear): WantedYear[] {
  const documents = year.projects
    .map(({ document }) => document)
    .filter((document) => !standing.has(document));
  return year.isBookletSound && documents.length > 0 ? [{ year, documents, isWhole: false }] : [];
}

function toReport(error: unknown): PrintingReport {
  if (error instanceof MachineTrouble) return { kind: 'trouble', code: error.code, args: error.args };
  throw error;
}

function report(message: PrintingReport): void {
  if (process.connected) process.send?.(message);
}
