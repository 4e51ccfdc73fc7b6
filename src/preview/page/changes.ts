// Which cells of the pages say something new.
import type { RowPlaces } from '../places.ts';
import { cellsOf, nameOf } from './cells.ts';

/** The texts of a table's cells, by row and field, and what its rows are known by. */
export interface Contents {
  key: string;
  texts: Map<string, string>;
  rows: string[];
}

/** `root`: not yet divided into pages, so that every text is whole. */
export function readContents(key: string, root: HTMLElement, rows: RowPlaces[]): Contents {
  const texts = new Map<string, string>();
  for (const cell of rows.length > 0 ? cellsOf(root) : []) {
    // Merged labels change only when rows come or go.
    if (cell.matches('[scope="rowgroup"]')) continue;
    const name = nameOf(cell);
    texts.set(name, `${texts.get(name) ?? ''} ${cell.textContent}`);
  }
  return { key, texts, rows: rows.map((row) => row.key) };
}

/**
 * The names of the cells that say something new. A row that is not known is compared with the one that was in its place, if that one
 * is gone: it was renamed. Otherwise all of it is new.
 */
export function listChanges(old: Contents, now: Contents): Set<string> {
  const places = new Map(old.rows.map((key, index) => [key, index]));
  const kept = new Set(now.rows);
  const formerOf = (index: number) => {
    const known = places.get(now.rows[index] ?? '');
    if (known !== undefined) return known;
    const renamed = old.rows[index];
    return renamed !== undefined && !kept.has(renamed) ? index : null;
  };
  const changed = new Set<string>();
  for (const [name, text] of now.texts) {
    const [row = '', ...cell] = name.split('/');
    const former = row === '' ? '' : formerOf(Number(row));
    if (former === null || old.texts.get([former, ...cell].join('/')) !== text) changed.add(name);
  }
  return changed;
}
