import { isMoney, plainMoney, sumAmounts, toTenThousandYuan, writeAmount } from '../../form/money.ts';
import { isSaving } from '../../form/saving.ts';
import { toLine } from '../../form/text.ts';
import { writeFigure } from '../../form/value.ts';
import type { FigureRow, Indicator } from '../../read/project.ts';
import { amountOf, budgetOf, isPriced, readSpending } from '../../read/spending.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import { groupBy } from '../../util/group-by.ts';
import type { Check, CheckedYear } from '../check.ts';
import { cite } from '../language/meaning.ts';
import { costRows } from '../rows.ts';
import { createCorrectFigure, createLocate, locatePart } from '../within.ts';
import { findHidden } from './hidden-quantities.ts';
import { checkParts, namesAmount } from './money-parts.ts';
import { readFigureInWords } from './values.ts';

/** 成本合计 over 预算金额, in a table that names its budget. */
function checkBudget({ projects }: CheckedYear): Diagnostic[] {
  return projects.flatMap((project) => {
    const limit = budgetOf(project);
    const { total } = readSpending(project);
    if (project.budget === null || limit === null || total === null || total.lte(limit)) return [];
    return [
      diagnose('error', 'money/over-budget', project.budget.at, {
        cost: writeAmount(total),
        budget: writeAmount(limit),
        difference: writeAmount(total.minus(limit)),
      }),
    ];
  });
}

/** A cost is a limit: with ≥ or > the row would be met by spending more. What is saved may be more, and so may a price. */
function checkDirection({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap(costRows).flatMap((row) => {
    const { name, target } = row;
    if (target.operator !== '≥' && target.operator !== '>') return [];
    if (isSaving(name.text, target.operator) || isPriced(row)) return [];
    const operator = target.operator === '≥' ? '≤' : '<';
    return [
      diagnose('error', 'money/direction', locatePart(locate, target, 'sign'), {
        sign: target.operator,
        corrected: writeFigure({ ...target, operator }),
      }),
    ];
  });
}

/** 元, 万元 and 亿元 mixed in one table: sums by eye go wrong by four zeros. Each row unlike most is told, converted. */
function checkUnits({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  const correct = createCorrectFigure(sources);
  return projects.flatMap((project) => {
    const { rows } = readSpending(project);
    const usual = usualUnit(rows);
    return rows
      .filter(({ target }) => plainMoney(target.unit) !== usual)
      .map(({ target }) => {
        const { corrected, fix } = correct(target, { ...target, ...convert(target, usual) });
        const args = { unit: target.unit, usual, corrected };
        return diagnose('warning', 'money/mixed-units', locatePart(locate, target, 'unit'), args, fix);
      });
  });
}

/** The unit of most rows; of two that are even, the one that is named first. */
function usualUnit(rows: readonly FigureRow[]): string {
  const units = groupBy(rows, ({ target }) => plainMoney(target.unit));
  return [...units].reduce((most, other) => (other[1].length > most[1].length ? other : most), [
    '',
    [] as FigureRow[],
  ] as const)[0];
}

function convert({ number, unit }: { number: string; unit: string }, to: string) {
  const amount = toTenThousandYuan(number, unit).div(toTenThousandYuan('1', to));
  return { number: writeAmount(amount), unit: to };
}

/** A sum that is a row, and the rows that it is the sum of. */
function checkSums({ projects }: CheckedYear): Diagnostic[] {
  return projects.flatMap((project) =>
    readSpending(project).sums.flatMap(({ row, parts, isPartial }) => {
      const sum = sumAmounts(parts.map(amountOf));
      const whole = amountOf(row);
      if (sum.eq(whole) || (isPartial && sum.lt(whole))) return [];
      const args = {
        name: cite(toLine(row.name.text)),
        whole: writeFigure(row.target),
        count: String(parts.length),
        sum: writeAmount(sum),
      };
      return [diagnose('warning', 'money/parts#rows', row.target.at, args)];
    }),
  );
}

/** What no sum can hold is said where the table has no other cost, or where only a name tells that it is a price. */
function checkNotSummed({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap((project) => {
    const { total, prices, foreign, worded } = readSpending(project);
    const words = worded.filter((row) => namesAmount(row.target.text) && !isToldAsFigure(row));
    const price = prices.find(({ target }) => total === null || isMoney(target.unit));
    return [
      ...(price ? [['suggestion', 'money/not-summed', price] as const] : []),
      ...foreign.map((row) => ['warning', 'money/not-summed#foreign', row] as const),
    ]
      .map(([severity, wording, { target }]) =>
        diagnose(severity, wording, locatePart(locate, target, 'unit'), { text: writeFigure(target) }),
      )
      .concat(
        words.map(({ target }) =>
          diagnose('suggestion', 'money/not-summed#words', target.at, { text: cite(toLine(target.text)) }),
        ),
      );
  });
}

/** A 定性 that is a figure, or has one, is told as such, with the row to write. */
function isToldAsFigure({ target }: Indicator): boolean {
  if (target.kind !== 'qualitative') return false;
  return readFigureInWords(target.text.trim()) !== null || findHidden(target).length > 0;
}

export const moneyChecks: readonly Check[] = [
  { codes: { 'money/over-budget': 'error' }, run: checkBudget },
  { codes: { 'money/direction': 'error' }, run: checkDirection },
  { codes: { 'money/mixed-units': 'warning' }, run: checkUnits },
  { codes: { 'money/parts': 'warning' }, run: (year) => [...checkParts(year), ...checkSums(year)] },
  { codes: { 'money/not-summed': 'suggestion' }, run: checkNotSummed },
];
