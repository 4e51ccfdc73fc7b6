import type { MessageCode } from '../messages/wording.ts';

/**
 * Far beyond any table. Checked before any other stage, so a stranger's file costs no more than a large table.
 */
export const LIMITS = {
  /** Bytes of a file. A table of 60 rows has about 40,000. */
  file: 256 * 1024,
  lines: 10_000,
  /** UTF-16 units in a line. */
  line: 6_000,
  /** Characters that mean something to YAML: where it stumbles at each, it takes its time. */
  signs: 40_000,
  /** Maps, lists and texts that are open at once, whatever opened them. Reading YAML is recursive: some 700 end the stack. */
  depth: 100,
  entries: 5_000,
  /** UTF-16 units in one text. */
  text: 5_000,
  /** 三级指标 in one table. */
  rows: 400,
} as const;

export interface Excess {
  wording: MessageCode;
  start: number;
  end: number;
  args: Record<string, string>;
}

/** Why a text is not parsed, or null. Linear and coarse: signs inside texts count, too. */
export function findExcess(text: string): Excess | null {
  let lines = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const length = end - start;
    if (length > LIMITS.line) {
      const args = { length: String(length), limit: String(LIMITS.line) };
      return { wording: 'yaml/long-line', start, end: start + 1, args };
    }
    lines += 1;
    start = end + 1;
  }
  const whole = { start: 0, end: 0 };
  if (lines > LIMITS.lines) {
    const args = { count: String(lines), limit: String(LIMITS.lines) };
    return { wording: 'yaml/too-many#lines', ...whole, args };
  }
  let signs = 0;
  for (const _ of text.matchAll(SIGN)) signs += 1;
  return signs > LIMITS.signs ? { wording: 'yaml/too-many#signs', ...whole, args: {} } : null;
}

const SIGN = /[[\]{},:?\-&*!|>"'%@`#]/g;
