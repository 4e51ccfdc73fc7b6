/** One wording in one language: what is wrong, and what to do about it. `{name}` is replaced by the argument of that name. */
export interface Wording {
  text: string;
  hint?: string;
}

/** A part of the catalogue: each code has its wording in both languages, so neither can be forgotten. */
export type Messages = Record<string, { zh: Wording; en: Wording }>;
