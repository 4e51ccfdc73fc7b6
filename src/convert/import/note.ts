import { word } from '../../messages/wording.ts';
import type { Message } from '../../report/message.ts';
import type { Place } from './grid.ts';

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

/** What such comments begin with; `check` counts them until they are deleted. */
export const REVIEW_MARK = '待核对';

/** `# 待核对 改：第 12 行错了 1 格，按符号“=”对齐` */
export function toComment({ kind, place, code, args }: Note): string {
  const where = word(place.code, place.args, 'zh').text;
  const what = word(code, args, 'zh').text.replaceAll('\n', ' ');
  return `# ${REVIEW_MARK} ${kind === 'repaired' ? '改' : '疑'}：${where}${what}`;
}

/** A text within a sentence. */
export function quoteShort(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
