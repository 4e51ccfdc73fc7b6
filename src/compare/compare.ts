import { type AnalyzedYear, tablesOf } from '../check/analyze.ts';
import type { AnalyzedResults } from '../check/analyze-results.ts';
import { withoutDepartment } from '../read/spending.ts';
import type { Table } from '../read/table.ts';
import { compareText } from '../report/diagnostic.ts';
import { groupByOffice } from './by-office.ts';
import { compareBooklets } from './compare-booklets.ts';
import { compareFindings, compareSuppressions } from './compare-findings.ts';
import { compareTable, type MatchedTable, matchTable, toOneSidedProject } from './compare-tables.ts';
import type { BookletChange, Comparison, NotCompared, ProjectChange } from './comparison.ts';
import { matchTables } from './match-tables.ts';
import { pairByKey, startPairing } from './pairing.ts';
import { compareTotals } from './totals.ts';
import { bookletOf, findUnreadBooklet, listUnread, reportUnread, withoutUnread } from './unread.ts';

/**
 * Compares two states of the tables as they are understood, not as they are written: match projects → match rows → compare
 * values → compare findings. Pure and synchronous; what cannot be understood on one side is reported, and never taken for removed.
 */
export function compareTables(
  before: readonly AnalyzedYear[],
  after: readonly AnalyzedYear[],
): Omit<Comparison, 'forms'> {
  const years = pairYears(before, after);
  const matches = years.map(matchYear);
  const moved = matchAcrossYears(matches);
  const matched = [...matches.flatMap((match) => match.matched), ...moved];
  const notCompared = matches.flatMap((match) => match.notCompared);
  return {
    totals: compareTotals(
      countedOf(before),
      countedOf(after),
      matches.every(({ isWhole, isResults }) => isWhole || isResults),
    ),
    years: years.flatMap(({ year, isResults, before, after }, index) =>
      isResults
        ? []
        : [{ year, ...compareTotals(countedOf(before), countedOf(after), matches[index]?.isWhole ?? true) }],
    ),
    booklets: years.flatMap((pair) => (pair.isResults ? [] : compareYearBooklets(pair))),
    ...groupByOffice(
      before.filter((year) => !isResultsFolder(year)),
      after.filter((year) => !isResultsFolder(year)),
      matches.flatMap((match) => listChanges(match, moved)),
    ),
    notCompared,
    findings: compareFindings(before, after, matched, notCompared),
    suppressions: compareSuppressions(before, after, matched, notCompared),
  };
}

interface YearPair {
  /** `2022`; of results `2022/自评`. */
  year: string;
  isResults: boolean;
  /** One year each, or none. */
  before: AnalyzedYear[];
  after: AnalyzedYear[];
}

function pairYears(before: readonly AnalyzedYear[], after: readonly AnalyzedYear[]): YearPair[] {
  const both = [...before, ...after];
  const names = [...new Set(both.map(nameOf))].sort(compareText);
  const pick = (years: readonly AnalyzedYear[], name: string) => years.filter((one) => nameOf(one) === name);
  return names.map((year) => {
    const [first] = pick(both, year);
    const isResults = first !== undefined && isResultsFolder(first);
    return { year, isResults, before: pick(before, year), after: pick(after, year) };
  });
}

function isResultsFolder(year: AnalyzedYear): year is AnalyzedResults {
  return 'place' in year;
}

/** Results are compared with results of the same time only. */
function nameOf(year: AnalyzedYear): string {
  return isResultsFolder(year) ? `${year.year}/${year.place.name}` : year.year;
}

function countedOf(years: readonly AnalyzedYear[]): Table[] {
  return withoutDepartment(years.filter((year) => !isResultsFolder(year)).flatMap(tablesOf));
}

interface YearMatch {
  year: string;
  isResults: boolean;
  matched: MatchedTable[];
  /** In the booklet's order. */
  after: Table[];
  removed: Table[];
  added: ReadonlySet<Table>;
  notCompared: NotCompared[];
  /** Whether the sums of both sides can be subtracted: a table that cannot be read is in neither. */
  isWhole: boolean;
}

function matchYear({ year, isResults, before, after }: YearPair): YearMatch {
  const [unreadBefore, unreadAfter] = [before.flatMap(listUnread), after.flatMap(listUnread)];
  const [earlier, later] = [before.flatMap(tablesOf), after.flatMap(tablesOf)];
  const pairing = matchTables(
    withoutUnread(earlier, unreadAfter, later),
    withoutUnread(later, unreadBefore, earlier),
  );
  const booklets = (years: readonly AnalyzedYear[]) => years.flatMap((one) => findUnreadBooklet(one) ?? []);
  const tables = reportUnread(year, unreadBefore, unreadAfter);
  return {
    year,
    isResults,
    matched: pairing.pairs.map(([old, now]) => matchTable(year, old, now)),
    after: later,
    removed: [...pairing.before],
    added: pairing.after,
    notCompared: [...reportUnread(year, booklets(before), booklets(after)), ...tables],
    isWhole: tables.every(({ isUnchanged }) => isUnchanged),
  };
}

/** Projects that went to another year's folder, known by their code. Results stay where they are. */
function matchAcrossYears(all: readonly YearMatch[]): MatchedTable[] {
  const matches = all.filter(({ isResults }) => !isResults);
  const yearOf = new Map(
    matches.flatMap(({ year, added }) => [...added].map((project) => [project, year] as const)),
  );
  const pairing = startPairing(
    matches.flatMap(({ removed }) => removed),
    [...yearOf.keys()],
  );
  pairByKey(pairing, ({ code }) => code.text || null);
  return pairing.pairs.map(([old, now]) => matchTable(yearOf.get(now) ?? '', old, now));
}

function listChanges(
  { year, matched, after, removed, added }: YearMatch,
  moved: readonly MatchedTable[],
): ProjectChange[] {
  const partners = new Map([...matched, ...moved].map((match) => [match.after, match]));
  const gone = new Set(moved.map(({ before }) => before));
  const present = after.flatMap((project) => {
    const match = partners.get(project);
    if (match !== undefined) return compareTable(match) ?? [];
    return added.has(project) ? toOneSidedProject(year, project, 'added') : [];
  });
  const absent = removed
    .filter((project) => !gone.has(project))
    .map((project) => toOneSidedProject(year, project, 'removed'));
  return [...present, ...absent];
}

/** Each folder's own; none while either side's booklet.yaml was not understood. */
function compareYearBooklets({ year, before, after }: YearPair): BookletChange[] {
  const paths = [...new Set([...after, ...before].map(({ path }) => path))];
  return paths.flatMap((path) => {
    const find = (folders: readonly AnalyzedYear[]) => folders.find((one) => one.path === path);
    const [old, now] = [find(before), find(after)];
    const isUnread = [old, now].some((one) => one !== undefined && findUnreadBooklet(one) !== null);
    const folder = (now ?? old)?.folder;
    // What an office inherits is reported of the folder that says it.
    const isOffice = path.includes('/');
    const isSame = isOffice && old !== undefined && now !== undefined && textOf(old) === textOf(now);
    if (isUnread || isSame || folder === undefined) return [];
    const at = { year, file: bookletOf(folder) };
    return compareBooklets(at, old?.ownBooklet ?? null, now?.ownBooklet ?? null) ?? [];
  });
}

function textOf({ folder, sources }: AnalyzedYear): string | undefined {
  return sources.find(({ file }) => file === bookletOf(folder))?.text;
}
