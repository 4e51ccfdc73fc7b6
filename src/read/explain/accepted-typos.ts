import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { Vocabulary } from '../../form/vocabulary.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import { inQuotes } from '../edit.ts';
import type { Source } from '../source.ts';
import { leadingBlanks, quote, readKey, readLines } from './lines.ts';
import { explainTypo } from './syntax.ts';
import { rewriteLine } from './typos.ts';

/**
 * Typos that YAML accepts silently: it cuts a text at a `#`, and reads a key with a full-width colon as part of the text above.
 */
export function findAcceptedTypos(source: Source, root: Node, words: Vocabulary): Diagnostic[] {
  const found = findSwallowedKeys(source, root, words);
  collect(root, null, { source, words, found });
  return found;
}

/** A key indented by mistake below a block of text, which swallows it and all that follows. */
function findSwallowedKeys(source: Source, root: Node, words: Vocabulary): Diagnostic[] {
  if (!isMap(root) || !root.items.some(({ value }) => isScalar(value) && value.type === 'BLOCK_LITERAL'))
    return [];
  const line = readLines(source.text, words).find(({ block, text }) => {
    const parts = block?.parts?.indent === '' ? readKey(text, words) : null;
    return (
      parts !== null && /^ *$/.test(parts.indent) && words.top.includes(parts.key) && !root.has(parts.key)
    );
  });
  if (line === undefined) return [];
  const written = leadingBlanks(line.text);
  const start = line.start + written;
  const args = { written: String(written), corrected: quote(line.text) };
  const at = { file: source.file, start, end: start + line.text.trim().length };
  return [diagnose('error', 'yaml/indent#margin', at, args, rewriteLine(line, line.text.trim()))];
}

interface Search {
  source: Source;
  words: Vocabulary;
  found: Diagnostic[];
}

function collect(node: unknown, key: string | null, search: Search): void {
  const { source, words, found } = search;
  if (isMap(node)) {
    for (const item of node.items) {
      found.push(...checkKey(item.key, source, words));
      collect(item.value, isScalar(item.key) ? String(item.key.value) : null, search);
    }
  } else if (isSeq(node)) for (const item of node.items) collect(item, key, search);
  else if (isScalar(node) && !isAlias(node)) found.push(...checkScalar(node, key ?? '', source, words));
}

/** A key with a blank or a quote that is none: it would be reported as unknown, and the row as lacking it. */
function checkKey(key: unknown, source: Source, words: Vocabulary): Diagnostic[] {
  if (!isScalar(key) || key.type !== 'PLAIN' || !/^[^\S ]|[“”]|\u3000$/.test(String(key.value))) return [];
  const typo = explainTypo(source, key.range?.[0] ?? 0, words);
  return typo === null ? [] : [typo];
}

function checkScalar(node: Scalar, key: string, source: Source, words: Vocabulary): Diagnostic[] {
  const [start, end] = node.range ?? [0, 0];
  const value = String(node.value ?? '');
  const half = halfCharacter(value, start, end, source);
  if (half !== null) return [half];
  const text = source.text.slice(start, end);
  const type = words.types.get(key);
  // >4 is the head of a block that is indented by four blanks.
  if (value === '' && /^[>|][-+]?\d/.test(text) && (type === 'figure' || type === 'amount')) {
    const at = { file: source.file, start, end: start + text.trimEnd().length };
    const wording = text.startsWith('>') ? 'yaml/block-sign' : 'yaml/block-text';
    return [diagnose('error', wording, at, { text: quote(text.trim()) })];
  }
  if (node.type !== 'PLAIN') return [];
  if (text.includes('\n')) return checkLines(text, key, start, source, words);
  const cut = findCut(value, end, source);
  if (cut !== null) return [cut];
  const quoted = /^“(.*)”$/s.exec(value)?.[1];
  // Only what had to be quoted was meant to be: “微心愿” is a name that is printed with its quotes.
  if (quoted !== undefined && /^[%@`*&!|>[{#-]|\s#/.test(quoted)) {
    const at = { file: source.file, start, end: start + 1 };
    const corrected = quote(`${key}: ${inQuotes(quoted)}`);
    const fix = { edits: [{ start, end, text: inQuotes(quoted) }] };
    return [diagnose('warning', 'yaml/chinese-quotes#corrected', at, { text: quote(value), corrected }, fix)];
  }
  return [];
}

/**
 * What follows a text behind a blank and `#` is not read. With a blank behind the `#` it is a comment, and so is `#忽略 …`;
 * `#3 会议室` is far more likely text that its author would miss in the print.
 */
function findCut(value: string, end: number, { file, text }: Source): Diagnostic | null {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  const [, blanks = '', comment = ''] = /^([ \t]+)(#.*)$/s.exec(rest) ?? [];
  if (value === '' || /^(?:#(?:\s|#|忽略|$).*)?$/s.test(comment)) return null;
  const start = end + blanks.length;
  const corrected = quote(inQuotes(`${value}${blanks}${comment}`));
  const at = { file, start, end: start + comment.length };
  return diagnose('warning', 'yaml/cut-by-hash', at, { text: quote(comment), corrected });
}

/** Lines of a plain text that is not marked as a block: they may be keys with a typo. */
function checkLines(
  text: string,
  key: string,
  start: number,
  source: Source,
  words: Vocabulary,
): Diagnostic[] {
  const [head = '', ...more] = text.split('\n');
  let offset = start + head.length + 1;
  for (const line of more) {
    const parts = readKey(line, words);
    const typo = parts !== null && words.known.has(parts.key) ? explainTypo(source, offset, words) : null;
    if (typo !== null) return [typo];
    offset += line.length + 1;
  }
  const at = { file: source.file, start, end: start + 1 };
  if (/^[｜丨│]\s*$/.test(head)) {
    const fix = { edits: [{ start, end: start + 1, text: '|' }] };
    return [diagnose('error', 'yaml/full-width-bar', at, { text: head.trim(), key }, fix)];
  }
  return [];
}

/** Half of a character, which only an escape such as \uD800 can bring; it could not be written to a file again. */
function halfCharacter(value: string, start: number, end: number, { file, text }: Source): Diagnostic | null {
  if (!/\p{Surrogate}/u.test(value)) return null;
  const written = /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/.exec(text.slice(start, end));
  const from = start + (written?.index ?? 0);
  const at = { file, start: from, end: written ? from + written[0].length : end };
  return diagnose('error', 'yaml/half-character', at, { text: quote(written?.[0] ?? '') });
}
