import type { Block, Cell, Column, Field, Part, Sheet } from './form.ts';
import { type HeadLineSource, toHeadLine } from './head.ts';
import { CELL_PARTS, FIELD_ROLES, FIELD_TYPES, type FieldType, PAPERS } from './words.ts';

export type YesOrNo = '是' | '否';

export interface FieldSource {
  类型: keyof typeof FIELD_TYPES;
  标题?: string;
  必填?: YesOrNo;
  选项?: string[];
  总分?: string;
  分项总分?: Record<string, string>;
  用途?: string;
  称呼?: string;
  说明: string;
  详细说明?: string;
  提醒?: string;
  写错时?: string;
  例?: string[];
  补全?: { 称呼: string; 符号: string; 单位: string[]; 说明: string }[];
  项?: Record<string, PartSource>;
  单位?: string;
  合计行?: string;
}

/** An amount unless it says otherwise. */
interface PartSource extends Partial<FieldSource> {
  合计?: string[];
  有则印?: YesOrNo;
  上栏?: string;
  宽?: string;
}

export interface ColumnSource {
  标题: string;
  小字?: string;
  内容?: string;
  部分?: keyof typeof CELL_PARTS;
  合并?: YesOrNo;
  选项?: string;
  随?: string;
  宽?: string;
  列?: ColumnSource[];
}

/** What the files of all forms have, those of results among them. */
export interface SheetSource {
  标题: string;
  纸张?: keyof typeof PAPERS;
  说明: string;
  表头: HeadLineSource[];
  表尾?: HeadLineSource[];
  列: ColumnSource[];
}

export function toSheet(name: string, source: SheetSource): Sheet {
  return {
    name,
    title: source.标题,
    description: source.说明,
    paper: PAPERS[source.纸张 ?? '横'],
    head: source.表头.map(toHeadLine),
    foot: (source.表尾 ?? []).map(toHeadLine),
    columns: source.列.map(toColumn),
  };
}

export function toField([key, source]: [string, FieldSource]): Field {
  const isRequired = source.必填 === '是';
  const type = FIELD_TYPES[source.类型];
  const own = type === 'name' || type === 'code' ? type : null;
  return {
    key,
    type,
    role: FIELD_ROLES[source.用途 as keyof typeof FIELD_ROLES] ?? own,
    label: source.标题 ?? key,
    isRequired,
    title: source.称呼 ?? (isRequired ? key : `${key}（可以不写）`),
    description: source.说明,
    details: source.详细说明?.trimEnd() ?? null,
    examples: source.例 ?? [],
    reminder: source.提醒 ?? remindOf(type, source),
    whenWrong: source.写错时 ?? null,
    completions: (source.补全 ?? []).map(({ 称呼, 符号, 单位, 说明 }) => ({
      ...{ label: 称呼, description: 说明, operator: 符号, units: 单位 },
    })),
    options: source.选项 ?? [],
    block: toBlock(source),
    weight:
      type === 'weight'
        ? { total: source.总分 ?? null, byLevel1: new Map(Object.entries(source.分项总分 ?? {})) }
        : null,
  };
}

function remindOf(type: FieldType, { 选项 = [], 例 = [] }: FieldSource): string | null {
  if (type === 'choice') return `选一样：${选项.join('、')}`;
  return type === 'period' && 例[0] !== undefined ? `从什么时候到什么时候，例如 ${例[0]}` : null;
}

function toBlock({ 项, 单位, 合计行 }: FieldSource): Block | null {
  if (项 === undefined) return null;
  return { parts: Object.entries(项).map(toPart), unit: 单位 ?? null, total: 合计行 ?? null };
}

export function toPart([key, { 合计: sumOf = [], 有则印, 上栏, 宽, ...source }]: [string, PartSource]): Part {
  const sum = sumOf.length === 0 ? '' : `等于${sumOf.join('、')}的合计。`;
  return {
    ...toField([key, { 类型: '金额', ...source, 说明: `${source.说明 ?? ''}${sum}` || key }]),
    sumOf,
    isOptional: 有则印 === '是',
    above: 上栏 ?? null,
    width: Number(宽 ?? '0'),
  };
}

/** The words for labels where other columns name a key. */
export const LABEL_CELLS = { 一级: 'level1', 二级: 'level2' } as const;

function toColumn({ 标题: heading, 小字 = '', 宽 = '0', 列 = [], ...cell }: ColumnSource): Column {
  return { heading, subheading: 小字, cell: toCell(cell), columns: 列.map(toColumn), width: Number(宽) };
}

function toCell({ 内容, 部分, 合并, 选项, 随 }: Omit<ColumnSource, '标题'>): Cell | null {
  if (内容 === undefined) return null;
  return {
    content: LABEL_CELLS[内容 as keyof typeof LABEL_CELLS] ?? { key: 内容 },
    part: 部分 === undefined ? null : CELL_PARTS[部分],
    isMerged: 合并 !== '否',
    option: 选项 ?? null,
    condition: 随 ?? null,
  };
}
