import { deflateSync } from 'node:zlib';
import { lazy } from '../util/memoize.ts';

/** The profile, deflated. */
export const srgbProfile = lazy(() => deflateSync(writeProfile()));

/**
 * An ICC profile of sRGB (IEC 61966-2-1), so that a PDF says which colours its black and grey are. Written here, because a profile
 * from elsewhere has a licence of its own: version 2.1, a matrix and a curve (ICC.1:1998-09, 6.3.2).
 */
function writeProfile(): Buffer {
  const curve = Buffer.alloc(12 + 2 * STEPS);
  curve.write('curv', 'latin1');
  curve.writeUInt32BE(STEPS, 8);
  for (let step = 0; step < STEPS; step += 1) {
    const value = step / (STEPS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    curve.writeUInt16BE(Math.round(linear * 0xffff), 12 + 2 * step);
  }
  const tags: [string, Buffer][] = [
    ['desc', writeDescription('sRGB IEC61966-2.1')],
    ['cprt', Buffer.from('text\0\0\0\0No copyright, use freely\0', 'latin1')],
    ['wtpt', writeXyz(0.9642, 1, 0.8249)],
    // The primaries as they are under D50, by Bradford's transform.
    ['rXYZ', writeXyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', writeXyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', writeXyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const places = new Map<Buffer, number>();
  const pieces: Buffer[] = [];
  let end = HEADER + 4 + 12 * tags.length;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, end);
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    pieces.push(padded);
    end += padded.length;
  }
  const head = Buffer.alloc(HEADER + 4 + 12 * tags.length);
  head.writeUInt32BE(end, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  // 2022-01-01: a profile needs a date, and the clock decides no output.
  for (const [at, part] of [2022, 1, 1].entries()) head.writeUInt16BE(part, 24 + 2 * at);
  head.write('acsp', 36, 'latin1');
  writeXyz(0.9642, 1, 0.8249).copy(head, 68, 8);
  head.writeUInt32BE(tags.length, HEADER);
  for (const [index, [tag, data]] of tags.entries()) {
    const record = HEADER + 4 + 12 * index;
    head.write(tag, record, 'latin1');
    head.writeUInt32BE(places.get(data) ?? 0, record + 4);
    head.writeUInt32BE(data.length, record + 8);
  }
  return Buffer.concat([head, ...pieces]);
}

const HEADER = 128;
/** Of the curve; between them readers draw straight lines. */
const STEPS = 256;

function writeXyz(...values: [number, number, number]): Buffer {
  const data = Buffer.alloc(20);
  data.write('XYZ ', 'latin1');
  for (const [index, value] of values.entries())
    data.writeInt32BE(Math.round(value * 0x10000), 8 + 4 * index);
  return data;
}

/** textDescriptionType (6.5.17): in ASCII, and neither in Unicode nor for the Macintosh. */
function writeDescription(text: string): Buffer {
  const data = Buffer.alloc(12 + text.length + 1 + 8 + 3 + 67);
  data.write('desc', 'latin1');
  data.writeUInt32BE(text.length + 1, 8);
  data.write(text, 12, 'latin1');
  return data;
}
