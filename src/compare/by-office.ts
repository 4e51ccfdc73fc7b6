import { type AnalyzedYear, tablesOf } from '../check/analyze.ts';
import { nameOfOffice } from '../document/booklet-view.ts';
import { withoutDepartment } from '../read/spending.ts';
import { compareText } from '../report/diagnostic.ts';
import { findOffice } from '../report/groups.ts';
import { groupBy } from '../util/group-by.ts';
import type { Comparison, OfficeTotals, ProjectChange } from './comparison.ts';
import { compareTotals } from './totals.ts';
import { listUnread, reportUnread } from './unread.ts';

/**
 * Says of each change whose it is, office by office, with the sums of each office's own tables. Years without offices are left
 * as they are. `before`, `after`: without folders of results.
 */
export function groupByOffice(
  before: readonly AnalyzedYear[],
  after: readonly AnalyzedYear[],
  projects: ProjectChange[],
): Pick<Comparison, 'projects' | 'offices'> {
  const all = [...after, ...before];
  const divided = new Set(all.filter(({ path }) => path.includes('/')).map(({ year }) => year));
  if (divided.size === 0) return { projects };
  const folders = new Map(
    all
      .filter(({ year }) => divided.has(year))
      .map(({ year, path, folder }) => [folder, { year, office: path }]),
  );
  const places = new Map([...folders.values()].map(({ office }, index) => [office, index]));
  const grouped = projects.map((project) => {
    const office = findOffice(project.file, folders)?.office;
    return office === undefined ? project : { ...project, office };
  });
  const [earlier, later] = [groupBy(before, ({ path }) => path), groupBy(after, ({ path }) => path)];
  const renamed = findRenamed(grouped, folders, (office) => earlier.has(office) !== later.has(office));
  const gone = new Set(renamed.values());
  const rank = ({ office = '' }: ProjectChange) => places.get(office) ?? -1;
  return {
    // Results have years of their own: 2022/自评.
    projects: grouped.sort(
      (a, b) => compareText(a.year.slice(0, 4), b.year.slice(0, 4)) || rank(a) - rank(b),
    ),
    offices: [...folders.values()].flatMap(({ year, office }) => {
      if (gone.has(office)) return [];
      const previousOffice = renamed.get(office);
      const old = earlier.get(previousOffice ?? office) ?? [];
      const totals = sumUp(year, office, old, later.get(office) ?? []);
      return [{ ...totals, ...(previousOffice === undefined ? {} : { previousOffice }) }];
    }),
  };
}

/** Offices that only one side has, and whose tables all come from one that only the other side has, each with that one. */
function findRenamed(
  projects: readonly ProjectChange[],
  folders: ReadonlyMap<string, { office: string }>,
  isOneSided: (office: string) => boolean,
): Map<string, string> {
  const sources = groupBy(
    projects.flatMap(({ office = '', previousFile, year }) => {
      const from = findOffice(previousFile ?? '', folders)?.office ?? '';
      // Results follow their goals.
      return year.includes('/') || from === office ? [] : [{ office, from }];
    }),
    ({ office }) => office,
  );
  return new Map(
    [...sources].flatMap(([office, moves]) => {
      const [from = '', ...others] = new Set(moves.map((move) => move.from));
      return others.length === 0 && isOneSided(office) && isOneSided(from) ? [[office, from] as const] : [];
    }),
  );
}

function sumUp(
  year: string,
  office: string,
  old: readonly AnalyzedYear[],
  now: readonly AnalyzedYear[],
): OfficeTotals {
  const countedOf = (years: readonly AnalyzedYear[]) => withoutDepartment(years.flatMap(tablesOf));
  const unread = reportUnread(year, old.flatMap(listUnread), now.flatMap(listUnread));
  const [newest] = [...now, ...old];
  const name = newest === undefined ? office : nameOfOffice(newest.booklet);
  const isWhole = unread.every(({ isUnchanged }) => isUnchanged);
  return { year, office, name, ...compareTotals(countedOf(old), countedOf(now), isWhole) };
}

/** The sums of the office that a change is the first of; null for another, and where there are no offices. */
export function findBegun(
  projects: readonly ProjectChange[],
  offices: readonly OfficeTotals[] = [],
  index: number,
): OfficeTotals | null {
  const office = projects[index]?.office;
  if (office === undefined || projects[index - 1]?.office === office) return null;
  return offices.find((one) => one.office === office) ?? null;
}

type Grouped = Pick<Comparison, 'projects' | 'offices'>;

/** The changes that a reader has to see: not those of tables that only came along when the folder of their office was renamed. */
export function listShown({ projects, offices = [] }: Grouped): ProjectChange[] {
  const renamed = new Set(offices.flatMap((one) => (one.previousOffice === undefined ? [] : one.office)));
  return projects.filter(
    ({ office = '', change, name, previousName = name, fields, rows }) =>
      !(
        renamed.has(office) &&
        change === 'renamed' &&
        previousName === name &&
        fields.length + rows.length === 0
      ),
  );
}

/** Offices that were renamed, with how many changes are not shown; of those of which nothing is shown the ones with other sums, and the rest. */
export function splitOffices(grouped: Grouped): {
  renamed: { office: OfficeTotals; count: number }[];
  other: OfficeTotals[];
  same: OfficeTotals[];
} {
  const shown = listShown(grouped);
  const countOf = (projects: readonly ProjectChange[], path: string) =>
    projects.filter(({ office }) => office === path).length;
  const { projects, offices = [] } = grouped;
  const renamed = offices.flatMap((office) => {
    if (office.previousOffice === undefined) return [];
    return [{ office, count: countOf(projects, office.office) - countOf(shown, office.office) }];
  });
  const begun = new Set(shown.map(({ office }) => office));
  const left = offices.filter(
    ({ office, previousOffice, projectsBefore, projectsAfter }) =>
      !begun.has(office) && previousOffice === undefined && projectsBefore + projectsAfter > 0,
  );
  const isSame = (one: OfficeTotals) =>
    one.before === one.after &&
    one.projectsBefore === one.projectsAfter &&
    one.indicatorsBefore === one.indicatorsAfter;
  return { renamed, other: left.filter((one) => !isSame(one)), same: left.filter(isSame) };
}
