import { randomBytes } from 'node:crypto';
import { accessSync, constants, readdirSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../util/environment-error.ts';
import { writeWhole } from './folder.ts';
import { nearestFolder } from './plain-file.ts';

/** Writes a file into a folder, or the nearest above it, and removes it: the only sure sign, on Windows above all. */
export async function probeWriting(path: string): Promise<void> {
  const folder = nearestFolder(path);
  if (!statSync(folder).isDirectory()) throw new EnvironmentError('doctor/not-a-folder', { folder });
  const probe = join(folder, `.jixiaoce-probe-${randomBytes(8).toString('hex')}`);
  await writeWhole(probe, '');
  rmSync(probe);
}

/** Whether the files of a folder can be read and written. Opens none: a watcher may see that. */
export function findUnusable(folder: string, names: readonly string[]): string[] {
  return names.filter((name) => {
    try {
      accessSync(join(folder, name), constants.R_OK | constants.W_OK);
      return false;
    } catch {
      return true;
    }
  });
}

/** The names in a folder and in those below it, with the folder's separators. */
export function listBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

/** Bytes that this user can still write where `path` is, or will be. */
export async function readFreeSpace(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(nearestFolder(path));
  return bavail * bsize;
}
