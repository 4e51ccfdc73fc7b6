import type { ErrorObject } from 'ajv';
import { isMap, isScalar, type Node } from 'yaml';
import { FIGURE_KEY } from '../../form/form.ts';
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

const SIGN_KEYS = ['符号', '*符号', '比较符号'];
const NUMBER_KEYS = ['值', '*值', '数值', '目标值'];
const UNIT_KEYS = ['计量单位', '单位'];

/** True for a key that the printed form heads a column with: in a source sign, number and unit are one text. */
export function isPartOfValue({ key, allowed }: Pick<UnknownKey, 'key' | 'allowed'>): boolean {
  return allowed.includes(FIGURE_KEY) && [...SIGN_KEYS, ...UNIT_KEYS, '*值', '数值', '值'].includes(key);
}

/** `≥ 4 次` from a row that has 符号, 值 and 计量单位 as keys of their own; null when there is no number. */
export function joinValue(row: Node): string | null {
  const read = (keys: readonly string[]) => {
    const found = isMap(row)
      ? row.items.find(({ key }) => isScalar(key) && keys.includes(String(key.value)))?.value
      : null;
    return isScalar(found) ? String(found.value ?? '').trim() : '';
  };
  const number = read([...NUMBER_KEYS, FIGURE_KEY]);
  if (number === '') return null;
  return [read(SIGN_KEYS) || '=', number, read(UNIT_KEYS)].filter(Boolean).join(' ');
}
