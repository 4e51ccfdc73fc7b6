import { eastAsianWidth } from 'get-east-asian-width';
import { LEVEL_COLOURS, LEVEL_NAMES } from '../messages/levels.ts';
import { type Language, word } from '../messages/wording.ts';
import { escapeControls, RUNNER_COMMAND } from '../util/escape-controls.ts';
import { memoizeLast } from '../util/memoize.ts';
import type { Diagnostic, Edit, Severity } from './diagnostic.ts';
import { countFindings, limitFindings } from './limit.ts';
import { locateIn, type ReportedText, type Texts } from './lines.ts';

/** A diagnostic as readers see it: words and lines instead of keys and offsets. Lines and columns count from 1. */
export interface ReportedDiagnostic {
  severity: Severity;
  code: string;
  message: string;
  file: string;
  /** The office whose file it is: its folder's path among the years. Only where there are offices. */
  office?: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  hint?: string;
  /** The remedy as edits of the file's text (UTF-16 units); only where there is one. */
  fix?: { title: string; edits: Edit[] };
}

export interface Summary {
  projects: number;
  errors: number;
  warnings: number;
  suggestions: number;
}

export interface Report {
  diagnostics: ReportedDiagnostic[];
  summary: Summary;
}

/**
 * Turns offsets into lines and codes into words, of each file as many findings as somebody reads (`limitFindings`). `texts`: each
 * file's text; a file without one is shown at 1:1.
 */
export function toReport(
  diagnostics: readonly Diagnostic[],
  texts: Texts,
  projects: number,
  language: Language,
): Report {
  const located = new Map<string, ReturnType<typeof locateIn>>();
  const findPlaces = (file: string) => {
    const known = located.get(file) ?? locateIn(texts.get(file) ?? '');
    located.set(file, known);
    return known;
  };
  return {
    diagnostics: limitFindings(diagnostics).map(
      ({ severity, code, wording, message = wording, args, at, fix }) => {
        const { text, hint } = word(message, args, language);
        const find = findPlaces(at.file);
        const [start, end] = [find(at.start), find(at.end)];
        const place = { line: start.line, column: start.col, endLine: end.line, endColumn: end.col };
        return {
          severity,
          code,
          message: text,
          file: at.file,
          ...place,
          ...(hint === undefined ? {} : { hint }),
          ...(fix === undefined ? {} : { fix: { title: hint ?? text, edits: fix.edits } }),
        };
      },
    ),
    summary: toSummary(diagnostics, projects),
  };
}

export function toSummary(diagnostics: readonly Diagnostic[], projects: number): Summary {
  const { error, warning, suggestion } = countFindings(diagnostics);
  return { projects, errors: error, warnings: warning, suggestions: suggestion };
}

export interface TextStyle {
  language: Language;
  /** Also lists the suggestions, which are only counted otherwise. */
  verbose: boolean;
  /** Wraps text in a colour, or returns it as it is. */
  paint: (colour: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string;
}

/** The report for a terminal: `file:line:column`, sentence, the line itself with the place marked, the remedy. */
export function formatText(report: Report, texts: Texts, style: TextStyle): string {
  return `${formatEntries(report.diagnostics, texts, style)}${formatSummary(report.summary, style)}\n`;
}

/** The same without the sums; empty where nothing is listed. */
export function formatEntries(
  diagnostics: readonly ReportedDiagnostic[],
  texts: Texts,
  style: TextStyle,
): string {
  const paint: TextStyle['paint'] = (colour, text) => style.paint(colour, escapeControls(text));
  return diagnostics
    .filter(({ severity }) => style.verbose || severity !== 'suggestion')
    .map((diagnostic) => {
      const { file, line, column, severity, message, code, hint } = diagnostic;
      const label = paint(LEVEL_COLOURS[severity], LEVEL_NAMES[style.language][severity]);
      return [
        `${paint('bold', `${file}:${line}:${column}`)} ${label} ${escapeControls(message)} ${paint('dim', code)}`,
        ...frame(diagnostic, texts.get(file), paint),
        ...(hint === undefined ? [] : [`  → ${escapeControls(hint)}`]),
        '',
        '',
      ].join('\n');
    })
    .join('');
}

export function formatSummary(
  summary: Summary,
  { language, verbose }: Pick<TextStyle, 'language' | 'verbose'>,
): string {
  const counts = Object.fromEntries(Object.entries(summary).map(([name, count]) => [name, String(count)]));
  const more = summary.suggestions > 0 && !verbose;
  return word(more ? 'report/summary#more' : 'report/summary', counts, language).text;
}

/** Columns of a terminal: a longer line is cut around the place, so that the mark stays under it. */
const WIDEST_FRAME = 100;

/** The source's line with the place marked beneath; a Han character takes two columns. */
function frame(diagnostic: ReportedDiagnostic, text: ReportedText | undefined, paint: TextStyle['paint']) {
  const shown = frameOf(diagnostic, text);
  if (shown === null) return [];
  const before = columnsOf(shown.text.slice(0, shown.from));
  const marked = Math.max(1, columnsOf(shown.text.slice(shown.from, shown.to)));
  const gutter = String(diagnostic.line).padStart(4);
  return [
    `${paint('dim', `${gutter} │`)} ${shown.text}`,
    `${paint('dim', '     │')} ${' '.repeat(before)}${paint('red', '^'.repeat(marked))}`,
  ];
}

/** Of the file whose findings are shown one after the other. */
const linesOf = memoizeLast((text) => text.split('\n'));

/** The source's line, cut where it is too long, and the stretch of it that a finding speaks of; null for a blank line. */
export function frameOf(
  { line, column, endLine, endColumn }: ReportedDiagnostic,
  text: ReportedText = '',
): { text: string; from: number; to: number } | null {
  const written =
    typeof text === 'string' ? linesOf(text)[line - 1] : text.find((one) => one.line === line)?.text;
  const source = escapeControls(written?.replace(/\r$/, '').replaceAll('\t', ' ') ?? '');
  if (source.trim() === '') return null;
  const end = endLine > line ? source.length : Math.min(endColumn - 1, source.length);
  const start = cutStart(source, column - 1);
  const shown = cutEnd(source.slice(start));
  const isCut = start + shown.length < source.length;
  const lead = start > 0 ? '…' : '';
  const from = column - 1 - start + lead.length;
  return {
    text: `${lead}${shown}${isCut ? '…' : ''}`,
    from,
    to: Math.max(from, Math.min(end - start, shown.length) + lead.length),
  };
}

/** Where a long line begins to be shown: so that the place is not beyond the right edge. */
function cutStart(source: string, place: number): number {
  if (columnsOf(source.slice(0, place)) < WIDEST_FRAME * 0.7) return 0;
  let from = place;
  while (from > 0 && columnsOf(source.slice(from - 1, place)) < WIDEST_FRAME / 3) from -= 1;
  return from;
}

function cutEnd(source: string): string {
  let end = Math.min(source.length, WIDEST_FRAME);
  while (columnsOf(source.slice(0, end)) > WIDEST_FRAME) end -= 1;
  return source.slice(0, end);
}

/** Workflow commands that GitHub shows on the lines of a pull request. */
export function formatGithub(report: Pick<Report, 'diagnostics'>): string {
  const levels = { error: 'error', warning: 'warning', suggestion: 'notice' } as const;
  const data = (text: string) =>
    escapeControls(text.replaceAll('\r', '\n'))
      .replaceAll('%', '%25')
      .replace(RUNNER_COMMAND, '#%23')
      .replaceAll('\r', '%0D')
      .replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return report.diagnostics
    .map(({ severity, file, line, column, endLine, endColumn, code, message, hint }) => {
      const place = `file=${property(file)},line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`;
      return `::${levels[severity]} ${place},title=${property(code)}::${data(hint ? `${message}\n${hint}` : message)}\n`;
    })
    .join('');
}

/** Columns of a terminal that a text takes: a Han character or a full-width sign takes two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += eastAsianWidth(character.codePointAt(0) ?? 0);
  return columns;
}
