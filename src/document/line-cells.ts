import type { Form } from '../form/form.ts';
import type { Fact } from '../read/facts.ts';
import { PAGE } from './column-widths.ts';
import type { HeadGrid, Stretch } from './head-grid.ts';
import { breakHeading } from './label-words.ts';
import type { FactCellView, FactLineView } from './views.ts';

/** A cell before its edges are columns. */
export type Cell = Omit<FactCellView, 'columns'> & Stretch;

export type Line = Omit<FactLineView, 'cells'> & { cells: Cell[] };

export interface Context {
  form: Form;
  grid: HeadGrid;
  find(key: string): Fact | undefined;
}

export const PLAIN = { isLong: false, isTied: false, isBelow: false } as const;

/** One name before several lines. */
export function withLabel(label: string | null, { grid }: Context, lines: readonly Line[]): Line[] {
  if (label === null) return [...lines];
  const merged = heading(grid.first, label, {
    scope: 'rowgroup',
    kind: 'level1',
    rows: String(lines.length),
  });
  return lines.map((line, index) => ({
    ...line,
    isBelow: index > 0,
    cells: index === 0 ? [merged, ...line.cells] : line.cells,
  }));
}

const EMPTY: Omit<Cell, keyof Stretch> = {
  ...{ isHeading: false, isName: false, kind: '', field: '', scope: '', rows: '', room: '', label: '' },
  ...{ parts: [], text: [], choices: [] },
};

export function heading({ from, to }: Stretch, label: string, more: Partial<Cell> = {}): Cell {
  const parts = breakHeading(label, (to - from - PAGE.around) / PAGE.character);
  return { ...EMPTY, isHeading: true, scope: 'row', label, parts, ...more, from, to };
}

export function value({ from, to }: Stretch, more: Partial<Cell>): Cell {
  return { ...EMPTY, ...more, from, to };
}
