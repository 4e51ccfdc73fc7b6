import { listMoney, withoutDepartment } from '../read/spending.ts';
import type { Table } from '../read/table.ts';
import { writeMoney } from './booklet-view.ts';
import { type HasOutput, linkOutputs } from './index-view.ts';
import type { IndexOfficeView } from './views.ts';

/** An office in the overview of a folder above it. */
export interface IndexOffice {
  /** From the folder of the index: `219-棠溪镇/219001-本级`. */
  path: string;
  name: string;
  /** The tables that are printed, of the office and those below it. */
  projects: readonly Table[];
  /** Tables that are not, because something in them is still 待填, or is wrong. */
  unfinished: number;
  faulty: number;
}

/** How far each office is, with its sums and links; sorted by the script of the page. */
export function toIndexOffices(offices: readonly IndexOffice[], has: HasOutput): IndexOfficeView[] {
  return offices.map(({ path, name, projects, unfinished, faulty }) => {
    const counted = withoutDepartment(projects);
    return {
      name,
      depth: String(path.split('/').length),
      index: `${path.split('/').map(encodeURIComponent).join('/')}/index.html`,
      filed: String(counted.length),
      unfinished: String(unfinished),
      faulty: String(faulty),
      ...writeMoney(listMoney(counted).total),
      ...linkOutputs(`${path}/booklet`, has),
    };
  });
}

/** A click on a heading sorts by its column; again, the other way round. Without scripts the table is in the folders' order. */
export const SORT_SCRIPT = `
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const body = table.tBodies[0];
  const valueOf = (row, at) => {
    const text = row.cells[at].textContent.trim();
    const number = Number(text.replace(/,/g, ''));
    return text === '' || text === '—' ? -Infinity : Number.isNaN(number) ? text : number;
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
      rows.sort((a, b) => (a.value > b.value ? 1 : a.value < b.value ? -1 : 0) * (isDown ? -1 : 1));
      body.append(...rows.map(({ row }) => row));
    });
  });
}
`;
