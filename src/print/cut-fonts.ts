import { faces } from '../font/faces.ts';
import { roundOutlines } from '../font/outlines.ts';
import { createFontCutter } from '../font/subset.ts';
import { type Fonts, openFonts } from './fonts.ts';
import type { CutFont } from './sheet-page.ts';

/** What of a document is set in type. */
interface Text {
  body: string;
  stamp?: string;
}

/** Cuts the fonts to the characters of these documents: small fonts load and print faster, and the PDFs are the same. */
export async function cutFonts(
  documents: readonly Text[],
  fixedText: string,
  { files, sources }: Pick<Fonts, 'files' | 'sources'> = openFonts(),
): Promise<CutFont[]> {
  const listTexts = function* () {
    yield fixedText;
    for (const { body, stamp = '' } of documents) yield body + stamp;
  };
  const codePoints = collectCodePoints(listTexts());
  const cut = await createFontCutter();
  return faces.map((face, index) => {
    const bytes = cut(files[index] ?? Buffer.alloc(0), codePoints, sources[index]);
    roundOutlines(bytes, face.outlineStep);
    return { ...face, bytes };
  });
}

function collectCodePoints(texts: Iterable<string>): Set<number> {
  // Ten times as fast as putting every character of a booklet into a set.
  const units = new Uint8Array(0x10000);
  const codePoints = new Set<number>();
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= 0xd800 && unit < 0xdc00) codePoints.add(text.codePointAt(index) ?? 0);
      units[unit] = 1;
    }
  }
  for (const [unit, isUsed] of units.entries())
    if (isUsed === 1 && (unit < 0xd800 || unit > 0xdfff)) codePoints.add(unit);
  return codePoints;
}
