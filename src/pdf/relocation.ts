/**
 * Objects whose numbers are not known yet: every number is a mark and the number counted from the object's own part, in as
 * many bytes as the final number may take, so that a part is moved to its place without its lengths changing.
 */
export interface Places {
  /** The number of the document's structure element, which is object 0 of every part; those of a part count from 1. */
  document: number;
  /** Added to the part's own numbers. */
  objects: number;
  /** The same for keys of the tree that leads from a page's marks to its elements. */
  keys: number;
  /** The fonts of the document, by their number in the part. */
  fonts: readonly number[];
}

/** Bytes that no object of Skia's has. */
const OBJECT = 2;
const KEY = 3;
const FONT = 4;
const DIGITS = 7;
const MARKS = [OBJECT, KEY, FONT].map((mark) => String.fromCharCode(mark));
const MOST = 10 ** DIGITS;

const write = (mark: number, number: number) =>
  `${String.fromCharCode(mark)}${String(number).padStart(DIGITS, '0')}`;

export const markObject = (number: number) => `${write(OBJECT, number)} 0 R`;
export const markKey = (number: number) => write(KEY, number);
export const markFont = (number: number) => `${write(FONT, number)} 0 R`;

/** Whether some text of a file looks like a mark, so that it cannot be moved. */
export const hasMarks = (text: string) => MARKS.some((mark) => text.includes(mark));

/** Writes the final numbers, in place. */
export function relocate(text: Buffer, places: Places): Buffer {
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? 0;
    if (mark < OBJECT || mark > FONT) continue;
    let number = 0;
    for (let digit = at + 1; digit <= at + DIGITS; digit += 1)
      number = number * 10 + (text[digit] ?? 0) - 0x30;
    writeNumber(text, at, finalNumber(mark, number, places));
    at += DIGITS;
  }
  return text;
}

export function relocateText(text: string, places: Places): string {
  return hasMarks(text) ? relocate(Buffer.from(text, 'latin1'), places).toString('latin1') : text;
}

function finalNumber(mark: number, number: number, { document, objects, keys, fonts }: Places): number {
  if (mark === OBJECT) return number === 0 ? document : objects + number;
  if (mark === KEY) return keys + number;
  return fonts[number] ?? 0;
}

/** Right-aligned in eight bytes, the first of which is a blank in any case. */
function writeNumber(text: Buffer, start: number, number: number): void {
  if (number >= MOST) throw new Error('too many objects for one PDF');
  let rest = number;
  for (let at = start + DIGITS; at >= start; at -= 1) {
    text[at] = rest > 0 || at === start + DIGITS ? 0x30 + (rest % 10) : 0x20;
    rest = Math.floor(rest / 10);
  }
}
