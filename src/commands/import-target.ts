import { join, resolve } from 'node:path';
import type { FormShelf } from '../convert/import/choose-form.ts';
import type { TableDraft } from '../convert/import/draft.ts';
import type { Form } from '../form/form.ts';
import type { FormKind } from '../form/words.ts';
import { readBookletOf } from '../read/booklet.ts';
import type { Forms } from '../read/forms.ts';
import { parse } from '../read/parse.ts';
import { findResultsForm } from '../read/results-booklet.ts';
import { RESULTS_FOLDERS } from '../read/results-place.ts';
import { DEPARTMENT_STEM, isSourceName } from '../read/source.ts';
import { type Draft, toTable } from '../read/table.ts';
import { refuseLink } from '../workspace/show-path.ts';
import { listNames, readSourceIfAny } from '../workspace/year-folder.ts';
import { openForms } from './context.ts';
import { chooseYear, formOfFolder, readBooklets, schemaFrom, splitOffice } from './new-draft.ts';

export interface TargetOptions {
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  /** The program's own when not given. */
  templates?: string | undefined;
  /** The newest year there is when it is not given. */
  year?: string | undefined;
  /** An office's folder below the year. */
  into?: string | undefined;
}

/** The folder that tables are imported into. */
export interface Target {
  folder: string;
  year: string;
  forms: Forms;
  shelf: FormShelf;
  /** Where an editor finds the schema of a form, or of booklet.yaml, from a folder of it. */
  schemaFor(of: Pick<Form, 'name'> | 'booklet', below?: string): string | null;
  /** Whether it has a file of that name. */
  has(file: Pick<TableDraft, 'folder' | 'stem'>): boolean;
}

/** Throws EnvironmentError. */
export function openTarget(options: TargetOptions): Target {
  const { cwd, projects, into = '' } = options;
  const year = chooseYear(options);
  const yearFolder = join(resolve(cwd, projects), year);
  refuseLink(cwd, yearFolder);
  const folder = join(yearFolder, ...splitOffice(into, { projects, year }));
  refuseLink(cwd, folder);
  const forms = openForms(cwd, options.templates);
  const names = new Map<string, ReadonlySet<string>>();
  const has = ({ folder: below, stem }: Pick<TableDraft, 'folder' | 'stem'>) => {
    const known = names.get(below) ?? listKeys(join(folder, below), below);
    names.set(below, known);
    return known.has(keyOf({ folder: below, stem }));
  };
  const schemaFor: Target['schemaFor'] = (of, below = '') => schemaFrom(join(folder, below), of, options);
  return { folder, year, forms, shelf: toShelf(options, folder, forms), schemaFor, has };
}

/** Windows takes names in other letters' case for the same. */
export function keyOf({ folder, stem }: Pick<TableDraft, 'folder' | 'stem'>): string {
  return `${folder}/${stem}`.normalize('NFC').toLowerCase();
}

function listKeys(path: string, folder: string): Set<string> {
  const stems = listNames(path).filter((name) => name.toLowerCase().endsWith('.yaml'));
  return new Set(stems.map((name) => keyOf({ folder, stem: name.slice(0, -'.yaml'.length) })));
}

/** A folder that has sources has their forms, and any folder those that its booklet.yaml or one above names. */
function toShelf(options: TargetOptions, folder: string, forms: Forms): FormShelf {
  const booklet = readBookletOf(readBooklets(options, folder), forms);
  const isBegun = listNames(folder).some(isSourceName);
  const isOwn = (kind: FormKind) => isBegun || booklet?.formNames.has(kind) === true;
  const results = forms.results();
  const own = new Map<FormKind, string>();
  if (isOwn('goal')) own.set('goal', formOfFolder(options, folder, '', forms).form.name);
  if (isOwn('department'))
    own.set('department', formOfFolder(options, folder, DEPARTMENT_STEM, forms).form.name);
  for (const kind of RESULTS_FOLDERS.values())
    if (isOwn(kind))
      own.set(kind, findResultsForm(kind, booklet ?? { formNames: new Map() }, results).form.name);
  const sound = forms.listSound().map(({ form }) => form);
  const tables = [forms.first.form, ...sound.filter((form) => form !== forms.first.form)] as [
    Form,
    ...Form[],
  ];
  return { tables, results: results.names.flatMap((name) => results.find(name) ?? []), own };
}

/** Finds the goals of results by name: among what is imported with them, or in the folder. */
export function createGoalsFinder(
  { folder, forms, shelf }: Target,
  drafts: readonly (TableDraft & { path: string })[],
  cwd: string,
): (stem: string) => Draft | null {
  const drafted = new Map(drafts.map((draft) => [draft.stem, draft]));
  return (stem) => {
    const draft = drafted.get(stem);
    const path = join(folder, `${stem}.yaml`);
    const source =
      draft === undefined
        ? (readSourceIfAny(cwd, path)?.value ?? null)
        : { file: draft.path, stem, text: draft.text };
    const known = forms.find(draft?.form.name ?? shelf.own.get('goal') ?? '') ?? forms.first;
    const parsed = source && parse(source, known.words).value;
    return parsed && toTable(parsed, known.form, false).draft;
  };
}
