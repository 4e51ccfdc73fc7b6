import type { Document } from '../document/document.ts';
import type { Layout } from './sheet-page.ts';

/** What is printed at once and kept: a table, or what is before the tables of a volume. */
export interface Sheets extends Layout {
  /** See Document.mayFallBack. */
  mayFallBack: boolean;
}

/** Chromium sets it in place of a page's number; a font of ours has it, and no other text is alone outside the tags. */
export const SIGN = '†';

/** A document that is printed as a whole. The pages of a table are numbered when they are bound. */
export function toSheets(document: Document): Sheets {
  const { kind, stem, stamp, mayFallBack } = document;
  return {
    ...{ stem, mayFallBack },
    get body() {
      return document.body;
    },
    ...(stamp === undefined ? {} : { stamp }),
    ...(kind === 'project' ? { numbering: { sign: SIGN } } : {}),
  };
}

/** What is before the tables of a volume. `labels`: the pages on which they begin, by anchor. */
export function toFront({ stem, volume, mayFallBack }: Document, labels: Record<string, string>): Sheets {
  return { stem, body: volume?.front ?? '', mayFallBack, numbering: { labels } };
}
