import { wordingsOf } from '../messages/wording.ts';
import type { Suppression } from '../read/suppressions.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { groupBy } from '../util/group-by.ts';
import { isChangeable, mustBeMended } from './levels.ts';
import type { Levels } from './rule.ts';

/**
 * Separates the findings that a comment in their source suppresses, `# 忽略 code：reason` on the line or above it, and reports
 * comments without a reason, with an unknown code, or with nothing to suppress. `isWhole`: every table of the year could be
 * read; else some checks have not run, and nobody can say what suppresses nothing. `later`: codes of checks that are still to
 * run; comments that name one are returned in `open`, to be given to the call that follows.
 */
export function suppress(
  findings: readonly Diagnostic[],
  lookups: readonly SuppressionLookup[],
  { levels, isWhole }: { levels: Levels; isWhole: boolean },
  later: ReadonlySet<string> = new Set(),
): { kept: Diagnostic[]; suppressed: Diagnostic[]; open: Suppression[] } {
  const suppressions = new Map(lookups.map((lookup) => [lookup.file, lookup] as const));
  const all = lookups.flatMap((lookup) => lookup.all);
  const used = new Set(all.flatMap(({ codes }) => codes.filter(({ isUsed }) => isUsed)));
  const suppressed = findings.filter(({ code, at }) => {
    const matching = suppressions.get(at.file)?.(code, at.start) ?? [];
    if (matching.length === 0 || !isChangeable(code)) return false;
    for (const named of matching) used.add(named);
    return true;
  });
  const gone = new Set(suppressed);
  const kept = findings.filter((finding) => !gone.has(finding));
  const isOpen = ({ codes }: Suppression) => codes.some(({ code }) => later.has(code));
  const faults = all.flatMap((suppression) =>
    isOpen(suppression) ? [] : findFaults(suppression, used, { levels, isWhole }),
  );
  const open = all.filter(isOpen).map((suppression) => ({
    ...suppression,
    codes: suppression.codes.map((named) => ({ ...named, isUsed: used.has(named) })),
  }));
  return { kept: [...kept, ...faults], suppressed, open };
}

function findFaults(
  { codes, hasReason, at }: Suppression,
  used: ReadonlySet<Suppression['codes'][number]>,
  { levels, isWhole }: { levels: Levels; isWhole: boolean },
): Diagnostic[] {
  if (codes.length === 0) return [diagnose('warning', 'silence/unknown#none', at)];
  const wrong = codes.flatMap((named) => {
    const { code, at: place } = named;
    if (!isChangeable(code)) {
      const wording =
        wordingsOf(code) !== undefined || mustBeMended(code, 'error')
          ? 'silence/unknown#fixed'
          : 'silence/unknown';
      return [diagnose('warning', wording, place, { code })];
    }
    // A check that this year switches off finds nothing; the comment may be meant for next year.
    const isOff = levels.get(code)?.severity === null;
    return used.has(named) || isOff || !isWhole
      ? []
      : [diagnose('warning', 'silence/unused', place, { code })];
  });
  // One mistake, one message: a comment that has to go needs no reason first.
  if (hasReason || wrong.length === codes.length) return wrong;
  return [...wrong, diagnose('warning', 'silence/no-reason', at)];
}

/** Where a code is suppressed at a place. Stretches of different lines never overlap, so the nearest above is enough. */
export interface SuppressionLookup {
  (code: string, place: number): Suppression['codes'];
  file: string;
  all: readonly Suppression[];
}

export function createSuppressionLookup(
  file: string,
  suppressions: readonly Suppression[],
): SuppressionLookup {
  const byStart = groupBy(suppressions, ({ covers }) => covers.start);
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  const known = new Set(suppressions.flatMap(({ codes }) => codes.map(({ code }) => code)));
  const lookup = (code: string, place: number) => {
    // Most findings are of no code that a comment names.
    if (!known.has(code)) return [];
    const covering = (byStart.get(findLast(starts, place)) ?? []).filter(({ covers }) => place <= covers.end);
    return covering.flatMap(({ codes }) => codes.filter((named) => named.code === code));
  };
  return Object.assign(lookup, { file, all: suppressions });
}

/** The greatest of ascending numbers that is not above a limit; -1 when all are. */
function findLast(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1] ?? -1;
}
