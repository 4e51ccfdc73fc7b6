import { encodeText } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

export interface Bookmark {
  title: string;
  /** 1 for a part of the document, 2 for what is in it, … */
  level: number;
  /** As a PDF destination. */
  place: string;
  /** The heading's structure element. */
  element: number | null;
}

/** Writes the tree of bookmarks, all of them open; null when there are none. A heading above a single one says nothing more. */
export function writeBookmarks(
  writer: PdfWriter,
  listed: readonly Bookmark[],
): { number: number; count: number } | null {
  const [first, second, ...more] = listed;
  const bookmarks = first && second && more.length === 0 && second.level > first.level ? [second] : listed;
  if (bookmarks.length === 0) return null;
  const root = writer.take(1);
  const numbers = bookmarks.map(() => writer.take(1));
  /** Of each its parent, and of each parent its kids, by place in the list; the root is -1. */
  const parents: number[] = [];
  const kids = new Map<number, number[]>();
  const open: number[] = [];
  for (const [index, { level }] of bookmarks.entries()) {
    while (open.length > 0 && (bookmarks[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? -1;
    parents.push(parent);
    if (!kids.get(parent)?.push(index)) kids.set(parent, [index]);
    open.push(index);
  }
  const numberOf = (index: number | undefined) =>
    `${index === undefined || index < 0 ? root : numbers[index]} 0 R`;
  const countOf = (index: number): number =>
    (kids.get(index) ?? []).reduce((sum, kid) => sum + 1 + countOf(kid), 0);
  const writeKids = (index: number) => {
    const own = kids.get(index) ?? [];
    if (own.length === 0) return '';
    return `\n/First ${numberOf(own[0])}\n/Last ${numberOf(own.at(-1))}\n/Count ${countOf(index)}`;
  };
  for (const siblings of kids.values()) {
    for (const [at, index] of siblings.entries()) {
      const { title, place, element } = bookmarks[index] as Bookmark;
      const own = element === null ? '' : `\n/SE ${element} 0 R`;
      const before = at > 0 ? `\n/Prev ${numberOf(siblings[at - 1])}` : '';
      const after = at < siblings.length - 1 ? `\n/Next ${numberOf(siblings[at + 1])}` : '';
      const parent = numberOf(parents[index]);
      writer.object(
        numbers[index] ?? 0,
        `<</Title ${encodeText(title)}\n/Dest ${place}\n/Parent ${parent}${own}${before}${after}${writeKids(index)}>>`,
      );
    }
  }
  writer.object(root, `<</Type /Outlines${writeKids(-1)}>>`);
  return { number: root, count: bookmarks.length };
}
