import { lstatSync } from 'node:fs';
import { editFile } from '../read/edit.ts';
import { decodeSource } from '../read/source.ts';
import type { Edit } from '../report/diagnostic.ts';
import { toEnvironmentError, writeWholeSync } from './folder.ts';
import { readPlainFile } from './plain-file.ts';

/** The whole text of a file, byte order mark and line ends as they are, before and after edits. */
export interface EditedFile {
  before: string;
  after: string;
  /** Permissions stay. Throws EnvironmentError `out/…`. */
  write(): void;
}

/**
 * Makes edits in a source's file, one group after the other. `expected`: the text that they were made for. Null when the file says
 * something else by now, or is no plain file. Throws EnvironmentError `out/…`.
 */
export function editSourceFile(
  path: string,
  expected: string,
  groups: readonly (readonly Edit[])[],
): EditedFile | null {
  const bytes = readBytes(path);
  if (bytes === null || decodeSource('', bytes).value?.text !== expected) return null;
  const before = bytes.toString('utf8');
  const after = groups.reduce(editFile, before);
  return { before, after, write: () => writeWholeSync(path, after, lstatSync(path).mode) };
}

function readBytes(path: string): Buffer | null {
  try {
    return readPlainFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw toEnvironmentError(path, cause);
  }
}
