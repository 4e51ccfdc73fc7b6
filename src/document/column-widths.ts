import { countLines, measureText } from './text-width.ts';
import type { RowView } from './views.ts';

/**
 * The columns whose widths follow from what the table says, in characters. `usual`: where nothing asks for another width;
 * `least`: the headings stay on their lines; `tall`: how ugly each line beyond the third is, in a column of short texts.
 */
const COLUMNS = [
  { name: 'indicator', usual: 14, least: 7, tall: 0.1 },
  { name: 'value', usual: 9, least: 5, tall: 1.5 },
  { name: 'unit', usual: 4, least: 4, tall: 1.5 },
  { name: 'remark', usual: 17, least: 7, tall: 0.1 },
  { name: 'explanation', usual: 7, least: 7, tall: 0.1 },
] as const;

export type ColumnWidths = Record<(typeof COLUMNS)[number]['name'], number>;

/** Characters that one column can have beyond its least width. */
const SPARE = COLUMNS.reduce((sum, { usual, least }) => sum + usual - least, 0);
/** Of longer tables only the rows with the longest texts decide. */
const MOST_ROWS = 120;
/** How many characters one column gives another in one step of the search. */
const STEPS = [1, 2, 3, 4, 6, 8, 12];

/** What is ugly, in lines of height: a last line of one character, a cell of several lines, a character more or less than usual. */
const LONE = 0.6;
const BROKEN = 0.2;
const UNUSUAL = 0.03;

/** A cell at a width: its lines, and what is ugly about them. */
interface Cost {
  lines: number;
  ugly: number;
}

/** The cells of a row that need more than a line at the least width, each with its cost at every width from that on. */
type RowCosts = { column: number; costs: Cost[] }[];

/**
 * The widths at which the table is shortest and no line holds one character alone; as near to the usual ones as that allows.
 * From the texts alone, so that a table looks the same by itself and in the booklet.
 */
export function chooseColumnWidths(rows: readonly RowView[]): ColumnWidths {
  const costs = rows
    .map((row) => COLUMNS.map(({ name }) => [row[name]].flat()))
    .map((texts) => ({ texts, length: texts.flat().join('').length }))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_ROWS)
    .map(({ texts }) => toRowCosts(texts))
    .filter((row) => row.length > 0);
  const widths = COLUMNS.map(({ usual }) => usual as number);
  while (improve(widths, costs));
  return Object.fromEntries(COLUMNS.map(({ name }, at) => [name, widths[at]])) as ColumnWidths;
}

/** Gives the column that gains most by it what another spares. False when no change is any better. */
function improve(widths: number[], rows: readonly RowCosts[]): boolean {
  let least = costOf(rows, widths);
  let best: number[] | null = null;
  for (const [from, { least: floor }] of COLUMNS.entries()) {
    for (const to of COLUMNS.keys()) {
      for (const step of from === to ? [] : STEPS) {
        if ((widths[from] ?? 0) - step < floor) break;
        const tried = widths.map((width, at) =>
          at === from ? width - step : at === to ? width + step : width,
        );
        const cost = costOf(rows, tried);
        // A hair, so that rounding decides nothing.
        if (cost >= least - 1e-6) continue;
        least = cost;
        best = tried;
      }
    }
  }
  best?.forEach((width, at) => {
    widths[at] = width;
  });
  return best !== null;
}

function toRowCosts(texts: readonly string[][]): RowCosts {
  return COLUMNS.flatMap(({ least, tall }, column) => {
    const paragraphs = (texts[column] ?? []).map(measureText);
    const costs: Cost[] = [];
    // What fits on a line fits on it in a wider column, too.
    for (let width = least; width <= least + SPARE && costs.at(-1)?.lines !== 1; width += 1) {
      costs.push(toCost(paragraphs, width, tall));
    }
    return (costs[0]?.lines ?? 0) > 1 ? [{ column, costs }] : [];
  });
}

function toCost(paragraphs: readonly number[][], width: number, tall: number): Cost {
  const counted = paragraphs.map((paragraph) => countLines(paragraph, width));
  const lines = counted.reduce((sum, paragraph) => sum + paragraph.lines, 0);
  const lone = counted.filter(({ lines, last }) => lines > 1 && last < 2).length;
  return { lines, ugly: lone * LONE + (lines > 1 ? BROKEN : 0) + Math.max(0, lines - 3) * tall };
}

function costOf(rows: readonly RowCosts[], widths: readonly number[]): number {
  let cost = 0;
  for (const [at, { usual }] of COLUMNS.entries()) cost += Math.abs((widths[at] ?? 0) - usual) * UNUSUAL;
  for (const row of rows) {
    let height = 1;
    for (const { column, costs } of row) {
      const cell = costs[(widths[column] ?? 0) - (COLUMNS[column]?.least ?? 0)];
      if (cell === undefined) continue;
      if (cell.lines > height) height = cell.lines;
      cost += cell.ugly;
    }
    cost += height;
  }
  return cost;
}
