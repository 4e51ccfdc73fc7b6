import { listMatches } from '../util/list-matches.ts';
/** What is drawn on a page, as Skia writes it: operators in lines, glyphs in hexadecimal, no other strings. One UTF-16 unit is one byte. */

/** Where the page's number is to be set, in the state of what is drawn around it. */
export interface Folio {
  /** The resource name of the font, and its size. */
  font: string;
  size: number;
  /** Where the sign begins, how wide it is, and its baseline. */
  x: number;
  width: number;
  y: number;
}

/** A sign of the place of a page's number: text by itself, outside what is tagged. */
export interface FolioSign {
  glyph: number;
  /** Thousandths of the type size. */
  width: number;
}

/** Gives resources other names: Skia counts them on through the whole file. */
export function renameResources(content: string, names: ReadonlyMap<string, string>): string {
  return content.replace(/\/([A-Z]+\d+)(?= )/g, (name, old: string) => {
    const renamed = names.get(old);
    return renamed === undefined ? name : `/${renamed}`;
  });
}

/** Resource name of a font → its glyphs on this page. */
export function listGlyphs(content: string): Map<string, Set<number>> {
  const used = new Map<string, Set<number>>();
  let glyphs: Set<number> | undefined;
  for (const [, font, , shown = ''] of content.matchAll(
    /^\/(\S+) (\S+) Tf$|(<[0-9A-F]+> Tj|\[[^[\]\n]*\] TJ)$/gm,
  )) {
    if (font !== undefined) {
      glyphs = used.get(font) ?? new Set();
      used.set(font, glyphs);
    }
    for (const [, hex = ''] of shown.matchAll(/<([0-9A-F]+)>/g)) {
      if (glyphs === undefined || hex.length % 4 !== 0)
        throw new Error('PDF text without a font of two bytes');
      for (const glyph of readGlyphs(hex)) glyphs.add(glyph);
    }
  }
  return used;
}

/** The glyphs of a string in hexadecimal digits, two bytes each. */
export function readGlyphs(hex: string): number[] {
  const glyphs: number[] = [];
  for (let at = 0; at < hex.length; at += 4) glyphs.push(Number.parseInt(hex.slice(at, at + 4), 16));
  return glyphs;
}

const BLOCK = /^BT\n\/(\w+) ([\d.]+) Tf\n1 0 0 -1 ([\d.]+) ([\d.]+) Tm\n<([0-9A-F]{4})> Tj\nET\n(?!EMC)/gm;

/**
 * Takes the sign out of a page; null when there is none. It is the last: a foot is drawn above all else. `signs`: by the font's
 * resource name.
 */
export function cutFolio(
  content: string,
  signs: ReadonlyMap<string, FolioSign>,
): { before: string; folio: Folio; after: string } | null {
  const isSign = ([, font = '', , , , glyph = '']: RegExpMatchArray) =>
    signs.get(font)?.glyph === Number.parseInt(glyph, 16);
  const found = listMatches(BLOCK, content).filter(isSign).at(-1);
  if (found === undefined) return null;
  const [text, font = '', size, x, y] = found;
  const width = (Number(size) * (signs.get(font)?.width ?? 0)) / 1000;
  return {
    before: content.slice(0, found.index),
    folio: { font, size: Number(size), x: Number(x), width, y: Number(y) },
    after: content.slice(found.index + text.length),
  };
}
