import { inflateSync } from 'node:zlib';
import { markContent } from './marked-content.ts';
import { cutFolio, type FolioSign, listGlyphs, renameResources } from './page-content.ts';
import type { PartFont, PartPage, PartStream } from './part.ts';
import { isStream, type PdfFile, type PdfPage, readObject, readStream } from './pdf-file.ts';
import {
  decodeName,
  decodeText,
  encodeText,
  readArray,
  readDictionary,
  readReference,
  writeDictionary,
} from './pdf-syntax.ts';
import { hasMarks, markFont, markKey, markObject } from './relocation.ts';
import { type Mark, type StructureElement, simplify } from './structure.ts';

export interface CutOptions {
  /** Fonts whose glyphs have the same numbers in every print: parts share them. Others stay as they are. */
  sharedFonts: readonly string[];
  /** What is where pages are to be numbered, by the name of the font; empty when they are numbered. */
  signs: ReadonlyMap<string, FolioSign>;
  deflate: (content: string) => Buffer;
  /** What a text layer that is kept should say. */
  restoreText: (stream: Buffer) => Buffer;
  /** What a glyph of a shared font says. */
  textOf: (font: string, glyph: number) => string;
  /** In words where a link leads, for those who do not see it: to a destination or an address. `text`: what it shows. */
  describeLink: (target: string, text: string) => string;
}

/** Numbers the objects of one part as they are found. `from`: the index of its first page. */
export function createCutter(file: PdfFile, from: number, pages: readonly PdfPage[], options: CutOptions) {
  const { bytes, objects } = file;
  const fonts = new Map<string, { descriptor: string; glyphs: Set<number> }>();
  /** Number in the file → number in the part. */
  const numbers = new Map(pages.map(({ number }, index) => [number, index + 1]));
  const foreign = new Set(file.pages.flatMap(({ number }) => (numbers.has(number) ? [] : [number])));
  const textLayers = new Set([...file.fonts.values()].map(({ textLayer }) => textLayer));
  /** By number in the file. */
  const elements = new Map<number, number>();
  /** The same of annotations: what a link shows, and the element to which it belongs; and all, in the order of their keys. */
  const linkTexts = new Map<number, string>();
  const annotationOwners = new Map<number, number>();
  const annotations: number[] = [];
  const texts: { number: number; text: string }[] = [];
  const streams: PartStream[] = [];
  let size = pages.length;
  const alienFonts: string[] = [];
  let hasOwn = false;

  const toMarks = (text: string): string => {
    if (hasMarks(text)) throw new Error('PDF object with control characters');
    return text.replace(/(?<![\w.])(\d+) 0 R\b/g, (_, number: string) => markObject(include(Number(number))));
  };

  const add = (toText: (own: number) => string): number => {
    size += 1;
    const object = { number: size, text: '' };
    texts.push(object);
    object.text = toText(object.number);
    return object.number;
  };

  /** What an object refers to comes along, numbered in the order in which it is met. */
  const include = (number: number): number => {
    const known = numbers.get(number);
    if (known !== undefined) return known;
    if (foreign.has(number)) throw new Error(`PDF page ${number} belongs to two parts`);
    if (!isStream(bytes, objects, number))
      return add((own) => {
        numbers.set(number, own);
        return toMarks(readObject(bytes, objects, number));
      });
    size += 1;
    const own = size;
    numbers.set(number, own);
    const start = objects.starts[number] ?? 0;
    const open = bytes.indexOf('>> stream\n', start, 'latin1');
    const entries = readDictionary(bytes.toString('latin1', start, open + 2));
    entries.delete('Length');
    const kept = readStream(bytes, objects, number);
    const content = textLayers.has(number) ? options.restoreText(kept) : Buffer.from(kept);
    streams.push({ number: own, dictionary: toMarks(writeDictionary(entries)), content });
    return own;
  };

  const includeAnnotation = (number: number): number =>
    add((own) => {
      numbers.set(number, own);
      const entries = readDictionary(readObject(bytes, objects, number));
      const action = readDictionary(entries.get('A') ?? '<<>>');
      const target = entries.get('Dest') ?? action.get('URI') ?? '/';
      if (entries.get('Subtype') === '/Link') {
        const place = target.startsWith('/') ? decodeName(target) : decodeText(target);
        entries.set('Contents', encodeText(options.describeLink(place, linkTexts.get(number) ?? '')));
      }
      entries.delete('StructParent');
      annotations.push(number);
      const key = markKey(pages.length + annotations.length - 1);
      return `${toMarks(writeDictionary(entries)).slice(0, -2)}\n/StructParent ${key}>>`;
    });

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

  /** By resource name, the names of a page's fonts. */
  const listFonts = (text: string | undefined): [string, string][] => {
    const found = readDictionary(readDictionary(text ?? '<<>>').get('Font') ?? '<<>>');
    return [...found].map(([name, value]) => [name, file.fonts.get(readReference(value))?.name ?? '']);
  };

  /** What is drawn on each page, as Chromium wrote it, and divided. */
  const contents = pages.map(({ entries }) => {
    const drawn = inflateSync(readStream(bytes, objects, readReference(entries.get('Contents')))).toString(
      'latin1',
    );
    const names = new Map(listFonts(entries.get('Resources')));
    const signs = [...names].flatMap(([name, font]) => {
      const sign = options.signs.get(font);
      return sign === undefined ? [] : [[name, sign] as const];
    });
    const cut = cutFolio(drawn, new Map(signs));
    const marked = markContent(cut === null ? [drawn] : [cut.before, cut.after], (font, glyph) =>
      options.textOf(names.get(font) ?? '', glyph),
    );
    /** By mark, the element to which it belongs. */
    const owners = [...marked.marks].map(() => 0);
    return { ...marked, drawn, folio: cut?.folio ?? null, owners };
  });

  const listMarks = ({ kids }: StructureElement): Mark[] =>
    kids.flatMap((kid) => ('type' in kid ? listMarks(kid) : 'mark' in kid ? [kid] : []));

  const readLinks = (element: StructureElement): void => {
    for (const kid of element.kids) {
      if ('type' in kid) readLinks(kid);
      else if ('annotation' in kid) {
        const shown = listMarks(element).map(({ page, mark }) => contents[page - from]?.textOf(mark) ?? '');
        linkTexts.set(kid.annotation, shown.join(' '));
      }
    }
  };

  const addElement = (element: StructureElement, parent: number): number =>
    add((own) => {
      if (!elements.has(element.number)) elements.set(element.number, own);
      const page = element.kids.find((kid) => 'page' in kid)?.page ?? null;
      const pageEntry = (index: number) => `/Pg ${markObject(index - from + 1)}`;
      const kids = element.kids.map((kid) => {
        if ('type' in kid) return markObject(addElement(kid, own));
        const elsewhere = kid.page === page ? '' : `\n${pageEntry(kid.page)}`;
        if ('annotation' in kid) {
          annotationOwners.set(kid.annotation, own);
          return `<</Type /OBJR\n/Obj ${markObject(numbers.get(kid.annotation) ?? 0)}${elsewhere}>>`;
        }
        const { marks, owners = [] } = contents[kid.page - from] ?? {};
        const mark = marks?.get(kid.mark) ?? -1;
        owners[mark] = own;
        return elsewhere === '' ? String(mark) : `<</Type /MCR${elsewhere}\n/MCID ${mark}>>`;
      });
      const attributes = [...element.attributes].map(([owner, entries]) =>
        writeDictionary(new Map([['O', `/${owner}`], ...entries])),
      );
      const list = (values: string[]) => (values.length === 1 ? values[0] : `[${values.join(' ')}]`);
      return `<<${[
        `/S /${element.type}`,
        `/P ${markObject(parent)}`,
        ...(page === null ? [] : [pageEntry(page)]),
        ...(kids.length > 0 ? [`/K ${list(kids)}`] : []),
        ...(attributes.length > 0 ? [`/A ${list(attributes)}`] : []),
        ...element.entries,
      ].join('\n')}>>`;
    });

  const cutPage = ({ entries }: PdfPage, index: number): PartPage => {
    const { pieces, drawn, folio } = contents[index] as (typeof contents)[number];
    const glyphs = listGlyphs(pieces.join(''));
    const { resources, renamed } = cutResources(entries.get('Resources'), drawn, glyphs);
    const own = new Map(entries).set('Resources', resources);
    for (const key of ['Contents', 'Parent']) own.delete(key);
    const annotated = readArray(entries.get('Annots') ?? '[]').map(readReference);
    if (annotated.length > 0)
      own.set('Annots', `[${annotated.map((number) => markObject(includeAnnotation(number))).join(' ')}]`);
    own.set('StructParents', markKey(index));
    return {
      entries: writeDictionary(own).slice(2, -2),
      content: pieces.map((piece) => options.deflate(renameResources(piece, renamed))),
      top: `/XYZ 0 ${readArray(entries.get('MediaBox') ?? '[]')[3] ?? '0'} 0`,
      folio: folio && { ...folio, font: renamed.get(folio.font) ?? folio.font },
    };
  };

  return {
    alienFonts,
    hasOwnResources: () => hasOwn,
    elementOf: (number: number) => elements.get(number) ?? null,
    /** `elements`: those of its pages. */
    cut: (found: readonly StructureElement[]) => {
      const isDrawn = ({ page, mark }: Mark) => contents[page - from]?.marks.has(mark) ?? false;
      const tree = simplify(found, isDrawn);
      for (const element of tree) readLinks(element);
      const cutPages = pages.map(cutPage);
      const roots = tree.map((element) => addElement(element, 0));
      const keys = [
        ...contents.map(({ owners }) =>
          add(() => `[${owners.map((owner) => (owner === 0 ? 'null' : markObject(owner))).join(' ')}]`),
        ),
        ...annotations.map((annotation) => annotationOwners.get(annotation) ?? 0),
      ];
      const shared = [...fonts].map(([name, { descriptor, glyphs }]): PartFont => {
        return { name, descriptor, glyphs: [...glyphs].sort((a, b) => a - b) };
      });
      const written = texts.map(({ text }) => Buffer.from(`${text}\n`, 'latin1'));
      let end = 0;
      return {
        pages: cutPages,
        roots,
        keys,
        fonts: shared,
        objects: Buffer.concat(written),
        numbers: texts.map(({ number }) => number),
        ends: written.map(({ length }) => (end += length)),
        streams,
        size,
        isConforming: !hasOwn && shared.every(({ glyphs }) => glyphs[0] !== 0),
      };
    },
  };
}
