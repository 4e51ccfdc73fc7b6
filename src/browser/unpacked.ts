import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOursAlone, readErrorCode } from './cache.ts';

/** What was unpacked, written last: a folder without it is no browser. */
export interface Stamp {
  /** The folder it was unpacked for: fonts.conf names it. A folder that was moved is unpacked anew. */
  destination: string;
  /** Of the executable, in hex. */
  sha256: string;
  /** Size in bytes by path; the executable is `chromium`. */
  files: Record<string, number>;
  /** True when the system lacks libraries that the browser needs, and those unpacked beside it serve. */
  ownLibraries: boolean;
}

const stampName = 'stamp.json';
const hour = 3_600_000;
const day = 24 * hour;

/** Every executable gets this date when it is unpacked: any later writing moves it, and then its hash is computed again. */
export const plantDate = new Date('2020-01-01T00:00:00Z');

export async function writeStamp(folder: string, stamp: Stamp): Promise<void> {
  await writeFile(join(folder, stampName), JSON.stringify(stamp, undefined, 2), { mode: 0o600, flag: 'wx' });
}

/** Only for a folder that `isComplete`. */
export async function readStamp(folder: string): Promise<Stamp> {
  return JSON.parse(await readFile(join(folder, stampName), 'utf8')) as Stamp;
}

/**
 * Whether the folder is ours alone and holds a whole browser, unchanged since it was unpacked. A look at sizes and one
 * date, under a millisecond; the executable is read (0.2 s) only when its date was moved, as restoring a backup does.
 */
export async function isComplete(folder: string): Promise<boolean> {
  try {
    const place = await lstat(folder);
    if (!place.isDirectory() || !isOursAlone(place, 0o077)) return false;
    const stamp = await readStamp(folder);
    if (stamp.destination !== folder) return false;
    const files = await Promise.all(
      Object.entries(stamp.files).map(async ([path, size]) => ({
        size,
        stats: await lstat(join(folder, path)),
      })),
    );
    if (!files.every(({ size, stats }) => stats.isFile() && stats.size === size && isOursAlone(stats, 0o022)))
      return false;
    const executable = join(folder, 'chromium');
    return hasPlantDate(await lstat(executable)) || (await restorePlantDate(executable, stamp.sha256));
  } catch {
    return false;
  }
}

function hasPlantDate(stats: Stats): boolean {
  return (stats.mode & 0o100) !== 0 && stats.mtimeMs === plantDate.getTime();
}

async function restorePlantDate(executable: string, sha256: string): Promise<boolean> {
  if (((await lstat(executable)).mode & 0o100) === 0) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(executable, { highWaterMark: 1 << 20 })) hash.update(chunk);
  if (hash.digest('hex') !== sha256) return false;
  await utimes(executable, plantDate, plantDate);
  return true;
}

/** Whoever comes first wins. A damaged folder is moved aside whole, never mended file by file: others may run from it. */
export async function moveIntoPlace(temporary: string, folder: string): Promise<void> {
  if (await isComplete(folder)) return;
  const aside = `${temporary}-damaged`;
  try {
    await rename(folder, aside).catch(ignore('ENOENT'));
    await rename(temporary, folder).catch(ignore('ENOTEMPTY', 'EEXIST'));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function ignore(...codes: string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes(readErrorCode(error))) throw error;
  };
}

/**
 * Removes what an interrupted unpacking left, and browsers of other versions; an hour and a day old at least, so that
 * neither another start at work nor a second checkout with another version is disturbed.
 */
export async function removeLeftovers(root: string, keep: string): Promise<void> {
  const now = Date.now();
  for (const name of await readdir(root)) {
    const path = join(root, name);
    const limit = name.startsWith('unpacking-')
      ? hour
      : name.startsWith('browser-')
        ? day
        : Number.POSITIVE_INFINITY;
    if (path === keep) continue;
    const age = await lstat(path).then(
      ({ mtimeMs }) => now - mtimeMs,
      () => 0,
    );
    // What cannot be removed today does no harm, and is no reason not to print.
    if (age > limit) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}
