import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { listGlyphSources } from '../font/cmap.ts';
import { facePath, faces } from '../font/faces.ts';
import { createFontCutter } from '../font/subset.ts';
import { charactersOf, sampleBody, withRawPage, withTestBrowser } from '../test/raw-print.ts';
import { canonicalPdf, type PdfAbout } from './canonical.ts';
import { readPdf } from './pdf-file.ts';
import { listWrittenCharacters, type WrittenCharacters } from './text-layer.ts';

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

let raw: { booklet: Buffer; again: Buffer; single: Buffer };
let booklet: Buffer;
let written: WrittenCharacters;

beforeAll(async () => {
  const body = sampleBody(11);
  const single = '<section class="page"><h1>表</h1><p>一</p></section>';
  const cut = await createFontCutter();
  const characters = charactersOf(body + single);
  const files = faces.map((face) => readFileSync(facePath(face)));
  written = listWrittenCharacters(files.map(listGlyphSources));
  const fonts = files.map((file) => cut(file, characters));
  raw = await withTestBrowser((browser) =>
    withRawPage(browser, fonts, async (page) => {
      const first = await page.print(body);
      for (let count = 0; count < 20; count += 1) await page.print(count % 2 ? single : sampleBody(2));
      return { booklet: first, again: await page.print(body), single: await page.print(single) };
    }),
  );
  booklet = canonicalPdf(readPdf(raw.booklet), about, written);
});

describe('the same document', () => {
  it('has the same bytes after twenty other prints of the page, though Chromium counts its ids on', () => {
    expect(idsOf(raw.again.toString('latin1'))).not.toEqual(idsOf(raw.booklet.toString('latin1')));
    expect(canonicalPdf(readPdf(raw.again), about, written).equals(booklet)).toBe(true);
  });

  it('has other bytes, and another id, when it says something else of itself', async () => {
    const other = canonicalPdf(readPdf(raw.booklet), { ...about, author: '州财政局' }, written);
    expect(await read(other, (pdf) => pdf.fingerprints[0])).not.toBe(
      await read(booklet, (pdf) => pdf.fingerprints[0]),
    );
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
    const single = canonicalPdf(readPdf(raw.single), onePage, written);
    expect(await read(single, (pdf) => pdf.getPageMode())).toBe('UseNone');
  });

  it('refuses page labels that leave the first page out', () => {
    const pageLabels: PdfAbout['pageLabels'] = [{ firstPage: 1, style: 'decimal' }];
    expect(() => canonicalPdf(readPdf(raw.single), { ...about, pageLabels }, written)).toThrow('first page');
  });
});

describe('what the document is', () => {
  it('stays the same: bookmarks, link targets, tags, text and drawing of every page', async () => {
    const before = await read(raw.booklet, describeDocument);
    expect(before.pages).toHaveLength(12);
    expect(before.outline).toContain('node00000012');
    expect(Object.keys(before.destinations)).toHaveLength(11);
    expect(JSON.stringify(before.pages[1]?.tags)).toContain('"TH"');
    // All but the text layer's wrong characters, such as ⼆ for 二.
    const restored = JSON.stringify(before).replace(/./gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return String.fromCodePoint(written.get(code) ?? code);
    });
    expect(JSON.stringify(before)).toContain('⼆');
    expect(JSON.stringify(await read(booklet, describeDocument)) === restored).toBe(true);
  });

  it('counts its structure ids from 1, and keeps their tree sorted', () => {
    const objects = unpackObjects(booklet);
    const elements = idsOf(objects.filter((object) => object.startsWith('<</Type /StructElem')).join('\n'));
    expect(elements[0]).toBe(1);
    expect(new Set(elements).size).toBe(Math.max(...elements));
    const tree = idsOf(
      objects
        .filter((object) => object.includes('/Names ['))
        .join('\n')
        .replace(/\/Limits \[[^\]]*\]/g, ''),
    );
    expect(tree.length).toBeGreaterThan(11);
    expect(tree).toEqual(tree.toSorted((a, b) => a - b));
    expect(new Set(tree)).toEqual(new Set(elements));
  });

  it('takes much less room', () => {
    expect(booklet.length).toBeLessThan(raw.booklet.length / 2);
  });
});

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
    pages.push({
      view: page.view,
      tags: await page.getStructTree(),
      text: items.map((item) => ('str' in item ? item.str : '')).join(''),
      // Fonts are named anew each time a file is opened.
      drawing: JSON.stringify([fnArray, argsArray]).replace(/"g_d\d+_f\d+"/g, '"font"'),
    });
  }
  const outline = (await pdf.getOutline()).flatMap(({ title, items }) => [
    title,
    ...items.map((item) => item.title),
  ]);
  return { pages, outline, destinations: await pdf.getDestinations() };
}

/** The numbers of the ids that name a structure element. */
function idsOf(text: string): number[] {
  return [...text.matchAll(/(?<=\/ID |Headers \[|\) |Names \[)\(node(\d+)\)| \d+ 0 R \(node(\d+)\)/g)].map(
    (found) => Number(found[1] ?? found[2]),
  );
}

/** The objects in a PDF's object streams. */
function unpackObjects(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [
    ...text.matchAll(/\/Type \/ObjStm\n\/N (\d+)\n\/First (\d+)\n[^>]*\/Length (\d+)>> stream\n/g),
  ].flatMap((found) => {
    const start = found.index + found[0].length;
    const content = inflateSync(pdf.subarray(start, start + Number(found[3]))).toString('latin1');
    const numbers = content.slice(0, Number(found[2])).trim().split(' ').map(Number);
    const offsets = numbers.filter((_, index) => index % 2 === 1);
    return offsets.map((offset, index) =>
      content.slice(
        Number(found[2]) + offset,
        (offsets[index + 1] ?? Number.NaN) + Number(found[2]) || undefined,
      ),
    );
  });
}
