import { eastAsianWidth } from 'get-east-asian-width';
import { listMatches } from '../util/list-matches.ts';

/** What Chromium leaves between a Han character and a letter or digit (text-autospace), in characters. */
const AUTOSPACE = 0.125;

/** What does not break inside: a run of Latin and digits, or one character, each with the marks that hang on to it. */
const UNBROKEN =
  /[“‘（《〈「『【〔]{0,4}(?:[≥≤±＝=]?[!-~]{1,60}|[^ \t])[，。、；：！？”’）》〉」』】〕…—]{0,4}/gu;
const OPENING = '“‘（《〈「『【〔';
const CLOSING = '，。、；：”’）》〉」』】〕';

/** What each stretch of a text between two possible breaks takes, in characters. */
export function measureText(text: string): number[] {
  const widths: number[] = [];
  let previous: Kind = 'other';
  for (const [piece] of listMatches(UNBROKEN, text)) {
    let width = 0;
    for (const sign of piece) {
      const kind = kindOf(sign);
      width += (kind === 'han' ? 1 : widthOf(sign)) + gapBetween(previous, kind);
      previous = kind;
    }
    widths.push(width);
  }
  return widths;
}

type Kind = 'han' | 'word' | 'opening' | 'closing' | 'other';

function kindOf(sign: string): Kind {
  const code = sign.codePointAt(0) ?? 0;
  if ((code >= 0x3400 && code <= 0x9fff) || code >= 0x20000) return 'han';
  if (code < 0x80) return /[A-Za-z\d]/.test(sign) ? 'word' : 'other';
  return OPENING.includes(sign) ? 'opening' : CLOSING.includes(sign) ? 'closing' : 'other';
}

/** Advances of the Song face, rounded up a little: a column that is a hair too wide does no harm. */
function widthOf(sign: string): number {
  if (/[A-Z%&@mw]/.test(sign)) return 0.8;
  if (/\d/.test(sign)) return 0.53;
  return eastAsianWidth(sign.codePointAt(0) ?? 0, { ambiguousAsWide: true }) === 2 ? 1 : 0.58;
}

/** Of two marks in a row one gives up its blank half (text-spacing-trim). */
function gapBetween(left: Kind, right: Kind): number {
  if ((left === 'han' && right === 'word') || (left === 'word' && right === 'han')) return AUTOSPACE;
  const isTrimmed =
    left === 'closing' ? right === 'closing' || right === 'opening' : left === 'opening' && right === left;
  return isTrimmed ? -0.5 : 0;
}

/** How many lines a column of so many characters makes of a text, and how much is on the last. */
export function countLines(widths: readonly number[], column: number): { lines: number; last: number } {
  let lines = widths.length > 0 ? 1 : 0;
  let last = 0;
  for (const width of widths) {
    if (last > 0 && last + width > column) {
      lines += 1;
      last = 0;
    }
    last += width;
    // A word that is longer than the column breaks inside.
    while (last > column) {
      lines += 1;
      last -= column;
    }
  }
  return { lines, last };
}
