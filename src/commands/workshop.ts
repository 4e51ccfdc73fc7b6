import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workshop } from '../compile.ts';
import type { TemplateFiles } from '../document/templates.ts';
import { compileTemplates } from '../document/templates.ts';
import { readCommonCoverage } from '../font/faces.ts';
import { createForms, type Forms } from '../read/forms.ts';
import { compileSchema, type Validate } from '../read/validate.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { MachineTrouble } from '../util/trouble.ts';
import { readFormFiles, readTemplateFiles } from '../workspace/template-files.ts';

/** The text of all that the chain needs besides the sources. */
export interface WorkshopFiles {
  /** Of `booklet.schema.json` and `form.schema.json`. */
  schemas: { booklet: string; form: string };
  templates: TemplateFiles;
  /** The forms by name: those of the templates, or the program's own where a folder of templates has none. */
  forms: Map<string, string>;
}

/** Reads it. `templates`: an absolute path. Throws MachineTrouble. */
export function readWorkshopFiles(templates: string): WorkshopFiles {
  return {
    schemas: { booklet: readSchema('booklet.schema.json'), form: readSchema('form.schema.json') },
    templates: readTemplateFiles(templates),
    forms: readForms(templates),
  };
}

/** Makes ready what was read. Throws MachineTrouble `schema/broken` or `template/…`. */
export function toWorkshop({ schemas, templates, forms }: WorkshopFiles, strict: boolean): Workshop {
  return {
    forms: createForms(forms, () => compileSchema('schema/form.schema.json', schemas.form)),
    bookletSchema: compileSchema('schema/booklet.schema.json', schemas.booklet),
    templates: compileTemplates(templates),
    coverage: readCommonCoverage(),
    strict,
  };
}

/** Reads and prepares all that the chain needs besides the sources. `templates`: an absolute path. */
export function openWorkshop(templates: string, strict: boolean): Workshop {
  return toWorkshop(readWorkshopFiles(templates), strict);
}

export const SCHEMA_FOLDER = join(PROGRAM_ROOT, 'schema');

/** The schema of booklet.yaml alone. Throws MachineTrouble `schema/…`. */
export function openBookletSchema(): Validate {
  return compileSchema('schema/booklet.schema.json', readSchema('booklet.schema.json'));
}

/** The forms alone. `templates`: an absolute path. Throws MachineTrouble. */
export function openForms(templates: string): Forms {
  return createForms(readForms(templates), () =>
    compileSchema('schema/form.schema.json', readSchema('form.schema.json')),
  );
}

function readForms(templates: string): Map<string, string> {
  const own = readFormFiles(templates);
  return own.size > 0 ? own : readFormFiles(join(PROGRAM_ROOT, 'templates'));
}

function readSchema(name: string): string {
  const path = join(SCHEMA_FOLDER, name);
  if (!existsSync(path)) throw new MachineTrouble('schema/missing', { file: `schema/${name}` });
  return readFileSync(path, 'utf8');
}
