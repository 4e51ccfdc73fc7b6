import { openPdf } from '../pdf/words.ts';

export interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

/** What a reader of a PDF finds in it. */
export interface ReadPdf {
  /** The text of each page without blanks and line breaks. */
  pages: string[];
  /** The links of each page: the named destination each leads to. */
  links: string[][];
  labels: string[] | null;
  outline: OutlineItem[];
  info: Record<string, unknown>;
  /** Page index from 0 of a named destination. */
  pageOf(destination: string): Promise<number>;
  /** Width and height of each page in points. */
  sizes: [number, number][];
  language: string | undefined;
  hasTags: boolean;
}

/** Reads a PDF with pdf.js, as a viewer would. */
export async function readPdfText(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await openPdf(bytes).promise;
  const pages: string[] = [];
  const links: string[][] = [];
  const sizes: [number, number][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
    const annotations = (await page.getAnnotations()) as { dest?: unknown }[];
    links.push(annotations.flatMap(({ dest }) => (typeof dest === 'string' ? [dest] : [])));
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    sizes.push([right - left, top - bottom]);
  }
  const { info } = await document.getMetadata();
  const markInfo = (await document.getMarkInfo()) as Record<string, boolean> | null;
  return {
    pages,
    links,
    labels: await document.getPageLabels(),
    outline: ((await document.getOutline()) ?? []) as ReadPdf['outline'],
    info: info as Record<string, unknown>,
    pageOf: async (name) => {
      const destination = await document.getDestination(name);
      return document.getPageIndex(destination?.[0] as Parameters<typeof document.getPageIndex>[0]);
    },
    sizes,
    language: (info as { Language?: string }).Language,
    hasTags: markInfo?.Marked ?? false,
  };
}
