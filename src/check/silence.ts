import type { Booklet } from '../read/booklet.ts';
import type { ParsedSource } from '../read/parse.ts';
import { listSilencers, type Silencer } from '../read/suppressions.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { groupBy } from '../util/group-by.ts';
import { isChangeable, mustBeMended } from './levels.ts';
import { LEVELS } from './rules.ts';

/**
 * Separates the findings that a comment in their source silences, `# 忽略 code：reason` on the line or above it, and tells of
 * comments without a reason, with an unknown code, or with nothing to silence. `isWhole`: every table of the year could be
 * read; else some checks have not run, and nobody can say what silences nothing.
 */
export function silence(
  findings: readonly Diagnostic[],
  lookups: readonly SilencerLookup[],
  levels: Booklet['levels'],
  isWhole: boolean,
): { kept: Diagnostic[]; silenced: Diagnostic[] } {
  const silencers = new Map(lookups.map((lookup) => [lookup.file, lookup] as const));
  const used = new Set<Silencer['codes'][number]>();
  const silenced = findings.filter(({ code, at }) => {
    if (!isChangeable(code)) return false;
    const matching =
      silencers
        .get(at.file)?.(at.start)
        .flatMap(({ codes }) => codes.filter((named) => named.code === code)) ?? [];
    for (const named of matching) used.add(named);
    return matching.length > 0;
  });
  const gone = new Set(silenced);
  const kept = findings.filter((finding) => !gone.has(finding));
  const faults = [...silencers.values()].flatMap((lookup) =>
    lookup.all.flatMap((silencer) => judge(silencer, used, { levels, isWhole })),
  );
  return { kept: [...kept, ...faults], silenced };
}

/** What is wrong with a silencer itself. */
function judge(
  { codes, hasReason, at }: Silencer,
  used: ReadonlySet<Silencer['codes'][number]>,
  { levels, isWhole }: { levels: Booklet['levels']; isWhole: boolean },
): Diagnostic[] {
  if (codes.length === 0) return [diagnose('warning', 'silence/unknown#none', at)];
  const wrong = codes.flatMap((named) => {
    const { code, at: place } = named;
    if (!isChangeable(code)) {
      const wording =
        LEVELS.has(code) || mustBeMended(code, 'error') ? 'silence/unknown#fixed' : 'silence/unknown';
      return [diagnose('warning', wording, place, { code })];
    }
    // A check that this year switches off finds nothing; the comment may stand for the next year.
    const isOff = levels.get(code)?.severity === null;
    return used.has(named) || isOff || !isWhole
      ? []
      : [diagnose('warning', 'silence/unused', place, { code })];
  });
  // One mistake, one message: a comment that has to go needs no reason first.
  if (hasReason || wrong.length === codes.length) return wrong;
  return [...wrong, diagnose('warning', 'silence/no-reason', at)];
}

/** The silencers that speak of a place. Stretches of different lines never overlap, so the nearest above is enough. */
export interface SilencerLookup {
  (place: number): readonly Silencer[];
  file: string;
  all: readonly Silencer[];
}

export function createSilencerLookup(parsed: ParsedSource): SilencerLookup {
  const silencers = listSilencers(parsed);
  const byStart = groupBy(silencers, ({ covers }) => covers.start);
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  const lookup = (place: number) => {
    const start = findLast(starts, place);
    return (byStart.get(start) ?? []).filter(({ covers }) => place <= covers.end);
  };
  return Object.assign(lookup, { file: parsed.source.file, all: silencers });
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
