import { describe, expect, test } from 'vitest';
import { sumAmounts, toTenThousandYuan, writeAmount } from './money.ts';
import { parseAmount, parseFigure, writeFigure } from './value.ts';

describe('parseFigure', () => {
  test.each([
    ['≤ 2.73 万元', '≤', '2.73', '万元'],
    ['= 100 %', '=', '100', '%'],
    ['=100%', '=', '100', '%'],
    ['>= 90 %', '≥', '90', '%'],
    ['＜＝ 5 天', '≤', '5', '天'],
    ['＝ 76.00 个', '=', '76.00', '个'],
    ['≧ 4次', '≥', '4', '次'],
    ['> -5 %', '>', '-5', '%'],
    ['= 60 m2/人', '=', '60', 'm2/人'],
  ])('%s', (text, operator, number, unit) => {
    expect(parseFigure(text)).toEqual({ operator, number, unit });
  });

  test.each([
    ['100%', 'value/no-sign', '= 100 %'],
    ['≥95', 'value/no-unit', null],
    ['≥ ４ 次', 'value/full-width-digits', '≥ 4 次'],
    ['≤ 1,200 元', 'value/thousands', '≤ 1200 元'],
    ['良好', 'value/no-number', null],
    ['≥', 'value/no-number', null],
    ['≥ 4 次，≥ 600 人', 'value/not-one-figure', null],
    ['= 1 对全部基层党组织和党员开展一次全面的培训活动', 'value/not-one-figure', null],
  ])('refuses %s', (text, wording, corrected) => {
    expect(parseFigure(text)).toMatchObject({ wording, corrected });
  });

  test('writes the form’s own spelling and keeps the figure as written', () => {
    expect(parseFigure('＞ =76.00个')).toEqual({ operator: '≥', number: '76.00', unit: '个' });
    expect(writeFigure({ operator: '≥', number: '76.00', unit: '个' })).toBe('≥ 76.00 个');
  });
});

describe('money', () => {
  test('an amount needs a unit of money', () => {
    expect(parseAmount('2.73 万元')).toEqual({ number: '2.73', unit: '万元' });
    expect(parseAmount('3 次')).toEqual({ wording: 'value/no-money-unit', corrected: null });
  });

  test('sums are exact decimals in 万元', () => {
    const amounts = [
      toTenThousandYuan('0.1', '万元'),
      toTenThousandYuan('2000', '元'),
      toTenThousandYuan('0.5', '亿元'),
      toTenThousandYuan('1.50', '万元'),
    ];
    expect(writeAmount(sumAmounts(amounts))).toBe('5001.8');
    expect(writeAmount(sumAmounts([]))).toBe('0');
    expect(writeAmount(toTenThousandYuan('0.0001', '元'))).toBe('0.00000001');
  });
});
