import { type Operator, parseFigure } from '../project/value.ts';

/** A quantity told in words: 培训次数≥4次. */
export interface Quantity {
  /** Where `≥4次` stands in its text. */
  index: number;
  length: number;
  operator: Operator;
  /** Whether the text has a sign, or a word for one. */
  isSigned: boolean;
  number: string;
  unit: string;
}

/** Units of things that are counted or measured; days, months and years are dates more often than quantities. */
const UNIT =
  '(?:人次|批次|场次|万人次|万人|万元|亿元|元(?!旦)|%|％|‰|个工作日|个百分点|个月|个|次|人|名|位|场|家|户|期|轮|份|件|篇|条(?!例)|套|台(?!账)|张|册|本(?![科级年月单])|部(?!门)|幅|块|辆|座(?!谈)|所|处(?![级长室])|间|支(?!部)|批|课时|学时|小时|工作日|天|公里|米|吨|公斤|平方米|亩|公顷)';

const SIGNED = String.raw`([≥≤≧≦＞＜＝><=]=?|不少于|不低于|不超过|不高于|至少|不多于|大于|小于|达到|达)\s*(\d{1,20}(?:,\d{3}){0,6}(?:\.\d{1,20})?)\s*(${UNIT})`;
const PLAIN = String.raw`(?<![第\d.〔（(+])(\d{1,20}(?:,\d{3}){0,6}(?:\.\d{1,20})?)\s*(${UNIT})(以?内|以上)?`;
const QUANTITY = new RegExp(`${SIGNED}|${PLAIN}`, 'gu');

const WORD_SIGNS: Readonly<Record<string, Operator>> = {
  不少于: '≥',
  不低于: '≥',
  至少: '≥',
  大于: '>',
  不超过: '≤',
  不高于: '≤',
  不多于: '≤',
  小于: '<',
  达到: '≥',
  达: '≥',
};

/** The quantities of a text, in its order. 每季度1次 is a rhythm, 第3次 a number, 2022年 a date: none of them counts. */
export function listQuantities(text: string): Quantity[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(QUANTITY)].flatMap((found) => {
    const [written, sign, signed, signedUnit, plain, plainUnit, bound] = found;
    if (/每[\p{Script=Han}]{0,3}$/u.test(text.slice(Math.max(0, found.index - 4), found.index))) return [];
    const number = (signed ?? plain ?? '').replaceAll(',', '');
    const unit = (signedUnit ?? plainUnit ?? '').replace('％', '%');
    return [
      {
        index: found.index,
        length: written.length,
        operator: readSign(sign, bound),
        isSigned: sign !== undefined,
        number,
        unit,
      },
    ];
  });
}

function readSign(sign: string | undefined, bound: string | undefined): Operator {
  if (sign === undefined) return bound === undefined ? '=' : bound === '以上' ? '≥' : '≤';
  const word = WORD_SIGNS[sign];
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
  if (/(?:[次人]?数|数量|人次|[率量额度费期限])$/u.test(thing)) return thing;
  if (unit === '次' || unit === '场' || unit === '场次') return `${thing}次数`;
  if (/^(?:万?人次?|名|位)$/u.test(unit)) return `${thing}人数`;
  if (/^(?:%|‰)$/u.test(unit)) return `${thing}率`;
  if (/^(?:万元|亿元|元)$/u.test(unit)) return `${thing}金额`;
  if (/^(?:天|小时|个工作日|工作日|个月)$/u.test(unit)) return `${thing}时限`;
  return `${thing}数量`;
}
