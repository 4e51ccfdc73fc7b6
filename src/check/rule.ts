import type { Coverage } from '../font/faces.ts';
import type { Placeholders, Wording, Wordings } from '../messages/catalogue.ts';
import type { Booklet } from '../read/booklet.ts';
import type { ParsedSource } from '../read/parse.ts';
import type { Suppression } from '../read/suppressions.ts';
import type { Table } from '../read/table.ts';
import type { Diagnostic, Fix, Located, Severity, Span } from '../report/diagnostic.ts';
import type { ScalarText } from './printed-texts.ts';

/** One source whose YAML is sound: a table, whether it is complete or not, or booklet.yaml. */
export interface CheckedSource {
  booklet: Booklet;
  parsed: ParsedSource;
  text: string;
  /** Every text in it that people read on the page. */
  texts: readonly ScalarText[];
  table: Table | null;
  coverage: Coverage;
}

export interface CheckedTable extends CheckedSource {
  table: Table;
}

export interface CheckedYear {
  booklet: Booklet;
  tables: readonly Table[];
  /** The names of the year's tables that are not among `tables`. */
  unread: readonly string[];
  textOf(table: Table): string;
}

/** 检查: the level that a folder gives to a check; null switches it off. */
export type Levels = ReadonlyMap<string, { severity: Severity | null }>;

/** What is remembered of an office until it is compared with the others; see `compareOffices`. Plain data, for it is written to files. */
export interface OfficeIndex {
  path: string;
  yearFolder: string;
  file: string | null;
  unitCode: Located | null;
  /** The tables that could be read and have a code, in the booklet's order. `key`: what their form calls it. */
  codes: { file: string; key: string; code: Located }[];
  hasTables: boolean;
  levels: Levels;
  /** Comments that name a check which compares offices. */
  suppressions: Suppression[];
  isWhole: boolean;
}

/** What a rule says, in both languages. `{name}` is replaced by the argument of that name. */
export interface RuleMessage extends Wordings {
  severity?: Severity;
}

export type RuleMessages = Readonly<Record<string, RuleMessage>>;

interface RuleHead {
  /** The stable code that reports show, and that `检查` and `# 忽略` name. */
  code: string;
  /** `检查` in booklet.yaml may change it. */
  severity: Severity;
  /** What it looks for, and a source in which it finds that: `check --list` and docs/. */
  docs: { zh: string; en: string; example: string };
  messages: RuleMessages;
}

type Check<Subject> = (subject: Subject, report: Report, source: CheckedSource) => void;

/**
 * A rule sees one source, one table, one printed text at a time, and its findings are remembered as long as the source is the
 * same object; or it sees all tables of a folder together, or those of all folders.
 */
export type Rule = RuleHead &
  (
    | { sees: 'source'; check: Check<CheckedSource> }
    | { sees: 'table'; check: Check<CheckedTable> }
    | { sees: 'text'; check: Check<ScalarText> }
    | { sees: 'year'; check(year: CheckedYear, report: Report): void }
    | { sees: 'offices'; check(offices: readonly OfficeIndex[], report: Report): void }
  );

/** What a rule calls with the key of a message, a place, what fills the message, and the edit that fixes it. */
type Report = (message: string, at: Span, args?: Readonly<Record<string, string>>, fix?: Fix | null) => void;

type PlaceholdersOf<W> =
  | (W extends { text: infer Text } ? Placeholders<Text> : never)
  | (W extends { hint: infer Hint } ? Placeholders<Hint> : never);

type Args<M> = M extends RuleMessage ? PlaceholdersOf<M['zh']> : never;

/** An error for a message whose languages have different placeholders. */
type InBothLanguages<Messages extends RuleMessages> = {
  [Key in keyof Messages]: [
    PlaceholdersOf<Messages[Key]['zh']>,
    PlaceholdersOf<Messages[Key]['en']>,
  ] extends [PlaceholdersOf<Messages[Key]['en']>, PlaceholdersOf<Messages[Key]['zh']>]
    ? unknown
    : { zh: Wording & { differs: 'its placeholders are not those of the English message' } };
};

type TypedReport<Messages> = <Key extends keyof Messages & string>(
  message: Key,
  at: Span,
  ...rest: [Args<Messages[Key]>] extends [never]
    ? [args?: Record<never, string>, fix?: Fix | null]
    : [args: Readonly<Record<Args<Messages[Key]>, string>>, fix?: Fix | null]
) => void;

type Definition<Messages extends RuleMessages, Subject, Rest extends unknown[]> = Omit<
  RuleHead,
  'messages'
> & {
  messages: Messages & InBothLanguages<Messages>;
  check(subject: Subject, report: TypedReport<Messages>, ...rest: Rest): void;
};

/** A rule about a source, even one that makes no complete table. */
export function sourceRule<const Messages extends RuleMessages>(
  rule: Definition<Messages, CheckedSource, []>,
): Rule {
  return { sees: 'source', ...rule } as Rule;
}

export function tableRule<const Messages extends RuleMessages>(
  rule: Definition<Messages, CheckedTable, []>,
): Rule {
  return { sees: 'table', ...rule } as Rule;
}

export function textRule<const Messages extends RuleMessages>(
  rule: Definition<Messages, ScalarText, [source: CheckedSource]>,
): Rule {
  return { sees: 'text', ...rule } as Rule;
}

/** A rule that compares all offices, each behind the one above it. */
export function officesRule<const Messages extends RuleMessages>(
  rule: Definition<Messages, readonly OfficeIndex[], []>,
): Rule {
  return { sees: 'offices', ...rule } as Rule;
}

export function checkOffices(rule: Rule, offices: readonly OfficeIndex[]): Diagnostic[] {
  return collect(rule, (report) => {
    if (rule.sees === 'offices') rule.check(offices, report);
  });
}

export function yearRule<const Messages extends RuleMessages>(
  rule: Definition<Messages, CheckedYear, []>,
): Rule {
  return { sees: 'year', ...rule } as Rule;
}

export function checkSource(rule: Rule, source: CheckedSource): Diagnostic[] {
  const { table } = source;
  return collect(rule, (report) => {
    if (rule.sees === 'source') rule.check(source, report, source);
    if (rule.sees === 'table' && table !== null) rule.check({ ...source, table }, report, source);
    if (rule.sees === 'text') for (const text of source.texts) rule.check(text, report, source);
  });
}

export function checkYear(rule: Rule, year: CheckedYear): Diagnostic[] {
  return collect(rule, (report) => {
    if (rule.sees === 'year') rule.check(year, report);
  });
}

function collect({ code, severity, messages }: Rule, run: (report: Report) => void): Diagnostic[] {
  const found: Diagnostic[] = [];
  run((key, at, args = {}, fix = null) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`${code} has no message ${key}`);
    found.push({
      severity: message.severity ?? severity,
      code,
      wording: key === 'default' ? code : `${code}#${key}`,
      message,
      args: { ...args },
      at,
      ...(fix ? { fix } : {}),
    });
  });
  return found;
}
