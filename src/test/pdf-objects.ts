import { inflateSync } from 'node:zlib';

/** A reader of PDF files that shares nothing with what writes them: ISO 32000-1, 7.2 to 7.5, with streams of objects. */
export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}
export class Operator {
  readonly operator: string;
  constructor(operator: string) {
    this.operator = operator;
  }
}
export interface Stream {
  dictionary: Dictionary;
  raw: Buffer;
}
export type Dictionary = Map<string, Value>;
export type Value =
  | null
  | boolean
  | number
  | Buffer
  | Name
  | Reference
  | Operator
  | Value[]
  | Dictionary
  | Stream;

export interface PdfObjects {
  bytes: Buffer;
  trailer: Dictionary;
  numbers: number[];
  /** What a value refers to, through any number of references. */
  resolve(value: Value | undefined): Value;
  dictionary(value: Value | undefined): Dictionary;
  array(value: Value | undefined): Value[];
  stream(value: Value | undefined): Stream;
  name(value: Value | undefined): string;
}

export function readPdfObjects(bytes: Buffer): PdfObjects {
  const places = new Map<number, { at: number } | { stream: number; index: number }>();
  const cache = new Map<number, Value>();
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.subarray(-64).toString('latin1'))?.[1]);
  const table = readIndirect(bytes, start) as Stream;
  const widths = (table.dictionary.get('W') as number[]) ?? [];
  const rows = unfold(table);
  const number = (at: number, width: number) => (width === 0 ? 1 : rows.readUIntBE(at, width));
  const width = widths.reduce((sum, value) => sum + value, 0);
  for (let row = 0; (row + 1) * width <= rows.length; row += 1) {
    const [kind = 0, place = 0, index = 0] = widths.map((own, column) =>
      number(row * width + widths.slice(0, column).reduce((sum, value) => sum + value, 0), own),
    );
    if (kind === 1) places.set(row, { at: place });
    if (kind === 2) places.set(row, { stream: place, index });
  }
  const groups = new Map<number, Value[]>();
  const readGroup = (own: number): Value[] => {
    const known = groups.get(own);
    if (known) return known;
    const group = object(own) as Stream;
    const content = unfold(group);
    const first = group.dictionary.get('First') as number;
    const heads = readValues(content.subarray(0, first)) as number[];
    const members = heads.flatMap((offset, at) => (at % 2 === 1 ? [offset] : []));
    const values = members.map((offset, at) => {
      const end = members[at + 1] === undefined ? content.length : first + (members[at + 1] ?? 0);
      return readValues(content.subarray(first + offset, end))[0] ?? null;
    });
    groups.set(own, values);
    return values;
  };
  const object = (own: number): Value => {
    if (!cache.has(own)) {
      const place = places.get(own);
      if (place === undefined) cache.set(own, null);
      else
        cache.set(
          own,
          'at' in place ? readIndirect(bytes, place.at) : (readGroup(place.stream)[place.index] ?? null),
        );
    }
    return cache.get(own) ?? null;
  };
  const resolve = (value: Value | undefined): Value =>
    value instanceof Reference ? resolve(object(value.number)) : (value ?? null);
  return {
    bytes,
    trailer: table.dictionary,
    numbers: [...places.keys()],
    resolve,
    dictionary: (value) => {
      const found = resolve(value);
      if (found instanceof Map) return found;
      return isStream(found) ? found.dictionary : new Map();
    },
    array: (value) => {
      const found = resolve(value);
      return Array.isArray(found) ? found : [];
    },
    stream: (value) => {
      const found = resolve(value);
      if (!isStream(found)) throw new Error('no stream');
      return found;
    },
    name: (value) => {
      const found = resolve(value);
      return found instanceof Name ? found.name : '';
    },
  };
}

export function isStream(value: Value): value is Stream {
  return value !== null && typeof value === 'object' && 'raw' in value;
}

/** The bytes of a stream, with the differences of PNG's filter Up added up. */
export function unfold({ dictionary, raw }: Stream): Buffer {
  const data = dictionary.get('Filter') === undefined ? raw : inflateSync(raw);
  const parameters = dictionary.get('DecodeParms');
  const columns = parameters instanceof Map ? parameters.get('Columns') : undefined;
  if (typeof columns !== 'number') return data;
  const rows = Buffer.alloc((data.length / (columns + 1)) * columns);
  for (let row = 0; row * columns < rows.length; row += 1)
    for (let column = 0; column < columns; column += 1)
      rows[row * columns + column] =
        (data[row * (columns + 1) + 1 + column] ?? 0) +
        (row === 0 ? 0 : (rows[(row - 1) * columns + column] ?? 0));
  return rows;
}

const TOKEN =
  /\s+|%[^\r\n]*|(<<|>>|\[|\])|\/([^\s()<>[\]{}/%]*)|<([0-9A-Fa-f\s]*)>|(\()|(\d+) (\d+) R(?![\w])|([+-]?(?:\d+\.?\d*|\.\d+))(?![^\s()<>[\]{}/%])|([^\s()<>[\]{}/%]+)/y;

/** All values of a text, operators among them. */
export function readValues(bytes: Buffer): Value[] {
  const text = bytes.toString('latin1');
  const stack: Value[][] = [[]];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const at = TOKEN.lastIndex;
    const [found, bracket, name, hex, literal, number, , real, word] = TOKEN.exec(text) ?? [];
    if (found === undefined) throw new Error(`no PDF value: ${text.slice(at, at + 40)}`);
    const add = (value: Value) => stack.at(-1)?.push(value);
    if (bracket === '<<' || bracket === '[') stack.push([]);
    else if (bracket !== undefined) {
      const values = stack.pop() ?? [];
      add(bracket === ']' ? values : toDictionary(values));
    } else if (name !== undefined)
      add(new Name(name.replace(/#(..)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))));
    else if (hex !== undefined) add(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
    else if (literal !== undefined) {
      const end = endOfLiteral(text, at + 1);
      add(Buffer.from(text.slice(at + 1, end).replace(/\\(.)/gs, '$1'), 'latin1'));
      TOKEN.lastIndex = end + 1;
    } else if (number !== undefined) add(new Reference(Number(number)));
    else if (real !== undefined) add(Number(real));
    else if (word !== undefined)
      add(
        word === 'null' ? null : word === 'true' || word === 'false' ? word === 'true' : new Operator(word),
      );
  }
  return stack[0] ?? [];
}

function endOfLiteral(text: string, start: number): number {
  let depth = 1;
  for (let at = start; ; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
}

function toDictionary(values: readonly Value[]): Dictionary {
  const entries: Dictionary = new Map();
  for (let at = 0; at < values.length; at += 2) {
    const key = values[at];
    if (!(key instanceof Name) || at + 1 >= values.length) throw new Error('no PDF dictionary');
    entries.set(key.name, values[at + 1] ?? null);
  }
  return entries;
}

function readIndirect(bytes: Buffer, start: number): Value {
  const head = /^(\d+) 0 obj\n/.exec(bytes.toString('latin1', start, start + 20));
  if (!head) throw new Error(`no PDF object at ${start}`);
  const from = start + head[0].length;
  const end = bytes.indexOf('endobj', from);
  const body = bytes.indexOf('stream\n', from);
  if (body < 0 || body > end) return readValues(bytes.subarray(from, end))[0] ?? null;
  const [dictionary] = readValues(bytes.subarray(from, body));
  if (!(dictionary instanceof Map)) throw new Error('no dictionary of a stream');
  const length = dictionary.get('Length') as number;
  const behind = body + 'stream\n'.length + length;
  if (bytes.toString('latin1', behind, behind + 18) !== '\nendstream\nendobj\n')
    throw new Error('wrong length of a stream');
  return { dictionary, raw: bytes.subarray(behind - length, behind) };
}
