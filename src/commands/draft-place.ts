import { join, relative, sep } from 'node:path';
import { refuseFileName } from '../read/file-name.ts';
import { BOOKLET_STEM, type Source } from '../read/source.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { listNames } from '../workspace/year-folder.ts';
import { PROGRAM_ROOT } from './workshop.ts';

/** Where the schema is, as an editor finds it from a folder: forward slashes on Windows, too; in full on another drive. */
export function schemaFrom(folder: string, kind: 'project' | 'booklet'): string {
  return relative(folder, join(PROGRAM_ROOT, 'schema', `${kind}.schema.json`))
    .split(sep)
    .join('/');
}

/**
 * Why a new file cannot be written at its place: a name that some system cannot hold, one of the program's own outputs, or a
 * file that is there already, be it in other letters' case, which Windows takes for the same.
 */
export function refusePlace({ file, stem }: Source, folder: string, variant = ''): Diagnostic[] {
  const at = { file, start: 0, end: 0 };
  const unfit = refuseFileName(stem, at);
  if (unfit !== null) return [unfit];
  if (stem !== BOOKLET_STEM && ['booklet', 'index', 'manifest'].includes(stem.toLowerCase())) {
    return [diagnose('error', 'file/reserved', at, { stem })];
  }
  const wanted = `${stem}.yaml`.toLowerCase();
  const isThere = listNames(folder).some((name) => name.normalize('NFC').toLowerCase() === wanted);
  return isThere ? [exists(file, variant)] : [];
}

/** `variant`: `#year` where a whole year was to be written. */
export function exists(file: string, variant = ''): Diagnostic {
  return diagnose('error', `new/exists${variant}`, { file, start: 0, end: 0 });
}
