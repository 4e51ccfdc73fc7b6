import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ResultsPlace } from '../read/results-place.ts';
import {
  BOOKLET_STEM,
  byStem,
  gatherResults,
  gatherYear,
  isSourceName,
  isYear,
  refuseSource,
  stemOf,
  UNPRINTABLE,
  type YearSources,
} from '../read/source.ts';
import { compareText, type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import {
  findLinkBetween,
  findYearFolder,
  listOffices,
  type OfficeFolder,
  readFolder,
} from './office-folders.ts';
import { listResultsFolders, splitResultsFolder } from './results-folders.ts';
import { type Shard, takeShard } from './shards.ts';
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

/** Sources that are read while they are gone through: nobody has to hold them all. */
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
    return { years: readYears(cwd, listed, strays), selection: null, whole, strays: strays() };
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
  return { years: readYears(cwd, listed, () => found), selection, whole, strays: found };
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
  const selection = takeShard(loads, shard);
  const isTouched = (_: OfficeFolder, index: number) =>
    loads[index]?.files.some(({ file }) => selection.has(file)) === true;
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
      else if (isNeeded(office, index)) yield readOffice(cwd, { ...office, names }, false);
    }
  };
  // Each is reported once, by the first.
  return { years: readAll(), selection, whole: new Set(), strays: shard.index === 1 ? strays() : [] };
}

function sizeOf(file: string): number {
  return lstatSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What a path on the command line names. Throws EnvironmentError `sources/…` when there is no source in it. */
function findPath(
  { cwd, projects, year }: SourceRequest,
  path: string,
): { years: string[]; whole: string[]; files: string[]; strays: Diagnostic[] } {
  if (path.trim() === '') throw new EnvironmentError('sources/empty-path');
  const absolute = resolve(cwd, path);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (stat === undefined) throw new EnvironmentError('sources/no-such-path', { path });
  const root = resolve(cwd, projects);
  if (isSourceName(basename(absolute))) {
    const folder = dirname(absolute);
    // One that is in no year's folder is taken for a table of a year of that name.
    const around = findYearFolder(folder, root) ?? folder;
    refuseLinks(cwd, around, folder);
    if (year !== undefined && basename(around) !== year)
      throw new EnvironmentError('sources/other-year', { path, year });
    const { goals } = splitResultsFolder(folder);
    const isRead = listOffices(around).some((office) => office.folder === goals);
    if (!isRead) throw new EnvironmentError('sources/no-office', { path, folder: showPath(cwd, folder) });
    return { years: [around], whole: [], files: [absolute], strays: [] };
  }
  const above = findYearFolder(absolute, root);
  refuseLinks(cwd, above ?? absolute, absolute);
  if (!stat.isDirectory()) throw new EnvironmentError('sources/not-a-source', { path });
  if (above !== null && above !== absolute) return findBelow({ cwd, year }, path, above);
  const within = yearFoldersWithin(absolute);
  const years = within.filter((folder) => year === undefined || basename(folder) === year);
  if (within.length > 0 && years.length === 0)
    throw new EnvironmentError('sources/other-year', { path, year: year ?? '' });
  if (years.length === 0) throw new EnvironmentError('sources/nothing-here', { path });
  const folders = years.flatMap(listOffices).flatMap(listFolders);
  return {
    years,
    whole: folders.map(({ folder }) => folder),
    files: folders.flatMap(({ files }) => files),
    strays: findStrays(absolute, (path) => showPath(cwd, path), year),
  };
}

/** The same for a folder below a year's: the offices, or the folders of results, that it is or holds. */
function findBelow(
  { cwd, year }: Pick<SourceRequest, 'cwd' | 'year'>,
  path: string,
  above: string,
): ReturnType<typeof findPath> {
  const absolute = resolve(cwd, path);
  if (year !== undefined && basename(above) !== year)
    throw new EnvironmentError('sources/other-year', { path, year });
  const folders = listOffices(above)
    .flatMap(listFolders)
    .filter(({ folder }) => folder === absolute || folder.startsWith(`${absolute}${sep}`));
  if (folders.length === 0) throw new EnvironmentError('sources/nothing-here#office', { path });
  const strays = findStrays(above, (stray) => showPath(cwd, stray));
  return {
    years: [above],
    whole: folders.map(({ folder }) => folder),
    files: folders.flatMap(({ files }) => files),
    strays: strays.filter(({ at }) => at.file.startsWith(`${showPath(cwd, absolute)}/`)),
  };
}

/** No folder between a year's and one that is named by path may lead elsewhere, as no link below a year is followed. */
function refuseLinks(cwd: string, year: string, folder: string): void {
  const link = findLinkBetween(year, folder);
  if (link !== null) throw new EnvironmentError('sources/link', { path: showPath(cwd, link) });
}

/** A folder that is to be written to is not followed elsewhere. */
export function refuseLink(cwd: string, folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new EnvironmentError('sources/link', { path: showPath(cwd, folder) });
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
  const years = yearFoldersWithin(root).filter(
    (folder) => request.year === undefined || basename(folder) === request.year,
  );
  return {
    years: years.flatMap((folder) => readYear(request.cwd, folder)),
    strays: findStrays(root, (path) => showPath(request.cwd, path), request.year),
  };
}

/** Relative to the working directory with forward slashes; absolute when it lies outside. */
export function showPath(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute);
  const outside = path === '' || path.startsWith(`..${sep}`) || path === '..' || isAbsolute(path);
  const shown = (outside ? absolute : path).split(sep).join('/').normalize('NFC');
  return shown.replace(UNPRINTABLE, '\ufffd');
}

function yearFolders({ cwd, projects, year }: SourceRequest, strays: () => Diagnostic[]): string[] {
  const root = resolve(cwd, projects);
  const shown = showPath(cwd, root);
  if (!existsSync(root)) throw new EnvironmentError('sources/no-folder', { folder: shown });
  if (!statSync(root).isDirectory()) throw new EnvironmentError('sources/not-a-folder', { folder: shown });
  const years = yearFoldersWithin(root).filter((folder) => year === undefined || basename(folder) === year);
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
  cwd: string,
  years: readonly OfficeFolder[][],
  strays: () => Diagnostic[],
): Generator<YearSources> {
  const empty: string[] = [];
  for (const offices of years) {
    for (const office of offices) {
      const read = readOffice(cwd, office);
      const { projects, results, diagnostics } = read;
      const inResults = results.flatMap((own) => [own.sources, own.diagnostics]);
      const isFilled =
        offices.length > 1 || [projects, diagnostics, ...inResults].some(({ length }) => length > 0);
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

function readYear(cwd: string, folder: string): YearSources[] {
  return listOffices(folder).map((office) => readOffice(cwd, office));
}

function readOffice(cwd: string, office: OfficeFolder, hasResults = true): YearSources {
  const readAll = (files: readonly string[]) =>
    files.map((path) => ({ file: showPath(cwd, path), ...readFile(path) }));
  const [{ files }, ...listed] = listFolders(office);
  const folders = hasResults ? listed : [];
  const results = folders.map(({ folder, place, files }) =>
    gatherResults(place, showPath(cwd, folder), readAll(files)),
  );
  const read = gatherYear(office.path, showPath(cwd, office.folder), readAll(files), results);
  const twins = office.twins.map(({ folder, other }) => {
    const at = { file: `${showPath(cwd, folder)}/${BOOKLET_STEM}.yaml`, start: 0, end: 0 };
    return diagnose('error', 'file/same-name#folder', at, { other: showPath(cwd, other) });
  });
  return { ...read, diagnostics: [...read.diagnostics, ...twins] };
}

function readFile(path: string): { bytes: Buffer } | { refusal: string } {
  const refusal = refuse(path);
  if (refusal !== null) return { refusal };
  const bytes = readBytes(path);
  return bytes === null ? { refusal: 'file/gone' } : { bytes };
}

interface Listed {
  folder: string;
  /** Its sources in a fixed order. */
  files: string[];
}

/** An office's own folder, then those of its results. */
function listFolders({ folder, names }: OfficeFolder): [Listed, ...(Listed & { place: ResultsPlace })[]] {
  const inOrder = (within: string, names: readonly string[]) =>
    names.toSorted(byStem).map((name) => join(within, name));
  const results = listResultsFolders(folder).map(({ path, ...place }) => {
    const own = readFolder(path).map(({ name }) => name);
    return { folder: path, files: inOrder(path, own.filter(isSourceName)), place };
  });
  return [{ folder, files: inOrder(folder, names) }, ...results];
}

/** Null when the file was moved away meanwhile. Throws EnvironmentError when it may not be read. */
function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new EnvironmentError('sources/unreadable', { path }, cause);
  }
}

/** Why a file is not read at all, or null. */
function refuse(path: string): string | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'file/gone';
  const kind = stat.isSymbolicLink() ? 'link' : stat.isFile() ? 'file' : 'other';
  return refuseSource(basename(path), kind, stat.size);
}
