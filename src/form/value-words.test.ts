import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../messages/wording.ts';
import { parseAmount, parseFigure, writeFigure } from './value.ts';
import { toDigits } from './value-words.ts';

const CASES: readonly (readonly [string, string, string | null])[] = [
  ['不低于 95 %', 'value/words-for-sign', '≥ 95 %'],
  ['不少于4次', 'value/words-for-sign', '≥ 4 次'],
  ['至少两次', 'value/words-for-sign', '≥ 2 次'],
  ['大于等于 90%', 'value/words-for-sign', '≥ 90 %'],
  ['大于 90%', 'value/words-for-sign', '> 90 %'],
  ['不超过 3 万元', 'value/words-for-sign', '≤ 3 万元'],
  ['控制在 3 万元以内', 'value/words-for-sign', '≤ 3 万元'],
  ['30天内', 'value/words-for-sign', '≤ 30 天'],
  ['低于 5 %', 'value/words-for-sign', '< 5 %'],
  ['达到 100%', 'value/words-for-sign', '= 100 %'],
  ['95%以上', 'value/words-for-sign', '≥ 95 %'],
  ['95％（含）以上', 'value/words-for-sign', '≥ 95 %'],
  ['= 95 % 以上', 'value/words-for-sign', '≥ 95 %'],
  ['> 95 % 以上', 'value/words-for-sign', '> 95 %'],
  ['5 天以内', 'value/words-for-sign', '≤ 5 天'],
  ['达4次以上', 'value/words-for-sign', '≥ 4 次'],
  ['达到95%以上', 'value/words-for-sign', '≥ 95 %'],
  ['超过4次以上', 'value/words-for-sign', '> 4 次'],
  ['不低于4次以内', 'value/sign-against-words', null],
  ['4次+', 'value/words-for-sign', '≥ 4 次'],
  ['4＋次', 'value/words-for-sign', '≥ 4 次'],
  ['每月≥1次', 'value/words-for-sign', '≥ 1 次/月'],
  ['每年不少于2次', 'value/words-for-sign', '≥ 2 次/年'],
  ['每季度一次', 'value/words-for-sign', '= 1 次/季度'],
  ['每周 1 次', 'value/words-for-sign', '= 1 次/周'],
  ['≥ 4次/', 'value/trailing', '≥ 4 次'],
  ['≥ 4次#说明', 'value/not-one-figure', null],
  ['4 次\u200b', 'value/no-sign', '= 4 次'],
  ['每季度 >= 2 场', 'value/words-for-sign', '≥ 2 场/季度'],
  ['≥ 1 000 人', 'value/blanks', '≥ 1000 人'],
  ['1 234 567.5 元', 'value/blanks', '= 1234567.5 元'],
  ['≥ 4 人 次', 'value/blanks', '≥ 4 人次'],
  ['≤ 3 万元 / 年', 'value/blanks', '≤ 3 万元/年'],
  ['≥ 3 4 次', 'value/not-one-figure', null],
  ['≥ 4 %次', 'value/not-one-figure', null],
  ['4次%', 'value/not-one-figure', null],
  ['≥95%（含）', 'value/words-for-sign', '≥ 95 %'],
  ['九成以上', 'value/words-for-sign', '≥ 9 成'],
  ['不低于95', 'value/no-unit', null],
  ['≥ .95', 'value/no-unit', null],
  ['95 percent', 'value/no-sign', '= 95 %'],
  ['100%%', 'value/unit-twice', '= 100 %'],
  ['3次次', 'value/unit-twice', '= 3 次'],
  ['3 mm', 'value/no-sign', '= 3 mm'],
  ['3 万字', 'value/no-sign', '= 3 万字'],
  ['3 w人', 'value/no-sign', '= 3 万人'],
  ['≥ 5 天以内', 'value/sign-against-words', null],
  ['≥≥ 4 次', 'value/two-signs', '≥ 4 次'],
  ['≤ ≥ 4 次', 'value/two-signs', null],
  ['一百五人', 'value/chinese-number', '= 150 人'],
  ['一百零五人', 'value/chinese-number', '= 105 人'],
  ['四〇次', 'value/chinese-number', '= 40 次'],
  ['一零一次', 'value/chinese-number', '= 101 次'],
  ['三四次', 'value/no-number', null],
  ['一百二百次', 'value/no-number', null],
  ['4〇次', 'value/not-one-figure', null],
  ['1E3次', 'value/not-one-figure', null],
  ['4 次！', 'value/trailing', '= 4 次'],
  ['≥ 4 次?', 'value/trailing', '≥ 4 次'],
  ['4次：会议', 'value/not-one-figure', null],
  ['≥ 4 ——', 'value/not-one-figure', null],
  ['≥ 4 //次', 'value/half-unit', '≥ 4 次'],
  ['4余次', 'value/about', null],
  ['3万余人', 'value/about', null],
  ['≥ 3 万多', 'value/about', null],
  ['1年半', 'value/not-one-figure', null],
  ['3个半小时', 'value/not-one-figure', null],
  ['15日前', 'value/not-one-figure', null],
  ['≥ 10 几个', 'value/about', null],
  ['一万二千人', 'value/no-number', null],
  ['九成五', 'value/no-number', null],
  ['≤ 叁拾万元', 'value/chinese-number', '≤ 30 万元'],
  ['（≥ 4 次）', 'value/quotes', '≥ 4 次'],
  ['1/项', 'value/half-unit', '= 1 项'],
  ['≤28.40/株', 'value/half-unit', null],
  ['292%', 'value/no-sign#percent', null],
  ['≥ 0.95', 'value/no-unit', null],
  ['2023年1月至12月', 'value/date', null],
  ['20221231', 'value/date', null],
  ['= 2022年12月', 'value/date', null],
  ['= 20221231', 'value/date', null],
  ['≤ 2022年12月31日', 'value/date#limit', null],
  ['≥ 2022-12-31', 'value/date', null],
  ['≥ 2022.12', 'value/no-unit', null],
  ['≥ >= 4 次', 'value/two-signs', '≥ 4 次'],
  ['4-6 次', 'value/range', null],
  ['4～6次', 'value/range', null],
  ['90%-95%', 'value/range', null],
  ['每季度 1 至 2 次', 'value/range', null],
  ['约 5 次', 'value/about', null],
  ['5 次左右', 'value/about', null],
  ['十次', 'value/chinese-number', '= 10 次'],
  ['≥ 一百二十人', 'value/chinese-number', '≥ 120 人'],
  ['≤ 三万元', 'value/chinese-number', '≤ 3 万元'],
  ['百分之九十五', 'value/chinese-number', '= 95 %'],
  ['≤ ￥30万', 'value/currency', '≤ 30 万元'],
  ['≤ .5 万元', 'value/decimal-point', '≤ 0.5 万元'],
  ['≥ 5. 次', 'value/decimal-point', '≥ 5 次'],
  ['≥ 4 次。', 'value/trailing', '≥ 4 次'],
  ['95% ≥', 'value/sign-behind', '≥ 95 %'],
  ['合格率≥95%', 'value/name-in-value', '≥ 95 %'],
  ['“≥ 4 次”', 'value/quotes', '≥ 4 次'],
  ['= 1.2.3 %', 'value/not-one-figure', null],
  ['一般', 'value/no-number', null],
  ['减少CO2排放，监测PM2.5', 'value/no-number', null],
  ['千方百计', 'value/no-number', null],
];

describe('what people write in place of sign, number, unit', () => {
  test.each(CASES)('%s', (text, wording, corrected) => {
    expect(parseFigure(text)).toMatchObject({ wording, corrected });
    expect(Object.keys(CATALOGUE)).toContain(corrected === null ? wording : `${wording}#corrected`);
  });

  test.each(CASES.flatMap(([, , corrected]) => corrected ?? []))(
    'the correction %s is right as it is',
    (text) => {
      const figure = parseFigure(text);
      expect('wording' in figure ? figure : writeFigure(figure)).toBe(text);
    },
  );
});

test('units with Chinese numbers or words in them are units', () => {
  for (const text of ['≥ 4 人次', '≤ 5 个工作日', '= 1 项', '≥ 60 元/人', '= 100 %', '≥ 2 万人']) {
    expect('wording' in parseFigure(text)).toBe(false);
  }
});

test('预算金额 has no sign', () => {
  expect(parseAmount('≤ 30 万元')).toEqual({ wording: 'value/amount-sign', corrected: '30 万元' });
  expect(parseAmount('300,000 元')).toEqual({ wording: 'value/thousands', corrected: '300000 元' });
  // Whether these are 元 or 万元 nobody knows.
  for (const amount of ['3]', '30 ）']) expect(parseAmount(amount)).toMatchObject({ corrected: null });
});

test('Chinese numbers', () => {
  expect(['十次', '十二', '二十', '一百零五人', '两千三百', '四次', '次'].map(toDigits)).toEqual([
    '10次',
    '12',
    '20',
    '105人',
    '2300',
    '4次',
    '次',
  ]);
});

test('an enormous value is refused at once', () => {
  for (const piece of ['≥', '4', ' ', '以上', '-4', '一', '，4', '“']) {
    expect('wording' in parseFigure(piece.repeat(5000))).toBe(true);
  }
});
