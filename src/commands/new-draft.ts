import { join, relative, resolve, sep } from 'node:path';
import { FIRST_FORM, type Form } from '../form/form.ts';
import { readFormOf } from '../read/booklet.ts';
import { refuseFileName } from '../read/file-name.ts';
import type { Forms, KnownForm } from '../read/forms.ts';
import { BOOKLET_STEM, type Source } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import type { SourceRequest } from '../workspace/disk.ts';
import { readTextIfAny } from '../workspace/folder.ts';
import { findYearFolder } from '../workspace/office-folders.ts';
import { SHIPPED_TEMPLATES } from '../workspace/template-files.ts';
import { listNames, listYears, readSourceIfAny } from '../workspace/year-folder.ts';
import { SCHEMA_FOLDER } from './context.ts';
import { ownSchemaPath } from './form-schemas.ts';

export interface NewOptions extends Pick<SourceRequest, 'cwd' | 'projects'> {
  /** The program's own when not given. */
  templates?: string | undefined;
  /** The newest year there is when it is not given. */
  year?: string | undefined;
  /** The name as the command line gave it: one word, or it was not quoted. */
  names: string[];
  code?: string | undefined;
  /** Last year's table, to carry over: its file or its name. */
  from?: string | undefined;
  /** What kind of table; a project's when it is not given. */
  form?: string | undefined;
  month?: string | undefined;
  fromYear?: string | undefined;
  /** The folder of one table, instead of that of its year: absolute. */
  folder?: string | undefined;
  /** Only this office's folder of it. */
  into?: string | undefined;
  /** Copies the filled example of a form; `names` has the form's name, or nothing for that of the year. */
  example?: boolean | undefined;
  /** Who reviews which office's folder, instead of a table. */
  codeowners?: boolean | undefined;
}

export interface New {
  /** The file that was written, or the folder of a whole year, as it is shown; null when mistakes stood in the way. */
  written: string | null;
  files: string[];
  /** What was done, and what to do next. */
  messages: Message[];
  diagnostics: Diagnostic[];
  texts: Map<string, string>;
}

export function wrote(written: string, files: string[], messages: Message[]): New {
  return { written, files, messages, diagnostics: [], texts: new Map() };
}

/** Nothing was written. `texts`: of the files that the diagnostics are about. */
export function refused(diagnostics: Diagnostic[], texts: New['texts'] = new Map()): New {
  return { written: null, files: [], messages: [], diagnostics, texts };
}

/** Throws EnvironmentError `usage/not-with` when any of the others is given. */
export function refuseWith(option: string, others: Readonly<Record<string, unknown>>): void {
  for (const [other, value] of Object.entries(others))
    if (value) throw new EnvironmentError('usage/not-with', { option: other, other: option });
}

/** The file for editors of a form's sources, below `schema/`. */
export function schemaNameOf(form: string): string {
  return `${form === FIRST_FORM ? 'project' : form}.schema.json`;
}

/**
 * Where the schema of a form's sources, or of booklet.yaml, is, as an editor finds it from a folder: forward slashes on Windows,
 * too; in full on another drive. Null for a form without one. `templates`: where forms of one's own have theirs.
 */
export function schemaFrom(
  folder: string,
  of: Pick<Form, 'name'> | 'booklet',
  { cwd, templates = SHIPPED_TEMPLATES }: Pick<NewOptions, 'cwd' | 'templates'>,
): string | null {
  const own = of === 'booklet' ? '' : ownSchemaPath(resolve(cwd, templates), of.name);
  const shipped = join(SCHEMA_FOLDER, of === 'booklet' ? 'booklet.schema.json' : schemaNameOf(of.name));
  const path = [own, shipped].find((file) => file !== '' && readTextIfAny(file) !== null);
  return path === undefined ? null : relative(folder, path).split(sep).join('/');
}

/** The form that a folder's booklet.yaml, or one above it, asks for, of a source by its name. */
export function formOfFolder(
  options: Pick<NewOptions, 'cwd' | 'projects'>,
  folder: string,
  stem: string,
  forms: Forms,
): KnownForm {
  return readFormOf(stem, readBooklets(options, folder), forms);
}

/** The booklet.yaml of each folder from the year's down to one. `projects`: the folder of the years. */
export function readBooklets(
  { cwd, projects }: Pick<NewOptions, 'cwd' | 'projects'>,
  folder: string,
): (Source | null)[] {
  const year = findYearFolder(folder, resolve(cwd, projects)) ?? folder;
  const steps = relative(year, folder).split(sep).filter(Boolean);
  const folders = [year, ...steps.map((_, index) => join(year, ...steps.slice(0, index + 1)))];
  return folders.map((above) => readSourceIfAny(cwd, join(above, `${BOOKLET_STEM}.yaml`))?.value ?? null);
}

/**
 * Why a new file cannot be written at its place: its name, or a file that is there already, be it in other letters' case, which
 * Windows takes for the same.
 */
export function refusePlace(
  source: Source,
  folder: string,
  variant: '' | '#year' | '#codeowners' = '',
): Diagnostic[] {
  const unfit = refuseStem(source);
  if (unfit !== null) return [unfit];
  const wanted = `${source.stem}.yaml`.toLowerCase();
  const isThere = listNames(folder).some((name) => name.normalize('NFC').toLowerCase() === wanted);
  return isThere ? [exists(source.file, variant)] : [];
}

/** A name that some system cannot hold, or one of the program's own outputs. */
export function refuseStem({ file, stem }: Source): Diagnostic | null {
  const at = { file, start: 0, end: 0 };
  const unfit = refuseFileName(stem, at);
  if (unfit !== null) return unfit;
  const isReserved = stem !== BOOKLET_STEM && ['booklet', 'index', 'manifest'].includes(stem.toLowerCase());
  return isReserved ? diagnose('error', 'file/reserved', at, { stem }) : null;
}

/** `variant`: `#year` where a whole year was to be written. */
export function exists(file: string, variant: '' | '#year' | '#codeowners' = ''): Diagnostic {
  return diagnose('error', `new/exists${variant}`, { file, start: 0, end: 0 });
}

/** The year that is asked for, or the newest there is. Throws EnvironmentError. */
export function chooseYear({ cwd, projects, year }: Pick<NewOptions, 'cwd' | 'projects' | 'year'>): string {
  const newest = listYears(cwd, projects).at(-1);
  if (year !== undefined) return asYear('--year', year);
  if (newest === undefined) throw new EnvironmentError('new/no-year', { folder: projects });
  return newest;
}

export function asYear(option: string, value: string): string {
  if (/^20\d{2}$/.test(value)) return value;
  throw new EnvironmentError('usage/value', { option, value, allowed: '2000–2099' });
}

/**
 * The folders of `--into 219-棠溪镇/219001-本级`; of `projects/2026/219-棠溪镇` or `2026/219-棠溪镇`, too, as a shell completes
 * paths and as reports show them. Throws EnvironmentError `new/into-name`.
 */
export function splitOffice(into: string, { projects, year }: { projects: string; year: string }): string[] {
  const split = (path: string) => path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const written = split(into);
  const above = [[...split(projects), year], [year]].find((steps) =>
    steps.every((step, index) => step === written[index]),
  );
  const parts = written.slice(above?.length ?? 0);
  const isUnfit = (part: string) =>
    /^\.{1,2}$/.test(part) || refuseFileName(part, { file: '', start: 0, end: 0 }) !== null;
  if (parts.some(isUnfit)) throw new EnvironmentError('new/into-name', { into });
  return parts;
}
