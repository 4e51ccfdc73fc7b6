import type Big from 'big.js';
import { moneyMeant, toTenThousandYuan } from '../../form/money.ts';
import { UNIT } from '../../form/units.ts';
import { listMatches } from '../../util/list-matches.ts';

/** Prices of one thing, products, estimates and ranges. 标准化 is no 标准. */
export const UNCLEAR =
  /每|人均|单价|均价|标准(?!化)|[/／×*＊÷]|\d\s*[xX]\s*\d|约\s*\d|左右|上下浮动|不等|不超过|以内|[余多][万亿元]|万[余多]|\d\s?[万亿]?元?\s?[-—~～至到]\s?\d{1,12}(?:\.\d{1,6})?\s?[万亿元]/u;

/** 2 万, 2.5 万元, 8 千元, 20,000 元; not 3 万人, nor 2022 元旦. */
const AMOUNT = new RegExp(
  String.raw`(?<![\d.,])(\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)\s{0,3}([百千万亿]{0,2}元(?![旦月宵素])|[万亿](?!${UNIT}|[字余多元]))`,
  'gu',
);

const OTHER_AMOUNT =
  /[¥￥]\s?\d|[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟][万亿]{0,2}元(?![旦月宵素])/u;

export function namesAmount(text: string): boolean {
  return text.search(AMOUNT) >= 0 || OTHER_AMOUNT.test(text);
}

const TOTAL =
  /(?:(?<!公)共(?![产青享同建])|合计|总计|小计|总额|总经费|总预算|总投[入资])[^\d，,、。；;\n]{0,4}$/u;
/** In a clause about something else than this year's spending. */
const ELSEWHERE = /上年|去年|往年|同比|增加|减少|节约|节省|结余|结转|压减|核减|下降/u;
const REST = /等|其余|剩余|余下|其他|其它/u;

/** Characters before an amount that are looked at: longer than any clause. */
const SIGHT = 60;

export interface Part {
  index: number;
  text: string;
  amount: Big;
}

/** The amounts of a remark that should make up the row's limit, and whether it names only some of them. */
export function readParts(text: string, year: string): { parts: Part[]; isPartial: boolean } {
  const parts: Part[] = [];
  const totals: Part[] = [];
  let isPartial = REST.test(text);
  let from = 0;
  for (const sentence of text.split(/(?<=[。；;！])/u)) {
    const within = sentence.indexOf('其中');
    let named = 0;
    for (const found of listMatches(AMOUNT, sentence)) {
      const before = sentence.slice(Math.max(0, found.index - SIGHT), found.index);
      const clause = before.split(/[，,、：\n]/u).at(-1) ?? '';
      const part = { index: from + found.index, text: found[0], amount: amountOf(found) };
      if (ELSEWHERE.test(clause) || namesAnotherYear(clause, year)) {
        isPartial = true;
        continue;
      }
      if (TOTAL.test(before)) totals.push(part);
      // 培训费 4 万元，其中师资费 2 万元: the second is counted in the first; with no first, it is one part of the whole.
      else if (within < 0 || within > found.index || named === 0) parts.push(part);
      if (within < 0 || found.index < within) named += 1;
      else if (named === 0) isPartial = true;
    }
    from += sentence.length;
  }
  // A sum given beside its parts is not added to them; alone it is what the remark says.
  return { parts: parts.length > 0 ? parts : totals.slice(0, 1), isPartial };
}

function amountOf([, number = '', unit = '']: RegExpExecArray): Big {
  return toTenThousandYuan(number.replaceAll(',', ''), moneyMeant(unit) ?? unit);
}

function namesAnotherYear(clause: string, year: string): boolean {
  const named = /(20\d{2})\s*年/u.exec(clause)?.[1];
  return named !== undefined && named !== year;
}
