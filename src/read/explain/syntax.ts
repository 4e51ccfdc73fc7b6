import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Vocabulary } from '../../form/vocabulary.ts';
import { type MessageName, variantOf } from '../../messages/wording.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import { BOOKLET_STEM, type Source } from '../source.ts';
import { expectIndents } from './indentation.ts';
import { findLikelyCause, findNoColon } from './likely-causes.ts';
import { isComment, type Line, lineIndexAt, quote, readLineAt, readLines } from './lines.ts';
import { findPastedRows } from './pasted-rows.ts';
import { findLikelyTypo, findTypo, onLine, type Typo } from './typos.ts';

const MOST_REPORTED = 20;

/**
 * YAML's own errors in the author's words. Every line that is wrong by its look is reported; only when there is none, the first
 * place where YAML stumbled, because a typo makes it stumble again and again behind it.
 */
export function explainSyntax(
  source: Source,
  errors: readonly YAMLParseError[],
  words: Vocabulary,
): Diagnostic[] {
  const [first] = errors;
  if (first === undefined) return [];
  const certain = findCertainTypos(source, words);
  if (certain.length > 0) return certain;
  const lines = readLines(source.text, words);
  const index = lineIndexAt(lines, first.pos[0]);
  const suspect = IS_SAID_BY_CODE.has(first.code) ? null : findLikelyCause(lines, index, words);
  return [toDiagnostic(source, suspect ?? generic(source.text, lines[index], first))];
}

/** The typos that are wrong whatever is around them; empty when nothing is known by its look. */
export function findCertainTypos(source: Source, words: Vocabulary): Diagnostic[] {
  const lines = readLines(source.text, words);
  const conflict = lines.find(({ text }) => /^(?:<{7}|={7}|>{7})(?:\s|$)/.test(text));
  if (conflict !== undefined) return [toDiagnostic(source, onLine(conflict, 'yaml/conflict'))];
  const expected = expectIndents(lines, words);
  const pasted = isTable(source) ? findPastedRows(source.text, lines, true, words) : null;
  const typos = lines.flatMap((line) =>
    pasted?.lines.has(line) ? [] : (findTypo(line, expected.get(line) ?? null, words) ?? []),
  );
  return mergeRuns([...(pasted?.typos ?? []), ...typos].sort((a, b) => a.start - b.start))
    .slice(0, MOST_REPORTED)
    .map((typo) => toDiagnostic(source, typo));
}

/** Tabs, bars or several blanks, and a sign behind a blank or a comma within a name. */
const MAY_HAVE_CELLS = /\t|[|｜]|\S(?: {2}|\u3000)|三级指标["']?\s?:[^\n]{1,80}[\s,，;；][=＝>＞<＜≥≤≧≦]/u;

/** Cells of a spreadsheet that YAML takes for text. */
export function explainPasted(source: Source, words: Vocabulary): Diagnostic[] {
  if (!isTable(source) || !MAY_HAVE_CELLS.test(source.text)) return [];
  const { typos } = findPastedRows(source.text, readLines(source.text, words), false, words);
  return typos.slice(0, MOST_REPORTED).map((typo) => toDiagnostic(source, typo));
}

function isTable({ stem }: Source): boolean {
  return stem !== BOOKLET_STEM;
}

/** A typo known by its look on the line of an offset, or null. */
export function explainTypo(source: Source, offset: number, words: Vocabulary): Diagnostic | null {
  const line = readLineAt(source.text, offset, words);
  const typo = findTypo(line, null, words) ?? findLikelyTypo(line, words);
  return typo && toDiagnostic(source, typo);
}

const RUNS = {
  'yaml/tab': 'yaml/tab#lines',
  'yaml/full-width-blank#indent': 'yaml/full-width-blank#lines',
} as const;

/** An editor that indents by tabs does so on every line: that is one mistake, reported at its first line. */
function mergeRuns(typos: readonly Typo[]): Typo[] {
  return (['yaml/tab', 'yaml/full-width-blank#indent'] as const).reduce<Typo[]>((kept, wording) => {
    const [first, ...more] = kept.filter((typo) => typo.wording === wording);
    if (first === undefined || more.length === 0) return kept;
    const count = String(more.length + 1);
    const fix = { edits: [first, ...more].flatMap((typo) => typo.fix?.edits ?? []) };
    const merged = { ...first, wording: RUNS[wording], args: { ...first.args, count }, fix };
    return kept.flatMap((typo) => (typo === first ? merged : typo.wording === wording ? [] : typo));
  }, typos.slice());
}

const IS_SAID_BY_CODE: ReadonlySet<ErrorCode> = new Set(['KEY_OVER_1024_CHARS', 'RESOURCE_EXHAUSTION']);

const WORDINGS: Partial<Record<ErrorCode, MessageName>> = {
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

function generic(text: string, line: Line | undefined, { code, pos }: YAMLParseError): Typo {
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

function toDiagnostic({ file }: Source, { wording, start, end, args, fix }: Typo): Diagnostic {
  return diagnose('error', variantOf(wording), { file, start, end }, args, fix);
}

/** A source that is no map at all: a typo that is known by its look, a paste from elsewhere, or something else. */
export function explainRoot(source: Source, at: Span, words: Vocabulary): Diagnostic[] {
  const certain = findCertainTypos(source, words);
  if (certain.length > 0) return certain;
  const lines = readLines(source.text, words).filter((line) => line.text.trim() !== '' && !isComment(line));
  const noColon = lines.map((line) => findNoColon(line, words)).find((found) => found !== null);
  const cells = lines.filter(({ text }) => /\S[\t,，;；|]\s*\S/.test(text));
  if (cells.length > lines.length / 2) return [diagnose('error', 'yaml/not-a-table#pasted', at)];
  return [noColon === undefined ? diagnose('error', 'yaml/not-a-table', at) : toDiagnostic(source, noColon)];
}
