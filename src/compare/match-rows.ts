import { toLine } from '../form/text.ts';
import type { Indicator } from '../read/table.ts';
import { groupBy } from '../util/group-by.ts';
import { type Pairing, pairByKey, pairByScore, startPairing } from './pairing.ts';
import { listCells } from './printed.ts';
import { type Gist, likeness, toGist } from './similarity.ts';

/** How like two rows must be, from 0 to 1, to be one row with a new name; more when the labels above differ as well. */
const ALIKE = 0.5;
const ALIKE_ELSEWHERE = 0.7;

/** Pairs of rows beyond which likeness is not looked at: a table has some ten rows, and a made-up one may have thousands. */
const MOST_PAIRS = 10_000;

/**
 * Which rows of two states of a project are the same row: those with the same labels and name, whole likeness first, so that
 * of two rows with one name each finds its own; then those that were renamed, then those that are under other labels.
 */
export function matchRows(before: readonly Indicator[], after: readonly Indicator[]): Pairing<Indicator> {
  const pairing = startPairing(before, after);
  pairByKey(pairing, (row) => JSON.stringify([labelsOf(row), nameOf(row), contentOf(row)]));
  pairWithin(pairing, (row) => JSON.stringify([labelsOf(row), nameOf(row)]));
  pairByKey(pairing, (row) => JSON.stringify([nameOf(row), contentOf(row)]));
  if (pairing.before.size * pairing.after.size <= MOST_PAIRS) {
    const likenessOf = memoizeLikeness();
    const score = (one: Indicator, other: Indicator, least: number) => {
      const found = likenessOf(one, other);
      return found >= least ? found : 0;
    };
    pairByScore(pairing, (one, other) => (labelsOf(one) === labelsOf(other) ? score(one, other, ALIKE) : 0));
    pairByKey(pairing, nameOf);
    pairByScore(pairing, (one, other) => score(one, other, ALIKE_ELSEWHERE));
  } else pairByKey(pairing, nameOf);
  const [from, to] = [numberRows(before), numberRows(after)];
  return { ...pairing, pairs: untangle(untangle(pairing.pairs, from, to, 0), from, to, 1) };
}

type Pair = [before: Indicator, after: Indicator];
type Numbers = ReadonlyMap<Indicator, number>;

/** Each row's place in its table, from 0. */
export function numberRows(rows: readonly Indicator[]): Numbers {
  return new Map(rows.map((row, number) => [row, number]));
}

/**
 * Rows that say the same on one side are interchangeable: their partners are assigned in the order of the table, so
 * that one does not seem to have moved past its twin.
 */
function untangle(pairs: readonly Pair[], from: Numbers, to: Numbers, side: 0 | 1): Pair[] {
  const groups = groupBy(pairs, (pair) =>
    JSON.stringify([...pair.map(labelsOf), nameOf(pair[side]), contentOf(pair[side])]),
  );
  const sorted = (rows: Indicator[], numbers: Numbers) =>
    rows.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
  return [...groups.values()].flatMap((group) => {
    const nows = sorted(
      group.map(([, now]) => now),
      to,
    );
    return sorted(
      group.map(([old]) => old),
      from,
    ).map((old, index): Pair => [old, nows[index] as Indicator]);
  });
}

/** Rows that share a name: the most similar are joined first. */
function pairWithin(pairing: Pairing<Indicator>, keyOf: (row: Indicator) => string): void {
  const groups = groupBy([...pairing.before, ...pairing.after], keyOf);
  const isTwin = (row: Indicator) => (groups.get(keyOf(row))?.length ?? 0) > 2;
  pairByKey(pairing, (row) => (isTwin(row) ? null : keyOf(row)));
  const twins = pairing.before.size * pairing.after.size;
  if (twins > MOST_PAIRS) pairByKey(pairing, keyOf);
  else {
    const likenessOf = memoizeLikeness();
    // Whatever else differs, they have one name.
    pairByScore(pairing, (one, other) => (keyOf(one) === keyOf(other) ? 1 + likenessOf(one, other) : 0));
  }
}

export function labelsOf({ level1, level2 }: Indicator): string {
  return `${level1}/${level2}`;
}

export function nameOf({ name }: Indicator): string {
  return toLine(name.text);
}

function contentOf(row: Indicator): string {
  return JSON.stringify(listCells(row).map(({ key, text }) => [key, text]));
}

/** How much the name, the target and the remark count. What neither row has does not count. */
const WEIGHTS = { name: 0.5, target: 0.27, remark: 0.23 };

function memoizeLikeness(): (one: Indicator, other: Indicator) => number {
  const gists = new Map<Indicator, { name: Gist; remark: Gist }>();
  const gistOf = (row: Indicator) => {
    const known = gists.get(row);
    if (known) return known;
    const gist = { name: toGist(row.name.text), remark: toGist(row.remark?.text ?? '') };
    gists.set(row, gist);
    return gist;
  };
  return (one, other) => {
    const [a, b] = [gistOf(one), gistOf(other)];
    const [short, long] = [nameOf(one), nameOf(other)].sort((x, y) => x.length - y.length);
    const names = Math.max(likeness(a.name, b.name), holds(long ?? '', short ?? '') ? LIKENESS_OF_LONGER : 0);
    const name = names * WEIGHTS.name + likenessOfTargets(one, other) * WEIGHTS.target;
    if (a.remark.total + b.remark.total === 0) return name / (WEIGHTS.name + WEIGHTS.target);
    return name + likeness(a.remark, b.remark) * WEIGHTS.remark;
  };
}

/** How similar a name is to one with words added: 培训费, 培训场地和讲课费. */
const LIKENESS_OF_LONGER = 0.7;

/** Characters: nearly everything holds two. */
const SHORTEST_HELD = 3;

/** Whether a text has all the characters of another in their order. */
function holds(long: string, short: string): boolean {
  let at = -1;
  return (
    short.length >= SHORTEST_HELD &&
    [...short].every((character) => {
      at = long.indexOf(character, at + 1);
      return at >= 0;
    })
  );
}

function likenessOfTargets({ target: one }: Indicator, { target: other }: Indicator): number {
  if (one.kind !== 'figure' || other.kind !== 'figure') {
    return one.kind === other.kind ? likeness(toGist(one.text), toGist(other.text)) : 0;
  }
  const same = (isSame: boolean, share: number) => (isSame ? share : 0);
  return (
    same(one.unit === other.unit, 0.4) +
    same(one.number === other.number, 0.4) +
    same(one.operator === other.operator, 0.2)
  );
}
