import { type PdfFile, readObject } from './pdf-file.ts';
import { readArray, readDictionary, readReference, writeDictionary } from './pdf-syntax.ts';

/**
 * Chromium names the elements of the tag tree that table cells refer to `(node00001662)`, and counts on for as long as a
 * page lives. These are the same names counted from 1 in the order in which the file first shows them.
 *
 * They stand in three places: an element's /ID, the /Headers of a table cell, and the IDTree, a name tree which must be
 * sorted and is therefore written anew. The same letters in a text (a heading “node00001662”) stay as they are.
 */
export interface StructureIds {
  /** Copies an object that is no stream to `target`, ids renamed; returns the offset behind it. */
  copy(number: number, target: Buffer, at: number): number;
  /** Object numbers of the nodes of the IDTree. */
  treeNodes: number[];
  /** The nodes of the IDTree by object number; to be asked when every other object has been copied. */
  writeTree(): Map<number, string>;
}

const mark = Buffer.from('(node');
const element = Buffer.from('<</Type /StructElem\n');

export function createStructureIds(file: PdfFile): StructureIds {
  const { bytes, objects } = file;
  const nodes = listNodes(file);
  const renamed = new Map<number, number>();
  const rename = (id: number): string => {
    let next = renamed.get(id);
    if (next === undefined) {
      next = renamed.size + 1;
      renamed.set(id, next);
    }
    return next.toString().padStart(8, '0');
  };

  return {
    treeNodes: nodes.map(({ number }) => number),

    copy(number, target, at) {
      let from = objects.starts[number] ?? 0;
      const end = objects.ends[number] ?? 0;
      if (bytes.compare(element, 0, element.length, from, from + element.length) === 0) {
        const body = bytes.subarray(from, end);
        const start = from;
        for (let hit = body.indexOf(mark); hit >= 0; hit = body.indexOf(mark, hit + 1)) {
          if (!isId(body, hit)) continue;
          const digits = start + hit + mark.length;
          const close = bytes.indexOf(0x29 /* ) */, digits);
          at += bytes.copy(target, at, from, digits);
          at += target.write(rename(Number(bytes.toString('latin1', digits, close))), at, 'latin1');
          from = close;
        }
      }
      return at + bytes.copy(target, at, from, end);
    },

    writeTree() {
      const written = new Map<number, string>();
      const listed = nodes.flatMap(({ names }) => names);
      const unseen = listed.find(({ id }) => !renamed.has(id));
      if (unseen) throw new Error(`PDF structure id ${unseen.id} names no element that was copied`);
      const pairs = listed
        .map(({ id, element }) => ({ name: `(node${rename(id)})`, element }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const limits = new Map<number, [string, string]>();
      let taken = 0;
      for (const node of nodes) {
        const share = pairs.slice(taken, taken + node.names.length);
        taken += node.names.length;
        const spans =
          node.kids.length > 0
            ? node.kids.map((kid) => limits.get(kid))
            : share.map(({ name }) => [name, name]);
        const [first, last] = [spans[0]?.[0], spans.at(-1)?.[1]];
        if (first && last) limits.set(node.number, [first, last]);
        if (node.entries.has('Limits')) node.entries.set('Limits', `[${first} ${last}]`);
        if (share.length > 0)
          node.entries.set('Names', `[${share.map(({ name, element }) => `${name} ${element}`).join(' ')}]`);
        written.set(node.number, writeDictionary(node.entries));
      }
      return written;
    },
  };
}

/** `/ID (node…`, `/Headers [(node…` or a further one of the headers. */
function isId(body: Buffer, hit: number): boolean {
  const before = body[hit - 1];
  if (before === 0x5b /* [ */) return body.toString('latin1', hit - 10, hit) === '/Headers [';
  if (before !== 0x20) return false;
  return body[hit - 2] === 0x29 /* ) */ || body.toString('latin1', hit - 4, hit) === '/ID ';
}

interface TreeNode {
  number: number;
  entries: Map<string, string>;
  names: { id: number; element: string }[];
  kids: number[];
}

/** The nodes of the IDTree, kids before their parents. */
function listNodes({ bytes, objects, root }: PdfFile): TreeNode[] {
  const dictionaryOf = (reference: string) =>
    readDictionary(readObject(bytes, objects, readReference(reference)));
  const walk = (reference: string): TreeNode[] => {
    const entries = dictionaryOf(reference);
    const kids = readArray(entries.get('Kids') ?? '[]');
    const node = {
      number: readReference(reference),
      entries,
      names: readNames(entries.get('Names') ?? '[]'),
      kids: kids.map(readReference),
    };
    return [...kids.flatMap(walk), node];
  };
  const tags = dictionaryOf(`${root} 0 R`).get('StructTreeRoot');
  const tree = tags && dictionaryOf(tags).get('IDTree');
  return tree ? walk(tree) : [];
}

function readNames(names: string): TreeNode['names'] {
  const values = readArray(names);
  return values.flatMap((name, index) => {
    if (index % 2 === 1) return [];
    const id = /^\(node(\d+)\)$/.exec(name)?.[1];
    if (!id) throw new Error(`PDF structure id of an unknown kind: ${name}`);
    return [{ id: Number(id), element: values[index + 1] ?? '' }];
  });
}
