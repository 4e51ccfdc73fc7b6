import type { Browser, Page } from 'puppeteer';
import { findBrowser, withBrowser } from '../browser/browser.ts';
import { type RunningProgram, startProgram } from './program.ts';
import { openPage } from './raw-print.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

/** A real browser that looks at the preview of a program at work. */
export interface PreviewPage extends Workplace {
  program: RunningProgram;
  /** `http://127.0.0.1:…/` */
  address: string;
  page: Page;
  browser: Browser;
  /**
   * Opens the page of a project, or of the booklet, by its path from the year’s folder, and waits until it is shown and all
   * that is said of it at first was said.
   */
  visit(stem: string): Promise<void>;
  /** Another tab, as patient as the page. */
  openTab(): Promise<Page>;
  /** Resolves when what is said of the frame's document, `sheets`, or the page's, `document`, holds. */
  until(condition: string): Promise<void>;
  /** The value of an expression about the same. */
  see<T>(expression: string): Promise<T>;
  /** Addresses that links out of the page led to, in order. */
  opened(): Promise<string[]>;
  /** The texts of the cells that were marked as changed last; the mark itself is gone after a moment. */
  changed(): Promise<string[]>;
}

/** Lends a workplace with the eight tables, `watch` at work on it, and a browser. */
export async function withPreview(
  use: (preview: PreviewPage) => Promise<void>,
  args: string[] = [],
): Promise<void> {
  await withWorkplace(async (workplace) => {
    const port = args.includes('--port') ? [] : ['--port', '0'];
    const program = startProgram(workplace.folder, ['watch', ...port, ...args]);
    try {
      const { env } = process;
      const address = await program.address;
      await withBrowser(findBrowser({ env }), { env }, async (browser) => {
        const openTab = () => openPage(browser);
        const page = await openTab();
        await page.setViewport({ width: 1200, height: 700 });
        await page.evaluateOnNewDocument(RECORD_LINKS);
        const until = (condition: string) =>
          page.waitForFunction(toPatient(wrap(condition)), { polling: 'raf' }).then(
            () => {},
            (cause) => {
              throw new Error(`This did not come true: ${condition}`, { cause });
            },
          );
        await use({
          ...workplace,
          program,
          address,
          page,
          browser,
          openTab,
          until,
          visit: async (stem) => {
            await page.goto(`${address}2022/${stem.split('/').map(encodeURIComponent).join('/')}`);
            await until(
              'sheets.querySelector(".page") && document.getElementById("pdf").dataset.state !== undefined',
            );
            await page.evaluate(RECORD_CHANGES);
          },
          see: (expression) => page.evaluate(wrap(expression)) as never,
          opened: () => page.evaluate('globalThis.opened') as Promise<string[]>,
          changed: () => page.evaluate('globalThis.changed') as Promise<string[]>,
        });
      });
    } finally {
      program.child.kill('SIGTERM');
      await program.finished;
    }
  });
}

/** What an expression about the page's document and the frame's `sheets` is worth. */
function wrap(expression: string): string {
  return `(() => { const sheets = document.querySelector('iframe')?.contentDocument?.getElementById('sheets'); return ${expression}; })()`;
}

/** What cannot be answered while a document or its frame is loaded does not hold yet. */
export function toPatient(condition: string): string {
  return `(() => { try { return ${condition}; } catch { return false; } })()`;
}

/** A mark may be gone before somebody looks. */
const RECORD_CHANGES = `(() => {
  const sheets = document.querySelector('iframe').contentDocument.getElementById('sheets');
  new MutationObserver(() => {
    const cells = [...sheets.querySelectorAll('[data-changed]')];
    if (cells.length > 0) globalThis.changed = cells.map(({ textContent }) => textContent.trim());
  }).observe(sheets, { subtree: true, childList: true, attributes: true });
})()`;

/** A browser without a window knows no editor: what would be handed to one is written down. */
const RECORD_LINKS = `
  globalThis.opened = [];
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link && (link.target === '_blank' || !link.href.startsWith('http'))) { globalThis.opened.push(link.href); event.preventDefault(); }
  }, true);
`;
