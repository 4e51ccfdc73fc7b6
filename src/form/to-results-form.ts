import Big from 'big.js';
import { findColumnFaults } from './column-faults.ts';
import type { FormFault } from './faults.ts';
import { type Column, FIGURE_KEY, type Field, listLeaves, NAME_KEY } from './form.ts';
import { findLineFaults, keysOfLine } from './head.ts';
import { FUNDS_KEY, type FundsGrid, type ResultField, type ResultsForm, ROWS_KEY } from './results-form.ts';
import { type FieldSource, type SheetSource, toField, toPart, toSheet } from './to-field.ts';
import { FORM_KINDS, FUNDS_USES, RESULT_USES } from './words.ts';

interface ResultFieldSource extends FieldSource {
  取自?: string;
}

export interface ResultsFormSource extends SheetSource {
  种类: '自评' | '监控';
  字段: Record<string, ResultFieldSource>;
  资金?: {
    标题: string;
    行: string[];
    列: Record<string, { 标题?: string; 用途?: keyof typeof FUNDS_USES; 必填?: '是' | '否'; 宽: string }>;
  };
  行: Record<string, ResultFieldSource>;
  计分?: '不打分' | ScoringSource;
  预警?: Record<string, { 低于?: string; 须说明?: '是' | '否' }>;
}

interface ScoringSource {
  执行率?: { 分值: string; 须说明?: string };
  一级: Record<string, string>;
  超额?: '不加分' | '加分';
  等于?: '按比例' | '相符得分';
  定性: Record<string, { 从: string; 到: string; 取: string }>;
  须说明?: { 低于?: string; 高于?: string };
  等级: Record<string, string>;
  小数?: string;
}

export function toResultsForm(
  name: string,
  source: ResultsFormSource,
): { form: ResultsForm; faults: FormFault[] } {
  const { 资金: funds } = source;
  const scoring = source.计分 === '不打分' ? undefined : source.计分;
  const form: ResultsForm = {
    ...toSheet(name, source),
    kind: FORM_KINDS[source.种类],
    fields: Object.entries(source.字段).map(toResultField),
    funds: funds === undefined ? null : toFunds(funds),
    rowFields: Object.entries(source.行).map(toResultField),
    scoring: scoring === undefined ? null : toScoring(scoring),
    lamps: Object.entries(source.预警 ?? {}).map(([lamp, { 低于, 须说明 }]) => ({
      name: lamp,
      upTo: 低于 ?? null,
      isGood: 须说明 !== '是',
    })),
  };
  const faults = [
    ...findUnknownContents(form, source),
    ...findLineFaults(source, { ...form, fields: listFields(form) }),
    ...(scoring === undefined ? findScoreFaults(form) : findPointFaults(scoring)),
    ...(funds === undefined ? [] : findFundsFaults(funds, form)),
    ...findLampFaults(form),
  ];
  return { form, faults };
}

function toResultField([key, source]: [string, ResultFieldSource]): ResultField {
  const use = RESULT_USES[source.用途 as keyof typeof RESULT_USES] ?? null;
  return { ...toField([key, source]), role: null, use, source: source.取自 ?? null };
}

function toFunds({ 标题, 行, 列 }: NonNullable<ResultsFormSource['资金']>): ResultsForm['funds'] {
  const columns = Object.entries(列).map(([key, { 标题: heading = key, 用途, 必填, 宽 }]) => ({
    key,
    heading,
    use: 用途 === undefined ? null : FUNDS_USES[用途],
    isRequired: 必填 === '是',
    width: Number(宽),
  }));
  return { heading: 标题, rows: 行, columns };
}

function toScoring(source: ScoringSource): ResultsForm['scoring'] {
  const { 执行率: execution, 须说明: explain = {} } = source;
  return {
    execution:
      execution === undefined ? null : { points: execution.分值, explainBelow: execution.须说明 ?? null },
    level1s: new Map(Object.entries(source.一级)),
    isCut: source.超额 !== '加分',
    equal: source.等于 === '相符得分' ? 'exact' : 'ratio',
    bands: Object.entries(source.定性).map(([name, { 从, 到, 取 }]) => ({
      name,
      from: 从,
      to: 到,
      take: 取,
    })),
    explain: { below: explain.低于 ?? null, above: explain.高于 ?? null },
    grades: Object.entries(source.等级).map(([name, from]) => ({ name, from })),
    decimals: Number(source.小数 ?? '2'),
  };
}

/** What lines above and below the rows can print. The funds are a list of their rows. */
export function listFields({ fields, funds }: Pick<ResultsForm, 'fields' | 'funds'>): Field[] {
  return funds === null ? [...fields] : [...fields, toFundsField(funds, null)];
}

/** `month`: of monitoring. */
export function toFundsField({ heading, columns }: FundsGrid, month: number | null): Field {
  const width = columns.reduce((left, column) => left - column.width, 100);
  const names = toPart(['来源', { 类型: '单行', 标题: '', 说明: heading, 宽: String(width) }]);
  const parts = columns.map((column) => {
    // Numbers of every kind are set below each other.
    const 类型 = column.use === 'reason' ? '单行' : '金额';
    const source = { 类型, 标题: fillMonth(column.heading, month), 说明: column.heading } as const;
    return toPart([column.key, { ...source, 宽: String(column.width) }]);
  });
  const block = { parts: [names, ...parts], unit: '万元', total: null };
  return { ...toField([FUNDS_KEY, { 类型: '清单', 标题: heading, 说明: heading }]), block };
}

/** 1-{月}月执行数 → 1-7月执行数 */
export function fillMonth(text: string, month: number | null): string {
  return text.replaceAll('{月}', String(month ?? ''));
}

function findUnknownContents(form: ResultsForm, source: ResultsFormSource): FormFault[] {
  const rowKeys = form.rowFields.map(({ key }) => key);
  const faults = findColumnFaults(source.列, [NAME_KEY, FIGURE_KEY, ...rowKeys], form.rowFields);
  const fields = form.fields.map(({ key }) => key);
  for (const [part, keys] of [
    ['字段', fields],
    ['行', rowKeys],
  ] as const) {
    for (const key of keys) {
      if (key === ROWS_KEY || key === FUNDS_KEY)
        faults.push({ path: [part, key], wording: 'form/reserved', args: { name: key } });
    }
  }
  if (!form.rowFields.some(({ use }) => use === 'actual'))
    faults.push({ path: ['行'], wording: 'form/no-actual', args: {} });
  return faults;
}

function findScoreFaults({ columns, rowFields }: ResultsForm): FormFault[] {
  const scored = rowFields.filter(({ use }) => use === 'score' || use === 'weight').map(({ key }) => key);
  const isScored = ({ cell }: Column) =>
    cell !== null && typeof cell.content === 'object' && scored.includes(cell.content.key);
  const column = listLeaves(columns).find(isScored);
  return column === undefined
    ? []
    : [{ path: ['列'], wording: 'form/score-without-rule', args: { name: column.heading } }];
}

function findPointFaults({ 执行率, 一级, 定性, 等级 }: ScoringSource): FormFault[] {
  const faults: FormFault[] = [];
  const points = [执行率?.分值 ?? '0', ...Object.values(一级)];
  const sum = points.reduce((total, one) => total.plus(one), new Big(0));
  if (!sum.eq(100))
    faults.push({ path: ['计分', '一级'], wording: 'form/points', args: { sum: sum.toFixed() } });
  let upper = '100';
  for (const [name, { 从, 到, 取 }] of Object.entries(定性)) {
    const args = { name, from: 从, to: 到, upper };
    if (从 !== upper || new Big(到).gte(从))
      faults.push({ path: ['计分', '定性', name], wording: 'form/bands', args });
    else if (new Big(取).gt(从) || new Big(取).lt(到))
      faults.push({
        path: ['计分', '定性', name, '取'],
        wording: 'form/band-take',
        args: { ...args, take: 取 },
      });
    upper = 到;
  }
  const [last = ''] = Object.keys(定性).slice(-1);
  if (upper !== '0')
    faults.push({ path: ['计分', '定性', last], wording: 'form/bands#end', args: { name: last, to: upper } });
  let above: string | null = null;
  for (const [name, from] of Object.entries(等级)) {
    if (above !== null && new Big(from).gte(above))
      faults.push({ path: ['计分', '等级', name], wording: 'form/grades', args: { name, from, above } });
    above = from;
  }
  const [worst = ''] = Object.keys(等级).slice(-1);
  if (above !== '0')
    faults.push({ path: ['计分', '等级', worst], wording: 'form/grades#end', args: { name: worst } });
  return faults;
}

function findFundsFaults(
  { 行, 列 }: NonNullable<ResultsFormSource['资金']>,
  { head, scoring }: ResultsForm,
): FormFault[] {
  const faults: FormFault[] = [];
  const columns = Object.values(列);
  const sum = columns.reduce((total, { 宽 }) => total + Number(宽), 0);
  // The name of the row has what the columns leave.
  if (sum >= 90)
    faults.push({ path: ['资金', '列'], wording: 'form/funds-widths', args: { sum: String(sum) } });
  const uses = new Set(columns.map(({ 用途 }) => 用途));
  const needsBoth = uses.has('执行率') || uses.has('得分') || scoring?.execution != null;
  if (needsBoth && !(uses.has('预算数') && uses.has('执行数')))
    faults.push({ path: ['资金', '列'], wording: 'form/funds-rate', args: {} });
  for (const [at, row] of 行.entries()) {
    if (Object.hasOwn(列, row))
      faults.push({ path: ['资金', '行', at], wording: 'form/funds-twice', args: { name: row } });
  }
  if (!head.some((line) => keysOfLine(line).includes(FUNDS_KEY)))
    faults.push({ path: ['资金'], wording: 'form/funds-nowhere', args: {} });
  return faults;
}

function findLampFaults({ lamps }: ResultsForm): FormFault[] {
  return lamps.flatMap(({ name, upTo }, index): FormFault[] => {
    const before = lamps[index - 1]?.upTo ?? '0';
    const isLast = index === lamps.length - 1;
    const isRight = upTo === null ? isLast : new Big(upTo).gt(before);
    return isRight ? [] : [{ path: ['预警', name], wording: 'form/lamps', args: { name } }];
  });
}
