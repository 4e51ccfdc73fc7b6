import type { Browser, CDPSession } from 'puppeteer';
import type { Document } from '../document/document.ts';
import { canonicalPdf } from '../pdf/canonical.ts';
import { type PdfFile, readPdf } from '../pdf/pdf-file.ts';
import type { WrittenCharacters } from '../pdf/text-layer.ts';
import { MachineTrouble } from '../util/trouble.ts';
import { type CutFont, type Pages, type SheetPageOptions, withSheetPage } from './sheet-page.ts';

/** One document on paper: the PDF, the same pages as HTML, and how many they are. */
export interface Print {
  pdf: Buffer;
  /** The body with its pages made. */
  body: string;
  pages: number;
}

export interface PrinterOptions extends SheetPageOptions {
  written: WrittenCharacters;
  /** Named in the PDF as the program that made it. */
  creator: string;
  /** Seconds since 1970 from SOURCE_DATE_EPOCH, or null for the document's own date. */
  epoch: number | null;
}

/** One warm page of the browser. Not to be used for two documents at once. */
export interface Printer {
  /** Prints a document; throws MachineTrouble when the page or the browser fails, and `print/…` when the pages are not right. */
  print(document: Document): Promise<Print>;
}

/** Margins and size come from the style sheet; tags and bookmarks are Chromium's own. */
export const PRINT_OPTIONS = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
} as const;

/** Bytes of a large PDF that are fetched at once. */
const PIECE = 1024 * 1024;

/** Lends a page of the browser that prints documents, one after the other. */
export async function withPrinter<T>(
  browser: Browser,
  options: PrinterOptions,
  use: (printer: Printer) => Promise<T>,
): Promise<T> {
  return await withSheetPage(browser, options, async ({ client, lay, guard }) => {
    // Freezing hides the page, and waking it does not show it: it no longer paints for a screen that nobody sees, which is a
    // quarter of the work of a print.
    await guard(client.send('Page.setWebLifecycleState', { state: 'frozen' }));
    await guard(client.send('Page.setWebLifecycleState', { state: 'active' }));
    return await use({
      print: async (document) => {
        const shown = await lay(document);
        const file = readPdf(await guard(printPage(client, document.kind)));
        verify(document, file, shown, options.fonts);
        return {
          pdf: toCanonical(document, file, shown, options),
          body: shown.body,
          pages: shown.pages.length,
        };
      },
    });
  });
}

/** A table's PDF comes in one reply, which is quickest; a booklet's in pieces, because it may be too large for one. */
async function printPage(client: CDPSession, kind: Document['kind']): Promise<Buffer> {
  if (kind === 'project') {
    const { data } = await client.send('Page.printToPDF', PRINT_OPTIONS);
    return Buffer.from(data, 'base64');
  }
  const { stream: handle = '' } = await client.send('Page.printToPDF', {
    ...PRINT_OPTIONS,
    transferMode: 'ReturnAsStream',
  });
  const pieces: Buffer[] = [];
  for (let isEnd = false; !isEnd; ) {
    const { data, eof } = await client.send('IO.read', { handle, size: PIECE });
    pieces.push(Buffer.from(data, 'base64'));
    isEnd = eof;
  }
  await client.send('IO.close', { handle });
  return Buffer.concat(pieces);
}

/** Pages as foretold, printed numbers as linked, fonts ours: otherwise the print is refused. */
function verify(document: Document, file: PdfFile, { pages, links }: Pages, fonts: readonly CutFont[]): void {
  const name = document.stem;
  if (file.pageCount !== pages.length) {
    throw new MachineTrouble('print/page-count', {
      name,
      expected: String(pages.length),
      found: String(file.pageCount),
    });
  }
  for (const { target, printed } of links) {
    const page = file.destinations.get(target);
    const found = page === undefined ? '' : (pages[page]?.label ?? '');
    if (found !== printed) throw new MachineTrouble('print/page-number', { name, target, printed, found });
  }
  const known = new Set(fonts.map(({ postScriptName }) => postScriptName));
  const alien = file.fonts.find((font) => !known.has(font.name));
  if (alien !== undefined && !document.mayFallBack) {
    throw new MachineTrouble('print/alien-font', { name, font: alien.name });
  }
}

function toCanonical(
  { about }: Document,
  file: PdfFile,
  { pages }: Pages,
  { creator, epoch, written }: PrinterOptions,
): Buffer {
  const firstOf = (numbering: 'front' | 'body') => pages.findIndex((page) => page.numbering === numbering);
  const labels = [
    { firstPage: firstOf('front'), style: 'roman' as const },
    { firstPage: firstOf('body'), style: 'decimal' as const },
  ];
  const facts = {
    ...about,
    creator,
    date: epoch === null ? new Date(`${about.date}T00:00:00Z`) : new Date(epoch * 1000),
    pageLabels: labels.filter(({ firstPage }) => firstPage >= 0),
  };
  return canonicalPdf(file, facts, written);
}
