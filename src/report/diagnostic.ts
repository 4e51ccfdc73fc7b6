import type { Wordings } from '../messages/catalogue.ts';
import type { ArgsOf, MessageCode } from '../messages/wording.ts';
import { groupBy } from '../util/group-by.ts';

/** A stretch of one source: offsets into its text, in UTF-16 units. Lines and columns are computed when it is printed. */
export interface Span {
  /** The source's path as it is shown to its author. */
  file: string;
  start: number;
  end: number;
}

/**
 * error: the table is wrong or cannot be filed. warning: almost surely a slip. suggestion (建议): what a reviewer would
 * send back.
 */
export type Severity = 'error' | 'warning' | 'suggestion';

/** A stretch of a source and what is written in its place. */
export interface Edit {
  /** Offsets into the text of the diagnostic's own file, in UTF-16 units. */
  start: number;
  end: number;
  text: string;
}

/** A remedy that is proven: made in the source it ends the finding, brings no other, and changes no meaning. */
export interface Fix {
  /** Apart from each other, in any order. */
  edits: Edit[];
}

/** One mistake of an author: a value, never an exception. */
export interface Diagnostic {
  severity: Severity;
  /** The stable code that reports show and that `检查` names, e.g. `schema/unknown-key`. */
  code: string;
  /** What is said: the code, or the code with a `#variant`. A key of the catalogue, unless `message` has the words. */
  wording: string;
  /** A rule's own words. */
  message?: Wordings;
  args: Record<string, string>;
  at: Span;
  /** The edit that does what the hint says; without one the hint is advice. */
  fix?: Fix;
}

/** What a stage returns: its result, or null when mistakes left nothing to return, and every mistake it saw. */
export interface Outcome<T> {
  value: T | null;
  diagnostics: Diagnostic[];
}

/** Makes a diagnostic. `wording` is a key of the catalogue; the part before `#` is the code that users see. */
export function diagnose<Code extends MessageCode>(
  severity: Severity,
  wording: Code,
  at: Span,
  ...[args, fix]: ArgsOf<Code, [fix?: Fix | null]>
): Diagnostic {
  const [code = wording] = wording.split('#');
  return { severity, code, wording, args: args ?? {}, at, ...(fix ? { fix } : {}) };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Whether a stretch of a source lies inside another one. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** By file, then place, then code: the order of a report never depends on the order of the stages. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  // Those of a folder are sorted already when they are put together with those of others.
  if (diagnostics.every((one, index) => isBehind(one, diagnostics[index - 1]))) return [...diagnostics];
  // Files have long beginnings in common: they are compared once each, not for every two of their findings.
  return [...groupBy(diagnostics, ({ at }) => at.file)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, own]) => own.sort(byPlace))
    .filter((one, index, all) => !isSame(one, all[index - 1]));
}

/** Of one file. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.at.start - b.at.start || compareText(a.code, b.code);
}

function isBehind(one: Diagnostic, before: Diagnostic | undefined): boolean {
  if (before === undefined) return true;
  if (before.at.file !== one.at.file) return before.at.file < one.at.file;
  return byPlace(before, one) <= 0 && !isSame(one, before);
}

/** What is wrong in what offices inherit may be found in each of them. */
function isSame(one: Diagnostic, other: Diagnostic | undefined): boolean {
  return (
    one.at === other?.at &&
    one.wording === other.wording &&
    JSON.stringify(one.args) === JSON.stringify(other.args)
  );
}

/** Order by code unit: the same on every machine, unlike localeCompare. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text of the source as written, with its place. */
export interface Located {
  text: string;
  at: Span;
}

/** Something to report that is no mistake: a key of the catalogue and what fills its places. */
export interface Message {
  code: MessageCode;
  args: Record<string, string>;
}

/** What a diagnostic says, apart from its place. No rule's: the words of a rule are its own. */
export function toMessage({ wording, args }: Diagnostic): Message {
  return { code: wording as MessageCode, args };
}
