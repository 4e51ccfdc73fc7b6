import { type PdfFile, readObject } from './pdf-file.ts';
import { readArray, readCount, readDictionary, readReference } from './pdf-syntax.ts';

/** An element of a file's tags, as its parts have it: see `simplify`. */
export interface StructureElement {
  /** Its object's number in the file. */
  number: number;
  type: string;
  /** By owner: Table → Scope → /Row. */
  attributes: Map<string, Map<string, string>>;
  /** What else it has: language, other words for it. */
  entries: string[];
  kids: (StructureElement | Mark | Annotation)[];
}

/** What is drawn on a page, by the page's index. */
export interface Mark {
  page: number;
  mark: number;
}

/** A link of a page, by its object's number. */
export interface Annotation {
  page: number;
  annotation: number;
}

export function openStructure({ bytes, objects, root, pages }: PdfFile): StructureElement[] {
  const dictionaryOf = (number: number) => readDictionary(readObject(bytes, objects, number));
  const tree = dictionaryOf(root).get('StructTreeRoot');
  if (tree === undefined) return [];
  const indexes = new Map(pages.map(({ number }, index) => [number, index]));
  const pageOf = (reference: string | undefined): number => {
    const page = indexes.get(readReference(reference));
    if (page === undefined) throw new Error(`PDF structure element outside the pages: ${reference}`);
    return page;
  };
  const readElement = (number: number): StructureElement => {
    const entries = dictionaryOf(number);
    const own = entries.get('Pg');
    const kids = listValues(entries.get('K')).map((kid): StructureElement['kids'][number] => {
      if (/^\d+ 0 R$/.test(kid)) return readElement(readReference(kid));
      if (/^\d+$/.test(kid)) return { page: pageOf(own), mark: Number(kid) };
      const reference = readDictionary(kid);
      const page = pageOf(reference.get('Pg') ?? own);
      return reference.has('Obj')
        ? { page, annotation: readReference(reference.get('Obj')) }
        : { page, mark: readCount(reference.get('MCID')) };
    });
    const others = [...entries]
      .filter(([key]) => KEPT.includes(key))
      .map(([key, value]) => `/${key} ${value}`);
    const attributes = readAttributes(entries.get('A'));
    return { number, type: entries.get('S')?.slice(1) ?? '', attributes, entries: others, kids };
  };
  return listValues(dictionaryOf(readReference(dictionaryOf(readReference(tree)).get('K'))).get('K')).map(
    (kid) => readElement(readReference(kid)),
  );
}

/** The first page on which something of it is; null when nothing is. */
export function pageOf({ kids }: StructureElement): number | null {
  for (const kid of kids) {
    const page = 'type' in kid ? pageOf(kid) : kid.page;
    if (page !== null) return page;
  }
  return null;
}

const KEPT = ['Lang', 'Alt', 'ActualText', 'E'];

function listValues(value: string | undefined): string[] {
  if (value === undefined) return [];
  return value.startsWith('[') ? readArray(value) : [value];
}

/** Which headings a cell has follows from where it is (14.8.5.7); one row or column is what it has in any case. */
function readAttributes(value: string | undefined): StructureElement['attributes'] {
  const attributes: StructureElement['attributes'] = new Map();
  for (const text of listValues(value)) {
    const entries = readDictionary(text);
    const owner = entries.get('O')?.slice(1) ?? '';
    const known = attributes.get(owner) ?? new Map<string, string>();
    for (const [key, written] of entries) {
      const isUsual = key === 'O' || key === 'Headers' || (/Span$/.test(key) && written === '1');
      if (!isUsual) attributes.set(owner, known.set(key, written));
    }
  }
  return attributes;
}

/** Types of PDF 2.0, by those of 1.7. */
const OLDER: Record<string, string> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
  Aside: 'Sect',
  FENote: 'Note',
};

const TYPES = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index Private P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);

/** They belong to a table's shape, even when there is nothing in them. */
const SHAPE = ['TR', 'TH', 'TD'];

/**
 * The elements of one part as ISO 32000-1 (14.8.4) and ISO 14289-1 want them, without those that say nothing: containers of no
 * meaning, elements without content, the one paragraph of a cell. Headings begin with the first level and leave none out; lists have
 * bodies, and one of links alone is a table of contents. `isDrawn`: whether the mark is on its page.
 */
export function simplify(
  elements: readonly StructureElement[],
  isDrawn: (mark: Mark) => boolean,
): StructureElement[] {
  let level = 0;
  const made = (
    type: string,
    { number }: StructureElement,
    kids: StructureElement['kids'],
  ): StructureElement => {
    return { number, type, attributes: new Map(), entries: [], kids };
  };
  const visit = (element: StructureElement): StructureElement['kids'] => {
    const { type: written, attributes } = element;
    const kids = element.kids.flatMap((kid): StructureElement['kids'] => {
      if ('type' in kid) return visit(kid);
      return 'mark' in kid && !isDrawn(kid) ? [] : [kid];
    });
    const found = OLDER[written] ?? written;
    const [only, ...more] = kids;
    const heading = /^H(\d+)$/.exec(found)?.[1];
    if (heading !== undefined && only !== undefined) level = Math.min(Number(heading), level + 1, 6);
    const type = heading === undefined ? found : `H${level}`;
    if (only === undefined && !SHAPE.includes(type)) return [];
    if (!TYPES.has(type)) return kids;
    const isCell = type === 'TH' || type === 'TD';
    if (isCell && only && 'type' in only && only.type === 'P' && more.length === 0)
      return [{ ...element, kids: only.kids }];
    if (type === 'TH' && !attributes.get('Table')?.has('Scope'))
      attributes.set('Table', new Map([...(attributes.get('Table') ?? []), ['Scope', '/Column']]));
    if (type === 'LI') {
      const isLabel = (kid: StructureElement['kids'][number]) => 'type' in kid && kid.type === 'Lbl';
      const body = kids.filter((kid) => !isLabel(kid));
      return [
        {
          ...element,
          kids: [...kids.filter(isLabel), ...(body.length > 0 ? [made('LBody', element, body)] : [])],
        },
      ];
    }
    return [
      type === 'L' && kids.every(isLinkItem) ? toContents({ ...element, kids }) : { ...element, type, kids },
    ];
  };
  /** A kid of L: its only kid is a body, and that of the body a link. */
  const isLinkItem = (kid: StructureElement['kids'][number]): boolean => {
    const [body, ...more] = 'type' in kid ? kid.kids : [];
    if (more.length > 0 || !body || !('type' in body) || body.type !== 'LBody') return false;
    return body.kids.every((link) => 'type' in link && link.type === 'Link');
  };
  const toContents = (list: StructureElement): StructureElement => {
    const items = list.kids.flatMap((kid) => ('type' in kid ? [kid] : []));
    return {
      ...made('TOC', list, []),
      kids: items.map((item) =>
        made('TOCI', item, [
          made(
            'Reference',
            item,
            item.kids.flatMap((kid) => ('type' in kid ? kid.kids : [])),
          ),
        ]),
      ),
    };
  };
  return elements.flatMap((element) =>
    visit(element).map((kid) => ('type' in kid ? kid : made('P', element, [kid]))),
  );
}
