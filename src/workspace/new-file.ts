import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, readTextIfAny, removeFile, writeWholeSync } from './folder.ts';

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
    // Whatever else is in the way, writing meets it again and reports it.
  }
  try {
    writeWholeSync(path, content);
    return true;
  } catch (trouble) {
    if (isTaken) rmSync(path, { force: true });
    throw trouble;
  }
}

/**
 * Writes all of these files or none: null, or the path of one that was there already. `isForced`: what is there is replaced. Throws
 * EnvironmentError `out/…`.
 */
export function writeAllNew(
  files: readonly { path: string; text: string }[],
  isForced = false,
): string | null {
  const undo: (() => void)[] = [];
  let inTheWay: string | null = null;
  let isDone = false;
  try {
    for (const { path, text } of files) {
      makeFolder(dirname(path));
      const old = isForced ? readTextIfAny(path) : null;
      if (old !== null) {
        writeWholeSync(path, text);
        undo.push(() => writeWholeSync(path, old));
      } else if (writeNew(path, text)) undo.push(() => removeFile(path));
      else {
        inTheWay = path;
        break;
      }
    }
    isDone = inTheWay === null;
  } finally {
    if (!isDone) for (const step of undo.toReversed()) step();
  }
  return inTheWay;
}
