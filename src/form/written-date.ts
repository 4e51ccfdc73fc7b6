import { listMatches } from '../util/list-matches.ts';
import { toHalfWidth } from './text.ts';
export interface CalendarDate {
  year: number | null;
  month: number | null;
  day: number | null;
}

export interface WrittenDate {
  index: number;
  text: string;
  start: CalendarDate;
  /** Null for a single date; the year of a range's end may come from its start. */
  end: CalendarDate | null;
  years: WrittenYear[];
}

/** A year inside a date; `index` counts in the whole text, `text` is `2022年度` or only the digits. */
export interface WrittenYear {
  index: number;
  text: string;
  /** The digits, Arabic or Chinese, two or four. */
  digits: string;
  year: number;
}

/** Every blank is bounded: the work is linear whatever the text. */
const B = String.raw`\s{0,2}`;
const ZERO = '〇○零◯0oO';
const HAN = '一二三四五六七八九';
const YEAR = String.raw`(?<year>(?:19|20)\d{2}|[一二][${ZERO}九][${ZERO}${HAN}]{2})`;
const number = (name: string) => String.raw`(?<${name}>\d{1,2}|[${HAN}十]{1,3})`;
const NUMBER = String.raw`(?:\d{1,2}|[${HAN}十]{1,3})`;
const TO = `${B}(?:至|到|[-—–―~～]{1,2})${B}`;
/** 月刊 and 12月龄 are no months. */
const MONTH_SIGN = `${B}月份?(?!龄|刊|报|均|考|薪|租|嫂|饼|度)`;
const DAY_SIGN = `${B}[日号]`;
/** The sign is left out before a range's end that has it: 1—12月, 6月1—10日. */
const DAY = `(?:${B}${number('day')}(?:${DAY_SIGN}|(?=${TO}${NUMBER}${B}[日号月])))?`;
const MONTH = `${number('month')}(?:${MONTH_SIGN}${DAY}|(?=${TO}${NUMBER}${B}月))`;
const QUARTER = `(?:第?(?<quarter>[1-4一二三四])|第(?<noQuarter>[5-9五六七八九]))${B}季度?`;
const PART = `(?:${B}(?:年?[底末]|年?初(?![中级步心])|[上中下]旬|[上下]半年|全年))?`;
/** 2022.5 元 is an amount, 20221231 次 a count. */
const NO_UNIT = String.raw`(?!\d|\.\d|\s?(?:[%％‰元万亿个次人名户家份套台件条本册场批辆株棵吨米亩]|期(?![间内限满]))|[A-Za-z])`;

/** The ways to write a day, month or year, the longer ones first. */
const POINTS: readonly RegExp[] = [
  String.raw`(?<year>20[0-4]\d)\s?年?\s?Q(?<quarter>[1-4])(?![A-Za-z\d])`,
  `${YEAR}${B}(?<sign>(?:[财学]|会计)?年度?)(?:${B}(?:${MONTH}|${QUARTER}))?${PART}`,
  String.raw`(?<year>\d{2})${B}(?<sign>年度?)(?:${B}${MONTH}${PART}|(?<=年度)|[底末])`,
  String.raw`(?<year>(?:19|20)\d{2})(?=(?:${TO}|${B}[、/和及]${B})(?:19|20)\d{2}${B}(?:[财学]|会计)?年)`,
  String.raw`(?<year>(?:19|20)\d{2})\s?([./·、-])\s?(?<month>\d{1,2})\s?\2\s?(?<day>\d{1,2})(?!\d|\.\d)${B}日?`,
  String.raw`(?<year>(?:19|20)\d{2})\s?([./-])\s?(?<month>0?[1-9]|1[0-2])(?!\2(?!20\d{2})\d)${NO_UNIT}`,
  String.raw`(?<![号码])(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])${NO_UNIT}(?!\s?号)`,
  String.raw`(?<![号码])(?<year>20[0-4]\d)(?<month>0[1-9]|1[0-2])${NO_UNIT}(?!\s?(?![前底至到之以起止])\p{Script=Han})`,
  String.raw`(?<year>[1-3]\d)([./-])(?<month>0?[1-9]|1[0-2])\2(?<day>0?[1-9]|[12]\d|3[01])(?=\s?(?:之?前|以前|止|[日至到]|[-—~～]{1,2}\d|$))${B}日?`,
  String.raw`(?<year>19|[2-4]\d)([./])(?<month>0?[1-9]|1[0-2])(?=${TO}(?:19|[2-4]\d)\2(?:0?[1-9]|1[0-2])\s?(?:[，。；、,;)）前底止年]|$))`,
  String.raw`(?<day>1[3-9]|2\d|3[01])/(?<month>0?[1-9]|1[0-2])/(?<year>20\d{2})(?!\d)`,
  String.raw`(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>20\d{2})(?!\d)`,
  `${MONTH}${PART}`,
  String.raw`(?<month>\d{1,2})\.(?<day>\d{1,2})(?=\s?(?:之?前|以前|止))`,
  QUARTER,
  `第?(?<quarter>[1-4一二三四])(?=${B}[、和及]${B}第?[1-4一二三四]${B}季)`,
  String.raw`Q(?<quarter>[1-4])(?![A-Za-z\d])`,
].map((pattern) => new RegExp(pattern, 'uy'));

/** What else may end a range: a month of the next year or the same one, a day, a month after points. */
const ENDS: readonly RegExp[] = [
  `(?:(?<next>次年|翌年|来年|明年|第二年|下一?年)|当年|同年|本年)度?${B}的?${MONTH}${PART}`,
  ...POINTS.map(({ source }) => source),
  String.raw`(?<year>19|[2-4]\d)[./](?<month>0?[1-9]|1[0-2])(?=\s?(?:[，。；、,;)）前底止年]|$))`,
  String.raw`(?<day>\d{1,2}|[${HAN}十]{1,3})${DAY_SIGN}`,
  String.raw`(?<month>0?[1-9]|1[0-2])[./-](?<day>\d{1,2})(?!\d|[./-]\d)`,
  String.raw`(?<month>0?[1-9]|1[0-2])${NO_UNIT}(?![./-]\d|\s?\p{Script=Han})`,
].map((pattern) => new RegExp(pattern, 'uy'));

const JOINT = new RegExp(TO, 'uy');
/** Not inside a number, a word of Latin letters, a document's number, or a rhythm such as 每3月. */
const BEGINNING = new RegExp(String.raw`(?<![\dA-Za-z〔[每隔])[\dQ第${HAN}十]`, 'gu');

/**
 * Every date in a text, in whatever way it is written, dates of no calendar (2月30日) among them: see `isPossible`. A
 * document's number, 〔2021〕1号, is none. The places count in the text as given.
 */
export function findDates(text: string): WrittenDate[] {
  // The same length, so that places stay.
  const folded = text.replace(/[０-９Ｑ．／－]/gu, toHalfWidth);
  if (!/[年月季Q]|\d\s?[./·、-]\s?\d|\d{6}/u.test(folded)) return [];
  const dates: WrittenDate[] = [];
  let passed = 0;
  for (const { index } of listMatches(BEGINNING, folded)) {
    if (index < passed) continue;
    const found = readAt(folded, index);
    if (found === null) continue;
    passed = found.index + found.text.length;
    dates.push({ ...found, text: text.slice(found.index, passed) });
  }
  return dates;
}

interface Point {
  date: CalendarDate;
  year: WrittenYear | null;
  length: number;
  isNext: boolean;
  /** Points or strokes between numbers, no words. */
  isPointed: boolean;
}

function readAt(text: string, index: number): WrittenDate | null {
  const point = readPoint(POINTS, text, index);
  if (point === null) return null;
  const years = point.year === null ? [] : [point.year];
  const end = index + point.length;
  JOINT.lastIndex = end;
  const joint = JOINT.exec(text)?.[0];
  const last = joint === undefined ? null : readEnd(text, end + joint.length, point);
  if (joint === undefined || last === null) {
    const isWhole = !isLoose(text, index, point);
    return isWhole ? { index, text: text.slice(index, end), start: point.date, end: null, years } : null;
  }
  const start = point.date;
  const year = last.date.year ?? (start.year === null ? null : start.year + (last.isNext ? 1 : 0));
  const month = last.date.month ?? (last.date.year === null ? start.month : null);
  return {
    index,
    text: text.slice(index, end + joint.length + last.length),
    start,
    end: { ...last.date, year, month },
    years: [...years, ...(last.year === null ? [] : [last.year])],
  };
}

/** 6月20日至10日: a day alone ends only what begins with one, and so on. */
function readEnd(text: string, index: number, start: Point): Point | null {
  const end = readPoint(ENDS, text, index);
  if (end === null) return null;
  const { year, month, day } = end.date;
  if (year !== null) return end;
  if (month === null) return start.date.day === null ? null : end;
  if (end.isPointed && !start.isPointed) return null;
  // 2022-12-31 until 5: the month alone ends only a month.
  return end.isPointed && (day === null) !== (start.date.day === null) ? null : end;
}

/** 一月一次 and 13月 alone name no date; beside a day, a part or a range they do. */
function isLoose(text: string, index: number, { date, length }: Point): boolean {
  if (date.year !== null || date.day !== null) return false;
  const written = text.slice(index, index + length);
  if (/月$/u.test(written) && (date.month ?? 0) > 12) return true;
  return written === '一月';
}

function readPoint(patterns: readonly RegExp[], text: string, index: number): Point | null {
  for (const pattern of patterns) {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    const { year, sign = '', month, day, quarter, noQuarter, next } = found?.groups ?? {};
    if (found === null) continue;
    const inQuarter = quarter ?? noQuarter;
    const date = {
      year: year === undefined ? null : readYear(year),
      month: inQuarter === undefined ? toNumber(month) : (toNumber(inQuarter) ?? 0) * 3 - 2,
      day: toNumber(day),
    };
    // 2.30前 may be anything; only a day of the calendar is taken for one.
    if (date.year === null && /^\d{1,2}\.\d/u.test(found[0]) && !isPossible(date)) continue;
    return {
      date,
      year: year === undefined ? null : toWrittenYear(text, index + found[0].indexOf(year), year, sign),
      length: found[0].trimEnd().length,
      isNext: next !== undefined,
      isPointed: !/[年月日号季]/u.test(found[0]),
    };
  }
  return null;
}

function toWrittenYear(text: string, index: number, digits: string, sign: string): WrittenYear {
  const end = sign === '' ? index + digits.length : text.indexOf(sign, index) + sign.length;
  return { index, text: text.slice(index, end), digits, year: readYear(digits) };
}

function readYear(digits: string): number {
  const plain = Array.from(digits, (digit) => {
    const value = HAN.indexOf(digit) + 1;
    return /\d/.test(digit) ? digit : String(value);
  }).join('');
  return Number(plain.length === 2 ? `20${plain}` : plain);
}

function toNumber(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (/\d/.test(written)) return Number(written);
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['', written];
  const digit = (text: string, empty: number) => (text === '' ? empty : HAN.indexOf(text) + 1);
  return (written.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
}

/** The year in the way in which another one was written: 二〇二二年 → 二〇二三年, 22年 → 23年. */
export function rewriteYear({ text, digits }: WrittenYear, year: number): string {
  const plain = String(year).slice(-digits.length);
  const zero = /[〇○零◯oO]/u.exec(digits)?.[0] ?? '〇';
  const isPlain = /^\d+$/.test(digits);
  const written = isPlain ? plain : plain.replace(/\d/g, (digit) => HAN.charAt(Number(digit) - 1) || zero);
  return written + text.slice(digits.length);
}

const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar has such a date; without a year the 29th of February is one. */
export function isPossible({ year, month, day }: CalendarDate): boolean {
  if (month === null) return day === null || (day >= 1 && day <= 31);
  const last = LAST_DAYS[month - 1];
  if (last === undefined) return false;
  if (day === null) return true;
  const isShort = month === 2 && year !== null && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
  return day >= 1 && day <= (isShort ? 28 : last);
}

/**
 * Whether a range ends before it begins. Without a year 11月至3月 may run through a winter, so only days of one month are
 * judged there.
 */
export function isReversed({ start, end }: WrittenDate): boolean {
  if (end === null) return false;
  const isLaterDay = start.day !== null && end.day !== null && start.day > end.day;
  const isSameMonth = start.month === end.month && isLaterDay;
  if (start.year === null || end.year === null) {
    return start.year === null && end.year === null && isSameMonth;
  }
  if (start.year !== end.year) return start.year > end.year;
  return (start.month !== null && end.month !== null && start.month > end.month) || isSameMonth;
}

/** A date in words: 年底前, 上半年, 全年. */
const IN_WORDS =
  /^(?:[本当今每全次]年度?|年度?)?(?:[底末初内]|[上下]半年|年[底末初内])?(?:之?前|以前|以内|内|完成)?$/u;
const BEFORE = /^(?:于|在|自|从|截至|截止到?)?\s?$/u;
const BEHIND =
  /^\s?(?:之?前|以前|以内|内|止|起|期间|之间)?(?:全部|全面|按时|及时)?(?:完成|办结|验收|到位)?[。；;]?$/u;
/** Characters; a longer text is a sentence. */
const LONGEST = 60;

/** Whether a whole value is a date or a range of dates, and nothing else: 20221231, 2023年1月至12月, 年底前. */
export function isDate(text: string): boolean {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST) return false;
  if (IN_WORDS.test(plain) && /年/u.test(plain) && plain !== '年') return true;
  const [date, ...more] = findDates(plain);
  if (date === undefined || more.length > 0) return false;
  const behind = plain.slice(date.index + date.text.length);
  return BEFORE.test(plain.slice(0, date.index)) && BEHIND.test(behind);
}
