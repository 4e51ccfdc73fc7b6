/** Han characters, full-width forms and Chinese punctuation: beside one of these a line break joins without a blank. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]/u;

/**
 * Text as it is written (one sentence per line, an empty line between paragraphs) → the paragraphs that are printed.
 * A line break beside a Han character or Chinese punctuation joins without a blank, between two Latin words with one.
 */
export function toParagraphs(text: string): string[] {
  // Nearly every text is one line, and every check asks for it again.
  if (!text.includes('\n')) return text.trim() === '' ? [] : [text.trim()];
  return toLines(text).map(joinLines);
}

export function toLines(text: string): string[][] {
  return text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((paragraph) => paragraph.split(/\r?\n/).flatMap((line) => line.trim() || []))
    .filter(({ length }) => length > 0);
}

/** The same text in one line, for labels, titles and messages. */
export function toLine(text: string): string {
  if (!text.includes('\n')) return text.trim();
  return joinLines(toParagraphs(text));
}

/** Joined at once, not line by line, which would read the beginning again for each. */
function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      const isApart =
        before !== undefined && !CHINESE.test(lastCharacter(before)) && !CHINESE.test(firstCharacter(line));
      return isApart ? ` ${line}` : line;
    })
    .join('');
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** `:` → `：`: every sign of ASCII but the blank has a full-width twin. */
export function toFullWidth(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
}

export function toHalfWidth(twin: string): string {
  return String.fromCharCode(twin.charCodeAt(0) - 0xfee0);
}

/** The last code point: Han characters beyond the basic plane are two UTF-16 units. */
function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}
