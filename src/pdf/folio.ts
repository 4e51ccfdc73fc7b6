import type { Folio } from './page-content.ts';
import type { SharedFont } from './shared-font.ts';

/** Sub-pixels of a CSS pixel in which Chromium places a line. */
const PLACES = 64;

/** A page's number, set where its sign was, as Chromium would have set it; its glyphs are added to those that the document uses. */
export function writeFolio(
  { font: name, size, x, width: room, y }: Folio,
  text: string,
  { font: { font, sources, written, glyphOf }, glyphs }: { font: SharedFont; glyphs: Set<number> },
): string {
  const shown = [...text].map((character) => ({ character, glyph: glyphOf(character) }));
  const width = shown.reduce((sum, { glyph }) => sum + (font.widthOf(glyph) * size) / 1000, 0);
  // Chromium rounds a line's width up, and its beginning down.
  const start = Math.floor(x * PLACES + (Math.ceil(room * PLACES) - Math.ceil(width * PLACES)) / 2) / PLACES;
  let drawn = '';
  let run = '';
  const flush = () => {
    if (run !== '') drawn += `<${run}> Tj\n`;
    run = '';
  };
  for (const { character, glyph } of shown) {
    glyphs.add(glyph);
    const hex = glyph.toString(16).toUpperCase().padStart(4, '0');
    const code = sources.lowest[glyph] ?? 0;
    if ((written.get(code) ?? code) === character.codePointAt(0)) run += hex;
    else {
      flush();
      const own = Buffer.from(character, 'utf16le').swap16().toString('hex').toUpperCase();
      drawn += `/Span <</ActualText <FEFF${own}>>> BDC\n<${hex}> Tj\nEMC\n`;
    }
  }
  flush();
  return `/Artifact <</Type /Pagination>> BDC\nBT\n/${name} ${size} Tf\n1 0 0 -1 ${start} ${y} Tm\n${drawn}ET\nEMC\n`;
}
