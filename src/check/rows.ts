import { isCost } from '../form/form.ts';
import { isMoney } from '../form/money.ts';
import { toLine } from '../form/text.ts';
import { type Figure, writeBest } from '../form/value.ts';
import { rewriteInline, writeInline } from '../read/edit.ts';
import type { FigureRow, FigureTarget, Indicator, Table } from '../read/table.ts';
import type { Fix, Located, Span } from '../report/diagnostic.ts';
import { placeIn } from './printed-texts.ts';

export function clerkRows(table: Table): Indicator[] {
  return table.indicators.filter(({ isFixed }) => !isFixed);
}

export function targetRows(table: Table): FigureRow[] {
  return clerkRows(table).filter((row): row is FigureRow => row.target.kind === 'figure');
}

/** The same, and once more for each figure that another column of the row has, such as 中期指标值. */
export function figureRows(table: Table): FigureRow[] {
  const others = clerkRows(table).flatMap((row) =>
    row.cells.flatMap(({ value, figure }): FigureRow[] =>
      figure === null ? [] : [{ ...row, target: { kind: 'figure', ...figure, ...value } }],
    ),
  );
  return others.length === 0 ? targetRows(table) : [...targetRows(table), ...others];
}

/** Rows of costs in money, whether or not they are spent: `readSpending` knows which of them make up the project's cost. */
export function costRows(table: Table, rows = targetRows(table)): FigureRow[] {
  return rows.filter(({ kind, target }) => isCost(kind) && isMoney(target.unit));
}

export function keyOfRow(name: string, target: string): string {
  return [toLine(name), target]
    .join('\n')
    .normalize('NFKC')
    .replace(/[^\S\n]/gu, '');
}

/** `≥4次` and `>= 4.0 次` are one target. */
export function targetOf({ target }: Indicator): string {
  return target.kind === 'figure' ? keyOfFigure(target) : toLine(target.text);
}

export function keyOfFigure({ operator, number, unit }: Figure): string {
  return `${operator}${Number(number)}${unit}`;
}

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
