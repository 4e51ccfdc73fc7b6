import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { PartPage, PdfPart } from '../pdf/part.ts';
import type { Laid } from './sheet-page.ts';

/** Pages that were printed, to be bound into any number of documents. */
export interface PrintedPart extends Laid {
  pdf: PdfPart;
  /** The browser's version. */
  browser: string;
}

/** What a part is, to be known without unpacking it. */
export interface PartLabel {
  version: number;
  /** The hash of all that decides the part. */
  fingerprint: string;
  pages: number;
  /** By which links lead to its first page. */
  anchor: string | null;
}

const VERSION = 2;
/** Parts are written more often than a disk is full of them. */
const QUICK = { level: 1 };
const LINE = '\n'.charCodeAt(0);
const HASH_LENGTH = 64;

/**
 * A part as a file: the hash of all the rest, the label, then each piece with its length before it. The same part gives the same
 * bytes.
 */
export function formatPart(part: PrintedPart, fingerprint: string): Buffer {
  const { objects, streams, pages, ...rest } = part.pdf;
  const facts = {
    ...part,
    pdf: {
      ...rest,
      pages: pages.map(({ content, ...page }) => ({ ...page, content: content.length })),
      streams: streams.map(({ content: _, ...stream }) => stream),
    },
  };
  const label: PartLabel = { version: VERSION, fingerprint, ...labelOf(part) };
  const pieces = [
    deflateSync(JSON.stringify(facts), QUICK),
    deflateSync(objects, QUICK),
    ...pages.flatMap(({ content }) => content),
    ...streams.map(({ content }) => content),
  ];
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(label)}\n`),
    ...pieces.flatMap((piece) => [writeLength(piece.length), piece]),
  ]);
  return Buffer.concat([Buffer.from(`${hashOf(content)}\n`), content]);
}

export function labelOf({ pages }: Pick<PrintedPart, 'pages'>): Pick<PartLabel, 'pages' | 'anchor'> {
  return { pages: pages.length, anchor: pages[0]?.anchor ?? null };
}

/** Whether a part's file is as it was written, whatever its fingerprint. */
export function isWholePart(file: Buffer): boolean {
  return (
    file[HASH_LENGTH] === LINE &&
    file.toString('latin1', 0, HASH_LENGTH) === hashOf(file.subarray(HASH_LENGTH + 1))
  );
}

/** Null for what is not, or is no longer, the part of this fingerprint. */
export function readLabel(file: Buffer, fingerprint: string): PartLabel | null {
  if (!isWholePart(file)) return null;
  const content = file.subarray(HASH_LENGTH + 1);
  const label = JSON.parse(content.toString('utf8', 0, content.indexOf(LINE))) as PartLabel;
  return label.version === VERSION && label.fingerprint === fingerprint ? label : null;
}

/** Null as for `readLabel`. */
export function parsePart(file: Buffer, fingerprint: string): PrintedPart | null {
  if (readLabel(file, fingerprint) === null) return null;
  const pieces: Buffer[] = [];
  for (let at = file.indexOf(LINE, HASH_LENGTH + 1) + 1; at < file.length; ) {
    const length = file.readUInt32BE(at);
    pieces.push(file.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const take = () => pieces.shift() ?? Buffer.alloc(0);
  const { pdf, ...part } = JSON.parse(inflateSync(take()).toString()) as Stored;
  const objects = inflateSync(take());
  const pages = pdf.pages.map((page) => ({ ...page, content: Array.from({ length: page.content }, take) }));
  const streams = pdf.streams.map((stream) => ({ ...stream, content: take() }));
  return { ...part, pdf: { ...pdf, objects, pages, streams } };
}

type Stored = Omit<PrintedPart, 'pdf'> & {
  pdf: Omit<PdfPart, 'objects' | 'pages' | 'streams'> & {
    pages: (Omit<PartPage, 'content'> & { content: number })[];
    streams: Omit<PdfPart['streams'][number], 'content'>[];
  };
};

function writeLength(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
