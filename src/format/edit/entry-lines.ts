import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { findNode, type ParsedSource } from '../../read/parse.ts';

/** Keys and indexes that lead to a value of a source. */
export type Path = readonly (string | number)[];

/** Where an entry of a map or a list is on its lines; offsets of line beginnings. */
export interface EntryLines {
  /** Its first line, or that of the comments above it that belong to it. */
  head: number;
  start: number;
  /** Behind its last line; comments below it that are indented deeper than itself belong to it. */
  end: number;
  /** How far its key or its dash is indented. */
  column: number;
}

export function collectionAt(root: YAMLMap, path: Path): YAMLMap | YAMLSeq | null {
  const { node, keys } = findNode(root, path);
  const isWhole = keys.length === path.filter((step) => typeof step === 'string').length;
  return isWhole && (isMap(node) || isSeq(node)) ? node : null;
}

export function pairAt(map: YAMLMap, key: string): Pair<Node, Node | null> | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return pair as Pair<Node, Node | null> | undefined;
}

/** Null for an entry that shares a line with another one, as in brackets. */
export function linesOf({ root, source }: ParsedSource, path: Path): EntryLines | null {
  const { text } = source;
  const parent = collectionAt(root, path.slice(0, -1));
  const last = path.at(-1);
  if (parent === null || last === undefined || parent.flow) return null;
  const pair = isMap(parent) ? pairAt(parent, String(last)) : undefined;
  const item = isSeq(parent) ? (parent.items[Number(last)] as Node | undefined) : undefined;
  const begin = pair?.key.range?.[0] ?? item?.range?.[0];
  if (begin === undefined) return null;
  const sign = pair === undefined ? text.lastIndexOf('-', begin) : begin;
  const start = lineStart(text, sign);
  if (text.slice(start, sign).trim() !== '') return null;
  const column = sign - start;
  const content = pair === undefined ? contentEnd(text, item ?? null, sign + 1) : pairEnd(text, pair);
  let end = nextLine(text, content);
  for (let next = end; isComment(text, next); next = nextLine(text, next)) {
    if (columnAt(text, next) <= column) break;
    end = nextLine(text, next);
  }
  let head = start;
  while (head > 0 && isComment(text, lineStart(text, head - 1))) {
    const above = lineStart(text, head - 1);
    if (columnAt(text, above) > column) break;
    head = above;
  }
  return { head, start, end, column };
}

/** Behind the last letter of a value; `otherwise` of one that is empty. */
function contentEnd(text: string, node: Node | null, otherwise: number): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1) as Pair<Node, Node | null> | undefined;
    return last === undefined ? otherwise : pairEnd(text, last);
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1) as Node | undefined;
    return contentEnd(text, last ?? null, otherwise);
  }
  const [start = otherwise, end = otherwise] = node?.range ?? [];
  if (start === end) return otherwise;
  return start + text.slice(start, end).trimEnd().length;
}

/** Behind the last letter of a key and its value. */
function pairEnd(text: string, { key, value }: Pair<Node, Node | null>): number {
  return contentEnd(text, value, text.indexOf(':', key.range?.[1] ?? 0) + 1);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found;
}

export function nextLine(text: string, offset: number): number {
  return Math.min(text.length, lineEnd(text, offset) + 1);
}

function isComment(text: string, start: number): boolean {
  return start < text.length && text.slice(start, lineEnd(text, start)).trimStart().startsWith('#');
}

function columnAt(text: string, start: number): number {
  return /^[ \t]*/.exec(text.slice(start, lineEnd(text, start)))?.[0].length ?? 0;
}
