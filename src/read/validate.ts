import type { ValidateFunction } from 'ajv';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { findPrecompiled } from '../util/precompiled.ts';
import { packages } from '../util/program.ts';
import { findCascading } from './explain/cascading.ts';
import { findKeyPlaces } from './explain/places.ts';
import { explainSchemaError } from './explain/schema-errors.ts';
import { findUnknownKeys } from './explain/unknown-keys.ts';
import type { ParsedSource } from './parse.ts';

export type Validate = ValidateFunction;

/** Words of the schemas that only an editor reads; ajv's strict mode refuses every word that it does not know. */
export const EDITOR_KEYWORDS = ['defaultSnippets', 'enumDescriptions', 'errorMessage', 'markdownDescription'];

/** Compiles a JSON Schema's text. `adapt` may change what was read. Throws EnvironmentError when it is no JSON or no schema. */
export function compileSchema(
  file: string,
  text: string,
  // biome-ignore lint/suspicious/noExplicitAny: what JSON holds
  adapt: (schema: any) => void = () => {},
): Validate {
  try {
    const schema = JSON.parse(text);
    adapt(schema);
    return findCompiled(schema) ?? createAjv().compile(schema);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentError('schema/broken', { file, reason }, cause);
  }
}

/** Loaded only for a schema that was not compiled with the program. `source`: keeps the code that it makes. */
export function createAjv({ source = false } = {}) {
  const { Ajv } = packages('ajv') as typeof import('ajv');
  return new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    verbose: true,
    // Schemas are the program's own, and compiling the schema of schemas takes as long as all of them.
    validateSchema: false,
    code: { optimize: false, source },
  }).addVocabulary(EDITOR_KEYWORDS);
}

export function schemaSource(schema: unknown): string {
  return JSON.stringify(schema);
}

function findCompiled(schema: object): Validate | null {
  const compiled = findPrecompiled(schemaSource(schema)) as Validate | null;
  return compiled && Object.assign(compiled, { schema });
}

/** Nobody fixes more at once. */
const MOST_REPORTED = 50;

/** Checks a source's data against a schema; every mistake with its place, one message for one mistake. */
export function validate(parsed: ParsedSource, schema: Validate): Diagnostic[] {
  if (schema(parsed.data)) return [];
  const errors = schema.errors ?? [];
  const unknownKeys = findUnknownKeys(parsed, errors, findKeyPlaces(schema.schema));
  const isCascading = findCascading(parsed, errors, unknownKeys);
  const faults = errors.filter((error) => !isCascading(error));
  const reported = faults
    .slice(0, MOST_REPORTED)
    .map((error) => explainSchemaError(parsed, error, unknownKeys.get(error)));
  const next = faults[MOST_REPORTED];
  if (next === undefined) return reported;
  const { at } = explainSchemaError(parsed, next, unknownKeys.get(next));
  const left = { count: String(faults.length - MOST_REPORTED) };
  return [...reported, diagnose('error', 'schema/and-more', at, left)];
}
