import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AnalysisTools } from '../check/analyze.ts';
import type { CompilerContext } from '../compile.ts';
import type { TemplateFiles } from '../document/templates.ts';
import { compileTemplates } from '../document/templates.ts';
import { readCommonCoverage } from '../font/faces.ts';
import { createForms, type Forms } from '../read/forms.ts';
import { compileSchema, type Validate } from '../read/validate.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import {
  readExamples,
  readFormFiles,
  readTemplateFiles,
  SHIPPED_TEMPLATES,
} from '../workspace/template-files.ts';

/** The text of all that the chain needs besides the sources. */
export interface ContextFiles {
  /** Of `booklet.schema.json`, `form.schema.json` and `results-form.schema.json`. */
  schemas: { booklet: string; form: string; resultsForm: string };
  templates: TemplateFiles;
  /** The forms by name: those of the templates, and the program's own that these do not replace. */
  forms: Map<string, string>;
}

/** Reads it. `templates`: an absolute path. Throws EnvironmentError. */
export function readContextFiles(templates: string): ContextFiles {
  return {
    schemas: {
      booklet: readSchema('booklet.schema.json'),
      form: readSchema('form.schema.json'),
      resultsForm: readSchema('results-form.schema.json'),
    },
    templates: readTemplateFiles(templates),
    forms: readFormFiles(templates),
  };
}

/** Makes ready what was read. Throws EnvironmentError `schema/broken` or `template/…`. */
export function toContext(
  { schemas, templates, forms: files }: ContextFiles,
  strict: boolean,
): CompilerContext {
  const forms = toForms(files, schemas);
  return {
    forms,
    ...compileBookletSchemas(schemas.booklet),
    templates: compileTemplates(templates),
    coverage: readCommonCoverage(),
    strict,
  };
}

/** Other forms with the same schema, such as those of another revision. Throws EnvironmentError. */
export function toForms(
  files: ReadonlyMap<string, string>,
  { form, resultsForm }: Pick<ContextFiles['schemas'], 'form' | 'resultsForm'>,
): Forms {
  return createForms(
    files,
    () => compileSchema('schema/form.schema.json', form),
    () => compileSchema('schema/results-form.schema.json', resultsForm),
  );
}

/** Reads and prepares all that the chain needs besides the sources. `templates`: an absolute path. */
export function openContext(templates: string, strict: boolean): CompilerContext {
  return toContext(readContextFiles(templates), strict);
}

export const SCHEMA_FOLDER = join(PROGRAM_ROOT, 'schema');

/** What analyzing needs: no templates. Throws EnvironmentError. */
export function openAnalysisTools(cwd: string, templates: string | undefined): AnalysisTools {
  const schemas = compileBookletSchemas(readSchema('booklet.schema.json'));
  return { forms: openForms(cwd, templates), ...schemas, coverage: readCommonCoverage(), strict: false };
}

/** What the file for editors cannot know: a year's booklet.yaml has to say what an office's inherits. */
function compileBookletSchemas(text: string) {
  const compile = (required: string[]) =>
    compileSchema('schema/booklet.schema.json', text, (schema) => {
      schema.required = required;
    });
  return { bookletSchema: compile(['标题', '单位', '年度']), officeSchema: compile(['单位']) };
}

/** The forms alone. `templates`: the program's own when not given. Throws EnvironmentError. */
export function openForms(cwd: string, templates = SHIPPED_TEMPLATES): Forms {
  return toForms(readFormFiles(resolve(cwd, templates)), {
    form: readSchema('form.schema.json'),
    resultsForm: readSchema('results-form.schema.json'),
  });
}

/** The schemas of booklet.yaml, of forms and of the sources of each. `templates`: an absolute path. Throws EnvironmentError. */
export function openProgramSchemas(templates: string): Validate[] {
  const { schemas, forms } = readContextFiles(templates);
  const known = toForms(forms, schemas);
  return [
    ...Object.values(compileBookletSchemas(schemas.booklet)),
    compileSchema('schema/form.schema.json', schemas.form),
    compileSchema('schema/results-form.schema.json', schemas.resultsForm),
    ...[...known.listSound(), ...known.results().listSound()].map(({ validate }) => validate()),
  ];
}

/** Filled examples by the name of their form. Throws EnvironmentError. */
export function openExamples(cwd: string, templates = SHIPPED_TEMPLATES): Map<string, string> {
  return readExamples(resolve(cwd, templates));
}

function readSchema(name: string): string {
  const path = join(SCHEMA_FOLDER, name);
  if (!existsSync(path)) throw new EnvironmentError('schema/missing', { file: `schema/${name}` });
  return readFileSync(path, 'utf8');
}
