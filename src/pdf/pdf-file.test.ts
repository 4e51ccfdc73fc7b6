import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { facePath, faces } from '../font/faces.ts';
import { createFontCutter } from '../font/subset.ts';
import { charactersOf, sampleBody, withRawPage, withTestBrowser } from '../test/raw-print.ts';
import { readPdf } from './pdf-file.ts';

let printed: Buffer;
let embolden: Buffer;

beforeAll(async () => {
  const body = sampleBody(11);
  const cut = await createFontCutter();
  const fonts = faces.map((face) => cut(readFileSync(facePath(face)), charactersOf(body)));
  [printed, embolden] = await withTestBrowser(async (browser) => [
    await withRawPage(browser, fonts, (page) => page.print(body)),
    await withRawPage(browser, fonts, (page) => page.print(body), 'p{font-weight:700;font-synthesis:weight}'),
  ]);
});

describe('a PDF that Chromium printed', () => {
  it('gives its pages, link targets, bookmarks and fonts', () => {
    const file = readPdf(printed);
    expect(file.pages).toHaveLength(12);
    expect([...file.destinations].slice(0, 2)).toMatchObject([
      ['p1', { page: 1 }],
      ['p2', { page: 2 }],
    ]);
    expect(file.destinations.get('p11')?.page).toBe(11);
    expect(file.outline.slice(0, 3)).toMatchObject([
      { title: '绩效册', level: 1, page: 0 },
      { title: 'node00000012', level: 2, page: 0 },
      { title: '第1表', level: 1, page: 1 },
    ]);
    expect([...file.fonts.values()].map(({ name }) => name).sort()).toEqual([
      'NotoSansSC-Medium',
      'NotoSerifSC-Regular',
    ]);
    expect(new Set([...file.fonts.values()].map(({ descendantSubtype }) => descendantSubtype))).toEqual(
      new Set(['CIDFontType2']),
    );
  });

  it('shows the Type 3 fonts of a made-up bold', () => {
    expect([...readPdf(embolden).fonts.values()].map(({ subtype }) => subtype)).toContain('Type3');
  });
});

describe('a file of another kind', () => {
  const damaged = (pattern: RegExp, replacement: string) =>
    Buffer.from(printed.toString('latin1').replace(pattern, replacement), 'latin1');

  it.each([
    ['text', () => Buffer.from('# 绩效册\n'), 'not a whole PDF'],
    ['a file cut short', () => printed.subarray(0, -200), 'not a whole PDF'],
    ['a file with a byte too many', () => damaged(/(?<=%PDF-1.4\n)/, '\n'), 'xref'],
    [
      'a wrong offset',
      () => damaged(/(?<=xref\n0 \d+\n.*\n)\d{10}/, '0000000017'),
      'object 1 is not at its place',
    ],
    ['a wrong stream length', () => damaged(/(?<=\/Length )\d(?=\d+>> stream)/, '9'), 'wrong length'],
    ['a wrong number of pages', () => damaged(/(?<=\/Count )12/, '13'), '13 pages and has 12'],
    ['encryption', () => damaged(/(?<=trailer\n<<)/, '/Encrypt 3 0 R\n'), 'encrypted'],
  ])('%s is refused', (_, make, message) => {
    expect(() => readPdf(make())).toThrow(message);
  });
});
