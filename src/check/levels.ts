import type { Booklet } from '../read/booklet.ts';
import { type Diagnostic, diagnose, type Severity } from '../report/diagnostic.ts';
import type { Levels } from './rule.ts';
import { LEVELS } from './rules.ts';

/** Errors that the budget system would reject: they cannot be suppressed or lowered. */
export function mustBeMended(code: string, severity: Severity): boolean {
  return severity === 'error' && /^(?:yaml|schema|value|file)\//.test(code);
}

const CHANGEABLE: ReadonlySet<string> = new Set(
  [...LEVELS].flatMap(([code, severity]) => (mustBeMended(code, severity) ? [] : [code])),
);

/** Whether a code is of a rule whose findings a year may give another level, or suppress. */
export function isChangeable(code: string): boolean {
  return CHANGEABLE.has(code);
}

/** Gives each finding the level that the year's 检查 sets. `off`: those of the checks that it switches off. */
export function applyLevels(
  found: readonly Diagnostic[],
  { levels }: { levels: Levels },
): { kept: Diagnostic[]; off: Diagnostic[] } {
  const [kept, off]: [Diagnostic[], Diagnostic[]] = [[], []];
  for (const diagnostic of found) {
    const level = isChangeable(diagnostic.code) ? levels.get(diagnostic.code) : undefined;
    if (level?.severity === null) off.push(diagnostic);
    else kept.push(level === undefined ? diagnostic : { ...diagnostic, severity: level.severity });
  }
  return { kept, off };
}

/** Codes under 检查 that no check has, where `file` says them. */
export function findUnknownChecks({ levels }: Booklet, file: string): Diagnostic[] {
  return [...levels]
    .filter(([code, { at }]) => at.file === file && !isChangeable(code))
    .map(([code, { at }]) => diagnose('warning', 'booklet/unknown-check', at, { code }));
}

/** `--strict`: a warning counts as an error. */
export function promoteWarnings(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic;
}
