import { crc32 } from 'node:zlib';
import { deflateSync, strToU8 } from 'fflate';

/** A file as a zip file holds it. */
export interface Packed {
  data: Uint8Array;
  isDeflated: boolean;
  /** Before it was deflated. */
  size: number;
  crc: number;
}

/** A file of XML, which may be put into several packages. The same text gives the same bytes on every machine. */
export function pack(xml: string): Packed {
  const plain = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
  // To begin compressing takes longer than a short file gains.
  const isDeflated = plain.length > 2000;
  const data = isDeflated ? deflateSync(plain, { level: 6 }) : plain;
  return { data, isDeflated, size: plain.length, crc: crc32(plain) };
}

/** A zip file of these, in the order given. Names are ASCII, and every file is of the first day that a zip file knows. */
export function toArchive(files: Readonly<Record<string, string | Packed>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const { data, isDeflated, size, crc } = typeof content === 'string' ? pack(content) : content;
    const name = Buffer.from(path);
    const common = [
      [VERSION, 2],
      [0, 2],
      [isDeflated ? 8 : 0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc, 4],
    ] as const;
    const sizes = [
      [data.length, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
    ] as const;
    const local = [toBytes([[0x04034b50, 4], ...common, ...sizes]), name, data];
    const place = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ] as const;
    directory.push(toBytes([[0x02014b50, 4], [VERSION, 2], ...common, ...sizes, ...place]), name);
    parts.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const count = directory.length / 2;
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [offset, 4],
    [0, 2],
  ] as const;
  return Buffer.concat([...parts, ...directory, toBytes([[0x06054b50, 4], ...end])]);
}

const VERSION = 20;
const FIRST_DAY = 0x21;

/** Numbers of so many bytes each, the least byte first. */
function toBytes(fields: readonly (readonly [value: number, length: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [value, length] of fields) at = bytes.writeUIntLE(value, at, length);
  return bytes;
}

/** Text in an element or attribute. What XML cannot hold is left out: checks have reported it. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What a file of a package says it is part of. */
export function toRelationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escapeXml(target)}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

/** The kinds of the files of a package, by path. */
export function toContentTypes(kinds: readonly (readonly [path: string, kind: string])[]): string {
  const list = kinds.map(
    ([path, kind]) =>
      `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`;
}

/** Where the types of relationships are named. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Title and author; no dates. */
export function toCoreProperties(title: string, author: string): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

/** The files at the top of a package, whose main file is `main`. */
export function toRootRelationships(main: string): string {
  return toRelationships([
    [`${OFFICE}/officeDocument`, main],
    [
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
  ]);
}
