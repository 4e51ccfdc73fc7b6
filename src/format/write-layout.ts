import { stringify } from 'yaml';
import { isSchemaLine } from './attach-comments.ts';
import type { Comment, Entry, Layout, Text } from './layout.ts';

/** Writes a layout: two blanks a level, one empty line where there were some, LF, a line break at the end. */
export function writeLayout({ header, entries, footer }: Layout): string {
  const first = entries[0];
  const isApart =
    header.some(({ text }) => !isSchemaLine(text)) || (first?.leading[0]?.isApart ?? first?.isApart ?? false);
  const lines = [
    ...writeComments(header, '').slice(header[0]?.isApart ? 1 : 0),
    ...(header.length > 0 && isApart ? [''] : []),
    ...writeEntries(entries, ''),
    ...writeComments(footer, ''),
  ];
  return `${lines.join('\n')}\n`;
}

/** What a collection begins with is right below its key: an empty line there belongs to nothing. */
function writeEntries(entries: readonly Entry[], indent: string): string[] {
  const lines = entries.flatMap((entry) => writeEntry(entry, indent));
  return lines[0] === '' ? lines.slice(1) : lines;
}

function writeEntry(entry: Entry, indent: string): string[] {
  const { key, value, trailing, after, isApart } = entry;
  const isItem = key === null;
  const head = `${indent}${isItem ? '-' : `${writeScalar(key)}:`}`;
  const behind = trailing === null ? '' : ` ${trailing}`;
  const above = writeComments(entry.leading, indent);
  // An empty line below the comments belongs there, too; one above them is theirs.
  const apart = isApart ? [''] : [];
  const below = writeComments(after, indent);
  if (value.kind === 'text' || value.kind === 'raw') {
    const [first = '', ...rest] = writeText(value);
    const line = `${head}${first === '' ? '' : ` ${first}`}${behind}`;
    return [
      ...above,
      ...apart,
      line,
      ...rest.map((text) => (text === '' ? '' : `${indent}  ${text}`)),
      ...below,
    ];
  }
  if (value.entries.length === 0) {
    return [...above, ...apart, `${head} ${value.kind === 'map' ? '{}' : '[]'}${behind}`, ...below];
  }
  if (!isItem)
    return [...above, ...apart, `${head}${behind}`, ...writeEntries(value.entries, `${indent}  `), ...below];
  const [first, ...rest] = value.entries;
  if (first === undefined) throw new Error('an item without entries');
  const [line = '', ...lines] = writeEntries(
    [{ ...first, leading: [], isApart: false }, ...rest],
    `${indent}  `,
  );
  return [
    ...above,
    ...apart,
    ...writeComments(first.leading, indent),
    `${head} ${line.slice(indent.length + 2)}`,
    ...lines,
    ...below,
  ];
}

function writeComments(comments: readonly Comment[], indent: string): string[] {
  return comments.flatMap(({ text, isApart }) => [...(isApart ? [''] : []), `${indent}${text}`]);
}

/** What is behind the key, and the lines below it. */
function writeText(value: Text): string[] {
  if (value.kind === 'raw') return [value.text, ...value.lines];
  const { text, style } = value;
  if (style === 'block' && text.trim() === '') return ['|'];
  if (style === 'block') return ['|', ...text.replace(/\n$/, '').split('\n')];
  if (text === '') return [style === 'quoted' ? '""' : ''];
  // Editors read YAML's numbers and words where this program reads text: what was quoted for their sake stays quoted.
  return [style === 'quoted' && READ_OTHERWISE.test(text) ? JSON.stringify(text) : writeScalar(text)];
}

const READ_OTHERWISE =
  /^(?:[-+]?\.?\d[\d.,eExXoO_:+-]*|[-+]?\.(?:inf|nan)|~|null|true|false|yes|no|on|off)$/i;

/** Without quotes where YAML allows it. */
export function writeScalar(text: string): string {
  if (text === '') return '""';
  if (PLAINLY_PLAIN.test(text)) return text;
  return stringify(text, {
    schema: 'failsafe',
    lineWidth: 0,
    defaultStringType: 'PLAIN',
    defaultKeyType: 'PLAIN',
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  }).replace(/\n$/, '');
}

/** Begins with a Han character and holds nothing that YAML could take for its own. */
const PLAINLY_PLAIN = /^\p{Script=Han}[\p{Script=Han}\w、，。；！？（）《》“”…—%≥≤.=-]*$/u;
