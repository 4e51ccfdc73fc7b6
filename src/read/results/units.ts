import Big from 'big.js';
import { isMoney, SCALES, toTenThousandYuan } from '../../form/money.ts';
import { preferUnit } from '../../form/units.ts';

/** What one of a unit is in the first unit of its line. */
const MEASURES: readonly Readonly<Record<string, string>>[] = [
  { 米: '1', 公里: '1000', 千米: '1000', km: '1000', m: '1', 厘米: '0.01', cm: '0.01' },
  { 公斤: '1', 千克: '1', kg: '1', 吨: '1000', t: '1000', 克: '0.001', g: '0.001' },
  { 毫克: '1', mg: '1', 克: '1000', g: '1000', 微克: '0.001', μg: '0.001' },
  {
    平方米: '1',
    'm²': '1',
    公顷: '10000',
    ha: '10000',
    平方公里: '1000000',
    平方千米: '1000000',
    'km²': '1000000',
  },
  { 亩: '1', 公顷: '15', ha: '15' },
  { 立方米: '1', 'm³': '1', 升: '0.001', L: '0.001', 毫升: '0.000001', mL: '0.000001', ml: '0.000001' },
  { 分钟: '1', 小时: '60', h: '60', 天: '1440', 日: '1440', d: '1440' },
  { 个月: '1', 月: '1', 季度: '3', 年: '12' },
  { 个工作日: '1', 工作日: '1' },
  { '%': '1', '‰': '0.1' },
  { 千瓦时: '1', kWh: '1', 度: '1', 兆瓦时: '1000', MWh: '1000' },
  { 千瓦: '1', kW: '1', 兆瓦: '1000', MW: '1000' },
  { 分贝: '1', dB: '1' },
  { '℃': '1', '°C': '1', 摄氏度: '1' },
  { 台套: '1', '台/套': '1', '台（套）': '1' },
];

/** A number in another unit, exactly; null when the two are not known to measure the same thing. */
export function convert(number: string, from: string, to: string): Big | null {
  const [source, target] = [preferUnit(from), preferUnit(to)];
  const whole = ratioOf(source, target);
  if (whole !== null) return new Big(number).times(whole.own).div(whole.wanted);
  const [own = '', ...each] = source.split(/[/／]/u);
  const [wanted = '', ...wantedEach] = target.split(/[/／]/u);
  if (each.length !== wantedEach.length) return null;
  // Of 毫克/升 the first is multiplied, and the others divide.
  const ratios = [ratioOf(own, wanted), ...each.map((unit, index) => ratioOf(wantedEach[index] ?? '', unit))];
  let value = new Big(number);
  for (const ratio of ratios) {
    if (ratio === null) return null;
    value = value.times(ratio.own);
  }
  return ratios.reduce((left, ratio) => left.div(ratio?.wanted ?? 1), value);
}

/** What one unit is of another: `own` ÷ `wanted`. */
function ratioOf(from: string, to: string): { own: Big; wanted: Big } | null {
  const ratio = (own: string | Big, wanted: string | Big) => ({ own: new Big(own), wanted: new Big(wanted) });
  if (from === to) return ratio('1', '1');
  if (isMoney(from) && isMoney(to)) return ratio(toTenThousandYuan('1', from), toTenThousandYuan('1', to));
  const [own, wanted] = [takeApart(from), takeApart(to)];
  if (own.unit === wanted.unit) return ratio(own.scale, wanted.scale);
  const line = MEASURES.find(
    (measures) => Object.hasOwn(measures, own.unit) && Object.hasOwn(measures, wanted.unit),
  );
  if (line === undefined) return null;
  return ratio(
    new Big(own.scale).times(line[own.unit] ?? '1'),
    new Big(wanted.scale).times(line[wanted.unit] ?? '1'),
  );
}

/** 万人 → 人 by ten thousand. 千克 and 百分点 are units of their own. */
function takeApart(unit: string): { unit: string; scale: string } {
  const isOne = MEASURES.some((measures) => Object.hasOwn(measures, unit));
  const [, scale = '', rest = ''] = (!isOne && /^(百万|千万|[十百千万亿])(.+)$/u.exec(unit)) || [];
  return rest === '' || rest === '分点'
    ? { unit, scale: '1' }
    : { unit: rest, scale: SCALES.get(scale) ?? '1' };
}
