import type { Span } from '../report/diagnostic.ts';

/** A text of the source as written, with its place. */
export interface Located {
  text: string;
  at: Span;
}
