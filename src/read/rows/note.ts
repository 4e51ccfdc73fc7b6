import type { Message } from '../../report/message.ts';
import type { Place } from './source-row.ts';

/** Something to look at: what was repaired, or what may be wrong. A comment above its row in the draft, and a line of the report. */
export interface Note extends Message {
  kind: 'repaired' | 'doubtful';
  place: Place;
  /** The cells of the source that it speaks of. */
  before: readonly string[];
}

export function repaired(
  place: Place,
  code: string,
  args: Record<string, string> = {},
  before: readonly string[] = [],
): Note {
  return { kind: 'repaired', place, code, args, before };
}

export function doubtful(
  place: Place,
  code: string,
  args: Record<string, string> = {},
  before: readonly string[] = [],
): Note {
  return { kind: 'doubtful', place, code, args, before };
}

/** A text within a sentence. */
export function quoteShort(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
