import { groupBy } from '../util/group-by.ts';
import { type Diagnostic, diagnose, type Severity } from './diagnostic.ts';

/** Findings of one file that a report lists, including the line that counts the rest. */
const MOST_LISTED = 100;

const RANKS: readonly Severity[] = ['error', 'warning', 'suggestion'];

/**
 * At most so many findings of each file, errors before warnings before suggestions, in the order of the list; the last of them
 * says how many more there are. Limited twice is the same as once.
 */
export function limitFindings(
  diagnostics: readonly Diagnostic[],
  most: number = MOST_LISTED,
): readonly Diagnostic[] {
  const listed = new Map<string, ReadonlySet<Diagnostic>>();
  /** The last finding that is listed of a file → what is said behind it. */
  const closing = new Map<Diagnostic, Diagnostic>();
  for (const [file, own] of groupBy(diagnostics, ({ at }) => at.file)) {
    if (own.length <= most) continue;
    const ranked = RANKS.flatMap((rank) => own.filter(({ severity }) => severity === rank));
    const kept = new Set(ranked.slice(0, most - 1));
    listed.set(file, kept);
    const last = own.findLast((finding) => kept.has(finding));
    if (last !== undefined) closing.set(last, countRest(ranked.slice(most - 1)));
  }
  if (listed.size === 0) return diagnostics;
  return diagnostics
    .filter((finding) => listed.get(finding.at.file)?.has(finding) ?? true)
    .flatMap((finding) => [finding, closing.get(finding) ?? []].flat());
}

/** As severe as the worst that is left out, at its place. */
function countRest(rest: readonly Diagnostic[]): Diagnostic {
  const [worst] = rest;
  if (worst === undefined) throw new Error('nothing is left out');
  const { error, warning, suggestion } = countFindings(rest);
  return diagnose(worst.severity, MORE, worst.at, {
    count: String(error + warning + suggestion),
    errors: String(error),
    warnings: String(warning),
    suggestions: String(suggestion),
  });
}

const MORE = 'report/and-more';

/** How many there are of each level, including those that a closing line counts. */
export function countFindings(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, suggestion: 0 };
  for (const { severity, code, args } of diagnostics) {
    if (code !== MORE) counts[severity] += 1;
    else {
      counts.error += Number(args.errors);
      counts.warning += Number(args.warnings);
      counts.suggestion += Number(args.suggestions);
    }
  }
  return counts;
}

export function addCounts(
  one: Readonly<Record<Severity, number>>,
  other: Readonly<Record<Severity, number>>,
): Record<Severity, number> {
  return {
    error: one.error + other.error,
    warning: one.warning + other.warning,
    suggestion: one.suggestion + other.suggestion,
  };
}
