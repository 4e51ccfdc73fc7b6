import { dirname } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { packages } from '../util/program.ts';

/** Opens a PDF with pdf.js, as a viewer would. */
export function openPdf(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0, ...CHARACTER_MAPS });
}

/** Older PDFs of other programs name the Chinese encodings that these files explain. */
const CHARACTER_MAPS = {
  cMapUrl: `${dirname(packages.resolve('pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap'))}/`,
  cMapPacked: true,
};

/**
 * A PDF by its words, page after page, for comparing line by line: each paragraph, and so each cell of a table, is a line
 * wherever it was wrapped. Rejects when the bytes are no PDF that can be read.
 * `joinLines`: lines that were parted where they were full, as the one line that they were.
 */
export async function readPdfWords(bytes: Uint8Array, joinLines: (text: string) => string): Promise<string> {
  const task = openPdf(bytes);
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      pages.push(
        [`〔第 ${number} 页〕`, ...listParagraphs(items, joinLines)].map((line) => `${line}\n`).join(''),
      );
      page.cleanup();
    }
    return pages.join('\n');
  } finally {
    await task.destroy();
  }
}

type Item = { str: string; hasEOL: boolean; width: number } | { type: string; id?: string | null };

/** A tagged PDF says where a paragraph begins and ends; in any other, and in the foot of a page, a line is a paragraph. */
function listParagraphs(items: readonly Item[], joinLines: (text: string) => string): string[] {
  const paragraphs: string[] = [];
  let text = '';
  /** Marks that are open; the first with an id is the paragraph's. */
  const open: boolean[] = [];
  const close = () => {
    const line = closeGaps(joinLines(text));
    if (line !== '' && !LEADER.test(line)) paragraphs.push(line);
    text = '';
  };
  for (const item of items) {
    if ('str' in item) {
      const isInside = open.includes(true);
      text += item.str;
      if (item.hasEOL && isInside) text += '\n';
      else if (item.hasEOL || (!isInside && item.str === ' ' && item.width > WIDE)) close();
    } else if (item.type === 'endMarkedContent') {
      if (open.pop()) close();
    } else {
      const isParagraph = item.type === 'beginMarkedContentProps' && item.id != null;
      if (isParagraph) close();
      open.push(isParagraph);
    }
  }
  close();
  return paragraphs;
}

/** Points: a blank as wide as this separates two columns. */
const WIDE = 20;

/** The dots of a contents' line. */
const LEADER = /^[.…·\s]+$/;

/** Between Han and a figure there is only a distance, which the reader of a PDF takes for a blank. */
function closeGaps(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=[\w(])|(?<=[\w)%]) (?=\p{Script=Han})/gu, '');
}
