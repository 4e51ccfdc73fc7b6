import type { Browser } from 'puppeteer';
import type { BrowserChoice, withBrowser } from '../browser/browser.ts';
import type { Document } from '../document/document.ts';
import type { Templates } from '../document/templates.ts';
import { MachineTrouble } from '../util/trouble.ts';
import { withDeadline } from '../util/with-deadline.ts';
import { type CutFonts, cutFonts } from './cut-fonts.ts';
import { type Print, withPrinter } from './printer.ts';
import type { SheetPageOptions } from './sheet-page.ts';

/** Who lends a browser to what is done with documents. */
export interface LendingOptions {
  browser: BrowserChoice;
  /** Lends the browser: one that ends with this run, or one that is kept warm. */
  lend: typeof withBrowser;
  templates: Templates;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onUnpack: (isRepair: boolean) => void;
}

export interface PrintOptions extends LendingOptions {
  epoch: number | null;
  /** The machine’s cores. One page more than that prints at once, for a page also waits for this process. */
  cores: number;
}

export interface PrintListener<Job> {
  onBrowser: (version: string) => void;
  /**
   * Called for each document as soon as it is printed, in no particular order. The page goes on printing meanwhile; what
   * this fails with ends the printing.
   */
  onPrint: (job: Job, print: Print) => Promise<void>;
}

/** Milliseconds that one request may take at most, whatever it is. */
export const LONGEST_REQUEST = 30 * 60 * 1000;

/**
 * Milliseconds that one step of a page may take while these documents are printed, ten times as long as it does: the other
 * pages keep the browser busy, too, and ten thousand pages, 60 million characters, take a minute. A death is noticed at once;
 * this is for a browser that stands still.
 */
function patienceFor(documents: readonly Document[]): number {
  return 60_000 + documents.reduce((sum, { body }) => sum + body.length, 0) / 100;
}

/** Below this many documents a page, opening another page costs more than it saves. */
const WORTH_A_PAGE = 12;

/** Prints every document, as `withFonts` lends the browser. The first is begun first: put the longest there. */
export async function printAll<Job extends { document: Document }>(
  jobs: readonly Job[],
  options: PrintOptions,
  listener: PrintListener<Job>,
): Promise<void> {
  const waiting = [...jobs];
  const documents = jobs.map(({ document }) => document);
  await withFonts(documents, options, (browser, run) =>
    printWaiting(browser, waiting, run, options, listener),
  );
}

/** What a run of documents is printed with. */
export type RunOptions = CutFonts & Pick<SheetPageOptions, 'patience'>;

/**
 * Lends a browser, and the fonts cut for these documents. When the browser or a page dies it is started once more and `use`
 * is called again, for what was lost; the second death is MachineTrouble.
 */
export async function withFonts(
  documents: readonly Document[],
  options: LendingOptions,
  use: (browser: Browser, run: RunOptions) => Promise<void>,
): Promise<void> {
  let fonts: Promise<CutFonts> | undefined;
  // Cut while the browser comes up.
  const onSpawn = () => {
    fonts ??= cutFonts(documents, options.templates.text);
    fonts.catch(() => {});
  };
  const patience = patienceFor(documents);
  const lending = { ...options, onSpawn, protocolTimeout: LONGEST_REQUEST };
  for (const isLastTry of [false, true]) {
    try {
      await options.lend(options.browser, { ...lending, distrust: isLastTry }, async (browser) => {
        onSpawn();
        if (fonts === undefined) return;
        const cut = await fonts;
        await use(browser, { ...cut, patience }).catch((error) => {
          throw toDeath(error, browser);
        });
      });
      return;
    } catch (error) {
      options.signal.throwIfAborted();
      if (isLastTry || !isDeath(error)) throw error;
    }
  }
}

async function printWaiting<Job extends { document: Document }>(
  browser: Browser,
  waiting: Job[],
  run: RunOptions,
  { templates, epoch, cores, signal }: PrintOptions,
  listener: PrintListener<Job>,
): Promise<void> {
  const noAnswer = () => new MachineTrouble('print/no-answer');
  listener.onBrowser(await withDeadline(browser.version(), run.patience, noAnswer));
  const pages = Math.max(1, Math.min(cores + 1, Math.ceil(waiting.length / WORTH_A_PAGE)));
  const printer = { templates, ...run, epoch, creator: '绩效册 jixiaoce' };
  // The first failure stops the other pages too.
  let hasFailed = false;
  const take = () => (hasFailed ? undefined : waiting.shift());
  const workers = Array.from({ length: pages }, () =>
    withPrinter(browser, printer, async ({ print }) => {
      let handled = Promise.resolve();
      for (let job = take(); job !== undefined; job = take()) {
        signal.throwIfAborted();
        try {
          const printed = await print(job.document);
          await handled;
          handled = listener.onPrint(job, printed);
          // Awaited in the next round; until then nobody listens.
          handled.catch(() => {});
        } catch (error) {
          waiting.unshift(job);
          hasFailed = true;
          throw error;
        }
      }
      await handled;
    }),
  );
  const settled = await Promise.allSettled(workers);
  const failed = settled.find((worker) => worker.status === 'rejected');
  if (failed) throw failed.reason;
}

/** What only a new browser can mend. */
const DEATHS = [
  'browser/does-not-start',
  'print/browser-gone',
  'print/page-crashed',
  'print/no-answer',
  'print/failed',
];

function isDeath(error: unknown): boolean {
  return error instanceof MachineTrouble && DEATHS.includes(error.code);
}

/** What the browser says of its own death, and of that of the helper that puts a PDF together, is no sentence. */
function toDeath(error: unknown, browser: Browser): unknown {
  if (error instanceof MachineTrouble) return error;
  if (!browser.connected) return new MachineTrouble('print/browser-gone', {}, error);
  const { name, message } = error as Error;
  if (name !== 'ProtocolError' && name !== 'TargetCloseError') return error;
  if (/Printing failed/.test(message)) return new MachineTrouble('print/failed', {}, error);
  if (/timed out/.test(message)) return new MachineTrouble('print/no-answer', {}, error);
  return name === 'TargetCloseError' ? new MachineTrouble('print/page-crashed', {}, error) : error;
}
