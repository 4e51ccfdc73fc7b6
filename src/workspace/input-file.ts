import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EnvironmentError } from '../util/environment-error.ts';

/**
 * The bytes of a file named on the command line; null when there is no such file. Throws EnvironmentError `sources/is-folder`,
 * `sources/unreadable`.
 */
export function readGivenFile(cwd: string, path: string): Buffer | null {
  try {
    const stats = statSync(resolve(cwd, path));
    // A device or a pipe may have no end.
    if (!stats.isFile() && !stats.isDirectory()) throw new Error('no plain file');
    return readFileSync(resolve(cwd, path));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new EnvironmentError(
      code === 'EISDIR' ? 'sources/is-folder' : 'sources/unreadable',
      { path },
      cause,
    );
  }
}
