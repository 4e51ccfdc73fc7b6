import { toLines, toParagraphs } from '../form/text.ts';
import { parseAmount, parseFigure, writeFigure } from '../form/value.ts';
import type { KeyType } from '../form/vocabulary.ts';
import { type ParsedSource, parse } from '../read/parse.ts';
import { readComments } from '../read/read-comments.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import { type KeyOrder, orderEntries, orderOf, ROW } from './key-order.ts';
import type { Entry, Layout, Text, Value } from './layout.ts';
import { toLayout } from './read-layout.ts';
import { splitSentences } from './sentences.ts';
import { writeLayout } from './write-layout.ts';

/**
 * A source in its canonical form: the form's order of keys, the form's signs and blanks, a sentence a line, comments with
 * what they belong to. Never a word is changed; that it is so is proved each time. Throws `UnprovenTidy` when the proof fails, which is a fault of the program.
 */
export function tidy(parsed: ParsedSource): string {
  const order = orderOf(parsed.words, parsed.source.stem === BOOKLET_STEM);
  const text = writeTidily(toLayout(parsed), order);
  if (text !== parsed.source.text) prove(parsed, text, order.types);
  return text;
}

/** The same for a layout that was made or changed on purpose. */
export function writeTidily(layout: Layout, order: KeyOrder): string {
  return writeLayout({ ...layout, entries: tidyEntries(layout.entries, order.top, order) });
}

function tidyEntries(entries: readonly Entry[], keys: readonly string[], order: KeyOrder): Entry[] {
  return orderEntries(entries, keys).map((entry) => ({
    ...entry,
    value: tidyValue(entry.value, entry.key ?? ROW, order),
  }));
}

function tidyValue(value: Value, key: string, order: KeyOrder): Value {
  switch (value.kind) {
    case 'raw':
      return value;
    case 'text':
      return tidyText(value, order.types.get(key));
    case 'map':
      return { kind: 'map', entries: tidyBelow(value.entries, key, order) };
    case 'list':
      return {
        kind: 'list',
        entries: value.entries.map((entry) => ({ ...entry, value: tidyItem(entry.value, key, order) })),
      };
  }
}

/** The entries of a map: those of 指标 in results are rows, whatever they are called. */
function tidyBelow(entries: readonly Entry[], key: string, order: KeyOrder): Entry[] {
  if (!order.items.has(key)) return tidyEntries(entries, order.below.get(key) ?? [], order);
  return entries.map((entry) => ({ ...entry, value: tidyItem(entry.value, key, order) }));
}

/** A row of the tree, or of the list under a key. */
function tidyItem(value: Value, key: string, order: KeyOrder): Value {
  const keys = order.items.get(key);
  return value.kind === 'map' && keys !== undefined
    ? { kind: 'map', entries: tidyEntries(value.entries, keys, order) }
    : tidyValue(value, ROW, order);
}

/** Texts of several sentences; a name, a code or a figure is one whatever it holds. */
const SENTENCES: ReadonlySet<KeyType | undefined> = new Set(['text', 'paragraphs']);
/** Characters: a line longer than this reads badly beside its key, in two sentences or in one. */
const LONG = { sentences: 40, sentence: 60 };

function tidyText(value: Text & { kind: 'text' }, type: KeyType | undefined): Text {
  const text = tidyFigure(value.text, type);
  const lines = toLines(text).map((paragraph) =>
    paragraph.flatMap((line) => (SENTENCES.has(type) ? splitSentences(line) : [line])).join('\n'),
  );
  const sentences = lines.join('\n\n');
  if (sentences === '') return value;
  // A block cannot hold what does not print, such as a control character.
  const canBeBlock = value.style === 'block' || !UNPRINTABLE.test(sentences);
  const limit = sentences.includes('\n') ? LONG.sentences : LONG.sentence;
  const isBroken = value.style === 'block' || text.trim().includes('\n');
  const isLong = SENTENCES.has(type) && sentences.length > limit;
  if (canBeBlock && (isBroken || isLong)) return { kind: 'text', text: `${sentences}\n`, style: 'block' };
  return { kind: 'text', text: canBeBlock ? text.trim() : text, style: value.style };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/** `＝76.00个` → `= 76.00 个`. What is not a figure is left to the author. */
function tidyFigure(text: string, type: KeyType | undefined): string {
  if (type === 'figure') {
    const figure = parseFigure(text);
    return 'wording' in figure ? text : writeFigure(figure);
  }
  if (type === 'amount') {
    const amount = parseAmount(text);
    return 'wording' in amount ? text : `${amount.number} ${amount.unit}`;
  }
  return text;
}

export class UnprovenTidy extends Error {}

/** Reads both again and compares all that they say: every text as it prints, every figure, every comment. */
function prove(before: ParsedSource, text: string, types: KeyOrder['types']): void {
  const { value: after } = parse({ ...before.source, text }, before.words);
  const comments = (source: string) =>
    JSON.stringify(
      readComments(source)
        .map((comment) => comment.text)
        .sort(),
    );
  const isSame =
    after !== null &&
    JSON.stringify(toContent(before.data, '', types)) === JSON.stringify(toContent(after.data, '', types)) &&
    comments(before.source.text) === comments(text);
  if (!isSame) throw new UnprovenTidy(`tidy would change what ${before.source.file} says:\n${text}`);
}

/** All that a source says, whatever its order of keys and the look of its texts. */
function toContent(data: unknown, key: string, types: KeyOrder['types']): unknown {
  if (Array.isArray(data)) return data.map((item) => toContent(item, '', types));
  if (typeof data !== 'object' || data === null) {
    return toParagraphs(tidyFigure(String(data), types.get(key)));
  }
  return Object.entries(data)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, toContent(value, name, types)]);
}
