import { inflateSync } from 'node:zlib';

const MB = 1024 * 1024;
/** Bytes that the streams of a file may unfold to: a table's have some hundred thousand, and a kilobyte can hold a gigabyte. */
const MOST = { base: 64 * MB, perByte: 50 };

/**
 * Whether the deflated streams of a PDF unfold to more than its size is worth, found without unfolding more than that. What is
 * deflated once more inside counts, too; other filters are left to whoever reads the file.
 */
export function unfoldsTooFar(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let left = MOST.base + bytes.length * MOST.perByte;
  for (let at = bytes.indexOf(STREAM); at >= 0; at = bytes.indexOf(STREAM, at + 1)) {
    const start = at + STREAM.length + (bytes[at + STREAM.length] === CR ? 2 : 1);
    for (let data: Buffer | null = bytes.subarray(start); data !== null; ) {
      const unfolded: Buffer | 'too-far' | null = unfold(data, left);
      if (unfolded === 'too-far') return true;
      left -= unfolded?.length ?? 0;
      data = unfolded;
    }
  }
  return false;
}

const STREAM = 'stream';
const CR = 0x0d;
/** The lower half of the first byte of what zlib deflated. */
const DEFLATED = 8;

/** Null for what is not deflated, or is broken. */
function unfold(data: Buffer, most: number): Buffer | 'too-far' | null {
  if (((data[0] ?? 0) & 0x0f) !== DEFLATED) return null;
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-far' : null;
  }
}
