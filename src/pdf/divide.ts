import { inflateSync } from 'node:zlib';
import { cutFolio, type FolioSign, listGlyphs, renameResources } from './page-content.ts';
import type { PartFont, PartPage, PartStream, PdfPart } from './part.ts';
import { isStream, type PdfFile, type PdfPage, readObject, readStream } from './pdf-file.ts';
import { readArray, readCount, readDictionary, readReference, writeDictionary } from './pdf-syntax.ts';
import { hasMarks, markFont, markKey, markName, markObject } from './relocation.ts';
import { openStructure, type Structure } from './structure.ts';

export interface DivideOptions {
  /** Fonts whose glyphs have the same numbers in every print: parts share them. Others stay as they are. */
  sharedFonts: readonly string[];
  /** What stands where pages are to be numbered, by the name of the font; empty when they are numbered. */
  signs: ReadonlyMap<string, FolioSign>;
  deflate: (content: string) => Buffer;
  /** What a text layer that is kept should say. */
  restoreText: (stream: Buffer) => Buffer;
}

export interface DividedPdf {
  parts: PdfPart[];
  /** False when something was drawn with more than shared fonts: what Skia calls it depends on what else is in the file. */
  isIndependent: boolean;
  /** Of each part the names of the fonts that it does not share. */
  alienFonts: string[][];
}

/** Divides a file into parts; `counts` are their pages, in their order. */
export function dividePdf(file: PdfFile, counts: readonly number[], options: DivideOptions): DividedPdf {
  const { bytes, objects, root, info } = file;
  const structure = openStructure(file);
  const owners = counts.flatMap((count, part) => Array.from({ length: count }, () => part));
  const roots = counts.map((): number[] => []);
  let owner = 0;
  for (const element of structure.roots) {
    owner = owners[structure.pageOf(element) ?? -1] ?? owner;
    roots[owner]?.push(element);
  }
  const language = readDictionary(readObject(bytes, objects, root)).get('Lang') ?? '()';
  const producer = readDictionary(readObject(bytes, objects, info)).get('Producer') ?? '()';
  let isIndependent = true;
  const alienFonts: string[][] = [];
  let first = 0;
  const parts = counts.map((count, index): PdfPart => {
    const from = first;
    first += count;
    const isHere = ({ page }: { page: number }) => page >= from && page < first;
    const cut = createCutter(file, file.pages.slice(from, first), structure, options);
    const pages = cut.pages();
    const elements = roots[index]?.map(cut.include) ?? [];
    const keys = cut.keys();
    const bookmarks = file.outline.filter(isHere).map(({ title, level, page, place, element }) => {
      return {
        title,
        level,
        page: page - from,
        place,
        element: element === null ? null : cut.include(element),
      };
    });
    const destinations = [...file.destinations].flatMap(([name, target]) =>
      isHere(target) ? [{ name, page: target.page - from, place: target.place }] : [],
    );
    if (cut.hasOwnResources()) isIndependent = false;
    alienFonts.push(cut.alienFonts);
    return { producer, language, pages, roots: elements, keys, bookmarks, destinations, ...cut.rest() };
  });
  return { parts, isIndependent, alienFonts };
}

/** Numbers the objects of one part as they are found. */
function createCutter(
  file: PdfFile,
  pages: readonly PdfPage[],
  structure: Structure,
  options: DivideOptions,
) {
  const { bytes, objects } = file;
  const fonts = new Map<string, { descriptor: string; glyphs: Set<number> }>();
  /** Number in the file → number in the part. */
  const numbers = new Map(pages.map(({ number }, index) => [number, index + 1]));
  if (structure.document !== null) numbers.set(structure.document, 0);
  const foreign = new Set(file.pages.flatMap(({ number }) => (numbers.has(number) ? [] : [number])));
  const textLayers = new Set([...file.fonts.values()].map(({ textLayer }) => textLayer));
  const names = new Map<string, number>();
  const named: number[] = [];
  const annotationKeys: number[] = [];
  const texts: { number: number; text: string }[] = [];
  const streams: PartStream[] = [];
  let size = pages.length;
  const alienFonts: string[] = [];
  let hasOwn = false;

  const toMarks = (text: string): string =>
    text.replace(/(?<![\w.])(\d+) 0 R\b/g, (_, number: string) => markObject(include(Number(number))));

  /** What an object refers to comes along, numbered in the order in which it is met. */
  const include = (number: number): number => {
    const known = numbers.get(number);
    if (known !== undefined) return known;
    if (foreign.has(number)) throw new Error(`PDF page ${number} belongs to two parts`);
    size += 1;
    const own = size;
    numbers.set(number, own);
    if (isStream(bytes, objects, number)) {
      const start = objects.starts[number] ?? 0;
      const open = bytes.indexOf('>> stream\n', start, 'latin1');
      const entries = readDictionary(bytes.toString('latin1', start, open + 2));
      entries.delete('Length');
      const kept = readStream(bytes, objects, number);
      const content = textLayers.has(number) ? options.restoreText(kept) : Buffer.from(kept);
      streams.push({ number: own, dictionary: toMarks(writeDictionary(entries)), content });
    } else {
      const object = { number: own, text: '' };
      texts.push(object);
      object.text = toMarks(markNames(readObject(bytes, objects, number), own));
    }
    return own;
  };

  /** Names that Chromium counts on for as long as a page lives, and keys. The same letters in a text stay as they are. */
  const markNames = (text: string, own: number): string => {
    if (hasMarks(text)) throw new Error('PDF object with control characters');
    if (text.startsWith('<</Type /StructElem\n'))
      return text.replace(/(?<=(\/ID |\/Headers \[|\) ))\(node(\d+)\)/g, (_, before: string, id: string) => {
        const name = names.get(id) ?? names.size + 1;
        names.set(id, name);
        if (before === '/ID ') named[name - 1] = own;
        return markName(name);
      });
    return text.replace(/(?<=\/StructParent )\d+/, (key) => {
      annotationKeys.push(Number(key));
      return markKey(pages.length + annotationKeys.length - 1);
    });
  };

  const cutResources = (text: string | undefined, drawn: string, glyphs: ReturnType<typeof listGlyphs>) => {
    const resources = readDictionary(text ?? '<<>>');
    const placeOf = ([name]: [string, string]) => drawn.indexOf(`/${name} `);
    const renamed = new Map<string, string>();
    const write = (kind: string, toEntry: (name: string, value: string) => string) => {
      // In the order of their use: that of their names depends on what else is in the file.
      const found = [...readDictionary(resources.get(kind) ?? '<<>>')].sort(
        (a, b) => placeOf(a) - placeOf(b),
      );
      const entries = found.map(([name, value]) => toEntry(name, value));
      if (entries.length > 0) resources.set(kind, `<<${[...new Set(entries)].sort().join('\n')}>>`);
    };
    const keep = (name: string, value: string) => {
      hasOwn = true;
      return `/${name} ${toMarks(value)}`;
    };
    write('Font', (name, value) => {
      const font = file.fonts.get(readReference(value));
      if (!font || font.descriptor === null || !options.sharedFonts.includes(font.name)) {
        alienFonts.push(font?.name ?? '');
        return keep(name, value);
      }
      const descriptor = readDictionary(readObject(bytes, objects, font.descriptor));
      for (const key of ['FontName', 'FontFile2']) descriptor.delete(key);
      const shared = fonts.get(font.name) ?? { descriptor: writeDictionary(descriptor), glyphs: new Set() };
      fonts.set(font.name, shared);
      for (const glyph of glyphs.get(name) ?? []) shared.glyphs.add(glyph);
      const face = [...fonts.keys()].indexOf(font.name);
      renamed.set(name, `F${face}`);
      return `/F${face} ${markFont(face)}`;
    });
    write('ExtGState', (name, value) => {
      const state = readObject(bytes, objects, readReference(value));
      if (/ 0 R\b/.test(state)) return keep(name, value);
      renamed.set(name, `S${renamed.size}`);
      return `/S${renamed.size - 1} ${state}`;
    });
    for (const kind of resources.keys())
      if (kind !== 'Font' && kind !== 'ExtGState' && kind !== 'ProcSet') write(kind, keep);
    return { resources: writeDictionary(resources), renamed };
  };

  /** By resource name. */
  const listSigns = (text: string | undefined) => {
    const fonts = readDictionary(readDictionary(text ?? '<<>>').get('Font') ?? '<<>>');
    const known = [...fonts].map(([name, value]) => {
      const sign = options.signs.get(file.fonts.get(readReference(value))?.name ?? '');
      return [name, sign] as const;
    });
    return new Map(known.flatMap(([name, sign]) => (sign === undefined ? [] : [[name, sign]])));
  };

  const cutPage = ({ entries }: PdfPage, index: number): PartPage => {
    const stream = readStream(bytes, objects, readReference(entries.get('Contents')));
    const drawn = inflateSync(stream).toString('latin1');
    const cut = cutFolio(drawn, listSigns(entries.get('Resources')));
    const pieces = cut === null ? [drawn] : [cut.before, cut.after];
    const glyphs = listGlyphs(pieces.join(''));
    const { resources, renamed } = cutResources(entries.get('Resources'), drawn, glyphs);
    const own = new Map(entries).set('Resources', resources);
    for (const key of ['Contents', 'Parent']) own.delete(key);
    if (own.has('Annots')) own.set('Annots', toMarks(own.get('Annots') ?? ''));
    if (own.has('StructParents')) own.set('StructParents', markKey(index));
    return {
      entries: writeDictionary(own).slice(2, -2),
      content: pieces.map((piece) => options.deflate(renameResources(piece, renamed))),
      top: `/XYZ 0 ${readArray(entries.get('MediaBox') ?? '[]')[3] ?? '0'} 0`,
      folio: cut && { ...cut.folio, font: renamed.get(cut.folio.font) ?? cut.folio.font },
    };
  };

  return {
    include,
    pages: () => pages.map(cutPage),
    keys: () => {
      const own = pages.map(({ entries }) => entries.get('StructParents'));
      const values = own.map((key) => (key === undefined ? undefined : structure.keys.get(readCount(key))));
      const annotations = annotationKeys.map((key) => structure.keys.get(key));
      return [...values, ...annotations].map((value) =>
        value === undefined ? 0 : include(readReference(value)),
      );
    },
    alienFonts,
    hasOwnResources: () => hasOwn,
    rest: () => {
      if (Object.keys(named).length !== names.size) throw new Error('PDF structure id that names no element');
      const objects = texts.map(({ text }) => Buffer.from(`${text}\n`, 'latin1'));
      let end = 0;
      const ends = objects.map(({ length }) => (end += length));
      const shared = [...fonts].map(([name, { descriptor, glyphs }]): PartFont => {
        return { name, descriptor, glyphs: [...glyphs].sort((a, b) => a - b) };
      });
      return {
        fonts: shared,
        objects: Buffer.concat(objects),
        numbers: texts.map(({ number }) => number),
        ends,
        streams,
        named,
        size,
      };
    },
  };
}
