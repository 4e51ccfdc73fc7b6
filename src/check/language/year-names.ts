import { findDates, type WrittenDate, type WrittenYear } from '../../form/written-date.ts';

export interface YearContext {
  /** In the 三级指标 itself. */
  isName: boolean;
  /** In a 时效 row, whose dates are deadlines. */
  setsTime: boolean;
}

/** A date that names a year which is not the budget's, and that year. */
export interface OtherYear {
  date: WrittenDate;
  named: WrittenYear;
}

/**
 * The years in a text that are not the budget's and have no business there. A year is at home:
 *
 * - in a file number: 〔2021〕1号 is no date, 2021年第3号 is known by its 号;
 * - in a title in 《》, which cites a law, a plan, a notice as it is called. The exception is a contract or agreement in the
 *   三级指标: it is what this year's money is spent on, so 签订《2021年度…协议》 in a table of 2022 is last year's row;
 * - in a stretch of years, 2021—2025年, and in a range of dates that holds the budget's year: a plan's time;
 * - when the text compares with it, reckons from it, or looks back on it: 比2021年增长, 自2018年以来, 2021年度考核结果;
 * - beside the budget's own year, outside a 时效 row: 2021年完成 40 个，2022年完成 60 个 mentions both;
 * - when it lies ahead and is aimed at, outside a 时效 row: 到2025年.
 */
export function findOtherYears(text: string, year: number, context: YearContext): OtherYear[] {
  const dates = findDates(text);
  const namesOwnYear = dates.some(({ years }) => years.some((named) => named.year === year));
  // Each year is reported once a text.
  const reported = new Set([year]);
  return dates.flatMap((date) => {
    const others = date.years.filter((named) => named.year >= 2000 && !reported.has(named.year));
    const [named] = others;
    if (named === undefined || isStretch(date, year, context)) return [];
    if (isAtHome(text, date, named.year < year, { ...context, namesOwnYear })) return [];
    for (const { year: other } of date.years) reported.add(other);
    return [{ date, named }];
  });
}

/** Whole years joined by a dash; outside a 时效 row also a range of dates that holds the year. */
function isStretch({ start, end, years }: WrittenDate, year: number, { setsTime }: YearContext): boolean {
  if (end === null || years.length < 2) return false;
  return start.month === null || (!setsTime && holdsYear({ start, end }, year));
}

/** 2022年6月至2024年5月 holds 2023. */
export function holdsYear({ start, end }: Pick<WrittenDate, 'start' | 'end'>, year: number): boolean {
  return start.year !== null && end !== null && end.year !== null && start.year <= year && year <= end.year;
}

/** Characters on either side that are looked at: longer than any title. */
const SIGHT = 80;

function isAtHome(
  text: string,
  { index, text: written, start }: WrittenDate,
  isPast: boolean,
  context: YearContext & { namesOwnYear: boolean },
): boolean {
  const end = index + written.length;
  const before = text.slice(Math.max(0, index - SIGHT), index);
  const after = text.slice(end, end + SIGHT);
  if (NUMBERED.test(after)) return true;
  const title = titleAround(before, after);
  if (title !== null) return !(context.isName && CONTRACT.test(title));
  if (context.namesOwnYear && !context.setsTime) return true;
  if (!isPast) return !context.setsTime && AIMED.test(before);
  if (LOOKS_BACK_BEFORE.test(before) || LOOKS_BACK_AFTER.test(after)) return true;
  // 截至2021年12月31日 looks back in a remark and is a deadline in a 时效 row; 2021年6月30日以前 is one anywhere.
  return !context.setsTime && (UNTIL.test(before) || (start.month === null && AGO.test(after)));
}

const NUMBERED = /^(?:第?\d{1,6}号|第\d{1,6}[期版次]|版)/u;
const CONTRACT = /(?:协议书?|合同书?|责任书|责任状|承诺书|委托书)(?:[（(][^（()）]{0,30}[)）])?$/u;
const AIMED = /(?:到|至|力争|截至|截止|规划|展望)\s?$/u;
const LOOKS_BACK_BEFORE =
  /(?:比|较|以|自|从|高于|低于|超过|根据|按照|依据|(?:建|成立|始|启动|投用|启用|印发|发布|出台|颁布|修订|通过|批复|批准|立项|购|获)于)\s?$/u;
const UNTIL = /(?:截至|截止|截止到)\s?$/u;
const AGO = /^\s?(?:以前|之前)/u;
const LOOKS_BACK_AFTER =
  /^\s?(?:以来|起|相比|持平|同期|基础|水平|为基[数期准]|的?实际|结转|结余|印发|下发|发布|公布|出台|颁布|修订|制定|通过|批复|成立|建成|投入使用|购置|决算|预算执行|审计|考核|考评|评比|评选|述职|总结|年鉴|年报|统计|评估|验收|获)|^[^，。；\n]{0,20}(?:文件|精神|通知|意见|办法|纲要|决定)/u;

/** The title in 《》 that a place is in, or null. */
function titleAround(before: string, after: string): string | null {
  const open = before.lastIndexOf('《');
  if (open < 0 || before.indexOf('》', open) >= 0) return null;
  const close = after.indexOf('》');
  return close < 0 ? null : before.slice(open + 1) + after.slice(0, close);
}
