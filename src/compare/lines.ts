import { FIGURE_KEY, NAME_KEY } from '../form/form.ts';
import { COMPARISON_WORDS } from '../messages/comparison.ts';
import type { Language } from '../messages/wording.ts';
import type { BookletChange, Change, ProjectChange, RowChange } from './comparison.ts';

/** A line of a table of changes. */
export interface ChangeLine extends Change {
  /** The source's own key, or what happened to the row. */
  what: string;
  /** There is nothing to mark in it. */
  isPlain: boolean;
}

/** That it was added or removed says all of it but its values. */
export function isOneSided({ change }: ProjectChange | BookletChange | RowChange): boolean {
  return change === 'added' || change === 'removed';
}

/**
 * A line for what happened to the row itself, if more did than that its cells changed, and one for each cell. All of a row that only
 * one side has is in one line.
 */
export function listLines(row: RowChange, language: Language): ChangeLine[] {
  const words = COMPARISON_WORDS[language];
  const { level1, level2, previousLevel1 = level1, previousLevel2 = level2, place } = row;
  if (isOneSided(row)) {
    const write = (side: 'before' | 'after') =>
      row.cells
        .map(({ cell, [side]: value }) => (cell === FIGURE_KEY || value === '' ? value : `${cell}：${value}`))
        .join('\n');
    const what = words.change[row.change];
    return [{ what, before: write('before'), after: write('after'), isPlain: true }];
  }
  const writePlace = (one: string, two: string, number: number) =>
    `${one} / ${two}${words.separator}${words.place(number)}`;
  const renamed = { before: row.previousIndicator ?? '', after: row.indicator };
  return [
    ...(row.previousIndicator === undefined ? [] : [{ what: NAME_KEY, ...renamed, isPlain: false }]),
    ...(place === undefined
      ? []
      : [
          {
            what: words.where,
            before: writePlace(previousLevel1, previousLevel2, place.before),
            after: writePlace(level1, level2, place.after),
            isPlain: true,
          },
        ]),
    ...row.cells.map(({ cell, ...change }) => ({ what: cell, ...change, isPlain: false })),
  ];
}
