import { COMPARISON_WORDS } from '../../messages/comparison.ts';
import { LEVEL_NAMES } from '../../messages/levels.ts';
import type { Language } from '../../messages/wording.ts';
import { BOOKLET_STEM, stemOf } from '../../read/source.ts';
import type { Severity } from '../../report/diagnostic.ts';
import type { ReportedDiagnostic } from '../../report/report.ts';
import type { ComparisonReport } from './json.ts';

/** What is listed beside the changes, none of them empty. */
export interface Section {
  kind: 'unread' | 'findings' | 'suppressions';
  title: string;
  items: SectionItem[];
  /** What follows from it; mostly nothing. */
  note: string;
}

export interface SectionItem {
  file: string;
  line: number;
  /** Null where the whole line is meant. */
  column: number | null;
  /** In front of the text. */
  label: string;
  severity: Severity | null;
  text: string;
  code: string;
}

export function listSections(report: ComparisonReport, language: Language): Section[] {
  const words = COMPARISON_WORDS[language];
  const { brought, mended, suppressed, unsuppressed } = report.findings;
  const found = (title: (counts: string) => string, findings: readonly ReportedDiagnostic[]): Section => ({
    kind: 'findings',
    title: title(countFindings(findings, language)),
    items: findings.map(({ message, ...finding }) => {
      return { ...finding, label: LEVEL_NAMES[language][finding.severity], text: message };
    }),
    note: '',
  });
  const unread = report.notCompared.map(({ side, isUnchanged, error: { file, line, column, message } }) => {
    const label = `${words.side[side]}${isUnchanged ? words.aside(words.unchanged) : ''}`;
    return { file, line, column, label, severity: null, text: message, code: '' };
  });
  const suppressions = report.suppressions.map(({ file, line, change, code, reason }) => {
    const text = words.suppression[change](code, reason);
    return { file, line, column: null, label: '', severity: null, text, code: '' };
  });
  // Tables that are in no count and no sum.
  const isIncomplete = report.notCompared.some(({ file }) => stemOf(file) !== BOOKLET_STEM);
  const note = isIncomplete ? words.incomplete : '';
  const sections: Section[] = [
    { kind: 'unread', title: words.notCompared, items: unread, note },
    found(words.brought, brought),
    found(words.mended, mended),
    { kind: 'suppressions', title: words.suppressions(suppressions.length), items: suppressions, note: '' },
    found(words.suppressed, suppressed),
    found(words.unsuppressed, unsuppressed),
  ];
  return sections.filter(({ items }) => items.length > 0);
}

/** How many findings of each level, e.g. `1 个错误，2 条建议`. */
function countFindings(findings: readonly ReportedDiagnostic[], language: Language): string {
  const words = COMPARISON_WORDS[language];
  const writers = [
    ['error', words.countErrors],
    ['warning', words.countWarnings],
    ['suggestion', words.countSuggestions],
  ] as const;
  return writers
    .flatMap(([level, write]) => {
      const count = findings.filter(({ severity }) => severity === level).length;
      return count > 0 ? [write(count)] : [];
    })
    .join(words.separator);
}
