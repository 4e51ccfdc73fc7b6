import { findTable } from './cmap.ts';

/** OpenType's flags of a point: its coordinate takes one byte; that byte is positive, or (without a byte) nothing moved. */
const AXES = [
  { short: 0x02, same: 0x10 },
  { short: 0x04, same: 0x20 },
] as const;
const REPEAT = 0x08;

/**
 * Rounds every outline of a TrueType font to multiples of `step` font units, in place: no coordinate changes its length in
 * bytes. Deflate finds more that is alike in it: with a step of 8 the fonts in the PDFs become a quarter smaller.
 */
export function roundOutlines(font: Buffer, step: number): void {
  const glyphs = findTable(font, 'glyf').offset;
  const { offset, length } = findTable(font, 'loca');
  const isLong = font.readInt16BE(findTable(font, 'head').offset + 50) === 1;
  const place = (index: number) =>
    isLong ? font.readUInt32BE(offset + 4 * index) : 2 * font.readUInt16BE(offset + 2 * index);
  const count = length / (isLong ? 4 : 2) - 1;
  for (let glyph = 0; glyph < count; glyph += 1) {
    if (place(glyph + 1) > place(glyph)) roundGlyph(font, glyphs + place(glyph), step);
  }
}

/** The same for one glyph's data: contour count, bounding box, last point of each contour, instructions, flags, then x and y deltas. */
export function roundGlyph(font: Buffer, start: number, step: number): void {
  const toStep = (coordinate: number) => Math.round(coordinate / step) * step;
  const contours = font.readInt16BE(start);
  // A composite glyph only refers to others.
  if (contours <= 0) return;
  const ends = start + 10;
  const points = font.readUInt16BE(ends + 2 * (contours - 1)) + 1;
  const instructions = ends + 2 * contours;
  let at = instructions + 2 + font.readUInt16BE(instructions);
  const flags = new Uint8Array(points);
  for (let point = 0; point < points; ) {
    const flag = font[at++] ?? 0;
    const times = flag & REPEAT ? (font[at++] ?? 0) + 1 : 1;
    flags.fill(flag, point, point + times);
    point += times;
  }
  for (const { short, same } of AXES) {
    let exact = 0;
    let rounded = 0;
    for (const flag of flags) {
      if ((flag & short) !== 0) {
        const sign = flag & same ? 1 : -1;
        exact += sign * (font[at] ?? 0);
        // A sign is kept in the flags, and a byte does not hold 256: what is cut off here is made up for by the next point.
        const delta = Math.min(255, Math.max(0, sign * (toStep(exact) - rounded)));
        font[at] = delta;
        rounded += sign * delta;
        at += 1;
      } else if ((flag & same) === 0) {
        exact += font.readInt16BE(at);
        const delta = toStep(exact) - rounded;
        font.writeInt16BE(delta, at);
        rounded += delta;
        at += 2;
      }
    }
  }
}
