import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type PdfAbout, writeInformation, writePageLabels, writeXmp } from './metadata.ts';
import { isStream, type PdfFile, readObject, readStream } from './pdf-file.ts';
import { decodeText, readDictionary, writeDictionary } from './pdf-syntax.ts';
import { createStructureIds } from './structure-ids.ts';
import { restoreText, type WrittenCharacters } from './text-layer.ts';

export type { PdfAbout };

/** Enough for deflate's window to fill, few enough that a reader unpacks little to show one page. */
const objectsPerStream = 200;

/** What the cross-reference stream says of an object: free, at an offset, or the nth in an object stream. */
type Place = [kind: 0 | 1 | 2, where: number, index: number];

/**
 * Chromium's PDF in the form that we keep: the same document gives the same bytes, whatever the page printed before.
 * New document information, structure ids counted from 1, a document id that is a hash of the content, page labels; every
 * object that is no stream goes into compressed object streams (PDF 1.5), which is three quarters of a tagged table.
 * The text layer says the characters that were written; Skia's other streams (pages, fonts) stay as they are.
 */
export function canonicalPdf(file: PdfFile, about: PdfAbout, written: WrittenCharacters): Buffer {
  const { bytes, objects } = file;
  const textLayers = new Set(file.textLayers);
  const places: Place[] = Array.from({ length: objects.size }, () => [0, 0, 0]);
  places[0] = [0, 0, 65535];
  const parts: Buffer[] = [];
  let length = 0;
  const append = (...added: Buffer[]) => {
    for (const part of added) {
      parts.push(part);
      length += part.length;
    }
  };
  const appendStream = (number: number, dictionary: string, content: Buffer) => {
    places[number] = [1, length, 0];
    const head = `${number} 0 obj\n<<${dictionary}\n/Length ${content.length}>> stream\n`;
    append(Buffer.from(head, 'latin1'), content, Buffer.from('\nendstream\nendobj\n'));
  };

  append(Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1'));
  const plain: number[] = [];
  for (let number = 1; number < objects.size; number += 1) {
    const start = objects.starts[number] ?? 0;
    const end = objects.ends[number] ?? 0;
    if (start === 0) continue;
    if (textLayers.has(number)) {
      appendStream(number, '/Filter /FlateDecode', restoreText(readStream(bytes, objects, number), written));
    } else if (isStream(bytes, objects, number)) {
      places[number] = [1, length, 0];
      append(Buffer.from(`${number} 0 obj\n`), bytes.subarray(start, end), Buffer.from('\nendobj\n'));
    } else {
      plain.push(number);
    }
  }

  let size = objects.size;
  const xmp = size++;
  const { information, catalog, metadata } = writeAbout(file, about, xmp);
  appendStream(xmp, '/Type /Metadata\n/Subtype /XML', metadata);

  for (const group of groupObjects(file, plain, new Map([information, catalog]))) {
    const number = size++;
    for (const [index, member] of group.numbers.entries()) places[member] = [2, number, index];
    const dictionary = `/Type /ObjStm\n/N ${group.numbers.length}\n/First ${group.first}\n/Filter /FlateDecode`;
    appendStream(number, dictionary, deflateSync(group.content));
  }

  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const id = hash.digest('hex').slice(0, 32).toUpperCase();
  const table = size++;
  const offset = length;
  places[table] = [1, offset, 0];
  const { rows, widths } = writeTable(places);
  const columns = widths.reduce((sum, width) => sum + width, 0);
  appendStream(
    table,
    `/Type /XRef\n/Size ${size}\n/Root ${file.root} 0 R\n/Info ${file.info} 0 R\n/ID [<${id}> <${id}>]\n/W [${widths.join(' ')}]\n/Filter /FlateDecode\n/DecodeParms <</Predictor 12 /Columns ${columns}>>`,
    deflateSync(rows),
  );
  append(Buffer.from(`startxref\n${offset}\n%%EOF\n`));
  return Buffer.concat(parts, length);
}

/** The objects that are ours: document information, catalog, and the content of the metadata stream. */
function writeAbout({ bytes, objects, root, info, outline }: PdfFile, about: PdfAbout, xmp: number) {
  const producer = readDictionary(readObject(bytes, objects, info)).get('Producer');
  const catalog = readDictionary(readObject(bytes, objects, root));
  const language = decodeText(catalog.get('Lang') ?? '()');
  const metadata = writeXmp(about, language);
  catalog.set('ViewerPreferences', '<</DisplayDocTitle true>>').set('Metadata', `${xmp} 0 R`);
  if (about.pageLabels.length > 0) catalog.set('PageLabels', writePageLabels(about.pageLabels));
  if (outline.length > 1) catalog.set('PageMode', '/UseOutlines');
  return {
    information: [info, writeDictionary(writeInformation(about, producer))] as const,
    catalog: [root, writeDictionary(catalog)] as const,
    metadata: Buffer.from(metadata, 'utf8'),
  };
}

interface ObjectGroup {
  numbers: number[];
  /** Where in the content the first object begins, behind the list of numbers and offsets. */
  first: number;
  content: Buffer;
}

/** The contents of the object streams: Skia's objects in the order of their numbers, then those that are written anew. */
function* groupObjects(file: PdfFile, plain: number[], ours: Map<number, string>): Generator<ObjectGroup> {
  const ids = createStructureIds(file);
  const tree = new Set(ids.treeNodes);
  const kept = plain.filter((number) => !ours.has(number) && !tree.has(number));
  const { starts, ends } = file.objects;
  for (let from = 0; from < kept.length; from += objectsPerStream) {
    const numbers = kept.slice(from, from + objectsPerStream);
    // A renamed id is never longer than the old one, so the objects' own lengths and a line break each are enough.
    const room = numbers.reduce((sum, number) => sum + (ends[number] ?? 0) - (starts[number] ?? 0) + 1, 0);
    const body = Buffer.allocUnsafe(room);
    const offsets: number[] = [];
    let end = 0;
    for (const number of numbers) {
      offsets.push(end);
      end = ids.copy(number, body, end);
      end = body.writeUInt8(0x0a, end);
    }
    yield writeGroup(numbers, offsets, body.subarray(0, end));
  }
  const written = [...ours, ...ids.writeTree()];
  const offsets: number[] = [];
  let text = '';
  for (const [, object] of written) {
    offsets.push(text.length);
    text += `${object}\n`;
  }
  yield writeGroup(
    written.map(([number]) => number),
    offsets,
    Buffer.from(text, 'latin1'),
  );
}

function writeGroup(numbers: number[], offsets: number[], body: Buffer): ObjectGroup {
  const head = Buffer.from(`${numbers.map((number, index) => `${number} ${offsets[index]}`).join(' ')}\n`);
  return { numbers, first: head.length, content: Buffer.concat([head, body]) };
}

/**
 * The cross-reference stream before deflate: a row an object, each less the row above it (PNG's filter Up), which leaves
 * almost nothing of a hundred thousand consecutive objects.
 */
function writeTable(places: Place[]): { rows: Buffer; widths: [number, number, number] } {
  const highest = places.reduce((most, [, where]) => Math.max(most, where), 0);
  const width = Math.ceil(Math.log2(highest + 1) / 8);
  const columns = 1 + width + 2;
  const rows = Buffer.alloc(places.length * (columns + 1));
  let above = Buffer.alloc(columns);
  let at = 0;
  for (const [kind, where, index] of places) {
    const row = Buffer.alloc(columns);
    row.writeUInt8(kind);
    row.writeUIntBE(where, 1, width);
    row.writeUInt16BE(index, 1 + width);
    at = rows.writeUInt8(2, at);
    for (let column = 0; column < columns; column += 1) {
      at = rows.writeUInt8(((row[column] ?? 0) - (above[column] ?? 0)) & 0xff, at);
    }
    above = row;
  }
  return { rows, widths: [1, width, 2] };
}
