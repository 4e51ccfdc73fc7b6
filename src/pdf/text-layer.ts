import { deflateSync, inflateSync } from 'node:zlib';
import type { GlyphSources } from '../font/cmap.ts';

/**
 * Skia writes into a PDF's text layer the lowest code point that leads to a glyph. In fonts for Chinese that is often not the
 * character that was written: 一 becomes the Kangxi radical ⼀, and nobody finds 目标 by searching for it. This maps each
 * code point that shares its glyph with others to the one that people write.
 */
export type WrittenCharacters = ReadonlyMap<number, number>;

/** `fonts`: the characters of each glyph of each font. */
export function listWrittenCharacters(fonts: readonly GlyphSources[]): WrittenCharacters {
  const written = new Map<number, number>();
  for (const font of fonts) {
    for (const codes of font.shared.values()) {
      const [lowest = 0] = codes;
      const usual = codes.find(isUsual) ?? codes.find((code) => !isRadical(code)) ?? lowest;
      for (const code of codes) if (code !== usual) written.set(code, usual);
    }
  }
  return written;
}

/**
 * Neither a radical nor a compatibility form (a no-break space is one of the space, ⼀ of 一, U+F900 of 豈), nor a dash that no
 * keyboard has: the figure dash shares its glyph with – in 2023.07–2024.01.
 */
function isUsual(code: number): boolean {
  const character = String.fromCodePoint(code);
  return !isRadical(code) && !(code >= 0x2010 && code <= 0x2012) && character.normalize('NFKC') === character;
}

/** The blocks CJK Radicals Supplement and Kangxi Radicals. */
function isRadical(code: number): boolean {
  return code >= 0x2e80 && code <= 0x2fdf;
}

/** The specification's limit of entries in one block. */
const LARGEST_BLOCK = 100;

/** Rewrites a ToUnicode stream as Skia writes it, from the deflated bytes to deflated bytes. */
export function restoreText(stream: Buffer, written: WrittenCharacters): Buffer {
  const cmap = inflateSync(stream).toString('latin1');
  const start = cmap.search(/(?<!\d)\d+ beginbf/);
  const end = cmap.lastIndexOf('endbf');
  if (start < 0 || end < 0) return stream;
  const entries = readEntries(cmap.slice(start, end)).map(
    ([glyph, code]) => [glyph, written.get(code) ?? code] as const,
  );
  const tail = cmap.slice(cmap.indexOf('\n', end) + 1);
  return deflateSync(Buffer.from(cmap.slice(0, start) + writeBlocks(entries) + tail, 'latin1'));
}

/** A ToUnicode stream, before deflate: what each glyph says. */
export function writeTextLayer(entries: readonly (readonly [glyph: number, code: number])[]): string {
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<<  /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${writeBlocks(entries)}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function writeBlocks(entries: readonly (readonly [glyph: number, code: number])[]): string {
  let blocks = '';
  for (let from = 0; from < entries.length; from += LARGEST_BLOCK) {
    const block = entries.slice(from, from + LARGEST_BLOCK);
    const lines = block.map(([glyph, code]) => `<${toHex(glyph)}> <${toUtf16(code)}>\n`);
    blocks += `${block.length} beginbfchar\n${lines.join('')}endbfchar\n`;
  }
  return blocks;
}

/** Glyph and code point of every entry, single or in a range. */
function readEntries(text: string): [glyph: number, code: number][] {
  const entries: [number, number][] = [];
  for (const [, first = '', last = '', single, code = ''] of text.matchAll(
    /^<([0-9A-F]{4})> (?:<([0-9A-F]{4})> <((?:[0-9A-F]{4}){1,2})>|<((?:[0-9A-F]{4})+)>)$/gim,
  )) {
    const glyph = Number.parseInt(first, 16);
    if (single === undefined) entries.push([glyph, fromUtf16(code)]);
    else {
      const begin = fromUtf16(single);
      for (let step = 0; step <= Number.parseInt(last, 16) - glyph; step += 1)
        entries.push([glyph + step, begin + step]);
    }
  }
  return entries.sort(([a], [b]) => a - b);
}

function toHex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

function toUtf16(code: number): string {
  return [...Buffer.from(String.fromCodePoint(code), 'utf16le').swap16()]
    .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

function fromUtf16(hex: string): number {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le').codePointAt(0) ?? 0;
}
