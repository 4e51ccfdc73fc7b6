import { parseFigure } from '../form/value.ts';
import { isPrinted } from '../form/vocabulary.ts';
import type { FieldType } from '../form/words.ts';
import { rewriteValue } from '../read/edit.ts';
import type { ParsedSource } from '../read/parse.ts';
import { listScalars } from '../read/scalars.ts';
import type { Source } from '../read/source.ts';
import type { Fix, Located, Span } from '../report/diagnostic.ts';

/** A text that people read on the page, with the key it is under. */
export interface ScalarText extends Located {
  key: string;
  /** Of what may be a figure or words, which of the two it is. */
  type: FieldType;
  source: Source;
}

/** In the order of the source. What is under a misspelt key is reported by the schema alone. */
export function listTexts(parsed: ParsedSource): ScalarText[] {
  const { source, words } = parsed;
  return listScalars(parsed).flatMap(({ key, above, text, at }) => {
    const type = words.types.get(key) ?? words.typesBelow.get(above);
    if (!isPrinted(type)) return [];
    const own = type === 'value' ? (isFigure(text) ? 'figure' : 'text') : type;
    return [{ key, type: own, text, at, source }];
  });
}

function isFigure(text: string): boolean {
  return !('wording' in parseFigure(text));
}

/** Beside one of these a joined line would get a blank that does not belong there. */
const CHINESE_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2026]$/u;
const CHINESE_START = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2026]/u;

/** True for a text over several lines, not in a `|` block: YAML puts a blank between two of its lines. */
export function isFolded({ at, source }: ScalarText): boolean {
  const opening = source.text[at.start];
  const lineEnd = source.text.indexOf('\n', at.start);
  if (opening === '|' || lineEnd < 0 || lineEnd >= at.end) return false;
  const from = opening === '>' ? lineEnd + 1 : at.start;
  const lines = source.text.slice(from, at.end).split('\n');
  return lines.some((line, index) => {
    const before = line.trim();
    const after = lines[index + 1]?.trim() ?? '';
    if (before === '' || after === '' || (opening === '"' && before.endsWith('\\'))) return false;
    return CHINESE_END.test(before) || CHINESE_START.test(after);
  });
}

/**
 * The place of `text.slice(from, to)` in the file. The value does not have what YAML takes away (quotes, indentation, line ends), so
 * its characters are looked for one after the other; the whole value when one of them was written as an escape.
 */
export function placeIn({ text, at }: Located, sourceText: string, from: number, to: number): Span {
  const offsets = placed.get(at) ?? placeCharacters(text, at, sourceText);
  placed.set(at, offsets);
  if (to >= offsets.length) return at;
  const start = from < to ? offsets[from] : at.start;
  const end = to === 0 ? offsets[0] : (offsets[to - 1] ?? 0) + 1;
  return { file: at.file, start: start ?? at.start, end: end ?? at.end };
}

/** A text with many findings is gone through once. */
const placed = new WeakMap<Span, readonly number[]>();

/** Where each character of a text is in its file, as far as they are found, and what follows the last. */
function placeCharacters(text: string, at: Span, sourceText: string): number[] {
  const written = sourceText.slice(at.start, at.end);
  const opening = written.charAt(0);
  const isBlock = opening === '|' || opening === '>';
  let offset = isBlock ? written.indexOf('\n') + 1 : 0;
  if ((opening === '"' || opening === "'") && text[0] !== opening) offset += 1;
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const found = written.indexOf(text.charAt(index), offset);
    if (found < 0) return [...offsets, at.start + offset];
    offsets.push(at.start + found);
    offset = found + 1;
  }
  return [...offsets, at.start + offset];
}

export function placeInText(printed: ScalarText, from: number, to: number): Span {
  return placeIn(printed, printed.source.text, from, to);
}

export function rewriteText(printed: ScalarText, value: string): Fix {
  return { edits: [rewriteValue(printed.source.text, printed, value)] };
}

/** A piece of a value, counted in its text, and what is written for it. */
export interface Replacement {
  from: number;
  to: number;
  by: string;
}

/** What means nothing to YAML, wherever it is behind the first character of a value. */
const HARMLESS = /^[\p{Script=Han}\w，。、；：！？（）《》“”‘’·…—]*$/u;

/** Other pieces in a value: each in its place where that is safe, so that lines, quotes and comments stay. */
export function replaceInText(printed: ScalarText, pieces: readonly Replacement[]): Fix {
  const { text, source } = printed;
  const edits = pieces.map(({ from, to, by }) => ({ ...placeInText(printed, from, to), text: by }));
  const isPlaced = pieces.every(({ from, to, by }, index) => {
    const { start = 0, end = 0 } = edits[index] ?? {};
    return HARMLESS.test(by) && source.text.slice(start, end) === text.slice(from, to);
  });
  if (isPlaced) return { edits: edits.map(({ start, end, text: by }) => ({ start, end, text: by })) };
  let value = '';
  let passed = 0;
  for (const { from, to, by } of pieces) {
    value += text.slice(passed, from) + by;
    passed = to;
  }
  return rewriteText(printed, value + text.slice(passed));
}

const AROUND = 8;
const SHORT = 30;

/** Where a piece is cut: half of a character beyond the basic plane, or a mark whose other half is cut off. */
const HALF_AT_START = /^[\udc00-\udfff”》）]{1,8}/;
const HALF_AT_END = /[\ud800-\udbff“《（]{1,8}$/;

/** A piece of one line around a mistake, to be shown and corrected in a message. */
export function excerpt(text: string, from: number, to: number): string {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const lineEnd = next < 0 ? text.length : next;
  if (lineEnd - lineStart <= SHORT) return text.slice(lineStart, lineEnd).trim();
  const start = Math.max(lineStart, from - AROUND);
  const end = Math.min(lineEnd, to + AROUND);
  const [before, piece, after] = [text.slice(start, from), text.slice(from, to), text.slice(to, end)];
  return `${before.replace(HALF_AT_START, '')}${piece}${after.replace(HALF_AT_END, '')}`.trim();
}
