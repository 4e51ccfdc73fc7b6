import type { MessageCode } from '../../messages/wording.ts';
import type { Message } from '../../report/diagnostic.ts';

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

/** Something to look at: what was repaired, or what may be wrong. A comment above its row in the draft, and a line of the report. */
export interface Note extends Message {
  kind: 'repaired' | 'doubtful';
  place: Place;
  /** The source's cells that it is about. */
  before: readonly string[];
}

export const repaired = noteOf('repaired');
export const doubtful = noteOf('doubtful');

function noteOf(kind: Note['kind']) {
  return (
    place: Place,
    code: MessageCode,
    args: Record<string, string> = {},
    before: readonly string[] = [],
  ): Note => ({ kind, place, code, args, before });
}

/** A text within a sentence. */
export function quoteShort(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
