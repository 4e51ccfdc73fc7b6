import { createHash } from 'node:crypto';

/** Hex digits, 40 bits: of a thousand versions of one table two agree once in two million times. */
export const DIGEST_LENGTH = 10;

/** A short hash of plain data, for paper and PDFs. */
export function digest(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, DIGEST_LENGTH);
}
