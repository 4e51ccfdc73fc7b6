/** Words as a tree of characters, so that a text is searched for all of them in one pass. */
export interface WordTree {
  next: Map<string, WordTree>;
  /** The word whose spelling ends here. */
  word: string | null;
}

/** Of words that are spelt alike the first counts. */
export function toWordTree(words: Iterable<readonly [spelling: string, word: string]>): WordTree {
  const root: WordTree = { next: new Map(), word: null };
  for (const [spelling, word] of words) {
    let node = root;
    for (const character of spelling) {
      const next = node.next.get(character) ?? { next: new Map(), word: null };
      node.next.set(character, next);
      node = next;
    }
    node.word ??= word;
  }
  return root;
}
