import type { FoundComment } from '../read/read-comments.ts';
import type { Comment, Entry, Layout, PlacedEntry } from './layout.ts';

/**
 * Gives every comment to the entry that it belongs to. Behind something on its line: to that. On lines of its own: to the
 * entry below, unless it is indented deeper than that one: then to the entry above of its own depth. Comments above the
 * first key, up to an empty line, and the editor's schema line are about the whole file.
 */
export function attachComments(
  layout: Layout,
  found: readonly PlacedEntry[],
  comments: readonly FoundComment[],
  text: string,
): void {
  const entries = found.toSorted((a, b) => a.start - b.start);
  let passed = 0;
  let isLeading = false;
  for (const comment of comments) {
    while ((entries[passed]?.start ?? Infinity) < comment.start) {
      passed += 1;
      isLeading = false;
    }
    const last = entries[passed - 1];
    const next = entries[passed];
    const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
    const column = comment.start - lineStart;
    const laid: Comment = { text: comment.text, isApart: isBelowEmptyLine(text, lineStart) };
    if (text.slice(lineStart, comment.start).trim() !== '') {
      if (last !== undefined) attachBehind(last, laid);
      else layout.header.push(laid);
    } else if (next !== undefined && (isLeading || last === undefined || column <= next.column)) {
      isLeading = true;
      next.leading.push(laid);
    } else if (last !== undefined && (next !== undefined || column > 0)) {
      entryOfDepth(last, column).after.push(laid);
    } else layout.footer.push(laid);
  }
  takeHeader(layout, entries[0]);
}

/** An empty line is above the line that begins at this offset. */
export function isBelowEmptyLine(text: string, lineStart: number): boolean {
  if (lineStart === 0) return false;
  const above = text.lastIndexOf('\n', lineStart - 2) + 1;
  return text.slice(above, lineStart).trim() === '';
}

/** Behind a `-` there is no room for one: the item begins with a key there. */
function attachBehind(entry: Entry, comment: Comment): void {
  const isFree = entry.trailing === null && (entry.key !== null || entry.value.kind === 'text');
  if (isFree) entry.trailing = comment.text;
  else entry.leading.push({ ...comment, isApart: false });
}

/** The entry itself or the one around it that is indented as deep as the comment. */
function entryOfDepth(entry: PlacedEntry, column: number): PlacedEntry {
  let owner = entry;
  while (owner.parent !== null && owner.column > column) owner = owner.parent;
  return owner;
}

function takeHeader(layout: Layout, first: PlacedEntry | undefined): void {
  if (first === undefined) return;
  const { leading } = first;
  const lastApart = first.isApart ? leading.length : leading.findLastIndex(({ isApart }) => isApart);
  const isOwn = ({ text }: Comment, index: number) => index >= lastApart && !isSchemaLine(text);
  layout.header.push(...leading.filter((comment, index) => !isOwn(comment, index)));
  first.leading = leading.filter(isOwn);
}

/** The line by which an editor finds the schema. */
export function isSchemaLine(comment: string): boolean {
  return /^#\s*yaml-language-server\s*:/.test(comment);
}

/** The same as written here; none without a schema. */
export function schemaLine(schema: string | null): string[] {
  return schema === null ? [] : [`# yaml-language-server: $schema=${schema}`];
}
