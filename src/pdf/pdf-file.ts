import { decodeName, decodeText, readArray, readCount, readDictionary, readReference } from './pdf-syntax.ts';

/**
 * A PDF as Skia (Chromium) writes it: a classic cross-reference table that gives every object's place, one object after
 * the other, no object streams. Anything else is an unknown writer and throws: a broken file is never produced in silence.
 */
export interface PdfFile {
  bytes: Buffer;
  objects: PdfObjects;
  /** Object numbers of the catalog and of the document information. */
  root: number;
  info: number;
  pages: PdfPage[];
  /** Named destination → page index from 0. Every `id` that a link of the document names is one (percent-encoded if not ASCII). */
  destinations: Map<string, { page: number; place: string }>;
  /** By object number. Those of a composite font are not among them. */
  fonts: Map<number, PdfFont>;
  /** Bookmarks from top to bottom. */
  outline: PdfBookmark[];
}

export interface PdfFont {
  /** Without the prefix of a subset; empty where a Type 3 font has none. */
  name: string;
  subtype: string;
  /** CIDFontType2 (TrueType) or CIDFontType0 in a Type0 font, else null. */
  descendantSubtype: string | null;
  /** Object numbers of its description, and of what each of its glyphs says when it is copied or searched for. */
  descriptor: number | null;
  textLayer: number | null;
}

export interface PdfPage {
  number: number;
  entries: Map<string, string>;
}

export interface PdfBookmark {
  title: string;
  /** 1 for a part of the document, 2 for what is in it, … */
  level: number;
  /** From 0. */
  page: number;
  /** What follows the page in its destination. */
  place: string;
  /** The heading's structure element. */
  element: number | null;
}

/** Where the objects are; index = object number. Offsets in bytes; both are 0 for a number that is not used. */
export interface PdfObjects {
  /** One more than the highest object number. */
  size: number;
  /** Behind `N 0 obj`. */
  starts: Uint32Array;
  /** Before `endobj`. */
  ends: Uint32Array;
}

export function readPdf(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { objects, root, info } = readObjects(buffer);
  const dictionaryOf = (number: number) => readDictionary(readObject(buffer, objects, number));
  const catalog = dictionaryOf(root);
  const pages = listPages(dictionaryOf, readReference(catalog.get('Pages')));
  const pageIndex = new Map(pages.map(({ number }, index) => [number, index]));
  const pageOf: PageOf = (destination) => {
    const [target, ...place] = readArray(destination ?? '');
    const page = pageIndex.get(readReference(target));
    if (page === undefined) throw new Error(`PDF destination outside the pages: ${destination}`);
    return { page, place: place.join(' ') };
  };
  const destinations: PdfFile['destinations'] = new Map();
  const named = catalog.get('Dests');
  if (named)
    for (const [name, place] of dictionaryOf(readReference(named))) destinations.set(name, pageOf(place));
  const outline: PdfBookmark[] = [];
  const bookmarks = catalog.get('Outlines');
  if (bookmarks)
    listBookmarks(dictionaryOf, dictionaryOf(readReference(bookmarks)).get('First'), 1, pageOf, outline);
  return {
    bytes: buffer,
    objects,
    root,
    info,
    pages,
    destinations,
    fonts: listFonts(buffer, objects, dictionaryOf, pages),
    outline,
  };
}

/** The text of an object that is no stream, one character a byte. */
export function readObject(bytes: Buffer, { starts, ends }: PdfObjects, number: number): string {
  const start = starts[number];
  if (!start) throw new Error(`PDF object ${number} is missing`);
  return bytes.toString('latin1', start, ends[number]);
}

const endOfObject = Buffer.from('\nendobj\n');
const endOfStream = Buffer.from('\nendstream');

/** The bytes of a stream, still deflated. */
export function readStream(bytes: Buffer, { starts, ends }: PdfObjects, number: number): Buffer {
  const open = bytes.indexOf('>> stream\n', starts[number] ?? 0, 'latin1');
  return bytes.subarray(open + 10, (ends[number] ?? 0) - endOfStream.length);
}

export function isStream(bytes: Buffer, { ends }: PdfObjects, number: number): boolean {
  return endsWith(bytes, endOfStream, ends[number] ?? 0);
}

function readObjects(bytes: Buffer): { objects: PdfObjects; root: number; info: number } {
  const tail = bytes.subarray(-2048).toString('latin1');
  const place = /startxref\n(\d+)\n%%EOF\s*$/.exec(tail);
  const trailer = /trailer\n(<<[\s\S]*>>)\nstartxref\n\d+\n%%EOF\s*$/.exec(tail);
  if (!bytes.toString('latin1', 0, 5).startsWith('%PDF-') || !place || !trailer?.[1])
    throw new Error('not a whole PDF');
  const table = Number(place[1]);
  const entries = readDictionary(trailer[1]);
  const size = readCount(entries.get('Size'));
  if (entries.has('Encrypt') || entries.has('Prev'))
    throw new Error('PDF is encrypted or was changed in place');
  const heading = `xref\n0 ${size}\n`;
  if (bytes.toString('latin1', table, table + heading.length) !== heading)
    throw new Error('PDF without a plain xref table');

  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  /** offset × 2²⁴ + object number: sorts as numbers, exact up to 2⁵³. */
  const order = new Float64Array(size);
  let used = 0;
  for (let number = 1; number < size; number += 1) {
    const entry = table + heading.length + number * 20;
    if (bytes[entry + 17] === 0x66 /* f: free */) continue;
    let offset = 0;
    for (let digit = entry; digit < entry + 10; digit += 1) offset = offset * 10 + (bytes[digit] ?? 0) - 0x30;
    if (!(offset > 0 && offset < table)) throw new Error(`PDF object ${number} has no place`);
    order[used++] = offset * 0x1000000 + number;
  }
  const sorted = order.subarray(0, used).sort();
  for (let index = 0; index < used; index += 1) {
    const key = sorted[index] ?? 0;
    const number = key % 0x1000000;
    const offset = (key - number) / 0x1000000;
    const next = index + 1 < used ? Math.floor((sorted[index + 1] ?? 0) / 0x1000000) : table;
    const start = offset + headingLength(bytes, offset, number);
    if (!endsWith(bytes, endOfObject, next)) throw new Error(`PDF object ${number} has no end`);
    starts[number] = start;
    ends[number] = next - endOfObject.length;
  }
  const objects = { size, starts, ends };
  for (let number = 1; number < size; number += 1)
    if (isStream(bytes, objects, number)) checkStream(bytes, objects, number);
  return { objects, root: readReference(entries.get('Root')), info: readReference(entries.get('Info')) };
}

/** Length of `12 0 obj\n`, which must be at the offset. */
function headingLength(bytes: Buffer, offset: number, number: number): number {
  const heading = `${number} 0 obj\n`;
  for (let index = 0; index < heading.length; index += 1) {
    if (bytes[offset + index] !== heading.charCodeAt(index))
      throw new Error(`PDF object ${number} is not at its place`);
  }
  return heading.length;
}

function checkStream(bytes: Buffer, { starts, ends }: PdfObjects, number: number): void {
  const start = starts[number] ?? 0;
  const open = bytes.indexOf('>> stream\n', start, 'latin1');
  const length = readCount(readDictionary(bytes.toString('latin1', start, open + 2)).get('Length'));
  if (open + 10 + length + endOfStream.length !== ends[number])
    throw new Error(`PDF stream ${number} has a wrong length`);
}

function endsWith(bytes: Buffer, ending: Buffer, end: number): boolean {
  for (let index = 1; index <= ending.length; index += 1) {
    if (bytes[end - index] !== ending[ending.length - index]) return false;
  }
  return true;
}

type DictionaryOf = (number: number) => Map<string, string>;
type PageOf = (destination: string | undefined) => { page: number; place: string };

/** The leaves of the page tree, which is nested from nine pages on, in their order. */
function listPages(dictionaryOf: DictionaryOf, tree: number): PdfPage[] {
  const pages: PdfPage[] = [];
  const waiting = [tree];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const entries = dictionaryOf(number);
    const type = entries.get('Type');
    if (type === '/Page') pages.push({ number, entries });
    else if (type === '/Pages')
      waiting.push(
        ...readArray(entries.get('Kids') ?? '')
          .map(readReference)
          .reverse(),
      );
    else throw new Error(`PDF object ${number} in the page tree is a ${type}`);
  }
  const count = readCount(dictionaryOf(tree).get('Count'));
  if (count !== pages.length) throw new Error(`PDF says ${count} pages and has ${pages.length}`);
  return pages;
}

function listBookmarks(
  dictionaryOf: DictionaryOf,
  first: string | undefined,
  level: number,
  pageOf: PageOf,
  outline: PdfBookmark[],
): void {
  for (let next = first; next; ) {
    const entries = dictionaryOf(readReference(next));
    outline.push({
      title: decodeText(entries.get('Title') ?? '()'),
      level,
      ...pageOf(entries.get('Dest')),
      element: entries.has('SE') ? readReference(entries.get('SE')) : null,
    });
    listBookmarks(dictionaryOf, entries.get('First'), level + 1, pageOf, outline);
    next = entries.get('Next');
  }
}

/** Every font of the file, pages or not; a font of a page that this does not find means an unknown writer. */
function listFonts(
  bytes: Buffer,
  { size, starts }: PdfObjects,
  dictionaryOf: DictionaryOf,
  pages: PdfPage[],
): Map<number, PdfFont> {
  const mark = '<</Type /Font\n';
  const found = new Map<number, Map<string, string>>();
  for (let number = 1; number < size; number += 1) {
    const start = starts[number] ?? 0;
    if (bytes[start + 9] !== 0x46 || bytes[start + 13] !== 0x0a) continue;
    if (bytes.toString('latin1', start, start + mark.length) === mark)
      found.set(number, dictionaryOf(number));
  }
  for (const { number, entries } of pages) {
    const fonts = readDictionary(entries.get('Resources') ?? '<<>>').get('Font');
    for (const font of fonts ? readDictionary(fonts).values() : []) {
      if (!found.has(readReference(font))) throw new Error(`PDF page ${number} has an unknown font: ${font}`);
    }
  }
  const fonts = new Map<number, PdfFont>();
  for (const [number, font] of found) {
    const subtype = decodeName(font.get('Subtype') ?? '/');
    if (subtype.startsWith('CIDFont')) continue;
    const [reference] = readArray(font.get('DescendantFonts') ?? '[]');
    const descendant = reference === undefined ? null : dictionaryOf(readReference(reference));
    const descriptor = (descendant ?? font).get('FontDescriptor');
    const textLayer = font.get('ToUnicode');
    fonts.set(number, {
      name: decodeName(font.get('BaseFont') ?? '/').replace(/^[A-Z]{6}\+/, ''),
      subtype,
      descendantSubtype: descendant && decodeName(descendant.get('Subtype') ?? '/'),
      descriptor: descriptor === undefined ? null : readReference(descriptor),
      textLayer: textLayer === undefined ? null : readReference(textLayer),
    });
  }
  return fonts;
}
