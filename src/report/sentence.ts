/** Something to tell that is no mistake: a key of the catalogue and what fills its places. */
export interface Sentence {
  code: string;
  args: Record<string, string>;
}
