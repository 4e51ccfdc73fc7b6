import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { editFile } from '../read/edit.ts';
import { decodeSource } from '../read/source.ts';
import type { Edit } from '../report/diagnostic.ts';
import { readIfAny, writeWholeSync } from './folder.ts';
import { lookAt } from './plain-file.ts';

/** The whole text of a file, byte order mark and line ends as they are, before and after edits. */
export interface EditedFile {
  before: string;
  after: string;
  mode: number;
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
  // Nothing of a folder that is a link by now: it may lead anywhere.
  const bytes = lookAt(dirname(path))?.isSymbolicLink() ? null : readIfAny(path);
  if (bytes === null || decodeSource('', bytes).value?.text !== expected) return null;
  const before = bytes.toString('utf8');
  const after = groups.reduce(editFile, before);
  const { mode } = lstatSync(path);
  return { before, after, mode, write: () => writeWholeSync(path, after, mode) };
}
