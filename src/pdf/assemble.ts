import { type Bookmark, writeBookmarks } from './bookmarks.ts';
import { writeFolio } from './folio.ts';
import { type PdfAbout, writeInformation, writePageLabels, writeXmp } from './metadata.ts';
import type { PdfPart } from './part.ts';
import { decodeText, encodeText, writeDictionary } from './pdf-syntax.ts';
import { createPdfWriter, type PdfWriter } from './pdf-writer.ts';
import { type Places, relocate, relocateText } from './relocation.ts';
import { FONT_OBJECTS, type SharedFont, writeSharedFont } from './shared-font.ts';
import { srgbProfile } from './srgb-profile.ts';

export interface AssemblyOptions {
  /** Asked for when all parts are bound. */
  toAbout: () => PdfAbout;
  fonts: readonly SharedFont[];
  /** What a page, counted from 0 in the whole document, has as its number, where its part has left room for it. */
  folioOf: (page: number) => string;
}

const PAGES_PER_NODE = 64;

/**
 * Binds parts into one document. Its bytes depend on the parts and on what it says of itself alone. Parts are asked for one after
 * the other, and only what the document needs of each is kept.
 */
export function assemblePdf(parts: Iterable<PdfPart>, { toAbout, fonts, folioOf }: AssemblyOptions): Buffer {
  const writer = createPdfWriter();
  const catalog = writer.take(1);
  const info = writer.take(1);
  const xmp = writer.take(1);
  const structure = writer.take(1);
  const element = writer.take(1);
  const keyTree = writer.take(1);
  const pool = createFontPool(writer, fonts);
  const pages: { number: number; entries: string }[] = [];
  const roots: number[] = [];
  const keyed: string[] = [];
  const bookmarks: Bookmark[] = [];
  const destinations = new Map<string, string>();
  let origin: Pick<PdfPart, 'language' | 'producer'> | undefined;
  let title = '';
  let isConforming = true;

  for (const part of parts) {
    origin ??= { language: part.language, producer: part.producer };
    isConforming &&= part.isConforming;
    const places: Places = {
      document: element,
      objects: writer.take(part.size) - 1,
      keys: keyed.length,
      fonts: part.fonts.map(pool.use),
    };
    const toFinal = (number: number) => places.objects + number;
    for (const [index, { entries, content, folio }] of part.pages.entries()) {
      const drawn = content.map((piece) => writeStream(writer, piece));
      if (folio !== null) {
        const face = pool.at(places.fonts[Number(folio.font.slice(1))] ?? 0);
        const text = writeFolio(folio, folioOf(pages.length), face);
        drawn.splice(1, 0, writeStream(writer, text));
      }
      const contents = drawn.map((number) => `${number} 0 R`).join(' ');
      pages.push({
        number: toFinal(index + 1),
        entries: `${relocateText(entries, places)}\n/Contents [${contents}]`,
      });
    }
    writeObjects(writer, part, places);
    roots.push(...part.roots.map(toFinal));
    const values = part.keys.map((number) => (number === 0 ? 'null' : `${toFinal(number)} 0 R`));
    keyed.push(...values);
    const pageAt = (page: number) => `${toFinal(page + 1)} 0 R`;
    for (const { name, page, place } of part.destinations)
      destinations.set(name, `[${pageAt(page)} ${place}]`);
    for (const bookmark of part.bookmarks) {
      // What every part begins with is the heading of all of them.
      if (bookmark.level === 1 && bookmark.title === title) continue;
      if (bookmark.level === 1) title = bookmark.title;
      const place = `[${pageAt(bookmark.page)} ${bookmark.place}]`;
      const target = bookmark.element === null ? null : toFinal(bookmark.element);
      bookmarks.push({ title: bookmark.title, level: bookmark.level, place, element: target });
    }
  }
  if (origin === undefined) throw new Error('a PDF of no parts');

  pool.write();
  const about = toAbout();
  const entries = new Map([
    ['Type', '/Catalog'],
    ['Pages', `${writePages(writer, pages)} 0 R`],
  ]);
  if (destinations.size > 0) {
    const number = writer.take(1);
    writer.object(number, `<<${[...destinations].map(([name, place]) => `/${name} ${place}`).join('\n')}>>`);
    entries.set('Dests', `${number} 0 R`);
  }
  entries.set('MarkInfo', '<</Type /MarkInfo\n/Marked true>>').set('StructTreeRoot', `${structure} 0 R`);
  const outlines = writeBookmarks(writer, bookmarks);
  if (outlines !== null) entries.set('Outlines', `${outlines.number} 0 R`);
  entries.set('ViewerPreferences', '<</DisplayDocTitle true>>').set('Lang', origin.language);
  entries.set('Metadata', `${xmp} 0 R`).set('OutputIntents', `[${writeOutputIntent(writer)}]`);
  if (about.pageLabels.length > 0) entries.set('PageLabels', writePageLabels(about.pageLabels));
  if (outlines !== null && outlines.count > 1) entries.set('PageMode', '/UseOutlines');

  const references = (numbers: readonly number[]) => numbers.map((number) => `${number} 0 R`).join(' ');
  writer.object(
    element,
    `<</Type /StructElem\n/S /Document\n/Lang ${origin.language}\n/P ${structure} 0 R\n/K [${references(roots)}]>>`,
  );
  writer.object(
    keyTree,
    `<</Nums [${keyed.flatMap((value, key) => (value === 'null' ? [] : [`${key} ${value}`])).join(' ')}]>>`,
  );
  writer.object(
    structure,
    `<</Type /StructTreeRoot\n/K ${element} 0 R\n/ParentTreeNextKey ${keyed.length}\n/ParentTree ${keyTree} 0 R>>`,
  );
  writer.object(info, writeDictionary(writeInformation(about, origin.producer)));
  writer.object(catalog, writeDictionary(entries));
  writer.stream(
    xmp,
    '/Type /Metadata\n/Subtype /XML',
    Buffer.from(
      writeXmp(about, {
        language: decodeText(origin.language),
        producer: decodeText(origin.producer),
        isConforming,
      }),
      'utf8',
    ),
  );
  return writer.finish(catalog, info);
}

function writeStream(writer: PdfWriter, content: Buffer | string): number {
  const number = writer.take(1);
  if (typeof content === 'string') writer.stream(number, '', Buffer.from(content, 'latin1'));
  else writer.stream(number, '/Filter /FlateDecode', content);
  return number;
}

/** The colours of all pages are those of a screen (ISO 19005-2, 6.2.3). */
function writeOutputIntent(writer: PdfWriter): string {
  const profile = writer.take(1);
  writer.stream(profile, '/N 3\n/Filter /FlateDecode', srgbProfile());
  const name = encodeText('sRGB IEC61966-2.1');
  return `<</Type /OutputIntent\n/S /GTS_PDFA1\n/OutputConditionIdentifier ${name}\n/Info ${name}\n/DestOutputProfile ${profile} 0 R>>`;
}

function writeObjects(writer: PdfWriter, part: PdfPart, places: Places): void {
  const text = relocate(Buffer.from(part.objects), places);
  let start = 0;
  for (const [index, number] of part.numbers.entries()) {
    const end = part.ends[index] ?? 0;
    writer.object(places.objects + number, text.subarray(start, end - 1));
    start = end;
  }
  for (const { number, dictionary, content } of part.streams) {
    writer.stream(places.objects + number, relocateText(dictionary, places).slice(2, -2), content);
  }
}

/** The fonts that the parts share, numbered when the first part uses them, and written when all glyphs are known. */
function createFontPool(writer: PdfWriter, fonts: readonly SharedFont[]) {
  const used = new Map<
    string,
    { number: number; font: SharedFont; descriptor: string; glyphs: Set<number> }
  >();
  const numbered = new Map<number, { font: SharedFont; glyphs: Set<number> }>();
  return {
    use: ({ name, descriptor, glyphs }: PdfPart['fonts'][number]): number => {
      let entry = used.get(name);
      if (entry === undefined) {
        const font = fonts.find((known) => known.name === name);
        if (font === undefined) throw new Error(`PDF part with an unknown font: ${name}`);
        entry = { number: writer.take(FONT_OBJECTS), font, descriptor, glyphs: new Set() };
        used.set(name, entry);
        numbered.set(entry.number, entry);
      }
      for (const glyph of glyphs) entry.glyphs.add(glyph);
      return entry.number;
    },
    at: (number: number) => {
      const entry = numbered.get(number);
      if (entry === undefined) throw new Error('PDF page number in a font of its own');
      return entry;
    },
    write: () => {
      for (const [index, { number, font, descriptor, glyphs }] of [...used.values()].entries())
        writeSharedFont(
          writer,
          number,
          index,
          font,
          descriptor,
          [...glyphs].sort((a, b) => a - b),
        );
    },
  };
}

/** The page tree, two levels deep at most. */
function writePages(writer: PdfWriter, pages: readonly { number: number; entries: string }[]): number {
  const root = writer.take(1);
  const kids: number[] = [];
  const isFlat = pages.length <= PAGES_PER_NODE;
  for (let from = 0; from < pages.length; from += PAGES_PER_NODE) {
    const members = pages.slice(from, from + PAGES_PER_NODE);
    const node = isFlat ? root : writer.take(1);
    for (const { number, entries } of members) writer.object(number, `<<${entries}\n/Parent ${node} 0 R>>`);
    const list = members.map(({ number }) => `${number} 0 R`).join(' ');
    const parent = isFlat ? '' : `\n/Parent ${root} 0 R`;
    writer.object(node, `<</Type /Pages\n/Count ${members.length}\n/Kids [${list}]${parent}>>`);
    kids.push(node);
  }
  if (!isFlat)
    writer.object(
      root,
      `<</Type /Pages\n/Count ${pages.length}\n/Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
    );
  return root;
}
