import { strToU8, type Zippable, zipSync } from 'fflate';

/** A package of XML files, in the order given. The same files give the same bytes on every machine. */
export function toArchive(files: Readonly<Record<string, string>>): Uint8Array {
  const entries: Zippable = {};
  // The first day that a zip file knows, in local time, as zip files count.
  const mtime = new Date(1980, 0, 1);
  for (const [path, content] of Object.entries(files)) {
    // To begin compressing takes longer than a short file gains.
    entries[path] = [strToU8(XML + content), { level: content.length < 2000 ? 0 : 6, mtime }];
  }
  return zipSync(entries);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

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
