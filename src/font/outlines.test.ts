import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findTable } from './cmap.ts';
import { facePath, faces } from './faces.ts';
import { roundOutlines } from './outlines.ts';
import { createFontCutter } from './subset.ts';

const text = '预算项目绩效目标表一级指标备注说明模范机关创建工作经费≥，。“”';
const codePoints = new Set([...text].map((character) => character.codePointAt(0) ?? 0));

test.each(faces)(
  '$family: coordinates are multiples of the step, none moved by more than half of it, and the font deflates better',
  async (face) => {
    const exact = (await createFontCutter())(readFileSync(facePath(face)), codePoints);
    const rounded = Buffer.from(exact);
    roundOutlines(rounded, face.outlineStep);
    expect(rounded.length).toBe(exact.length);
    const [before, after] = [pointsOf(exact), pointsOf(rounded)];
    expect(before.length).toBeGreaterThan(2000);
    const onGrid = after.filter((coordinate) => coordinate % face.outlineStep === 0);
    expect(onGrid.length / after.length).toBeGreaterThan(0.99);
    expect(
      Math.max(...after.map((coordinate, index) => Math.abs(coordinate - (before[index] ?? 0)))),
    ).toBeLessThanOrEqual(face.outlineStep / 2);
    const size = (font: Buffer) => {
      const { offset, length } = findTable(font, 'glyf');
      return deflateSync(font.subarray(offset, offset + length)).length;
    };
    expect(size(rounded)).toBeLessThan(size(exact) * 0.9);
  },
);

test('a step of 1 changes nothing', async () => {
  const [face] = faces;
  const exact = (await createFontCutter())(readFileSync(facePath(face)), codePoints);
  const rounded = Buffer.from(exact);
  roundOutlines(rounded, 1);
  expect(rounded.equals(exact)).toBe(true);
});

/** All x and y coordinates of all simple glyphs, read as the specification says (glyf, simple glyph description). */
function pointsOf(font: Buffer): number[] {
  const { offset, length } = findTable(font, 'loca');
  const glyphs = findTable(font, 'glyf').offset;
  const isLong = font.readInt16BE(findTable(font, 'head').offset + 50) === 1;
  const places = Array.from({ length: length / (isLong ? 4 : 2) }, (_, index) =>
    isLong ? font.readUInt32BE(offset + 4 * index) : 2 * font.readUInt16BE(offset + 2 * index),
  );
  const coordinates: number[] = [];
  for (const [glyph, place] of places.entries()) {
    if ((places[glyph + 1] ?? 0) <= place) continue;
    let at = glyphs + place;
    const contours = font.readInt16BE(at);
    if (contours <= 0) continue;
    at += 10 + 2 * contours;
    const points = font.readUInt16BE(at - 2) + 1;
    at += 2 + font.readUInt16BE(at);
    const flags: number[] = [];
    while (flags.length < points) {
      const flag = font.readUInt8(at++);
      flags.push(flag);
      if (flag & 8) for (let times = font.readUInt8(at++); times > 0; times -= 1) flags.push(flag);
    }
    for (const [short, same] of [
      [2, 16],
      [4, 32],
    ] as const) {
      let coordinate = 0;
      for (const flag of flags) {
        if (flag & short) coordinate += flag & same ? font.readUInt8(at) : -font.readUInt8(at);
        else if (!(flag & same)) coordinate += font.readInt16BE(at);
        at += flag & short ? 1 : flag & same ? 0 : 2;
        coordinates.push(coordinate);
      }
    }
  }
  return coordinates;
}
