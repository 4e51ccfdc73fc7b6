import { keyOfRole } from '../../form/form.ts';
import { isMoney, plainMoney, sumAmounts, toTenThousandYuan, writeAmount } from '../../form/money.ts';
import { isSaving } from '../../form/saving.ts';
import { toLine } from '../../form/text.ts';
import { type WrittenAmount, writeFigure } from '../../form/value.ts';
import { says, saysOnly } from '../../messages/catalogue.ts';
import { amountOf, budgetOf, isPriced, readSpending } from '../../read/spending.ts';
import type { FigureRow, Indicator } from '../../read/table.ts';
import { groupBy } from '../../util/group-by.ts';
import { namesAmount, type Part, readParts, UNCLEAR } from '../language/amounts.ts';
import { findHidden } from '../language/counted-things.ts';
import { readFigureInWords } from '../language/figure-in-words.ts';
import { cite } from '../language/meaning.ts';
import { placeIn } from '../printed-texts.ts';
import { correctFigure, costRows, figureRows, locatePart } from '../rows.ts';
import { type Rule, tableRule } from '../rule.ts';

const overBudget = tableRule({
  code: 'money/over-budget',
  severity: 'error',
  docs: {
    zh: '成本指标合计超过预算金额',
    en: 'the cost indicators add up to more than 预算金额',
    example: '预算金额: 30 万元，成本合计 31 万元',
  },
  messages: saysOnly(
    '成本指标合计 {cost} 万元，超过{key} {budget} 万元 ⇒ 多出 {difference} 万元：压减成本指标，或者核对{key}',
    'The costs add up to {cost} 万元, over the {budget} 万元 of {key} ⇒ That is {difference} 万元 too much: lower the costs or correct {key}',
  ),
  check({ table }, report) {
    const limit = budgetOf(table);
    const { total } = readSpending(table);
    if (table.budget === null || limit === null || total === null || total.lte(limit)) return;
    report('default', table.budget.at, {
      key: keyOfRole(table.form, 'budget') ?? '',
      cost: writeAmount(total),
      budget: writeAmount(limit),
      difference: writeAmount(total.minus(limit)),
    });
  },
});

/** A cost is a limit: with ≥ or > the row would be met by spending more. What is saved may be more, and so may a price. */
const direction = tableRule({
  code: 'money/direction',
  severity: 'error',
  docs: { zh: '成本指标用了 ≥ 或 >', en: 'a cost with ≥ or >', example: '培训费 ≥ 30 万元' },
  messages: saysOnly(
    '成本指标用了“{sign}”，等于花得越多越好 ⇒ 核对符号：是不是“{corrected}”？',
    'A cost with “{sign}” is met by spending more ⇒ Compare the sign: perhaps “{corrected}”?',
  ),
  check({ table, text }, report) {
    for (const row of costRows(table, figureRows(table))) {
      const { name, target } = row;
      if (target.operator !== '≥' && target.operator !== '>') continue;
      if (isSaving(name.text, target.operator) || isPriced(row)) continue;
      const operator = target.operator === '≥' ? '≤' : '<';
      report('default', locatePart(text, target, 'sign'), {
        sign: target.operator,
        corrected: writeFigure({ ...target, operator }),
      });
    }
  },
});

/** 元, 万元 and 亿元 mixed in one table: sums by eye go wrong by four zeros. Each row unlike most is reported, converted. */
const mixedUnits = tableRule({
  code: 'money/mixed-units',
  severity: 'warning',
  docs: {
    zh: '同一项目的成本混用元、万元、亿元',
    en: '元, 万元 and 亿元 mixed in one project',
    example: '≤ 3 万元，≤ 5000 元',
  },
  messages: saysOnly(
    '同一个项目的成本指标里，这一行用“{unit}”，别的行用“{usual}” ⇒ 写成“{corrected}”',
    'This cost is in {unit}, the others of the project in {usual} ⇒ Write “{corrected}”',
  ),
  check({ table, text }, report) {
    const { rows } = readSpending(table);
    const usual = usualUnit(rows);
    for (const { target } of rows) {
      if (plainMoney(target.unit) === usual) continue;
      const { corrected, fix } = correctFigure(text, target, { ...target, ...convert(target, usual) });
      report('default', locatePart(text, target, 'unit'), { unit: target.unit, usual, corrected }, fix);
    }
  },
});

/** The unit of most rows; of two that are even, the one that is named first. */
function usualUnit(rows: readonly FigureRow[]): string {
  const units = groupBy(rows, ({ target }) => plainMoney(target.unit));
  return [...units].reduce((most, other) => (other[1].length > most[1].length ? other : most), [
    '',
    [] as FigureRow[],
  ] as const)[0];
}

function convert({ number, unit }: WrittenAmount, to: string) {
  const amount = toTenThousandYuan(number, unit).div(toTenThousandYuan('1', to));
  return { number: writeAmount(amount), unit: to };
}

/**
 * The amounts that a 备注 names do not add up to the row's limit: two or more that make another sum, or a single one over
 * it. A remark that tells prices, estimates or ranges cannot be added up and is left alone. Then the sums that are rows.
 */
const parts = tableRule({
  code: 'money/parts',
  severity: 'warning',
  docs: {
    zh: '备注里的分项金额、合计下面的各行，加起来对不上',
    en: 'the amounts in a 备注, or the rows of a sum, do not add up to the figure',
    example: '≤ 6 万元，备注：2 万 + 1 万 + 2 万',
  },
  messages: {
    default: says(
      '{key}里的金额 {parts} = {sum} 万元，与指标值“{limit}”对不上 ⇒ 核对{key}里的各项金额和指标值，改到相等；没有列全的，在末尾写“等”',
      'The amounts in {key}, {parts} = {sum} 万元, do not add up to “{limit}” ⇒ Make them equal; end the list with 等 if it is not complete',
    ),
    single: says(
      '{key}里的金额 {sum} 万元，超过指标值“{limit}” ⇒ 核对{key}里的金额和指标值',
      '{key} names {sum} 万元, more than “{limit}” ⇒ Correct one of them',
    ),
    rows: says(
      '“{name}”是合计，各项（{count} 行）加起来是 {sum} 万元，与“{whole}”对不上 ⇒ 核对合计和各项，改到相等；只列了一部分的，在各项前面写“其中：”',
      '“{name}” is a sum of “{whole}”, but its {count} rows add up to {sum} 万元 ⇒ Make them equal; if only some are listed, begin their names with 其中：',
    ),
  },
  check({ booklet, table, text }, report) {
    for (const { target, remark } of costRows(table)) {
      if (remark === null || UNCLEAR.test(remark.text)) continue;
      const limit = toTenThousandYuan(target.number, target.unit);
      const { parts, isPartial } = readParts(remark.text, booklet.year);
      const [first] = parts;
      const sum = sumAmounts(parts.map(({ amount }) => amount));
      const mayBeLess = isPartial || parts.length < 2;
      if (first === undefined || sum.eq(limit) || (mayBeLess && sum.lt(limit))) continue;
      const at = placeIn(remark, text, first.index, first.index + first.text.length);
      const key = keyOfRole(table.form, 'remark') ?? '';
      const args = { key, limit: writeFigure(target), sum: writeAmount(sum) };
      if (parts.length === 1) report('single', at, args);
      else report('default', at, { ...args, parts: writeSum(parts) });
    }
    for (const { row, parts, isPartial } of readSpending(table).sums) {
      const sum = sumAmounts(parts.map(amountOf));
      const whole = amountOf(row);
      if (sum.eq(whole) || (isPartial && sum.lt(whole))) continue;
      report('rows', row.target.at, {
        name: cite(toLine(row.name.text)),
        whole: writeFigure(row.target),
        count: String(parts.length),
        sum: writeAmount(sum),
      });
    }
  },
});

/** The first dozen amounts are enough to find the sum again. */
function writeSum(parts: readonly Part[]): string {
  const shown = parts.slice(0, 12).map(({ text }) => text);
  return [...shown, ...(parts.length > shown.length ? ['……'] : [])].join(' + ');
}

/** What cannot be added up is reported where the table has no other cost, or where only the name shows that it is a price. */
const notSummed = tableRule({
  code: 'money/not-summed',
  severity: 'suggestion',
  docs: {
    zh: '单价或外币，没有计入成本合计',
    en: 'a price or foreign money, which is in no sum',
    example: '只有 ≤ 475 元/亩，没有总额',
  },
  messages: {
    default: says(
      '“{text}”是单价，没有计入成本合计 ⇒ 再写一行总额，例如“三级指标: 总成本”“指标值: ≤ 30 万元”',
      '“{text}” is a price and not part of the sum of costs ⇒ Add a row with the whole, such as 总成本 ≤ 30 万元',
    ),
    words: says(
      '“{text}”里有金额，但没有写成“指标值”，没有计入成本合计 ⇒ 能定下来的，改成“指标值: ≤ 30 万元”这样的一行',
      '“{text}” names an amount, but is no 指标值 and not part of the sum of costs ⇒ If the amount is known, write it as 指标值, such as ≤ 30 万元',
    ),
    unit: says(
      '“{text}”的单位不是钱，没有计入成本合计 ⇒ 是钱的写“万元”或“元”；不是钱的不用改',
      'The unit of “{text}” is no money; it is not part of the sum of costs ⇒ Write 万元 or 元 if it is money',
    ),
    foreign: {
      severity: 'warning',
      ...says(
        '“{text}”是外币，没有计入成本合计 ⇒ 折成人民币写，例如“≤ 30 万元”',
        '“{text}” is foreign money and not part of the sum of costs ⇒ Give it in 万元',
      ),
    },
  },
  check({ table, text }, report) {
    const { total, prices, foreign, unknown, worded } = readSpending(table);
    const price = prices.find(({ target }) => total === null || isMoney(target.unit))?.target;
    if (price) report('default', locatePart(text, price, 'unit'), { text: writeFigure(price) });
    for (const { target } of foreign) {
      report('foreign', locatePart(text, target, 'unit'), { text: writeFigure(target) });
    }
    for (const { target } of unknown) {
      report('unit', locatePart(text, target, 'unit'), { text: writeFigure(target) });
    }
    for (const row of worded) {
      if (!namesAmount(row.target.text) || isReportedAsFigure(row)) continue;
      report('words', row.target.at, { text: cite(toLine(row.target.text)) });
    }
  },
});

/** A 定性 that is a figure, or has one, is reported as such, with the row to write. */
function isReportedAsFigure({ target }: Indicator): boolean {
  if (target.kind !== 'qualitative') return false;
  return readFigureInWords(target.text.trim()) !== null || findHidden(target.text).length > 0;
}

export const moneyRules: readonly Rule[] = [overBudget, direction, mixedUnits, parts, notSummed];
