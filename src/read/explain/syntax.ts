import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Vocabulary } from '../../form/vocabulary.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import { BOOKLET_STEM, type Source } from '../source.ts';
import { expectIndents } from './indentation.ts';
import { isComment, type Line, lineIndexAt, quote, readLineAt, readLines } from './lines.ts';
import { findPastedRows } from './pasted-rows.ts';
import { findLikelySlip, findSlip, onLine, type Slip } from './slips.ts';
import { findLikelyCause, findNoColon } from './suspects.ts';

/** Nobody mends more at once. */
const MOST_TOLD = 20;

/**
 * YAML's own errors in the author's words. Every line that is wrong by its look is reported; only when there is none, the first
 * place where YAML stumbled, because a slip makes it stumble again and again behind it.
 */
export function explainSyntax(
  source: Source,
  errors: readonly YAMLParseError[],
  words: Vocabulary,
): Diagnostic[] {
  const [first] = errors;
  if (first === undefined) return [];
  const certain = findCertainSlips(source, words);
  if (certain.length > 0) return certain;
  const lines = readLines(source.text, words);
  const index = lineIndexAt(lines, first.pos[0]);
  const suspect = IS_SAID_BY_CODE.has(first.code) ? null : findLikelyCause(lines, index, words);
  return [tell(source, suspect ?? generic(source.text, lines[index], first))];
}

/** The slips that are wrong whatever is around them; empty when nothing is known by its look. */
export function findCertainSlips(source: Source, words: Vocabulary): Diagnostic[] {
  const lines = readLines(source.text, words);
  const conflict = lines.find(({ text }) => /^(?:<{7}|={7}|>{7})(?:\s|$)/.test(text));
  if (conflict !== undefined) return [tell(source, onLine(conflict, 'yaml/conflict'))];
  const expected = expectIndents(lines, words);
  const pasted = isTable(source) ? findPastedRows(source.text, lines, true, words) : null;
  const slips = lines.flatMap((line) =>
    pasted?.lines.has(line) ? [] : (findSlip(line, expected.get(line) ?? null, words) ?? []),
  );
  return mergeRuns([...(pasted?.slips ?? []), ...slips].sort((a, b) => a.start - b.start))
    .slice(0, MOST_TOLD)
    .map((slip) => tell(source, slip));
}

/** Tabs, bars or several blanks, and a sign behind a blank or a comma within a name. */
const MAY_HAVE_CELLS = /\t|[|｜]|\S(?: {2}|\u3000)|三级指标["']?\s?:[^\n]{1,80}[\s,，;；][=＝>＞<＜≥≤≧≦]/u;

/** Cells of a spreadsheet that YAML takes for text. */
export function explainPasted(source: Source, words: Vocabulary): Diagnostic[] {
  if (!isTable(source) || !MAY_HAVE_CELLS.test(source.text)) return [];
  const { slips } = findPastedRows(source.text, readLines(source.text, words), false, words);
  return slips.slice(0, MOST_TOLD).map((slip) => tell(source, slip));
}

function isTable({ stem }: Source): boolean {
  return stem !== BOOKLET_STEM;
}

/** A slip known by its look on the line of an offset, or null. */
export function explainSlip(source: Source, offset: number, words: Vocabulary): Diagnostic | null {
  const line = readLineAt(source.text, offset, words);
  const slip = findSlip(line, null, words) ?? findLikelySlip(line, words);
  return slip && tell(source, slip);
}

/** An editor that indents by tabs does so on every line: that is one mistake, reported at its first line. */
function mergeRuns(slips: readonly Slip[]): Slip[] {
  return ['yaml/tab', 'yaml/full-width-blank#indent'].reduce<Slip[]>((kept, wording) => {
    const [first, ...more] = kept.filter((slip) => slip.wording === wording);
    if (first === undefined || more.length === 0) return kept;
    const count = String(more.length + 1);
    const fix = { edits: [first, ...more].flatMap((slip) => slip.fix?.edits ?? []) };
    const merged = {
      ...first,
      wording: `${wording.split('#')[0]}#lines`,
      args: { ...first.args, count },
      fix,
    };
    return kept.flatMap((slip) => (slip === first ? merged : slip.wording === wording ? [] : slip));
  }, slips.slice());
}

const IS_SAID_BY_CODE: ReadonlySet<ErrorCode> = new Set(['KEY_OVER_1024_CHARS', 'RESOURCE_EXHAUSTION']);

const WORDINGS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'yaml/tab#gap',
  BAD_SCALAR_START: 'yaml/needs-quotes',
  BLOCK_AS_IMPLICIT_KEY: 'yaml/colon-in-text',
  BAD_INDENT: 'yaml/indent',
  MULTIPLE_DOCS: 'yaml/several-documents',
  BAD_DQ_ESCAPE: 'yaml/escape',
  BAD_ALIAS: 'yaml/alias',
  MULTIPLE_ANCHORS: 'yaml/anchor',
  MULTIPLE_TAGS: 'yaml/tag',
  BAD_DIRECTIVE: 'yaml/directive',
  KEY_OVER_1024_CHARS: 'yaml/long-key',
  RESOURCE_EXHAUSTION: 'yaml/too-deep',
};

function generic(text: string, line: Line | undefined, { code, pos }: YAMLParseError): Slip {
  const start = Math.min(pos[0], Math.max(0, text.length - 1));
  const lineEnd = line === undefined ? text.length : line.start + line.text.length;
  const end = Math.min(Math.max(pos[1], start + 1), Math.max(lineEnd, start + 1));
  return {
    wording: WORDINGS[code] ?? 'yaml/syntax',
    start,
    end,
    args: { text: quote(text.slice(start, end)) },
    fix: null,
  };
}

function tell({ file }: Source, { wording, start, end, args, fix }: Slip): Diagnostic {
  return diagnose('error', wording, { file, start, end }, args, fix);
}

/** A source that is no map at all: a slip that is known by its look, a paste from elsewhere, or something else. */
export function explainRoot(source: Source, at: Span, words: Vocabulary): Diagnostic[] {
  const certain = findCertainSlips(source, words);
  if (certain.length > 0) return certain;
  const lines = readLines(source.text, words).filter((line) => line.text.trim() !== '' && !isComment(line));
  const noColon = lines.map((line) => findNoColon(line, words)).find((found) => found !== null);
  const cells = lines.filter(({ text }) => /\S[\t,，;；|]\s*\S/.test(text));
  if (cells.length > lines.length / 2) return [diagnose('error', 'yaml/not-a-table#pasted', at)];
  return [noColon === undefined ? diagnose('error', 'yaml/not-a-table', at) : tell(source, noColon)];
}
