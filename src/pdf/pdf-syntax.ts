/**
 * The little of PDF's syntax (ISO 32000-1, 7.3) that Skia writes, on text in which one UTF-16 unit is one byte (latin1).
 * Values stay the text they were written as: most are only moved, few are looked into.
 */

/** One token. Strings have their parentheses escaped, as Skia does; a nested pair stops the reading, loudly. */
const token =
  /\s*(?:<<|>>|[[\]]|\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>|\/[^\s()<>[\]{}/%]*|\d+ \d+ R|[^\s()<>[\]{}/%]+)/y;

/** Key without its slash → the value's own text. */
export type Dictionary = Map<string, string>;

export function readDictionary(text: string): Dictionary {
  const values = readValues(text, '<<', '>>');
  const entries: Dictionary = new Map();
  for (let index = 0; index < values.length; index += 2) {
    const key = values[index];
    const value = values[index + 1];
    if (!key?.startsWith('/') || value === undefined)
      throw new Error(`not a PDF dictionary: ${excerpt(text)}`);
    entries.set(decodeName(key), value);
  }
  return entries;
}

export function readArray(text: string): string[] {
  return readValues(text, '[', ']');
}

export function writeDictionary(entries: Dictionary): string {
  return `<<${[...entries].map(([key, value]) => `/${key} ${value}`).join('\n')}>>`;
}

/** The number of the object that `12 0 R` names. */
export function readReference(value: string | undefined): number {
  const found = value === undefined ? null : /^(\d+) 0 R$/.exec(value);
  if (!found) throw new Error(`not a PDF reference: ${excerpt(value ?? 'nothing')}`);
  return Number(found[1]);
}

export function readCount(value: string | undefined): number {
  if (value === undefined || !/^\d+$/.test(value))
    throw new Error(`not a PDF count: ${excerpt(value ?? 'nothing')}`);
  return Number(value);
}

/** `/a#20b` → `a b`. */
export function decodeName(name: string): string {
  if (/^\/[\w-]*$/.test(name)) return name.slice(1);
  const bytes = name
    .slice(1)
    .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A text string: UTF-16 with a byte order mark, else (all that Skia writes) ASCII. */
export function decodeText(value: string): string {
  const bytes = Buffer.from(
    value.startsWith('<') ? Buffer.from(value.slice(1, -1), 'hex') : decodeLiteral(value),
  );
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return bytes
    .subarray(2, bytes.length - (bytes.length % 2))
    .swap16()
    .toString('utf16le');
}

/** Any text as a string in hexadecimal UTF-16: nothing to escape, the same for every text. */
export function encodeText(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

function decodeLiteral(value: string): Buffer {
  const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const text = value
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped)
        ? String.fromCharCode(Number.parseInt(escaped, 8))
        : (letters[escaped] ?? escaped),
    );
  return Buffer.from(text, 'latin1');
}

/** The values directly inside the brackets; a dictionary's keys are values like the others. */
function readValues(text: string, open: string, close: string): string[] {
  const values: string[] = [];
  let depth = 0;
  let start = 0;
  token.lastIndex = 0;
  for (;;) {
    const found = token.exec(text)?.[0].trimStart();
    if (found === undefined) throw new Error(`PDF value without an end: ${excerpt(text)}`);
    const end = token.lastIndex;
    if (depth === 0 && found !== open)
      throw new Error(`PDF value does not begin with ${open}: ${excerpt(text)}`);
    if (found === '<<' || found === '[') {
      if (depth === 1) start = end - found.length;
      depth += 1;
    } else if (found === '>>' || found === ']') {
      depth -= 1;
      if (depth === 1) values.push(text.slice(start, end));
      if (depth > 0) continue;
      if (found !== close || end !== text.length) throw new Error(`PDF value ends oddly: ${excerpt(text)}`);
      return values;
    } else if (depth === 1) values.push(found);
  }
}

function excerpt(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
