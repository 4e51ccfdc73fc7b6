import { saysOnly } from '../../messages/catalogue.ts';
import type { Booklet } from '../../read/booklet.ts';
import { groupBy } from '../../util/group-by.ts';
import { listMatches } from '../../util/list-matches.ts';
import { memoize } from '../../util/memoize.ts';
import { MISPRINTS, type Misprint } from '../language/misprint-list.ts';
import { toWordTree } from '../language/word-tree.ts';
import { placeInText, replaceInText } from '../printed-texts.ts';
import { type Rule, textRule } from '../rule.ts';

const BY_WORD: ReadonlyMap<string, Misprint> = new Map(MISPRINTS.map((entry) => [entry.wrong, entry]));
/** All of the built-in words at once, as plain alternatives: those are searched fast. */
const ANY_WORD = new RegExp([...BY_WORD.keys()].join('|'), 'gu');

interface Found {
  index: number;
  wrong: string;
  right: string;
}

/**
 * Likely misprints: the built-in list and the office's own 常见错字. An entry there that names a built-in misprint takes its
 * place; one whose 正字 is the word itself switches it off.
 */
const misprint = textRule({
  code: 'text/misprint',
  severity: 'warning',
  docs: {
    zh: '多半是笔误的词（可在 booklet.yaml 的常见错字里加）',
    en: 'a likely misprint',
    example: '格局《……意见》',
  },
  messages: saysOnly(
    '“{wrong}”多半是“{right}”的笔误 ⇒ 改成“{right}”；原文确实如此的，在上一行写“# 忽略 text/misprint：原文如此”',
    '“{wrong}” is probably a misprint for “{right}” ⇒ Write “{right}”, or put “# 忽略 text/misprint：原文如此” above it if the filed text says so',
  ),
  check(printed, report, { booklet: { misprints: own } }) {
    const found = [...findOwn(printed.text, own), ...findBuiltIn(printed.text, own)];
    const byWord = groupBy(
      found.filter((place) => !isRight(printed.text, place)),
      ({ wrong }) => wrong,
    );
    for (const [wrong, places] of byWord) {
      const [first] = places;
      if (first === undefined) continue;
      const { index, right } = first;
      const at = placeInText(printed, index, index + wrong.length);
      const pieces = withoutOverlaps(places).map(({ index: from }) => ({
        from,
        to: from + wrong.length,
        by: right,
      }));
      report('default', at, { wrong, right }, replaceInText(printed, pieces));
    }
  },
});

/** 支部: 党支部 finds nothing in 党支部. */
function isRight(text: string, { index, wrong, right }: Found): boolean {
  for (let at = right.indexOf(wrong); at >= 0; at = right.indexOf(wrong, at + 1))
    if (text.startsWith(right, index - at)) return true;
  return false;
}

function withoutOverlaps(places: readonly Found[]): Found[] {
  let passed = 0;
  return places.filter(({ index, wrong }) => {
    const isFree = index >= passed;
    if (isFree) passed = index + wrong.length;
    return isFree;
  });
}

function findBuiltIn(text: string, own: Booklet['misprints']): Found[] {
  return listMatches(ANY_WORD, text).flatMap(({ 0: wrong, index }) => {
    const entry = BY_WORD.get(wrong);
    if (entry === undefined || own.has(wrong)) return [];
    const ahead = text.slice(Math.max(0, index - CONTEXT), index);
    const behind = text.slice(index + wrong.length, index + wrong.length + CONTEXT);
    if (entry.after && !new RegExp(`(?:${entry.after})$`, 'u').test(ahead)) return [];
    if (entry.before && !new RegExp(`^(?:${entry.before})`, 'u').test(behind)) return [];
    return [{ index, wrong, right: entry.right }];
  });
}

/** Characters before and behind a word that may decide whether it is a misprint. */
const CONTEXT = 10;

const treeOf = memoize((own: Booklet['misprints']) => toWordTree(own));

function findOwn(text: string, own: Booklet['misprints']): Found[] {
  if (own.size === 0) return [];
  const tree = treeOf(own);
  const characters = Array.from(text);
  const found: Found[] = [];
  let index = 0;
  characters.forEach((character, from) => {
    let node = tree.next.get(character);
    for (let to = from + 1; node !== undefined; to += 1) {
      const right = node.word;
      if (right !== null) found.push({ index, wrong: characters.slice(from, to).join(''), right });
      node = node.next.get(characters[to] ?? '');
    }
    index += character.length;
  });
  return found;
}

export const misprintRules: readonly Rule[] = [misprint];
