/** Something to report that is no mistake: a key of the catalogue and what fills its places. */
export interface Message {
  code: string;
  args: Record<string, string>;
}
