import type { Document } from '../document/document.ts';
import { assemblePdf } from '../pdf/assemble.ts';
import type { PdfPart } from '../pdf/part.ts';
import type { SharedFont } from '../pdf/shared-font.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import type { PrintedPart } from './printed-part.ts';

/** One document on paper: the PDF, the same pages as HTML, and how many they are. */
export interface Print {
  pdf: Buffer;
  /** The body with its pages made. */
  body: string;
  pages: number;
  /** The version of the browser that printed it. */
  browser: string;
}

export interface BindOptions {
  fonts: readonly SharedFont[];
  /** Seconds since 1970 from SOURCE_DATE_EPOCH, or null for the document's own date. */
  epoch: number | null;
}

/** A part of a document, and the offices that it belongs to in a volume above them, from the top. */
export interface BoundPart {
  part: PrintedPart;
  offices: readonly string[];
}

/** Named in the PDF as the program that made it. */
const CREATOR = '绩效册 jixiaoce';

/**
 * Binds a document of its parts, which are asked for one after the other; a volume begins with its front matter. Throws
 * EnvironmentError `print/page-number` when a number that is printed is not that of the page its link leads to.
 */
export function bind(
  { about, stem }: Pick<Document, 'about' | 'stem'>,
  parts: Iterable<BoundPart>,
  { fonts, epoch }: BindOptions,
): Print {
  const labels: string[] = [];
  const links: PrintedPart['links'] = [];
  /** Page by the name under which links lead to it. */
  const targets = new Map<string, number>();
  const bodies: string[] = [];
  let fronts = 0;
  let browser = '';
  let folioOf = (_: number) => '';
  let above: readonly string[] = [];
  const take = function* (): Generator<PdfPart> {
    for (const { part, offices } of parts) {
      const { pdf, pages, links: own, folios, body, browser: version } = part;
      browser = version;
      const first = labels.length;
      for (const { numbering, label } of pages) {
        if (numbering === 'front') fronts += 1;
        labels.push(numbering === 'front' ? label : String(labels.length - fronts + 1));
      }
      const pattern = fronts > 0 ? folios.bound : folios.alone;
      folioOf = (page) =>
        pattern.replace('{page}', labels[page] ?? '').replace('{pages}', String(pages.length));
      bodies.push(body.reduce((whole, piece, at) => `${whole}${folioOf(first + at - 1)}${piece}`));
      links.push(...own);
      const destinations = [...pdf.destinations];
      // Links lead to it from other parts.
      for (const [page, { anchor, numbering }] of pages.entries()) {
        const isTarget = fronts > 0 && numbering === 'body' && anchor !== null;
        if (isTarget) destinations.push({ name: anchor, page, place: pdf.pages[page]?.top ?? '' });
      }
      for (const { name, page } of destinations) targets.set(name, first + page);
      yield { ...pdf, destinations, bookmarks: toBookmarks(part, offices, above) };
      above = offices;
    }
  };
  const toAbout = () => ({
    ...about,
    creator: CREATOR,
    date: epoch === null ? new Date(`${about.date}T00:00:00Z`) : new Date(epoch * 1000),
    pageLabels: [
      ...(fronts > 0 ? [{ firstPage: 0, style: 'roman' as const }] : []),
      ...(fronts < labels.length ? [{ firstPage: fronts, style: 'decimal' as const }] : []),
    ],
  });
  const pdf = assemblePdf(take(), { toAbout, fonts, folioOf: (page) => folioOf(page) });
  for (const { target, printed } of links) {
    const page = targets.get(target);
    const found = page === undefined ? '' : (labels[page] ?? '');
    if (found !== printed)
      throw new EnvironmentError('print/page-number', { name: stem, target, printed, found });
  }
  return { pdf, body: bodies.join(''), pages: labels.length, browser };
}

/** Below their offices tables need no heading of their form's name. `above`: the offices of the part before. */
function toBookmarks(
  { pdf }: PrintedPart,
  offices: readonly string[],
  above: readonly string[],
): PdfPart['bookmarks'] {
  if (offices.length === 0) return pdf.bookmarks;
  const shared = offices.findIndex((name, index) => name !== above[index]);
  const place = pdf.pages[0]?.top ?? '';
  const own = offices.map((title, index) => ({ title, level: index + 1, page: 0, place, element: null }));
  const inside = pdf.bookmarks.filter(({ level }) => level > 1);
  return [
    ...own.slice(shared < 0 ? own.length : shared),
    ...inside.map((bookmark) => ({ ...bookmark, level: bookmark.level - 1 + offices.length })),
  ];
}
