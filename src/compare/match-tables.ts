import { posix } from 'node:path';
import { toLine } from '../form/text.ts';
import type { Table } from '../read/table.ts';
import { type Pairing, pairByKey, pairByScore, startPairing } from './pairing.ts';
import { listCells, toPrinted } from './printed.ts';
import { type Gist, likeness, toGist } from './similarity.ts';

/** How like two projects without a common code or name must be, from 0 to 1, to be one that was given new ones. */
const ALIKE = 0.8;

/** Pairs of projects beyond which only equal contents are found: each costs some 20 µs. */
const MOST_PAIRS = 40_000;

/**
 * Which projects of two states of a year are the same: by code, by file, by name, then by nearly the same content. A code or
 * name that several projects have by mistake leads to the one with the same file first.
 */
export function matchTables(before: readonly Table[], after: readonly Table[]): Pairing<Table> {
  const pairing = startPairing(before, after);
  pairByKey(pairing, ({ code, file }) => JSON.stringify([code.text, file]));
  pairByKey(pairing, ({ code, stem }) => JSON.stringify([code.text, stem]));
  pairByKey(pairing, ({ code }) => code.text || null);
  // Names repeat between offices.
  pairByKey(pairing, ({ file }) => file);
  pairByKey(pairing, ({ file, name }) => JSON.stringify([posix.dirname(file), toLine(name.text)]));
  pairByKey(pairing, contentOf);
  if (pairing.before.size * pairing.after.size > MOST_PAIRS) return pairing;
  const gists = new Map<Table, Gist>();
  for (const project of [...pairing.before, ...pairing.after]) gists.set(project, toGist(contentOf(project)));
  pairByScore(pairing, (one, other) => {
    const [a, b] = [gists.get(one), gists.get(other)];
    if (a === undefined || b === undefined) return 0;
    const score = likeness(a, b);
    return score >= ALIKE ? score : 0;
  });
  return pairing;
}

/** All that a project says, but what it is called. */
function contentOf({ goal, indicators }: Table): string {
  const rows = indicators.map((row) => [toPrinted(row.name.text), ...listCells(row).map(({ text }) => text)]);
  return JSON.stringify([toPrinted(goal.text), rows]);
}
