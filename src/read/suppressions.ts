import type { Span } from '../report/diagnostic.ts';
import type { ParsedSource } from './parse.ts';
import { type FoundComment, readComments } from './read-comments.ts';
import { listScalars } from './scalars.ts';

/** A comment `# 忽略 code、code：reason`, and the part of the file that it covers. */
export interface Suppression {
  /** `isUsed`: a finding of an earlier stage was suppressed by it. */
  codes: { code: string; at: Span; isUsed?: boolean }[];
  hasReason: boolean;
  reason: string;
  at: Span;
  /** Findings that begin here are suppressed: its own line or the next one, to the end of a value that begins there. */
  covers: { start: number; end: number };
}

export function listSuppressions(parsed: ParsedSource): Suppression[] {
  const { text } = parsed.source;
  // Most files have none, and are not read a second time.
  if (!text.includes('忽略')) return [];
  const ends = listValueEnds(parsed);
  // From the last comment to the first: those directly above each other cover the same line.
  const targets = new Map<number, number>();
  return readComments(text)
    .toReversed()
    .flatMap((comment) => {
      const own = lineStart(text, comment.start);
      const next = Math.min(text.length, lineEnd(text, own) + 1);
      const isAlone = text.slice(own, comment.start).trim() === '';
      const line = isAlone ? (targets.get(next) ?? next) : own;
      if (isAlone) targets.set(own, line);
      const read = readSuppression(comment, parsed.source.file);
      if (read === null) return [];
      return [{ ...read, covers: { start: line, end: Math.max(lineEnd(text, line), ends.get(line) ?? 0) } }];
    });
}

export function isSuppression(comment: string): boolean {
  return readSuppression({ text: comment, start: 0 }, '') !== null;
}

/** `# 忽略`, the codes, and after a colon (or as the first word that is no code) the reason. */
function readSuppression(
  { text, start }: Pick<FoundComment, 'text' | 'start'>,
  file: string,
): Omit<Suppression, 'covers'> | null {
  const head = /^#[#\s]*忽略[\s　]*/u.exec(text)?.[0];
  if (head === undefined) return null;
  const body = text.slice(head.length);
  const colon = body.search(/[:：]/u);
  const named = colon < 0 ? body : body.slice(0, colon);
  // Without a colon only words of Latin letters are codes: a sentence that happens to begin with 忽略 is no suppression.
  const words = [...named.matchAll(/[^\s、，,;；]+/gu)];
  const firstWord = words.findIndex(([word]) => !/^[\w/.-]+$/.test(word));
  const codes = colon < 0 && firstWord >= 0 ? words.slice(0, firstWord) : words;
  const isProse = colon < 0 && codes.length === 0;
  if (isProse && body !== '') return null;
  const reason =
    colon >= 0 ? body.slice(colon + 1) : firstWord < 0 ? '' : body.slice(words[firstWord]?.index);
  const from = start + head.length;
  return {
    codes: codes.map(({ 0: code, index }) => ({
      code,
      at: { file, start: from + index, end: from + index + code.length },
    })),
    hasReason: /[\p{L}\p{N}]/u.test(reason),
    reason: reason.trim(),
    at: { file, start, end: start + text.length },
  };
}

/** For each line that a key or an item of a list is on: where the last text that belongs to it ends. */
function listValueEnds(parsed: ParsedSource): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { from, at } of listScalars(parsed)) {
    const line = lineStart(parsed.source.text, from);
    ends.set(line, Math.max(ends.get(line) ?? 0, at.end));
  }
  return ends;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
