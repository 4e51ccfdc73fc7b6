import type { AnalyzedYear } from '../check/analyze.ts';
import { nameOfOffice } from '../document/booklet-view.ts';
import { withoutDepartment } from '../read/spending.ts';
import { compareText } from '../report/diagnostic.ts';
import { findOffice } from '../report/groups.ts';
import { groupBy } from '../util/group-by.ts';
import type { Comparison, OfficeTotals, ProjectChange } from './comparison.ts';
import { compareTotals } from './totals.ts';
import { listUnread, tellUnread } from './unread.ts';

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
  const rank = ({ office = '' }: ProjectChange) => places.get(office) ?? -1;
  return {
    // Results have years of their own: 2022/自评.
    projects: grouped.sort(
      (a, b) => compareText(a.year.slice(0, 4), b.year.slice(0, 4)) || rank(a) - rank(b),
    ),
    offices: [...folders.values()].map(({ year, office }) =>
      sumUp(year, office, earlier.get(office) ?? [], later.get(office) ?? []),
    ),
  };
}

function sumUp(
  year: string,
  office: string,
  old: readonly AnalyzedYear[],
  now: readonly AnalyzedYear[],
): OfficeTotals {
  const countedOf = (years: readonly AnalyzedYear[]) =>
    withoutDepartment(years.flatMap(({ projects }) => projects));
  const unread = tellUnread(year, old.flatMap(listUnread), now.flatMap(listUnread));
  const [newest] = [...now, ...old];
  const name = newest === undefined ? office : nameOfOffice(newest.booklet);
  const isWhole = unread.every(({ isUnchanged }) => isUnchanged);
  return { year, office, name, ...compareTotals(countedOf(old), countedOf(now), isWhole) };
}

/** The sums of the office that a change is the first of; null for another, and where there are no offices. */
export function findBegun(
  { projects, offices = [] }: Pick<Comparison, 'projects' | 'offices'>,
  index: number,
): OfficeTotals | null {
  const office = projects[index]?.office;
  if (office === undefined || projects[index - 1]?.office === office) return null;
  return offices.find((one) => one.office === office) ?? null;
}
