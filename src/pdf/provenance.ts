import { DIGEST_LENGTH } from '../util/digest.ts';
import { escapeXml, unescapeXml } from './xml.ts';

/** Names our own entries among those of XMP. Nothing is ever asked for at this address. */
export const ORIGIN_NAMESPACE = 'http://jixiaoce.invalid/ns/1.0/';

/** What a table in a PDF was made from. */
export interface TableOrigin {
  /** 年度, which is also the name of the year's folder; empty when booklet.yaml cannot be read. */
  year: string;
  /** The source's file name without ending. */
  stem: string;
  /** 项目编码 */
  code: string;
  digest: string;
}

/** What a booklet in a PDF was made from. */
export interface BookletOrigin {
  /** 年度 */
  year: string;
  digest: string;
}

/** What a PDF, perhaps joined of several, was made from. */
export interface Origins {
  booklets: BookletOrigin[];
  tables: TableOrigin[];
}

/** What the tables of a PDF were made from, as the value of the XMP property `jixiaoce:tables`; empty for none. */
export function writeTableOrigins(tables: readonly TableOrigin[]): string {
  return writeList(tables.map(({ year, stem, code, digest }) => ({ year, source: stem, code, digest })));
}

/** The same of a booklet, for `jixiaoce:booklets`. */
export function writeBookletOrigin(booklet: BookletOrigin | null): string {
  return writeList(booklet === null ? [] : [{ year: booklet.year, digest: booklet.digest }]);
}

function writeList(origins: readonly Record<string, string>[]): string {
  if (origins.length === 0) return '';
  const items = origins.map((origin) => {
    const fields = Object.entries(origin).map(
      ([name, value]) => `<jixiaoce:${name}>${escapeXml(value)}</jixiaoce:${name}>`,
    );
    return `<rdf:li rdf:parseType="Resource">${fields.join('')}</rdf:li>`;
  });
  return `<rdf:Seq>\n${items.join('\n')}\n</rdf:Seq>`;
}

/**
 * The same read from a PDF's bytes; empty when the PDF is not ours. Our XMP is not compressed, so the file need not be
 * taken apart, and a copy that another program saved or joined with others still says so.
 */
export function readOrigins(pdf: Uint8Array): Origins {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  return { booklets: readList(bytes, 'booklets', readBooklet), tables: readList(bytes, 'tables', readTable) };
}

/** Whether this program made the PDF, whatever is in it. */
export function isOurs(pdf: Uint8Array): boolean {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes(ORIGIN_NAMESPACE);
}

/** One of each, in their order. */
function readList<T extends object>(
  bytes: Buffer,
  property: string,
  readItem: (item: string) => T | null,
): T[] {
  const [open, close] = [`<jixiaoce:${property}>`, `</jixiaoce:${property}>`];
  const found = new Map<string, T>();
  // Each byte is looked at once, however often a list begins.
  for (let at = bytes.indexOf(open); at >= 0; ) {
    const end = bytes.indexOf(close, at);
    if (end < 0) break;
    const items = bytes.toString('utf8', at, end).split('<rdf:li');
    at = bytes.indexOf(open, end);
    for (const origin of items.flatMap((item) => readItem(item) ?? [])) {
      found.set(Object.values(origin).join('\0'), origin);
    }
  }
  return [...found.values()];
}

const DIGEST = new RegExp(`^[0-9a-f]{${DIGEST_LENGTH}}$`);

/** Null for what we cannot have written: the file may come from anywhere, and what it says is shown on a terminal. */
function readTable(item: string): TableOrigin | null {
  const table = {
    year: readField(item, 'year'),
    stem: readField(item, 'source'),
    code: readField(item, 'code'),
    digest: readField(item, 'digest'),
  };
  const isSound =
    /^(?:\d{4})?$/.test(table.year) &&
    /^(?:[0-9A-Z]{21})?$/.test(table.code) &&
    DIGEST.test(table.digest) &&
    /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd/\\]{1,200}$/u.test(table.stem);
  return isSound ? table : null;
}

/** Null as for a table. */
function readBooklet(item: string): BookletOrigin | null {
  const booklet = { year: readField(item, 'year'), digest: readField(item, 'digest') };
  return /^\d{4}$/.test(booklet.year) && DIGEST.test(booklet.digest) ? booklet : null;
}

function readField(item: string, name: string): string {
  const open = item.indexOf(`<jixiaoce:${name}>`);
  const close = item.indexOf(`</jixiaoce:${name}>`, open);
  return open < 0 || close < 0 ? '' : unescapeXml(item.slice(open + name.length + 11, close)).trim();
}
