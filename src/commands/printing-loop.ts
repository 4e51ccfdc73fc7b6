import { join, resolve } from 'node:path';
import { createWarmBrowser } from '../browser/warm.ts';
import { unitsOf } from '../compile.ts';
import type { Document } from '../document/document.ts';
import type { PrintingOptions, PrintingOrder, PrintingReport } from '../preview/background-printer.ts';
import { fingerprint } from '../print/fingerprint.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { readTextIfAny } from '../workspace/folder.ts';
import { isGone, rootOf, wantTables, wantYear } from './build.ts';
import { createChecker } from './compile-sources.ts';
import { printYears } from './print-years.ts';

/** Takes orders one after the other; see `BackgroundPrinter` for who gives them. */
export interface PrintingLoop {
  /** Tables go before a year: they are what their author is working on. */
  take(order: PrintingOrder): void;
  /** Gives up what is being printed, and ends the browser. */
  end(): Promise<void>;
}

/** As they are taken when both wait. */
const ORDERS = ['tables', 'year'] as const;

/**
 * Prints what changed, order by order, with one browser that is kept warm. It reads the sources itself: what it prints is
 * never older than the order. `onBug`: called for what is neither a mistake nor the machine's trouble.
 */
export function createPrintingLoop(
  options: PrintingOptions,
  report: (message: PrintingReport) => void,
  onBug: (error: unknown) => void,
): PrintingLoop {
  const recheck = createChecker(options);
  const browser = createWarmBrowser();
  const out = resolve(options.cwd, options.out);
  const waiting = new Set<PrintingOrder>();
  let running: { order: PrintingOrder; controller: AbortController } | null = null;
  /** Documents whose outputs are known to be current, as long as nobody else wrote the manifest. */
  let current = new WeakSet<Document>();
  let manifest: string | null = null;

  const work = async () => {
    for (;;) {
      const order = ORDERS.find((one) => waiting.delete(one));
      if (order === undefined) return;
      const controller = new AbortController();
      running = { order, controller };
      try {
        await print(order, controller.signal);
        report({ kind: 'done', order });
      } catch (error) {
        if (error instanceof EnvironmentError)
          report({ kind: 'trouble', code: error.code, args: error.args });
        else if (!controller.signal.aborted) onBug(error);
      }
      running = null;
    }
  };

  const print = async (order: PrintingOrder, signal: AbortSignal) => {
    const checked = recheck();
    const { years } = checked;
    const text = readTextIfAny(join(out, 'manifest.json'));
    if (text === null || text !== manifest) current = new WeakSet();
    const isWhole = order === 'year';
    const wanted = years
      .flatMap(unitsOf)
      .flatMap((year) =>
        isWhole
          ? wantYear(year)
          : wantTables(year, ({ document }) => !current.has(document), year.toIndex !== null),
      );
    await printYears(wanted, isWhole ? isGone(checked, options.year) : () => false, {
      ...options,
      out,
      root: rootOf(checked, options),
      templates: checked.context.templates,
      useBrowser: browser.useBrowser,
      force: false,
      env: process.env,
      now: Date.now(),
      signal,
      onProgress: (progress) => {
        if (progress.step === 'unpack' && progress.isRepair)
          report({ kind: 'message', code: 'browser/repaired', args: {} });
      },
      onFresh: (path, document) => {
        current.add(document);
        report({ kind: 'fresh', path, content: fingerprint(document, '', null) });
      },
    });
    manifest = readTextIfAny(join(out, 'manifest.json'));
  };

  return {
    take: (order) => {
      // A booklet of a thousand tables takes long, and its tables have changed.
      if (running?.order === 'year' && order === 'tables') running.controller.abort(new Error('overtaken'));
      waiting.add(order);
      if (running === null) void work();
    },
    end: async () => {
      waiting.clear();
      running?.controller.abort(new Error('the preview ended'));
      await browser.close();
    },
  };
}
