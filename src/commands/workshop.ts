import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workshop } from '../compile.ts';
import type { TemplateFiles } from '../document/templates.ts';
import { compileTemplates } from '../document/templates.ts';
import { readCommonCoverage } from '../font/faces.ts';
import { compileSchema, type Validate } from '../read/validate.ts';
import { MachineTrouble } from '../util/trouble.ts';
import { readTemplateFiles } from '../workspace/template-files.ts';

/** The folder that the program itself stands in: its schemas, and its templates unless others are named. */
export const PROGRAM_ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The text of all that the chain needs besides the sources. */
export interface WorkshopFiles {
  /** Of `project.schema.json` and `booklet.schema.json`. */
  schemas: { project: string; booklet: string };
  templates: TemplateFiles;
}

/** Reads it. `templates`: an absolute path. Throws MachineTrouble. */
export function readWorkshopFiles(templates: string): WorkshopFiles {
  return {
    schemas: { project: readSchema('project.schema.json'), booklet: readSchema('booklet.schema.json') },
    templates: readTemplateFiles(templates),
  };
}

/** Makes ready what was read. Throws MachineTrouble `schema/broken` or `template/…`. */
export function toWorkshop({ schemas, templates }: WorkshopFiles, strict: boolean): Workshop {
  return {
    projectSchema: compileSchema('schema/project.schema.json', schemas.project),
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

/** One of the schemas alone, `project` or `booklet`. Throws MachineTrouble `schema/…`. */
export function openSchema(name: keyof WorkshopFiles['schemas']): Validate {
  return compileSchema(`schema/${name}.schema.json`, readSchema(`${name}.schema.json`));
}

function readSchema(name: string): string {
  const path = join(SCHEMA_FOLDER, name);
  if (!existsSync(path)) throw new MachineTrouble('schema/missing', { file: `schema/${name}` });
  return readFileSync(path, 'utf8');
}
