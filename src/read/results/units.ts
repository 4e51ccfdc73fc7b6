import Big from 'big.js';
import { isMoney, toTenThousandYuan } from '../../form/money.ts';
import { preferUnit } from '../../form/units.ts';

/** What one of a unit is in the first unit of its line. */
const MEASURES: readonly Readonly<Record<string, string>>[] = [
  { 米: '1', 公里: '1000', 千米: '1000', km: '1000', m: '1', 厘米: '0.01', cm: '0.01' },
  { 公斤: '1', 千克: '1', kg: '1', 吨: '1000', t: '1000', 克: '0.001', g: '0.001' },
  { 平方米: '1', 公顷: '10000', 平方公里: '1000000', 平方千米: '1000000' },
  { 亩: '1', 公顷: '15' },
  { 分钟: '1', 小时: '60' },
  { '%': '1', '‰': '0.1' },
  { 千瓦时: '1', kWh: '1', 度: '1', 兆瓦时: '1000' },
];

const SCALES: Readonly<Record<string, string>> = {
  十: '10',
  百: '100',
  千: '1000',
  万: '10000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
};

/** A number in another unit, exactly; null where nobody can say that the two measure the same. */
export function convert(number: string, from: string, to: string): Big | null {
  const [source, target] = [preferUnit(from), preferUnit(to)];
  const value = new Big(number);
  if (source === target) return value;
  if (isMoney(source) && isMoney(target))
    return value.times(toTenThousandYuan('1', source)).div(toTenThousandYuan('1', target));
  const [own, wanted] = [takeApart(source), takeApart(target)];
  if (own.unit === wanted.unit) return value.times(own.scale).div(wanted.scale);
  const line = MEASURES.find(
    (measures) => Object.hasOwn(measures, own.unit) && Object.hasOwn(measures, wanted.unit),
  );
  if (line === undefined) return null;
  const factor = new Big(own.scale).times(line[own.unit] ?? '1');
  return value.times(factor).div(new Big(wanted.scale).times(line[wanted.unit] ?? '1'));
}

/** 万人 → 人 by ten thousand. 千克 and 百分点 are units of their own. */
function takeApart(unit: string): { unit: string; scale: string } {
  const isOne = MEASURES.some((measures) => Object.hasOwn(measures, unit));
  const [, scale = '', rest = ''] = (!isOne && /^(百万|千万|[十百千万亿])(.+)$/u.exec(unit)) || [];
  return rest === '' || rest === '分点' ? { unit, scale: '1' } : { unit: rest, scale: SCALES[scale] ?? '1' };
}
