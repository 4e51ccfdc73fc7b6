import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  byStem,
  gatherResults,
  gatherYear,
  isSourceName,
  isYear,
  refuseSource,
  UNPRINTABLE,
  type YearSources,
} from '../read/source.ts';
import { compareText, type Diagnostic } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { listResultsFolders, splitResultsFolder } from './results-folders.ts';
import { findStrays } from './stray-files.ts';

export interface SourceRequest {
  /** The working directory: paths are given and shown relative to it. */
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  /** Only this year. */
  year?: string | undefined;
  /** Only these files or folders, as the user wrote them; empty for all. */
  paths: string[];
}

export interface SelectedSources {
  years: YearSources[];
  /** The files asked for by path, as they are shown; null when everything was asked for. */
  selection: Set<string> | null;
  /** The folders of the years that were asked for as a whole, as they are shown. */
  whole: ReadonlySet<string>;
  /** What looks like a source where it was looked for and is not read. */
  strays: Diagnostic[];
}

/**
 * Reads every source that was asked for, and its whole year, because some checks compare the projects of a year.
 * Throws EnvironmentError when a folder is missing, empty or unreadable.
 */
export function readSources(request: SourceRequest): SelectedSources {
  const { cwd, year } = request;
  if (request.paths.length === 0) {
    const strays = () => findStrays(resolve(cwd, request.projects), (path) => showPath(cwd, path), year);
    const years = readYears(request, yearFolders(request, strays), strays);
    const whole = new Set(
      years.flatMap(({ folder, results }) => [folder, ...results.map((own) => own.folder)]),
    );
    return { years, selection: null, whole, strays: strays() };
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
  const years = readYears(request, [...folders].sort(compareText), () => [...strays.values()]);
  return { years, selection, whole, strays: [...strays.values()] };
}

/** What a path on the command line names. Throws EnvironmentError `sources/…` when there is no source in it. */
function findPath(
  { cwd, year }: SourceRequest,
  path: string,
): { years: string[]; whole: string[]; files: string[]; strays: Diagnostic[] } {
  if (path.trim() === '') throw new EnvironmentError('sources/empty-path');
  const absolute = resolve(cwd, path);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (stat === undefined) throw new EnvironmentError('sources/no-such-path', { path });
  if (isSourceName(basename(absolute))) {
    const folder = splitResultsFolder(dirname(absolute));
    refuseLink(cwd, dirname(absolute));
    if (year !== undefined && basename(folder.goals) !== year)
      throw new EnvironmentError('sources/other-year', { path, year });
    return { years: [folder.goals], whole: [], files: [absolute], strays: [] };
  }
  refuseLink(cwd, absolute);
  if (!stat.isDirectory()) throw new EnvironmentError('sources/not-a-source', { path });
  const ofResults = splitResultsFolder(absolute);
  if (ofResults.inside.length > 0) return findResults(cwd, absolute, ofResults.goals);
  const within = yearFoldersWithin(absolute);
  const years = within.filter((folder) => year === undefined || basename(folder) === year);
  if (within.length > 0 && years.length === 0)
    throw new EnvironmentError('sources/other-year', { path, year: year ?? '' });
  if (years.length === 0) throw new EnvironmentError('sources/nothing-here', { path });
  return {
    years,
    whole: years.flatMap((folder) => [folder, ...listResultsFolders(folder).map(({ path }) => path)]),
    files: years.flatMap((folder) => [
      ...listFolder(folder),
      ...listResultsFolders(folder).flatMap(({ path }) => listFolder(path)),
    ]),
    strays: findStrays(absolute, (path) => showPath(cwd, path), year),
  };
}

/** The same for 自评, 监控 or one of its months. */
function findResults(cwd: string, folder: string, goals: string) {
  const within = listResultsFolders(goals).filter(({ path }) => path === folder || dirname(path) === folder);
  if (within.length === 0)
    throw new EnvironmentError('sources/nothing-here', { path: showPath(cwd, folder) });
  const whole = within.map(({ path }) => path);
  return { years: [goals], whole, files: whole.flatMap(listFolder), strays: [] };
}

/** Neither a folder given by path nor the year around a file is followed elsewhere, as no link below a year is. */
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
    years: years.map((folder) => readYear(request.cwd, folder)),
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

function readYears({ cwd }: SourceRequest, folders: string[], strays: () => Diagnostic[]): YearSources[] {
  const years = folders.map((folder) => readYear(cwd, folder));
  const filled = years.filter(({ projects, diagnostics }) => projects.length > 0 || diagnostics.length > 0);
  const [empty] = years;
  if (filled.length === 0 && empty !== undefined) {
    const [stray] = strays();
    throw stray === undefined
      ? new EnvironmentError('sources/no-projects', { folder: empty.folder })
      : new EnvironmentError('sources/no-projects#stray', { folder: empty.folder, file: stray.at.file });
  }
  // A year that was just begun is no reason not to make the others.
  return filled;
}

function readYear(cwd: string, folder: string): YearSources {
  const readAll = (from: string) =>
    listFolder(from).map((path) => ({ file: showPath(cwd, path), ...readFile(path) }));
  const results = listResultsFolders(folder).map(({ path, ...place }) =>
    gatherResults(place, showPath(cwd, path), readAll(path)),
  );
  return gatherYear(basename(folder), showPath(cwd, folder), readAll(folder), results);
}

function readFile(path: string): { bytes: Buffer } | { refusal: string } {
  const refusal = refuse(path);
  if (refusal !== null) return { refusal };
  const bytes = readBytes(path);
  return bytes === null ? { refusal: 'file/gone' } : { bytes };
}

/** The folder's YAML files in a fixed order. */
function listFolder(folder: string): string[] {
  return readFolder(folder)
    .map((entry) => entry.name)
    .filter(isSourceName)
    .sort(byStem)
    .map((name) => join(folder, name));
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new EnvironmentError('sources/unreadable', { path: folder }, cause);
  }
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
