import { diffArrays } from 'diff';
import type { Change } from './comparison.ts';

export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Words, as Chinese is divided into them; a line break is a word of its own. */
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that may differ before a text is reported as wholly new: comparing takes the square of it. */
const MOST_DIFFERENCES = 2000;

/** The part of the shorter text that must be in both for marks inside them to be easier to read than the two texts. */
const LEAST_IN_COMMON = 0.3;

/** What was taken out and put in, word by word, in the order of reading. */
export function markChanges(before: string, after: string): Piece[] {
  const hunks = joinHunks(findHunks(before, after));
  const same = hunks.reduce((sum, hunk) => sum + hunk.same.length, 0);
  const isTooDifferent = same < LEAST_IN_COMMON * Math.min(before.length, after.length);
  const shown = isTooDifferent ? [{ removed: before, added: after, same: '' }] : hunks;
  return shown
    .flatMap((hunk): Piece[] => [
      { kind: 'removed', text: hunk.removed },
      { kind: 'added', text: hunk.added },
      { kind: 'same', text: hunk.same },
    ])
    .filter(({ text }) => text !== '');
}

interface Hunk {
  removed: string;
  added: string;
  same: string;
}

function findHunks(before: string, after: string): Hunk[] {
  const changes = diffArrays(toWords(before), toWords(after), { maxEditLength: MOST_DIFFERENCES });
  if (changes === undefined) return [{ removed: before, added: after, same: '' }];
  const hunks: Hunk[] = [];
  let open: Hunk = { removed: '', added: '', same: '' };
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    if (!added && !removed) open.same += text;
    else {
      if (open.same !== '') {
        hunks.push(open);
        open = { removed: '', added: '', same: '' };
      }
      if (added) open.added += text;
      else open.removed += text;
    }
  }
  return [...hunks, open];
}

/** In pieces that end with a mark of punctuation or after some hundred characters: the work of dividing grows with their square. */
function toWords(text: string): string[] {
  const pieces = text.match(/[^。；，！？、\n]{0,200}[\s\S][。；，！？、\n]?/gu) ?? [];
  return pieces.flatMap((piece) => Array.from(WORDS.segment(piece), ({ segment }) => segment));
}

/** A single character that happens to be the same between two changes would only tear them apart. */
function joinHunks(hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const isIsland =
      last !== undefined && last.same.length === 1 && last.same !== '\n' && last.removed + last.added !== '';
    if (!isIsland) joined.push({ ...hunk });
    else {
      last.removed += last.same + hunk.removed;
      last.added += last.same + hunk.added;
      last.same = hunk.same;
    }
  }
  return joined;
}

/** Characters that are left of an unchanged stretch on each side of a change. */
const AROUND = 16;

/** The same with what is far from any change cut out. */
export function shorten(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const characters = [...piece.text];
    const head = index === 0 ? 0 : AROUND;
    const tail = index === pieces.length - 1 ? 0 : AROUND;
    if (piece.kind !== 'same' || characters.length <= head + tail + AROUND) return piece;
    const text = `${characters.slice(0, head).join('')}……${characters.slice(characters.length - tail).join('')}`;
    return { ...piece, text };
  });
}

/**
 * What a change was and is, with marks; `isShort`: without what is far from them. Where `isPlain`, or where a value is on one side
 * only, there is nothing to mark.
 */
export function markSides(
  { before, after }: Pick<Change, 'before' | 'after'>,
  { isPlain, isShort = false }: { isPlain: boolean; isShort?: boolean },
): Record<'before' | 'after', Piece[]> {
  if (isPlain || before === '' || after === '')
    return { before: [{ kind: 'same', text: before }], after: [{ kind: 'same', text: after }] };
  const marked = markChanges(before, after);
  const pieces = isShort ? shorten(marked) : marked;
  return {
    before: pieces.filter(({ kind }) => kind !== 'added'),
    after: pieces.filter(({ kind }) => kind !== 'removed'),
  };
}
