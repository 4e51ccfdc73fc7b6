import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { toLine } from '../project/text.ts';
import { toTenThousandYuan, writeAmount, writeFigure } from '../project/value.ts';
import { costOf } from '../view/booklet-view.ts';
import type { Check, CheckedYear } from './check.ts';
import { checkParts } from './money-parts.ts';
import { costRows, type FigureRow } from './rows.ts';
import { createCorrectFigure, createLocate, locatePart } from './within.ts';

/** 成本合计 over 预算金额, in a table that names its budget. */
function checkBudget({ projects }: CheckedYear): Diagnostic[] {
  return projects.flatMap((project) => {
    const { budget } = project;
    if (budget === null) return [];
    const limit = toTenThousandYuan(budget.number, budget.unit);
    const cost = costOf(project);
    if (cost.lte(limit)) return [];
    return [
      diagnose('error', 'money/over-budget', budget.at, {
        cost: writeAmount(cost),
        budget: writeAmount(limit),
        difference: writeAmount(cost.minus(limit)),
      }),
    ];
  });
}

/** A cost is a limit: with ≥ or > the row would be met by spending more. */
function checkDirection({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap(costRows).flatMap(({ target }) => {
    if (target.operator !== '≥' && target.operator !== '>') return [];
    const operator = target.operator === '≥' ? '≤' : '<';
    return [
      diagnose('error', 'money/direction', locatePart(locate, target, 'sign'), {
        sign: target.operator,
        corrected: writeFigure({ ...target, operator }),
      }),
    ];
  });
}

/** The price of one thing is rightly told in 元 beside totals in 万元. */
const UNIT_PRICE = /人均|平均|每|单价|均价|标准(?!化)|单位成本/u;

/** 元, 万元 and 亿元 mixed in one table: sums by eye go wrong by four zeros. Each row unlike most is told, converted. */
function checkUnits({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  const correct = createCorrectFigure(sources);
  return projects.flatMap((project) => {
    const rows = costRows(project);
    if (new Set(rows.map(({ target }) => target.unit)).size < 2) return [];
    const totals = rows.filter(({ name }) => !UNIT_PRICE.test(toLine(name.text)));
    const usual = usualUnit(totals);
    return totals
      .filter(({ target }) => target.unit !== usual)
      .map(({ target }) => {
        const { corrected, fix } = correct(target, { ...target, ...convert(target, usual) });
        const args = { unit: target.unit, usual, corrected };
        return diagnose('warning', 'money/mixed-units', locatePart(locate, target, 'unit'), args, fix);
      });
  });
}

/** The unit of most rows; of two that are even, the one that is named first. */
function usualUnit(rows: readonly FigureRow[]): string {
  const counts = new Map<string, number>();
  for (const { target } of rows) counts.set(target.unit, (counts.get(target.unit) ?? 0) + 1);
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most), ['', 0] as const)[0];
}

function convert({ number, unit }: { number: string; unit: string }, to: string) {
  const amount = toTenThousandYuan(number, unit).div(toTenThousandYuan('1', to));
  return { number: writeAmount(amount), unit: to };
}

export const moneyChecks: readonly Check[] = [
  { codes: { 'money/over-budget': 'error' }, run: checkBudget },
  { codes: { 'money/direction': 'error' }, run: checkDirection },
  { codes: { 'money/mixed-units': 'warning' }, run: checkUnits },
  { codes: { 'money/parts': 'warning' }, run: checkParts },
];
