import type { Booklet } from '../read/booklet.ts';
import { type Diagnostic, diagnose, type Severity } from '../report/diagnostic.ts';
import { once } from '../util/memoize.ts';
import { CHECKS } from './table.ts';

/** Errors that the budget system would refuse: they are mended, neither silenced nor made less. */
export function mustBeMended(code: string, severity: Severity): boolean {
  return severity === 'error' && /^(?:yaml|schema|value|file)\//.test(code);
}

const listChangeable = once(
  () =>
    new Set(
      CHECKS.flatMap(({ codes }) =>
        Object.entries(codes).flatMap(([code, severity]) => (mustBeMended(code, severity) ? [] : [code])),
      ),
    ),
);

/** Gives each finding the level that the year's 检查 sets. */
export function applyLevels(found: readonly Diagnostic[], { levels }: Booklet): Diagnostic[] {
  const changeable = listChangeable();
  return found.flatMap((diagnostic) => {
    const level = changeable.has(diagnostic.code) ? levels.get(diagnostic.code) : undefined;
    if (level === undefined) return [diagnostic];
    return level.severity === null ? [] : [{ ...diagnostic, severity: level.severity }];
  });
}

/** Codes under 检查 that no check has. */
export function findUnknownChecks({ levels }: Booklet): Diagnostic[] {
  return [...levels]
    .filter(([code]) => !listChangeable().has(code))
    .map(([code, { at }]) => diagnose('warning', 'booklet/unknown-check', at, { code }));
}
