import type Big from 'big.js';
import { isForeignMoney, isMoney, isPrice, sumAmounts, toTenThousandYuan } from '../form/money.ts';
import { isSaving, isSpent, withoutRemark } from '../form/saving.ts';
import { toLine } from '../form/text.ts';
import { isKnownUnit, isNeverNegative } from '../form/units.ts';
import { memoize } from '../util/memoize.ts';
import { isFirstBelow, readOutlineMark } from './outline.ts';
import type { FigureRow, Indicator, Table } from './table.ts';

export interface SumRow {
  row: FigureRow;
  parts: FigureRow[];
  /** 其中 names some of the parts: they may be less than the sum, but not more. */
  isPartial: boolean;
}

export interface Spending {
  /** 成本控制数 in 万元; null where no row sets a limit to what is spent. */
  total: Big | null;
  /** Every row that sets one, in the form's order, the sums and their parts among them. */
  rows: FigureRow[];
  sums: SumRow[];
  /** Rows that cannot be added up: prices of one of something, foreign money, other units, and what is written in words. */
  prices: FigureRow[];
  foreign: FigureRow[];
  /** Of a unit that may be meant as money: 30 wan, or a 培训费 of 30 人. */
  unknown: FigureRow[];
  worded: Indicator[];
}

/**
 * The one place that knows what a project costs: limits of money (`≤ < =`) under 成本指标 or, in the tree of 2021, 经济成本指标.
 * Not what is saved, not social and environmental cost, not a price, and nothing twice: the parts of a sum that is itself a
 * row are not added to it.
 */
export const readSpending = memoize((table: Table): Spending => {
  const money = table.indicators.filter(
    (row): row is FigureRow =>
      row.target.kind === 'figure' && row.kind === 'cost' && !isSaving(row.name.text, row.target.operator),
  );
  const rows = money.filter(
    (row) => /[≤<=]/.test(row.target.operator) && isMoney(row.target.unit) && !isPriced(row),
  );
  const { added, sums } = addUp(rows, table);
  return {
    total: rows.length === 0 ? null : sumAmounts(added.map(amountOf)),
    rows,
    sums,
    prices: money.filter(isPriced),
    foreign: money.filter(({ target }) => isForeignMoney(target.unit)),
    unknown: money.filter(
      ({ name, target: { unit } }) =>
        !isMoney(unit) &&
        !isPrice(unit) &&
        !isForeignMoney(unit) &&
        (!isKnownUnit(unit) || (isSpent(name.text) && isNeverNegative(unit))),
    ),
    worded: table.indicators.filter((row) => row.target.kind !== 'figure' && row.kind === 'cost'),
  };
});

/** In 万元; null in a table without 预算金额, and in one whose 预算金额 cannot be read. */
export function budgetOf({ budget }: Table): Big | null {
  return budget === null || !isMoney(budget.unit) ? null : toTenThousandYuan(budget.number, budget.unit);
}

/** The tables that are summed: an office as a whole is spending of its projects, too. */
export function withoutDepartment<T extends Pick<Table, 'form'>>(tables: readonly T[]): T[] {
  return tables.filter(({ form }) => form.kind !== 'department');
}

/** 预算金额 and 成本控制数, in 万元; null where there is none. */
export interface Money {
  budget: Big | null;
  cost: Big | null;
}

export function moneyOf(project: Table): Money {
  return { budget: budgetOf(project), cost: readSpending(project).total };
}

export function sumMoney(tables: readonly { money: Money }[]): Money {
  return {
    budget: sumKnown(tables.map(({ money }) => money.budget)),
    cost: sumKnown(tables.map(({ money }) => money.cost)),
  };
}

export function sumKnown(amounts: readonly (Big | null)[]): Big | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : sumAmounts(known);
}

export function amountOf({ target }: FigureRow): Big {
  return toTenThousandYuan(target.number, target.unit);
}

/** 人均, 单场费用, 单位造价, 每人, 住宿费/人; not 年均, 均衡, 单位人员经费. */
const PRICED =
  /[人户亩日天月季生师班件村校场次课台套床项个]均(?!衡|等|匀|可|为|已)|平均|均价|单价|每(?!年)|标准(?!化)|单位(?:平均)?(?:成本|造价|价格)|单(?:[人户亩日天月班件村校场次课台套床个])(?:活动|项目|培训|平均)?(?:成本|造价|价格|费用|经费|支出|投资|补助|补贴)|[/／](?:人|户|亩|天|日|月|次|场|件|个|台|套|期|班)(?=[)）]?$)/u;

/** The price of one of something: ≤ 475 元/亩, or 人均培训费 ≤ 300 元. What is spent 每年 is what the table is about. */
export function isPriced({ name, target }: FigureRow): boolean {
  if (!isMoney(target.unit)) return isPrice(target.unit);
  return PRICED.test(toLine(name.text));
}

function addUp(rows: readonly FigureRow[], table: Table): { added: FigureRow[]; sums: SumRow[] } {
  const named = rows.filter((row) => isTotal(row, toLine(table.name.text)));
  const budget = budgetOf(table);
  const totals = named.length > 0 ? named : rows.filter((row) => isWhole(row, rows, budget)).slice(0, 1);
  const [first, ...others] = totals.sort((a, b) => amountOf(b).cmp(amountOf(a)));
  const { rest, sums } = takeParts(rows, new Set(totals));
  if (first === undefined) return { added: rest, sums };
  if (rest.length > 0) sums.push({ row: first, parts: rest, isPartial: rest.some(isWithin) });
  // 总投入 beside 总成本 is either the same again or, with others, its parts.
  const isSame = others.every((other) => amountOf(other).eq(amountOf(first)));
  if (!isSame) sums.push({ row: first, parts: others, isPartial: false });
  // Of a project of several years the budget is one year's part.
  const ofYear = rest.find((row) => OF_YEAR.test(row.name.text) && budget?.eq(amountOf(row)));
  return { added: [ofYear && budget?.lt(amountOf(first)) ? ofYear : first], sums };
}

const OF_YEAR = /(?:20\d\d|[本当今])年/u;

const SUM_WORDS =
  /合计|总计|共计|小计|总额|总数|总量|总价|总和|总规模|(?:成本|预算|经费|投资)控制数|总(?:体|的)?(?:建设|采购|购置|运行|运营|运维|维护|管理|补助|补贴|实施|控制|改造|施工|建造|合同|财政|项目|工程|活动|执行)?(?:成本|投入|投资|费用|经费|支出|开支|开销|花费|预算|概算|决算|资金|金额|造价|价款)/u;
/** What may be written beside the word for a sum without saying that it is a sum of something in particular. */
const OF_THE_WHOLE =
  /本|该|项目|工程|活动|年度?|全年|当年|预算|资金|成本|经费|费用|投入|投资|支出|开支|金额|财政|专项|建设|实施|控制|执行|经济|整体|总体|各项|所有|全部|数|额|量|不超过|以内|[\d.万亿元\p{P}\s≤<=]/gu;

/** 项目总成本, 合计, or the project’s own name with it: the sum of the whole table. 设备采购总价 is one of its parts, as a 小计 is. */
function isTotal({ name }: FigureRow, table: string): boolean {
  // 合 计 and 总 成 本 are set apart on forms.
  const words = wordsOf(name.text).replace(/\s/gu, '');
  if (!SUM_WORDS.test(words) || words.includes('小计')) return false;
  const subject = subjectOf(words);
  return subject === '' || table.replace(OF_THE_WHOLE, '').includes(subject);
}

/** 项目成本, of as much as 预算金额 or as all other rows together: a total whose name does not say so. */
function isWhole(row: FigureRow, rows: readonly FigureRow[], budget: Big | null): boolean {
  if (rows.length < 2 || subjectOf(wordsOf(row.name.text)) !== '') return false;
  if (budget?.eq(amountOf(row))) return true;
  if (rows.length < 3) return false;
  const others = rows.filter((other) => other !== row && !isWithin(other));
  return sumAmounts(others.map(amountOf)).eq(amountOf(row));
}

/** A name without its number, 一、 or （1）, and what is in brackets behind it. */
function wordsOf(name: string): string {
  const line = toLine(name);
  return withoutRemark(line.slice(readOutlineMark(line)?.length ?? 0));
}

function subjectOf(words: string): string {
  return words.replace(SUM_WORDS, '').replace(OF_THE_WHOLE, '');
}

/** B工程施工费, of as much as the B工程总成本 beside it: its only part. */
function isNamedBy(part: FigureRow, sum: FigureRow): boolean {
  const subject = subjectOf(wordsOf(sum.name.text));
  return subject !== '' && toLine(part.name.text).includes(subject);
}

function isWithin({ name }: FigureRow): boolean {
  return /^[\s（(]{0,3}其中/u.test(wordsOf(name.text));
}

/** Nobody adds up a sum of more rows. */
const MOST_PARTS = 50;

/**
 * Takes out the rows that are parts of another which is not the whole table’s total. Such a sum is known by its word, or by a
 * 其中 below it, or by the numbers of an outline, and by its amount: the rows directly below it, or above it, add up to it. 其中
 * often is before the first part only, and often names only some.
 */
function takeParts(
  rows: readonly FigureRow[],
  totals: ReadonlySet<FigureRow>,
): { rest: FigureRow[]; sums: SumRow[] } {
  const marks = rows.map(({ name }) => readOutlineMark(toLine(name.text)));
  const isSum = rows.map(({ name }) => SUM_WORDS.test(toLine(name.text)));
  const taken = new Set<FigureRow>();
  const sums: SumRow[] = [];
  const findExact = (index: number, step: 1 | -1): FigureRow[] | null => {
    const parts: FigureRow[] = [];
    const row = rows[index] as FigureRow;
    let left = amountOf(row);
    while (left.gt(0) && parts.length < MOST_PARTS) {
      const at = index + step * (parts.length + 1);
      const part = rows[at];
      if (part === undefined || isSum[at] || taken.has(part)) return null;
      parts.push(part);
      left = left.minus(amountOf(part));
    }
    const isEnough = parts.length > 1 || parts.every((part) => isWithin(part) || isNamedBy(part, row));
    return left.eq(0) && isEnough ? parts : null;
  };
  /** 1.1 and 1.2 below 1; below a row without a number only what adds up to it, also 人员经费-工资 below 人员经费. */
  const findItems = (row: FigureRow, index: number): FigureRow[] => {
    const own = marks[index] ?? null;
    const inside = marks.slice(index + 1, index + 1 + MOST_PARTS);
    const [first = null] = inside;
    const below = rows.slice(index + 1, index + 1 + MOST_PARTS);
    if (first === null || !isFirstBelow(first, own)) {
      const named = below.slice(
        0,
        lengthOf(below, ({ name }) => name.text.startsWith(row.name.text)),
      );
      return addsUp(named, row) ? named : [];
    }
    const count = lengthOf(inside, (mark) => mark !== null && (own === null || mark.depth > own.depth));
    const items = below.slice(0, count).filter((_, at) => (inside[at]?.depth ?? 0) <= first.depth);
    return own !== null || addsUp(items, row) ? items.filter((item) => !taken.has(item)) : [];
  };
  rows.forEach((row, index) => {
    const items = findItems(row, index);
    const below = rows.slice(index + 1, index + 1 + MOST_PARTS);
    const within = below.slice(0, lengthOf(below, isWithin));
    if (totals.has(row) || (!isSum[index] && within.length + items.length === 0)) return;
    const exact = findExact(index, 1) ?? (isSum[index] ? findExact(index, -1) : null);
    const some = items.length > 0 ? items : within.filter((part) => !taken.has(part));
    const parts = exact ?? (isWithin(row) ? [] : some);
    // A 小计 that is not the sum of the rows above it is a mistake, and no amount to be added.
    const above = rows.slice(Math.max(0, index - MOST_PARTS), index).reverse();
    if (parts.length === 0 && /小计/u.test(row.name.text))
      parts.push(
        ...above.slice(
          0,
          lengthOf(above, (part) => !SUM_WORDS.test(part.name.text) && !taken.has(part)),
        ),
      );
    if (parts.length === 0) return;
    for (const part of parts) taken.add(part);
    sums.push({ row, parts, isPartial: exact === null && parts.some(isWithin) });
  });
  return { rest: rows.filter((row) => !totals.has(row) && !taken.has(row)), sums };
}

function addsUp(parts: readonly FigureRow[], sum: FigureRow): boolean {
  return parts.length > 1 && sumAmounts(parts.map(amountOf)).eq(amountOf(sum));
}

function lengthOf<T>(all: readonly T[], isSo: (one: T) => boolean): number {
  const end = all.findIndex((one) => !isSo(one));
  return end < 0 ? all.length : end;
}
