import { type Dirent, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isResultsFolder } from '../read/results-place.ts';
import { BOOKLET_STEM, isSourceName, isYear, stemOf } from '../read/source.ts';
import { compareText } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { isPassedOver } from './strays.ts';

/** A year's folder, or one below it that holds a booklet.yaml. */
export interface OfficeFolder {
  /** Absolute. */
  folder: string;
  /** Its steps from the folder of the years, in Unicode form C. */
  path: string;
  /** The names of its sources, in no order. */
  names: string[];
  /** Folders in it that are not read, each because its name looks like that of another one. */
  twins: { folder: string; other: string }[];
}

/**
 * A year with all its offices, each behind the one above it; of another folder, itself. Links are not followed. Throws
 * EnvironmentError `sources/unreadable`.
 */
export function listOffices(year: string): OfficeFolder[] {
  const name = basename(year);
  if (isYear(name)) return walk(year, name);
  const names = readFolder(year)
    .map((entry) => entry.name)
    .filter(isSourceName);
  return [{ folder: year, path: name.normalize('NFC'), names, twins: [] }];
}

function walk(folder: string, path: string): OfficeFolder[] {
  const entries = readFolder(folder);
  const names = entries.map(({ name }) => name).filter(isSourceName);
  const own: OfficeFolder = { folder, path, names, twins: [] };
  const known = new Map<string, string>();
  const below = entries
    .filter((entry) => entry.isDirectory() && !isPassedOver(entry.name) && !isResultsFolder(entry.name))
    .map(({ name }) => name)
    .sort(compareText)
    .flatMap((name) => {
      const found = walk(join(folder, name), `${path}/${name.normalize('NFC')}`);
      const key = name.normalize('NFC').toLowerCase();
      const other = known.get(key);
      known.set(key, name);
      if (other === undefined || found.length === 0) return found;
      own.twins.push({ folder: join(folder, name), other: join(folder, other) });
      return [];
    });
  const isOffice = !path.includes('/') || names.some((name) => stemOf(name) === BOOKLET_STEM);
  if (isOffice) return [own, ...below];
  // Twins in a folder that is none itself belong to its first office, which is as good a place as any.
  below[0]?.twins.push(...own.twins);
  return below;
}

/** The year's folder that a folder is, or lies below: by the folder of the years where it lies in that; null when there is none. */
export function findYearFolder(folder: string, projects: string): string | null {
  const [first] = relative(projects, folder).split(sep);
  if (first !== undefined && isYear(first)) return join(projects, first);
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (isYear(basename(above))) return above;
  }
  return null;
}

export function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    // A name in GBK cannot be looked up by what Node made of it.
    const code = basename(folder).includes('\ufffd') ? 'sources/garbled' : 'sources/unreadable';
    throw new EnvironmentError(code, { path: folder }, cause);
  }
}
