import { type UnzipFileInfo, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { LIMITS, Refusal, tooMany } from './grid.ts';

/** The files of an .xlsx or .docx package that are read; no path of it ever becomes a path on disk. */
export type Package = ReadonlyMap<string, Uint8Array>;

/** What is in the package, by its names alone. Throws `Refusal`. */
export function listPackage(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unpack(bytes, ({ name }) => {
    names.push(name);
    return false;
  });
  return names;
}

/**
 * Unpacks the files that are wanted. What a file says of its size is measured first; one that lies gets no more room than it
 * asked for, and is then no XML. Throws `Refusal`.
 */
export function readPackage(bytes: Uint8Array, isWanted: (name: string) => boolean): Package {
  let total = 0;
  const files = unpack(bytes, ({ name, originalSize }) => {
    if (!isWanted(name)) return false;
    total += originalSize;
    if (originalSize > LIMITS.part || total > LIMITS.parts)
      throw new Refusal('import/too-large#unpacked', { limit: String(LIMITS.part / 1024 ** 2) });
    return true;
  });
  return new Map(Object.entries(files));
}

function unpack(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('import/damaged');
  }
}

/** Names are without their prefix: writers choose different ones. */
export interface XmlReader {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Bytes that are decoded at once. */
const PIECE = 1024 * 1024;

/** Reads XML from its beginning to its end. Entities of its own are not expanded, nothing is fetched. Throws `Refusal`. */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlReader): void {
  const parser = new SaxesParser();
  let depth = 0;
  let elements = 0;
  parser.on('error', () => {
    throw new Refusal('import/damaged');
  });
  parser.on('doctype', () => {
    throw new Refusal('import/doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    elements += 1;
    if (depth > LIMITS.depth) throw new Refusal('import/too-deep');
    if (elements > LIMITS.elements) throw tooMany('elements');
    open?.(localName(name), (wanted) => attributes[wanted] ?? findAttribute(attributes, wanted));
  });
  if (text !== undefined) parser.on('text', text);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(localName(name));
  });
  const decoder = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
  for (let from = 0; from < bytes.length; from += PIECE) {
    parser.write(decoder.decode(bytes.subarray(from, from + PIECE), { stream: true }));
  }
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function findAttribute(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  for (const name in attributes) if (localName(name) === wanted) return attributes[name];
  return undefined;
}

/** What a file of the package points to, by the name it uses: type and target, a path from the top. Nothing outside is. */
export function readRelationships(
  files: Package,
  of: string,
): ReadonlyMap<string, { type: string; target: string }> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const bytes = files.get(`${folder}_rels/${of.slice(folder.length)}.rels`);
  const found = new Map<string, { type: string; target: string }>();
  if (bytes === undefined) return found;
  readXml(bytes, {
    open(name, attribute) {
      const target = attribute('Target') ?? '';
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const type = (attribute('Type') ?? '').replace(/^.*\//, '');
      found.set(attribute('Id') ?? '', { type, target: resolveTarget(folder, target) });
    },
  });
  return found;
}

function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
