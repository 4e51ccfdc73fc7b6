import { isScalar } from 'yaml';
import { findDates, isPossible, isReversed, rewriteYear, type WrittenDate } from '../../form/written-date.ts';
import type { Located } from '../../read/located.ts';
import { spanOf } from '../../read/parse.ts';
import type { Indicator } from '../../read/project.ts';
import { BOOKLET_STEM } from '../../read/source.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';
import { applyToTexts, placeInText, type TextRule } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';
import { createLocate } from '../within.ts';
import { findOtherYears, holdsYear, type OtherYear } from './year-names.ts';

const TIMELINESS = '时效指标';

/** A day or month that no calendar has, anywhere: 2月30日. */
const findImpossible: TextRule = (printed) =>
  once(findDates(printed.text))
    .filter(({ start, end }) => !isPossible(start) || (end !== null && !isPossible(end)))
    .map(({ index, text }) =>
      diagnose('error', 'date/impossible', placeInText(printed, index, index + text.length), { date: text }),
    );

/** 编制日期 in booklet.yaml; that it looks like a date is the schema's business. */
function checkBookletDate({ sources }: CheckedYear): Diagnostic[] {
  return sources.flatMap(({ source, root }) => {
    const node = source.stem === BOOKLET_STEM ? root.get('编制日期', true) : null;
    if (!isScalar(node)) return [];
    const date = String(node.value ?? '');
    const hasShape = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date);
    const isWrong = hasShape && findDates(date).some(({ start }) => !isPossible(start));
    return isWrong ? [diagnose('error', 'date/impossible', spanOf(source.file, node), { date })] : [];
  });
}

/** A range of dates that ends before it begins, in the goal or in a row. */
function checkOrder({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  const texts = projects.flatMap((project) => [project.goal, ...clerkRows(project).flatMap(textsOf)]);
  return texts.flatMap((text) =>
    once(findDates(text.text).filter(isReversed)).map((range) => {
      const at = locate(text, range.index, range.text.length);
      const { start, end, years } = range;
      const args = { range: range.text };
      const isPlain = years.length === 1 && start.day === null && end?.day === null;
      if (!isPlain) return diagnose('warning', 'date/order', at, args);
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
    .flatMap((row) =>
      textsOf(row).flatMap((text) =>
        once(rangesOutside(text, Number(booklet.year), isOfSeveralYears(row))).map((range) => {
          const at = locate(text, range.index, range.text.length);
          const args = { range: range.text, year: booklet.year };
          const corrected = moveToYear(range, Number(booklet.year));
          if (corrected !== null) {
            return diagnose('warning', 'date/outside-year#corrected', at, { ...args, corrected });
          }
          const variant = holdsYear(range, Number(booklet.year)) ? '' : '#elsewhere';
          return diagnose('warning', `date/outside-year${variant}`, at, args);
        }),
      ),
    );
}

/** A row about the time of a project that runs for years: 实施期, 建设周期. */
function isOfSeveralYears(row: Indicator): boolean {
  return textsOf(row).some(({ text }) =>
    /(?:实施|建设|施工|服务|合同|项目|执行|规划|履约|质保|租赁|管护|养护|合作)(?:期(?!间|内)|周期|年限)|跨年|分年|多年|工期/u.test(
      text,
    ),
  );
}

/** A reversed range is told as such and not again. */
function rangesOutside({ text }: Located, year: number, mayLast: boolean): WrittenDate[] {
  return findDates(text).filter((range) => {
    if (range.end === null || isReversed(range)) return false;
    // 十四五（2021—2025年）: whole years are a plan's.
    const isPlan = range.start.month === null && range.end.month === null;
    if ((mayLast || isPlan) && holdsYear(range, year)) return false;
    return [range.start.year, range.end.year].some((named) => named !== null && named !== year);
  });
}

/** The same dates in the other year; null for a range across years. */
function moveToYear({ index, text, start, end, years }: WrittenDate, year: number): string | null {
  if (start.year === null || start.year !== (end ?? start).year) return null;
  // The 29th of February moves to no other year.
  if (![start, end ?? start].every((date) => isPossible({ ...date, year }))) return null;
  return years.reduceRight((moved, named) => {
    const from = named.index - index;
    return moved.slice(0, from) + rewriteYear(named, year) + moved.slice(from + named.text.length);
  }, text);
}

/** Another year than the booklet's in a row, the goal or the booklet: what stays behind when last year's is copied. */
function checkOtherYear({ booklet, projects, sources, texts }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  const year = Number(booklet.year);
  if (booklet.year === '') return [];
  const tell = ({ date, named }: OtherYear, at: (index: number, length: number) => Diagnostic['at']) => {
    // 2021年度 alone is enough to find it; of 2021-12-31 the whole is shown.
    const isInWords = named.text !== named.digits;
    const written = isInWords ? named : date;
    const mayMove = isPossible({ ...date.start, year }) || !isPossible(date.start);
    const inWords = mayMove ? rewriteYear(named, year) : null;
    const corrected = isInWords ? inWords : moveToYear(date, year);
    const args = { written: written.text, year: booklet.year };
    const place = at(written.index, written.text.length);
    if (corrected === null) return diagnose('warning', 'date/other-year#several', place, args);
    return diagnose('warning', 'date/other-year', place, { ...args, corrected });
  };
  const inRows = projects.flatMap(clerkRows).flatMap((row) =>
    textsOf(row).flatMap((text) => {
      const setsTime = row.level2 === TIMELINESS;
      // A range is told by another check.
      const isOpen = ({ date }: OtherYear) => date.end === null || !(setsTime || isReversed(date));
      const context = { isName: text === row.name, setsTime };
      return findOtherYears(text.text, year, context)
        .filter(isOpen)
        .map((other) => tell(other, (index, length) => locate(text, index, length)));
    }),
  );
  const elsewhere = texts
    .filter(({ key }) => key === '绩效目标' || key === '标题' || key === '说明')
    .flatMap((printed) =>
      findOtherYears(printed.text, year, { isName: false, setsTime: false })
        .filter(({ date }) => !isReversed(date))
        .map((other) => tell(other, (index, length) => placeInText(printed, index, index + length))),
    );
  return [...inRows, ...elsewhere];
}

/** The same date is told once a text. */
function once(dates: readonly WrittenDate[]): WrittenDate[] {
  return [...new Map(dates.toReversed().map((date) => [date.text, date])).values()].reverse();
}

/** What a row says in words. */
function textsOf({ name, target, remark, explanation }: Indicator): Located[] {
  return [name, target, remark, explanation].filter((text) => text !== null);
}

export const dateChecks: readonly Check[] = [
  {
    codes: { 'date/impossible': 'error' },
    run: (year) => [...applyToTexts(year, [findImpossible]), ...checkBookletDate(year)],
  },
  { codes: { 'date/order': 'warning' }, run: checkOrder },
  { codes: { 'date/outside-year': 'warning' }, run: checkTimeInYear },
  { codes: { 'date/other-year': 'warning' }, run: checkOtherYear },
];
