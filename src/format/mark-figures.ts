import { TO_FILL } from '../form/to-fill.ts';
import { findDates, type WrittenDate } from '../form/written-date.ts';
import { listMatches } from '../util/list-matches.ts';

const DIGITS = String.raw`[\d０-９][\d０-９,]{0,20}(?:[ \u00a0]\d{3}(?!\d)){0,4}(?:[.．][\d０-９]{1,10})?`;
/** 4—6次 and 3×5米 are one figure; half of one would read like something else. */
const WHOLE = String.raw`${DIGITS}(?:[%％]?\s?(?:[-－—–~～×*/:]|至|到)\s?${DIGITS}){0,3}`;
/** Units in Latin letters; 5G and A4 are names. */
const LATIN_UNIT = '(?:m[²³23]?|km|cm|mm|kg|t|ha|kW|MW|GB|TB|MB|M)(?![A-Za-z0-9])';
/**
 * A number that counts something: a sign comes before it, or a word, a unit or a % follows. Not the number of a list (`1. `),
 * of a document (`〔2021〕1号`), of a session (`第20届`), and none inside a word of Latin letters.
 */
const FIGURE = new RegExp(
  String.raw`(?<=[≥≤≧≦＞＜><=＝￥¥]\s?[（(]?)${WHOLE}|(?<![\p{Script=Latin}\d０-９.．〔[第-]|第\s)${WHOLE}(?![\d０-９.．])(?=\s?(?:[%％‰㎡℃]|${LATIN_UNIT}|[wW]?(?![号届])\p{Script=Han}))`,
  'gu',
);

/** With those of amounts, 壹拾万元. */
const NUMERALS = '一二两三四五六七八九十百千万零〇壹贰叁肆伍陆柒捌玖拾佰仟';
const MEASURE =
  '(?:个(?:月|工作日|百分点)|人次|批次|场次|课时|学时|公里|万元|亿元|元(?!旦)|[次期场人名户家篇份册套台件辆亩天条项](?!性|班子|戏|规定|件))';
/**
 * 六百人, 二十余场, 百分之九十: a number in Chinese with what it counts. 一 alone and idioms such as 两个维护 and 第三次 count
 * nothing.
 */
const IN_CHINESE = new RegExp(
  `百分之[${NUMERALS}点]{1,8}|(?<![第数几${NUMERALS}])(?:[二两三四五六七八九十]|(?=[十百千万]{0,4}[一二两三四五六七八九壹贰叁肆伍陆柒捌玖])[${NUMERALS}]{2,12})(?=[余多]?${MEASURE})|(?<![${NUMERALS}])[二三四五六七八九]成(?=以上|左右|[多，。；、]|$)|(?<![第${NUMERALS}])[两二三四五]年(?=内|期)|(?<=[≥≤><]|不少于|不低于|至少|举办|开展|组织|召开)一(?=[次期场篇])`,
  'gu',
);

/** A contract is this year's business; a law, a plan or a notice is cited as it is called, with the years in its name. */
const TITLE = /《[^《》\n]{1,80}》/gu;
const CONTRACT = /(?:协议书?|合同书?|责任书|责任状|承诺书|委托书)》$/u;
const NUMBERED = /^(?:第?\d{1,6}号|第\d{1,6}[期版])/u;

/**
 * Puts 待填 in the place of every figure and date; everything else stays. `rewrite` may give another text for a date, or null
 * for 待填.
 */
export function markFigures(
  text: string,
  rewrite: (date: WrittenDate) => string | null = () => null,
): string {
  // A year alone has no word behind it.
  if (/^\s*20\d{2}\s*$/.test(text)) return TO_FILL;
  let marked = '';
  let from = 0;
  const mark = (part: string) => markDates(part, rewrite);
  for (const { index, 0: title } of listMatches(TITLE, text)) {
    if (CONTRACT.test(title)) continue;
    marked += mark(text.slice(from, index)) + title;
    from = index + title.length;
  }
  return marked + mark(text.slice(from));
}

function markDates(text: string, rewrite: (date: WrittenDate) => string | null): string {
  let marked = '';
  let from = 0;
  for (const date of findDates(text)) {
    const end = date.index + date.text.length;
    const number = NUMBERED.exec(text.slice(end, end + 10))?.[0];
    const kept = number === undefined ? (rewrite(date) ?? toFill(date)) : date.text + number;
    marked += markNumbers(text.slice(from, date.index)) + kept;
    from = end + (number?.length ?? 0);
  }
  return marked + markNumbers(text.slice(from));
}

/** 2021年度 → 待填年度: the word says what is to be filled in. */
function toFill({ text, years: [year] }: WrittenDate): string {
  return year?.text === text ? TO_FILL + text.slice(year.digits.length) : TO_FILL;
}

function markNumbers(text: string): string {
  return text.replace(FIGURE, TO_FILL).replace(IN_CHINESE, TO_FILL);
}
