/** One wording in one language: what is wrong, and what to do about it. `{name}` is replaced by the argument of that name. */
export interface Wording {
  text: string;
  hint?: string;
}

/** A message in both languages, so that neither can be forgotten. */
export interface Wordings {
  zh: Wording;
  en: Wording;
}

type Read<Written> = Written extends `${infer Text} ⇒ ${infer Hint}`
  ? { text: Text; hint: Hint }
  : { text: Written };

/** A message in both languages, each written as `text ⇒ hint` or `text`. Its placeholders are part of its type. */
export function says<const Zh extends string, const En extends string>(zh: Zh, en: En) {
  return { zh: read(zh) as Read<Zh>, en: read(en) as Read<En> };
}

/** Of a rule that has one message. */
export function saysOnly<const Zh extends string, const En extends string>(zh: Zh, en: En) {
  return { default: says(zh, en) };
}

/**
 * Messages by code, three lines each: the code, the Chinese wording, the English one. A `code#variant` that begins with ⇒ has the
 * text of its code, which is above it. `\n` is a line break.
 */
export function messages({ raw: [table = ''] }: TemplateStringsArray): Record<string, Wordings> {
  const known: Record<string, Wordings> = {};
  const lines = table.trim().split('\n');
  for (let at = 0; at < lines.length; at += 3) {
    const [code = '', zh = '', en = ''] = lines.slice(at, at + 3).map((line) => line.trim());
    const ofCode = known[code.split('#')[0] ?? ''];
    known[code] = { zh: read(zh, ofCode?.zh.text), en: read(en, ofCode?.en.text) };
  }
  return known;
}

function read(written: string, textOfCode = ''): Wording {
  const [text = '', hint] = written.replaceAll('\\n', '\n').split(/ ?⇒ /);
  return { text: text || textOfCode, ...(hint === undefined ? {} : { hint }) };
}
