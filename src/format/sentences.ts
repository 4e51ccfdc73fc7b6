const ENDING = /[。！？；]/u;
/** What may follow the end of a sentence and still belongs to it; behind a bracket the sentence around it goes on. */
const CLOSING = /[”’」』]/u;
const OPENERS = '“‘「『（《〈【';
const CLOSERS = '”’」』）》〉】';

/**
 * One line of a text → one line a sentence. A line is broken only behind Chinese punctuation that ends a sentence, outside
 * quotes and brackets, and where no blank is: there the lines join again to exactly the same text.
 */
export function splitSentences(line: string): string[] {
  const lines: string[] = [];
  let depth = 0;
  let from = 0;
  let isEnd = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (OPENERS.includes(character)) depth += 1;
    // A quote that is printed the wrong way round closes nothing; the rest of its line is then one sentence.
    if (CLOSERS.includes(character)) depth = Math.max(0, depth - 1);
    isEnd = ENDING.test(character) || (isEnd && CLOSING.test(character));
    if (!isEnd || depth > 0) continue;
    const next = line[at + 1];
    if (next === undefined || /\s/u.test(next) || CLOSING.test(next) || ENDING.test(next)) continue;
    lines.push(line.slice(from, at + 1));
    from = at + 1;
  }
  return [...lines, line.slice(from)];
}
