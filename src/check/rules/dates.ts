import { isScalar } from 'yaml';
import { toLine } from '../../form/text.ts';
import { findDates, isPossible, isReversed, rewriteYear, type WrittenDate } from '../../form/written-date.ts';
import { says, saysOnly } from '../../messages/catalogue.ts';
import { spanOf } from '../../read/parse.ts';
import { BOOKLET_STEM } from '../../read/source.ts';
import type { Indicator } from '../../read/table.ts';
import type { Located, Span } from '../../report/diagnostic.ts';
import { findOtherYears, holdsYear, type OtherYear } from '../language/year-names.ts';
import { placeIn, placeInText } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';
import { type CheckedSource, type Rule, sourceRule, tableRule } from '../rule.ts';

/** A day or month that no calendar has, anywhere: 2月30日. That 编制日期 looks like a date is the schema's business. */
const impossible = sourceRule({
  code: 'date/impossible',
  severity: 'error',
  docs: { zh: '日历上没有的日期', en: 'a date that no calendar has', example: '2月30日' },
  messages: saysOnly(
    '“{date}”：日历上没有这一天或这个月 ⇒ 核对日期',
    '“{date}” is not a date of the calendar ⇒ Correct the date',
  ),
  check(source, report) {
    for (const printed of source.texts) {
      for (const { index, text, start, end } of firstOfEach(findDates(printed.text))) {
        if (isPossible(start) && (end === null || isPossible(end))) continue;
        report('default', placeInText(printed, index, index + text.length), { date: text });
      }
    }
    const node = bookletDateOf(source);
    if (node === null) return;
    const date = String(node.value ?? '');
    const hasShape = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date);
    const isWrong = hasShape && findDates(date).some(({ start }) => !isPossible(start));
    if (isWrong) report('default', spanOf(source.parsed.source.file, node), { date });
  },
});

function bookletDateOf({ parsed: { source, root } }: CheckedSource) {
  const node = source.stem === BOOKLET_STEM ? root.get('编制日期', true) : null;
  return isScalar(node) ? node : null;
}

const order = tableRule({
  code: 'date/order',
  severity: 'warning',
  docs: { zh: '结束在开始之前', en: 'the end is before the start', example: '2022年12月至1月' },
  messages: {
    default: says(
      '“{range}”的结束在开始之前 ⇒ 核对起止时间；跨年度的写明年份，例如“2022年12月至2023年1月”',
      '“{range}” ends before it begins ⇒ Correct the dates; across years, write both years',
    ),
    corrected: says(
      '“{range}”的结束在开始之前 ⇒ 是不是“{corrected}”？跨年度的把结束的年份也写上',
      '“{range}” ends before it begins ⇒ Did you mean “{corrected}”? Across years, write both years',
    ),
  },
  check({ table, text: source }, report) {
    for (const text of [table.goal, ...clerkRows(table).flatMap(textsOf)]) {
      for (const range of firstOfEach(findDates(text.text).filter(isReversed))) {
        const at = placeIn(text, source, range.index, range.index + range.text.length);
        const { start, end, years } = range;
        const args = { range: range.text };
        const isPlain = years.length === 1 && start.day === null && end?.day === null;
        if (!isPlain) report('default', at, args);
        else {
          const corrected = `${start.year}年${end.month}月至${start.month}月`;
          report('corrected', at, { ...args, corrected });
        }
      }
    }
  },
});

/**
 * The time that a 时效 row sets, when it leaves the budget's 年度, and a 起止 that has none of it: such a table was carried over from
 * another year.
 */
const outsideYear = tableRule({
  code: 'date/outside-year',
  severity: 'warning',
  docs: { zh: '时效超出年度', en: 'a period outside the year', example: '2022 年的表：2023年1月至12月' },
  messages: {
    default: says(
      '时效“{range}”超出了 {year} 年度 ⇒ 只写 {year} 年度要完成的时间；项目跨年度的，三级指标写明是“实施期”',
      'The time “{range}” goes beyond the year {year} ⇒ Write what is due in {year}; for a project of several years, call the indicator 实施期',
    ),
    period: says(
      '“{key}”写的“{range}”里没有 {year} 年度 ⇒ 可能是从别的年度复制来的，核对起止时间',
      '“{range}” under {key} has none of the year {year} ⇒ It may be copied from another year; correct the dates',
    ),
    elsewhere: says(
      '时效“{range}”不在 {year} 年度 ⇒ 可能是从别的年度复制来的，核对起止时间',
      'The time “{range}” is outside the year {year} ⇒ It may be copied from another year; correct the dates',
    ),
    corrected: says(
      '时效“{range}”不在 {year} 年度 ⇒ 是不是“{corrected}”？',
      'The time “{range}” is outside the year {year} ⇒ Did you mean “{corrected}”?',
    ),
  },
  check({ booklet, table, text: source }, report) {
    if (booklet.year === '') return;
    const year = Number(booklet.year);
    for (const { field, value } of table.facts.filter(({ field }) => field.type === 'period')) {
      const [range] = findDates(value.text);
      if (range === undefined || range.start.year === null) continue;
      const { start, end } = range;
      if (holdsYear({ start, end: end ?? start }, year)) continue;
      report('period', value.at, { key: field.key, range: toLine(value.text), year: booklet.year });
    }
    for (const row of clerkRows(table).filter(({ kind }) => kind === 'time')) {
      for (const text of textsOf(row)) {
        for (const range of firstOfEach(rangesOutside(text, year, isOfSeveralYears(row)))) {
          const at = placeIn(text, source, range.index, range.index + range.text.length);
          const args = { range: range.text, year: booklet.year };
          const corrected = moveToYear(range, year);
          if (corrected !== null) report('corrected', at, { ...args, corrected });
          else report(holdsYear(range, year) ? 'default' : 'elsewhere', at, args);
        }
      }
    }
  },
});

function isOfSeveralYears(row: Indicator): boolean {
  return textsOf(row).some(({ text }) =>
    /(?:实施|建设|施工|服务|合同|项目|执行|规划|履约|质保|租赁|管护|养护|合作)(?:期(?!间|内)|周期|年限)|跨年|分年|多年|工期/u.test(
      text,
    ),
  );
}

/** A reversed range is reported as such and not again. */
function rangesOutside({ text }: Located, year: number, mayLast: boolean): WrittenDate[] {
  return findDates(text).filter((range) => {
    if (range.end === null || isReversed(range)) return false;
    // 十四五（2021—2025年）: whole years are a plan's.
    const isPlan = range.start.month === null && range.end.month === null;
    if ((mayLast || isPlan) && holdsYear(range, year)) return false;
    return [range.start.year, range.end.year].some((named) => named !== null && named !== year);
  });
}

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
const otherYear = sourceRule({
  code: 'date/other-year',
  severity: 'warning',
  docs: {
    zh: '写了别的年度，可能是复制来的',
    en: 'another year is named, perhaps copied',
    example: '2022 年的表：2021年度合作协议',
  },
  messages: {
    default: says(
      '{year} 年度的表里写了“{written}”，可能是从别的年度复制来的 ⇒ 是不是“{corrected}”？确实讲的是那一年的，在上一行写“# 忽略 date/other-year：原因”',
      'A table of {year} names “{written}”; it may be copied from another year ⇒ Perhaps “{corrected}”? If that year is meant, write “# 忽略 date/other-year：why” above',
    ),
    several: says(
      '{year} 年度的表里写了“{written}”，可能是从别的年度复制来的 ⇒ 核对年份；确实讲的是那几年的，在上一行写“# 忽略 date/other-year：原因”',
      'A table of {year} names “{written}”; it may be copied from another year ⇒ Correct the years; if they are meant, write “# 忽略 date/other-year：why” above',
    ),
  },
  check(source, report) {
    const { booklet } = source;
    if (booklet.year === '') return;
    const year = Number(booklet.year);
    for (const { other, place } of [
      ...otherYearsInRows(source, year),
      ...otherYearsElsewhere(source, year),
    ]) {
      const { date, named } = other;
      // 2021年度 alone is enough to find it; of 2021-12-31 the whole is shown.
      const isInWords = named.text !== named.digits;
      const written = isInWords ? named : date;
      const mayMove = isPossible({ ...date.start, year }) || !isPossible(date.start);
      const inWords = mayMove ? rewriteYear(named, year) : null;
      const corrected = isInWords ? inWords : moveToYear(date, year);
      const args = { written: written.text, year: booklet.year };
      const at = place(written.index, written.text.length);
      if (corrected === null) report('several', at, args);
      else report('default', at, { ...args, corrected });
    }
  },
});

interface PlacedYear {
  other: OtherYear;
  place: (index: number, length: number) => Span;
}

function otherYearsInRows({ table, text: source }: CheckedSource, year: number): PlacedYear[] {
  const rows = table === null ? [] : clerkRows(table);
  return rows.flatMap((row) =>
    textsOf(row).flatMap((text) => {
      const setsTime = row.kind === 'time';
      // A range is reported by another check.
      const isOpen = ({ date }: OtherYear) => date.end === null || !(setsTime || isReversed(date));
      const context = { isName: text === row.name, setsTime };
      return findOtherYears(text.text, year, context)
        .filter(isOpen)
        .map((other) => ({ other, place: (index, length) => placeIn(text, source, index, index + length) }));
    }),
  );
}

function otherYearsElsewhere({ texts, parsed }: CheckedSource, year: number): PlacedYear[] {
  const { goal } = parsed.words;
  return texts
    .filter(({ key }) => key === goal || key === '标题' || key === '说明')
    .flatMap((printed) =>
      findOtherYears(printed.text, year, { isName: false, setsTime: false })
        .filter(({ date }) => !isReversed(date))
        .map((other) => ({
          other,
          place: (index, length) => placeInText(printed, index, index + length),
        })),
    );
}

/** The same date is reported once a text. */
function firstOfEach(dates: readonly WrittenDate[]): WrittenDate[] {
  return [...new Map(dates.toReversed().map((date) => [date.text, date])).values()].reverse();
}

function textsOf({ name, target, remark, explanation }: Indicator): Located[] {
  return [name, target, remark, explanation].filter((text) => text !== null);
}

export const dateRules: readonly Rule[] = [impossible, order, outsideYear, otherYear];
