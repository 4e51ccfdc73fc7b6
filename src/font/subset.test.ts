import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemblePdf } from '../pdf/assemble.ts';
import { readPdf } from '../pdf/pdf-file.ts';
import { openFonts } from '../print/fonts.ts';
import { charactersOf, divideRaw, sampleBody, withRawPage, withTestBrowser } from '../test/raw-print.ts';
import { findTable, readCharacterMap } from './cmap.ts';
import { facePath, faces } from './faces.ts';
import { createFontCutter } from './subset.ts';

const fonts = faces.map((face) => readFileSync(facePath(face)));
const song = fonts[0] ?? Buffer.alloc(0);

describe('a cut font', () => {
  it('has the characters asked for, under the glyph numbers of the whole font, and few others', async () => {
    const glyphs = glyphsOf((await createFontCutter())(song, charactersOf('绩效表≥A')));
    const whole = glyphsOf(song);
    for (const character of '绩效表≥A') {
      const code = character.codePointAt(0) ?? 0;
      expect(glyphs.get(code)).toBe(whole.get(code));
    }
    expect(glyphs.has(charactersOf('龙').values().next().value ?? 0)).toBe(false);
    expect(glyphs.size).toBeLessThan(200);
  });

  it('has the characters that share a glyph with one asked for', async () => {
    const cut = (await createFontCutter())(song, charactersOf('一'));
    expect(glyphsOf(cut).get(0x2f00)).toBe(glyphsOf(song).get(0x4e00));
  });

  it('can still squeeze punctuation', async () => {
    const cut = (await createFontCutter())(song, charactersOf('表'));
    expect(featuresOf(cut, 'GPOS')).toEqual(expect.arrayContaining(['halt', 'palt', 'chws']));
  });

  it('leaves no memory behind: twelve cuts of 15 MB each', async () => {
    const cut = await createFontCutter();
    const [first, ...others] = Array.from({ length: 12 }, () => cut(song, charactersOf('绩效表')));
    expect(others.every((other) => first?.equals(other))).toBe(true);
  });

  it('is the whole font when nearly all is asked for', async () => {
    expect((await createFontCutter())(song, new Set(glyphsOf(song).keys()))).toBe(song);
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('# 这不是字体文件\n'.repeat(20))],
    ['half a font', song.subarray(0, 4_000_000)],
  ])('cannot be had from %s', async (_, file) => {
    const cut = await createFontCutter();
    expect(() => cut(file, charactersOf('表'))).toThrow();
  });
});

describe('the bytes of a PDF', () => {
  const bodies = [
    sampleBody(1),
    '<section class="page"><h1>一</h1><p>一 丨·Office “骨”，（）！？《x》fi 12\u20103 ½ ①</p></section>',
  ];
  // What measuring and sharing go by: iI!1, MX, punctuation, twins of · and 一, ligatures, far and rare characters.
  const others = '；：、．‘’iI!1MX水0 \u00a0\u3000・‧⼀⼁⺫ﬁﬃ①➀龘鿿𠮷漢ｆ…⋯–‒';

  it('do not depend on what else the fonts were cut to', async () => {
    const cut = await createFontCutter();
    const whole = openFonts();
    await withTestBrowser(async (browser) => {
      for (const body of bodies) {
        const print = async (characters: Set<number>) => {
          const raw = await withRawPage(
            browser,
            fonts.map((font) => cut(font, characters)),
            (page) => page.print(body),
          );
          const { parts } = divideRaw(raw, [readPdf(raw).pages.length], whole);
          return assemblePdf(parts, { toAbout: () => about, fonts: whole.shared, folioOf: () => '' });
        };
        const alone = await print(charactersOf(body));
        const rare = await print(charactersOf(body + others));
        const many = await print(
          new Set([...charactersOf(body), ...everyNth(40, song), ...everyNth(25, song)]),
        );
        expect(rare.equals(alone)).toBe(true);
        expect(many.equals(alone)).toBe(true);
      }
    });
  });
});

const about = {
  title: '表',
  author: '',
  subject: '',
  keywords: [],
  tables: [],
  booklet: null,
  creator: '',
  date: new Date('2022-01-01T00:00:00Z'),
  pageLabels: [],
};

function glyphsOf(font: Buffer): Map<number, number> {
  const { offset, length } = findTable(font, 'cmap');
  const glyphs = new Map<number, number>();
  for (const { first, last, glyph } of readCharacterMap(font.subarray(offset, offset + length))) {
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

function everyNth(step: number, font: Buffer): number[] {
  return [...glyphsOf(font).keys()].filter((_, index) => index % step === 0);
}

/** The tags of a layout table's features. */
function featuresOf(font: Buffer, table: 'GPOS' | 'GSUB'): string[] {
  const { offset } = findTable(font, table);
  const list = offset + font.readUInt16BE(offset + 6);
  return Array.from({ length: font.readUInt16BE(list) }, (_, index) =>
    font.toString('latin1', list + 2 + index * 6, list + 6 + index * 6),
  );
}
