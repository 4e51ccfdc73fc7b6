import { deflateSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer';
import { findBrowser, withBrowser } from '../browser/browser.ts';
import { faces } from '../font/faces.ts';
import { type DividedPdf, dividePdf } from '../pdf/divide.ts';
import { readPdf } from '../pdf/pdf-file.ts';
import { textOf } from '../pdf/shared-font.ts';
import { restoreText } from '../pdf/text-layer.ts';
import type { Fonts } from '../print/fonts.ts';

/** A page with our fonts that prints what it is given, as Chromium writes it: tagged, with bookmarks. */
export interface RawPage {
  print(body: string): Promise<Buffer>;
}

export async function withTestBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { env } = process;
  return await withBrowser(await findBrowser({ env }), { env }, use);
}

/** Milliseconds, against what hangs: puppeteer gives up after thirty seconds. */
const PATIENCE = 180_000;

/** A page that waits as long as a busy machine takes. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** `fonts` in the order of `faces`; `css` is added to the page's own. */
export async function withRawPage<T>(
  browser: Browser,
  fonts: readonly Buffer[],
  use: (page: RawPage) => Promise<T>,
  css = '',
): Promise<T> {
  const page = await openPage(browser);
  try {
    const rules = faces.map(
      ({ family }, index) =>
        `@font-face{font-family:"${family}";src:url(data:font/ttf;base64,${fonts[index]?.toString('base64')})}`,
    );
    await page.setContent(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>表</title><style>${rules.join('')}
@page{size:297mm 210mm;margin:0} html{font:10.5pt "Jixiaoce Song";font-synthesis:none} .page{break-after:page;height:200mm}
/* Text of another colour would be another font in the PDF. */ a{color:inherit}
h1,h2,th{font-family:"Jixiaoce Hei";font-weight:400} ${css}</style><body></body></html>`,
    );
    await page.evaluate(async () => {
      await Promise.all([...document.fonts].map((face) => face.load()));
    });
    const client = await page.createCDPSession();
    return await use({
      print: async (body) => {
        await page.evaluate((html) => {
          document.body.innerHTML = html;
        }, body);
        const { data } = await client.send('Page.printToPDF', {
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
        return Buffer.from(data, 'base64');
      },
    });
  } finally {
    await page.close();
  }
}

/** What was printed, divided; `†` alone at a foot is the sign of a page's number. */
export function divideRaw(
  printed: Buffer,
  counts: readonly number[],
  { shared, written }: Fonts,
): DividedPdf {
  return dividePdf(readPdf(printed), counts, {
    sharedFonts: shared.map(({ name }) => name),
    signs: new Map(
      shared.map(({ name, font, glyphOf }) => {
        const glyph = glyphOf('†');
        return [name, { glyph, width: font.widthOf(glyph) }];
      }),
    ),
    deflate: (content) => deflateSync(Buffer.from(content, 'latin1')),
    restoreText: (stream) => restoreText(stream, written),
    textOf: (font, glyph) =>
      textOf(
        shared.find(({ name }) => name === font),
        glyph,
      ),
    describeLink: (_, text) => `转到${text}`,
  });
}

/** A small document with what ours have: bookmarks, a link, a table whose cells name their headings, `tables` + 1 pages. */
export function sampleBody(tables: number): string {
  const rows = [1, 2, 3].map(
    (row) =>
      `<tr><th scope="row">数量指标${row}</th><td>抓好“志愿服务”，开展活动；</td><td>≤</td><td>2.7${row} 万元</td></tr>`,
  );
  const table = (number: number) =>
    `<section class="page"><h1 id="p${number}">第${number}表</h1><table><thead><tr><th>二级</th><th>三级</th><th>符号</th><th>值</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
  const links = Array.from(
    { length: tables },
    (_, index) => `<a href="#p${index + 1}">第${index + 1}表</a> `,
  );
  return `<section class="page"><h1>绩效册</h1><h2>node00000012</h2><p>${links.join('')}</p></section>${links.map((_, index) => table(index + 1)).join('')}`;
}

/** Every character of some HTML, and the figures. */
export function charactersOf(html: string): Set<number> {
  return new Set([...html].map((character) => character.codePointAt(0) ?? 0));
}
