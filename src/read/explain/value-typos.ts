import { findLeftovers } from '../../form/to-fill.ts';
import { isNeverNegative } from '../../form/units.ts';
import { parseAmount, parseFigure, writeFigure } from '../../form/value.ts';
import type { KeyType, Vocabulary } from '../../form/vocabulary.ts';
import type { MessageName } from '../../messages/wording.ts';
import { inQuotes, writeInline } from '../edit.ts';
import { readKey } from './lines.ts';

/** A typo within the value of `key: value`, at places counted from the value's first character. */
export interface ValueTypo {
  wording: MessageName;
  start: number;
  end: number;
  /** The value as it should be written; null when that cannot be known. */
  corrected: string | null;
}

/** What YAML makes of a sign that a value begins with. */
const FIRST_SIGNS: ReadonlyMap<string, MessageName> = new Map([
  ['%', 'yaml/needs-quotes'],
  ['@', 'yaml/needs-quotes'],
  ['`', 'yaml/needs-quotes'],
  [',', 'yaml/needs-quotes'],
  [']', 'yaml/needs-quotes'],
  ['}', 'yaml/needs-quotes'],
  ['*', 'yaml/alias'],
  ['&', 'yaml/anchor'],
  ['!', 'yaml/tag'],
]);

/** The corrected value, or the value itself where the correction is not known. */
export function repairValue(value: string, key: string, words: Vocabulary): string {
  let repaired = value;
  // A correction may bring another typo to light: the text behind a stray bar may begin with a star.
  for (let tries = 0; tries < 3; tries += 1) {
    const typo = findValueTypo(repaired, key, words);
    if (typo === null) break;
    if (typo.corrected === null) return value;
    repaired = typo.corrected;
  }
  // Its quotes may be needed.
  return /^["']/.test(repaired) ? repaired : (correctFigure(repaired, words.types.get(key)) ?? repaired);
}

/** What is a figure, a code or a date: none of the signs that need quotes is part of it. */
const BARE: ReadonlySet<KeyType | undefined> = new Set(['figure', 'amount', 'code', 'date']);

/** A text in the quotes that it needs; what may have none without what would need them. Null where that is nothing sound. */
export function quoteText(value: string, key: string, { types }: Vocabulary): string | null {
  const type = types.get(key);
  return BARE.has(type) ? bareValue(value, type) : inQuotes(value);
}

function bareValue(value: string, type: KeyType | undefined): string | null {
  const bare = value
    .replace(/["'[\]{}`]/g, '')
    .replace(/^[*&!@,|?\s]{1,9}|^[%-]\s{1,9}/, '')
    .trim();
  if (type === 'figure' || type === 'amount') {
    const corrected = correctFigure(bare, type);
    // The dash of - 5 ℃ may be a minus.
    const figure = /^-\s+\d/.test(value) && corrected !== null ? parseFigure(corrected) : null;
    return figure === null || ('unit' in figure && isNeverNegative(figure.unit)) ? corrected : null;
  }
  return /^[\dA-Z.年月日-]+$/.test(bare) ? bare : null;
}

/** A figure or an amount as it has to be written; null for any other type, and where it cannot be known. */
export function correctFigure(value: string, type: KeyType | undefined): string | null {
  if (type === 'figure') {
    const figure = parseFigure(value);
    const written = 'wording' in figure ? figure.corrected : writeFigure(figure);
    return written && writeInline(written);
  }
  if (type !== 'amount') return null;
  const amount = parseAmount(value);
  return 'wording' in amount ? amount.corrected : `${amount.number} ${amount.unit}`;
}

/** What makes a value in one line unreadable, or null. `value`: without blanks at its ends; `key`: what it is behind. */
export function findValueTypo(value: string, key: string, words: Vocabulary): ValueTypo | null {
  const first = value.charAt(0);
  const whole = (wording: MessageName, corrected: string | null): ValueTypo => ({
    wording,
    start: 0,
    end: value.length,
    corrected,
  });
  if (first === '' || first === '#') return null;
  if (first === '"' || first === "'") return findTextBehindQuotes(value, words.types.get(key));
  if (first === '[' || first === '{') return null;
  // **个 of a blank form: quotes would only bring the next message.
  if (first === '*' && findLeftovers(value, '')[0]?.index === 0) return whole('yaml/to-fill', null);
  const wording = FIRST_SIGNS.get(first);
  if (wording !== undefined) return { ...whole(wording, quoteText(value, key, words)), end: 1 };
  if (first === '|' || first === '>') return findBlockTypo(value, words.types.get(key));
  if (/^-\s/.test(value)) {
    // A row that begins on the line of its group has to move; a text that begins with a dash needs quotes.
    const isRow = words.types.get(key) === 'list' || words.known.has(readKey(value, words)?.key ?? '');
    if (isRow) return { ...whole('yaml/dash-in-value', null), end: 1 };
    return { ...whole('yaml/needs-quotes', quoteText(value, key, words)), end: 1 };
  }
  if (/^\?\s/.test(value)) return { ...whole('yaml/needs-quotes', quoteText(value, key, words)), end: 1 };
  return findColon(value, words.types.get(key));
}

/** `"三会一课"制度` and `"教材",`: YAML takes what is in quotes for the whole value. */
function findTextBehindQuotes(value: string, type: KeyType | undefined): ValueTypo | null {
  const end = closingQuote(value);
  if (end < 0) return null;
  const behind = value.slice(end + 1);
  const text = behind.trimStart();
  if (text === '' || (text.startsWith('#') && text.length < behind.length)) return null;
  const start = end + 1 + behind.length - text.length;
  if (/^[,，;；。]$/.test(text)) {
    return { wording: 'yaml/stray-mark', start, end: value.length, corrected: value.slice(0, end + 1) };
  }
  return {
    wording: 'yaml/after-quotes',
    start,
    end: value.length,
    corrected: BARE.has(type) ? bareValue(value, type) : inChineseQuotes(value),
  };
}

/** The place of the quote that closes the one a value begins with; -1 when it is not on the line. */
export function closingQuote(value: string): number {
  const sign = value.charAt(0);
  for (let at = 1; at < value.length; at++) {
    if (sign === '"' && value.charAt(at) === '\\') at += 1;
    else if (value.charAt(at) !== sign) continue;
    else if (sign === "'" && value.charAt(at + 1) === "'") at += 1;
    else return at;
  }
  return -1;
}

/** `>= 90 %` and `|教材`: the sign begins a block of text, which starts on the next line. */
function findBlockTypo(value: string, type: KeyType | undefined): ValueTypo | null {
  if (/^[|>][-+\d]*(?:\s+#.*)?$/.test(value)) return null;
  const whole = { start: 0, end: value.length };
  if (type === 'figure' || type === 'amount') {
    const isSign = value.startsWith('>');
    const figure = correctFigure(isSign ? value : value.slice(1), type);
    return { ...whole, wording: isSign ? 'yaml/block-sign' : 'yaml/block-text', corrected: figure };
  }
  if (/^>\s{0,3}[=＝]?\s{0,3}[\d０-９]/.test(value)) {
    return { ...whole, wording: 'yaml/block-sign', corrected: inQuotes(value) };
  }
  // A figure behind the sign may be how far the block is indented, or the text’s own: it is kept.
  const corrected = value.replace(/^[|>](?:[-+](?=\s))?\s{0,9}/, '');
  return { wording: 'yaml/block-text', start: 0, end: 1, corrected };
}

/** A `: ` in a plain text would begin another key. */
function findColon(value: string, type: KeyType | undefined): ValueTypo | null {
  const colon = value.search(/:(?:\s|$)/);
  const hash = value.search(/\s#/);
  if (colon < 0 || (hash >= 0 && hash < colon)) return null;
  const quoted = /^[“”„"](.*)[“”"]$/s.exec(value)?.[1];
  if (quoted !== undefined) {
    return { wording: 'yaml/chinese-quotes', start: 0, end: 1, corrected: inQuotes(quoted) };
  }
  return {
    wording: 'yaml/colon-in-text',
    start: colon,
    end: Math.min(colon + 2, value.length),
    corrected: BARE.has(type) ? null : value.replace(/:(?:\s+|$)/g, '：'),
  };
}

/** Straight quotes as pairs of Chinese ones, the way the form prints them. */
function inChineseQuotes(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”').replace(/'([^']*)'/g, '‘$1’');
}
