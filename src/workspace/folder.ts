import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MessageCode } from '../messages/wording.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { findLink, lookAt, readPlainFile } from './plain-file.ts';

/** A file half written by a program that was killed is older than this, in milliseconds; a live one is younger. */
const ABANDONED_AFTER = 60 * 60 * 1000;

const TEMPORARY = /^\.jixiaoce-[0-9a-f]{16}\.tmp$/;

/**
 * Writes a file beside its place and renames it into it, so that a reader finds the old bytes or the new ones.
 * Throws EnvironmentError `out/…`; the temporary file is removed.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.jixiaoce-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw toEnvironmentError(path, cause);
  }
}

/**
 * The same at once, for what is read, changed and written again: another build in this process does not come in between.
 * `mode`: the permissions that the file is to have.
 */
export function writeWholeSync(path: string, content: string, mode?: number): void {
  const temporary = join(dirname(path), `.jixiaoce-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw toEnvironmentError(path, cause);
  }
}

export function makeFolder(path: string): void {
  try {
    makeAll(path);
  } catch (cause) {
    throw toEnvironmentError(path, cause);
  }
}

/** Not `recursive`: with that, Node loops forever where nothing can be created in an existing folder, as in /proc. */
function makeAll(path: string): void {
  try {
    mkdirSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const above = dirname(path);
    if (code === 'ENOENT' && above !== path && lookAt(above) === undefined) {
      makeAll(above);
      makeAll(path);
    } else if (code === 'ENOENT' || !isFolder(path)) throw cause;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Throws EnvironmentError `out/is-link` when `root`, or a folder between it and a path below it, is a link: what is written
 * there would go to an unexpected place.
 */
export function refuseLinks(root: string, path: string): void {
  const link = findLink(root, path);
  if (link !== null) throw new EnvironmentError('out/is-link', { path: link });
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The text of a plain file; null for whatever else has its name, which writing takes the place of. */
export function readTextIfAny(path: string): string | null {
  return readIfAny(path)?.toString('utf8') ?? null;
}

/** The same as bytes. */
export function readIfAny(path: string): Buffer | null {
  try {
    return readPlainFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw toEnvironmentError(path, cause);
  }
}

/** Removes a file, and its folder when nothing else is in it. */
export function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    throw toEnvironmentError(path, cause);
  }
  removeEmpty(dirname(path));
}

export function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw toEnvironmentError(folder, cause);
  }
}

/** Removes what a killed build left half written. Another build may be at work in the folder. */
export function removeAbandoned(folder: string, now: number): void {
  for (const name of listNames(folder).filter((name) => TEMPORARY.test(name))) {
    const path = join(folder, name);
    try {
      const stats = lstatSync(path);
      if (stats.isFile() && now - stats.mtimeMs > ABANDONED_AFTER) rmSync(path, { force: true });
    } catch {
      // It has just been finished, or cannot be removed today, which does no harm.
    }
  }
}

export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function toEnvironmentError(path: string, cause: unknown): EnvironmentError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const codes: Record<string, MessageCode> = {
    EACCES: 'out/not-writable',
    EPERM: 'out/not-writable',
    EROFS: 'out/not-writable',
    EBUSY: 'out/not-writable',
    ENOSPC: 'out/disk-full',
    EDQUOT: 'out/disk-full',
    EISDIR: 'out/is-folder',
    ELOOP: 'out/is-link',
    EEXIST: 'out/file-in-way',
    ENOTDIR: 'out/file-in-way',
    ENOENT: 'out/no-folder',
    ENAMETOOLONG: 'out/name-too-long',
  };
  return new EnvironmentError(codes[code] ?? 'out/failed', { path, reason: code }, cause);
}
