import { isMap, isScalar, type Node } from 'yaml';
import { FIGURE_KEY } from '../../form/form.ts';
import type { UnknownKey } from './unknown-keys.ts';

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
