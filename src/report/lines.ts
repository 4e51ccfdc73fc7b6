import { LineCounter } from 'yaml';

export function countLines(text: string): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
  return counter;
}

/** Some lines of a text, in order, each with its number, from 1, and the offset at which it begins. */
export type Excerpt = readonly { line: number; start: number; text: string }[];

/** What a report takes a file's lines from. */
export type ReportedText = string | Excerpt;

/** By file. */
export type Texts = Pick<ReadonlyMap<string, ReportedText>, 'get'>;

/** The lines that hold one of the offsets. */
export function toExcerpt(text: string, offsets: Iterable<number>): Excerpt {
  const counter = countLines(text);
  const lines = new Set([...offsets].map((offset) => counter.linePos(offset).line));
  return [...lines]
    .sort((a, b) => a - b)
    .map((line) => {
      const start = counter.lineStarts[line - 1] ?? 0;
      const end = (counter.lineStarts[line] ?? text.length + 1) - 1;
      return { line, start, text: text.slice(start, end) };
    });
}

/** What tells the line and the column of an offset, each from 1. */
export function locateIn(text: ReportedText): (offset: number) => { line: number; col: number } {
  if (typeof text === 'string') {
    const counter = countLines(text);
    return (offset) => counter.linePos(offset);
  }
  return (offset) => {
    const { line, start } = text.findLast((one) => one.start <= offset) ?? { line: 1, start: 0 };
    return { line, col: offset - start + 1 };
  };
}

/** Of an excerpt, the lines in which the stretches begin and end. */
export function narrow(excerpt: Excerpt, spans: readonly { start: number; end: number }[]): Excerpt {
  const locate = locateIn(excerpt);
  const lines = new Set(spans.flatMap(({ start, end }) => [locate(start).line, locate(end).line]));
  return excerpt.filter(({ line }) => lines.has(line));
}
