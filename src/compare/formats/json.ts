import { toLine } from '../../form/text.ts';
import { COMPARISON_WORDS } from '../../messages/comparison.ts';
import type { Language } from '../../messages/wording.ts';
import { stemOf } from '../../read/source.ts';
import { writeOffice } from '../../report/groups.ts';
import { type ReportedDiagnostic, toReport } from '../../report/report.ts';
import { formatEscapedJson } from '../../util/escape-controls.ts';
import type { RevisionRange } from '../../workspace/git/revision.ts';
import { splitOffices } from '../by-office.ts';
import { writeParts } from '../compare-forms.ts';
import type {
  Change,
  Comparison,
  FieldChange,
  Findings,
  FormChange,
  NotCompared,
  OfficeTotals,
  ProjectChange,
  RowChange,
  SuppressionChange,
  Totals,
} from '../comparison.ts';

/** A comparison with its ends named and its findings in words: what every format is written from. */
export interface ComparisonReport extends Omit<Comparison, 'findings' | 'notCompared' | 'suppressions'> {
  /** As the user wrote them; `worktree` for the files as they are. */
  from: string;
  to: string;
  /** Full hashes. `fromCommit` is where the two part after `A...B`; `toCommit` is null for the files as they are. */
  fromCommit: string;
  toCommit: string | null;
  /** The commits' days, YYYY-MM-DD; null for the files as they are. */
  fromDate: string | null;
  toDate: string | null;
  isMergeBase: boolean;
  notCompared: (Omit<NotCompared, 'error'> & { error: ReportedDiagnostic })[];
  findings: Findings<ReportedDiagnostic>;
  suppressions: (Omit<SuppressionChange, 'at'> & { line: number })[];
}

/** `texts`: each file's text on either side. */
export function toComparisonReport(
  { before, after, isMergeBase }: RevisionRange,
  { findings, notCompared, suppressions, ...comparison }: Comparison,
  texts: Record<'before' | 'after', ReadonlyMap<string, string>>,
  language: Language,
): ComparisonReport {
  const report = (list: Comparison['findings']['brought'], side: 'before' | 'after') =>
    toReport(list, texts[side], 0, language).diagnostics;
  return {
    from: before.name,
    to: after.name,
    fromCommit: before.commit ?? '',
    toCommit: after.commit,
    fromDate: before.date,
    toDate: after.date,
    isMergeBase,
    ...comparison,
    notCompared: notCompared.flatMap(({ error, ...rest }) =>
      report([error], rest.side === 'before' ? 'before' : 'after').map((reported) => ({
        ...rest,
        error: reported,
      })),
    ),
    findings: {
      brought: report(findings.brought, 'after'),
      mended: report(findings.mended, 'before'),
      suppressed: report(findings.suppressed, 'before'),
      unsuppressed: report(findings.unsuppressed, 'after'),
    },
    suppressions: suppressions.map(({ at, ...rest }) => {
      const text = texts[rest.change === 'added' ? 'after' : 'before'].get(at.file) ?? '';
      return { ...rest, line: text.slice(0, at.start).split('\n').length };
    }),
  };
}

/** Whether the tables, or what is suppressed in them, differ. Findings do not count: they follow from what differs. */
export function hasChanges(report: ComparisonReport): boolean {
  const { booklets, forms, projects, notCompared, suppressions } = report;
  return (
    booklets.length + forms.length + projects.length + suppressions.length > 0 ||
    notCompared.some(({ isUnchanged }) => !isUnchanged)
  );
}

export function formatComparisonJson(report: ComparisonReport): string {
  const projects = report.projects.map(({ keys: _, ...project }) => project);
  return formatEscapedJson({ ...report, projects });
}

/** Characters of a hash that a reader is shown. */
export const SHORT_HASH = 7;

/** The two ends in words, e.g. `HEAD~1（1a2b3c4，2022-01-20）` and `现在的文件`. */
export function nameEnds(
  { from, to, fromCommit, toCommit, fromDate, toDate, isMergeBase }: ComparisonReport,
  language: Language,
): [from: string, to: string] {
  const words = COMPARISON_WORDS[language];
  const name = (said: string, commit: string, date: string | null) => {
    const hash = commit.startsWith(said) ? [] : [commit.slice(0, SHORT_HASH)];
    const aside = [...hash, ...(date === null ? [] : [date])].join(words.separator);
    return `${said}${words.aside(aside)}`;
  };
  const later = toCommit === null ? words.worktree : name(to, toCommit, toDate);
  return [name(isMergeBase ? words.mergeBase(from, to) : from, fromCommit, fromDate), later];
}

/** `甲镇（2022/甲镇）`, `甲镇（2022/乙镇 → 2022/甲镇）` */
export function nameOffice({ name, office, previousOffice }: OfficeTotals): string {
  return writeOffice(toLine(name), previousOffice === undefined ? office : `${previousOffice} → ${office}`);
}

/** A sentence for each office that was renamed, or has no change of its own but other sums, and one for all the others. */
export function listOtherOffices(report: ComparisonReport, language: Language): string[] {
  const words = COMPARISON_WORDS[language];
  const { renamed, other, same } = splitOffices(report);
  const count = same.reduce((sum, { projectsAfter }) => sum + projectsAfter, 0);
  return [
    ...renamed.map(({ office, count }) => words.renamedOffice(nameOffice(office), count)),
    ...other.map((office) => words.ofOffice(nameOffice(office), writeTotals(office, language))),
    ...(same.length === 0 ? [] : [words.sameOffices(same.length, count)]),
  ];
}

/** Counts and sums in one line. */
export function writeTotals(totals: Totals, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const { projectsBefore, projectsAfter, indicatorsBefore, indicatorsAfter, before, after, unit } = totals;
  const change = (old: string | number, now: string) => (String(old) === now ? now : `${old} → ${now}`);
  const difference = totals.isComplete ? writeDifference(totals, language) : words.withheld;
  return [
    `${words.projects} ${change(words.countProjects(projectsBefore), words.countProjects(projectsAfter))}`,
    `${words.indicators} ${change(words.countIndicators(indicatorsBefore), words.countIndicators(indicatorsAfter))}`,
    `${words.cost} ${change(writeSum(before, unit), writeSum(after, unit))}${difference && words.aside(difference)}`,
  ].join(words.separator);
}

/** `0.27 万元` → `+0.27 万元` and `+9.89%`; empty when nothing can be said. */
export function listDifference(
  { delta, percent, isEqual }: Pick<Change, 'delta' | 'percent' | 'isEqual'>,
  language: Language,
): string[] {
  const signed = (text: string) => (text.startsWith('-') ? text : `+${text}`);
  return [
    ...(isEqual === true ? [COMPARISON_WORDS[language].equal] : []),
    ...(delta === undefined ? [] : [signed(delta)]),
    ...(percent === undefined ? [] : [signed(`${percent}%`)]),
  ];
}

export function writeDifference(
  change: Pick<Change, 'delta' | 'percent' | 'isEqual'>,
  language: Language,
): string {
  return listDifference(change, language).join(COMPARISON_WORDS[language].separator);
}

/** A project's fields, with its code first where the whole project is new or gone: elsewhere it is a change or none. */
export function listFields({ keys, change, code, fields }: ProjectChange): FieldChange[] {
  if (keys.code === null || (change !== 'added' && change !== 'removed')) return fields;
  const side = { before: '', after: '', [change === 'added' ? 'after' : 'before']: code };
  return [{ field: keys.code, ...side }, ...fields];
}

/** What a sum or an amount is shown as where there is none: not nothing, for that would be 0. */
export const NONE = '—';

export function writeSum(sum: string, unit: string): string {
  return sum === '' ? NONE : `${sum} ${unit}`;
}

/** Tables that are named; of more, how many there are. */
const MOST_TABLES = 10;

export function writeFormChange({ form, parts, tables }: FormChange, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const names = tables.slice(0, MOST_TABLES).map(stemOf).join(words.separator);
  return words.formChange(
    form,
    writeParts(parts, language),
    tables.length,
    names,
    tables.length > MOST_TABLES,
  );
}

/** Where a row is, e.g. `产出指标 / 成本指标 / 培训费`. */
export function writePlace({ level1, level2, indicator }: RowChange): string {
  return `${level1} / ${level2} / ${toLine(indicator)}`;
}

/** From where a row was moved; null for one that was not. */
export function writeMove(row: RowChange, language: Language): string | null {
  const words = COMPARISON_WORDS[language];
  if (row.previousLevel1 !== undefined) {
    return words.movedFrom(`${row.previousLevel1} / ${row.previousLevel2}`);
  }
  return row.place === undefined ? null : words.movedWithin(row.place.before, row.place.after);
}

/** How many of each kind, e.g. `修改 2，新增 1`. */
export function writeCounts(changes: readonly { change: RowChange['change'] }[], language: Language): string {
  const { change: names, separator } = COMPARISON_WORDS[language];
  return Object.entries(names)
    .map(([kind, name]) => ({ name, count: changes.filter(({ change }) => change === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
    .join(separator);
}
