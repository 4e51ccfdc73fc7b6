import type { Edit, Fix } from './diagnostic.ts';

/** A text with a fix made in it. Throws when two of the edits overlap. */
export function applyFix(text: string, { edits }: Fix): string {
  let made = '';
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < from) throw new Error('edits overlap');
    made += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return made + text.slice(from);
}

export function spanOfEdits(edits: readonly Edit[]): { start: number; end: number } {
  return {
    start: Math.min(...edits.map(({ start }) => start)),
    end: Math.max(...edits.map(({ end }) => end)),
  };
}

/** The same edit without what it would write as it is already. No character is cut in half. */
export function narrowEdit(source: string, { start, end, text }: Edit): Edit {
  let [from, to, left] = [start, end, text];
  let head = 0;
  while (head < left.length && from + head < to && left[head] === source[from + head]) head += 1;
  if (/[\ud800-\udbff]/.test(left.charAt(head - 1))) head -= 1;
  from += head;
  left = left.slice(head);
  let tail = 0;
  while (tail < left.length && to - tail > from && left.at(-1 - tail) === source[to - 1 - tail]) tail += 1;
  if (/[\udc00-\udfff]/.test(left.charAt(left.length - tail))) tail -= 1;
  to -= tail;
  return { start: from, end: to, text: left.slice(0, left.length - tail) };
}
