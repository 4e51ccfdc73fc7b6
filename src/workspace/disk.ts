import { existsSync, lstatSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { splitAtResults, toResultsPlace } from '../read/results-place.ts';
import { BOOKLET_STEM, isSourceName, isYear, stemOf, type YearSources } from '../read/source.ts';
import { compareText, type Diagnostic } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { findYearFolder, listOffices, type OfficeFolder, readFolder } from './office-folders.ts';
import { findLink } from './plain-file.ts';
import { listFolders, readOffice } from './read-office.ts';
import { type Load, type Shard, takeShard } from './shards.ts';
import { showPath } from './show-path.ts';
import type { ReadSource } from './source-reader.ts';
import { findStrays } from './stray-files.ts';

export interface SourceRequest {
  /** The working directory: paths are given and shown relative to it. */
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  year?: string | undefined;
  /** Only these files or folders, as the user wrote them; empty for all. */
  paths: string[];
  /** Only this part of everything; what it inherits is read, too. */
  shard?: Shard | undefined;
  /** What reads the files, where they are read again and again. */
  read?: ReadSource | undefined;
}

export interface SelectedSources {
  years: YearSources[];
  /** The files asked for by path, as they are shown; null when everything was asked for. */
  selection: Set<string> | null;
  /** The folders of the years and offices that were asked for as a whole, as they are shown. */
  whole: ReadonlySet<string>;
  /** What looks like a source where it was looked for and is not read. */
  strays: Diagnostic[];
}

/** Sources that are read lazily, so that they need not all be in memory. */
export interface OpenedSources extends Omit<SelectedSources, 'years'> {
  years: Iterable<YearSources>;
}

/**
 * Reads every source that was asked for, and its whole year, because some checks compare the projects of a year.
 * Throws EnvironmentError when a folder is missing, empty or unreadable.
 */
export function readSources(request: SourceRequest): SelectedSources {
  const { years, ...rest } = openSources(request);
  return { years: [...years], ...rest };
}

/** The same, office by office: an EnvironmentError may come with any of them. */
export function openSources(request: SourceRequest): OpenedSources {
  const { cwd, year, shard } = request;
  if (shard !== undefined) return openShard(request, shard);
  if (request.paths.length === 0) {
    const strays = lazy(() =>
      findStrays(resolve(cwd, request.projects), (path) => showPath(cwd, path), year),
    );
    const listed = yearFolders(request, strays).map(listOffices);
    const folders = listed.flat().flatMap(listFolders);
    const whole = new Set(folders.map(({ folder }) => showPath(cwd, folder)));
    return { years: readYears(request, listed, strays), selection: null, whole, strays: strays() };
  }
  const whole = new Set<string>();
  const folders = new Set<string>();
  const selection = new Set<string>();
  const strays = new Map<string, Diagnostic>();
  for (const path of request.paths) {
    const found = findPath(request, path);
    for (const folder of found.years) folders.add(folder);
    for (const file of found.files) selection.add(showPath(cwd, file));
    for (const folder of found.whole) whole.add(showPath(cwd, folder));
    for (const stray of found.strays) strays.set(stray.at.file, stray);
  }
  const found = [...strays.values()];
  const listed = [...folders].sort(compareText).map(listOffices);
  return { years: readYears(request, listed, () => found), selection, whole, strays: found };
}

/** One part of everything: its files are selected, and read with the rest of their office and the booklet.yaml of those above it. */
function openShard(request: SourceRequest, shard: Shard): OpenedSources {
  const { cwd, projects, year } = request;
  if (request.paths.length > 0) throw new EnvironmentError('usage/shard-paths');
  const strays = () => findStrays(resolve(cwd, projects), (path) => showPath(cwd, path), year);
  const offices = yearFolders(request, strays).flatMap(listOffices);
  const loads = offices.map((office) => {
    const files = listFolders(office).flatMap((folder) => folder.files);
    return {
      office: office.path,
      files: files.map((file) => ({ file: showPath(cwd, file), size: sizeOf(file) })),
    };
  });
  const taken = takeShard(loads, shard);
  const selection = new Set([...taken, ...listUnread(cwd, offices, loads, taken)]);
  const isTouched = (_: OfficeFolder, index: number) =>
    loads[index]?.files.some(({ file }) => taken.has(file)) === true;
  const touched = offices.filter(isTouched);
  const above = new Set(
    touched.flatMap(({ path }) => path.split('/').map((_, at, steps) => steps.slice(0, at).join('/'))),
  );
  const isNeeded = (office: OfficeFolder, index: number) => {
    // One that holds offices is not empty.
    const before = offices[index - 1];
    const isFirstBelow =
      before !== undefined && isTouched(before, index - 1) && office.path.startsWith(`${before.path}/`);
    return isFirstBelow || above.has(office.path);
  };
  const readAll = function* () {
    for (const [index, office] of offices.entries()) {
      const names = office.names.filter((name) => stemOf(name) === BOOKLET_STEM);
      if (isTouched(office, index)) yield readOffice(cwd, office);
      else if (isNeeded(office, index)) yield readOffice(cwd, { ...office, names }, { hasResults: false });
    }
  };
  // Each is reported once, by the first.
  return { years: readAll(), selection, whole: new Set(), strays: shard.index === 1 ? strays() : [] };
}

/** The booklet.yaml that are not there or not read: what there is to say of one is said by the shard of the first file behind it. */
function listUnread(
  cwd: string,
  offices: readonly OfficeFolder[],
  loads: readonly Load[],
  taken: ReadonlySet<string>,
): string[] {
  const read = new Set(loads.flatMap(({ files }) => files.map(({ file }) => file)));
  let first = '';
  return offices
    .map((office, index) => ({ office, load: loads[index] }))
    .reverse()
    .flatMap(({ office: { folder, twins }, load }) => {
      first = load?.files[0]?.file ?? first;
      if (!taken.has(first)) return [];
      return [folder, ...twins.map((twin) => twin.folder)]
        .map((path) => showPath(cwd, join(path, `${BOOKLET_STEM}.yaml`)))
        .filter((file) => !read.has(file));
    });
}

function sizeOf(file: string): number {
  return lstatSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

interface FoundPath {
  years: string[];
  whole: string[];
  files: string[];
  strays: Diagnostic[];
}

/** What a path on the command line names. Throws EnvironmentError `sources/…` when there is no source in it. */
function findPath({ cwd, projects, year }: SourceRequest, path: string): FoundPath {
  if (path.trim() === '') throw new EnvironmentError('sources/empty-path');
  const absolute = resolve(cwd, path);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (stat === undefined) throw new EnvironmentError('sources/no-such-path', { path });
  const isSource = isSourceName(basename(absolute));
  const folder = isSource ? dirname(absolute) : absolute;
  const above = findYearFolder(folder, resolve(cwd, projects));
  // A source that is in no year's folder is taken for a table of a year of that name.
  const around = above ?? folder;
  refuseLinks(cwd, around, folder);
  const otherYear = () => new EnvironmentError('sources/other-year', { path, year: year ?? '' });
  if (isSource) {
    if (!isOfYear(around, year)) throw otherYear();
    const goals = goalsOf(around, folder);
    const isRead = listOffices(around).some((office) => office.folder === goals);
    if (!isRead) throw new EnvironmentError('sources/no-office', { path, folder: showPath(cwd, folder) });
    return { years: [around], whole: [], files: [absolute], strays: [] };
  }
  if (!stat.isDirectory()) throw new EnvironmentError('sources/not-a-source', { path });
  const show = (stray: string) => showPath(cwd, stray);
  if (above !== null && above !== absolute) {
    if (!isOfYear(above, year)) throw otherYear();
    const isBelow = (inside: string) => inside === absolute || inside.startsWith(`${absolute}${sep}`);
    const found = toFound([above], isBelow);
    if (found.whole.length === 0) throw new EnvironmentError('sources/nothing-here#office', { path });
    const strays = findStrays(above, show);
    return { ...found, strays: strays.filter(({ at }) => at.file.startsWith(`${show(absolute)}/`)) };
  }
  const within = yearFoldersWithin(absolute);
  const years = within.filter((inside) => isOfYear(inside, year));
  if (within.length > 0 && years.length === 0) throw otherYear();
  if (years.length === 0) throw new EnvironmentError('sources/nothing-here', { path });
  return { ...toFound(years, () => true), strays: findStrays(absolute, show, year) };
}

/** Those of the folders of these years, and of their results, that are meant. */
function toFound(years: string[], isMeant: (folder: string) => boolean): Omit<FoundPath, 'strays'> {
  const folders = years
    .flatMap(listOffices)
    .flatMap(listFolders)
    .filter(({ folder }) => isMeant(folder));
  return {
    years,
    whole: folders.map(({ folder }) => folder),
    files: folders.flatMap(({ files }) => files),
  };
}

function isOfYear(folder: string, year: string | undefined): boolean {
  return year === undefined || basename(folder) === year;
}

/** The folder of the goals, where a folder holds results. */
function goalsOf(year: string, folder: string): string {
  const split = splitAtResults(relative(year, folder).split(sep));
  return split && toResultsPlace(split.inside) ? join(year, ...split.goals) : folder;
}

/** No folder between a year's and one that is named by path may lead elsewhere, as no link below a year is followed. */
function refuseLinks(cwd: string, year: string, folder: string): void {
  const link = findLink(year, `${relative(year, folder).split(sep).join('/')}/`);
  if (link !== null) throw new EnvironmentError('sources/link', { path: showPath(cwd, link) });
}

/**
 * The same for one side of a comparison, where a folder, a year or its projects may be missing because they are to come or
 * have gone.
 */
export function readYearsIfAny(
  request: Omit<SourceRequest, 'paths'>,
): Pick<SelectedSources, 'years' | 'strays'> {
  const root = resolve(request.cwd, request.projects);
  if (!existsSync(root) || !statSync(root).isDirectory()) return { years: [], strays: [] };
  const years = yearFoldersWithin(root).filter((folder) => isOfYear(folder, request.year));
  return {
    years: years.flatMap(listOffices).map((office) => readOffice(request.cwd, office)),
    strays: findStrays(root, (path) => showPath(request.cwd, path), request.year),
  };
}

function yearFolders({ cwd, projects, year }: SourceRequest, strays: () => Diagnostic[]): string[] {
  const root = resolve(cwd, projects);
  const shown = showPath(cwd, root);
  if (!existsSync(root)) throw new EnvironmentError('sources/no-folder', { folder: shown });
  if (!statSync(root).isDirectory()) throw new EnvironmentError('sources/not-a-folder', { folder: shown });
  const years = yearFoldersWithin(root).filter((folder) => isOfYear(folder, year));
  if (years.length > 0) return years;
  const [stray] = year === undefined ? strays() : [];
  if (stray !== undefined)
    throw new EnvironmentError('sources/no-years#stray', { folder: shown, file: stray.at.file });
  throw new EnvironmentError(year === undefined ? 'sources/no-years' : 'sources/no-such-year', {
    folder: shown,
    year: year ?? '',
  });
}

/** A folder named by four digits is a year; any other folder given by path is taken for its year folders, else itself. */
function yearFoldersWithin(root: string): string[] {
  if (isYear(basename(root))) return [root];
  return readFolder(root)
    .filter((entry) => entry.isDirectory() && isYear(entry.name))
    .map((entry) => join(root, entry.name))
    .sort(compareText);
}

function* readYears(
  { cwd, read: readOne }: SourceRequest,
  years: readonly OfficeFolder[][],
  strays: () => Diagnostic[],
): Generator<YearSources> {
  const empty: string[] = [];
  for (const offices of years) {
    for (const office of offices) {
      const read = readOffice(cwd, office, { read: readOne });
      const { tables, results, diagnostics } = read;
      const inResults = results.flatMap((own) => [own.sources, own.diagnostics]);
      const isFilled =
        offices.length > 1 || [tables, diagnostics, ...inResults].some(({ length }) => length > 0);
      // A year that was just begun is no reason not to make the others.
      if (isFilled) yield read;
      else empty.push(read.folder);
    }
  }
  const [folder] = empty;
  if (folder === undefined || empty.length < years.length) return;
  const [stray] = strays();
  throw stray === undefined
    ? new EnvironmentError('sources/no-projects', { folder })
    : new EnvironmentError('sources/no-projects#stray', { folder, file: stray.at.file });
}
