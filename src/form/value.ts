import Big from 'big.js';
import type { MessageName } from '../messages/wording.ts';
import { isForeignMoney, isMoney, isPrice, moneyMeant, writeAmount } from './money.ts';
import { type Operator, readSign } from './sign.ts';
import { toHalfWidth } from './text.ts';
import { isKnownUnit, isPercent, preferUnit } from './units.ts';
import { DIGIT, readWords, toDigits } from './value-words.ts';
import { isDate } from './written-date.ts';

/** `≤ 2.73 万元` taken apart. The number is kept as written (`76.00` stays `76.00`). */
export interface Figure {
  operator: Operator;
  number: string;
  unit: string;
}

const NUMBER = /^-?\d+(?:\.\d+)?/;
/** Longer than any unit of the form; a value that goes on is a sentence and belongs under 定性. */
const LONGEST_UNIT = 20;

/** The reason a value is refused (a wording of the catalogue) and, where it can be known, the corrected text. */
export interface ValueFault {
  wording: MessageName;
  corrected: string | null;
  /** Where it cannot be known: what was perhaps meant, for the hint, and what else it may have been. */
  example?: string;
  other?: string;
}

/** Reads `指标值`: sign, number, unit, blanks between them optional. */
export function parseFigure(text: string): Figure | ValueFault {
  const written = text.trim();
  const sign = readSign(written);
  const amount = readAmount(sign.rest);
  const operator = sign.operator ?? '=';
  const date = readDate(sign);
  if (date !== null) return date;
  if (amount === null || !isUnit(amount.unit)) return explainFigure(written);
  const { number, unit, fault } = amount;
  const refuse = (wording: MessageName, corrected: string) => ({ wording, corrected });
  if (unit === '')
    return { wording: 'value/no-unit', corrected: null, example: asPercentage(operator, number) };
  const [, once] = /^(.{1,4})\1+$/u.exec(unit) ?? [];
  // mm and pp are units.
  if (once !== undefined && !isKnownUnit(unit) && !/^[A-Za-z]{2}$/.test(unit))
    return refuse('value/unit-twice', writeBest({ operator, number, unit: once }));
  if (/^[/／]/u.test(unit)) return explainRate({ operator, number, unit });
  // A remedy has no invisible characters.
  const canonical = writeBest({ operator, number, unit: unit.replace(/\p{Cf}/gu, '') });
  if (sign.operator === null && isPercent(unit) && Number(number) > 100) {
    return {
      wording: 'value/no-sign#percent',
      corrected: null,
      example: misreadPercentage(number) ?? canonical,
    };
  }
  if (fault !== null) return refuse(fault, canonical);
  if (sign.operator === null) return refuse('value/no-sign', canonical);
  return { operator, number, unit };
}

/** A date, with or without a sign before it; `example` is what to write under 定性. With a sign 2022.12 may be a number. */
function readDate({ operator, rest }: { operator: Operator | null; rest: string }): ValueFault | null {
  const date = rest.trim();
  if (!isDate(date) || (operator !== null && !/^20\d{6}$|20\d{2}\s?[年/-]/.test(date))) return null;
  const isLimit = operator === '≤' || operator === '<';
  if (operator === '≥' || operator === '>') return { wording: 'value/date', corrected: null };
  const example = isLimit && !/[前内]$/u.test(date) ? `${date}前` : date;
  return { wording: isLimit ? 'value/date#limit' : 'value/date', corrected: null, example };
}

/** What a number without a unit is as a percentage: 0.95 is 95 %. */
function asPercentage(operator: Operator, number: string): string {
  const isShare = /^0\.\d*[1-9]/.test(number);
  return writeFigure({
    operator,
    number: isShare ? writeAmount(new Big(number).times(100)) : number,
    unit: '%',
  });
}

/** `≥ 92 %` that was read as 292 %; null where that cannot be. */
export function misreadPercentage(number: string): string | null {
  const misread = /^2(\d{2}(?:\.\d+)?|100)$/.exec(number)?.[1];
  return misread === undefined ? null : writeFigure({ operator: '≥', number: misread, unit: '%' });
}

/** `1/项` is one item; `28.40/株` is a price without its unit of money, and so is `≤ 28/株`. */
function explainRate({ operator, number, unit }: Figure): ValueFault {
  const wording = 'value/half-unit';
  const counted = unit.replace(/^[/／\s]+/u, '');
  if (/^\d{1,2}$/.test(number) && (number === '1' || !/[≤<]/.test(operator))) {
    return { wording, corrected: writeBest({ operator, number, unit: counted }) };
  }
  return { wording, corrected: null, example: writeFigure({ operator, number, unit: `元/${counted}` }) };
}

export function hasSign(text: string): boolean {
  return readSign(text.trim()).operator !== null;
}

/** Why a text is not a figure. Words that people write instead of signs are understood. */
function explainFigure(written: string): ValueFault {
  if (written.length > LONGEST_VALUE) return { wording: 'value/not-one-figure', corrected: null };
  // An invisible character before the number is reported as such.
  if (/\p{Cf}/u.test(written)) return { wording: 'value/no-number', corrected: null };
  for (const { wording, plain, example } of readWords(written)) {
    if (example !== undefined) return { wording, corrected: null, example };
    const figure = plain === null ? null : parseFigure(plain);
    // 不低于95 only needs its unit.
    if (figure !== null && 'wording' in figure && figure.wording === 'value/no-unit') return figure;
    const corrected = figure === null ? null : 'wording' in figure ? figure.corrected : writeFigure(figure);
    if (plain === null || corrected !== null) return { wording, corrected };
  }
  return { wording: DIGIT.test(written) ? 'value/not-one-figure' : 'value/no-number', corrected: null };
}

/** Characters: a longer text is a sentence, whatever it holds. */
const LONGEST_VALUE = 60;

/** A unit has no digits, except the powers of Latin ones: m2, m3/d, km^2. */
function isUnit(unit: string): boolean {
  const plain = unit.replace(/(?<=[A-Za-z])\^?[23](?!\d)/g, '');
  return (
    unit.length <= LONGEST_UNIT &&
    !/[\s\d.,，．；;：:。、!！?？#@&|<>=≥≤＞＜＝≧≦～~]|以[上下内]|左右|以外|内$|含[)）]$|^[+＋]|[+＋/／]$/u.test(
      plain,
    ) &&
    !/^[^\p{L}\p{S}%‰°′″]+$/u.test(unit) &&
    // 4〇次 is 40, 1E3次 1000, 1年半 more than 1, 4余次 no number, and 15日前 a date.
    !/^(?:[〇零]|e\d|个半)|[年月天日时]半$|[日号]前$/iu.test(unit) &&
    !isAbout(unit) &&
    // %次 and 次% are two units.
    !/^[%％‰]\p{Script=Han}|\p{Script=Han}[%％‰]$/u.test(plain)
  );
}

/** 余次, 万多, 千余人; an amount of money is reported in other words. */
function isAbout(unit: string): boolean {
  const [, counted] = /^[十百千万亿]{0,2}[余多几](.*)$/u.exec(unit) ?? [];
  return counted !== undefined && !isMoney(counted) && (isKnownUnit(counted) || counted === '');
}

/** The figure as a remedy has it: nothing of it is left to be suggested. */
export function writeBest(figure: Figure): string {
  return writeFigure({ ...figure, unit: preferUnit(figure.unit) });
}

export function writeFigure({ operator, number, unit }: Figure): string {
  return `${operator} ${number} ${unit}`;
}

export interface WrittenAmount {
  number: string;
  unit: string;
}

/** Reads a plain amount such as 预算金额's `2.73 万元`. What is no amount is only corrected where one thing can be meant. */
export function parseAmount(text: string): WrittenAmount | ValueFault {
  const written = text.trim();
  if (written.length > LONGEST_VALUE) return { wording: 'value/no-number#amount', corrected: null };
  const sign = readSign(written);
  const bare = sign.rest.trim();
  const inWords = bare.replace(/^(?:[￥¥]|人民币|RMB|CNY)/iu, '').trimStart();
  const digits = toDigits(inWords);
  const amount = readAmount(digits);
  if (amount === null) {
    const wording = DIGIT.test(digits) ? 'value/not-one-amount' : 'value/no-number#amount';
    return { wording, corrected: null };
  }
  const { number, unit, fault } = amount;
  if (unit === '') return askForUnit(number);
  const meant = isMoney(unit) ? unit : moneyMeant(unit);
  if (meant === null || !isMoney(meant)) {
    const isOne = isPrice(unit) || isForeignMoney(unit) || isKnownUnit(unit);
    return { wording: isOne ? 'value/no-money-unit' : 'value/not-one-amount', corrected: null };
  }
  const money = `${number} ${meant}`;
  if (sign.operator !== null) return { wording: 'value/amount-sign', corrected: money };
  if (fault !== null) return { wording: fault, corrected: money };
  if (meant !== unit) return { wording: 'value/no-money-unit', corrected: money };
  if (digits !== inWords) return { wording: 'value/chinese-number', corrected: money };
  if (inWords !== bare) return { wording: 'value/currency', corrected: money };
  return { number, unit };
}

/** A number without a unit may be 元 or 万元: its author has to say which. */
function askForUnit(number: string): ValueFault {
  const amount = new Big(number);
  const [example, other] = amount.abs().lt(10_000)
    ? [`${number} 万元`, `${number} 元`]
    : [`${number} 元`, `${writeAmount(amount.div(10_000))} 万元`];
  return { wording: 'value/no-money-unit#ask', corrected: null, example, other };
}

interface Amount {
  number: string;
  unit: string;
  /** The reason to refuse the number as it is written. */
  fault: MessageName | null;
}

/**
 * A number and what follows it. Full-width digits, thousands commas and blanks within the number or its unit are understood
 * only to show the corrected text.
 */
function readAmount(text: string): Amount | null {
  const half = text.replace(/[０-９．，％－]/g, toHalfWidth).trim();
  const plain = half.replace(GROUPED, (grouped) => grouped.replace(/[,\s]/g, ''));
  const number = NUMBER.exec(plain)?.[0];
  if (number === undefined) return null;
  const written = plain.slice(number.length).trim();
  const unit = joinUnit(written);
  if (/[０-９．]/.test(text)) return { number, unit, fault: 'value/full-width-digits' };
  if (plain === half && unit === written) return { number, unit, fault: null };
  return { number, unit, fault: /^-?\d+,/.test(half) ? 'value/thousands' : 'value/blanks' };
}

/** 1,000 and 1 000 */
const GROUPED = /^-?\d{1,3}(?:(?:,\d{3})+|(?:\s\d{3})+)(?![\d,])/;

/** `万 元`, `元 / 年`: a unit with blanks in it, as it is without them. */
function joinUnit(written: string): string {
  const joined = written.replace(/\s/g, '');
  const isUnit = isKnownUnit(joined) || isMoney(joined) || isPrice(joined);
  return joined !== written && written.length <= LONGEST_UNIT && isUnit ? joined : written;
}
