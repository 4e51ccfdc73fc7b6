import { toWordTree, type WordTree } from './word-tree.ts';

export interface FoundName {
  name: string;
  from: number;
  to: number;
}

/** Characters; 培训 or 办公 alone name nothing. */
const SHORTEST = 4;

/** 党 comes and goes: 星级支部 and 星级党支部 are one. */
const OPTIONAL = '党';

/** What is left of 党员干部教育工作经费 when the words of every project are gone. */
export function coreOf(name: string): string {
  return name.replace(/(?:专项|补助|工作){0,4}(?:经费|资金|费用|项目)$/u, '').replaceAll(OPTIONAL, '');
}

/** Of a year's projects. */
export function createNameIndex(names: readonly string[]): WordTree {
  return toWordTree(
    names.flatMap((name) => (coreOf(name).length < SHORTEST ? [] : [[coreOf(name), name] as const])),
  );
}

/** The projects that a text names, but for its own and those whose names are a part of its own. */
export function findNames(text: string, index: WordTree, own: string): FoundName[] {
  const ownCore = coreOf(own);
  const found: FoundName[] = [];
  for (let from = 0; from < text.length; from += 1) {
    if (text[from] === OPTIONAL || !index.next.has(text[from] ?? '')) continue;
    let node: WordTree | undefined = index;
    let longest: FoundName | null = null;
    for (let to = from; to < text.length && node !== undefined; to += 1) {
      const character = text[to] ?? '';
      if (character === OPTIONAL || character === '\n') continue;
      node = node.next.get(character);
      if (node?.word) longest = { name: node.word, from, to: to + 1 };
    }
    if (longest === null) continue;
    // The 党 before it is not looked for, but it belongs to the name.
    if (text[from - 1] === OPTIONAL) longest.from -= 1;
    if (!ownCore.includes(coreOf(longest.name))) found.push(longest);
    from = longest.to - 1;
  }
  return found;
}
