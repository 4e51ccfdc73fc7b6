/** A day, month or year as far as it is written; the year may be taken from the other end of a range. */
export interface CalendarDate {
  year: number | null;
  month: number;
  day: number | null;
}

/** 2022年1月至12月, as found in a text. */
export interface DateRange {
  index: number;
  text: string;
  start: CalendarDate;
  end: CalendarDate;
  /** Only months are written, with a year before the first: it can be written anew with other figures. */
  isPlain: boolean;
}

const TO = String.raw`\s*(?:至|到|[-－—–~～]{1,2})\s*`;
const MONTH = String.raw`(\d{1,2})\s*月(?:份)?(?:底|初|中旬|上旬|下旬|末)?(?:\s*(\d{1,2})\s*[日号])?`;
/** 次年 and the like before the end: it lies in the year after the start's. */
const CHINESE = new RegExp(
  String.raw`(?:(20\d{2})\s*年度?\s*)?${MONTH}${TO}(?:(20\d{2})\s*年度?\s*|(次年|翌年|来年|第二年|下一?年|当年|同年)\s*)?${MONTH}`,
  'gu',
);
/** 6月20日至10日 */
const DAYS = new RegExp(
  String.raw`(?:(20\d{2})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?${TO}(\d{1,2})\s*[日号]`,
  'gu',
);
/** 2022.01-2022.12, 2022-03-01至2022-11-30 */
const POINTED = new RegExp(
  String.raw`(?<!\d)(20\d{2})[./-](\d{1,2})(?:[./-](\d{1,2}))?${TO}(20\d{2})[./-](\d{1,2})(?:[./-](\d{1,2}))?(?![\d.])`,
  'gu',
);

/** Every range of dates in a text that is written with months. */
export function findDateRanges(text: string): DateRange[] {
  // Almost no text holds one.
  if (!/\d\s*(?:月|[./-]\d)/u.test(text)) return [];
  return [
    ...Array.from(text.matchAll(CHINESE), (found) => {
      const [, year, month, day, endYear, inWords, endMonth, endDay] = found;
      const start = dateOf(year, month, day);
      const isNext = inWords !== undefined && !/^[当同]/u.test(inWords);
      const ownYear = endYear === undefined ? start.year : Number(endYear);
      const end = {
        ...dateOf(endYear, endMonth, endDay),
        year: ownYear === null ? null : ownYear + (isNext ? 1 : 0),
      };
      const isPlain = year !== undefined && endYear === undefined && !isNext && !day && !endDay;
      return { ...placeOf(found), start, end, isPlain };
    }),
    ...Array.from(text.matchAll(DAYS), (found) => {
      const [, year, month, day, endDay] = found;
      return {
        ...placeOf(found),
        start: dateOf(year, month, day),
        end: dateOf(year, month, endDay),
        isPlain: false,
      };
    }),
    ...Array.from(text.matchAll(POINTED), (found) => {
      const [, year, month, day, endYear, endMonth, endDay] = found;
      return {
        ...placeOf(found),
        start: dateOf(year, month, day),
        end: dateOf(endYear, endMonth, endDay),
        isPlain: false,
      };
    }),
  ].filter(({ start, end }) => isMonth(start.month) && isMonth(end.month));
}

function placeOf(found: RegExpExecArray) {
  return { index: found.index, text: found[0] };
}

function dateOf(year: string | undefined, month = '', day: string | undefined = undefined): CalendarDate {
  return {
    year: year === undefined ? null : Number(year),
    month: Number(month),
    day: day === undefined ? null : Number(day),
  };
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

/**
 * Whether a range ends before it begins. Without a year 11月至3月 may run through a winter, so only days of one month are
 * judged there.
 */
export function isReversed({ start, end }: DateRange): boolean {
  if (start.year === null || end.year === null) {
    return start.year === null && end.year === null && start.month === end.month && isLaterDay(start, end);
  }
  if (start.year !== end.year) return start.year > end.year;
  return start.month > end.month || (start.month === end.month && isLaterDay(start, end));
}

function isLaterDay(start: CalendarDate, end: CalendarDate): boolean {
  return start.day !== null && end.day !== null && start.day > end.day;
}
