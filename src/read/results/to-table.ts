import type Big from 'big.js';
import type { Column, Field, Form } from '../../form/form.ts';
import { FUNDS_KEY, isComputedField, type ResultField, type ResultsForm } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import { fillMonth, toFundsField } from '../../form/to-results-form.ts';
import { FIELD_ROLES } from '../../form/words.ts';
import type { Located } from '../../report/diagnostic.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import { memoize } from '../../util/memoize.ts';
import type { Fact, FactPart } from '../facts.ts';
import type { Source } from '../source.ts';
import type { Draft, DraftIndicator } from '../table.ts';
import { compareWithTarget, type Evaluated, evaluate, withAdjustedTarget } from './evaluate.ts';
import { OVERRIDDEN, readFunds, writeRate } from './funds.ts';
import { matchRows } from './match.ts';
import { monitor } from './monitor.ts';
import { type Result, type ResultRow, said } from './result.ts';
import { gradeOf, writePoints } from './score.ts';
import type { Funds, ResultSummary } from './summary.ts';
import { shareWeights, sum } from './weights.ts';

/** A table of results, to be shown and printed like any other. */
export type ResultTable = Draft & { results: ResultSummary };

/** Compares a result with its goals and computes what the form asks for; `goals`: a table as far as it can be read. */
export function toResultTable(
  result: Result,
  goals: Draft,
  source: Source,
  month: number | null,
): { table: ResultTable; diagnostics: Diagnostic[] } {
  const { form } = result;
  const { indicators } = goals;
  const { matched, diagnostics } = matchRows(result, indicators);
  diagnostics.push(...findMissingValues(result, matched));
  const facts = readFacts(result, goals, diagnostics);
  const { funds, diagnostics: wrongFunds } = readFunds(result, source.text);
  diagnostics.push(...wrongFunds);
  const evaluated =
    form.scoring === null ? null : evaluateAll(result, matched, indicators, source, diagnostics);
  if (evaluated === null && form.kind === 'evaluation') {
    const rules = { form, source: source.text };
    for (const [indicator, row] of matched)
      compareWithTarget(withAdjustedTarget(indicator, row, rules, diagnostics), row, rules, diagnostics);
  }
  const lamps: ResultSummary['lamps'] = [];
  const rows = indicators.map((indicator): DraftIndicator => {
    const row = matched.get(indicator);
    const computed = new Map<ResultField['use'], string>();
    if (row !== undefined && form.kind === 'monitoring') {
      const context = { form, month: month ?? 12, source: source.text };
      const { lamp, likelihood } = monitor(indicator, row, context, diagnostics);
      if (likelihood !== '') computed.set('likelihood', likelihood);
      if (lamp !== null) {
        computed.set('lamp', lamp.name);
        lamps.push({ indicator: toLine(indicator.name.text), lamp: lamp.name });
      }
    }
    const points = evaluated?.rows.get(indicator);
    if (points?.weight !== undefined) computed.set('weight', points.weight);
    if (points?.score !== undefined) computed.set('score', points.score);
    if (points?.band) computed.set('degree', points.band);
    if (points?.rate != null) computed.set('coefficient', writeRate(points.rate));
    return { ...indicator, cells: toCells(form, indicator, row, computed) };
  });
  const keyOf = (use: ResultField['use']) => form.rowFields.find((field) => field.use === use)?.key ?? null;
  const merged = mergedForm(form)(goals.form, month);
  const total = evaluated && toTotal(result, funds, evaluated);
  const notes = evaluated === null ? [] : toNotes(evaluated, funds, form);
  const table: ResultTable = {
    ...goals,
    form: merged,
    file: result.file,
    stem: result.stem,
    facts: funds === null ? facts : [...facts, toFundsFact(merged, funds, result.at.funds)],
    indicators: rows,
    results: {
      kind: form.kind,
      month,
      funds,
      total,
      points: { weight: keyOf('weight'), score: keyOf('score') },
      notes,
      lamps,
    },
  };
  return { table, diagnostics };
}

/** The form of the merged table: the goals' tree with the results' columns. 0 is no month. */
export const mergedForm = memoize((form: ResultsForm) => {
  const byMonth = Array.from({ length: 13 }, (_, month) =>
    memoize((goals: Form): Form => mergeForms(form, goals, month === 0 ? null : month)),
  );
  return (goals: Form, month: number | null): Form => (byMonth[month ?? 0] as (goals: Form) => Form)(goals);
});

function mergeForms(form: ResultsForm, goals: Form, month: number | null): Form {
  const { name, title, kind, description, paper, head, foot, fields, funds } = form;
  const fill = (column: Column): Column => {
    return { ...column, heading: fillMonth(column.heading, month), columns: column.columns.map(fill) };
  };
  return {
    ...goals,
    ...{ name, title: fillMonth(title, month), kind, description, paper, head, foot },
    fields: funds === null ? fields : [...fields, toFundsField(funds, month)],
    rowFields: [...goals.rowFields, ...form.rowFields],
    columns: form.columns.map(fill),
  };
}

/** The funds as the list that the form prints: a row for each source. */
function toFundsFact({ fields }: Form, { rows }: Funds, at: Span): Fact {
  const field = fields.find(({ key }) => key === FUNDS_KEY);
  if (!field?.block) throw new Error('the form has no funds');
  const [name, ...columns] = field.block.parts;
  const parts = rows.flatMap((row, index) => [
    ...(name === undefined ? [] : [{ ...toFact(name, row.name, at), row: index }]),
    ...columns.flatMap((column, place): FactPart[] => {
      const cell = row.cells[place];
      if (cell === undefined || cell.text === '') return [];
      const amount = cell.isAmount ? { number: cell.text, unit: '万元' } : null;
      return [{ ...toFact(column, cell.text, cell.at), amount, row: index }];
    }),
  ]);
  return { ...toFact(field, '', at), parts };
}

function toFact<F extends Field>(field: F, text: string, at: Span) {
  return { field, value: { text, at }, amount: null, figure: null, parts: [] };
}

function findMissingValues({ form }: Result, matched: ReadonlyMap<DraftIndicator, ResultRow>): Diagnostic[] {
  const required = form.rowFields.filter(({ isRequired, source }) => isRequired && source === null);
  return [...matched.values()].flatMap(({ name, values }) =>
    required.flatMap(({ key }) => {
      const args = { name: toLine(name.text), key };
      return values.has(key) ? [] : [diagnose('error', 'result/missing-value', name.at, args)];
    }),
  );
}

function readFacts({ form, facts }: Result, goals: Draft, diagnostics: Diagnostic[]): Fact[] {
  return form.fields.flatMap((field): Fact[] => {
    const own = facts.find((fact) => fact.field === field)?.value ?? null;
    const given = field.source === null ? null : findInGoals(goals.facts, field.source);
    if (given === null) return own === null ? [] : [toFact(field, own.text, own.at)];
    if (own !== null) {
      const args = { key: field.key, source: given.field.key };
      diagnostics.push(diagnose('error', 'result/repeats-goal', own.at, args));
    }
    return [{ ...given, field }];
  });
}

export function findInGoals(facts: readonly Fact[], source: string): Fact | null {
  const role = source === '名称' ? 'name' : FIELD_ROLES[source as keyof typeof FIELD_ROLES];
  return (
    facts.find(({ field }) => field.key === source || (role !== undefined && field.role === role)) ?? null
  );
}

function toCells(
  form: ResultsForm,
  { cells, name }: DraftIndicator,
  row: ResultRow | undefined,
  computed: ReadonlyMap<ResultField['use'], string>,
): Fact[] {
  return form.rowFields.flatMap((field): Fact[] => {
    if (field.source !== null) {
      const given = findInGoals(cells, field.source);
      return given === null ? [] : [{ ...given, field }];
    }
    const text = computed.get(field.use);
    const written = row?.values.get(field.key);
    // What the author wrote stays where it is; computed points have the place of their row.
    if (field.use !== 'score' && !isComputedField(field) && written !== undefined)
      return [toFact(field, written.text, written.at)];
    return text === undefined ? [] : [toFact(field, text, (written ?? row?.name ?? name).at)];
  });
}

interface EvaluatedRows {
  rows: ReadonlyMap<
    DraftIndicator,
    { weight: string | undefined; score: string | undefined; rate: Big | null; band: string }
  >;
  isWhole: boolean;
  earned: Big;
  overridden: { name: string; ruled: Big | null }[];
}

function evaluateAll(
  { form, at }: Result,
  matched: ReadonlyMap<DraftIndicator, ResultRow>,
  indicators: readonly DraftIndicator[],
  source: Source,
  diagnostics: Diagnostic[],
): EvaluatedRows {
  const { scoring } = form;
  if (scoring === null) throw new Error('a form without points');
  const writtenOf = (indicator: DraftIndicator) => {
    const row = matched.get(indicator);
    const own = row && said(row, form, 'weight');
    const text = (own ?? weightOf(indicator))?.text.trim() ?? '';
    return /^\d+(?:\.\d+)?$/.test(text) ? text : null;
  };
  const { weights, diagnostics: faults } = shareWeights(indicators, writtenOf, scoring, at.rows);
  diagnostics.push(...faults);
  const evaluated = new Map<DraftIndicator, Evaluated>();
  for (const [indicator, row] of matched) {
    const weight = weights.get(indicator);
    if (weight === undefined) continue;
    const rules = { form, scoring, source: source.text };
    const compared = withAdjustedTarget(indicator, row, rules, diagnostics);
    evaluated.set(indicator, evaluate(compared, row, weight, rules, diagnostics));
  }
  const scores = indicators.flatMap((indicator) => evaluated.get(indicator)?.score ?? []);
  return {
    rows: new Map(
      indicators.map((indicator) => {
        const { score = null, isWritten = false, rate = null, band = '' } = evaluated.get(indicator) ?? {};
        const weight = weights.get(indicator)?.toFixed();
        const points = score && writePoints(score, scoring) + (isWritten ? OVERRIDDEN : '');
        return [indicator, { weight, score: points ?? undefined, rate, band }] as const;
      }),
    ),
    isWhole: scores.length === indicators.length,
    earned: sum(scores),
    overridden: indicators.flatMap((indicator) => {
      const { isWritten = false, overridden = null } = evaluated.get(indicator) ?? {};
      return isWritten ? [{ name: toLine(indicator.name.text), ruled: overridden }] : [];
    }),
  };
}

export function weightOf({ cells }: DraftIndicator): Located | null {
  return cells.find(({ field }) => field.type === 'weight')?.value ?? null;
}

function toTotal(
  { form: { scoring } }: Result,
  funds: Funds | null,
  rows: EvaluatedRows,
): ResultSummary['total'] {
  if (scoring === null || !rows.isWhole || (scoring.execution !== null && funds?.score == null)) return null;
  const score = rows.earned.plus(funds?.score ?? 0);
  return { weight: '100', score, text: writePoints(score, scoring), grade: gradeOf(score, scoring) };
}

function toNotes({ overridden }: EvaluatedRows, funds: Funds | null, { scoring }: ResultsForm): string[] {
  if (scoring === null) return [];
  const own = [
    ...(funds?.overridden ? [{ name: '预算执行率', ruled: funds.overridden }] : []),
    ...overridden,
  ];
  if (own.length === 0) return [];
  const said = own.map(
    ({ name, ruled }) =>
      `${name}${ruled === null ? '没有计分办法' : `应得 ${writePoints(ruled, scoring)} 分`}`,
  );
  return [`注：带${OVERRIDDEN}的得分是填报单位写的；按计分办法，${said.join('，')}。`];
}
