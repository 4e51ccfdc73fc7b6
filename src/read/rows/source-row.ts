import type { Message } from '../../report/message.ts';

/** Where something is in a file that was imported: a key of the catalogue and what fills its places. */
export type Place = Message;

/** A cell of the source. A merged one is one object at each place that it covers. */
export interface SourceCell {
  /** Without blanks around it; paragraphs are apart by one line feed each. */
  text: string;
  place: Place;
  /** It covers several rows or columns. */
  isMerged: boolean;
  /** It had tags of a web page in it, which are left out. */
  hadTags: boolean;
}

export interface SourceRow {
  cells: readonly (SourceCell | null)[];
  place: Place;
}
