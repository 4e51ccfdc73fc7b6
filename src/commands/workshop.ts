import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workshop } from '../compile.ts';
import { readCommonCoverage } from '../fonts.ts';
import { compileSchema, type Validate } from '../project/validate.ts';
import { compileTemplates } from '../render/templates.ts';
import { readTemplateFiles } from '../sources/template-files.ts';
import { MachineTrouble } from '../trouble.ts';

/** The folder that the program itself stands in: its schemas, and its templates unless others are named. */
export const PROGRAM_ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Reads and prepares all that the chain needs besides the sources. `templates`: an absolute path. */
export function openWorkshop(templates: string, strict: boolean): Workshop {
  return {
    projectSchema: readSchema('project.schema.json'),
    bookletSchema: readSchema('booklet.schema.json'),
    templates: compileTemplates(readTemplateFiles(templates)),
    coverage: readCommonCoverage(),
    strict,
  };
}

/** One of the program's own schemas. Throws MachineTrouble `schema/…`. */
export function readSchema(name: 'project.schema.json' | 'booklet.schema.json'): Validate {
  const path = join(PROGRAM_ROOT, 'schema', name);
  if (!existsSync(path)) throw new MachineTrouble('schema/missing', { file: `schema/${name}` });
  return compileSchema(`schema/${name}`, readFileSync(path, 'utf8'));
}
