import { groupBy } from '../util/group-by.ts';
import { memoize } from '../util/memoize.ts';
import { readWordLines } from '../util/word-list.ts';
import { type Column, FIGURE_KEY, type Field, type Form, NAME_KEY } from './form.ts';
import type { FieldType } from './words.ts';

export type Slot =
  | { kind: 'level1' | 'level2' | 'running' }
  | {
      kind: 'cell';
      key: string;
      type: FieldType;
      part: 'operator' | 'number' | 'unit' | null;
      /** Of a column that has a mark where the row has this one. */
      option: string | null;
      /** It says again what another column does. */
      isCopy: boolean;
    }
  | { kind: 'fact'; key: string };

/** Sign, number and unit, or words, in one cell or in three. */
export function isValue(slot: Slot | null | undefined): boolean {
  return slot?.kind === 'cell' && (slot.type === 'figure' || slot.type === 'value');
}

/** A name of something above or below the indicators; `part`: of funds and lists, one of theirs. */
export interface FactLabel {
  key: string;
  part: string | null;
}

/** The words by which a form's columns and facts are known: its own, then what other offices call the same. */
export interface Dictionary {
  columns: ReadonlyMap<string, Slot>;
  /** Headings that several columns have, in their order: 指标值 of each half. */
  repeated: ReadonlyMap<string, readonly Slot[]>;
  groups: ReadonlySet<string>;
  facts: ReadonlyMap<string, readonly FactLabel[]>;
}

/** Different words for one thing, as provinces have them. A form's own word counts before these. */
const SYNONYMS = readWordLines(`
  一级指标 一级 指标类别 指标类型 一级指标名称
  二级指标 二级 二级指标名称
  三级指标 三级 三级指标名称 指标名称 指标内容 绩效指标 绩效指标名称 具体指标 指标
  符号 计算符号 比较符号 运算符号 运算符 比较符 指标性质 指标符号
  值 数值 目标值 指标值 指标目标值 绩效指标值 年度指标值 年度目标值 年初目标值 预期指标值 预期值 计划指标值 全年指标值 年初指标值 指标数值
  计量单位 度量单位 单位 指标单位
  备注 指标解释 指标说明 指标释义 备注说明 说明
  指标值说明 评分标准 评扣分标准 评分规则 计分标准 计分方法 评价标准 指标评分标准
  权重 分值 分值权重 指标权重 指标分值 标准分
  指标方向性 指标方向 方向性
  绩效标准 标准类型 指标标准 标准来源
  序号 编号 行次
  项目名称 项目 项目全称 预算项目名称
  项目编码 项目代码 项目编号 预算项目编码
  绩效目标 总体目标 年度目标 年度绩效目标 年度总体目标 年度总体绩效目标 项目绩效目标 项目年度绩效目标 总体绩效目标 当年绩效目标 整体目标 绩效总目标 项目总体目标 项目目标
  实施期目标 中期目标 中长期目标 实施期总目标 长期目标
  实施单位 项目单位 项目实施单位 预算单位 单位名称 申报单位
  主管部门 预算主管部门 主管单位 项目主管部门 主管部门及代码 主管预算部门
  负责人 项目负责人
  联系电话 电话 联系方式
  预算金额 项目金额 项目预算 预算数 项目资金 资金总额 年度资金总额 项目总金额 批复金额 安排金额 年度预算 项目预算金额 预算资金
  财政拨款 财政资金 当年财政拨款 本级财政 财政拨款资金
  其他资金 其它资金 其他
  自筹资金 自筹 单位自筹
  起止时间 项目起止时间 实施期 项目期 项目实施期 建设周期 项目周期 实施期限
  填报人 填表人 制表人 经办人
  填报日期 填表日期 日期 填报时间
`);

/** A heading or a name without its brackets, stars and blanks; months are 1-7月. */
export function bareHeading(text: string): string {
  const bare = text
    .replace(/[\s*＊:：]/gu, '')
    .replace(/^其中/u, '')
    .replace(/(?<=\d)月?[-–—~～至到]+(?=\d{1,2}月)/u, '-');
  return bare.replace(/[（(【[][^（()）【】[\]]{0,30}[）)】\]]/gu, '') || bare;
}

/** Made once for a form: its words are compared with all of those lists. */
export const toDictionary = memoize((form: Form): Dictionary => {
  const groups = form.columns.flatMap(({ cell, heading }) => (cell === null ? [bareHeading(heading)] : []));
  const values = groupBy(listSlots(form), ({ heading }) => bareHeading(heading));
  const repeated = [...values].flatMap(([heading, own]): [string, Slot[]][] => {
    const slots = own.flatMap(({ slot }) => (isValue(slot) ? slot : []));
    return slots.length > 1 ? [[heading, slots]] : [];
  });
  return {
    columns: toColumns(form),
    repeated: new Map(repeated),
    groups: new Set(groups),
    facts: toFacts(form),
  };
});

function listSlots({ columns, rowFields }: Form): (Column & { above: string; slot: Slot })[] {
  return listPaths(columns).flatMap((column) => {
    if (column.cell === null) return [];
    const { content, part, option, condition } = column.cell;
    const key = typeof content === 'string' ? '' : content.key;
    const type = rowFields.find((one) => one.key === key)?.type ?? 'text';
    const isCopy = condition !== null;
    const slot: Slot =
      typeof content === 'string' ? { kind: content } : { kind: 'cell', key, type, part, option, isCopy };
    return [{ ...column, slot }];
  });
}

function toColumns(form: Form): Map<string, Slot> {
  const { rowFields, fields } = form;
  const own: [word: string, slot: Slot][] = [
    ['一级指标', { kind: 'level1' }],
    ['二级指标', { kind: 'level2' }],
    ['序号', { kind: 'running' }],
  ];
  for (const { above, heading, subheading, slot } of listSlots(form)) {
    if (above !== '') own.push([above + heading, slot]);
    own.push([heading, slot]);
    if (subheading !== '') own.push([heading + subheading, slot]);
  }
  for (const field of rowFields)
    for (const word of wordsOf(field))
      own.push([
        word,
        { kind: 'cell', key: field.key, type: field.type, part: null, option: null, isCopy: false },
      ]);
  // However a form prints a figure, another office may have it in three cells.
  if (rowFields.some(({ key }) => key === FIGURE_KEY)) {
    const figure = { kind: 'cell', key: FIGURE_KEY, type: 'figure', option: null, isCopy: false } as const;
    own.push(['符号', { ...figure, part: 'operator' }]);
    own.push(['值', { ...figure, part: null }]);
    own.push(['计量单位', { ...figure, part: 'unit' }]);
  }
  own.push([
    NAME_KEY,
    { kind: 'cell', key: NAME_KEY, type: 'text', part: null, option: null, isCopy: false },
  ]);
  for (const field of fields.filter(({ block }) => block === null))
    for (const word of wordsOf(field)) own.push([word, { kind: 'fact', key: field.key }]);
  return withSynonyms(own);
}

function listPaths(columns: readonly Column[], above = ''): (Column & { above: string })[] {
  return columns.flatMap((column) =>
    column.cell === null ? listPaths(column.columns, column.heading) : [{ ...column, above }],
  );
}

/** Each word once, the first meaning given; none that is another one's own gets a second meaning. */
function withSynonyms<Meaning>(
  own: readonly (readonly [string, Meaning])[],
  taken: ReadonlySet<string> = new Set(),
): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [word, meaning] of own) if (!words.has(bareHeading(word))) words.set(bareHeading(word), meaning);
  for (const group of SYNONYMS) {
    const known = own.find(([word]) => group.includes(bareHeading(word)));
    if (known === undefined) continue;
    for (const word of group) if (!words.has(word) && !taken.has(word)) words.set(word, known[1]);
  }
  return words;
}

function toFacts({ fields }: Form): Map<string, FactLabel[]> {
  const everything = fields.flatMap((field) => [field, ...(field.block?.parts ?? [])]);
  const taken = new Set(everything.flatMap(wordsOf).map(bareHeading));
  // What is summed up in a budget comes first: a word for money means it.
  const sorted = fields.toSorted((a, b) => Number(b.role !== null) - Number(a.role !== null));
  const own = sorted.flatMap((field) =>
    wordsOf(field).map((word) => [word, { key: field.key, part: null }] as [string, FactLabel]),
  );
  const facts = new Map([...withSynonyms(own, taken)].map(([word, label]) => [word, [label]]));
  for (const { key, block } of fields) {
    const parts = (block?.parts ?? []).flatMap((part) =>
      wordsOf(part).map((word) => [word, { key, part: part.key }] as [string, FactLabel]),
    );
    for (const [word, label] of withSynonyms(parts, taken))
      facts.set(word, [...(facts.get(word) ?? []), label]);
  }
  return facts;
}

function wordsOf({ key, label }: Pick<Field, 'key' | 'label'>): string[] {
  return [key, label];
}
