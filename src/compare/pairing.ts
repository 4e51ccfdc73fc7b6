import { groupBy } from '../util/group-by.ts';

/** Two lists while their elements are matched; what has found its partner is no longer looked at. */
export interface Pairing<T> {
  pairs: [before: T, after: T][];
  before: Set<T>;
  after: Set<T>;
}

export function startPairing<T>(before: readonly T[], after: readonly T[]): Pairing<T> {
  return { pairs: [], before: new Set(before), after: new Set(after) };
}

function join<T>(pairing: Pairing<T>, before: T, after: T): void {
  pairing.pairs.push([before, after]);
  pairing.before.delete(before);
  pairing.after.delete(after);
}

/** Joins those with the same key, in their order when there are several. A null key has no partner. */
export function pairByKey<T>(pairing: Pairing<T>, keyOf: (element: T) => string | null): void {
  const waiting = groupBy(pairing.before, keyOf);
  for (const element of [...pairing.after]) {
    const key = keyOf(element);
    const partner = key === null ? undefined : waiting.get(key)?.shift();
    if (partner !== undefined) join(pairing, partner, element);
  }
}

/**
 * Joins the most similar first; of equally similar ones those that are nearest to each other's place in what is left, then the
 * earliest. `scoreOf` gives 0 for those that must not be joined.
 */
export function pairByScore<T>(pairing: Pairing<T>, scoreOf: (before: T, after: T) => number): void {
  const [befores, afters] = [[...pairing.before], [...pairing.after]];
  const candidates = befores.flatMap((before, from) =>
    afters.map((after, to) => ({ before, after, from, to, score: scoreOf(before, after) })),
  );
  const ranked = candidates
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        Math.abs(a.from - a.to) - Math.abs(b.from - b.to) ||
        a.from - b.from ||
        a.to - b.to,
    );
  for (const { before, after } of ranked) {
    if (pairing.before.has(before) && pairing.after.has(after)) join(pairing, before, after);
  }
}
