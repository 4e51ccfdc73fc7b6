import { join, resolve } from 'node:path';
import { makeFolder, readTextIfAny, writeWhole } from '../workspace/folder.ts';
import { showPath } from '../workspace/show-path.ts';
import { listOwnForms, SHIPPED_TEMPLATES } from '../workspace/template-files.ts';
import { openForms } from './context.ts';

/** Where editors find the schema of a form that a folder of templates has of its own. */
export function ownSchemaPath(templates: string, form: string): string {
  return join(templates, 'schema', `${form}.schema.json`);
}

/**
 * Writes the schemas for editors of the forms that a folder of templates has of its own, where they are not as the forms are now;
 * with `check` it only says which. A broken form has none. Throws EnvironmentError.
 */
export async function writeFormSchemas(
  { cwd, templates = SHIPPED_TEMPLATES }: { cwd: string; templates?: string | undefined },
  check = false,
): Promise<string[]> {
  const folder = resolve(cwd, templates);
  const own = folder === SHIPPED_TEMPLATES ? new Set() : listOwnForms(folder);
  if (own.size === 0) return [];
  const forms = openForms(cwd, folder);
  const written: string[] = [];
  for (const { form, validate } of [...forms.listSound(), ...forms.results().listSound()]) {
    if (!own.has(form.name)) continue;
    const path = ownSchemaPath(folder, form.name);
    const text = `${JSON.stringify(validate().schema, null, 2)}\n`;
    if (readTextIfAny(path) === text) continue;
    if (!check) {
      makeFolder(join(folder, 'schema'));
      await writeWhole(path, text);
    }
    written.push(showPath(cwd, path));
  }
  return written;
}
