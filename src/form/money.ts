import Big from 'big.js';
import { readPairs } from '../util/word-list.ts';
import { isKnownUnit } from './units.ts';

/** What may be before a unit, and how many of it that is. */
export const SCALES = readPairs(`
  十→1e1 百→1e2 千→1e3 万→1e4 十万→1e5 百万→1e6 千万→1e7 亿→1e8 十亿→1e9 百亿→1e10 千亿→1e11
  万亿→1e12
`);

/** `万元人民币`, `人民币万元` and `万元（人民币）` are 万元. */
function withoutCurrency(unit: string): string {
  return unit.replace(/^人民币|人民币$|[（(]人民币[)）]$/gu, '');
}

function scaleOf(unit: string): string | undefined {
  const plain = withoutCurrency(unit);
  const scale = plain.slice(0, -1);
  return plain.endsWith('元') ? (scale === '' ? '1' : SCALES.get(scale)) : undefined;
}

/** 元, 千元, 万元, 百万元, 亿元 …, with or without 人民币. */
export function isMoney(unit: string): boolean {
  return scaleOf(unit) !== undefined;
}

/** The unit without 人民币: two that are written differently may be one. */
export function plainMoney(unit: string): string {
  return isMoney(unit) ? withoutCurrency(unit) : unit;
}

/** `万元/年`, `元/人·天`, `元每亩`: the price of one of something, which no sum can hold. */
export function isPrice(unit: string): boolean {
  const [money = '', ...each] = unit.split(EACH);
  return each.length > 0 && isMoney(money);
}

const EACH = /[/／每]/u;

/** What follows a figure: a unit that people use, an amount or a price. */
export function isUsualUnit(unit: string): boolean {
  return isKnownUnit(unit) || isMoney(unit) || isPrice(unit);
}

/** A unit of money with more around it, `万元（含税）`, `余万元`: what else it says belongs elsewhere. */
export function hasMoreThanMoney(unit: string): boolean {
  const isKnown = isMoney(unit) || isPrice(unit) || isForeignMoney(unit);
  return !isKnown && /^[十百千万亿]{0,2}元|[余多几]元$|[余多几][十百千万亿]{1,2}元?$|币$/u.test(unit);
}

/** Money that is not the form's, and cannot be added to it. */
export function isForeignMoney(unit: string): boolean {
  return /^[十百千万亿]{0,2}(?:美元|美金|美刀|欧元|港元|港币|港纸|日元|日圆|英镑|澳元|加元|新元|新加坡元|卢布|韩元|韩币|泰铢|法郎|卢比|台币|新台币|澳门元|(?:US|HK|C|A)?[$＄]|[€£￡]|USD|EUR|HKD|JPY|GBP|AUD|CAD|SGD|CHF|KRW)$/iu.test(
    unit,
  );
}

/**
 * The unit of money that somebody meant who wrote `万`, `百万`, `亿`, `RMB`, `块`, `圆`, `w`: in a row of costs these can be
 * nothing else. Null for a unit that is one already, or no money.
 */
export function moneyMeant(unit: string): string | null {
  if (isMoney(unit) || isPrice(unit)) return null;
  // 元（每人） is 元/人.
  const [head = '', ...each] = unit.replace(/[（(](?=[/／每])([^（()）]{1,20})[)）]$/u, '$1').split(EACH);
  const bare = head
    .normalize('NFKC')
    .replace(/人民币|RMB|CNY|[¥￥()[\]【】"'“”‘’\s]/giu, '')
    .replace(/[圆圓塊块]/gu, '元')
    .replace(/^个(?=[百千万亿])/u, '')
    .replace(/元[钱錢整正]$/u, '元')
    .replace(/萬|^w(?=元?$)/giu, '万')
    .replace(/[拾佰仟]/gu, (power) => ({ 拾: '十', 佰: '百' })[power] ?? '千')
    .replace(/億/gu, '亿')
    .replace(/^k(?=元?$)/iu, '千');
  // A bare `/年` has no money in it, and neither has `]`.
  if (!/[\p{L}¥￥]/u.test(head)) return null;
  const meant = bare.endsWith('元') ? bare : `${bare}元`;
  if (!isMoney(meant)) return null;
  return each.length === 0 ? meant : `${meant}/${each.join('/')}`;
}

export function toTenThousandYuan(number: string, unit: string): Big {
  const scale = scaleOf(unit);
  if (scale === undefined) throw new Error(`not a unit of money: ${unit}`);
  return new Big(number).times(scale).times('0.0001');
}

/** Decimals, never floats: 0.1 + 0.2 = 0.3. */
export function sumAmounts(amounts: readonly Big[]): Big {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0));
}

/** `90.08`, without trailing zeros and never in exponent form. */
export function writeAmount(amount: Big): string {
  return amount.toFixed();
}

/** An amount as a column of amounts has it: `30.00`, `2.73`, with more than two decimals only where it has them. */
export function writeColumnAmount(amount: Big): string {
  const decimals = amount.toFixed().split('.')[1] ?? '';
  return amount.toFixed(Math.max(2, decimals.length));
}
