import type { MessageName } from '../messages/wording.ts';
import { readSign } from './sign.ts';
import { UNIT } from './units.ts';

/** A way in which a value is written in words, and the same with signs: to be read again. Null when that cannot be known. */
export interface Rewording {
  wording: MessageName;
  plain: string | null;
  /** What was perhaps meant, where that cannot be known. */
  example?: string;
}

/** Words before a number that say what a sign says; longer ones first. */
const WORDS_BEFORE: readonly (readonly [string, RegExp])[] = [
  ['≥', /^(?:大于或?等于|大于或者等于|不[少低小]于|不低于|至少|最少|最低)(?:为|达到)?/],
  ['≤', /^(?:小于或?等于|小于或者等于|不[超多]过|不[多高大]于|控制在|至多|最多|最高)(?:为)?/],
  ['>', /^(?:大于|超过|高于|多于|突破)/],
  ['<', /^(?:小于|低于|少于|不足|不到)/],
  ['=', /^(?:等于|达到?|为|共计?|完成)/],
];
const WORDS_BEHIND: readonly (readonly [string, RegExp])[] = [
  ['≥', /(?:[（(]?含[)）]?)?(?:及其?)?(?:以上|起|[+＋])(?:[（(]含[)）])?$/],
  ['≤', /(?:[（(]?含[)）]?)?(?:及其?)?(?:以[下内]|之内|内)(?:[（(]含[)）])?$/],
];

/** `3-5 次`, `3次至5次`, `90%-95%`. */
const RANGE =
  /([\d０-９.]{1,15})\s{0,3}([%％‰]|\p{Script=Han}{0,3}?)\s{0,3}(?:-|－|—|–|~|～|至|到)\s{0,3}([\d０-９.]{1,15})\s{0,3}([%％‰\p{Script=Han}]{0,4})/u;

/** Of a number: those of CO2 and PM2.5 are not. */
export const DIGIT = /(?<![A-Za-z\d.])[\d０-９]/;

/** Every way in which a value may have been meant, the likeliest first. `written` is short and has no blanks at its ends. */
export function* readWords(written: string): Generator<Rewording> {
  const rest = readSign(written).rest.trim();
  const sign = written.slice(0, written.length - rest.length).trim();
  const quoted = /^(?:[“”"‘’'「『]{1,4}(.*?)[“”"‘’'」』]{1,4}|[（(【[](.*)[\]】)）])$/u.exec(written);
  if (quoted !== null) yield { wording: 'value/quotes', plain: quoted[1] ?? quoted[2] ?? '' };
  if (/^[=><≥≤＝＞＜≧≦﹦﹥﹤]/.test(rest)) {
    // Two that differ contradict each other, and nobody knows which one was meant.
    const isOne = readSign(sign).operator === readSign(rest).operator;
    yield { wording: 'value/two-signs', plain: isOne ? rest : null };
  }
  if (rest === '') return;

  const figures = written.split(/[，,；;、]|\s(?=[=><≥≤])/u).filter((part) => DIGIT.test(part));
  if (figures.length > 1 && !/^[^\d]*\d{1,3}(?:[,，]\d{3})+/.test(written)) {
    yield { wording: 'value/not-one-figure', plain: null };
  }
  const [, low = '', unit = '', high = '', behind = ''] = RANGE.exec(rest) ?? [];
  if (low !== '') {
    const isLimit = /^[<≤＜≦]/.test(sign);
    const example = `${isLimit ? `≤ ${high}` : `≥ ${low}`} ${behind || unit}`.trim();
    yield { wording: 'value/range', plain: null, example };
  }
  const included = rest.replace(/[（(]含[)）]$/u, '');
  if (included !== rest && /[≥≤≧≦=＝]/u.test(sign)) {
    yield { wording: 'value/words-for-sign', plain: `${sign} ${included}` };
  }
  const trailing = rest.replace(/(?<![。；;，,、./／!！?？])[。；;，,、./／!！?？]+$/u, '');
  if (trailing !== rest) yield { wording: 'value/trailing', plain: `${sign} ${trailing}` };
  yield* readComparison(sign, rest);
  yield* readOtherNumbers(sign, rest);
}

function* readComparison(sign: string, rest: string): Generator<Rewording> {
  // 每月≥1次 is 1 次/月, and not one in all.
  const [, each, times] = /^每([年月周天日人户村]|季度?|学期)\s?(.{1,30})$/u.exec(rest) ?? [];
  if (each !== undefined) yield { wording: 'value/words-for-sign', plain: `${sign}${times}/${each}` };
  for (const [operator, words] of WORDS_BEFORE) {
    const bare = rest.replace(words, '').trim();
    if (bare === rest) continue;
    const inner = WORDS_BEHIND.find(([, behind]) => behind.test(bare));
    const plain = inner ? bare.replace(inner[1], '').trim() : bare;
    // 达4次以上 is ≥: what is behind the number says more than 达, and 不低于4次以内 says both.
    const meant = operator === '=' && inner ? inner[0] : operator;
    const agrees = inner === undefined || /[>≥]/.test(meant) === (inner[0] === '≥');
    if (!agrees) yield { wording: 'value/sign-against-words', plain: null };
    else yield { wording: 'value/words-for-sign', plain: `${meant} ${toDigits(plain)}` };
  }
  for (const [operator, words] of WORDS_BEHIND) {
    const bare = rest.replace(words, '').trim();
    if (bare === rest) continue;
    const isLower = /[>＞≥≧]/.test(sign);
    const agrees = sign === '' || /^[=＝]$/.test(sign) || isLower === (operator === '≥');
    const isTwin = sign !== '' && !/^[=＝]$/.test(sign);
    if (!agrees) yield { wording: 'value/sign-against-words', plain: null };
    else yield { wording: 'value/words-for-sign', plain: `${isTwin ? sign : operator} ${toDigits(bare)}` };
  }
  const bare = rest
    .replace(/^(?:大?约|近|将近|大概)为?|(?:左右|上下)$/gu, '')
    .replace(/^([\d０-９.]{1,15}\s?[十百千万亿]{0,2})[余多几](?=\p{L}|$)/u, '$1')
    .trim();
  if (bare !== rest) {
    const [, number = '5', unit = '次'] = /^(\d+(?:\.\d+)?)\s?(\p{L}{1,6}|[%％])/u.exec(toDigits(bare)) ?? [];
    yield { wording: 'value/about', plain: null, example: `${sign || '≥'} ${number} ${unit}` };
  }
  const [, name = '', behind] = /^(.{1,30}?)((?:>=|<=|[=><≥≤＝＞＜≧≦])\s*[\d０-９].*)$/u.exec(rest) ?? [];
  if (behind !== undefined && sign === '' && /^\p{L}/u.test(name)) {
    yield { wording: 'value/name-in-value', plain: behind };
  }
  const operator = /[=><≥≤＝＞＜≧≦]$/u.exec(rest)?.[0];
  const number = rest.slice(0, -1).trimEnd();
  if (operator !== undefined && sign === '' && DIGIT.test(number)) {
    yield { wording: 'value/sign-behind', plain: `${operator} ${number}` };
  }
}

function* readOtherNumbers(sign: string, rest: string): Generator<Rewording> {
  const money = /^(?:[￥¥]|人民币|RMB|CNY)(.*)$/iu.exec(rest)?.[1]?.trimStart();
  if (money !== undefined) {
    yield { wording: 'value/currency', plain: `${sign} ${/元$/.test(money) ? money : `${money}元`}` };
  }
  const percent = /^百分之([零〇一二两三四五六七八九十百\d.]+)$/u.exec(rest)?.[1];
  if (percent !== undefined) {
    yield { wording: 'value/chinese-number', plain: `${sign} ${toDigits(percent)} %` };
  }
  // 4+次
  const atLeast = rest.replace(/^([\d０-９.]{1,15})\s?[+＋]\s?(?=\p{L})/u, '$1 ');
  if (atLeast !== rest && sign === '') yield { wording: 'value/words-for-sign', plain: `≥ ${atLeast}` };
  const digits = toDigits(rest);
  if (digits !== rest) yield { wording: 'value/chinese-number', plain: `${sign} ${digits}` };
  const point = rest.replace(/^\./, '0.').replace(/^(\d+)\.(?=\s*[^\d\s])/, '$1');
  if (point !== rest) yield { wording: 'value/decimal-point', plain: `${sign} ${point}` };
}

const NUMERALS = '零一二三四五六七八九';
/** As on cheques. */
const FORMAL = '零壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN = '零一二三四五六七八九十百千';

/** What is counted: without it 一般 and 千方百计 would begin with a number. */
const MEASURE = new RegExp(`^\\s*(?:$|[万亿]|${UNIT}|[年月日周]|[倍单届类种]|成(?![本果效])|分(?!之))`, 'u');

/** `十次` → `10次`, `一百二十人` → `120人`; a text that begins with no Chinese number of something stays. 万 is left to the unit: 三万元 → 3万元. */
export function toDigits(text: string): string {
  const number = /^[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+/u.exec(text)?.[0];
  if (number === undefined) return text;
  const behind = text.slice(number.length);
  // 一万二千 would be 1 of something, and 九成五 9.
  if (
    !MEASURE.test(behind) ||
    /^\s?[万亿成]\s?[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟\d]/u.test(behind)
  )
    return text;
  const digits = [...number.replaceAll('〇', '零').replaceAll('两', '二')]
    .map((written) => PLAIN[FORMAL.indexOf(written)] ?? written)
    .map((character) => (NUMERALS.includes(character) ? NUMERALS.indexOf(character) : character))
    .join('');
  const value = readNumeral(digits);
  return value === null ? text : `${value}${behind}`;
}

/** `1百2十` → 120, `40` → 40; null for what is no number or more than one: 三四次 are three or four. */
function readNumeral(digits: string): number | null {
  if (/^\d+$/.test(digits) && (digits.length === 1 || digits.includes('0'))) return Number(digits);
  const parts = /^(?:([1-9]?)千)?0?(?:([1-9]?)百)?0?(?:([1-9]?)十)?(0?)([1-9]?)$/.exec(digits);
  if (parts === null) return null;
  const [, thousands, hundreds, tens, zero, ones = ''] = parts;
  const times = (digit: string | undefined) => (digit === undefined ? 0 : Number(digit || 1));
  // 一百五 is 150, 一百零五 is 105.
  const unit = zero !== '' ? 1 : /千[1-9]$/.test(digits) ? 100 : /百[1-9]$/.test(digits) ? 10 : 1;
  return times(thousands) * 1000 + times(hundreds) * 100 + times(tens) * 10 + Number(ones) * unit;
}
