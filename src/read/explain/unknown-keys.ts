import type { ErrorObject } from 'ajv';
import { isMap, isScalar } from 'yaml';
import type { Span } from '../../report/diagnostic.ts';
import { findNode, type ParsedSource, spanOf } from '../parse.ts';
import { findNearest } from './nearest.ts';
import type { KeyPlaces } from './places.ts';

export interface UnknownKey {
  key: string;
  at: Span;
  /** The map that it is in, as a JSON Pointer. */
  within: string;
  /** The key that was probably meant, of those that may be here and do not yet. */
  nearest: string | null;
  /** What it belongs under when it is right elsewhere; '' is the left margin. */
  parents: readonly string[];
  allowed: readonly string[];
}

/** Beyond this nobody wants to know what each was meant to be. */
const MOST_STUDIED = 200;

/** The unknown keys among a schema's errors, each looked up once. */
export function findUnknownKeys(
  parsed: ParsedSource,
  errors: readonly ErrorObject[],
  places: KeyPlaces,
): ReadonlyMap<ErrorObject, UnknownKey> {
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties').slice(0, MOST_STUDIED);
  return new Map(unknown.map((error) => [error, study(parsed, error, places)]));
}

function study(parsed: ParsedSource, error: ErrorObject, places: KeyPlaces): UnknownKey {
  const key = String(error.params.additionalProperty);
  const { node } = findNode(parsed.root, toPath(error.instancePath));
  const pair = isMap(node)
    ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const allowed = Object.keys(error.parentSchema?.properties ?? {});
  const free = allowed.filter((known) => !isMap(node) || !node.has(known));
  const parents = places.get(key) ?? [];
  return {
    key,
    at: spanOf(parsed.source.file, isScalar(pair?.key) ? pair.key : node),
    within: error.instancePath,
    nearest: parents.length > 0 ? null : findNearest(key, free),
    parents,
    allowed,
  };
}

export function toPath(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
