/** One wording in one language: what is wrong, and what to do about it. `{name}` is replaced by the argument of that name. */
export interface Wording {
  text: string;
  hint?: string;
}

/** What is said in both languages, so that neither can be forgotten. */
export interface Wordings {
  zh: Wording;
  en: Wording;
}

/** A `code#variant` that differs from its code only in what to do. */
export type OtherHint = Advised<string, string>;

/** A part of the catalogue, by code. */
export type Messages = Record<string, Wordings | OtherHint>;

/** With the text of its code where a variant has none of its own. */
export function complete(message: Wordings | OtherHint, ofCode: Wordings | OtherHint | undefined): Wordings {
  if ('text' in message.zh) return message as Wordings;
  return { zh: { text: '', ...ofCode?.zh, ...message.zh }, en: { text: '', ...ofCode?.en, ...message.en } };
}

/** Where all that is to be done is to write the corrected text. */
export function rewritings<Code extends string>(
  texts: Readonly<Record<Code, readonly [zh: string, en: string]>>,
): Record<Code, Wordings> {
  const entries = Object.entries<readonly [string, string]>(texts);
  return Object.fromEntries(
    entries.map(([code, [zh, en]]) => [code, says(zh, en, '写成“{corrected}”', 'Write “{corrected}”')]),
  ) as Record<Code, Wordings>;
}

/** A message by its text in both languages, and by what to do about it in both, where there is something to do. */
export function says<const Zh extends string, const En extends string>(zh: Zh, en: En): Said<Zh, En>;
export function says<
  const Zh extends string,
  const En extends string,
  const ZhHint extends string,
  const EnHint extends string,
>(zh: Zh, en: En, zhHint: ZhHint, enHint: EnHint): Said<Zh, En> & Advised<ZhHint, EnHint>;
export function says(zh: string, en: string, zhHint?: string, enHint?: string): Wordings {
  if (zhHint === undefined || enHint === undefined) return { zh: { text: zh }, en: { text: en } };
  return { zh: { text: zh, hint: zhHint }, en: { text: en, hint: enHint } };
}

/** Only what to do, of a variant. */
export function advises(zh: string, en: string): OtherHint {
  return { zh: { hint: zh }, en: { hint: en } };
}

interface Said<Zh, En> {
  zh: { text: Zh };
  en: { text: En };
}

interface Advised<Zh, En> {
  zh: { hint: Zh };
  en: { hint: En };
}
