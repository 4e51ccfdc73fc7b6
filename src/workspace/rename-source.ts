import { closeSync, openSync, rmSync } from 'node:fs';
import type { Edit } from '../report/diagnostic.ts';
import { toEnvironmentError, writeWholeSync } from './folder.ts';
import { editSourceFile } from './source-file.ts';

/**
 * Gives a source another name and makes edits in it; see `editSourceFile`. The new file is whole before the old one goes. Null when
 * the file says something else by now. Throws EnvironmentError `out/…`, also when there is a file of the new name.
 */
export function renameSource(
  from: string,
  to: string,
  expected: string,
  groups: readonly (readonly Edit[])[],
): boolean {
  const edited = editSourceFile(from, expected, groups);
  if (edited === null) return false;
  if (from === to) {
    edited.write();
    return true;
  }
  try {
    closeSync(openSync(to, 'wx'));
  } catch (cause) {
    throw toEnvironmentError(to, cause);
  }
  try {
    writeWholeSync(to, edited.after, edited.mode);
    rmSync(from);
  } catch (cause) {
    rmSync(to, { force: true });
    throw cause;
  }
  return true;
}

/** Removes a source; false, and nothing is touched, when it says something else by now. */
export function removeSource(path: string, expected: string): boolean {
  if (editSourceFile(path, expected, []) === null) return false;
  rmSync(path);
  return true;
}
