import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { ParsedSource } from '../read/parse.ts';
import { readComments } from '../read/read-comments.ts';
import { attachComments, isBelowEmptyLine } from './attach-comments.ts';
import type { Entry, Layout, PlacedEntry, Text, Value } from './layout.ts';

/** Takes a source apart; every comment finds the entry that it belongs to. */
export function toLayout(parsed: ParsedSource): Layout {
  const { text } = parsed.source;
  const found: PlacedEntry[] = [];
  const comments = readComments(text);
  const isComment = new Map(comments.map(({ start, end }) => [end, start]));
  const place = (start: number, parent: PlacedEntry | null): PlacedEntry => {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const entry: PlacedEntry = {
      key: null,
      value: { kind: 'map', entries: [] },
      leading: [],
      trailing: null,
      after: [],
      isApart: isBelowEmptyLine(text, lineStart),
      start,
      column: start - lineStart,
      parent,
    };
    found.push(entry);
    return entry;
  };
  const toEntries = (node: Node, parent: PlacedEntry | null): Entry[] => {
    if (isMap(node)) {
      return node.items.map((pair: Pair) => {
        const key = pair.key as Node;
        const entry = place(key.range?.[0] ?? 0, parent);
        entry.key = String(isScalar(key) ? key.value : '');
        entry.value = toValue(pair.value as Node | null, entry);
        return entry;
      });
    }
    let from = node.range?.[0] ?? 0;
    return (isSeq(node) ? node.items : []).map((item) => {
      const child = item as Node;
      const entry = place(findDash(text, child.range?.[0] ?? from, from, isComment), parent);
      entry.value = toValue(child, entry);
      from = child.range?.[1] ?? from;
      return entry;
    });
  };
  const toValue = (node: Node | null, entry: PlacedEntry): Value => {
    if (isMap(node)) return { kind: 'map', entries: toEntries(node, entry) };
    if (isSeq(node)) return { kind: 'list', entries: toEntries(node, entry) };
    return toText(node, text);
  };
  const layout: Layout = { header: [], entries: toEntries(parsed.root, null), footer: [] };
  attachComments(layout, found, comments, text);
  return layout;
}

function toText(node: Node | null, source: string): Text {
  if (!isScalar(node)) return { kind: 'text', text: '', style: 'line' };
  const text = String(node.value ?? '');
  const { type } = node;
  if (type === 'BLOCK_LITERAL') return { kind: 'text', text, style: 'block' };
  if (type === 'BLOCK_FOLDED') {
    // Its line breaks are blanks already; `check` tells its author, and nobody else may decide what was meant.
    const raw = source.slice(node.range?.[0], node.range?.[1]).replaceAll('\r\n', '\n');
    const header = /^>[-+]?(?=[ \t]*(?:#|\n))/.exec(raw)?.[0];
    if (header !== undefined) {
      const lines = raw.split('\n').slice(1);
      return { kind: 'raw', text: header, lines: dedent(lines) };
    }
  }
  return { kind: 'text', text, style: type?.startsWith('QUOTE') ? 'quoted' : 'line' };
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents[0] ?? 0;
  const dedented = lines.map((line) => line.slice(indent));
  while (dedented.length > 0 && dedented.at(-1)?.trim() === '') dedented.pop();
  return dedented;
}

/** The `-` of an item: the last one before it that is in no comment. */
function findDash(text: string, start: number, from: number, comments: ReadonlyMap<number, number>): number {
  for (let at = start; at >= from; at -= 1) {
    if (text[at] === '-' && (at < start || /\s/.test(text[at + 1] ?? ' '))) return at;
    const comment = comments.get(at);
    if (comment !== undefined) at = comment;
  }
  return start;
}
