/** The words that a form file uses, as the schemas of form files have them, and what they are called in the program. */

type Meaning<Words> = Words[keyof Words];

/** 整体: an office's spending as a whole. */
export const FORM_KINDS = {
  目标: 'goal',
  整体: 'department',
  监控: 'monitoring',
  自评: 'evaluation',
} as const;
export type FormKind = Meaning<typeof FORM_KINDS>;
export const FORM_KEYS = Object.fromEntries(
  Object.entries(FORM_KINDS).map(([key, kind]) => [kind, key]),
) as Record<FormKind, string>;

export const PAPERS = { 横: 'landscape', 竖: 'portrait' } as const;
export type Paper = Meaning<typeof PAPERS>;

/**
 * 名称: a line that can be a file name. 单行: a short line, such as an office's name. 文字: a text that may run over lines; 段落: the
 * same, with a block offered. 指标值: sign, number, unit; 值: that or words. 分值: points of the whole. 资金: amounts by name. 清单: rows of
 * values by name.
 */
export const FIELD_TYPES = {
  名称: 'name',
  编码: 'code',
  金额: 'amount',
  单行: 'line',
  文字: 'text',
  段落: 'paragraphs',
  指标值: 'figure',
  值: 'value',
  分值: 'weight',
  起止: 'period',
  选项: 'choice',
  资金: 'funds',
  清单: 'list',
} as const;
export type FieldType = Meaning<typeof FIELD_TYPES>;

export const FIELD_ROLES = { 目标: 'goal', 预算: 'budget', 备注: 'remark', 评分标准: 'explanation' } as const;
/** What rules, lists and metadata ask a form for, whatever it calls it. Only `name` is in every form. */
export type FieldRole = Meaning<typeof FIELD_ROLES> | 'name' | 'code';

/** 外部成本: a burden on others, which no budget pays. */
export const ROW_KINDS = {
  数量: 'count',
  比率: 'rate',
  时间: 'time',
  成本: 'cost',
  外部成本: 'external-cost',
  满意度: 'satisfaction',
  其他: 'other',
} as const;
/** What the rows of a group measure. Rules ask for it instead of a group's name. */
export type RowKind = Meaning<typeof ROW_KINDS>;

export const CELL_PARTS = { 符号: 'operator', 数: 'number', 单位: 'unit' } as const;
export type CellPart = Meaning<typeof CELL_PARTS>;
export const STARTERS = { 指标值: 'figure', 定性: 'words' } as const;
export type Starter = Meaning<typeof STARTERS>;

/**
 * What a row of results is asked for. 预计: by the end of the year. 程度: how far words are fulfilled, as a band or per cent. 原因: why a
 * target was missed. 可能性: whether it will be reached. 偏差: kinds of reasons to choose from; 说明: words about them. 预警, 系数: computed. 调整: a target
 * in place of the goal's.
 */
export const RESULT_USES = {
  实际: 'actual',
  预计: 'forecast',
  程度: 'degree',
  分值: 'weight',
  得分: 'score',
  原因: 'reason',
  可能性: 'likelihood',
  偏差: 'deviation',
  说明: 'explanation',
  预警: 'lamp',
  调整: 'adjusted',
  系数: 'coefficient',
} as const;
export type ResultUse = Meaning<typeof RESULT_USES>;

/** 预算数: what execution is measured by. 分值 and 得分: of execution. */
export const FUNDS_USES = {
  预算数: 'budget',
  执行数: 'spent',
  执行率: 'rate',
  分值: 'weight',
  得分: 'score',
  原因: 'reason',
} as const;
export type FundsUse = Meaning<typeof FUNDS_USES>;
