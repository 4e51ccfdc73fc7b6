import { createHash } from 'node:crypto';
import { toLine, toParagraphs } from '../form/text.ts';
import { type BookletOrigin, DIGEST_LENGTH, type TableOrigin } from '../pdf/provenance.ts';
import type { Booklet } from './booklet.ts';

/**
 * Stands for everything that a reader sees in a booklet: its front, and its tables in their order. What it is made of may never
 * change: another list needs another mark in its front.
 */
export function originOf(
  { title, unit, year, date, notes }: Booklet,
  tables: readonly Pick<TableOrigin, 'digest'>[],
): BookletOrigin {
  const printed = [
    '绩效册汇编 1',
    toLine(title),
    toLine(unit),
    year,
    date,
    toParagraphs(notes?.text ?? ''),
    tables.map(({ digest }) => digest),
  ];
  const digest = createHash('sha256').update(JSON.stringify(printed)).digest('hex').slice(0, DIGEST_LENGTH);
  return { year, digest };
}
