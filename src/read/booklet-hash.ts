import { createHash } from 'node:crypto';
import { toLine, toParagraphs } from '../form/text.ts';
import { type BookletOrigin, DIGEST_LENGTH } from '../pdf/provenance.ts';
import type { Booklet } from './booklet.ts';

/** The tables that a booklet holds or sums up, in their order, each with the offices that it belongs to. */
interface BookletContents {
  tables: readonly { digest: string; offices?: readonly string[] }[];
  isSummary: boolean;
}

/**
 * Stands for everything that a reader sees in a booklet: its front, and its tables in their order. What it is made of may never
 * change: another list needs another mark in its front, as a volume above offices has.
 */
export function originOf(
  { title, unit, year, date, notes }: Booklet,
  { tables, isSummary }: BookletContents,
): BookletOrigin {
  const isPlain = !isSummary && tables.every(({ offices = [] }) => offices.length === 0);
  const printed = [
    isPlain ? '绩效册汇编 1' : '绩效册汇编 2',
    toLine(title),
    toLine(unit),
    year,
    date,
    toParagraphs(notes?.text ?? ''),
    tables.map(({ digest }) => digest),
    ...(isPlain ? [] : [tables.map(({ offices = [] }) => offices), isSummary]),
  ];
  const digest = createHash('sha256').update(JSON.stringify(printed)).digest('hex').slice(0, DIGEST_LENGTH);
  return { year, digest };
}
