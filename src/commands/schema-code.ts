import { join } from 'node:path';
import type standalone from 'ajv/dist/standalone/index.js';
import { createAjv, schemaFile } from '../read/validate.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT, packages } from '../util/program.ts';
import { openProgramSchemas } from './context.ts';

/**
 * The code of the schemas that the program comes with, for the compiled program; none when its first form is broken, which every
 * command reports.
 */
export function listSchemaCode(): { file: string; code: string }[] {
  const { default: toCode } = packages('ajv/dist/standalone') as { default: typeof standalone.default };
  return listSchemas().map(({ schema }) => {
    const ajv = createAjv({ source: true });
    return { file: schemaFile(schema), code: toCode(ajv, ajv.compile(schema as object)) };
  });
}

function listSchemas() {
  try {
    return openProgramSchemas(join(PROGRAM_ROOT, 'templates'));
  } catch (error) {
    if (error instanceof EnvironmentError) return [];
    throw error;
  }
}
