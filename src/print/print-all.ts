import type { Browser } from 'puppeteer';
import type { BrowserChoice, withBrowser } from '../browser/browser.ts';
import type { Templates } from '../document/templates.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { withDeadline } from '../util/with-deadline.ts';
import { cutFonts } from './cut-fonts.ts';
import type { Fonts } from './fonts.ts';
import type { PrintedPart } from './printed-part.ts';
import { withPrinter } from './printer.ts';
import type { CutFont, SheetPageOptions } from './sheet-page.ts';
import { type Sheets, SIGN } from './sheets.ts';

/** The browser that documents are printed or pictured with. */
export interface BrowserUseOptions {
  browser: BrowserChoice;
  /** One that ends with this run, or one that is kept warm. */
  useBrowser: typeof withBrowser;
  templates: Templates;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onUnpack: (isRepair: boolean) => void;
}

export interface PrintOptions extends BrowserUseOptions {
  /** Opened when they are needed. */
  fonts: () => Fonts;
  /** The machine’s cores. One page more than that prints at once, because a page also waits for this process. */
  cores: number;
}

export interface PrintListener<Job> {
  /**
   * Called for each part as soon as it is printed, in no particular order. The page goes on printing meanwhile; what this
   * fails with ends the printing.
   */
  onPart: (job: Job, part: PrintedPart) => Promise<void>;
  /** Asked when all parts are printed: what can be printed only then. */
  takeMore?: () => Job[];
}

/** Milliseconds that one request may take at most, whatever it is. */
export const LONGEST_REQUEST = 30 * 60 * 1000;

/**
 * Milliseconds that one step of a page may take while these documents are printed, ten times as long as it does: the other
 * pages keep the browser busy, too, and ten thousand pages, 60 million characters, take a minute. A death is noticed at once;
 * this is for a browser that hangs.
 */
function patienceFor(documents: readonly Text[]): number {
  return 60_000 + documents.reduce((sum, { body }) => sum + body.length, 0) / 100;
}

/** Below this many documents a page, opening another page costs more than it saves. */
const WORTH_A_PAGE = 12;

/** Tables in one print: more of them are no faster, and memory is that of a batch, as is what is lost when the browser dies. */
const BATCH = 20;

/** Characters of HTML in one print, some megabytes of PDF. */
const BATCH_TEXT = 1_500_000;

/** Prints every part, in a browser of `withFonts`. `later`: what `takeMore` may give, for its characters. */
export async function printAll<Job extends { sheets: Sheets }>(
  jobs: readonly Job[],
  later: readonly Text[],
  options: PrintOptions,
  listener: PrintListener<Job>,
): Promise<void> {
  const waiting = [...jobs];
  const texts = [...jobs.map(({ sheets }) => sheets), ...later];
  await withFonts(texts, options, async (browser, run) => {
    const noAnswer = () => new EnvironmentError('print/no-answer');
    const version = await withDeadline(browser.version(), run.patience, noAnswer);
    do {
      await printWaiting(browser, version, waiting, run, options, listener);
      waiting.push(...(listener.takeMore?.() ?? []));
    } while (waiting.length > 0);
  });
}

/** What of a document is set in type. */
export interface Text {
  body: string;
  stamp?: string;
}

/** What a run of documents is printed with. */
export type RunOptions = { fonts: CutFont[] } & Pick<SheetPageOptions, 'patience'>;

/**
 * Starts a browser for `use`, with the fonts cut for these documents. When the browser or a page dies it is started once more and `use`
 * is called again, for what was lost; the second death is EnvironmentError.
 */
export async function withFonts(
  documents: readonly Text[],
  options: BrowserUseOptions & { fonts?: () => Fonts },
  use: (browser: Browser, run: RunOptions) => Promise<void>,
): Promise<void> {
  let fonts: Promise<CutFont[]> | undefined;
  // Cut while the browser comes up.
  const onSpawn = () => {
    fonts ??= cutFonts(documents, options.templates.text + SIGN, options.fonts?.());
    fonts.catch(() => {});
  };
  const patience = patienceFor(documents);
  const opened = { ...options, onSpawn, protocolTimeout: LONGEST_REQUEST };
  for (const isLastTry of [false, true]) {
    try {
      await options.useBrowser(options.browser, { ...opened, distrust: isLastTry }, async (browser) => {
        onSpawn();
        if (fonts === undefined) return;
        await use(browser, { fonts: await fonts, patience }).catch((error) => {
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

async function printWaiting<Job extends { sheets: Sheets }>(
  browser: Browser,
  version: string,
  waiting: Job[],
  run: RunOptions,
  { templates, cores, signal, fonts: whole }: PrintOptions,
  { onPart }: PrintListener<Job>,
): Promise<void> {
  const pages = Math.max(1, Math.min(cores + 1, Math.ceil(waiting.length / WORTH_A_PAGE)));
  const most = Math.min(BATCH, Math.ceil(waiting.length / pages));
  // The first failure stops the other pages too.
  let hasFailed = false;
  const take = () => (hasFailed ? [] : takeBatch(waiting, most));
  const workers = Array.from({ length: pages }, () =>
    withPrinter(browser, { templates, ...run, whole: whole(), version }, async ({ print }) => {
      let handled: Promise<unknown> = Promise.resolve();
      for (let batch = take(); batch.length > 0; batch = take()) {
        signal.throwIfAborted();
        try {
          const parts = await print(batch.map(({ sheets }) => sheets));
          await handled;
          handled = Promise.all(batch.map((job, index) => onPart(job, parts[index] as PrintedPart)));
          // Awaited in the next round; until then nobody listens.
          handled.catch(() => {});
        } catch (error) {
          waiting.unshift(...batch);
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

/** What is printed together: tables that are bound later, and whose fonts are ours. */
function takeBatch<Job extends { sheets: Sheets }>(waiting: Job[], most: number): Job[] {
  const canShare = ({ sheets }: Job) => sheets.numbering?.sign !== undefined && !sheets.mayFallBack;
  const batch: Job[] = [];
  let length = 0;
  for (let [next] = waiting; next !== undefined && batch.length < most; [next] = waiting) {
    length += next.sheets.body.length;
    const isFirst = batch.length === 0;
    if (!isFirst && (length > BATCH_TEXT || !canShare(next) || !batch.every(canShare))) break;
    batch.push(next);
    waiting.shift();
  }
  return batch;
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
  return error instanceof EnvironmentError && DEATHS.includes(error.code);
}

/** What the browser says of its own death, and of that of the helper that puts a PDF together, is no sentence. */
function toDeath(error: unknown, browser: Browser): unknown {
  if (error instanceof EnvironmentError) return error;
  if (!browser.connected) return new EnvironmentError('print/browser-gone', {}, error);
  const { name, message } = error as Error;
  if (name !== 'ProtocolError' && name !== 'TargetCloseError') return error;
  if (/Printing failed/.test(message)) return new EnvironmentError('print/failed', {}, error);
  if (/timed out/.test(message)) return new EnvironmentError('print/no-answer', {}, error);
  return name === 'TargetCloseError' ? new EnvironmentError('print/page-crashed', {}, error) : error;
}
