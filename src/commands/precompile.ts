import type standalone from 'ajv/dist/standalone/index.js';
import { templateSource, toTemplateCode } from '../document/template-code.ts';
import { formSource } from '../read/read-form.ts';
import { createAjv, schemaSource } from '../read/validate.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { precompiledFile } from '../util/precompiled.ts';
import { PROGRAM_ROOT, packages } from '../util/program.ts';
import { readTemplateFiles, SHIPPED_TEMPLATES } from '../workspace/template-files.ts';
import { openForms, openProgramSchemas } from './context.ts';

/**
 * The code of the schemas and templates that the program comes with, and the data of its forms, for the compiled program.
 * What is broken has none: every command reports it.
 */
export function listPrecompiled(): { file: string; code: string }[] {
  const templates = SHIPPED_TEMPLATES;
  return [listSchemaCode, listTemplateCode, listFormCode]
    .flatMap((list) => unlessBroken(() => list(templates)))
    .map(({ source, code }) => ({ file: precompiledFile(source), code }));
}

function listSchemaCode(templates: string) {
  const { default: toCode } = packages('ajv/dist/standalone') as { default: typeof standalone.default };
  return openProgramSchemas(templates).map(({ schema }) => {
    const ajv = createAjv({ source: true });
    return { source: schemaSource(schema), code: toCode(ajv, ajv.compile(schema as object)) };
  });
}

function listTemplateCode(templates: string) {
  const texts = readTemplateFiles(templates);
  return [{ source: templateSource(texts), code: `module.exports = ${toTemplateCode(texts)};\n` }];
}

function listFormCode(templates: string) {
  const forms = openForms(PROGRAM_ROOT, templates);
  return [...forms.listSound(), ...forms.results().listSound()].map(({ file: { text, data } }) => ({
    source: formSource(text),
    code: `module.exports = ${toLiteral(data)};\n`,
  }));
}

/** As YAML is read, without a prototype: what is compared with a form that is read has to be like it. */
function toLiteral(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(toLiteral).join()}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const entries = Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}:${toLiteral(value)}`);
  return `{${['__proto__:null', ...entries].join()}}`;
}

function unlessBroken<Made>(list: () => Made[]): Made[] {
  try {
    return list();
  } catch (error) {
    if (error instanceof EnvironmentError) return [];
    throw error;
  }
}
