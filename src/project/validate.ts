import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import leven from 'leven';
import { isMap, isScalar } from 'yaml';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { MachineTrouble } from '../trouble.ts';
import { findNode, type ParsedSource, spanOf } from './parse.ts';

export type Validate = ValidateFunction;

/** Words of the schemas that only an editor reads; ajv's strict mode refuses every word that it does not know. */
export const EDITOR_KEYWORDS = ['defaultSnippets', 'enumDescriptions', 'errorMessage', 'markdownDescription'];

/** Compiles a JSON Schema's text. Throws MachineTrouble when it is no JSON or no schema. */
export function compileSchema(file: string, text: string): Validate {
  try {
    return new Ajv({
      allErrors: true,
      strict: true,
      allowUnionTypes: true,
      verbose: true,
      code: { optimize: false },
    })
      .addVocabulary(EDITOR_KEYWORDS)
      .compile(JSON.parse(text));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MachineTrouble('schema/broken', { file, reason }, cause);
  }
}

/** The keys whose text is judged by its own parser, which can say more than "does not match the pattern". */
const JUDGED_ELSEWHERE = new Set(['指标值', '预算金额']);
/** A row has exactly one of these. */
const TARGET_KEYS = ['指标值', '定性', '定量其他'];

/** Checks a source's data against a schema; every mistake with its place, one message for one mistake. */
export function validate(parsed: ParsedSource, schema: Validate): Diagnostic[] {
  if (schema(parsed.data)) return [];
  const errors = schema.errors ?? [];
  const misspelt = errors.filter((error) => error.keyword === 'additionalProperties').map(toMisspelling);
  return errors.filter((error) => !isEcho(error, errors, misspelt)).map((error) => explain(parsed, error));
}

/** An unknown key and the known one it was probably meant to be. */
interface Misspelling {
  within: string;
  nearest: string | null;
}

function toMisspelling(error: ErrorObject): Misspelling {
  return { within: error.instancePath, nearest: nearestKey(error) };
}

/** The known key of the same map that is most alike and not yet used, or null when none is near. */
function nearestKey({ params, parentSchema, data }: ErrorObject): string | null {
  const key = String(params.additionalProperty);
  const used = new Set(Object.keys((data as object | null) ?? {}));
  const candidates = Object.keys(parentSchema?.properties ?? {}).filter((known) => !used.has(known));
  const near = candidates
    .map((known) => ({ known, distance: leven(key.replace(/\s/g, ''), known) }))
    .filter(
      ({ known, distance }) =>
        distance <= Math.max(1, Math.floor(known.length / 2)) && distance < known.length,
    )
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.known ?? null;
}

/** True for an error that only repeats what another error of the same run says already. */
function isEcho(
  error: ErrorObject,
  errors: readonly ErrorObject[],
  misspelt: readonly Misspelling[],
): boolean {
  const key = error.instancePath.slice(error.instancePath.lastIndexOf('/') + 1);
  const meant = (keys: readonly string[]) =>
    misspelt.some(
      ({ within, nearest }) => within === error.instancePath && nearest !== null && keys.includes(nearest),
    );
  switch (error.keyword) {
    case 'pattern':
      return (
        (JUDGED_ELSEWHERE.has(decode(key)) && String(error.data).trim() !== '') ||
        errors.some((other) => other.keyword === 'minLength' && other.instancePath === error.instancePath)
      );
    case 'required':
      return (
        /\/(?:oneOf|anyOf|allOf)\//.test(error.schemaPath) || meant([String(error.params.missingProperty)])
      );
    case 'oneOf':
      return meant(TARGET_KEYS);
    case 'not':
    case 'if':
      return true;
    default:
      return /\/oneOf\/\d+\//.test(error.schemaPath);
  }
}

function explain(parsed: ParsedSource, error: ErrorObject): Diagnostic {
  const path = error.instancePath.split('/').slice(1).map(decode);
  const { node, keys } = findNode(parsed.root, path);
  const place = spanOf(parsed.source.file, node);
  // A map or list begins below its key: the key itself is what the author can point at.
  const parent =
    isScalar(node) && place.end > place.start ? place : spanOf(parsed.source.file, keys.at(-1) ?? node);
  const key = [...path].reverse().find((step) => !/^\d+$/.test(step)) ?? '';
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(error.params.additionalProperty);
      const pair = isMap(node)
        ? node.items.find((item) => isScalar(item.key) && item.key.value === unknown)
        : undefined;
      const at = isScalar(pair?.key) ? spanOf(parsed.source.file, pair.key) : parent;
      const nearest = nearestKey(error);
      if (nearest !== null)
        return diagnose('error', 'schema/unknown-key#nearest', at, { key: unknown, nearest });
      const known = Object.keys(error.parentSchema?.properties ?? {}).join('、');
      return diagnose('error', 'schema/unknown-key', at, { key: unknown, known });
    }
    case 'required':
      return diagnose('error', 'schema/missing-key', firstLineOf(parent, node, parsed), {
        key: String(error.params.missingProperty),
      });
    case 'oneOf': {
      const present = TARGET_KEYS.filter((target) => isMap(node) && node.has(target));
      const wording = present.length === 0 ? 'row/no-value' : 'row/two-values';
      return diagnose('error', wording, firstLineOf(parent, node, parsed), { keys: present.join('、') });
    }
    case 'type':
      if (isScalar(node) && String(node.value ?? '').trim() === '') {
        return diagnose('error', 'schema/empty', parent, { key });
      }
      return diagnose(
        'error',
        `schema/type#${[error.params.type].flat().includes('string') ? 'text' : error.params.type}`,
        parent,
        {
          key,
        },
      );
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return diagnose('error', 'schema/empty', parent, { key });
    case 'maxLength':
      return diagnose('error', 'schema/too-long', parent, { key, limit: String(error.params.limit) });
    case 'uniqueItems':
      return diagnose('error', 'schema/repeated-item', parent, { key });
    case 'enum':
      return diagnose('error', 'schema/not-allowed', parent, {
        key,
        text: String(error.data),
        allowed: [...new Set((error.params.allowedValues as unknown[]).map(String))].join('、'),
      });
    case 'pattern':
      if (String(error.data).trim() === '') return diagnose('error', 'schema/empty', parent, { key });
      return diagnose('error', PATTERNS[key] ?? 'schema/pattern', parent, { key, text: String(error.data) });
    default:
      return diagnose('error', 'schema/pattern', parent, { key, text: String(error.data) });
  }
}

/** Patterns that have a sentence of their own. */
const PATTERNS: Readonly<Record<string, string>> = {
  项目编码: 'code/shape',
  项目名称: 'name/characters',
  编制日期: 'date/shape',
  年度: 'date/year-shape',
};

/** A missing thing is shown at the key that should hold it; in a list, at the first line of its item. */
function firstLineOf(
  parent: { file: string; start: number; end: number },
  node: unknown,
  { source, root }: ParsedSource,
) {
  if (node === root) return { file: source.file, start: 0, end: 0 };
  if (!isMap(node)) return parent;
  const [first] = node.items;
  return isScalar(first?.key) ? spanOf(source.file, first.key) : parent;
}

/** JSON Pointer's escapes. */
function decode(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
