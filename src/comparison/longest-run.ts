/**
 * The places of a longest run of ascending numbers, in O(n log n): of a list that was put into another order, what can be
 * said to have stayed where it was. All numbers differ.
 */
export function longestRun(numbers: readonly number[]): Set<number> {
  /** For each length, the place that ends a run of that length with the smallest number. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = ends[low - 1];
    ends[low] = place;
  });
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) run.add(place);
  return run;
}
