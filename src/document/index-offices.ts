import { sumMoney, withoutDepartment } from '../read/spending.ts';
import { compareText } from '../report/diagnostic.ts';
import { writeMoney } from './booklet-view.ts';
import { type HasOutput, linkOutputs } from './index-view.ts';
import type { ListedTable } from './listed-table.ts';
import type { OfficeCountsView, OfficesView } from './views.ts';

/** An office in the overview of a folder above it. */
export interface IndexOffice {
  /** From the folder of the index: `219-棠溪镇/219001-本级`. */
  path: string;
  name: string;
  /** The tables that are printed, of the office and those below it. */
  projects: readonly ListedTable[];
  /** Tables that are not, because something in them is still 待填, or is wrong. */
  unfinished: number;
  faulty: number;
  /** Its folders of results and those below it, each with how many of its tables are printed. */
  results: readonly { place: string; count: number }[];
}

/** How far each office is, with its sums and links; sorted by the script of the page. */
export function toIndexOffices(offices: readonly IndexOffice[], has: HasOutput): OfficesView {
  const places = [...new Set(offices.flatMap(({ results }) => results.map(({ place }) => place)))].sort(
    byMonth,
  );
  const top = offices.filter(({ path }) => !path.includes('/'));
  const sum = (key: 'unfinished' | 'faulty') => top.reduce((total, office) => total + office[key], 0);
  return {
    places: places.map((place) => place.replace('/', ' ')),
    offices: offices.map((office) => ({
      ...toCounts(office, places),
      name: office.name,
      depth: String(office.path.split('/').length),
      index: `${office.path.split('/').map(encodeURIComponent).join('/')}/index.html`,
      ...linkOutputs(`${office.path}/booklet`, has),
    })),
    allOffices: toCounts(
      {
        projects: top.flatMap(({ projects }) => projects),
        unfinished: sum('unfinished'),
        faulty: sum('faulty'),
        results: top.flatMap(({ results }) => results),
      },
      places,
    ),
  };
}

function toCounts(
  { projects, unfinished, faulty, results }: Omit<IndexOffice, 'path' | 'name'>,
  places: readonly string[],
): OfficeCountsView {
  const counted = withoutDepartment(projects);
  const all = counted.length + unfinished + faulty;
  const written = places.map((place) =>
    results.reduce((sum, one) => sum + (one.place === place ? one.count : 0), 0),
  );
  return {
    filed: String(counted.length),
    unfinished: String(unfinished),
    faulty: String(faulty),
    results: written.map((count) => `${count}/${all}`),
    ...writeMoney(sumMoney(counted)),
  };
}

/** Monitoring from the first month on, then 自评. */
function byMonth(a: string, b: string): number {
  const [one, other] = [a, b].map((place) => Number(/\d+/.exec(place)?.[0] ?? 13));
  return (one ?? 0) - (other ?? 0) || compareText(a, b);
}

/**
 * A click on a heading sorts by its column, the names by their folders; again, the other way round. Without scripts the table is in
 * the folders' order.
 */
export const SORT_SCRIPT = `
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const body = table.tBodies[0];
  const places = new Map([...body.rows].map((row, place) => [row, place]));
  const valueOf = (row, at) => {
    if (at === 0) return places.get(row);
    const [count, all = '1'] = row.cells[at].textContent.trim().split('/');
    const number = all === '0' ? 0 : Number(count) / Number(all);
    return count === '' || Number.isNaN(number) ? -1 : number;
  };
  table.querySelectorAll('thead th').forEach((heading, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const isDown = heading.getAttribute('aria-sort') === 'ascending';
      for (const other of heading.parentElement.cells) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      const rows = [...body.rows].map((row) => ({ row, value: valueOf(row, at) }));
      rows.sort((a, b) => (isDown ? b.value - a.value : a.value - b.value));
      body.append(...rows.map(({ row }) => row));
    });
  });
}
`;
