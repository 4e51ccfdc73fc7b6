import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { basename } from 'node:path';
import { type FoundFile, refuseSource } from '../read/source.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { showPath } from './show-path.ts';

/** What is at an absolute path. Throws EnvironmentError when it may not be read. */
export type ReadSource = (cwd: string, path: string) => FoundFile;

export const readSource: ReadSource = (cwd, path) => read(cwd, path, lookAt(path));

/**
 * Milliseconds for which a file with new times is read at every look. Some disks count time in steps of two seconds: what is
 * written twice within one has the same times.
 */
const UNSETTLED = 2500;

/**
 * For a program that looks again and again: every file is looked at, and read again only when its size, times or number are
 * others, or were others a moment ago. What is unchanged is the very object that was given before. `clock`: milliseconds.
 */
export function createSourceReader(clock = () => performance.now()): ReadSource {
  const known = new Map<string, { stats: Stats; since: number; readAt: number; found: FoundFile }>();
  return (cwd, path) => {
    const stats = lookAt(path);
    const last = known.get(path);
    const now = clock();
    const isSame = stats !== undefined && last !== undefined && hasSameStats(stats, last.stats);
    if (isSame && last.readAt - last.since > UNSETTLED) return last.found;
    const found = read(cwd, path, stats);
    if (stats === undefined) known.delete(path);
    else known.set(path, { stats, since: isSame ? last.since : now, readAt: now, found });
    return found;
  };
}

function hasSameStats(one: Stats, other: Stats): boolean {
  return (
    one.mtimeMs === other.mtimeMs &&
    one.ctimeMs === other.ctimeMs &&
    one.size === other.size &&
    one.ino === other.ino &&
    one.dev === other.dev
  );
}

function lookAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function read(cwd: string, path: string, stats: Stats | undefined): FoundFile {
  const file = showPath(cwd, path);
  if (stats === undefined) {
    // A name in GBK cannot be looked up by what Node made of it.
    const isGarbled = basename(path).includes('\ufffd');
    return { file, refusal: isGarbled ? 'file/name-characters' : 'file/gone' };
  }
  const kind = stats.isSymbolicLink() ? 'link' : stats.isFile() ? 'file' : 'other';
  const refusal = refuseSource(basename(path), kind, stats.size);
  if (refusal !== null) return { file, refusal };
  const bytes = readBytes(path);
  return bytes === null ? { file, refusal: 'file/gone' } : { file, bytes };
}

/** Null when the file was moved away meanwhile. */
function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new EnvironmentError('sources/unreadable', { path }, cause);
  }
}
