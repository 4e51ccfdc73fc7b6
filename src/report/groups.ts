import { word } from '../messages/wording.ts';
import { escapeControls, formatEscapedJson } from '../util/escape-controls.ts';
import { groupBy } from '../util/group-by.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Texts } from './lines.ts';
import {
  columnsOf,
  formatEntries,
  formatGithub,
  formatSummary,
  type ReportedDiagnostic,
  type Summary,
  type TextStyle,
  toReport,
} from './report.ts';
import { formatSarifParts } from './sarif.ts';

/** An office that is reported of, and its folder as it is shown. */
export interface OfficeFolderName {
  /** The path of its folder among the years. */
  office: string;
  folder: string;
  name: string;
  projects: number;
}

/** Findings that are reported together, in order, with what their lines are taken from. */
export interface FindingGroup {
  /** Whose they are; null for those in no office's folder, and where there are no offices. */
  office: OfficeFolderName | null;
  diagnostics: readonly Diagnostic[];
  texts: Texts;
  /** Findings that others have reported, and that are only counted. */
  counted?: Readonly<Record<Severity, number>>;
}

/** What was checked. Its report is made in parts: that of a province is longer than a text can be. */
export interface Findings {
  groups: Iterable<FindingGroup>;
  projects: number;
  hasErrors: boolean;
}

/** Where there are offices, each has a group, even an empty one. `offices`: each behind the one above it. */
export function hasOffices(offices: readonly { office: string }[]): boolean {
  return offices.some(({ office }) => office.includes('/'));
}

/** By whose they are. */
export function groupFindings(
  diagnostics: readonly Diagnostic[],
  texts: FindingGroup['texts'],
  offices: readonly OfficeFolderName[],
): FindingGroup[] {
  if (!hasOffices(offices)) return [{ office: null, diagnostics, texts }];
  const byFolder = new Map(offices.map((one) => [one.folder, one]));
  const groups = groupBy(diagnostics, ({ at }) => findOffice(at.file, byFolder) ?? null);
  return [null, ...offices].map((office) => ({ office, diagnostics: groups.get(office) ?? [], texts }));
}

/** What is said of the nearest folder that a file is in. */
export function findOffice<T>(file: string, byFolder: ReadonlyMap<string, T>): T | undefined {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    const known = byFolder.get(file.slice(0, end));
    if (known !== undefined) return known;
  }
  return undefined;
}

interface ReportedOffice extends Summary {
  office: string;
  name: string;
}

/** A group in words, and what was counted until then. */
interface ReportedGroup extends Omit<FindingGroup, 'diagnostics'> {
  diagnostics: ReportedDiagnostic[];
  totals: { summary: Summary; offices: ReportedOffice[] };
}

function* reportGroups(
  { groups, projects }: Findings,
  language: TextStyle['language'],
): Generator<ReportedGroup> {
  const totals: ReportedGroup['totals'] = {
    summary: { projects, errors: 0, warnings: 0, suggestions: 0 },
    offices: [],
  };
  for (const { office, texts, diagnostics, counted } of groups) {
    const report = toReport(diagnostics, texts, office?.projects ?? 0, language);
    for (const level of ['error', 'warning', 'suggestion'] as const) {
      report.summary[`${level}s`] += counted?.[level] ?? 0;
      totals.summary[`${level}s`] += report.summary[`${level}s`];
    }
    if (office !== null) totals.offices.push({ office: office.office, name: office.name, ...report.summary });
    yield { office, texts, diagnostics: report.diagnostics, totals };
  }
}

/** For a terminal: the findings under the names of their offices, a table of these, the sums. */
export function* formatTextParts(findings: Findings, style: TextStyle): Generator<string> {
  let last: ReportedGroup['totals'] | undefined;
  for (const { office, diagnostics, texts, totals } of reportGroups(findings, style.language)) {
    last = totals;
    const entries = formatEntries(diagnostics, texts, style);
    const heading =
      office && style.paint('bold', escapeControls(`── ${writeOffice(office.name, office.office)}`));
    yield entries === '' || heading === null ? entries : `${heading}\n\n${entries}`;
  }
  if (last === undefined) return;
  const table = last.offices.length === 0 ? [] : [...formatOffices(last.offices, style), ''];
  yield [...table, formatSummary(last.summary, style), ''].join('\n');
}

/** `甲镇（2022/甲镇）` */
export function writeOffice(name: string, office: string): string {
  return name === office ? office : `${name}（${office}）`;
}

/** A table with a line for each office. */
function formatOffices(offices: readonly ReportedOffice[], { language }: TextStyle): string[] {
  const { text } = word('report/offices', {}, language);
  const rows = offices.map(({ office, name, projects, errors, warnings, suggestions }) => [
    escapeControls(writeOffice(name, office)),
    ...[projects, errors, warnings, suggestions].map(String),
  ]);
  const table = [text.split(' '), ...rows];
  const columns = table.map((row) => row.map(columnsOf));
  const widths = (table[0] ?? []).map((_, at) => Math.max(...columns.map((row) => row[at] ?? 0)));
  return table.map((row, index) =>
    row
      .map((cell, at) => {
        const room = ' '.repeat((widths[at] ?? 0) - (columns[index]?.[at] ?? 0));
        return at === 0 ? cell + room : room + cell;
      })
      .join('  '),
  );
}

/** The contract's JSON; suggestions are always in it. `more`: what it has besides. */
export function* formatJsonParts(
  findings: Findings,
  language: TextStyle['language'],
  more: object | null = null,
): Generator<string> {
  let before = '{\n  "diagnostics": [';
  let last: ReportedGroup['totals'] | undefined;
  for (const { office, diagnostics, totals } of reportGroups(findings, language)) {
    last = totals;
    if (diagnostics.length === 0) continue;
    const named = diagnostics.map((one) => (office === null ? one : { ...one, office: office.office }));
    // Without its brackets, and as far to the right as within an object.
    const list = formatEscapedJson(named).slice('['.length, -'\n]\n'.length).replaceAll('\n', '\n  ');
    yield `${before}${list}`;
    before = ',';
  }
  const { summary, offices = [] } = last ?? {};
  const rest = formatEscapedJson({ summary, ...(offices.length > 0 ? { offices } : {}), ...more });
  yield `${before === ',' ? '\n  ' : before}],${rest.slice('{'.length)}`;
}

/** Workflow commands that GitHub shows on the lines of a pull request. */
export function* formatGithubParts(findings: Findings, language: TextStyle['language']): Generator<string> {
  for (const report of reportGroups(findings, language)) yield formatGithub(report);
}

/** As SARIF. */
export function formatSarifOf(
  findings: Findings,
  language: TextStyle['language'],
  version: string,
): Generator<string> {
  const reported = function* () {
    for (const { diagnostics } of reportGroups(findings, language)) yield diagnostics;
  };
  return formatSarifParts({ [Symbol.iterator]: reported }, version);
}
