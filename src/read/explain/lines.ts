import type { Vocabulary } from '../../form/vocabulary.ts';

export interface KeyParts {
  indent: string;
  /** `-`, or what was typed for it. */
  dash: string;
  gap: string;
  open: string;
  key: string;
  close: string;
  before: string;
  colon: string;
  rest: string;
}

export interface Line {
  start: number;
  text: string;
  /** Null when the line names nothing, or is text of a block. */
  parts: KeyParts | null;
  /** The line that opened the block (`备注: |`) which this line is text of, or null. */
  block: Line | null;
}

/**
 * Blanks, a dash or its look-alikes, blanks, a quote, Han characters, a quote, a colon or its look-alikes. The parts cannot
 * match each other's characters, so the time is linear.
 */
const KEY =
  /^(?<indent>\s*)(?:(?<dash>[-－—–‐‑−﹣•●·]+|\*(?=\s))(?<gap>\s*))?(?<open>["'“”‘’「『]?)(?<key>\p{Script=Han}{2,16})(?<close>["'“”‘’」』]?)(?<before>\s*)(?<colon>[:：﹕∶︰;；=＝])(?<rest>.*)$/su;

/** What a block of text begins with, behind the colon. */
const BLOCK = /^\s*[|>][-+\d]*\s*(?:\s#.*)?$/s;

/** Takes a text apart line by line. It knows nothing of YAML but which lines are the text of a block. */
export function readLines(text: string, words: Vocabulary): Line[] {
  const lines: Line[] = [];
  let block: Line | null = null;
  // The text of a block is as far in as its first line; until that is seen, farther in than its key.
  let least = 0;
  let isBegun = false;
  let start = 0;
  for (const ended of text.split('\n')) {
    const line: Line = { start, text: ended.replace(/\r$/, ''), parts: null, block: null };
    start += ended.length + 1;
    lines.push(line);
    if (line.text.trim() === '') continue;
    const blanks = leadingBlanks(line.text);
    if (block !== null && blanks >= least) {
      if (!isBegun) least = blanks;
      isBegun = true;
      line.block = block;
      continue;
    }
    block = null;
    if (isComment(line)) continue;
    line.parts = readKey(line.text, words);
    if (line.parts !== null && BLOCK.test(line.parts.rest)) {
      block = line;
      least = keyColumn(line.parts) + 1;
      isBegun = false;
    }
  }
  return lines;
}

export function readKey(text: string, { known }: Vocabulary): KeyParts | null {
  const groups = KEY.exec(text)?.groups;
  if (groups === undefined) return null;
  const { indent = '', dash = '', gap = '', open = '', key = '' } = groups;
  const { close = '', before = '', colon = '', rest = '' } = groups;
  // An equals sign or a semicolon counts as a colon only after a word of the form.
  if (!/[:：﹕∶︰]/.test(colon) && !known.has(key)) return null;
  return { indent, dash, gap, open, key, close, before, colon, rest };
}

/** Where the key itself begins: other keys of the same row are in the same column. */
export function keyColumn({ indent, dash, gap }: KeyParts): number {
  return indent.length + dash.length + gap.length;
}

export function isComment({ text }: Line): boolean {
  return /^\s*#/.test(text);
}

export function leadingBlanks(text: string): number {
  return text.length - text.replace(/^ +/, '').length;
}

export function lineIndexAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line that an offset lies in, without the lines above telling what it is. */
export function readLineAt(text: string, offset: number, words: Vocabulary): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', start);
  const line = text.slice(start, found < 0 ? text.length : found).replace(/\r$/, '');
  const [read] = readLines(line, words);
  return { text: line, parts: null, block: null, ...read, start };
}

/** Long enough to recognise a line by, short enough for a message. */
const LONGEST_QUOTATION = 60;

export function quote(text: string): string {
  const line = text
    .slice(0, LONGEST_QUOTATION * 8)
    .trim()
    .replace(/[\r\n]\s*/g, ' ');
  const characters = Array.from(line);
  const isCut = characters.length > LONGEST_QUOTATION || text.length > LONGEST_QUOTATION * 8;
  return isCut ? `${characters.slice(0, LONGEST_QUOTATION).join('')}…` : line;
}

export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
