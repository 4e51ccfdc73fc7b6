import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { MessageCode } from '../../messages/wording.ts';
import { type ResultsPlace, splitAtResults, toResultsPlace } from '../../read/results-place.ts';
import {
  byStem,
  type FoundFile,
  gatherResults,
  gatherYear,
  isSourceName,
  isYear,
  refuseSource,
} from '../../read/source.ts';
import { compareText } from '../../report/diagnostic.ts';
import { EnvironmentError } from '../../util/environment-error.ts';
import { escapeControls } from '../../util/escape-controls.ts';
import { groupBy } from '../../util/group-by.ts';
import type { SelectedSources } from '../disk.ts';
import { showPath } from '../show-path.ts';
import { type FoundPath, findOfficePaths, reportStrays } from '../strays.ts';
import { readBlobs } from './blobs.ts';
import { demandGit, listGit, toGitError, withoutLineEnd } from './run-git.ts';

/** Where a folder of projects is in a repository. */
export interface ProjectsInGit {
  /** A folder in the repository, for git to start in. */
  start: string;
  /** The folder of the projects inside the repository, with forward slashes; empty when it is the repository itself. */
  path: string;
  /** The folder itself, as an absolute path; it need not exist today. */
  projects: string;
  cwd: string;
  /** False in a bare repository: there are revisions only. */
  hasWorktree: boolean;
}

/**
 * Finds the repository that the projects lie in. Throws EnvironmentError: `git/missing`, `git/no-repository`, `git/not-trusted`.
 */
export async function findInGit(cwd: string, projects: string): Promise<ProjectsInGit> {
  const absolute = resolve(cwd, projects);
  let folder = absolute;
  while (!(existsSync(folder) && statSync(folder).isDirectory()) && dirname(folder) !== folder)
    folder = dirname(folder);
  // Git names folders by their real paths.
  const start = realpathSync(folder);
  const answer = await demandGit(['rev-parse', '--show-prefix', '--is-inside-work-tree'], start);
  const [, prefix = '', inside] = /^(.*)\n(true|false)$/s.exec(withoutLineEnd(answer)) ?? [];
  const missing = relative(folder, absolute).split(sep).join('/');
  return {
    start,
    path: `${prefix}${missing}`.replace(/\/$/, ''),
    projects: absolute,
    cwd,
    hasWorktree: inside === 'true',
  };
}

/** Throws EnvironmentError `git/sparse` when the working tree has only some of the tables, which would all seem to be gone. */
export async function refuseSparse({ start, path, cwd, projects }: ProjectsInGit): Promise<void> {
  const below = path === '' ? [] : ['--', `${path}/`];
  const listing = ['--literal-pathspecs', 'ls-files', '-t', '-z', '--full-name', ...below];
  // `S ` is in front of what the index has and a sparse checkout leaves out.
  const left = (await listGit(listing, await findTop(start)))
    .filter((line) => line.startsWith('S ') && isSourceName(line))
    .map((line) => escapeControls(line.slice(2)));
  const [first] = left;
  if (first === undefined) return;
  const args = { count: String(left.length), path: first, folder: showPath(cwd, projects) };
  throw new EnvironmentError('git/sparse', args);
}

async function findTop(start: string): Promise<string> {
  return withoutLineEnd(await demandGit(['rev-parse', '--show-toplevel'], start));
}

/** One file of a revision, as `git ls-tree` lists it. */
interface Entry {
  mode: string;
  hash: string;
  /** Bytes. */
  size: number;
  year: string;
  /** The path of its office, or of that of its goals. */
  office: string;
  /** The folder of results that it is in; null for a table. */
  results: ResultsPlace | null;
  name: string;
}

/**
 * Reads the sources of a commit: the same as readSources gives of a folder. `commit` is a full hash. Git is asked twice,
 * however many files there are. A year, or the whole folder, that the commit does not have is left out.
 */
export async function readRevision(
  place: ProjectsInGit,
  commit: string,
  onlyYear?: string,
): Promise<Pick<SelectedSources, 'years' | 'strays'>> {
  const listed = await listEntries(place, commit);
  const isOther = (year: string | undefined) =>
    onlyYear !== undefined && year !== undefined && isYear(year) && year !== onlyYear;
  const entries = listed.entries.filter(({ year }) => !isOther(year));
  const refusals = new Map(entries.map((entry) => [entry, refuse(entry)]));
  const contents = await readContents(
    place.start,
    entries.filter((entry) => refusals.get(entry) === null).map(({ hash }) => hash),
  );
  const byOffice = groupBy(entries, ({ office }) => office);
  const paths = [...byOffice.keys()].sort((a, b) => compareSteps(a.split('/'), b.split('/')));
  const found = paths.map((path) => {
    const own = (byOffice.get(path) ?? []).sort((a, b) => byStem(a.name, b.name));
    const showIn = (...steps: string[]) => showPath(place.cwd, resolve(place.projects, path, ...steps));
    const filesIn = (folder: string) =>
      own
        .filter(({ results }) => (results?.name ?? '') === folder)
        .map((entry): FoundFile => {
          const file = showIn(folder, entry.name);
          const refusal = refusals.get(entry);
          return refusal ? { file, refusal } : { file, bytes: contents.get(entry.hash) ?? Buffer.alloc(0) };
        });
    const places = new Map(own.flatMap(({ results }) => (results ? [[results.name, results] as const] : [])));
    const results = [...places.values()]
      .sort((a, b) => (a.month ?? 13) - (b.month ?? 13))
      .map((folder) => gatherResults(folder, showIn(folder.name), filesIn(folder.name)));
    return gatherYear(path.normalize('NFC'), showIn(), filesIn(''), results);
  });
  const others = listed.others.filter(({ steps }) => !isOther(steps[0]));
  const show = (steps: readonly string[]) => showPath(place.cwd, resolve(place.projects, ...steps));
  return { years: found, strays: reportStrays(others, show) };
}

/** Each folder behind the one that holds it, as on disk. */
function compareSteps(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  return at < 0 ? a.length - b.length : compareText(a[at] ?? '', b[at] ?? '');
}

function refuse({ name, mode, size }: Entry): MessageCode | null {
  return refuseSource(name, mode === '120000' ? 'link' : mode.startsWith('100') ? 'file' : 'other', size);
}

async function listEntries(
  { start, path }: ProjectsInGit,
  commit: string,
): Promise<{ entries: Entry[]; others: FoundPath[] }> {
  const below = path === '' ? '' : `${path}/`;
  const within = below === '' ? [] : ['--', below];
  const listing = ['--literal-pathspecs', 'ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...within];
  const records = (await listGit(listing, start)).filter(Boolean);
  const listed = records.map((record) => {
    const [, mode = '', hash = '', size = '', full = ''] =
      /^(\d+) \w+ (\S+) +(\S+)\t(.*)$/s.exec(record) ?? [];
    return { mode, hash, size: Number(size) || 0, full, steps: full.slice(below.length).split('/') };
  });
  const offices = findOfficePaths(listed.map(({ steps }) => steps));
  const found = new Map<string, Entry>();
  const others: FoundPath[] = [];
  for (const { mode, hash, size, full, steps } of listed) {
    const [year = '', ...inside] = steps;
    others.push({ steps, kind: mode === '120000' ? 'link' : 'file' });
    if (!isYear(year)) continue;
    if (mode === '160000' && inside.length === 0) throw new EnvironmentError('git/submodule', { path: full });
    // A folder that is named like a source is reported as such, as on disk, not its files.
    const end = inside.findIndex(isSourceName);
    const name = inside[end];
    const folder = [year, ...inside.slice(0, end)];
    const split = splitAtResults(folder) ?? { goals: folder, inside: [] };
    const office = split.goals.join('/');
    const results = toResultsPlace(split.inside);
    const isRead = offices.has(office) && (split.inside.length === 0 || results !== null);
    if (name === undefined || !isRead) continue;
    const isFolder = end < inside.length - 1;
    const entry = { mode: isFolder ? '040000' : mode, hash, size, year, office, results, name };
    found.set([...folder, name].join('/'), entry);
  }
  return { entries: [...found.values()], others };
}

async function readContents(cwd: string, hashes: readonly string[]): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  for await (const [hash, bytes] of readBlobs(cwd, hashes)) {
    if (bytes === null) throw toGitError(`${hash} missing`, cwd);
    contents.set(hash, bytes);
  }
  return contents;
}
