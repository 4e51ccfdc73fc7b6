import Big from 'big.js';
import { FIGURE_KEY, isCost } from '../../form/form.ts';
import { toLine } from '../../form/text.ts';
import { hasSign, parseFigure, writeFigure } from '../../form/value.ts';
import { findNearest } from '../../read/explain/nearest.ts';
import { listNames, shortestName } from '../../read/results/match.ts';
import { convert } from '../../read/results/units.ts';
import { isWordsSign } from '../../read/rows/align.ts';
import type { FoundRow } from '../../read/rows/row.ts';
import { doubtful, quoteShort } from '../../read/rows/source-row.ts';
import { readTarget } from '../../read/rows/target.ts';
import type { DraftIndicator, FigureTarget } from '../../read/table.ts';

export interface MatchedGoal {
  indicator: DraftIndicator;
  /** The shortest name that means it alone. */
  name: string;
}

/**
 * The indicator of each row of results, by its name. A name that the goals do not have is doubted, with the nearest one that has no
 * row; so is a target that is another one there.
 */
export function matchGoals(
  rows: readonly FoundRow[],
  indicators: readonly DraftIndicator[],
): Map<FoundRow, MatchedGoal> {
  const names = listNames(indicators);
  const byPlainName = new Map([...names].map(([name, alike]) => [plainOf(name), alike]));
  const matched = new Map<FoundRow, MatchedGoal>();
  const free = new Set(indicators);
  const match = (row: FoundRow, indicator: DraftIndicator) => {
    matched.set(row, { indicator, name: shortestName(indicator, names) });
    free.delete(indicator);
  };
  for (const row of rows) {
    const { level1, level2, name } = row;
    const known = [`${level1}/${level2}/${name}`, `${level2}/${name}`, name].flatMap(
      (path) => byPlainName.get(plainOf(path)) ?? [],
    );
    const indicator = known.find((one) => free.has(one));
    if (indicator !== undefined) match(row, indicator);
  }
  for (const row of rows) {
    const named = matched.get(row);
    if (named === undefined) {
      const nearest = findNearest(
        row.name,
        [...free].map((one) => toLine(one.name.text)),
      );
      const code = nearest === null ? 'import/no-goal-row' : 'import/no-goal-row#nearest';
      const args = { name: quoteShort(row.name), nearest: nearest ?? '' };
      row.notes.push(doubtful(row.place, code, args, [row.name]));
      if (nearest !== null) compare(row, names.get(nearest)?.[0]);
    } else compare(row, named.indicator);
  }
  return matched;
}

function compare(row: FoundRow, indicator: DraftIndicator | undefined): void {
  const figure = row.values.get(FIGURE_KEY);
  if (figure === undefined || indicator === undefined) return;
  const { operator, number, unit } = figure;
  const written = `${isWordsSign(operator) ? '' : operator}${number}${unit}`;
  const { target } = indicator;
  const goal = target.kind === 'figure' ? writeFigure(target) : toLine(target.text);
  if (plainOf(written) === '' || plainOf(written) === plainOf(goal)) return;
  if (target.kind === 'figure' && isSameFigure(written, readTarget(row, isCost(indicator.kind)), target))
    return;
  const args = { written: quoteShort(written), goal: quoteShort(goal) };
  row.notes.push(doubtful(row.place, 'import/target-differs', args, [written]));
}

/** In another unit, too; what is not written, the sign or the unit, is not another one. */
function isSameFigure(written: string, read: ReturnType<typeof readTarget>, target: FigureTarget): boolean {
  const figure = parseFigure(read.text);
  if (read.key !== FIGURE_KEY || 'wording' in figure) {
    const [, sign = '', bare = ''] = /^(\D{0,4}?)\s?(-?\d+(?:\.\d+)?)$/.exec(written.normalize('NFKC')) ?? [];
    return bare !== '' && new Big(bare).eq(target.number) && (sign === '' || sign === target.operator);
  }
  const number = convert(figure.number, figure.unit, target.unit);
  return number?.eq(target.number) === true && (!hasSign(written) || figure.operator === target.operator);
}

/** Without what is only spelling: blanks, width, quotes, brackets and commas. */
export function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s，。、,;:“”"‘’'()《》【】[\]·…]/gu, '')
    .toLowerCase();
}
