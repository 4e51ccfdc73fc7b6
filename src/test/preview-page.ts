import type { Browser, Page } from 'puppeteer';
import { findBrowser, withBrowser } from '../browser/browser.ts';
import { type RunningProgram, startProgram } from './program.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

/** A real browser that looks at the preview of a program at work. */
export interface PreviewPage extends Workplace {
  program: RunningProgram;
  /** `http://127.0.0.1:…/` */
  address: string;
  page: Page;
  browser: Browser;
  /** Opens the page of a project, or of the booklet, by its path from the year’s folder, and waits until it is. */
  visit(stem: string): Promise<void>;
  /** Resolves when what is said of the frame's document, `sheets`, or the page's, `document`, holds. */
  until(condition: string): Promise<void>;
  /** The value of an expression about the same. */
  see<T>(expression: string): Promise<T>;
  /** Addresses that links out of the page led to, in order. */
  opened(): Promise<string[]>;
}

/** Lends a workplace with the eight tables, `watch` at work on it, and a browser. */
export async function withPreview(
  use: (preview: PreviewPage) => Promise<void>,
  args: string[] = [],
): Promise<void> {
  await withWorkplace(async (workplace) => {
    const program = startProgram(workplace.folder, ['watch', '--port', '0', ...args]);
    try {
      const { env } = process;
      const address = await Promise.race([
        program.address,
        program.finished.then(({ stderr }) => Promise.reject(new Error(stderr))),
      ]);
      await withBrowser(findBrowser({ env }), { env }, async (browser) => {
        const page = await browser.newPage();
        page.setDefaultTimeout(90_000);
        await page.setViewport({ width: 1200, height: 700 });
        await page.evaluateOnNewDocument(RECORD_LINKS);
        const wrap = (expression: string) =>
          `(() => { const sheets = document.querySelector('iframe')?.contentDocument?.getElementById('sheets'); return ${expression}; })()`;
        await use({
          ...workplace,
          program,
          address,
          page,
          browser,
          visit: async (stem) => {
            await page.goto(`${address}2022/${stem.split('/').map(encodeURIComponent).join('/')}`);
            await page.waitForFunction(wrap('Boolean(sheets?.querySelector(".page"))'));
          },
          until: async (condition) => {
            await page.waitForFunction(wrap(condition), { polling: 'raf' });
          },
          see: (expression) => page.evaluate(wrap(expression)) as never,
          opened: () => page.evaluate('globalThis.opened') as Promise<string[]>,
        });
      });
    } finally {
      program.child.kill('SIGTERM');
      await program.finished;
    }
  });
}

/** A browser without a window knows no editor: what would be handed to one is written down. */
const RECORD_LINKS = `
  globalThis.opened = [];
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link && (link.target === '_blank' || !link.href.startsWith('http'))) { globalThis.opened.push(link.href); event.preventDefault(); }
  }, true);
`;
