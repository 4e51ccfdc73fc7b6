import { accessSync, constants, lstatSync, mkdirSync, type Stats, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { EnvironmentError } from '../util/environment-error.ts';

/**
 * The folder of this user that an unpacked browser is kept in. Creates nothing, and answers the same until the machine
 * changes. `JIXIAOCE_CACHE_DIR` is taken as it is; without a home that can be written to, a folder of the user's own in
 * the temporary folder serves, and `ensurePrivateFolder` makes sure that nobody else has put it there.
 */
export function chooseCacheFolder(env: NodeJS.ProcessEnv): string {
  const chosen = env.JIXIAOCE_CACHE_DIR;
  if (chosen) return resolve(chosen);
  const home = env.HOME || homedir();
  const xdg = env.XDG_CACHE_HOME;
  // The XDG specification: a relative path in it is to be ignored.
  const base = xdg && isAbsolute(xdg) ? xdg : isFolder(home) ? join(home, '.cache') : undefined;
  if (base !== undefined && canBeMade(base)) return join(base, 'jixiaoce');
  return join(tmpdir(), `jixiaoce-${process.getuid?.() ?? 'user'}`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether `path` can be written to, or made in the nearest folder above it that exists. */
function canBeMade(path: string): boolean {
  let folder = path;
  while (!isFolder(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes the folder with mode 0700 when it is missing. One that is there must be ours and closed to others' writing:
 * what we start from it would run with our rights. Fails with browser/cache-not-private or browser/cache-not-writable.
 */
export function ensurePrivateFolder(path: string): void {
  let stats: Stats;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    stats = lstatSync(path);
  } catch (error) {
    throw new EnvironmentError('browser/cache-not-writable', { path, detail: readErrorCode(error) }, error);
  }
  if (!stats.isDirectory() || !isOursAlone(stats, 0o022)) {
    throw new EnvironmentError('browser/cache-not-private', { path });
  }
}

/** True when we own it and none of the mode bits in `forbidden` (those of group and others) is set. */
export function isOursAlone(stats: Stats, forbidden: number): boolean {
  return stats.uid === process.getuid?.() && (stats.mode & forbidden) === 0;
}

/** `ENOSPC`, `EACCES` …: what the system calls the failure; the message for anything else. */
export function readErrorCode(error: unknown): string {
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message;
  return String(error);
}
