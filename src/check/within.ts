import { type Figure, writeBest } from '../form/value.ts';
import { rewriteInline, writeInline } from '../read/edit.ts';
import type { Located } from '../read/located.ts';
import type { FigureTarget } from '../read/table.ts';
import type { Fix, Span } from '../report/diagnostic.ts';

/**
 * The place of a piece of a value: `index` and `length` count in the value's text, which is not what is in the file (quotes, the
 * indentation of a block). So the piece is found by looking for its n-th occurrence behind the value's start; when that fails
 * (an escape, a piece across lines) it is the whole value.
 */
export function locate(source: string, { text, at }: Located, index: number, length: number): Span {
  const piece = text.slice(index, index + length);
  const written = source.slice(at.start, at.end);
  let found = -1;
  let seen = piece === '' ? -1 : text.indexOf(piece);
  while (seen >= 0 && seen <= index) {
    found = written.indexOf(piece, found + 1);
    if (found < 0) return at;
    seen = text.indexOf(piece, seen + 1);
  }
  return found < 0 ? at : { file: at.file, start: at.start + found, end: at.start + found + piece.length };
}

/** A figure in the place of a value: as its author has to write it, and the edit that does so. */
export function correctFigure(
  source: string,
  value: Located,
  figure: Figure,
): { corrected: string; fix: Fix } {
  const written = writeBest(figure);
  return { corrected: writeInline(written), fix: { edits: [rewriteInline(source, value, written)] } };
}

/** The place of a figure's sign, number or unit. */
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
  return locate(source, figure, from, to - from);
}
