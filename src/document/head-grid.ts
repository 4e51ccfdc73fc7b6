import type { Form } from '../form/form.ts';
import { keysOfLine } from '../form/head.ts';
import type { Paper } from '../form/words.ts';
import { memoize } from '../util/memoize.ts';
import { PAGE, usualWidths } from './column-widths.ts';

/** Millimetres from the table's left edge. */
export interface Stretch {
  from: number;
  to: number;
}

/** Where the cells above and below the indicators may begin and end: at the columns' edges where that is near enough. */
export interface HeadGrid {
  line: Stretch;
  first: Stretch;
  rest: Stretch;
  /** Cuts a stretch in the proportion of the weights. `needs`: the least of each part, in characters. */
  split(stretch: Stretch, weights: readonly number[], needs?: readonly number[]): Stretch[];
  /** A name and what is beside it; all names are as wide as the longest needs. */
  pair(stretch: Stretch): [label: Stretch, value: Stretch];
  /** As many pairs as are asked for, each beginning where a column does; null where the columns are too uneven for that. */
  pairs(count: number): [label: Stretch, value: Stretch][] | null;
}

/** Millimetres: a cell begins where a column does if that moves it by no more; and the least that a cell has. */
const NEAR = 9;
const LEAST = 9;
/** What rounding the columns of a line may take from a name that just fits. */
const HAIR = 0.2;
/** Characters: a name has its own line up to the most; a column that is narrower than the least or wider is not for names. */
const LABEL = { least: 4, most: 6, widest: 10 };

/** `widths`: of this table's columns, in characters. */
export function toHeadGrid(form: Form, widths: readonly number[]): HeadGrid {
  const edges = edgesOf(widths, form.paper);
  const end = edges.at(-1) ?? 0;
  const characters = charactersOf(form);
  // A table without labels may begin with a wide column.
  const widest = LABEL.widest * PAGE.character + PAGE.around;
  const column = edges[1] ?? end;
  const first = column <= widest ? column : characters * PAGE.character + PAGE.around + HAIR;
  const line = { from: 0, to: end };
  const split: HeadGrid['split'] = (stretch, weights, needs = []) => {
    const leasts = weights.map((_, at) => Math.max(LEAST, (needs[at] ?? 0) * PAGE.character + PAGE.around));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let passed = 0;
    let from = stretch.from;
    return weights.map((weight, index) => {
      passed += weight;
      const ideal = stretch.from + ((stretch.to - stretch.from) * passed) / whole;
      const behind = leasts.slice(index + 1).reduce((sum, least) => sum + least, 0);
      const to =
        index === weights.length - 1
          ? stretch.to
          : snap(edges, ideal, from + (leasts[index] ?? LEAST), stretch.to - behind);
      const part = { from, to };
      from = to;
      return part;
    });
  };
  const pair = (stretch: Stretch): [Stretch, Stretch] => {
    const wanted = stretch.from + characters * PAGE.character + PAGE.around;
    const least = stretch.from + LABEL.least * PAGE.character + PAGE.around;
    const isFirst = stretch.from === 0 && first >= least - 0.1 && first < stretch.to - LEAST;
    const to = isFirst ? first : snap(edges, wanted, least + HAIR, stretch.to - LEAST);
    return [
      { from: stretch.from, to },
      { from: to, to: stretch.to },
    ];
  };
  return {
    ...{ line, first: { from: 0, to: first }, rest: { from: first, to: end }, split, pair },
    pairs: (count) => {
      const starts = chooseStarts(form, count);
      return (
        starts?.map((start, index) => {
          const [from = 0, middle = 0, to = end] = [
            edges[start],
            edges[start + 1],
            edges[starts[index + 1] ?? -1],
          ];
          return [
            { from, to: middle },
            { from: middle, to },
          ];
        }) ?? null
      );
    },
  };
}

/** The names that are beside others in a line. */
function listLabels({ head, foot, fields }: Form): string[] {
  const keys = [...head, ...foot].flatMap((line) =>
    line.kind === 'pairs' && line.items.length > 1 ? keysOfLine(line) : [],
  );
  return keys.map((key) => fields.find((field) => field.key === key)?.label ?? key);
}

/** How wide the names of a form are, in characters. */
const charactersOf = memoize((form: Form) => Math.max(LABEL.least, ...listLabels(form).map(countCharacters)));

/** On as few lines as may be, all of them alike. */
export function countCharacters(label: string): number {
  const length = Math.max(1, Array.from(label).length);
  return Math.ceil(length / Math.ceil(length / LABEL.most));
}

function edgesOf(widths: readonly number[], paper: Paper): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width * PAGE.character + PAGE.around);
  // The last column has what is left.
  edges[widths.length] = PAGE.width[paper];
  return edges;
}

/** The nearest edge between two bounds, else the place itself. */
function snap(edges: readonly number[], ideal: number, least: number, most: number): number {
  const near = edges
    .filter((edge) => edge >= least && edge <= most && Math.abs(edge - ideal) <= NEAR)
    .sort((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal));
  return near[0] ?? Math.max(least, Math.min(most, ideal));
}

const usualOf = memoize(usualWidths);

/** Of the width of a line: a pair begins no further from where it would if all were alike. */
const UNEVEN = 0.1;
/** Of the room that a value would have if all were alike: it has no less. */
const CRAMPED = 0.75;

/** The columns in which the facts of a line begin: as evenly as the columns' usual widths allow. */
function chooseStarts(form: Form, count: number): number[] | null {
  const widths = usualOf(form);
  if (count * 2 > widths.length) return null;
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const total = edges.at(-1) ?? 0;
  const starts = [0];
  for (let index = 1; index < count; index += 1) {
    const ideal = (total * index) / count;
    const least = (starts.at(-1) ?? 0) + 2;
    const most = widths.length - 2 * (count - index);
    const possible = widths.flatMap((width, at) =>
      at < least || at > most
        ? []
        : [
            {
              at,
              miss:
                Math.abs((edges[at] ?? 0) - ideal) +
                (width < LABEL.least ? total : (width - LABEL.least) / 2),
            },
          ],
    );
    const [best] = possible.sort((a, b) => a.miss - b.miss || a.at - b.at);
    const start = best?.at ?? least;
    const isWide = (widths[start] ?? 0) > LABEL.widest;
    if (isWide || Math.abs((edges[start] ?? 0) - ideal) > total * UNEVEN) return null;
    starts.push(start);
  }
  const hasRoom = starts.every((start, index) => {
    const value = (edges[starts[index + 1] ?? widths.length] ?? 0) - (edges[start + 1] ?? 0);
    return value >= CRAMPED * (total / count - (widths[start] ?? 0));
  });
  return hasRoom ? starts : null;
}

/** Two edges that are nearer to each other are one. */
const SAME = 0.05;

/** All edges of the columns and of the stretches, as columns of one table. */
export interface SharedGrid {
  /** In characters, as the columns' own widths are; the last one has what is left. */
  widths: string[];
  /** How many of them a stretch covers. */
  countColumns(stretch: Stretch): number;
  /** How many of them each column of the indicators covers. */
  spans: number[];
}

export function shareGrid(
  widths: readonly number[],
  paper: Paper,
  stretches: readonly Stretch[],
): SharedGrid {
  const own = edgesOf(widths, paper);
  const edges = [...own];
  for (const edge of stretches.flatMap(({ from, to }) => [from, to])) {
    if (!edges.some((known) => Math.abs(known - edge) < SAME)) edges.push(edge);
  }
  edges.sort((a, b) => a - b);
  const placeOf = (edge: number) => edges.findIndex((known) => Math.abs(known - edge) < SAME);
  const countColumns = ({ from, to }: Stretch) => placeOf(to) - placeOf(from);
  return {
    countColumns,
    widths:
      edges.length === own.length
        ? widths.map(String)
        : edges.slice(1).map((edge, at) => {
            const width = (edge - (edges[at] ?? 0) - PAGE.around) / PAGE.character;
            return String(Math.round(width * 100) / 100);
          }),
    spans: own.slice(1).map((to, at) => countColumns({ from: own[at] ?? 0, to })),
  };
}
