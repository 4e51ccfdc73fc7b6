import { DIGEST_LENGTH, type TableOrigin } from '../project/origin.ts';
import { escapeXml, unescapeXml } from './xml.ts';

/** Names our own entries among those of XMP. Nothing is ever asked for at this address. */
export const ORIGIN_NAMESPACE = 'http://jixiaoce.invalid/ns/1.0/';

const NAMES = { year: 'year', stem: 'source', code: 'code', digest: 'digest' } as const;

/** What the tables of a PDF were made from, as the value of an XMP property; empty for none. */
export function writeOrigins(tables: readonly TableOrigin[]): string {
  if (tables.length === 0) return '';
  const items = tables.map((table) => {
    const fields = Object.entries(NAMES).map(
      ([key, name]) => `<jixiaoce:${name}>${escapeXml(table[key as keyof TableOrigin])}</jixiaoce:${name}>`,
    );
    return `<rdf:li rdf:parseType="Resource">${fields.join('')}</rdf:li>`;
  });
  return `<rdf:Seq>\n${items.join('\n')}\n</rdf:Seq>`;
}

/**
 * The same read from a PDF's bytes; empty when the PDF is not ours. Our XMP is not compressed, so the file need not be
 * taken apart, and a copy that another program saved or joined with others still tells.
 */
export function readOrigins(pdf: Uint8Array): TableOrigin[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const found = new Map<string, TableOrigin>();
  for (let at = bytes.indexOf(OPEN); at >= 0; at = bytes.indexOf(OPEN, at + 1)) {
    const end = bytes.indexOf(CLOSE, at);
    const items = bytes.toString('utf8', at, end < 0 ? at : end).split('<rdf:li');
    for (const table of items.flatMap((item) => readOrigin(item) ?? [])) {
      found.set(Object.values(table).join('\0'), table);
    }
  }
  return [...found.values()];
}

const OPEN = '<jixiaoce:tables>';
const CLOSE = '</jixiaoce:tables>';

const DIGEST = new RegExp(`^[0-9a-f]{${DIGEST_LENGTH}}$`);

/** Null for what we cannot have written: the file may come from anywhere, and what it says is shown on a terminal. */
function readOrigin(item: string): TableOrigin | null {
  const read = (name: string) => {
    const open = item.indexOf(`<jixiaoce:${name}>`);
    const close = item.indexOf(`</jixiaoce:${name}>`, open);
    return open < 0 || close < 0 ? '' : unescapeXml(item.slice(open + name.length + 11, close)).trim();
  };
  const table = { year: read('year'), stem: read('source'), code: read('code'), digest: read('digest') };
  const isOurs =
    /^(?:\d{4})?$/.test(table.year) &&
    /^[0-9A-Z]{21}$/.test(table.code) &&
    DIGEST.test(table.digest) &&
    /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd/\\]{1,200}$/u.test(table.stem);
  return isOurs ? table : null;
}
