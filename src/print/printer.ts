import { deflateSync } from 'node:zlib';
import type { Browser, CDPSession } from 'puppeteer';
import type { CutOptions } from '../pdf/cut-part.ts';
import { dividePdf } from '../pdf/divide.ts';
import type { FolioSign } from '../pdf/page-content.ts';
import { readPdf } from '../pdf/pdf-file.ts';
import { type SharedFont, textOf } from '../pdf/shared-font.ts';
import { restoreText } from '../pdf/text-layer.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import type { Fonts } from './fonts.ts';
import type { PrintedPart } from './printed-part.ts';
import { type CutFont, type Laid, type SheetPageOptions, withSheetPage } from './sheet-page.ts';
import { type Sheets, SIGN } from './sheets.ts';

export interface PrinterOptions extends SheetPageOptions {
  whole: Fonts;
  /** The browser's version. */
  version: string;
}

/** One warm page of the browser. Not to be used for two prints at once. */
export interface Printer {
  /**
   * Prints several in one print, which is much faster; each comes out as if it were printed alone. Throws EnvironmentError when the
   * page or the browser fails, and `print/…` when the pages are not right.
   */
  print(batch: readonly Sheets[]): Promise<PrintedPart[]>;
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

/** Lends a page of the browser that prints, one batch after the other. */
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
    const printTogether = async (batch: readonly Sheets[]): Promise<PrintedPart[] | null> => {
      const laid = await lay(batch);
      const file = readPdf(await guard(printPage(client)));
      // Left to itself the page keeps what it printed until it has some hundred megabytes.
      await guard(client.send('HeapProfiler.collectGarbage'));
      const counts = laid.map(({ pages }) => pages.length);
      const expected = counts.reduce((sum, count) => sum + count, 0);
      if (file.pages.length !== expected) {
        const name = batch[0]?.stem ?? '';
        const found = String(file.pages.length);
        throw new EnvironmentError('print/page-count', { name, expected: String(expected), found });
      }
      const hasSign = batch[0]?.numbering?.sign !== undefined;
      const { parts, isIndependent, alienFonts } = dividePdf(
        file,
        counts,
        toDivision(options, hasSign, laid),
      );
      if (batch.length > 1 && !isIndependent) return null;
      return parts.map((pdf, index) => {
        const [sheets, pages] = [batch[index] as Sheets, laid[index] as (typeof laid)[number]];
        const alien = alienFonts[index]?.[0];
        if (alien !== undefined && !sheets.mayFallBack)
          throw new EnvironmentError('print/alien-font', { name: sheets.stem, font: alien });
        if (hasSign && pdf.pages.filter(({ folio }) => folio !== null).length !== pages.body.length - 1)
          throw new Error(`pages without a place for their number: ${sheets.stem}`);
        const part = { ...pages, pdf, browser: options.version };
        return hasSign ? toAnyPlace(part) : part;
      });
    };
    const print = async (batch: readonly Sheets[]): Promise<PrintedPart[]> => {
      const parts = await printTogether(batch).catch((error) => {
        if (batch.length > 1 && error instanceof EnvironmentError && BY_ITSELF.includes(error.code))
          return null;
        throw error;
      });
      if (parts !== null) return parts;
      const alone: PrintedPart[] = [];
      for (const sheets of batch) alone.push(...(await print([sheets])));
      return alone;
    };
    return await use({ print });
  });
}

/**
 * Without what depends on the other pages of a print: their numbers, and the exact places of headings, which Chromium rounds the
 * more the further a page is from the first; bookmarks lead to the page.
 */
function toAnyPlace(part: PrintedPart): PrintedPart {
  const { pdf } = part;
  const bookmarks = pdf.bookmarks.map((bookmark) => ({
    ...bookmark,
    place: pdf.pages[bookmark.page]?.top ?? '',
  }));
  return { ...part, pages: part.pages.map((page) => ({ ...page, label: '' })), pdf: { ...pdf, bookmarks } };
}

/** What says something of one document: printed alone, it is known which. */
const BY_ITSELF = ['print/not-paged', 'print/page-count'];

function toDivision({ fonts, whole }: PrinterOptions, hasSign: boolean, laid: readonly Laid[]): CutOptions {
  const pages = new Map(laid.flatMap(({ links }) => links.map(({ target, printed }) => [target, printed])));
  const shared = new Map(whole.shared.map((font) => [font.name, font]));
  return {
    sharedFonts: fonts.map(({ postScriptName }: CutFont) => postScriptName),
    signs: new Map(hasSign ? whole.shared.map(toSign) : []),
    deflate: (content) => deflateSync(Buffer.from(content, 'latin1')),
    restoreText: (stream) => restoreText(stream, whole.written),
    textOf: (font, glyph) => textOf(shared.get(font), glyph),
    describeLink: (target, text) => describeLink(pages.get(target) ?? '', text),
  };
}

/** What a screen reader says of a link; most show the page that they lead to, or the name of what is there. */
function describeLink(page: string, text: string): string {
  const name = text.endsWith(page) ? text.slice(0, text.length - page.length).trim() : text;
  return [page === '' ? '转到' : `转到第 ${page} 页`, ...(name === '' ? [] : [name])].join('：');
}

function toSign({ name, glyphOf, font }: SharedFont): [string, FolioSign] {
  const glyph = glyphOf(SIGN);
  return [name, { glyph, width: font.widthOf(glyph) }];
}

/** Bytes of a PDF that are fetched at once. */
const PIECE = 1024 * 1024;

/** In pieces, because it may be too large for one reply. */
async function printPage(client: CDPSession): Promise<Buffer> {
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
