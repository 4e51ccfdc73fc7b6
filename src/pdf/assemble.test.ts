import { queryObjects } from 'node:v8';
import { inflateSync } from 'node:zlib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { faces } from '../font/faces.ts';
import { roundOutlines } from '../font/outlines.ts';
import { createFontCutter } from '../font/subset.ts';
import { openFonts } from '../print/fonts.ts';
import { differences, takePictures } from '../test/pictures.ts';
import { charactersOf, divideRaw, sampleBody, withRawPage, withTestBrowser } from '../test/raw-print.ts';
import { assemblePdf } from './assemble.ts';
import type { PdfAbout } from './metadata.ts';
import type { PdfPart } from './part.ts';

const about: PdfAbout = {
  title: '党员“志愿服务” <经费> & 汇总',
  author: '州直机关工委',
  subject: '预算项目绩效目标表',
  keywords: ['2022年度', '52270022P004296102284'],
  tables: [],
  booklet: null,
  creator: '绩效册 0.1.0',
  date: new Date('2022-01-02T03:04:05.678Z'),
  pageLabels: [
    { firstPage: 0, style: 'roman' },
    { firstPage: 2, style: 'decimal' },
  ],
};
const onePage = { ...about, pageLabels: [] };

const whole = openFonts();
const { written } = whole;

/** `foot`: at the foot of every page, outside its tags. */
const withFeet = (body: string, foot: (page: number) => string) => {
  const [first = '', ...pages] = body.split('</section>');
  return pages.reduce(
    (whole, page, at) => `${whole}<footer aria-hidden="true">${foot(at + 1)}</footer></section>${page}`,
    first,
  );
};
const FEET =
  '.page{position:relative;overflow:hidden;contain:layout style} body,h1{margin:0} footer{position:absolute;bottom:0;width:100%;text-align:center}';

let raw: Record<'booklet' | 'again' | 'single' | 'together' | 'signed' | 'numbered', Buffer> & {
  tables: Buffer[];
};
let booklet: Buffer;
let fonts: Buffer[];

/** Binds what was printed as one. */
function bind(printed: Buffer, own = about, pages = 12): Buffer {
  return assemble(divideRaw(printed, [pages], whole).parts, own);
}

function assemble(parts: readonly PdfPart[], own: PdfAbout, folioOf = (_: number) => ''): Buffer {
  return assemblePdf(parts, { toAbout: () => own, fonts: whole.shared, folioOf });
}

const single = '<section class="page"><h1>表</h1><p>一</p></section>';

beforeAll(async () => {
  const body = sampleBody(11);
  /** Each with anchors of its own. */
  const tables = [sampleBody(2), single, sampleBody(3)].map((table, at) =>
    table.replace(/(id="|#)p/g, (_, before) => `${before}p${at}-`),
  );
  const cut = await createFontCutter();
  const characters = charactersOf(`${body}${single}第 页†0123456789`);
  fonts = whole.files.map((file, index) => {
    const bytes = cut(file, characters);
    roundOutlines(bytes, faces[index]?.outlineStep ?? 1);
    return bytes;
  });
  raw = await withTestBrowser((browser) =>
    withRawPage(
      browser,
      fonts,
      async (page) => {
        const first = await page.print(body);
        for (let count = 0; count < 20; count += 1) await page.print(count % 2 ? single : sampleBody(2));
        const printed = { booklet: first, again: await page.print(body), single: await page.print(single) };
        const alone = [];
        for (const table of tables) alone.push(await page.print(table));
        const together = await page.print(tables.join(''));
        const signed = await page.print(withFeet(body, () => '†'));
        return {
          ...printed,
          together,
          tables: alone,
          signed,
          numbered: await page.print(withFeet(body, (at) => `第 ${at} 页`)),
        };
      },
      FEET,
    ),
  );
  booklet = bind(raw.booklet);
});

describe('the same document', () => {
  it('has the same bytes after twenty other prints of the page, though Chromium counts its ids on', () => {
    expect(raw.again.equals(raw.booklet)).toBe(false);
    expect(bind(raw.again).equals(booklet)).toBe(true);
  });

  it('has other bytes, and another id, when it says something else of itself', async () => {
    const other = bind(raw.booklet, { ...about, author: '州财政局' });
    expect(await read(other, (pdf) => pdf.fingerprints[0])).not.toBe(
      await read(booklet, (pdf) => pdf.fingerprints[0]),
    );
  });
});

describe('parts', () => {
  it('are the same printed together and alone', () => {
    const counts = [3, 1, 4];
    const { parts, isIndependent } = divideRaw(raw.together, counts, whole);
    expect(isIndependent).toBe(true);
    const alone = raw.tables.flatMap((table, at) => divideRaw(table, [counts[at] ?? 0], whole).parts);
    expect(parts.map(({ size }) => size > 3)).toEqual([true, true, true]);
    // A heading's place is given less exactly far from the first page.
    const describe = (part: PdfPart) => describePart({ ...part, bookmarks: [] });
    expect(parts.map(describe)).toEqual(alone.map(describe));
  });

  it('bound together keep bookmarks, link targets, tags, text and drawing; what is in a part leads to its own pages', async () => {
    const { parts } = divideRaw(raw.together, [3, 1, 4], whole);
    const bound = await read(assemble(parts, about), describeDocument);
    expect(bound).toEqual(await read(bind(raw.together, about, 8), describeDocument));
    expect(bound.pages).toHaveLength(8);
    expect(bound.destinations['p2-1']?.[0]).toBe(5);
    const again = await read(assemble(parts.toReversed(), about), describeDocument);
    expect(again.destinations['p2-1']?.[0]).toBe(1);
    expect(again.pages.slice(5)).toEqual(bound.pages.slice(0, 3));
  });

  it('give their pages the numbers that the document has for them, and look as if Chromium had set them', async () => {
    const { parts } = divideRaw(
      raw.signed,
      Array.from({ length: 12 }, () => 1),
      whole,
    );
    expect(parts.map(({ pages }) => pages[0]?.folio?.size)).toEqual(parts.map(() => 14));
    const numbered = assemble(parts, about, (page) => `第 ${page + 1} 页`);
    const printed = bind(raw.numbered);
    const texts = await read(numbered, describeDocument);
    expect(texts.pages.map(({ text }) => /第 \d+ 页$/.exec(text)?.[0])).toEqual(
      texts.pages.map((_, page) => `第 ${page + 1} 页`),
    );
    const pictures = await read(numbered, takePictures);
    expect(sum(differences(pictures, await read(printed, takePictures)))).toBe(0);
    expect(sum(differences(pictures, await read(booklet, takePictures)))).toBeGreaterThan(500);
  });

  it('are let go one after the other, however many are bound', () => {
    class Taken {}
    const [part] = divideRaw(raw.single, [1], whole).parts as [PdfPart];
    const held: number[] = [];
    const parts = function* () {
      for (let count = 1; count <= 400; count += 1) {
        yield Object.assign(new Taken(), part, { objects: Buffer.from(part.objects) });
        if (count % 100 === 0) held.push(Number(queryObjects(Taken)));
      }
    };
    assemblePdf(parts(), { toAbout: () => onePage, fonts: whole.shared, folioOf: () => '' });
    expect(Math.max(...held)).toBeLessThanOrEqual(2);
  });

  it('are not taken for independent when something is drawn with more than fonts', async () => {
    const dashed = sampleBody(1).replace('<h1>', '<h1 style="background:linear-gradient(red,blue)">');
    const printed = await withTestBrowser((browser) =>
      withRawPage(browser, fonts, (page) => page.print(dashed)),
    );
    const { parts, isIndependent } = divideRaw(printed, [2], whole);
    expect(isIndependent).toBe(false);
    const before = await read(printed, takePictures);
    expect(sum(differences(await read(assemble(parts, onePage), takePictures), before))).toBe(0);
  });
});

describe('what a PDF says of itself', () => {
  it('is the information that was given, as information dictionary and as XMP', async () => {
    const { info, metadata } = await read(booklet, (pdf) => pdf.getMetadata());
    expect(info).toMatchObject({
      PDFFormatVersion: '1.7',
      Title: about.title,
      Author: '州直机关工委',
      Subject: '预算项目绩效目标表',
      Keywords: '2022年度, 52270022P004296102284',
      Creator: '绩效册 0.1.0',
      CreationDate: "D:20220102030405+00'00'",
      ModDate: "D:20220102030405+00'00'",
      Language: 'zh-CN',
    });
    expect((info as { Producer: string }).Producer).toMatch(/^Skia\/PDF/);
    expect(metadata.get('dc:title')).toBe(about.title);
    expect(metadata.get('dc:creator')).toEqual(['州直机关工委']);
    expect(metadata.get('pdf:keywords')).toBe(about.keywords.join(', '));
  });

  it('numbers the front matter i, ii and the rest from 1', async () => {
    const labels = await read(booklet, (pdf) => pdf.getPageLabels());
    expect(labels).toEqual(['i', 'ii', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  it('shows its title in the window, and its bookmarks when there are several', async () => {
    expect(await read(booklet, (pdf) => pdf.getViewerPreferences())).toMatchObject({ DisplayDocTitle: true });
    expect(await read(booklet, (pdf) => pdf.getPageMode())).toBe('UseOutlines');
    const single = bind(raw.single, onePage, 1);
    expect(await read(single, (pdf) => pdf.getPageMode())).toBe('UseNone');
  });

  it('refuses page labels that leave the first page out', () => {
    const pageLabels: PdfAbout['pageLabels'] = [{ firstPage: 1, style: 'decimal' }];
    expect(() => bind(raw.single, { ...about, pageLabels }, 1)).toThrow('first page');
  });
});

describe('what the document is', () => {
  it('stays the same: bookmarks, link targets, tags, text and drawing of every page', async () => {
    const before = await read(raw.booklet, describeDocument);
    expect(before.pages).toHaveLength(12);
    expect(before.outline).toContain('node00000012');
    expect(Object.keys(before.destinations)).toHaveLength(11);
    expect(before.pages[1]?.tags).toContain('TH');
    // All but the text layer's wrong characters, such as ⼆ for 二.
    const restored = JSON.stringify(before).replace(/./gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return String.fromCodePoint(written.get(code) ?? code);
    });
    expect(JSON.stringify(before)).toContain('⼆');
    expect(await read(booklet, describeDocument)).toEqual(JSON.parse(restored));
  });

  it('takes much less room', () => {
    expect(booklet.length).toBeLessThan(raw.booklet.length / 2);
  });
});

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** A part with its texts to be read. */
function describePart({ objects, pages, ...part }: PdfPart) {
  const drawn = pages.map((page) => ({
    ...page,
    content: page.content.map((piece) => inflateSync(piece).toString()),
  }));
  return { ...part, pages: drawn, objects: objects.toString('latin1') };
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

async function read<T>(bytes: Buffer, ask: (pdf: Pdf) => T | Promise<T>): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await ask(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function describeDocument(pdf: Pdf) {
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    const drawn = fnArray.flatMap((operator, at) =>
      MARKS.includes(operator) ? [] : [[operator, argsArray[at]]],
    );
    pages.push({
      view: page.view,
      tags: [...JSON.stringify(await page.getStructTree()).matchAll(/"role":"(?!NonStruct)(\w+)"/g)].map(
        ([, role]) => role,
      ),
      text: items.map((item) => ('str' in item ? item.str : '')).join(''),
      // Fonts get new names each time a file is opened.
      drawing: JSON.stringify(drawn, withoutFontFile).replace(/"g_d\d+_f\d+"/g, '"font"'),
    });
  }
  const outline = (await pdf.getOutline()).flatMap(({ title, items }) => [
    title,
    ...items.map((item) => item.title),
  ]);
  const destinations: Record<string, unknown[]> = {};
  for (const [name, [page, ...place]] of Object.entries(await pdf.getDestinations()))
    destinations[name] = [await pdf.getPageIndex(page), ...place];
  return { pages, outline, destinations };
}

/** Marks lead from what is drawn to its tags, and say again what a glyph says. */
const MARKS = [OPS.beginMarkedContent, OPS.beginMarkedContentProps, OPS.endMarkedContent];

/** How pdf.js names what is in a font's file, which has less in it than Chromium's. */
const withoutFontFile = (key: string, value: unknown) =>
  key === 'fontChar' || key === 'isInFont' ? undefined : value;
