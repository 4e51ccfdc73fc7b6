import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import { TREE_KEY } from '../../form/form.ts';
import { lineEndOf, renameKey, rewriteValue, writeInline } from '../../read/edit.ts';
import { type ParsedSource, spanOf } from '../../read/parse.ts';
import type { Edit } from '../../report/diagnostic.ts';
import { orderOf, ROW } from '../key-order.ts';
import type { Entry, Value } from '../layout.ts';
import { writeLayout } from '../write-layout.ts';
import { collectionAt, lineEnd, linesOf, nextLine, type Path, pairAt } from './entry-lines.ts';
import { type Plain, setAt } from './plain-data.ts';
import { type Planned, refuse } from './planned.ts';

/** Gives the value at a path another text, and its key perhaps another name; see `Change`. */
export function changeText(
  parsed: ParsedSource,
  { path, text, key }: { path: Path; text: string; key?: string },
): Planned {
  const { source, data } = parsed;
  if (/[^\P{Cc}\n\t]|\p{Cs}/u.test(text)) return refuse('edit/characters');
  const parent = path.slice(0, -1);
  const name = String(path.at(-1));
  const map = collectionAt(parsed.root, parent);
  const pair = isMap(map) ? pairAt(map, name) : undefined;
  if (pair === undefined) {
    if (text === '') return { edits: [], data: data as Plain };
    return insertEntry(parsed, parent, key ?? name, text);
  }
  if (pair.value !== null && !isScalar(pair.value)) return refuse('edit/shape');
  if (text === '' && isMap(map)) return removeEntry(parsed, map, path);
  const edits = rewrite(source.text, pair.key, pair.value, text);
  if (key === undefined || key === name) return { edits, data: setAt(data as Plain, path, text) };
  const [start = 0, end = 0] = pair.key.range ?? [];
  return {
    edits: [renameKey({ start, end }, key), ...edits],
    data: setAt(setAt(data as Plain, path, undefined), [...parent, key], text),
  };
}

function rewrite(source: string, key: Node, value: Node | null, text: string): Edit[] {
  const [start = 0, end = 0] = value?.range ?? [];
  const isBlock = /^[|>]/.test(source.slice(start, end));
  const old = isScalar(value) ? String(value.value ?? '') : '';
  const rest = source.slice(end, lineEnd(source, end));
  if (start < end && (isBlock || !text.includes('\n') || !/^[ \t]+#/.test(rest))) {
    return [rewriteValue(source, { text: old, at: spanOf('', value as Node) }, text)];
  }
  // Nothing is behind the key but perhaps a comment, which stays there.
  const colon = source.indexOf(':', key.range?.[1] ?? 0) + 1;
  const lines = writeText(text);
  const [head = '', ...below] = lines;
  const place = start < end ? { start, end, text: head } : { start: colon, end: colon, text: ` ${head}` };
  if (below.length === 0) return [place];
  const at = lineEnd(source, place.end);
  const isCr = source[at - 1] === '\r';
  const column = columnOf(source, key.range?.[0] ?? 0);
  const eol = lineEndOf(source);
  const indented = below.map((line) => (line === '' ? eol : `${eol}${' '.repeat(column)}${line}`)).join('');
  const last = isCr ? at - 1 : at;
  return [place, { start: last, end: last, text: indented }];
}

/** How far a key is from the beginning of its line, dashes included. */
function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

/** What is behind a key, and the lines below it. */
function writeText(text: string): string[] {
  const [line = ''] = writeLines('k', text);
  return [line.slice('k: '.length), ...writeLines('k', text).slice(1)];
}

/** Puts an entry that is new among the keys of its map, where the form has it. */
export function insertEntry(parsed: ParsedSource, parent: Path, key: string, value: Plain): Planned {
  const { source, root, data } = parsed;
  const made = setAt(data as Plain, [...parent, key], value);
  const map = collectionAt(root, parent);
  if (map === null) {
    const last = parent.at(-1);
    const above = parent.slice(0, -1);
    const owner = collectionAt(root, above);
    if (typeof last !== 'string' || (owner !== null && !isMap(owner))) return refuse('edit/shape');
    const pair = owner === null ? undefined : pairAt(owner, last);
    if (pair === undefined) return insertEntry(parsed, above, last, { [key]: value });
    const place = linesOf(parsed, parent);
    if (place === null || !isScalar(pair.value) || pair.value.value) return refuse('edit/shape');
    const below = nextLine(source.text, place.start);
    return { edits: [insertLines(source.text, below, place.column + 2, writeLines(key, value))], data: made };
  }
  if (!isMap(map)) return refuse('edit/shape');
  if (map.flow) return insertInBrackets(map, key, value, made);
  const keys = map.items.map((item) => (isScalar(item.key) ? String(item.key.value) : ''));
  const order = orderOf(parsed.words, false);
  const wanted = orderAt(order, parent);
  const place = wanted.indexOf(key);
  if (place < 0 && wanted.length > 0) return refuse('edit/shape');
  const before =
    place < 0 ? keys.at(-1) : keys.findLast((name) => wanted.includes(name) && wanted.indexOf(name) < place);
  const [first] = keys;
  const near = linesOf(parsed, [...parent, before ?? first ?? '']);
  const lines = writeLines(key, value);
  if (before !== undefined && near === null) {
    // Behind the dash of its row.
    const item = linesOf(parsed, parent);
    const pair = pairAt(map, before);
    if (item === null || pair === undefined) return refuse('edit/shape');
    const end = Math.max(pair.value?.range?.[1] ?? 0, pair.key.range?.[1] ?? 0);
    const isClosed = source.text[end - 1] === '\n';
    const at = isClosed ? end : nextLine(source.text, end);
    return {
      edits: [insertLines(source.text, at, columnOf(source.text, pair.key.range?.[0] ?? 0), lines)],
      data: made,
    };
  }
  if (before !== undefined && near !== null) {
    return { edits: [insertLines(source.text, near.end, near.column, lines)], data: made };
  }
  const start = map.items[0]?.key as Node | undefined;
  const at = start?.range?.[0];
  if (at === undefined) return refuse('edit/shape');
  const column = columnOf(source.text, at);
  const eol = lineEndOf(source.text);
  const [head = '', ...rest] = lines;
  const written = [head, ...rest.map((line) => (line === '' ? '' : `${' '.repeat(column)}${line}`))].join(
    eol,
  );
  return { edits: [{ start: at, end: at, text: `${written}${eol}${' '.repeat(column)}` }], data: made };
}

function orderAt({ top, below, items }: ReturnType<typeof orderOf>, parent: Path): readonly string[] {
  const [first] = parent;
  const last = parent.at(-1);
  if (last === undefined) return top;
  if (typeof last === 'number') return items.get(String(first)) ?? below.get(ROW) ?? [];
  // 满意度指标 is the name of a 一级指标 and of a 二级指标 below it.
  return (first === TREE_KEY && parent.length > 2 ? undefined : below.get(last)) ?? [];
}

function insertInBrackets(map: YAMLMap, key: string, value: Plain, data: Plain | undefined): Planned {
  const last = map.items.at(-1);
  const end = (last?.value as Node | null)?.range?.[1] ?? (last?.key as Node | undefined)?.range?.[1];
  if (end === undefined || typeof value !== 'string') return refuse('edit/shape');
  const written = writeInline(value, /[,[\]{}]/.test(value) ? '"' : '');
  return { edits: [{ start: end, end, text: `, ${key}: ${written}` }], data };
}

/** A comment behind the value stays on the line. */
function removeEntry(parsed: ParsedSource, map: YAMLMap, path: Path): Planned {
  const { text } = parsed.source;
  const name = String(path.at(-1));
  const data = setAt(parsed.data as Plain, path, undefined);
  const pair = pairAt(map, name);
  if (pair === undefined || map.items.length < 2 || map.flow) return refuse('edit/shape');
  const [start = 0] = pair.key.range ?? [];
  const place = linesOf(parsed, path);
  if (place === null) {
    // Behind a dash: the next key takes its place.
    const next = (map.items[1]?.key as Node | undefined)?.range?.[0];
    return next === undefined ? refuse('edit/shape') : { edits: [{ start, end: next, text: '' }], data };
  }
  const valueEnd = Math.max(pair.value?.range?.[1] ?? 0, text.indexOf(':', pair.key.range?.[1] ?? 0) + 1);
  const rest = text[valueEnd - 1] === '\n' ? '' : text.slice(valueEnd, lineEnd(text, valueEnd));
  if (rest.trim() !== '') {
    const comment = valueEnd + rest.length - rest.trimStart().length;
    return { edits: [{ start, end: comment, text: '' }], data };
  }
  const end = text[valueEnd - 1] === '\n' ? valueEnd : nextLine(text, valueEnd);
  return { edits: [{ start: place.start, end, text: '' }], data };
}

/** Lines at the beginning of a line, with the source's own line ends. */
export function insertLines(source: string, at: number, column: number, lines: readonly string[]): Edit {
  const eol = lineEndOf(source);
  const written = lines.map((line) => (line === '' ? '' : `${' '.repeat(column)}${line}`)).join(eol);
  const isOpen = at === source.length && at > 0 && source[at - 1] !== '\n';
  return { start: at, end: at, text: isOpen ? `${eol}${written}` : `${written}${eol}` };
}

/** An entry as it is written at the left margin; without a key, an item of a list. */
export function writeLines(key: string | null, value: Plain): string[] {
  const written = writeLayout({ header: [], entries: [toEntry(key, value)], footer: [] });
  return written.replace(/\n$/, '').split('\n');
}

function toEntry(key: string | null, value: Plain): Entry {
  return { key, value: toValue(value), leading: [], trailing: null, after: [], isApart: false };
}

function toValue(value: Plain): Value {
  if (typeof value === 'string') {
    // What begins with a blank, or has signs that only an escape can write, is no block.
    const isBlock = value.includes('\n') && !/^[ \t\n]|\n[ \t]|[^\P{Cc}\n\t]/u.test(value);
    return { kind: 'text', text: value, style: isBlock ? 'block' : 'line' };
  }
  if (Array.isArray(value)) return { kind: 'list', entries: value.map((item) => toEntry(null, item)) };
  return { kind: 'map', entries: Object.entries(value).map(([key, item]) => toEntry(key, item)) };
}
