import { isMoney, isPrice } from '../../form/money.ts';
import { isKnownUnit, preferUnit } from '../../form/units.ts';
import { type Figure, parseFigure } from '../../form/value.ts';
import { isDate } from '../../form/written-date.ts';

/** 2022 alone, 2022届, 2022级, 22年: a year is no quantity, and neither is any other date. */
const YEAR = /^(?:20\d\d(?:届|级)?|2\d年)$/u;

/** A text that is nothing but a figure; its unit is empty when none is written. Words behind the number make it a sentence. */
export function readFigureInWords(text: string): Figure | null {
  if (!/^[\d０-９＝=﹦＞>﹥＜<﹤≥≧≤≦－-]/.test(text) || YEAR.test(text) || isDate(text)) return null;
  const isBare = /^[^\p{L}%％‰]*$/u.test(text);
  const read = parseFigure(`${/^[＝=﹦＞>﹥＜<﹤≥≧≤≦]/.test(text) ? '' : '='}${text}${isBare ? '个' : ''}`);
  const figure = 'wording' in read ? parseFigure(read.corrected ?? '') : read;
  if ('wording' in figure) return null;
  if (isBare) return { ...figure, unit: '' };
  const isUnit = isKnownUnit(figure.unit) || isMoney(figure.unit) || isPrice(figure.unit);
  return isUnit ? { ...figure, unit: preferUnit(figure.unit) } : null;
}
