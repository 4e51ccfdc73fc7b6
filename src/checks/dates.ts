import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Indicator, Located } from '../project/project.ts';
import type { Check, CheckedYear } from './check.ts';
import { type DateRange, findDateRanges, isReversed } from './date-range.ts';
import { clerkRows } from './rows.ts';
import { createLocate } from './within.ts';
import { findOtherYears } from './year-names.ts';

const TIMELINESS = '时效指标';

/** A range of dates that ends before it begins, in the goal or in a row. */
function checkOrder({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  const texts = projects.flatMap((project) => [
    { text: project.goal },
    ...clerkRows(project).flatMap((row) => textsOf(row).map((text) => ({ text }))),
  ]);
  return texts.flatMap(({ text }) =>
    once(findDateRanges(text.text).filter(isReversed)).map((range) => {
      const at = locate(text, range.index, range.text.length);
      const args = { range: range.text };
      if (!range.isPlain) return diagnose('warning', 'date/order', at, args);
      const { start, end } = range;
      const corrected = `${start.year}年${end.month}月至${start.month}月`;
      return diagnose('warning', 'date/order#corrected', at, { ...args, corrected });
    }),
  );
}

/** The time that a 时效 row sets, when it leaves the budget's 年度: such a table was carried over from another year. */
function checkTimeInYear({ booklet, projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  if (booklet.year === '') return [];
  return projects
    .flatMap(clerkRows)
    .filter(({ level2 }) => level2 === TIMELINESS)
    .flatMap(textsOf)
    .flatMap((text) =>
      once(rangesOutside(text, booklet.year)).map((range) => {
        const at = locate(text, range.index, range.text.length);
        const args = { range: range.text, year: booklet.year };
        if (!range.isPlain) return diagnose('warning', 'date/outside-year', at, args);
        const corrected = `${booklet.year}年${range.start.month}月至${range.end.month}月`;
        return diagnose('warning', 'date/outside-year#corrected', at, { ...args, corrected });
      }),
    );
}

/** A reversed range is told as such and not again. */
function rangesOutside({ text }: Located, year: string): DateRange[] {
  const isOutside = (named: number | null) => named !== null && named !== Number(year);
  return findDateRanges(text).filter(
    (range) => !isReversed(range) && (isOutside(range.start.year) || isOutside(range.end.year)),
  );
}

/** Another year than the booklet's in a row, which is what stays behind when last year's table is copied. */
function checkOtherYear({ booklet, projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  if (booklet.year === '') return [];
  return projects.flatMap(clerkRows).flatMap((row) =>
    textsOf(row).flatMap((text) => {
      const setsTime = row.level2 === TIMELINESS;
      const told = findDateRanges(text.text).filter((range) => setsTime || isReversed(range));
      const context = { isName: text === row.name, setsTime };
      return findOtherYears(blankOut(text.text, told), Number(booklet.year), context).map(
        ({ index, written }) =>
          diagnose('warning', 'date/other-year', locate(text, index, written.length), {
            written,
            year: booklet.year,
            corrected: booklet.year + written.slice(booklet.year.length),
          }),
      );
    }),
  );
}

/** The text with the ranges that another check tells blanked out, so that places stay. */
function blankOut(text: string, ranges: readonly DateRange[]): string {
  const characters = ranges.length > 0 ? Array.from({ length: text.length }, (_, at) => text.charAt(at)) : [];
  for (const { index, text: written } of ranges) characters.fill(' ', index, index + written.length);
  return ranges.length > 0 ? characters.join('') : text;
}

/** The same range is told once a text. */
function once(ranges: readonly DateRange[]): DateRange[] {
  return [...new Map(ranges.toReversed().map((range) => [range.text, range])).values()].reverse();
}

/** What a row says in words. */
function textsOf({ name, target, remark, explanation }: Indicator): Located[] {
  return [name, target, remark, explanation].filter((text) => text !== null);
}

export const dateChecks: readonly Check[] = [
  { codes: { 'date/order': 'warning' }, run: checkOrder },
  { codes: { 'date/outside-year': 'warning' }, run: checkTimeInYear },
  { codes: { 'date/other-year': 'warning' }, run: checkOtherYear },
];
