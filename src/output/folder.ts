import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MachineTrouble } from '../trouble.ts';

/** A file half written by a program that was killed is older than this, in milliseconds; a live one is younger. */
const ABANDONED_AFTER = 60 * 60 * 1000;

const TEMPORARY = /^\.jixiaoce-[0-9a-f]{16}\.tmp$/;

/**
 * Writes a file beside its place and renames it into it, so that a reader finds the old bytes or the new ones.
 * Throws MachineTrouble `out/…`; the temporary file is removed.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.jixiaoce-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw toTrouble(path, cause);
  }
}

/** Makes a folder and those above it. Throws MachineTrouble `out/…`. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw toTrouble(path, cause);
  }
}

/** The bytes' hash, or null when there is no such file. */
export function readHash(path: string): string | null {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return null;
  }
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function readTextIfAny(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw toTrouble(path, cause);
  }
}

/** Removes a file, and its folder when nothing else is in it. */
export function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
    rmdirSync(dirname(path));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw toTrouble(path, cause);
  }
}

/** Removes what a killed build left half written. */
export function removeAbandoned(folder: string, now: number): void {
  for (const name of listNames(folder)) {
    const path = join(folder, name);
    if (TEMPORARY.test(name) && now - statSync(path).mtimeMs > ABANDONED_AFTER) rmSync(path, { force: true });
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function toTrouble(path: string, cause: unknown): MachineTrouble {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const codes: Record<string, string> = {
    EACCES: 'out/not-writable',
    EPERM: 'out/not-writable',
    EROFS: 'out/not-writable',
    EBUSY: 'out/not-writable',
    ENOSPC: 'out/disk-full',
    EDQUOT: 'out/disk-full',
    EISDIR: 'out/is-folder',
    EEXIST: 'out/file-in-way',
    ENOTDIR: 'out/file-in-way',
    ENOENT: 'out/no-folder',
    ENAMETOOLONG: 'out/name-too-long',
  };
  return new MachineTrouble(codes[code] ?? 'out/failed', { path, reason: code }, cause);
}
