import type { ErrorCode, YAMLParseError } from 'yaml';
import { type Diagnostic, diagnose, type Span } from '../diagnostic.ts';
import type { Source } from '../sources/source.ts';

/**
 * YAML's own errors in the author's words. A slip early in a file makes YAML stumble again and again behind it, so only
 * the first is told, except for keys written twice, which stand alone.
 */
export function explainSyntax(source: Source, errors: readonly YAMLParseError[]): Diagnostic[] {
  const duplicates = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const first = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  const told = duplicates.map((error) => {
    const at = { file: source.file, start: error.pos[0], end: endOfLine(source.text, error.pos[0]) };
    return diagnose('error', 'yaml/duplicate-key', at, {
      key: source.text.slice(error.pos[0], keyEnd(source.text, at)),
    });
  });
  return first === undefined ? told : [...told, explain(source, first)];
}

/** A slip known by its look, at or just above a place where the file stops making sense; null when none is seen. */
export function explainSlip({ file, text }: Source, offset: number): Diagnostic | null {
  const slip = findSlip(text, lineAt(text, offset).start);
  if (slip === null) return null;
  const at: Span = { file, start: slip.start, end: slip.end };
  return diagnose('error', slip.wording, at, { text: text.slice(slip.start, slip.end) });
}

function explain(source: Source, error: YAMLParseError): Diagnostic {
  const { file, text } = source;
  const [start, end] = error.pos;
  const line = lineAt(text, start);
  const slip = explainSlip(source, start);
  if (slip !== null) return slip;
  const at: Span = { file, start, end: Math.min(Math.max(end, start + 1), Math.max(line.end, start + 1)) };
  return diagnose('error', WORDINGS[error.code] ?? 'yaml/syntax', at, { text: text.slice(at.start, at.end) });
}

const WORDINGS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'yaml/tab',
  BAD_SCALAR_START: 'yaml/needs-quotes',
  BLOCK_AS_IMPLICIT_KEY: 'yaml/colon-in-text',
  BAD_INDENT: 'yaml/indent',
  MULTIPLE_DOCS: 'yaml/several-documents',
  BAD_DQ_ESCAPE: 'yaml/escape',
};

/**
 * Slips that are known by their look, near the line where YAML gave up (it often notices one a line late): each pattern
 * marks the characters to show.
 */
const SLIPS: readonly (readonly [wording: string, pattern: RegExp])[] = [
  ['yaml/tab', /^[ ]*(\t+)/d],
  ['yaml/full-width-colon', /^\s*(?:- +)?["'“]?[\p{Script=Han}（）]{2,16}["'”]?\s*(：)/du],
  ['yaml/full-width-dash', /^\s*([－—–]+)\s*[\p{Script=Han}]+\s*[:：]/du],
  ['yaml/block-sign', /^\s*(?:- +)?[^:#\n]+:\s+(>=?\s*[\d.]+.*?)\s*$/d],
  ['yaml/missing-blank', /^\s*(?:- +)?[\p{Script=Han}]{2,12}(:)\S/du],
  ['yaml/tag', /^\s*(?:- +)?[^:#\n]+:\s+(!\S*)/d],
  ['yaml/colon-in-text', /^\s*(?:- +)?[^:\n"'|]+:\s+[^"'|>\n][^\n]*?(: )/d],
];

function findSlip(text: string, lineStart: number): { wording: string; start: number; end: number } | null {
  const before = lineAt(text, Math.max(0, lineStart - 1)).start;
  for (const start of new Set([lineStart, before])) {
    const line = text.slice(start, endOfLine(text, start));
    for (const [wording, pattern] of SLIPS) {
      const place = pattern.exec(line)?.indices?.[1];
      if (place) return { wording, start: start + place[0], end: start + place[1] };
    }
  }
  return null;
}

function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { start, end: endOfLine(text, start) };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}

function keyEnd(text: string, at: Span): number {
  const colon = text.indexOf(':', at.start);
  return colon < 0 || colon > at.end ? at.end : colon;
}
