import type { MessageCode } from '../messages/wording.ts';
import type { Field, Part } from './form.ts';

export interface FormFault {
  path: readonly (string | number)[];
  wording: MessageCode;
  args: Record<string, string>;
  /** It is none where a form only takes over what it is about. */
  isOfOwn?: true;
}

/** A fault where a name is none of those that are known. */
export function unknownName(name: string, known: readonly string[], path: FormFault['path']): FormFault[] {
  const args = { name, known: known.join('、') };
  return known.includes(name) ? [] : [{ path, wording: 'form/unknown-name', args }];
}

/** `path`: of the field that has the block. */
export function findBlockFaults(field: Field, path: FormFault['path']): FormFault[] {
  const fault = (wording: MessageCode, args: Record<string, string> = {}, more: FormFault['path'] = []) => [
    { path: [...path, ...more], wording, args: { name: field.key, ...args } },
  ];
  const isBlock = field.type === 'funds' || field.type === 'list';
  if (isBlock !== (field.block !== null)) return fault(isBlock ? 'form/no-parts' : 'form/parts-of-none');
  if ((field.type === 'choice') !== field.options.length > 0) return fault('form/options');
  if (field.block === null) return [];
  const { parts, unit, total } = field.block;
  const amounts = parts.filter(({ type }) => type === 'amount');
  if (field.type === 'funds' && amounts.length < parts.length)
    return fault('form/funds-of-money', {}, ['项']);
  if (unit !== null && amounts.length === 0) return fault('form/unit-of-none', {}, ['单位']);
  if (total !== null && (field.type === 'funds' || amounts.length === 0)) {
    return fault('form/total-of-none', {}, ['合计行']);
  }
  const sums = parts.flatMap(({ key, sumOf }) =>
    sumOf.flatMap((name, at) => {
      const place = ['项', key, '合计', at];
      const known = amounts.map((part) => part.key).filter((other) => other !== key);
      const unknown = unknownName(name, known, [...path, ...place]);
      if (unknown.length > 0) return unknown;
      return isBelow(parts, name, key) ? fault('form/sum-of-itself', { part: key }, place) : [];
    }),
  );
  if (sums.length > 0 || field.type === 'funds') return sums;
  const widths = Math.round(parts.reduce((sum, { width }) => sum + width, 0) * 10) / 10;
  return widths === 100 ? [] : fault('form/widths', { sum: String(widths) }, ['项']);
}

/** Whether a part is, in the end, a sum of another. */
function isBelow(parts: readonly Part[], key: string, wanted: string, seen: readonly string[] = []): boolean {
  const { sumOf = [] } = parts.find((part) => part.key === key) ?? {};
  return sumOf.some(
    (name) => name === wanted || (!seen.includes(name) && isBelow(parts, name, wanted, [...seen, name])),
  );
}
