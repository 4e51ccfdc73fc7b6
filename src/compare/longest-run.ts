/**
 * The places of a longest run of ascending numbers, in O(n log n): of a list that was put into another order, what can be
 * said to have stayed where it was. Of several such runs one with the most preferred places. All numbers differ, from 0.
 */
export function longestRun(
  numbers: readonly number[],
  isPreferred: (place: number) => boolean = () => false,
): Set<number> {
  // A run's worth: its length, and after it how many of its places are preferred.
  const step = numbers.length + 1;
  /** For each number (a Fenwick tree), the place that ends the best run among some of the numbers below it. */
  const ends: (number | undefined)[] = [];
  const worth: number[] = [];
  const previous: (number | undefined)[] = [];
  const better = (one: number | undefined, other: number | undefined) =>
    (worth[other ?? -1] ?? 0) >= (worth[one ?? -1] ?? 0) ? other : one;
  const size = numbers.reduce((most, number) => Math.max(most, number + 1), 0);
  let best: number | undefined;
  numbers.forEach((number, place) => {
    let before: number | undefined;
    for (let at = number; at > 0; at -= at & -at) before = better(before, ends[at]);
    previous[place] = before;
    worth[place] = (worth[before ?? -1] ?? 0) + step + (isPreferred(place) ? 1 : 0);
    for (let at = number + 1; at <= size; at += at & -at) ends[at] = better(ends[at], place);
    best = better(best, place);
  });
  const run = new Set<number>();
  for (let place = best; place !== undefined; place = previous[place]) run.add(place);
  return run;
}
