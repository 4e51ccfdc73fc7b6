/** The number that an item of an outline begins with: 一、 above （一） above 1. above 1.1 above （1） above ①. */
export interface OutlineMark {
  /** Greater is deeper. */
  depth: number;
  /** Of 1.2.3, else empty. */
  digits: string;
  /** How much of the name it is. */
  length: number;
}

const MARKS: readonly (readonly [depth: number, mark: RegExp])[] = [
  [0, /^(?:第?[一二三四五六七八九十]{1,3}(?:[、，.．：:]|部分[、，：:]?)|[Ⅰ-Ⅻ][、.．]?)\s{0,3}/u],
  [1, /^[（(][一二三四五六七八九十]{1,3}[)）][、.．]?\s{0,3}/u],
  [2, /^(\d{1,2}(?:[.．]\d{1,2}){1,4})(?:[、.．](?!\d)|(?=[^\d.．]))\s{0,3}/u],
  [2, /^(\d{1,2})[、.．](?!\d)\s{0,3}/u],
  [8, /^[（(]?\d{1,2}[)）][、.．]?\s{0,3}/u],
  [9, /^(?:[①-⑳]|[（(]?[a-z][)）.．、])\s{0,3}/iu],
  [10, /^(?:[—–－-]{1,2}|[·•])\s{0,3}/u],
];

/** Null for a name without a number. */
export function readOutlineMark(name: string): OutlineMark | null {
  for (const [depth, mark] of MARKS) {
    const found = mark.exec(name);
    if (found === null) continue;
    const digits = (found[1] ?? '').replaceAll('．', '.');
    return { depth: depth + digits.split('.').length - 1, digits, length: found[0].length };
  }
  return null;
}

/** Whether an item that comes after another may be its first part; `above` is null for one without a number. */
export function isFirstBelow(mark: OutlineMark, above: OutlineMark | null): boolean {
  if (above === null) return true;
  if (mark.digits !== '' && above.digits !== '') return mark.digits === `${above.digits}.1`;
  return mark.depth > above.depth;
}
