import { type PdfFile, readObject } from './pdf-file.ts';
import { readArray, readCount, readDictionary, readReference } from './pdf-syntax.ts';

/** A file's tags, as the tree's uppermost elements, and the way from marks on the pages into it. */
export interface Structure {
  /** The number of the element of the whole document, and of its kids. */
  document: number | null;
  roots: number[];
  /** The first page, from 0, on which something of an element stands. */
  pageOf(element: number): number | null;
  /** Key of a page or an annotation → what it leads to. */
  keys: Map<number, string>;
}

export function openStructure({ bytes, objects, root, pages }: PdfFile): Structure {
  const dictionaryOf = (number: number) => readDictionary(readObject(bytes, objects, number));
  const tree = dictionaryOf(root).get('StructTreeRoot');
  const keys = new Map<number, string>();
  if (tree === undefined) return { document: null, roots: [], pageOf: () => null, keys };
  const entries = dictionaryOf(readReference(tree));
  const readKeys = (reference: string): void => {
    const node = dictionaryOf(readReference(reference));
    const values = readArray(node.get('Nums') ?? '[]');
    for (let at = 0; at < values.length; at += 2) keys.set(readCount(values[at]), values[at + 1] ?? '');
    for (const kid of readArray(node.get('Kids') ?? '[]')) readKeys(kid);
  };
  const parents = entries.get('ParentTree');
  if (parents !== undefined) readKeys(parents);
  const document = readReference(entries.get('K'));
  const indexes = new Map(pages.map(({ number }, index) => [number, index]));
  const pageOf = (element: number): number | null => {
    const text = readObject(bytes, objects, element);
    const own = /\/Pg (\d+) 0 R/.exec(text)?.[1];
    if (own !== undefined) return indexes.get(Number(own)) ?? null;
    for (const kid of listKids(readDictionary(text).get('K'))) {
      const page = pageOf(kid);
      if (page !== null) return page;
    }
    return null;
  };
  return { document, roots: listKids(dictionaryOf(document).get('K')), pageOf, keys };
}

function listKids(value: string | undefined): number[] {
  if (value === undefined) return [];
  const values = value.startsWith('[') ? readArray(value) : [value];
  return values.flatMap((kid) => (/^\d+ 0 R$/.test(kid) ? [readReference(kid)] : []));
}
