import { deflateSync } from 'node:zlib';
import type { GlyphSources } from '../font/cmap.ts';
import type { GlyphFont } from '../font/glyph-cut.ts';
import { readDictionary, writeDictionary } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { type WrittenCharacters, writeTextLayer } from './text-layer.ts';

/** A font that parts refer to by its name; a document has of it the glyphs that its parts use. */
export interface SharedFont {
  /** Its PostScript name. */
  name: string;
  font: GlyphFont;
  sources: GlyphSources;
  written: WrittenCharacters;
  glyphOf(character: string): number;
}

/** What a glyph says where it is copied or searched for; nothing when no character leads to it. */
export function textOf(font: SharedFont | undefined, glyph: number): string {
  const code = font?.sources.lowest[glyph] ?? 0;
  return font === undefined || code === 0 ? '' : String.fromCodePoint(font.written.get(code) ?? code);
}

/** How many objects a shared font is. */
export const FONT_OBJECTS = 6;

/** `number`: of the font itself; those behind it are free. `index`: distinguishes the fonts of a file. */
export function writeSharedFont(
  writer: PdfWriter,
  number: number,
  index: number,
  shared: SharedFont,
  descriptor: string,
  glyphs: readonly number[],
): void {
  const { name, font } = shared;
  const descendant = number + 1;
  const description = number + 2;
  const file = number + 3;
  const text = number + 4;
  const map = number + 5;
  const fullName = `/${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index % 26]}AAAAA+${name}`;
  writer.object(
    number,
    `<</Type /Font\n/Subtype /Type0\n/BaseFont ${fullName}\n/Encoding /Identity-H\n/DescendantFonts [${descendant} 0 R]\n/ToUnicode ${text} 0 R>>`,
  );
  writer.object(
    descendant,
    `<</Type /Font\n/FontDescriptor ${description} 0 R\n/BaseFont ${fullName}\n/Subtype /CIDFontType2\n/CIDToGIDMap ${map} 0 R\n/CIDSystemInfo <</Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0>>\n/W [${writeWidths(glyphs, font.widthOf)}]\n/DW ${DEFAULT_WIDTH}>>`,
  );
  const entries = readDictionary(descriptor).set('FontName', fullName).set('FontFile2', `${file} 0 R`);
  writer.object(description, writeDictionary(entries));
  const cut = font.cut(glyphs);
  writer.stream(file, `/Length1 ${cut.font.length}\n/Filter /FlateDecode`, deflateSync(cut.font));
  writer.stream(map, '/Filter /FlateDecode', deflateSync(cut.numbers));
  const layer = writeTextLayer(
    glyphs.flatMap((glyph) => {
      const code = textOf(shared, glyph).codePointAt(0);
      return code === undefined ? [] : [[glyph, code] as const];
    }),
  );
  writer.stream(text, '/Filter /FlateDecode', deflateSync(Buffer.from(layer, 'latin1')));
}

/** That of a Han character. */
const DEFAULT_WIDTH = 1000;

/** Of each run of glyphs that is not of the usual width, the first glyph and its widths. */
function writeWidths(glyphs: readonly number[], widthOf: (glyph: number) => number): string {
  const runs: { first: number; widths: number[] }[] = [];
  for (const glyph of glyphs) {
    const width = widthOf(glyph);
    if (width === DEFAULT_WIDTH) continue;
    const run = runs.at(-1);
    if (run && run.first + run.widths.length === glyph) run.widths.push(width);
    else runs.push({ first: glyph, widths: [width] });
  }
  return runs.map(({ first, widths }) => `${first} [${widths.join(' ')}]`).join(' ');
}
