import { type Figure, writeBest } from '../form/value.ts';
import { rewriteInline, writeInline } from '../read/edit.ts';
import type { Located } from '../read/located.ts';
import type { FigureTarget } from '../read/table.ts';
import type { Fix, Span } from '../report/diagnostic.ts';
import { placeIn } from './printed-texts.ts';

export function correctFigure(
  source: string,
  value: Located,
  figure: Figure,
): { corrected: string; fix: Fix } {
  const written = writeBest(figure);
  return { corrected: writeInline(written), fix: { edits: [rewriteInline(source, value, written)] } };
}

export function locatePart(source: string, figure: FigureTarget, part: 'sign' | 'number' | 'unit'): Span {
  const { text, number } = figure;
  const start = text.search(/\S/u);
  const digits = text.indexOf(number);
  const unit = digits + number.length + text.slice(digits + number.length).search(/\S/u);
  const [from, to] = {
    sign: [start, start + text.slice(start, digits).trimEnd().length],
    number: [digits, digits + number.length],
    unit: [unit, text.trimEnd().length],
  }[part] as [number, number];
  return placeIn(figure, source, from, to);
}
