import { TREE_KEY } from '../form/form.ts';
import type { KeyType, Vocabulary } from '../form/vocabulary.ts';

/** The keys of one kind of source: in what order they are written, and what they hold. */
export interface KeyOrder {
  /** At the left margin. */
  top: readonly string[];
  /** By the key above them; `ROW` for those of a row. */
  below: ReadonlyMap<string, readonly string[]>;
  /** The keys of an item of a list, or of a map whose own keys nobody can list, by the key above. */
  items: ReadonlyMap<string, readonly string[]>;
  types: ReadonlyMap<string, KeyType>;
}

export const ROW = '';

/** Of booklet.yaml, or of tables. */
export function orderOf(words: Vocabulary, isBooklet: boolean): KeyOrder {
  if (isBooklet)
    return { top: [...words.booklet.keys()], below: new Map(), items: new Map(), types: words.booklet };
  const below = new Map<string, readonly string[]>([...words.level1s].map((level1) => [level1, []]));
  for (const [level1, level2] of words.groups) below.set(level1, [...(below.get(level1) ?? []), level2]);
  below.set(TREE_KEY, [...words.level1s]).set(ROW, words.row);
  const blocks = [...words.blocks];
  for (const [key, { isList, keys }] of blocks) if (!isList) below.set(key, keys);
  const items = new Map(blocks.flatMap(([key, { isList, keys }]) => (isList ? [[key, keys] as const] : [])));
  for (const key of words.typesBelow.keys()) items.set(key, words.row);
  return { top: words.top, below, items, types: words.types };
}

/** Sorts the entries of one map by `keys`. An unknown key stays behind its neighbour. */
export function orderEntries<T extends { key: string | null }>(
  entries: readonly T[],
  keys: readonly string[],
): T[] {
  let last = -1;
  const placed = entries.map((entry) => {
    const place = keys.indexOf(entry.key ?? '');
    if (place >= 0) last = place;
    return { entry, place: last };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ entry }) => entry);
}
