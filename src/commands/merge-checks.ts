import { join, resolve } from 'node:path';
import { compareOffices } from '../check/across.ts';
import { listSources, type YearSources } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { hasErrors } from '../report/diagnostic.ts';
import { type FindingGroup, type Findings, findOffice, hasOffices } from '../report/groups.ts';
import { addCounts } from '../report/limit.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { groupBy } from '../util/group-by.ts';
import { openSources } from '../workspace/disk.ts';
import { readTextIfAny } from '../workspace/folder.ts';
import { sum } from './check.ts';
import {
  CHECK_FILE,
  type CheckRecord,
  type Counts,
  hashOfOffice,
  parseCheckRecord,
  type RecordedOffice,
} from './check-record.ts';
import { SHARD_FILE } from './shard-record.ts';
import { checkSet } from './shard-set.ts';

const NONE: Counts = { error: 0, warning: 0, suggestion: 0 };

export interface MergedChecks extends Findings {
  messages: Message[];
}

/** Whether the first of the folders holds what `check --shard` left, and nothing that was printed. */
export function areChecks(cwd: string, [folder]: readonly string[]): boolean {
  const has = (name: string) =>
    folder !== undefined && readTextIfAny(join(resolve(cwd, folder), name)) !== null;
  return has(CHECK_FILE) && !has(SHARD_FILE);
}

/**
 * Finds what compares the offices of all shards, from what each left; their own findings are only counted. The sources are read
 * to see that they are those that were checked. Throws EnvironmentError `merge/…`.
 */
export function mergeChecks(options: { cwd: string; projects: string; folders: string[] }): MergedChecks {
  const { cwd, projects, folders } = options;
  const records = folders.map((folder) => {
    const record = parseCheckRecord(readTextIfAny(join(resolve(cwd, folder), CHECK_FILE)));
    if (record === null) throw new EnvironmentError('merge/no-shard', { path: folder });
    return { ...record, folder, settings: JSON.stringify([record.year, record.strict]) };
  });
  const { year, strict } = checkSet(records);
  const offices = listOffices(
    records,
    openSources({ cwd, projects, year: year ?? undefined, paths: [] }).years,
  );
  const across = compareOffices(
    offices.map(({ index }) => index),
    strict,
  );
  const byFolder = new Map(offices.map((office) => [office.folder, office]));
  const looseIn = groupBy(
    records.flatMap(({ loose }) => [...loose]),
    ([file]) => findOffice(file, byFolder),
  );
  const countIn = (office?: RecordedOffice) =>
    [office?.counts ?? NONE, ...(looseIn.get(office) ?? []).map(([, counts]) => counts)].reduce(addCounts);
  const first: FindingGroup = { office: null, diagnostics: [], texts: new Map(), counted: countIn() };
  const groups = offices.map((office): FindingGroup => {
    const { texts, index } = office;
    return { office, diagnostics: across.get(index)?.diagnostics ?? [], texts, counted: countIn(office) };
  });
  const count = String(records.length);
  return {
    groups: hasOffices(offices) ? [first, ...groups] : [joinGroups([first, ...groups])],
    projects: sum(offices, 'projects') || sum(offices, 'results'),
    hasErrors: [first, ...groups].some(
      ({ diagnostics, counted }) => (counted?.error ?? 0) > 0 || hasErrors(diagnostics),
    ),
    messages: [{ code: 'merge/compared', args: { count } }],
  };
}

/** Each office once, behind the one above it, as the shards together checked it. */
function listOffices(records: readonly CheckRecord[], years: Iterable<YearSources>): RecordedOffice[] {
  const recorded = groupBy(
    records.flatMap(({ offices }) => offices),
    ({ office }) => office,
  );
  const changed: string[] = [];
  const offices: RecordedOffice[] = [];
  for (const sources of years) {
    const parts = recorded.get(sources.path) ?? [];
    recorded.delete(sources.path);
    const hash = hashOfOffice(sources);
    const [first] = parts;
    if (parts.some((part) => part.hash !== hash)) changed.push(sources.folder);
    else if (first !== undefined) {
      const counts = parts.map((part) => part.counts).reduce(addCounts);
      const [projects, results] = [sum(parts, 'projects'), sum(parts, 'results')];
      offices.push({ ...first, projects, results, counts });
    } else if (listSources([sources]).length > 0) changed.push(sources.folder);
  }
  changed.push(...[...recorded.values()].flatMap(([part]) => part?.folder ?? []));
  const [file] = changed;
  if (file === undefined) return offices;
  throw new EnvironmentError('merge/other-revision#office', { count: String(changed.length), file });
}

/** Where there are no offices, all is one group. */
function joinGroups(groups: readonly FindingGroup[]): FindingGroup {
  return {
    office: null,
    diagnostics: groups.flatMap(({ diagnostics }) => diagnostics),
    texts: { get: (file) => groups.map(({ texts }) => texts.get(file)).find((text) => text !== undefined) },
    counted: groups.flatMap(({ counted }) => counted ?? []).reduce(addCounts),
  };
}
