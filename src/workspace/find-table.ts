import { lstatSync, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { isResultsFolder } from '../read/results-place.ts';
import { BOOKLET_STEM, isEditorsOwn, stemOf } from '../read/source.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { showPath } from './show-path.ts';
import { listNames, listYears } from './year-folder.ts';

/** The files of a year or an office, however deep its folders are. */
export interface FolderFiles {
  /** Absolute, in order. */
  sources: string[];
  /** What is no source, or could show another file: as it is shown. */
  others: string[];
  results: string[];
}

/** What is at a path; a link is neither file nor folder, null is nothing, be it below a file. */
export function kindOf(cwd: string, path: string): 'file' | 'folder' | 'other' | null {
  const stat = statIfAny(resolve(cwd, path));
  if (stat === undefined) return null;
  return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
}

function statIfAny(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw cause;
  }
}

/** Lists a folder with what is below it. Links are not followed. Throws EnvironmentError `sources/unreadable`. */
export function listFiles(cwd: string, folder: string): FolderFiles {
  const found: FolderFiles = { sources: [], others: [], results: [] };
  for (const name of listNames(folder)) {
    const path = join(folder, name);
    if (isEditorsOwn(name)) continue;
    const stat = statIfAny(path);
    if (stat?.isDirectory() && isResultsFolder(name)) found.results.push(showPath(cwd, path));
    else if (stat?.isDirectory()) {
      const inner = listFiles(cwd, path);
      found.sources.push(...inner.sources);
      found.others.push(...inner.others);
      found.results.push(...inner.results);
    } else if (stat?.isFile() && /\.yaml$/iu.test(name)) found.sources.push(path);
    else found.others.push(showPath(cwd, path));
  }
  return found;
}

/**
 * The table that a name means: the one of the latest year that has it. Throws EnvironmentError when no year has it, or one has
 * it in several folders. `except` is not looked at: the file that is about to be written.
 */
export function findTable(cwd: string, projects: string, name: string, except: string): string {
  const wanted = name.normalize('NFC');
  const known: string[] = [];
  for (const year of listYears(cwd, projects).toReversed()) {
    const { sources } = listFiles(cwd, join(resolve(cwd, projects), year));
    const tables = sources.filter((path) => path !== except && toStem(path) !== BOOKLET_STEM);
    const [path, ...more] = tables.filter((table) => toStem(table) === wanted);
    if (path !== undefined && more.length === 0) return path;
    if (path !== undefined) {
      const files = [path, ...more].map((table) => showPath(cwd, table));
      throw new EnvironmentError('new/from-ambiguous', {
        name,
        files: files.join('、'),
        first: files[0] ?? '',
      });
    }
    known.push(...tables.map(toStem));
  }
  const near = known.filter((stem) => stem.includes(wanted) || wanted.includes(stem)).slice(0, 3);
  if (near.length === 0) throw new EnvironmentError('new/from-unknown', { name });
  throw new EnvironmentError('new/from-unknown#near', { name, near: [...new Set(near)].join('、') });
}

function toStem(path: string): string {
  return stemOf(path.replaceAll('\\', '/'));
}
