/** One wording in one language: what is wrong, and what to do about it. `{name}` is replaced by the argument of that name. */
export interface Wording {
  text: string;
  hint?: string;
}

/** What is said in both languages, so that neither can be forgotten. */
export interface Message {
  zh: Wording;
  en: Wording;
}

/** A part of the catalogue, by code. */
export type Messages = Record<string, Message>;
