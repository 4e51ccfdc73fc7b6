import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import type { BrowserChoice, withBrowser } from '../browser/browser.ts';
import { listGlyphSources } from '../font/cmap.ts';
import { facePath, faces } from '../font/faces.ts';
import { roundOutlines } from '../font/outlines.ts';
import { createFontCutter } from '../font/subset.ts';
import { listWrittenCharacters, type WrittenCharacters } from '../pdf/text-layer.ts';
import type { Document } from '../render/document.ts';
import type { Templates } from '../render/templates.ts';
import { MachineTrouble } from '../trouble.ts';
import { type Print, withPrinter } from './printer.ts';
import type { CutFont } from './sheet-page.ts';

/** Who lends a browser to what is done with documents. */
export interface LendingOptions {
  browser: BrowserChoice;
  /** Lends the browser: one that ends with this run, or one that is kept warm. */
  lend: typeof withBrowser;
  templates: Templates;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onUnpack: () => void;
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

/** Milliseconds. A booklet of ten thousand pages takes a minute; a crash is noticed at once, without this. */
const LONGEST_PRINT = 30 * 60 * 1000;

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
  await withFonts(documents, options, (browser, cut) =>
    printWaiting(browser, waiting, cut, options, listener),
  );
}

export interface CutFonts {
  fonts: CutFont[];
  written: WrittenCharacters;
}

/**
 * Lends a browser, and the fonts cut for these documents. When the browser or a page dies it is started once more and `use`
 * is called again, for what was lost; the second death is MachineTrouble.
 */
export async function withFonts(
  documents: readonly Document[],
  options: LendingOptions,
  use: (browser: Browser, cut: CutFonts) => Promise<void>,
): Promise<void> {
  let fonts: Promise<CutFonts> | undefined;
  // Cut while the browser comes up.
  const onSpawn = () => {
    fonts ??= cutFonts(documents, options.templates.text);
    fonts.catch(() => {});
  };
  const lending = { ...options, onSpawn, protocolTimeout: LONGEST_PRINT };
  for (const isLastTry of [false, true]) {
    try {
      await options.lend(options.browser, lending, async (browser) => {
        onSpawn();
        if (fonts === undefined) return;
        const cut = await fonts;
        await use(browser, cut).catch((error) => {
          throw browser.connected ? error : new MachineTrouble('print/browser-gone', {}, error);
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
  cut: CutFonts,
  { templates, epoch, cores, signal }: PrintOptions,
  listener: PrintListener<Job>,
): Promise<void> {
  listener.onBrowser(await browser.version());
  const pages = Math.max(1, Math.min(cores + 1, Math.ceil(waiting.length / WORTH_A_PAGE)));
  const printer = { templates, ...cut, epoch, creator: '绩效册 jixiaoce' };
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

function isDeath(error: unknown): boolean {
  return error instanceof MachineTrouble && ['print/browser-gone', 'print/page-crashed'].includes(error.code);
}

/** Cuts the fonts to the characters of these documents: small fonts load and print faster, and the PDFs are the same. */
export async function cutFonts(documents: readonly Document[], fixedText: string): Promise<CutFonts> {
  const codePoints = collectCodePoints([fixedText, ...documents.map(({ body }) => body)]);
  const cut = await createFontCutter();
  const files = faces.map((face) => readFileSync(facePath(face)));
  const sources = files.map(listGlyphSources);
  const fonts = faces.map((face, index) => {
    const bytes = cut(files[index] ?? Buffer.alloc(0), codePoints, sources[index]);
    roundOutlines(bytes, face.outlineStep);
    return { ...face, bytes };
  });
  return { fonts, written: listWrittenCharacters(sources) };
}

function collectCodePoints(texts: readonly string[]): Set<number> {
  // Ten times as fast as putting every character of a booklet into a set.
  const units = new Uint8Array(0x10000);
  const codePoints = new Set<number>();
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= 0xd800 && unit < 0xdc00) codePoints.add(text.codePointAt(index) ?? 0);
      units[unit] = 1;
    }
  }
  for (const [unit, isUsed] of units.entries())
    if (isUsed === 1 && (unit < 0xd800 || unit > 0xdfff)) codePoints.add(unit);
  return codePoints;
}
