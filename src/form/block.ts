import type { FormFault } from './fault.ts';
import type { Block, Field, FieldType, Part } from './form.ts';

export interface PartSource {
  类型?: '金额' | '单行' | '文字';
  标题?: string;
  必填?: '是' | '否';
  说明?: string;
  合计?: string[];
  有则印?: '是' | '否';
  上栏?: string;
  宽?: string;
  例?: string[];
}

export interface BlockSource {
  项?: Record<string, PartSource>;
  单位?: string;
  合计行?: string;
}

const PART_TYPES = { 金额: 'amount', 单行: 'line', 文字: 'text' } as const satisfies Record<
  string,
  FieldType
>;

export function toBlock({ 项, 单位, 合计行 }: BlockSource): Block | null {
  if (项 === undefined) return null;
  return { parts: Object.entries(项).map(toPart), unit: 单位 ?? null, total: 合计行 ?? null };
}

function toPart([key, source]: [string, PartSource]): Part {
  const isRequired = source.必填 === '是';
  const sumOf = source.合计 ?? [];
  const sum = sumOf.length === 0 ? '' : `等于${sumOf.join('、')}的合计。`;
  return {
    key,
    type: PART_TYPES[source.类型 ?? '金额'],
    role: null,
    label: source.标题 ?? key,
    isRequired,
    title: isRequired ? key : `${key}（可以不写）`,
    description: `${source.说明 ?? ''}${sum}` || key,
    details: null,
    examples: source.例 ?? [],
    reminder: null,
    whenWrong: null,
    completions: [],
    options: [],
    block: null,
    weight: null,
    sumOf,
    isOptional: source.有则印 === '是',
    above: source.上栏 ?? null,
    width: Number(source.宽 ?? '0'),
  };
}

/** `path`: of the field that has the block. */
export function findBlockFaults(field: Field, path: FormFault['path']): FormFault[] {
  const fault = (wording: string, args: Record<string, string> = {}, more: FormFault['path'] = []) => [
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
      if (!known.includes(name)) {
        return [
          {
            path: [...path, ...place],
            wording: 'form/unknown-name',
            args: { name, known: known.join('、') },
          },
        ];
      }
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
