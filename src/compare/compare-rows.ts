import { type Form, listGroups } from '../form/form.ts';
import type { Indicator } from '../read/table.ts';
import { groupBy } from '../util/group-by.ts';
import type { CellChange, RowChange } from './comparison.ts';
import { listChanges } from './difference.ts';
import { longestRun } from './longest-run.ts';
import { labelsOf, nameOf, numberRows } from './match-rows.ts';
import { listCells, toPrinted } from './printed.ts';

/** A row's place among those under its labels, from 0. */
type Places = ReadonlyMap<Indicator, number>;

interface Placed {
  change: RowChange;
  /** Its labels' place in the form, then its own among their rows, both to sort by. */
  group: number;
  place: number;
}

/** What became of a project's rows, in the form's order. `pairs` are the rows that are the same on both sides. */
export function compareRows(
  form: Form,
  before: readonly Indicator[],
  after: readonly Indicator[],
  pairs: readonly [before: Indicator, after: Indicator][],
): RowChange[] {
  const earlier = placesOf(before);
  const later = placesOf(after);
  const partners = new Map(pairs);
  const paired = new Set(pairs.map(([, row]) => row));
  const moved = findMoved(pairs, earlier, later);
  const numbers = { before: numberRows(before), after: numberRows(after) };
  const groups = listGroups(form).map((labels) => labels.join('/'));
  const place = (change: RowChange | null, at: number): Placed[] =>
    change === null
      ? []
      : [{ change, group: groups.indexOf(`${change.level1}/${change.level2}`), place: at }];
  const placed: Placed[] = [
    ...pairs.flatMap((pair) => {
      const change = comparePair(pair, moved, earlier, later);
      const rows = { before: numbers.before.get(pair[0]) ?? 0, after: numbers.after.get(pair[1]) ?? 0 };
      return place(change && { ...change, rows }, later.get(pair[1]) ?? 0);
    }),
    ...toOneSided(after, 'added', (row) => !paired.has(row)).flatMap(([row, change]) =>
      place(change, later.get(row) ?? 0),
    ),
    ...toOneSided(before, 'removed', (row) => !partners.has(row)).flatMap(([row, change]) =>
      place(change, placeOfGone(row, before, partners, later)),
    ),
  ];
  return placed.sort((a, b) => a.group - b.group || a.place - b.place).map(({ change }) => change);
}

/** A row that is gone is reported after the one it followed. */
function placeOfGone(
  row: Indicator,
  before: readonly Indicator[],
  partners: ReadonlyMap<Indicator, Indicator>,
  later: Places,
): number {
  for (let index = before.indexOf(row) - 1; index >= 0; index -= 1) {
    const neighbour = before[index];
    if (neighbour === undefined || labelsOf(neighbour) !== labelsOf(row)) break;
    const partner = partners.get(neighbour);
    if (partner && labelsOf(partner) === labelsOf(row)) return (later.get(partner) ?? 0) + 0.5;
  }
  return -0.5;
}

function placesOf(rows: readonly Indicator[]): Places {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const count = counts.get(labelsOf(row)) ?? 0;
      counts.set(labelsOf(row), count + 1);
      return [row, count];
    }),
  );
}

/** The rows, as they are now, that are under other labels, and the fewest that a new order under theirs can have moved. */
function findMoved(
  pairs: readonly [before: Indicator, after: Indicator][],
  earlier: Places,
  later: Places,
): Set<Indicator> {
  const isElsewhere = ([old, now]: (typeof pairs)[number]) => labelsOf(old) !== labelsOf(now);
  const moved = new Set(pairs.filter(isElsewhere).map(([, now]) => now));
  const stayed = pairs.filter((pair) => !isElsewhere(pair));
  for (const group of groupBy(stayed, ([, now]) => labelsOf(now)).values()) {
    group.sort(([, a], [, b]) => (later.get(a) ?? 0) - (later.get(b) ?? 0));
    const run = longestRun(
      group.map(([old]) => earlier.get(old) ?? 0),
      (index) => {
        const [old, now] = group[index] ?? [];
        return old !== undefined && now !== undefined && earlier.get(old) === later.get(now);
      },
    );
    group.forEach(([, now], index) => {
      if (!run.has(index)) moved.add(now);
    });
  }
  return moved;
}

function comparePair(
  [old, now]: [before: Indicator, after: Indicator],
  moved: ReadonlySet<Indicator>,
  earlier: Places,
  later: Places,
): Omit<RowChange, 'rows'> | null {
  const cells: CellChange[] = listChanges(listCells(old), listCells(now), 'cell');
  const previousIndicator = toPrinted(old.name.text);
  const isRenamed = previousIndicator !== toPrinted(now.name.text);
  const isMoved = moved.has(now);
  if (!isRenamed && !isMoved && cells.length === 0) return null;
  return {
    ...headOf(now),
    change: isRenamed ? 'renamed' : isMoved ? 'moved' : 'changed',
    ...(isRenamed ? { previousIndicator } : {}),
    ...(labelsOf(old) === labelsOf(now) ? {} : { previousLevel1: old.level1, previousLevel2: old.level2 }),
    ...(isMoved ? { place: { before: (earlier.get(old) ?? 0) + 1, after: (later.get(now) ?? 0) + 1 } } : {}),
    cells,
  };
}

/** All of the rows that only one side has; `table`: every row of that side. */
export function toOneSided(
  table: readonly Indicator[],
  change: 'added' | 'removed',
  isAlone: (row: Indicator) => boolean,
): [row: Indicator, change: RowChange][] {
  return table.flatMap((row, number) => {
    if (!isAlone(row)) return [];
    const cells = listCells(row);
    const [before, after] = change === 'added' ? [[], cells] : [cells, []];
    const rows = change === 'added' ? { before: null, after: number } : { before: number, after: null };
    return [[row, { ...headOf(row), change, rows, cells: listChanges(before, after, 'cell') }]];
  });
}

function headOf(row: Indicator) {
  return { level1: row.level1, level2: row.level2, indicator: nameOf(row) };
}
