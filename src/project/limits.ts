import type { Source } from '../sources/source.ts';

/**
 * Far beyond any table; they keep what a stranger can do with 1 MB within a second. Reading YAML is recursive (some 700
 * levels end the stack) and slow where it stumbles at every sign, so a text is measured before it is read.
 */
export const LIMITS = {
  lines: 20_000,
  /** UTF-16 units in a line. */
  line: 20_000,
  /** Brackets, colons within brackets, dashes at the start of a line, steps of indentation. */
  depth: 200,
  /** Signs that mean something to YAML. */
  signs: 100_000,
  /** Entries of one map or list. */
  entries: 5_000,
} as const;

export interface Excess {
  wording: string;
  start: number;
  end: number;
  args: Record<string, string>;
}

/** Why a text is not even tried, or null. Linear, and coarse: brackets inside texts count as well. */
export function findExcess({ text }: Source): Excess | null {
  const indents: number[] = [];
  let lines = 0;
  let signs = 0;
  let brackets = 0;
  let colons = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end - start > LIMITS.line) {
      return { wording: 'yaml/long-line', start, end: start + 1, args: { length: String(end - start) } };
    }
    lines += 1;
    let dashes = 0;
    let isIndent = true;
    for (let at = start; at < end; at++) {
      const character = text.charAt(at);
      if (character === ' ' || !SIGNS.has(character)) {
        if (isIndent && character !== ' ') {
          isIndent = false;
          enter(indents, at - start);
        }
        continue;
      }
      signs += 1;
      if (isIndent && (character === '-' || character === '?')) dashes += 1;
      else if (isIndent) {
        isIndent = false;
        enter(indents, at - start);
      }
      if (character === '[' || character === '{') brackets += 1;
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
      colons = character === ':' && brackets > 0 ? colons + 1 : /[[\]{},]/.test(character) ? 0 : colons;
      if (brackets + colons > LIMITS.depth || dashes + indents.length > LIMITS.depth) {
        return { wording: 'yaml/too-deep', start: at, end: at + 1, args: {} };
      }
    }
    start = end + 1;
  }
  if (lines > LIMITS.lines) {
    return { wording: 'yaml/too-many#lines', start: 0, end: 0, args: { count: String(lines) } };
  }
  if (signs > LIMITS.signs) return { wording: 'yaml/too-many#signs', start: 0, end: 0, args: {} };
  return null;
}

const SIGNS = new Set('[]{},:?-&*!|>"\'%@`#');

/** Keeps the indentations that are open: a deeper one opens a level, a shallower one closes those beyond it. */
function enter(indents: number[], indent: number): void {
  while ((indents.at(-1) ?? -1) > indent) indents.pop();
  if ((indents.at(-1) ?? -1) < indent) indents.push(indent);
}
