import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { packages } from '../util/program.ts';
import { findCascading } from './explain/echoes.ts';
import { explainFault } from './explain/faults.ts';
import { findKeyPlaces } from './explain/places.ts';
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

/** Where the compiled program has a schema's code, beside its own: named after the schema, so that it is never that of another. */
export function schemaFile(schema: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(schema)).digest('hex');
  return join('schemas', `${hash.slice(0, 32)}.cjs`);
}

function findCompiled(schema: object): Validate | null {
  try {
    return Object.assign(packages(join(import.meta.dirname, schemaFile(schema))) as Validate, { schema });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** Nobody mends more at once, and a report of ten thousand lines helps nobody. */
const MOST_TOLD = 50;

/** Checks a source's data against a schema; every mistake with its place, one message for one mistake. */
export function validate(parsed: ParsedSource, schema: Validate): Diagnostic[] {
  if (schema(parsed.data)) return [];
  const errors = schema.errors ?? [];
  const unknownKeys = findUnknownKeys(parsed, errors, findKeyPlaces(schema.schema));
  const isCascading = findCascading(parsed, errors, unknownKeys);
  const faults = errors.filter((error) => !isCascading(error));
  const reported = faults
    .slice(0, MOST_TOLD)
    .map((error) => explainFault(parsed, error, unknownKeys.get(error)));
  const next = faults[MOST_TOLD];
  if (next === undefined) return reported;
  const { at } = explainFault(parsed, next, unknownKeys.get(next));
  const left = { count: String(faults.length - MOST_TOLD) };
  return [...reported, diagnose('error', 'schema/and-more', at, left)];
}
