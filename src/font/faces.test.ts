import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTable, readCharacterMap } from './cmap.ts';
import { faceIdentity, facePath, faces, readCommonCoverage, readCoverage } from './faces.ts';

const [song] = faces;

describe('the two faces', () => {
  it('are whole static TrueType files', () => {
    for (const face of faces) {
      const font = readFileSync(facePath(face));
      expect(findTable(font, 'glyf').length).toBeGreaterThan(1_000_000);
      expect(() => findTable(font, 'fvar')).toThrow('fvar');
    }
  });

  it('are named by package, version and file', () => {
    expect(faceIdentity(song)).toMatch(
      /^@expo-google-fonts\/noto-serif-sc@\d+\.\d+\.\d+\/400Regular\/NotoSerifSC_400Regular\.ttf$/,
    );
  });

  it('are a trouble of the machine when they are missing', () => {
    const missing = { ...song, packageName: '@expo-google-fonts/not-installed' };
    expect(() => readCoverage(missing)).toThrow(expect.objectContaining({ code: 'fonts/missing' }));
    const damaged = { ...song, file: 'package.json' };
    expect(() => readCoverage(damaged)).toThrow(expect.objectContaining({ code: 'fonts/unreadable' }));
  });
});

describe('coverage', () => {
  const coverage = readCommonCoverage();

  it.each([...'绩效表Az09≥≤“”《》（）〔〕·①℃㎡㐀龙鿿'.slice(0, -1)])('%s is in both fonts', (character) => {
    expect(coverage.has(character.codePointAt(0) ?? 0)).toBe(true);
  });

  it.each([
    ['rare Han', 0x20000],
    ['emoji', 0x1f600],
    ['private use', 0xe000],
    ['Ogham space', 0x1680],
    ['Tibetan', 0x0f40],
  ])('%s is not', (_, codePoint) => {
    expect(coverage.has(codePoint)).toBe(false);
  });

  it('a character that only one face has is not common', () => {
    expect(readCoverage(song).has(0xf900)).not.toBe(readCoverage(faces[1]).has(0xf900));
    expect(coverage.has(0xf900)).toBe(false);
  });

  it.each([
    ['line feed', 0x0a],
    ['tab', 0x09],
    ['ideographic space', 0x3000],
    ['thin space', 0x2009],
    ['line separator', 0x2028],
    ['zero-width space', 0x200b],
    ['byte order mark', 0xfeff],
    ['variation selector 16', 0xfe0f],
    ['variation selector 17', 0xe0100],
    ['right-to-left mark', 0x200f],
  ])('%s needs no glyph', (_, codePoint) => {
    expect(coverage.has(codePoint)).toBe(true);
  });
});

describe('a character map', () => {
  it('of format 4 says the same as that of format 12, as far as it reaches', () => {
    const font = readFileSync(facePath(song));
    const { offset, length } = findTable(font, 'cmap');
    const cmap = font.subarray(offset, offset + length);
    const onlyFormat4 = Buffer.from(cmap);
    onlyFormat4.writeUInt16BE(1, 2); // number of subtables; the first is of format 4
    const list = (table: Buffer) =>
      readCharacterMap(table).flatMap(({ first, last, glyph }) =>
        Array.from({ length: last - first + 1 }, (_, index) => [first + index, glyph + index]),
      );
    const basic = list(cmap).filter(([code = 0]) => code < 0xffff);
    expect(basic.length).toBeGreaterThan(30_000);
    expect(list(onlyFormat4)).toEqual(basic);
  });
});
