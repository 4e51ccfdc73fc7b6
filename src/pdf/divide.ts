import { type CutOptions, createCutter } from './cut-part.ts';
import type { PdfPart } from './part.ts';
import { type PdfFile, readObject } from './pdf-file.ts';
import { readDictionary } from './pdf-syntax.ts';
import { openStructure, pageOf, type StructureElement } from './structure.ts';

export interface DividedPdf {
  parts: PdfPart[];
  /** False when something was drawn with more than shared fonts: what Skia calls it depends on what else is in the file. */
  isIndependent: boolean;
  /** Of each part the names of the fonts that it does not share. */
  alienFonts: string[][];
}

/** Divides a file into parts; `counts` are their pages, in their order. */
export function dividePdf(file: PdfFile, counts: readonly number[], options: CutOptions): DividedPdf {
  const { bytes, objects, root, info } = file;
  const owners = counts.flatMap((count, part) => Array.from({ length: count }, () => part));
  const roots = counts.map((): StructureElement[] => []);
  let owner = 0;
  for (const element of openStructure(file)) {
    owner = owners[pageOf(element) ?? -1] ?? owner;
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
    const cut = createCutter(file, from, file.pages.slice(from, first), options);
    const part = cut.cut(roots[index] ?? []);
    const bookmarks = file.outline.filter(isHere).map(({ title, level, page, place, element }) => {
      return {
        title,
        level,
        page: page - from,
        place,
        element: element === null ? null : cut.elementOf(element),
      };
    });
    const destinations = [...file.destinations].flatMap(([name, target]) =>
      isHere(target) ? [{ name, page: target.page - from, place: target.place }] : [],
    );
    if (cut.hasOwnResources()) isIndependent = false;
    alienFonts.push(cut.alienFonts);
    return { producer, language, bookmarks, destinations, ...part };
  });
  return { parts, isIndependent, alienFonts };
}
