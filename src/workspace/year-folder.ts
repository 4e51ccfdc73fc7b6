import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeSource, isYear, type Source } from '../read/source.ts';
import { compareText, type Outcome } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { showPath } from './show-path.ts';

/** The years that have a folder, in order; a new one may be empty still. Throws EnvironmentError `sources/…`. */
export function listYears(cwd: string, projects: string): string[] {
  const root = resolve(cwd, projects);
  const folder = showPath(cwd, root);
  if (!existsSync(root)) throw new EnvironmentError('sources/no-folder', { folder });
  if (!statSync(root).isDirectory()) throw new EnvironmentError('sources/not-a-folder', { folder });
  return listNames(root).filter((name) => isYear(name) && lstatSync(join(root, name)).isDirectory());
}

/** What is in a folder, in order; nothing when there is no such folder. Throws EnvironmentError `sources/unreadable`. */
export function listNames(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder).sort(compareText) : [];
  } catch (cause) {
    throw new EnvironmentError('sources/unreadable', { path: folder }, cause);
  }
}

/** One source; null when there is no such file. Throws EnvironmentError `sources/unreadable`. */
export function readSourceIfAny(cwd: string, path: string): Outcome<Source> | null {
  const absolute = resolve(cwd, path);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  const file = showPath(cwd, absolute);
  if (!stat.isFile()) throw new EnvironmentError('sources/unreadable', { path: file });
  try {
    return decodeSource(file, readFileSync(absolute));
  } catch (cause) {
    throw new EnvironmentError('sources/unreadable', { path: file }, cause);
  }
}
