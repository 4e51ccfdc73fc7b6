/** How often each character and each pair of neighbours is in a text; blanks do not count. */
export interface Gist {
  counts: ReadonlyMap<string, number>;
  total: number;
}

/** Characters of a text that are looked at: the rest of a longer one would not change the answer. */
const LONGEST = 4000;

export function toGist(text: string): Gist {
  const characters = [...text.slice(0, LONGEST).replace(/\s/gu, '')];
  const counts = new Map<string, number>();
  characters.forEach((character, index) => {
    counts.set(character, (counts.get(character) ?? 0) + 1);
    const pair = character + (characters[index + 1] ?? '');
    if (index + 1 < characters.length) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return { counts, total: Math.max(0, 2 * characters.length - 1) };
}

/** The Sørensen–Dice coefficient, from 0 (nothing in common) to 1; two empty texts are alike. */
export function likeness(one: Gist, other: Gist): number {
  if (one.total + other.total === 0) return 1;
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [part, count] of few.counts) shared += Math.min(count, many.counts.get(part) ?? 0);
  return (2 * shared) / (one.total + other.total);
}
