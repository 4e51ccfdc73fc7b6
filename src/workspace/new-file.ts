import { closeSync, openSync, rmSync } from 'node:fs';
import { writeWholeSync } from './folder.ts';

/**
 * Writes a file that is not there yet; false, and nothing is touched, when it is. Its place is taken first, so that of two
 * programs only one writes. Throws EnvironmentError `out/…`.
 */
export function writeNew(path: string, content: string): boolean {
  let isTaken = false;
  try {
    closeSync(openSync(path, 'wx'));
    isTaken = true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Whatever else is in the way, writing meets it again and tells it.
  }
  try {
    writeWholeSync(path, content);
    return true;
  } catch (trouble) {
    if (isTaken) rmSync(path, { force: true });
    throw trouble;
  }
}
