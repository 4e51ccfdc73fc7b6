import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOursAlone, readErrorCode } from './cache.ts';

/** What was unpacked, written last: a folder without it is no browser. */
export interface Stamp {
  /** The folder it was unpacked for: fonts.conf names it. A folder that was moved is unpacked again. */
  destination: string;
  /** Every file by its path; the executable is `chromium`. */
  files: Record<string, UnpackedFile>;
  /** True when the system does not have libraries that the browser needs, and those unpacked beside it serve. */
  ownLibraries: boolean;
}

export interface UnpackedFile {
  /** Bytes. */
  size: number;
  sha256: string;
  /**
   * When it was last changed in any way, as the system says: unlike the date that programs may set, this one moves with every
   * writing. Where it has moved the file is hashed again.
   */
  changed: number;
}

const stampName = 'stamp.json';
const hour = 3_600_000;
const day = 24 * hour;

/** For files that were just written into `folder`; `hashes` by path. */
export async function describeFiles(
  folder: string,
  hashes: Readonly<Record<string, string>>,
): Promise<Record<string, UnpackedFile>> {
  const files = Object.entries(hashes).map(async ([path, sha256]) => {
    const { size, ctimeMs: changed } = await lstat(join(folder, path));
    return [path, { size, sha256, changed }] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

export async function writeStamp(folder: string, stamp: Stamp): Promise<void> {
  await writeFile(join(folder, stampName), JSON.stringify(stamp, undefined, 2), { mode: 0o600, flag: 'wx' });
}

/** Only for a folder that `isComplete`. */
export async function readStamp(folder: string): Promise<Stamp> {
  return JSON.parse(await readFile(join(folder, stampName), 'utf8')) as Stamp;
}

/**
 * Whether the folder is ours alone and holds a whole browser, as it was unpacked: a look at each file, under a millisecond.
 * What was changed since, as restoring a backup does, is read (0.3 s); with `distrust` everything is.
 */
export async function isComplete(folder: string, distrust = false): Promise<boolean> {
  try {
    const place = await lstat(folder);
    if (!place.isDirectory() || !isOursAlone(place, 0o077)) return false;
    const stamp = await readStamp(folder);
    if (stamp.destination !== folder) return false;
    let isNew = false;
    for (const [path, file] of Object.entries(stamp.files)) {
      const stats = await lstat(join(folder, path));
      if (!stats.isFile() || stats.size !== file.size || !isOursAlone(stats, 0o022)) return false;
      if (path === 'chromium' && (stats.mode & 0o100) === 0) return false;
      if (stats.ctimeMs === file.changed && !distrust) continue;
      if ((await hashFile(join(folder, path))) !== file.sha256) return false;
      isNew ||= stats.ctimeMs !== file.changed;
      file.changed = stats.ctimeMs;
    }
    // A folder that cannot be written to is hashed each time.
    if (isNew) await replaceStamp(folder, stamp).catch(() => {});
    return true;
  } catch {
    return false;
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/** Beside its place and renamed into it: another start may read it. */
async function replaceStamp(folder: string, stamp: Stamp): Promise<void> {
  const temporary = join(folder, `stamp-${randomBytes(8).toString('hex')}.tmp`);
  await writeFile(temporary, JSON.stringify(stamp, undefined, 2), { mode: 0o600, flag: 'wx' });
  await rename(temporary, join(folder, stampName));
}

/** Whoever comes first wins. A damaged folder is moved aside whole, never mended file by file: others may run from it. */
export async function moveIntoPlace(temporary: string, folder: string, distrust: boolean): Promise<void> {
  if (await isComplete(folder, distrust)) return;
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
