/** A year as a text names it: 2021年, 2021年度. */
export interface NamedYear {
  index: number;
  written: string;
}

/** Where a year stands. */
export interface YearContext {
  /** In the 三级指标 itself. */
  isName: boolean;
  /** In a 时效 row, whose dates are deadlines. */
  setsTime: boolean;
}

const YEAR = /(?<!\d)20\d{2}\s*年度?/gu;

/**
 * The years in a row's text that are not the budget's and have no business there. A year is at home:
 *
 * - in a file number: 〔2021〕1号 has no 年, 2021年第3号 is known by its 号;
 * - in a title in 《》, which cites a law, a plan, a notice as it is called. The exception is a contract or agreement in the
 *   三级指标: it is what this year's money is spent on, so 签订《2021年度…协议》 in a table of 2022 is last year's row;
 * - in a stretch of years, 2021—2025年: a plan's time;
 * - when the text compares with it, reckons from it, or looks back on it: 比2021年增长, 自2018年以来, 2021年度考核结果;
 * - beside the budget's own year, outside a 时效 row: 2021年完成 40 个，2022年完成 60 个 tells of both;
 * - when it lies ahead and is aimed at, outside a 时效 row: 到2025年.
 */
export function findOtherYears(text: string, year: number, context: YearContext): NamedYear[] {
  const places = Array.from(text.matchAll(YEAR), ({ index, 0: written }) => ({ index, written }));
  const namesOwnYear = places.some(({ written }) => yearOf(written) === year);
  const told = new Set([year]);
  return places.filter((place) => {
    const named = yearOf(place.written);
    // Each year is told once a text.
    if (told.has(named) || isAtHome(text, place, named < year, { ...context, namesOwnYear })) return false;
    told.add(named);
    return true;
  });
}

function yearOf(written: string): number {
  return Number(written.slice(0, 4));
}

/** Characters on either side that are looked at: longer than any title. */
const SIGHT = 80;

function isAtHome(
  text: string,
  { index, written }: NamedYear,
  isPast: boolean,
  context: YearContext & { namesOwnYear: boolean },
): boolean {
  const end = index + written.length;
  const before = text.slice(Math.max(0, index - SIGHT), index);
  const after = text.slice(end, end + SIGHT);
  if (NUMBERED.test(after) || isStretch(before, after)) return true;
  const title = titleAround(before, after);
  if (title !== null) return !(context.isName && CONTRACT.test(title));
  if (context.namesOwnYear && !context.setsTime) return true;
  if (isPast) return LOOKS_BACK_BEFORE.test(before) || LOOKS_BACK_AFTER.test(after);
  return !context.setsTime && AIMED.test(before);
}

const NUMBERED = /^(?:第?\d+号|第\d+[期版次]|版)/u;
const CONTRACT = /(?:协议书?|合同书?|责任书|责任状|承诺书|委托书)(?:[（(][^（()）]*[)）])?$/u;
const AIMED = /(?:到|至|力争|截至|截止|规划|展望)\s*$/u;
const LOOKS_BACK_BEFORE = /(?:比|较|以|自|从|截至|截止|高于|低于|超过|根据|按照|依据|于)\s*$/u;
const LOOKS_BACK_AFTER =
  /^\s*(?:\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?[底末初]?(?:以来|起|以前|之前|相比|持平|同期|基础|水平|为基[数期准]|的?实际|结转|结余|印发|下发|发布|公布|出台|颁布|修订|制定|通过|批复|成立|建成|投入使用|购置|决算|预算执行|审计|考核|考评|评比|评选|述职|总结|年鉴|年报|统计|评估|验收|获)/u;

/** One of several years joined by a dash: 2021—2025年. */
function isStretch(before: string, after: string): boolean {
  return (
    /20\d{2}\s*年?度?\s*(?:[-－—–~～]{1,2}|至|到)\s*$/u.test(before) ||
    /^\s*(?:[-－—–~～]{1,2}|至|到)\s*20\d{2}\s*年(?!\s*\d{1,2}\s*月)/u.test(after)
  );
}

/** The title in 《》 that a place stands in, or null. */
function titleAround(before: string, after: string): string | null {
  const open = before.lastIndexOf('《');
  if (open < 0 || before.indexOf('》', open) >= 0) return null;
  const close = after.indexOf('》');
  return close < 0 ? null : before.slice(open + 1) + after.slice(0, close);
}
