import { compileTexts, SOUND_BOOKLET } from './compile-source.ts';

/**
 * Findings of some families of checks (`figure`, `value` …) in one table, so that a test of one check does not hang on what
 * all the others say of the same table.
 */
export function createFinder(...families: readonly string[]) {
  const look = (table: string, booklet: string) =>
    compileTexts({ '样例.yaml': table, 'booklet.yaml': booklet }).report.diagnostics.filter(({ code }) =>
      families.includes(code.split('/')[0] ?? ''),
    );
  return {
    /** As `line:column code`. */
    find: (table: string, booklet = SOUND_BOOKLET) =>
      look(table, booklet).map(({ line, column, code }) => `${line}:${column} ${code}`),
    /** The sentence and the hint of each. */
    words: (table: string, booklet = SOUND_BOOKLET) =>
      look(table, booklet).map(({ message, hint }) => `${message} → ${hint}`),
    hints: (table: string, booklet = SOUND_BOOKLET) => look(table, booklet).map(({ hint }) => hint),
  };
}
