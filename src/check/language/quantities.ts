import { isMoney } from '../../form/money.ts';
import type { Operator } from '../../form/sign.ts';
import { isPercent, preferUnit, UNIT } from '../../form/units.ts';
import { parseFigure } from '../../form/value.ts';
import { toDigits } from '../../form/value-words.ts';
import { listMatches } from '../../util/list-matches.ts';
import { readPairs } from '../../util/word-list.ts';

export interface Quantity {
  /** Where `≥4次` is in its text. */
  index: number;
  length: number;
  operator: Operator;
  /** Whether the text has a sign, or a word for one. */
  isSigned: boolean;
  number: string;
  unit: string;
}

const NUMBER = String.raw`\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,9})?`;
const SIGNED = String.raw`([≥≤≧≦＞＜＝><=]=?|不少于|不低于|不超过|不高于|至少|不多于|大于|小于|达到|达)\s{0,3}(${NUMBER})\s{0,3}`;
const PLAIN = String.raw`(?<![第\d.〔（(+])(${NUMBER})\s{0,3}`;
/** 六百人, 两次. One of something is often no count (一次性, 一批), 百家 and 千家万户 are none, and 三会一课 is a name. */
const WORDED =
  '(?<![第每零〇一二两三四五六七八九十百千])((?!一(?![零〇一二三四五六七八九十百千]))(?![百千]家)[一二两三四五六七八九十百千][零〇一二三四五六七八九十百千]{0,9})[余多]?';
const PERCENT = '百分之([一二三四五六七八九十百]{1,4})';
const LEAD = /(不少于|不低于|不超过|不高于|不多于|至少|大于|小于|达到|达)\s?$/u;
/** The units, some two hundred words, come in it once: V8 takes 5 ms to compile them. */
const QUANTITY = new RegExp(
  `(?=[≥≤≧≦＞＜＝><=不至大小达\\d一二两三四五六七八九十百千])(?:${PERCENT}|(?:${SIGNED}|${PLAIN}|${WORDED})(${UNIT}))`,
  'gu',
);
const BOUND = /以?内|以上/uy;

const WORD_SIGNS = readPairs(
  '不少于→≥ 不低于→≥ 至少→≥ 大于→> 不超过→≤ 不高于→≤ 不多于→≤ 小于→< 达到→≥ 达→≥',
) as ReadonlyMap<string, Operator>;

/** The quantities of a text, in its order. 每季度1次 is a rhythm, 第3次 an ordinal, 2022年 a date: these are not quantities. */
export function listQuantities(text: string): Quantity[] {
  if (!/[\d一二两三四五六七八九十百千]/.test(text)) return [];
  return listMatches(QUANTITY, text).flatMap((found) => {
    const [written, percent, sign, signed, plain, worded, namedUnit = ''] = found;
    if (/每[\p{Script=Han}]{0,3}$/u.test(text.slice(Math.max(0, found.index - 4), found.index))) return [];
    const digits = signed ?? plain ?? toDigits(percent ?? worded ?? '');
    const unit = percent === undefined ? namedUnit : '%';
    BOUND.lastIndex = found.index + written.length;
    const bound = plain === undefined ? undefined : BOUND.exec(text)?.[0];
    // 不超过三十万元: the word for a sign is in front of a number in words, too.
    const lead =
      signed === undefined ? LEAD.exec(text.slice(Math.max(0, found.index - 6), found.index)) : null;
    const before = lead?.[0].length ?? 0;
    return [
      {
        index: found.index - before,
        length: before + written.length + (bound?.length ?? 0),
        operator: readSign(sign ?? lead?.[1], bound),
        isSigned: (sign ?? lead) != null,
        number: digits.replaceAll(',', ''),
        unit: preferUnit(unit),
      },
    ];
  });
}

function readSign(sign: string | undefined, bound: string | undefined): Operator {
  if (sign === undefined) return bound === undefined ? '=' : bound === '以上' ? '≥' : '≤';
  const word = WORD_SIGNS.get(sign);
  if (word !== undefined) return word;
  const figure = parseFigure(`${sign}1个`);
  return 'wording' in figure ? '=' : figure.operator;
}

/** What is done or counted with a thing, at the head and the end of its name. */
const DOING =
  /^(?:计划|拟|共|全年|适时|继续|积极)?(?:组织开展|组织召开|组织|开展|举办|召开|进行|完成|实现|覆盖)?/u;

/** The thing that a quantity counts: the words before it, or behind it (开展≥1次联动督导, 267 个党支部). */
export function thingOf(clause: string, { index, length, isSigned }: Quantity): string {
  const before = clause.slice(0, index).replace(ITEM, '').slice(-LONGEST_THING).trim();
  const behind = clause.slice(index + length, index + length + LONGEST_THING);
  const ahead = trimThing(before.split(/[，,。；;：:\s]/u).at(-1) ?? '');
  const [after = ''] = /^\s*[^，,。；;：:、\s\d≥≤]*/u.exec(behind) ?? [];
  const following = after.trim().replace(/(?:全?覆盖|左右|以上|以内)$/u, '');
  if (ahead !== '' && (isSigned || following === '')) return ahead;
  return trimThing(following) || ahead;
}

/** Characters; the name of an indicator has at most 25. */
const LONGEST_THING = 60;

function trimThing(words: string): string {
  return words
    .trim()
    .replace(DOING, '')
    .replace(/[为是约对的达]$/u, '');
}

/** `1. `, `（1）`, `① ` at the head of an item. */
export const ITEM = /^\s*(?:\d{1,2}\s*[.．、)）]\s*|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)/u;

/** A name for the row that the quantity would have: 观摩会 → 观摩会次数. */
export function nameRow(words: string, unit: string): string {
  const thing = words.replace(/(?<=..)工作$/u, '');
  if (/(?:[次人]?数|数量|人次|[率量额度费期限积])$/u.test(thing)) return thing;
  if (unit === '次' || unit === '场' || unit === '场次') return `${thing}次数`;
  if (/^(?:万?人次?|名|位)$/u.test(unit)) return `${thing}人数`;
  if (isPercent(unit) || unit === '‰') return `${thing}率`;
  if (isMoney(unit)) return `${thing}金额`;
  if (/^(?:天|小时|个工作日|工作日|个月)$/u.test(unit)) return `${thing}时限`;
  return `${thing}数量`;
}
