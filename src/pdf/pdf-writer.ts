import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Enough for deflate's window to fill, few enough that a reader unpacks little to show one page. */
const OBJECTS_PER_STREAM = 200;

/** Writes a PDF object by object; what is no stream goes into compressed object streams (PDF 1.5), which is three quarters of a tagged table. */
export interface PdfWriter {
  /** Takes the next `count` object numbers, and returns the first. */
  take(count: number): number;
  object(number: number, text: string | Buffer): void;
  /** `dictionary`: its entries without /Length. */
  stream(number: number, dictionary: string, content: Buffer): void;
  /** The whole file. The document's id is a hash of its content. */
  finish(root: number, info: number): Buffer;
}

export function createPdfWriter(): PdfWriter {
  const pieces: Buffer[] = [];
  const hash = createHash('sha256');
  /** By object number: free, at an offset, or the nth in an object stream. */
  const kinds: number[] = [0];
  const places: number[] = [0];
  const indexes: number[] = [65535];
  let length = 0;
  let size = 1;
  let waiting: { number: number; text: Buffer }[] = [];

  const append = (piece: Buffer) => {
    pieces.push(piece);
    hash.update(piece);
    length += piece.length;
  };
  const locate = (number: number, kind: number, place: number, index: number) => {
    kinds[number] = kind;
    places[number] = place;
    indexes[number] = index;
  };
  const stream: PdfWriter['stream'] = (number, dictionary, content) => {
    locate(number, 1, length, 0);
    append(Buffer.from(`${number} 0 obj\n<<${dictionary}\n/Length ${content.length}>> stream\n`, 'latin1'));
    append(content);
    append(Buffer.from('\nendstream\nendobj\n'));
  };
  const flush = () => {
    const group = waiting;
    waiting = [];
    const number = size++;
    let offset = 0;
    let head = '';
    for (const [index, member] of group.entries()) {
      head += `${head === '' ? '' : ' '}${member.number} ${offset}`;
      offset += member.text.length + 1;
      locate(member.number, 2, number, index);
    }
    const line = Buffer.from('\n');
    const content = Buffer.concat([Buffer.from(head), line, ...group.flatMap(({ text }) => [text, line])]);
    const first = head.length + 1;
    const dictionary = `/Type /ObjStm\n/N ${group.length}\n/First ${first}\n/Filter /FlateDecode`;
    stream(number, dictionary, deflateSync(content));
  };

  append(Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1'));
  return {
    take: (count) => {
      size += count;
      return size - count;
    },
    object: (number, text) => {
      waiting.push({ number, text: typeof text === 'string' ? Buffer.from(text, 'latin1') : text });
      if (waiting.length === OBJECTS_PER_STREAM) flush();
    },
    stream,
    finish: (root, info) => {
      if (waiting.length > 0) flush();
      const id = hash.digest('hex').slice(0, 32).toUpperCase();
      const number = size++;
      const offset = length;
      kinds[number] = 1;
      places[number] = offset;
      indexes[number] = 0;
      const { rows, widths } = writeTable(size, kinds, places, indexes);
      const columns = widths.reduce((sum, width) => sum + width, 0);
      const content = deflateSync(rows);
      const dictionary = `/Type /XRef\n/Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]\n/W [${widths.join(' ')}]\n/Filter /FlateDecode\n/DecodeParms <</Predictor 12 /Columns ${columns}>>`;
      pieces.push(
        Buffer.from(`${number} 0 obj\n<<${dictionary}\n/Length ${content.length}>> stream\n`, 'latin1'),
        content,
        Buffer.from(`\nendstream\nendobj\nstartxref\n${offset}\n%%EOF\n`),
      );
      return Buffer.concat(pieces);
    },
  };
}

/**
 * The cross-reference stream before deflate: a row an object, each less the row above it (PNG's filter Up), which leaves
 * almost nothing of a hundred thousand consecutive objects.
 */
function writeTable(size: number, kinds: number[], places: number[], indexes: number[]) {
  const highest = places.reduce((most, place) => Math.max(most, place ?? 0), 0);
  const width = Math.ceil(Math.log2(highest + 1) / 8);
  const columns = 1 + width + 2;
  const rows = Buffer.alloc(size * (columns + 1));
  const row = Buffer.alloc(columns);
  const above = Buffer.alloc(columns);
  let at = 0;
  for (let number = 0; number < size; number += 1) {
    row.writeUInt8(kinds[number] ?? 0);
    row.writeUIntBE(places[number] ?? 0, 1, width);
    row.writeUInt16BE(indexes[number] ?? 0, 1 + width);
    rows[at++] = 2;
    for (let column = 0; column < columns; column += 1)
      rows[at++] = (row[column] ?? 0) - (above[column] ?? 0);
    row.copy(above);
  }
  return { rows, widths: [1, width, 2] as const };
}
