import { lstatSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { UNPRINTABLE } from '../read/source.ts';
import { EnvironmentError } from '../util/environment-error.ts';

/** Relative to the working directory with forward slashes; absolute when it lies outside. */
export function showPath(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute);
  const outside = path === '' || path.startsWith(`..${sep}`) || path === '..' || isAbsolute(path);
  const shown = (outside ? absolute : path).split(sep).join('/').normalize('NFC');
  return shown.replace(UNPRINTABLE, '\ufffd');
}

/** A folder that is to be written to is not followed elsewhere. */
export function refuseLink(cwd: string, folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new EnvironmentError('sources/link', { path: showPath(cwd, folder) });
}
