import { resolve } from 'node:path';
import type { CheckedOffice } from '../compile.ts';
import type { Language } from '../messages/wording.ts';
import { stemOf } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { groupBy } from '../util/group-by.ts';
import { listFirst } from '../util/list-first.ts';
import { areFormsChanged, findFormsInGit, readFormsOf } from '../workspace/git/forms.ts';
import { readContextFiles, toForms } from './context.ts';

/** Tables that are named. */
const MOST_TABLES = 10;

/** Of each form that says something else than the last commit: which tables are printed by it. Nothing without git. */
export async function reportChangedForms(
  options: { cwd: string; projects: string; templates: string },
  tables: CheckedOffice['tables'],
  language: Language,
): Promise<Message[]> {
  const templates = resolve(options.cwd, options.templates);
  try {
    if (!(await areFormsChanged(templates))) return [];
    const place = await findFormsInGit(resolve(options.cwd, options.projects), templates);
    if (place === null) return [];
    const { listParts, writeParts } = await import('../compare/compare-forms.ts');
    const { schemas, forms: files } = readContextFiles(templates);
    const before = toForms(await readFormsOf(place, 'HEAD'), schemas);
    const after = toForms(files, schemas);
    return [...groupBy(tables, ({ form }) => form)].flatMap(([form, tables]) => {
      const parts = listParts(before, after, form);
      if (parts.length === 0) return [];
      const names = listFirst(
        tables.map(({ file }) => stemOf(file)),
        MOST_TABLES,
      );
      const args = { form, parts: writeParts(parts, language), count: String(tables.length), names };
      return [{ code: 'form/touches', args }];
    });
  } catch (error) {
    // No git, no commit yet, or a form of the last commit that cannot be read: nothing to compare with.
    if (error instanceof EnvironmentError) return [];
    throw error;
  }
}
