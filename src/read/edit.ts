import { isMap, isScalar, parseDocument } from 'yaml';
import type { Edit, Located } from '../report/diagnostic.ts';
import { applyFix, narrowEdit } from '../report/fix.ts';

/**
 * Minimal edits of a source: comments, line ends, quoting and all other lines are kept.
 */

export function rewriteValue(source: string, located: Located, value: string): Edit {
  const { start, end } = located.at;
  const raw = source.slice(start, end);
  const text =
    (raw.startsWith('|') ? rewriteBlock : rewritePiece)(raw, located.text, value) ??
    writeAnew(source, located, value);
  return narrowEdit(source, { start, end, text });
}

/** Gives a value another text on its key's line, whatever it was in. */
export function rewriteInline(source: string, located: Located, value: string): Edit {
  const { start, end } = located.at;
  return narrowEdit(source, { start, end, text: writeAnew(source, located, value) });
}

/** A text as it can follow its key on one line: without quotes where YAML reads it so. */
export function writeInline(value: string, quote = ''): string {
  if (quote === '' && readsAs(value, value)) return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what only an escape can write
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value)) return JSON.stringify(value);
  return quote === "'" ? `'${value.replaceAll("'", "''")}'` : inQuotes(value);
}

export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Gives a key another name; its quotes go. */
export function renameKey({ start, end }: { start: number; end: number }, name: string): Edit {
  return { start, end, text: name };
}

/**
 * Makes edits of a source's text in the text of its file, which may begin with a byte order mark and end its lines with CR alone:
 * neither is in the text of a source (see `decodeSource`).
 */
export function editFile(file: string, edits: readonly Edit[]): string {
  const mark = file.startsWith('\ufeff') ? 1 : 0;
  const isCr = file.includes('\r') && !file.includes('\n');
  const moved = edits.map(({ start, end, text }) => ({
    start: start + mark,
    end: end + mark,
    text: isCr ? text.replaceAll('\n', '\r') : text,
  }));
  return applyFix(file, { edits: moved });
}

export function lineEndOf(source: string): string {
  const first = source.indexOf('\n');
  return first > 0 && source[first - 1] === '\r' ? '\r\n' : '\n';
}

/** A `|` block: its head, its indentation and the empty lines behind it stay. Null when the text cannot be in one. */
function rewriteBlock(raw: string, text: string, value: string): string | null {
  const [head = '', ...body] = raw.split('\n');
  const first = body.find((line) => line.trim() !== '') ?? '';
  const line = text.split('\n').find((other) => other.trim() !== '') ?? '';
  const indent = first.slice(0, first.replace(/\r$/, '').length - line.length);
  const eol = head.endsWith('\r') ? '\r\n' : '\n';
  const [, behind = ''] = /(?<![ \t\r\n])[ \t]*((?:\r?\n[ \t]*)*)$/.exec(raw) ?? [];
  const lines = trimEnd(value)
    .split('\n')
    .map((one) => (one === '' ? '' : `${indent}${one}`));
  const written = `${head}\n${lines.join(eol)}${behind}`;
  return trimEnd(value) !== '' && readsAs(written, value) ? written : null;
}

/** A text over several lines that are joined: only the piece that differs is written, so that the lines stay as they are. */
function rewritePiece(raw: string, text: string, value: string): string | null {
  if (!raw.includes('\n')) return null;
  const { start: from, end: to, text: by } = narrowEdit(text, { start: 0, end: text.length, text: value });
  const isQuoted = /^["']/.test(raw);
  let offset = raw.startsWith('>') ? raw.indexOf('\n') : isQuoted ? 1 : 0;
  let start = offset;
  for (let index = 0; index < to; index += 1) {
    const character = text.charAt(index);
    // A line break is read as a blank, and blanks around it are not read.
    if (/\S/.test(character)) offset = raw.indexOf(character, offset) + 1;
    if (offset === 0) return null;
    if (index < from) start = offset;
  }
  if (from === to) offset = start;
  const piece = by.replaceAll('\n', lineEndOf(raw));
  const written = raw.slice(0, start) + piece + raw.slice(Math.max(start, offset));
  return readsAs(written, value) ? written : null;
}

/** On one line in the quotes that are there, or below a `|` when there are several lines. */
function writeAnew(source: string, { text, at }: Located, value: string): string {
  const raw = source.slice(at.start, at.end);
  const lineStart = source.lastIndexOf('\n', at.start - 1) + 1;
  const lines = trimEnd(value).split('\n');
  const isBlock = /^[|>]/.test(raw);
  const [head = ''] = raw.split(/\r?\n/, 1);
  const comment = isBlock ? (/(?<![ \t])[ \t]+#.*$/.exec(head)?.[0] ?? '') : '';
  const behind = isBlock ? (/\r?\n$/.exec(raw)?.[0] ?? '') : '';
  const [rest = ''] = source.slice(at.end).split('\n', 1);
  // A block has the rest of its lines to itself.
  if (lines.length > 1 && (isBlock || rest.trim() === '')) {
    const [lead = ''] = /^[ -]*/.exec(source.slice(lineStart, at.start)) ?? [];
    const eol = lineEndOf(source);
    const below = lines.map((line) => (line === '' ? '' : `${' '.repeat(lead.length + 2)}${line}`));
    const written = `|${comment}${eol}${below.join(eol)}${behind}`;
    if (readsAs(written, value)) return written;
  }
  const [quote = ''] = /^["']/.exec(raw) ?? [];
  // Brackets and commas mean something within brackets, and only the text that is there shows that it is in none.
  const mayNotBePlain = FLOW.test(value) && !FLOW.test(text);
  return (
    writeInline(isBlock ? trimEnd(value) : value, quote || (mayNotBePlain ? '"' : '')) + comment + behind
  );
}

const FLOW = /[,[\]{}]/;

/** True when YAML reads what is written behind a key as just this text; a block's last line break aside. */
function readsAs(written: string, value: string): boolean {
  const document = parseDocument(`k: ${written}`, { schema: 'failsafe', prettyErrors: false });
  const root = document.contents;
  if (document.errors.length + document.warnings.length > 0 || !isMap(root) || root.items.length !== 1) {
    return false;
  }
  const node = root.items[0]?.value;
  return isScalar(node) && node.anchor === undefined && trimEnd(String(node.value ?? '')) === trimEnd(value);
}

function trimEnd(text: string): string {
  return text.replace(/(?<!\n)\n+$/, '');
}
