import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue of a pixel. */
  at(x: number, y: number): [number, number, number];
  /** The same as one number, for comparing millions. */
  colour(x: number, y: number): number;
}

/** Reads a PNG as Chromium writes it: 8 bits, RGB or RGBA, not interlaced (ISO 15948). */
export function readPng(bytes: Buffer): Pixels {
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, colour, , , interlace] = bytes.subarray(24, 29);
  const step = colour === 6 ? 4 : 3;
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0)
    throw new Error('a PNG of another kind');
  const lines = inflateSync(Buffer.concat(data));
  const stride = width * step;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? (pixels[y * stride + x - step] ?? 0) : 0;
      const up = y > 0 ? (pixels[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (pixels[(y - 1) * stride + x - step] ?? 0) : 0;
      const raw = lines[y * (stride + 1) + 1 + x] ?? 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, corner);
      pixels[y * stride + x] = raw + guess;
    }
  }
  return {
    width,
    height,
    at: (x, y) => {
      const from = y * stride + x * step;
      return [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
    },
    colour: (x, y) => pixels.readUIntBE(y * stride + x * step, 3),
  };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
