import { FIGURE_KEY, WORDS_KEY } from '../../form/form.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import { type MessageName, variantOf } from '../../messages/wording.ts';
import type { Fix } from '../../report/diagnostic.ts';
import { narrowEdit } from '../../report/fix.ts';
import { widthOf } from './indentation.ts';
import { isComment, type KeyParts, keyColumn, type Line, quote } from './lines.ts';
import { correctFigure, findValueTypo, repairValue } from './value-typos.ts';

export interface Typo {
  wording: MessageName;
  /** The characters to show: offsets into the source. */
  start: number;
  end: number;
  args: Record<string, string>;
  /** What makes the line as the hint says; null where that cannot be known. */
  fix: Fix | null;
}

/** Blanks that are none for YAML: full-width (U+3000), unbreakable, zero-width. */
const FALSE_BLANK = /[^\S \t\r\n]|\u200b/;

/**
 * The typo of a line that is wrong whatever is around it, or null. `indent`: how many blanks the form puts before the
 * line, when known. Only for sources that YAML cannot read: within quoted text of several lines anything may be.
 */
export function findTypo(line: Line, indent: number | null, words: Vocabulary): Typo | null {
  const { text, parts } = line;
  if (line.block !== null || isComment(line) || text.trim() === '') return null;
  const hash = text.search(/\S/);
  if (text.charAt(hash) === '＃') {
    return typo(line, 'yaml/full-width-hash', [hash, hash + 1], `#${text.slice(hash + 1)}`);
  }
  const wrongIndent = findWrongIndent(line, indent, words);
  if (wrongIndent !== null) return wrongIndent;
  if (parts === null) return null;
  const known = words.known.has(parts.key) ? findKeyTypo(line, parts, words) : null;
  const found = known ?? findTypoOfValue(line, parts, words);
  // A key of the left margin goes there by the way: else that would be the next message.
  const isAtMargin = parts.indent === '' || (indent !== 0 && !words.top.includes(parts.key));
  return found?.fix && !isAtMargin ? { ...found, fix: rewriteLine(line, repair(parts, words)) } : found;
}

/** The typo of a line whose key may be any Han word: only to be trusted where YAML stumbled. */
export function findLikelyTypo(line: Line, words: Vocabulary): Typo | null {
  if (line.parts === null || line.block !== null) return null;
  return findKeyTypo(line, line.parts, words) ?? findTypoOfValue(line, line.parts, words);
}

function findWrongIndent(line: Line, indent: number | null, words: Vocabulary): Typo | null {
  const leading = /^\s*/.exec(line.text)?.[0] ?? '';
  const first = leading.search(/[^ ]/);
  if (first < 0) return null;
  const isTab = leading.charAt(first) === '\t';
  const blanks = indent ?? widthOf(leading);
  const wording = isTab ? 'yaml/tab' : 'yaml/full-width-blank#indent';
  const corrected = line.parts === null ? line.text.trim() : repair(line.parts, words);
  const fix = rewriteLine(line, `${' '.repeat(blanks)}${corrected}`);
  return { ...typo(line, wording, [first, leading.length], corrected, { blanks: String(blanks) }), fix };
}

function findKeyTypo(line: Line, parts: KeyParts, words: Vocabulary): Typo | null {
  const { dash, gap, open, key, close, before, colon, rest } = parts;
  const dashAt = parts.indent.length;
  const keyAt = keyColumn(parts) + open.length;
  const keyEnd = keyAt + key.length;
  const colonAt = keyEnd + close.length + before.length;
  const tell = (wording: MessageName, from: number, to: number) =>
    typo(line, wording, [from, to], repair(parts, words));
  if (dash !== '' && dash !== '-') return tell('yaml/full-width-dash', dashAt, dashAt + dash.length);
  if (dash !== '' && gap === '') return tell('yaml/dash-blank', dashAt, dashAt + 1);
  if (gap.includes('\t')) return tell('yaml/tab#gap', dashAt + 1, dashAt + 1 + gap.length);
  if (FALSE_BLANK.test(gap)) return tell('yaml/full-width-blank', dashAt + 1, dashAt + 1 + gap.length);
  if (open !== '' && !/["']/.test(open))
    return tell('yaml/chinese-quotes#key', keyAt - 1, keyEnd + close.length);
  if (close !== '' && !/["']/.test(close))
    return tell('yaml/chinese-quotes#key', keyAt, keyEnd + close.length);
  if (FALSE_BLANK.test(before)) return tell('yaml/full-width-blank', colonAt - before.length, colonAt);
  if (/[：﹕∶︰]/.test(colon)) return tell('yaml/full-width-colon', colonAt, colonAt + 1);
  if (colon !== ':') return tell('yaml/not-a-colon', colonAt, colonAt + 1);
  if (rest === '' || /^[ \t]/.test(rest) || open !== '') return null;
  if (FALSE_BLANK.test(rest.charAt(0))) {
    return tell('yaml/full-width-blank', colonAt + 1, colonAt + 1 + rest.search(/\S|$/));
  }
  return tell('yaml/missing-blank', colonAt, colonAt + 1);
}

function findTypoOfValue(line: Line, parts: KeyParts, words: Vocabulary): Typo | null {
  if (parts.colon !== ':' || !/^[ \t]/.test(parts.rest)) return null;
  const value = parts.rest.trim();
  const found = findValueTypo(value, parts.key, words);
  if (found === null) return null;
  const start = line.text.length - parts.rest.trimStart().length;
  const span: [number, number] = [start + found.start, start + found.end];
  if (found.corrected === null) return { ...typo(line, found.wording, span, ''), fix: null };
  // A figure below 定性 would be refused next.
  const isFigure = parts.key === WORDS_KEY && /^[>|]/.test(value);
  const figure = isFigure
    ? (correctFigure(value, 'figure') ?? correctFigure(found.corrected, 'figure'))
    : null;
  const isBare = isFigure && figure === null && /^[\d\s.=≥>|]+$/.test(value);
  const meant = figure === null ? parts : { ...parts, key: FIGURE_KEY, rest: figure };
  const reported = typo(line, variantOf(found.wording, 'corrected'), span, repair(meant, words));
  return isBare ? { ...reported, fix: null } : reported;
}

/** `corrected`: the line as it should be, without its indentation. */
export function typo(
  line: Line,
  wording: MessageName,
  span: readonly [number, number],
  corrected: string,
  args: Record<string, string> = {},
): Typo {
  const leading = /^\s*/.exec(line.text)?.[0] ?? '';
  const fix = rewriteLine(line, leading + corrected);
  return onLine(line, wording, { corrected: quote(corrected), ...args }, span, fix);
}

/** Replaces a line except its trailing blanks, with the smallest edit. */
export function rewriteLine(line: Pick<Line, 'text' | 'start'>, text: string): Fix {
  const edit = narrowEdit(line.text, { start: 0, end: line.text.trimEnd().length, text });
  return { edits: [{ ...edit, start: line.start + edit.start, end: line.start + edit.end }] };
}

/** The line as it should be, without its indentation: its key, its dash and its value, whichever of them was wrong. */
export function repair({ dash, gap, key, rest }: KeyParts, words: Vocabulary): string {
  const value = repairValue(rest.trim(), key, words);
  const lead = dash === '' ? '' : `-${/^ +$/.test(gap) ? gap : ' '}`;
  return `${lead}${key}:${value === '' ? '' : ` ${value}`}`;
}

export function onLine(
  line: Line,
  wording: MessageName,
  args: Record<string, string> = {},
  [from, to]: readonly [number, number] = [line.text.search(/\S|$/), line.text.trimEnd().length],
  fix: Fix | null = null,
): Typo {
  return {
    wording,
    start: line.start + from,
    end: line.start + to,
    args: { text: quote(line.text.slice(from, to)), ...args },
    fix,
  };
}
