import Big from 'big.js';
import { isMoney, toTenThousandYuan, writeAmount } from '../form/money.ts';
import { isPercent, preferUnit } from '../form/units.ts';
import type { Figure } from '../form/value.ts';
import type { Change } from './comparison.ts';
import type { PrintedValue } from './printed.ts';

type Quantity = Pick<Figure, 'number' | 'unit'>;
type SignedQuantity = Quantity & Partial<Pick<Figure, 'operator'>>;
type Difference = Pick<Change, 'delta' | 'percent'>;
/** Also whether both are the same quantity, written with another unit or other decimals. */
type Relation = Pick<Change, 'delta' | 'percent' | 'isEqual'>;

/**
 * The values that differ, in the order of the later side; those that it does not have follow. Keys are unique on each side.
 */
export function listChanges<Key extends string>(
  before: readonly PrintedValue[],
  after: readonly PrintedValue[],
  key: Key,
): (Change & Record<Key, string>)[] {
  const earlier = new Map(before.map((value) => [value.key, value]));
  const later = new Map(after.map((value) => [value.key, value]));
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((name) => {
    const [old, now] = [earlier.get(name), later.get(name)];
    if (old?.text === now?.text) return [];
    const named = { [key]: name } as Record<Key, string>;
    return [
      {
        ...named,
        before: old?.text ?? '',
        after: now?.text ?? '',
        ...relate(old?.figure ?? null, now?.figure ?? null),
      },
    ];
  });
}

/** Empty for what cannot be subtracted, and where the difference is nothing. */
export function subtract(before: Quantity | null, after: Quantity | null): Difference {
  const { isEqual: _, ...difference } = relate(before, after);
  return difference;
}

function relate(before: SignedQuantity | null, after: SignedQuantity | null): Relation {
  if (before === null || after === null) return {};
  const isAmount = isMoney(before.unit) && isMoney(after.unit);
  const isSame = preferUnit(before.unit) === preferUnit(after.unit);
  if (!isSame && !isAmount) return {};
  const [old, now] = isSame
    ? [new Big(before.number), new Big(after.number)]
    : [before, after].map(({ number, unit }) =>
        toTenThousandYuan(number, unit).div(toTenThousandYuan('1', after.unit)),
      );
  if (old === undefined || now === undefined) return {};
  if (now.eq(old)) return before.operator === after.operator ? { isEqual: true } : {};
  const difference = now.minus(old);
  if (isPercent(after.unit)) return { delta: `${writeAmount(difference)} 个百分点` };
  return { delta: `${writeAmount(difference)} ${after.unit}`, ...toPercent(difference, old) };
}

/** The same for two amounts in 万元, either of which may be missing. */
export function subtractAmounts(before: string, after: string): Difference {
  const [old, now] = [before, after].map((number) => (number === '' ? null : { number, unit: '万元' }));
  return subtract(old ?? null, now ?? null);
}

/**
 * A part of nothing is no number, a part of a negative one says the opposite of what it seems to, and less than half a
 * hundredth of a per cent would read as no change.
 */
function toPercent(difference: Big, old: Big): Difference {
  const percent = old.gt(0) ? difference.div(old).times(100).round(2).toNumber() : 0;
  return percent === 0 ? {} : { percent };
}
