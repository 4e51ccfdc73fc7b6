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

/** The names in braces of a wording. */
export type Placeholders<Text> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? NameIn<Inside> | Placeholders<Rest>
  : never;

/** None in what a template writes, such as `{{#if}}`. */
type NameIn<Inside> = Inside extends `{${string}`
  ? never
  : Inside extends `${infer Name}#${string}`
    ? Name
    : Inside;

/** Each code of a table, and the placeholders of its Chinese wording. */
type Coded<
  Table extends string,
  Known = unknown,
> = Table extends `${infer Code}\n${infer Zh}\n${string}\n${infer Rest}`
  ? Coded<Rest, Known & Record<Code, Wordings & { args?: Placeholders<Zh> }>>
  : Known;

/**
 * Messages by code, three lines each: the code, the Chinese wording, the English one. A `code#variant` that begins with ⇒ has the
 * text of its code, which is above it. `\\n` is a line break.
 */
export function messages<const Table extends string>(table: Table) {
  const known: Record<string, Wordings> = {};
  const lines = table.trim().split('\n');
  for (let at = 0; at < lines.length; at += 3) {
    const [code = '', zh = '', en = ''] = lines.slice(at, at + 3).map((line) => line.trim());
    const ofCode = known[code.split('#')[0] ?? ''];
    known[code] = { zh: read(zh, ofCode?.zh.text), en: read(en, ofCode?.en.text) };
  }
  return known as Table extends `\n${infer Body}` ? Coded<Body> : never;
}

function read(written: string, textOfCode = ''): Wording {
  const [text = '', hint] = written.replaceAll('\\n', '\n').split(/ ?⇒ /);
  return { text: text || textOfCode, ...(hint === undefined ? {} : { hint }) };
}
