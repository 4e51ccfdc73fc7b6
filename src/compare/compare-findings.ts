import type { AnalyzedYear } from '../check/analyze.ts';
import { FIGURE_KEY, NAME_KEY } from '../form/form.ts';
import { listValues } from '../read/facts.ts';
import type { Indicator, Table } from '../read/table.ts';
import type { Located } from '../report/diagnostic.ts';
import { compareText, type Diagnostic, sortDiagnostics } from '../report/diagnostic.ts';
import type { MatchedTable } from './compare-tables.ts';
import type { Comparison, NotCompared, SuppressionChange } from './comparison.ts';
import { pairByKey, startPairing } from './pairing.ts';

/** A finding, and what it is about in words that do not change when lines are put in or a row is moved. */
interface Placed {
  finding: Diagnostic;
  /** What makes it the same project on both sides. */
  project: string;
  /** What makes it the same cell on both sides; null when it is in none. */
  cell: string | null;
  text: string;
}

/**
 * The findings that only the later side has, and those that only the earlier has. A finding is the same when code and project
 * are, and cell and text, or cell, or else text. A finding in a file that can no longer be read is not resolved.
 */
export function compareFindings(
  before: readonly AnalyzedYear[],
  after: readonly AnalyzedYear[],
  matched: readonly MatchedTable[],
  notCompared: readonly NotCompared[],
): Comparison['findings'] {
  const names = nameAlike(matched);
  const pairing = startPairing(
    placeAll(before, names.before, ({ diagnostics }) => diagnostics),
    placeAll(after, names.after, ({ diagnostics }) => diagnostics),
  );
  pairAll(pairing);
  const placed = {
    before: placeAll(before, names.before, ({ suppressed }) => suppressed),
    after: placeAll(after, names.after, ({ suppressed }) => suppressed),
  };
  const suppressed = pairAgain(pairing.before, placed.after);
  const unsuppressed = pairAgain(pairing.after, placed.before);
  const lost = new Set(notCompared.filter(({ side }) => side !== 'before').map(({ file }) => file));
  const list = (placed: Iterable<Placed>) => sortDiagnostics([...placed].map(({ finding }) => finding));
  return {
    brought: list(pairing.after),
    mended: list(pairing.before).filter(({ at }) => !lost.has(at.file)),
    suppressed: list(suppressed),
    unsuppressed: list(unsuppressed),
  };
}

/** Takes out of `left` what the other side has under a comment, and returns it. */
function pairAgain(left: Set<Placed>, suppressed: readonly Placed[]): Set<Placed> {
  const all = [...left];
  const pairing = startPairing(all, suppressed);
  pairAll(pairing);
  const hidden = new Set(all.filter((placed) => !pairing.before.has(placed)));
  for (const placed of hidden) left.delete(placed);
  return hidden;
}

function pairAll(pairing: ReturnType<typeof startPairing<Placed>>): void {
  const key = (...parts: (string | null)[]) => JSON.stringify(parts);
  pairByKey(pairing, ({ finding, project, cell, text }) => key(finding.code, project, cell, text));
  pairByKey(pairing, ({ finding, project, cell }) =>
    cell === null ? null : key(finding.code, project, cell),
  );
  pairByKey(pairing, ({ finding, project, text }) => key(finding.code, project, text));
}

/** Comments `# 忽略 …`: the same when project, code, reason and the cell that they speak of are. */
export function compareSuppressions(
  before: readonly AnalyzedYear[],
  after: readonly AnalyzedYear[],
  matched: readonly MatchedTable[],
  notCompared: readonly NotCompared[],
): SuppressionChange[] {
  // A comment in a file that cannot be read is neither there nor gone.
  const unread = new Set(notCompared.map(({ file }) => file));
  const names = nameAlike(matched);
  const pairing = startPairing(listNamed(before, names.before), listNamed(after, names.after));
  pairByKey(pairing, ({ key }) => key);
  const tell = (change: SuppressionChange['change'], named: Iterable<NamedCode>) =>
    [...named]
      .filter(({ at }) => !unread.has(at.file))
      .map(({ code, reason, at }) => ({ file: at.file, change, code, reason, at }));
  return [...tell('removed', pairing.before), ...tell('added', pairing.after)].sort(
    (a, b) => compareText(a.file, b.file) || a.at.start - b.at.start,
  );
}

interface NamedCode extends Pick<SuppressionChange, 'code' | 'reason' | 'at'> {
  key: string;
}

function listNamed(years: readonly AnalyzedYear[], names: Names): NamedCode[] {
  return years.flatMap(({ suppressions, tables }) => {
    const places = placesIn(tables, names);
    return suppressions.flatMap(({ codes, reason, covers, at: { file } }) => {
      const own = places.get(file) ?? [];
      const cell = own.find(({ at }) => at.start >= covers.start && at.start <= covers.end)?.cell ?? null;
      return codes.map(({ code, at }) => {
        const key = JSON.stringify([names.projects.get(file) ?? file, code, reason, cell]);
        return { code, reason, at, key };
      });
    });
  });
}

interface Names {
  /** File → the name of its project, the same on both sides. */
  projects: ReadonlyMap<string, string>;
  rows: ReadonlyMap<Indicator, string>;
}

function nameAlike(matched: readonly MatchedTable[]): { before: Names; after: Names } {
  const rows = matched.flatMap((match) => match.rows);
  const name = (side: 'before' | 'after', place: 0 | 1): Names => ({
    projects: new Map(matched.map((match, index) => [match[side].file, `pair ${index}`])),
    rows: new Map(rows.map((pair, index) => [pair[place], String(index)])),
  });
  return { before: name('before', 0), after: name('after', 1) };
}

function placeAll(
  years: readonly AnalyzedYear[],
  names: Names,
  pick: (year: AnalyzedYear) => readonly Diagnostic[],
): Placed[] {
  return years.flatMap((year) => {
    const { tables, sources } = year;
    const texts = new Map(sources.map(({ file, text }) => [file, text]));
    const cells = placesIn(tables, names);
    return pick(year).map((finding) => {
      const { file, start, end } = finding.at;
      const cell = findCell(cells.get(file) ?? [], start);
      const text = (texts.get(file) ?? '').slice(start, end).replace(/\s+/g, '');
      return { finding, project: names.projects.get(file) ?? file, cell, text };
    });
  });
}

interface Place {
  at: Located['at'];
  cell: string;
}

/** The cell of an offset, by halving: a made-up table may have thousands of rows and as many findings. */
function findCell(places: readonly Place[], offset: number): string | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place !== undefined && offset < place.at.end ? place.cell : null;
}

function placesIn(tables: AnalyzedYear['tables'], names: Names): ReadonlyMap<string, Place[]> {
  return new Map(tables.map(({ table }) => [table.file, listPlaces(table, names)]));
}

/** Where a project's values are in its file, in its order, each with a name for its cell. */
function listPlaces(project: Table, { rows }: Names): Place[] {
  const ofFacts = listValues(project.facts).map(({ path, fact }) => ({ at: fact.value.at, cell: path }));
  const ofRows = project.indicators.flatMap((row, index) => {
    const own = rows.get(row) ?? `own ${index}`;
    const cells = row.cells.map(({ field, value }) => ({ at: value.at, cell: field.key }));
    const places = [{ at: row.name.at, cell: NAME_KEY }, { at: row.target.at, cell: FIGURE_KEY }, ...cells];
    return places.map(({ at, cell }) => ({ at, cell: `${own} ${cell}` }));
  });
  return [...ofFacts, ...ofRows].sort((a, b) => a.at.start - b.at.start);
}
