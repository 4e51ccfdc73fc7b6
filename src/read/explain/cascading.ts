import type { ErrorObject } from 'ajv';
import { TARGET_KEYS } from '../../form/form.ts';
import type { KeyType } from '../../form/vocabulary.ts';
import { findNode, type ParsedSource } from '../parse.ts';
import { isPartOfValue, toPath, type UnknownKey } from './unknown-keys.ts';

/** What has a parser of its own, which can say more than "does not match the pattern". */
const PARSED_ELSEWHERE: ReadonlySet<KeyType | undefined> = new Set(['figure', 'amount', 'period']);

/** Whether an error only follows from another error of the same run. */
export function findCascading(
  parsed: ParsedSource,
  errors: readonly ErrorObject[],
  unknownKeys: ReadonlyMap<ErrorObject, UnknownKey>,
): (error: ErrorObject) => boolean {
  const unknown = [...unknownKeys.values()];
  const meant = new Set(unknown.map(({ within, nearest }) => `${within} ${nearest}`));
  const misplaced = unknown.filter(({ parents }) => parents.length > 0);
  const misplacedKeys = new Set(misplaced.map(({ key }) => key));
  const lackingMisplaced = new Set(misplaced.flatMap(({ parents }) => parents));
  const empty = new Set(
    errors.filter(({ keyword }) => keyword === 'minLength').map(({ instancePath }) => instancePath),
  );
  const split = new Set(unknown.filter(isPartOfValue).map(({ within }) => within));
  const bereft = findBereftRows(parsed, errors, misplaced);
  const repeated = findRepeated(unknownKeys);
  const twins = findTwins(errors);

  return (error) => {
    if (twins.has(error)) return true;
    const { keyword, instancePath: path, schemaPath, params } = error;
    switch (keyword) {
      case 'additionalProperties':
        return repeated.has(error);
      case 'pattern':
        return (
          empty.has(path) ||
          (PARSED_ELSEWHERE.has(parsed.words.types.get(toPath(path).at(-1) ?? '')) &&
            String(error.data).trim() !== '')
        );
      case 'required': {
        const key = String(params.missingProperty);
        return (
          /\/(?:oneOf|anyOf|allOf)\//.test(schemaPath) ||
          meant.has(`${path} ${key}`) ||
          misplacedKeys.has(key)
        );
      }
      case 'oneOf':
        return (
          typeof error.data === 'string' ||
          bereft.has(error) ||
          split.has(path) ||
          TARGET_KEYS.some((key) => meant.has(`${path} ${key}`))
        );
      case 'type':
      case 'minProperties':
        // Its content is beside it instead of under it.
        return isEmpty(error.data) && lackingMisplaced.has(toPath(path).at(-1) ?? '');
      case 'not':
      case 'if':
        return true;
      default:
        return /\/oneOf\/\d+\//.test(schemaPath);
    }
  };
}

/** A schema may say the same thing twice of one place, once for the editor's sake. */
function findTwins(errors: readonly ErrorObject[]): Set<ErrorObject> {
  const seen = new Set<string>();
  return new Set(
    errors.filter(({ keyword, instancePath, params, schemaPath }) => {
      if (/\/oneOf\/\d+\//.test(schemaPath)) return false;
      const said = `${instancePath} ${keyword} ${Object.values(params).join(' ')}`;
      const isTwin = seen.has(said);
      seen.add(said);
      return isTwin;
    }),
  );
}

/** Keys of one map that belong to the same other place are reported once, and so are the pieces of one value. */
function findRepeated(unknownKeys: ReadonlyMap<ErrorObject, UnknownKey>): Set<ErrorObject> {
  const seen = new Set<string>();
  const repeated = new Set<ErrorObject>();
  // What slid sideways with a key is not reported again.
  const moved = new Set(
    [...unknownKeys.values()]
      .filter(({ parents }) => parents.length > 0)
      .map(({ within, key }) => `${within} ${key}`),
  );
  for (const [error, unknown] of unknownKeys) {
    const { within, parents } = unknown;
    const kinds = isPartOfValue(unknown)
      ? [within]
      : parents.filter((parent) => parent !== unknown.key).map((parent) => `${within} ${parent}`);
    if (kinds.some((kind) => seen.has(kind) || moved.has(kind))) repeated.add(error);
    for (const kind of kinds) seen.add(kind);
  }
  return repeated;
}

/** The rows whose value slid out of them: the last row without one above each misplaced 指标值. */
function findBereftRows(
  { root }: ParsedSource,
  errors: readonly ErrorObject[],
  misplaced: readonly UnknownKey[],
): Set<ErrorObject> {
  const values = misplaced.filter(({ key }) => (TARGET_KEYS as readonly string[]).includes(key));
  if (values.length === 0) return new Set();
  const rows = errors
    .filter(({ keyword }) => keyword === 'oneOf')
    .map((error) => ({ error, start: findNode(root, toPath(error.instancePath)).node.range?.[0] ?? 0 }));
  return new Set(
    values.flatMap(({ at }) => rows.filter(({ start }) => start < at.start).at(-1)?.error ?? []),
  );
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
