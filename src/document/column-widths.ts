import { type Form, listLeaves } from '../form/form.ts';
import { countLines, measureText } from './text-width.ts';

/** Millimetres, as in tokens.css: what the frame holds, what is around a column's text, and a character of it. */
export const PAGE = { width: { landscape: 270.5, portrait: 183.5 }, around: 3.08, character: 3.7045 };

type Sheet = Pick<Form, 'columns' | 'paper'>;

/**
 * A column in characters. `usual`: where nothing asks for another width; `least`: the headings stay on their lines; `tall`: how
 * ugly each line beyond the third is, in a column of short texts. One that is not flexible always has its usual width.
 */
interface ColumnRoom {
  isFixed: boolean;
  usual: number;
  least: number;
  tall: number;
}

/** The widths that the form asks for, in whole characters that fill the page. */
export function usualWidths({ columns, paper }: Sheet): number[] {
  const leaves = listLeaves(columns);
  const total = Math.floor((PAGE.width[paper] - leaves.length * PAGE.around) / PAGE.character);
  const exact = leaves.map(({ width }) => (width * total) / 100);
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((sum, width) => sum + width, 0);
  // What rounding leaves goes to those that lost most by it.
  const losers = exact.map((width, at) => ({ at, lost: width - Math.floor(width) }));
  for (const { at } of losers.sort((a, b) => b.lost - a.lost || a.at - b.at)) {
    if (left > 0) whole[at] = (whole[at] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

function roomsOf(form: Sheet): ColumnRoom[] {
  const usual = usualWidths(form);
  return listLeaves(form.columns).map(({ cell, heading, subheading }, at) => {
    const width = usual[at] ?? 0;
    const part = cell?.part ?? null;
    const isFixed = cell === null || typeof cell.content === 'string' || part === 'operator';
    const floor = part === 'unit' ? 4 : part === 'number' ? 5 : 7;
    const needed = Math.max(floor, subheading.length, part === null ? 0 : heading.replace('*', '').length);
    return {
      isFixed,
      usual: width,
      least: isFixed ? width : Math.min(width, needed),
      tall: part === null ? 0.1 : 1.5,
    };
  });
}

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
 * From the texts alone, so that a table looks the same by itself and in the booklet. `rows`: the texts of each row by column.
 */
export function chooseWidths(form: Sheet, rows: readonly string[][][]): number[] {
  const rooms = roomsOf(form);
  const spare = rooms.reduce((sum, { usual, least }) => sum + usual - least, 0);
  const costs = rows
    .map((texts) => ({ texts, length: texts.flat().join('').length }))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_ROWS)
    .map(({ texts }) => toRowCosts(rooms, spare, texts))
    .filter((row) => row.length > 0);
  const widths = rooms.map(({ usual }) => usual);
  while (improve(rooms, widths, costs));
  return widths;
}

/** Gives the column that gains most by it what another spares. False when no change is any better. */
function improve(rooms: readonly ColumnRoom[], widths: number[], rows: readonly RowCosts[]): boolean {
  let least = costOf(rooms, rows, widths);
  let best: number[] | null = null;
  for (const [from, { least: floor }] of rooms.entries()) {
    for (const [to, { isFixed }] of rooms.entries()) {
      for (const step of from === to || isFixed ? [] : STEPS) {
        if ((widths[from] ?? 0) - step < floor) break;
        const tried = widths.map((width, at) =>
          at === from ? width - step : at === to ? width + step : width,
        );
        const cost = costOf(rooms, rows, tried);
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

function toRowCosts(rooms: readonly ColumnRoom[], spare: number, texts: readonly string[][]): RowCosts {
  return rooms.flatMap(({ isFixed, least, tall }, column) => {
    if (isFixed) return [];
    const paragraphs = (texts[column] ?? []).map(measureText);
    const costs: Cost[] = [];
    // What fits on a line fits on it in a wider column, too.
    for (let width = least; width <= least + spare && costs.at(-1)?.lines !== 1; width += 1) {
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

function costOf(rooms: readonly ColumnRoom[], rows: readonly RowCosts[], widths: readonly number[]): number {
  let cost = 0;
  for (const [at, { usual }] of rooms.entries()) cost += Math.abs((widths[at] ?? 0) - usual) * UNUSUAL;
  for (const row of rows) {
    let height = 1;
    for (const { column, costs } of row) {
      const cell = costs[(widths[column] ?? 0) - (rooms[column]?.least ?? 0)];
      if (cell === undefined) continue;
      if (cell.lines > height) height = cell.lines;
      cost += cell.ugly;
    }
    cost += height;
  }
  return cost;
}
