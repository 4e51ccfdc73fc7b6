import type { Booklet } from '../booklet/booklet.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { CHECKS } from './table.ts';

/** Gives each finding the level that the year's 检查 sets, and tells of a code there that no check has. */
export function applyLevels(found: readonly Diagnostic[], { levels }: Booklet): Diagnostic[] {
  const known = new Set(CHECKS.flatMap(({ codes }) => Object.keys(codes)));
  const unknown = [...levels]
    .filter(([code]) => !known.has(code))
    .map(([code, { at }]) => diagnose('warning', 'booklet/unknown-check', at, { code }));
  const kept = found.flatMap((diagnostic) => {
    const level = levels.get(diagnostic.code);
    if (level === undefined) return [diagnostic];
    return level.severity === null ? [] : [{ ...diagnostic, severity: level.severity }];
  });
  return [...kept, ...unknown];
}
