import { type Diagnostic, diagnose, type Severity } from './diagnostic.ts';
import { groupBy } from './group-by.ts';

/** Findings of one file that a report lists, with the line that counts the rest: nobody mends more at once. */
const MOST_LISTED = 100;

const RANK: Record<Severity, number> = { error: 0, warning: 1, suggestion: 2 };

/**
 * At most so many findings of each file, errors before warnings before suggestions, in the order of the list; the last of them
 * says how many more there are. Limited twice is the same as once.
 */
export function limitFindings(
  diagnostics: readonly Diagnostic[],
  most: number = MOST_LISTED,
): readonly Diagnostic[] {
  const crowded = [...groupBy(diagnostics, ({ at }) => at.file).values()].filter(
    ({ length }) => length > most,
  );
  if (crowded.length === 0) return diagnostics;
  const left = new Set<Diagnostic>();
  /** The last finding that is listed of a file → what is said behind it. */
  const closing = new Map<Diagnostic, Diagnostic>();
  for (const own of crowded) {
    const rest = own.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(most - 1);
    for (const finding of rest) left.add(finding);
    const last = own.findLast((finding) => !left.has(finding));
    if (last !== undefined) closing.set(last, countRest(rest));
  }
  return diagnostics.flatMap((finding) =>
    left.has(finding) ? [] : [finding, closing.get(finding) ?? []].flat(),
  );
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

/** How many there are of each level, with those that a closing line stands for. */
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
