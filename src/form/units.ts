import { readPairs } from '../util/word-list.ts';

/**
 * What is a unit, for every rule that asks: one list of words for each kind. Each is a piece of a regular expression, with
 * what may not follow it in a running text: 3 条, but not 3 条例.
 */
const COUNTED = `
人次 户次 批次 场次 架次 车次 班次 例次 台次 件次 课次 台套 台/套 人(?![民均大员才]) 名(?![义额单称录]) 位(?![于置]) 场(?![地所馆])
家(?!庭) 户(?!籍) 次 期(?!间) 轮 份(?!额) 件 篇 条(?![例件款]) 项(?![目规]) 套 台(?![账阶风]) 张 册 本(?![科级年月单地])
部(?![门分委署队级]) 幅(?!度) 块 面(?![向对积貌临上]) 辆 座(?![谈位]) 所 处(?![级长室理置罚]) 间 栋 幢 支(?![部出持付撑行委队])
只(?![要有能是]) 头 株 棵 例(?![如会行外]) 宗 起(?![步草点来]) 批(?![准复示评]) 班(?![子级组主]) 课(?![程题时堂]) 架(?![构设])
艘 颗 捆 页(?!面) 趟 航次 标段 网格 床位 座位 车位 泊位 门(?![户店诊]) 口(?![径岸号]) 眼(?![科镜]) 羽 尾 匹 枚 粒 束 组(?![织长]) 桶 袋 箱 瓶 盒 包(?![括含]) 盏 根 扇 樘 尊
个(?!方面|维护|意识|自信|确保|月|百分点|工作日|小时|学时)`.trim();

/** Measured: these may have decimals. */
const MEASURED = String.raw`
个工作日 工作日 个月 个小时 个学时 小时 分钟 课时 学时 天 平方公里 平方千米 平方米 平米 公顷 亩 立方米 公里 千米 厘米 毫米 米 万方 公斤 千克 吨
克(?!服) 升(?!级) 毫升 千瓦时 千瓦 兆瓦 兆 分贝 万字(?!符) ℃ °C ㎡ ㎥ ㎞ ㎏ (?:[kchd]?m[23²³]|k?m|[cm]m|[kmμ]?g|m?L|[kM]W|kWh|kVA|[kM]?Pa|[kM]?Hz|ha|Gbps|dB(?:\(A\))?|[GMT]B|Mbps|t|h|d)(?![A-Za-z])`.trim();

const PERCENT = '%|％|﹪|百分比|百分之|百分率|百分号|[Pp]ercent|pct';
const PARTS = `${PERCENT}|‰|个百分点|百分点`;
/** 3 万人, 100 万粒, 8 千元: what is counted by the ten thousand. */
const SCALE = '[百千万亿]{0,2}';

const counted = COUNTED.split(/\s+/).join('|');
const known = [MEASURED, COUNTED].map((words) => words.split(/\s+/).join('|')).join('|');
const single = `${SCALE}(?:元(?![旦月宵素])|${known})`;

/** A unit within a text, as a piece of a regular expression. Years, months and days of the month are dates there. */
export const UNIT = `(?:${PARTS}|${single}(?:[/／](?:${single}|年|月|周|季度?))?)`;

const isOneOfCounted = new RegExp(`^(?:${counted}|届)$`, 'u');
const isOne = new RegExp(`^(?:${UNIT}|${SCALE}(?:周|年|届|岁))$`, 'u');
const isPart = new RegExp(`^(?:${PERCENT})$`, 'u');

/** Counted one by one: these may have no decimals. */
export function isCounted(unit: string): boolean {
  return isOneOfCounted.test(unit);
}

/** A unit that people use, alone or by the ten thousand, or of something: 元/亩, 立方米/天. */
export function isKnownUnit(unit: string): boolean {
  return isOne.test(unit);
}

export function isPercent(unit: string): boolean {
  return isPart.test(unit);
}

/** Units that cannot be negative: all but shares, temperatures, sound levels and money. */
export function isNeverNegative(unit: string): boolean {
  return isKnownUnit(unit) && !isPercent(unit) && !/^(?:‰|个?百分点|℃|°C|分贝|dB.*|[^/元]*元.*)$/u.test(unit);
}

/** Substitutes for signs, and forms from older encodings → the form's spelling. */
const SPELLINGS = readPairs(`
  m2→平方米 M2→平方米 ㎡→平方米 平米→平方米 平方→平方米 立方→立方米 m3→立方米 M3→立方米 ㎥→立方米
  km2→平方公里 KM2→平方公里 hm2→公顷 KM→公里 ㎞→公里 KG→公斤 ㎏→公斤
`);
/** Written in words next to a unit in words. */
const TIMES = readPairs('d→天 h→小时 s→秒 a→年');

/** The unit as it is best written: `m3/d` → 立方米/天, 百分比 → %; any other stays. */
export function preferUnit(unit: string): string {
  if (isPercent(unit)) return '%';
  const [, bracketed] = /^[（([［【“"]([^（()）]{1,20})[)）\]］】”"]$/u.exec(unit) ?? [];
  if (bracketed !== undefined) return preferUnit(bracketed);
  const parts = unit.replaceAll('^', '').split(/[/／]/u);
  // mg/m³ is all in letters.
  if (parts.length > 1 && /^[A-Za-zμ]/u.test(unit) && respell(parts[0] ?? '') === parts[0]) {
    return parts
      .map((part) => part.replace(/(?<=[A-Za-z])2$/, '²').replace(/(?<=[A-Za-z])3$/, '³'))
      .join('/');
  }
  const [first = '', ...each] = parts.map((part) => respell(part));
  if (first === parts[0]) return each.length === 0 ? unit : [first, ...each].join('/');
  return [first, ...each.map((part) => TIMES.get(part) ?? part)].join('/');
}

/** 万m2 → 万平方米 */
function respell(part: string): string {
  const [, scale = '', bare = part] =
    /^([百千万亿]{1,2})(.+)$/u.exec(part.replace(/^[wWＷ](?=\p{Script=Han})/u, '万')) ?? [];
  const word = SPELLINGS.get(bare);
  return word === undefined && !/^[wWＷ]\p{Script=Han}/u.test(part) ? part : scale + (word ?? bare);
}
