import { isMoney, isPrice } from '../../form/money.ts';
import { isKnownUnit, preferUnit } from '../../form/units.ts';
import { type Figure, parseFigure, writeBest, writeFigure } from '../../form/value.ts';
import { isDate } from '../../form/written-date.ts';
import { renameKey, rewriteInline, writeInline } from '../../read/edit.ts';
import type { Located } from '../../read/located.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';
import { listSourceTexts } from '../printed-texts.ts';
import { clerkRows, figureRows } from '../rows.ts';
import { createCorrectFigure } from '../within.ts';

/** A figure that is understood but not in the form's spelling: >=90%, ＝ 5 天, ≤2.73万元. */
function checkCanonical({ projects, sources }: CheckedYear): Diagnostic[] {
  const correct = createCorrectFigure(sources);
  return projects.flatMap(figureRows).flatMap(({ target }) => {
    // ㎡ is told as the character that it is.
    if (target.text === writeBest(target) || /[㎡㎥㎞㎏]/u.test(target.text)) return [];
    const { corrected, fix } = correct(target, target);
    const args = { text: target.text.trim(), corrected };
    return [diagnose('suggestion', 'value/not-canonical', target.at, args, fix)];
  });
}

/** 定量（其他） says nothing without its 指标值说明: the system refuses the row. */
function checkExplanation({ projects }: CheckedYear): Diagnostic[] {
  return projects
    .flatMap(clerkRows)
    .filter(({ target, explanation }) => target.kind === 'other-quantity' && explanation === null)
    .map(({ target }) => diagnose('error', 'value/explanation-missing', target.at));
}

/** 定性 that is only a number, with or without sign and unit: it is a figure, and belongs under 指标值. */
function checkFigureInWords(year: CheckedYear): Diagnostic[] {
  const texts = listSourceTexts(year);
  return year.projects.flatMap(clerkRows).flatMap(({ target }) => {
    if (target.kind !== 'qualitative') return [];
    const text = target.text.trim();
    const figure = readFigureInWords(text);
    if (figure === null) return [];
    if (figure.unit === '') {
      const args = { text, corrected: `指标值: ${writeInline(writeFigure(figure).trimEnd())}` };
      return [diagnose('error', 'value/figure-in-words', target.at, args)];
    }
    const written = writeFigure(figure);
    const source = texts.get(target.at.file) ?? '';
    const key = keyBefore(source, target, '定性');
    const fix = key && { edits: [renameKey(key, '指标值'), rewriteInline(source, target, written)] };
    const args = { text, corrected: `指标值: ${writeInline(written)}` };
    return [diagnose('error', 'value/figure-in-words#corrected', target.at, args, fix)];
  });
}

/** Where the key of a value stands, by its name. */
function keyBefore(source: string, { at }: Located, key: string): { start: number; end: number } | null {
  const start = source.lastIndexOf(key, at.start);
  const end = start + key.length;
  return start >= 0 && /^["']?\s{0,9}:\s*$/.test(source.slice(end, at.start)) ? { start, end } : null;
}

/** 2022 alone: a year is no quantity, and neither is any other date. */
const YEAR = /^20\d\d$/u;

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

export const valueChecks: readonly Check[] = [
  { codes: { 'value/not-canonical': 'suggestion' }, run: checkCanonical },
  { codes: { 'value/explanation-missing': 'error' }, run: checkExplanation },
  { codes: { 'value/figure-in-words': 'error' }, run: checkFigureInWords },
];
