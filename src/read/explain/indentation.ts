import type { Vocabulary } from '../../form/vocabulary.ts';
import { keyColumn, type Line } from './lines.ts';

/** Where a line belongs in the tree; rows are known by their dash. */
type Level = 'top' | 'level1' | 'level2' | 'row' | 'within-row';

/** How the form indents, two blanks a level. */
const USUAL = { top: 0, level1: 2, level2: 4, row: 6 } as const;

/** More lines than this are a style, not a typo. */
const MOST_ODD = 3;

/**
 * How many blanks are before each line of a table, known from the other lines of its kind: authors may indent by 2 or by 4,
 * but they do it alike. Lines that the form does not know have no entry.
 */
export function expectIndents(lines: readonly Line[], words: Vocabulary): Map<Line, number> {
  const levels = new Map(
    lines.flatMap((line) => levelOf(line, words).map((level) => [line, level] as const)),
  );
  const usual = { ...USUAL };
  for (const level of ['level1', 'level2', 'row'] as const) {
    const indents = [...levels].flatMap(([line, other]) => (other === level ? indentOf(line) : []));
    usual[level] = mostFrequent(indents, USUAL[level]) as never;
  }
  const expected = new Map<Line, number>();
  let column: number = USUAL.row + 2;
  for (const [line, level] of levels) {
    if (level === 'within-row') expected.set(line, column);
    else expected.set(line, usual[level]);
    if (level === 'row' && line.parts !== null) {
      column = usual.row + keyColumn(line.parts) - line.parts.indent.length;
    }
  }
  return expected;
}

/** The lines that are indented unlike the others of their kind; none when so many are that nothing can be said. */
export function findOddLines(expected: ReadonlyMap<Line, number>): Line[] {
  const odd = [...expected].filter(([line, indent]) => indentOf(line)[0] !== indent);
  return odd.length > MOST_ODD ? [] : odd.map(([line]) => line);
}

function levelOf({ parts }: Line, { top, row, level1s, level2s }: Vocabulary): Level[] {
  if (parts === null) return [];
  const { key, dash, indent } = parts;
  if (dash !== '') return ['row'];
  if (top.includes(key)) return ['top'];
  if (row.includes(key)) return ['within-row'];
  // 成本指标 and 满意度指标 are on either level.
  if (level1s.has(key) && (!level2s.has(key) || widthOf(indent) <= USUAL.level1)) return ['level1'];
  return level2s.has(key) ? ['level2'] : [];
}

/** Columns of an indentation; a tab or a full-width blank counts as one level. */
export function widthOf(indent: string): number {
  return Array.from(indent).reduce((sum, blank) => sum + (blank === ' ' ? 1 : 2), 0);
}

function indentOf({ parts }: Line): number[] {
  return parts === null ? [] : [parts.indent.length];
}

function mostFrequent(values: readonly number[], fallback: number): number {
  const counts = new Map<number, number>([[fallback, 0.5]]);
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
