import { findTable, listTables } from './cmap.ts';
import { roundGlyph } from './outlines.ts';

/** A TrueType font from which single glyphs are taken for a PDF. */
export interface GlyphFont {
  cut(glyphs: Iterable<number>): GlyphCut;
  /** Thousandths of the type size. */
  widthOf(glyph: number): number;
}

export interface GlyphCut {
  /** It has the tables that a PDF needs of a CIDFontType2 (ISO 32000-1, 9.9), not those by which text is laid out. */
  font: Buffer;
  /** A CIDToGIDMap: from the glyphs' numbers in the whole font to those in the cut, two bytes each. */
  numbers: Buffer;
}

const KEPT = ['cvt ', 'fpgm', 'head', 'hhea', 'maxp', 'prep'];

/** glyf, composite glyphs: two words of arguments instead of bytes; one scale, two, or four; another component follows. */
const WORDS = 0x01;
const SCALES = [
  [0x08, 2],
  [0x40, 4],
  [0x80, 8],
] as const;
const MORE = 0x20;

/** `outlineStep`: what outlines are rounded to, see outlines.ts. */
export function openGlyphFont(font: Buffer, outlineStep: number): GlyphFont {
  const table = (tag: string) => {
    const { offset, length } = findTable(font, tag);
    return font.subarray(offset, offset + length);
  };
  const [glyf, loca, hmtx] = [table('glyf'), table('loca'), table('hmtx')];
  const isLong = table('head').readInt16BE(50) === 1;
  const unitsPerEm = table('head').readUInt16BE(18);
  const lastMetric = table('hhea').readUInt16BE(34) - 1;
  const glyphCount = table('maxp').readUInt16BE(4);
  const kept = listTables(font).filter(({ tag }) => KEPT.includes(tag));
  const place = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const advance = (glyph: number) => hmtx.readUInt16BE(4 * Math.min(glyph, lastMetric));
  const bearing = (glyph: number) =>
    glyph <= lastMetric
      ? hmtx.readInt16BE(4 * glyph + 2)
      : hmtx.readInt16BE(4 * (lastMetric + 1) + 2 * (glyph - lastMetric - 1));
  /** Documents share most of their glyphs. */
  const known = new Map<number, Buffer>();
  const outline = (glyph: number): Buffer => {
    let data = known.get(glyph);
    if (data === undefined) {
      if (glyph >= glyphCount) throw new Error(`font without a glyph ${glyph}`);
      const [start, end] = [place(glyph), place(glyph + 1)];
      data = Buffer.alloc(end - start + (-(end - start) & 3));
      glyf.copy(data, 0, start, end);
      if (end > start) roundGlyph(data, 0, outlineStep);
      known.set(glyph, data);
    }
    return data;
  };

  return {
    widthOf: (glyph) => Math.round((advance(glyph) * 1000) / unitsPerEm),
    cut: (glyphs) => {
      const wanted = new Set([0]);
      const waiting = [...glyphs];
      for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
        if (wanted.has(glyph)) continue;
        wanted.add(glyph);
        for (const at of listComponents(outline(glyph))) waiting.push(outline(glyph).readUInt16BE(at));
      }
      const sorted = [...wanted].sort((a, b) => a - b);
      const numbers = Buffer.alloc(2 * ((sorted.at(-1) ?? 0) + 1));
      for (const [number, glyph] of sorted.entries()) numbers.writeUInt16BE(number, 2 * glyph);
      const places = Buffer.alloc(4 * (sorted.length + 1));
      const metrics = Buffer.alloc(4 * sorted.length);
      let end = 0;
      const outlines = sorted.map((glyph, number) => {
        const components = listComponents(outline(glyph));
        const data = components.length === 0 ? outline(glyph) : Buffer.from(outline(glyph));
        for (const at of components) data.writeUInt16BE(numbers.readUInt16BE(2 * data.readUInt16BE(at)), at);
        metrics.writeUInt16BE(advance(glyph), 4 * number);
        metrics.writeInt16BE(bearing(glyph), 4 * number + 2);
        end += data.length;
        places.writeUInt32BE(end, 4 * (number + 1));
        return data;
      });
      const tables = new Map(kept.map(({ tag }) => [tag, Buffer.from(table(tag))]));
      tables.get('head')?.writeUInt32BE(0, 8);
      tables.get('head')?.writeInt16BE(1, 50);
      tables.get('hhea')?.writeUInt16BE(sorted.length, 34);
      tables.get('maxp')?.writeUInt16BE(sorted.length, 4);
      tables.set('glyf', Buffer.concat(outlines)).set('hmtx', metrics).set('loca', places);
      return { font: writeFont(tables, font.readUInt32BE(0)), numbers };
    },
  };
}

/** Where a composite glyph names the glyphs that it is put together of; none for any other. */
function listComponents(glyph: Buffer): number[] {
  const components: number[] = [];
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return components;
  for (let at = 10, hasMore = true; hasMore; ) {
    const flags = glyph.readUInt16BE(at);
    components.push(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2);
    for (const [flag, size] of SCALES) if (flags & flag) at += size;
    hasMore = (flags & MORE) !== 0;
  }
  return components;
}

/** OpenType 1.9, table directory; `version` is that of outlines of TrueType. */
function writeFont(tables: ReadonlyMap<string, Buffer>, version: number): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(12 + 16 * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  header.writeUInt32BE(version, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(16 << power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * sorted.length - (16 << power), 10);
  const pieces: Buffer[] = [header];
  let at = header.length;
  for (const [index, [tag, data]] of sorted.entries()) {
    const padding = -data.length & 3;
    const padded = padding === 0 ? data : Buffer.concat([data, Buffer.alloc(padding)]);
    const record = 12 + 16 * index;
    header.write(tag, record, 'latin1');
    header.writeUInt32BE(sum(padded), record + 4);
    header.writeUInt32BE(at, record + 8);
    header.writeUInt32BE(data.length, record + 12);
    pieces.push(padded);
    at += padded.length;
  }
  return Buffer.concat(pieces);
}

/** The checksum of a table: its words added up. */
function sum(padded: Buffer): number {
  let total = 0;
  for (let at = 0; at < padded.length; at += 4) total = (total + padded.readUInt32BE(at)) | 0;
  return total >>> 0;
}
