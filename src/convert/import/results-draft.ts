import Big from 'big.js';
import { FIGURE_KEY, type Field } from '../../form/form.ts';
import {
  FUNDS_KEY,
  isComputedField,
  type ResultsForm,
  ROWS_KEY,
  type Scoring,
} from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import { TO_FILL } from '../../form/to-fill.ts';
import type { ResultUse } from '../../form/words.ts';
import { orderOf } from '../../format/key-order.ts';
import type { Entry, Value } from '../../format/layout.ts';
import { writeTidily } from '../../format/tidy.ts';
import { OVERRIDDEN } from '../../read/results/funds.ts';
import { readDegree, roundPoints } from '../../read/results/score.ts';
import { findInGoals, weightOf } from '../../read/results/to-table.ts';
import { shareWeights, type Weights } from '../../read/results/weights.ts';
import { nameOfPlace } from '../../read/results-place.ts';
import type { FoundRow } from '../../read/rows/row.ts';
import { doubtful, type Note, quoteShort, repaired } from '../../read/rows/source-row.ts';
import type { Draft, DraftIndicator } from '../../read/table.ts';
import { groupBy } from '../../util/group-by.ts';
import { type DraftOptions, type TableDraft, toComments, toEntry, toStem, toText } from './draft.ts';
import type { FoundFact } from './facts.ts';
import { type MatchedGoal, matchGoals, plainOf } from './match-goals.ts';
import type { FoundTable } from './recognize.ts';

export interface ResultsDraftOptions extends DraftOptions {
  /** The table of that name, as far as it can be read. */
  findGoals: (stem: string) => Draft | null;
}

/**
 * A file of results: what was reached, by the goals' own names. Targets are the goals' and are not written again; what the program
 * computes is left out and said.
 */
export function toResultsDraft(
  table: FoundTable,
  results: ResultsForm,
  { schema, words, fallback, findGoals }: ResultsDraftOptions,
): TableDraft {
  const { form, place, month } = table;
  const isTotal = ({ code, before: [first = ''] }: Note) => code === 'import/unused' && TOTAL.test(first);
  const ofTable: Note[] = table.notes.filter((note) => !isTotal(note));
  const nameKey = form.fields.find(({ type }) => type === 'name')?.key;
  const name = toLine(table.facts.find(({ key }) => key === nameKey)?.text ?? '');
  const stem = toStem(name === '' ? fallback : name);
  if (name === '') ofTable.push(doubtful(place, 'import/no-name', { stem }));
  const goals = findGoals(stem);
  if (goals === null) ofTable.push(doubtful(place, 'import/no-goal', { stem }));
  const matched = goals === null ? null : matchGoals(table.rows, goals.indicators);
  const usual: Weights = goals === null ? new Map() : listWeights(goals, results);
  const pointsOf = (row: FoundRow): Points => {
    const [score, weight] = (['score', 'weight'] as const).map((use) => {
      const text = textOf(row, results, use) ?? '';
      return NUMBER.test(text) ? new Big(text) : null;
    });
    const goal = matched?.get(row)?.indicator;
    return { score: score ?? null, weight: weight ?? null, usual: (goal && usual.get(goal)) ?? null };
  };
  const hasUsual = table.rows.every((row) => {
    const points = pointsOf(row);
    return points.usual !== null && points.weight?.eq(points.usual) === true;
  });
  const ofRows = table.rows.flatMap((row) => textOf(row, results, 'score') ?? []).filter(isComputed);
  const { entry: funds, left: ofFunds } = toFunds(table, results, ofTable);
  const left = [...ofFunds, ...ofRows, ...table.notes.filter(isTotal).map(({ before }) => before.join(' '))];
  if (left.length > 0) ofTable.push(doubtful(place, 'import/scores-left', { scores: left.join('、') }, left));

  const entries: Entry[] = [];
  if (funds !== null) entries.push(toEntry(FUNDS_KEY, funds, []));
  for (const { key, type, source, isRequired } of results.fields) {
    const fact = table.facts.find((one) => one.key === key);
    if (key === nameKey || (source !== null && isOfGoals(fact, goals, source, ofTable))) continue;
    if (fact !== undefined) entries.push(toEntry(key, toText(fact.text, type), []));
    else if (isRequired && source === null) entries.push(toEntry(key, toText(TO_FILL, 'line'), []));
  }
  const rows: TableDraft['rows'] = [];
  const list = table.rows.map((row) => {
    const goal = matched?.get(row);
    const isTwice = table.rows.filter((other) => other.name === row.name).length > 1;
    const key = goal?.name ?? (isTwice ? `${row.level2}/${row.name}` : row.name);
    const values = toValues(row, results, { goal, points: pointsOf(row), hasUsual });
    const keys = ['一级指标', '二级指标', '三级指标', ...values.map(([field]) => field)];
    const after = [row.level1, row.level2, key, ...values.map(([, text]) => text)];
    rows.push({ row, keys, after, notes: row.notes });
    return toEntry(key, toRow(values, results), row.notes);
  });
  entries.push(toEntry(ROWS_KEY, { kind: 'map', entries: list }, []));
  const [first] = entries;
  if (first !== undefined) first.leading = toComments(ofTable);
  const header =
    schema === null ? [] : [{ text: `# yaml-language-server: $schema=${schema}`, isApart: false }];
  const text = writeTidily({ header, entries, footer: [] }, orderOf(words, false));
  const folder = nameOfPlace({ kind: month === null ? 'evaluation' : 'monitoring', month });
  const notes = [...ofTable, ...table.rows.flatMap((row) => row.notes)];
  return { stem, folder, name, code: '', form, table, text, notes, entries, rows };
}

/** What is below the rows, and computed like their points. */
const TOTAL = /^(?:总分|合计|总计)$|^注：带＊/u;

/** Whether the goals say it, so that results do not; another text than theirs is doubted. */
function isOfGoals(fact: FoundFact | undefined, goals: Draft | null, source: string, notes: Note[]): boolean {
  const given = goals === null ? null : findInGoals(goals.facts, source);
  if (fact === undefined || given === null) return goals === null;
  const [written, goal] = [fact.text, given.value.text].map(plainOf) as [string, string];
  if (!written.includes(goal) && !goal.includes(written)) {
    const args = {
      key: fact.key,
      written: quoteShort(fact.text),
      goal: quoteShort(toLine(given.value.text)),
    };
    notes.push(doubtful(fact.place, 'import/fact-differs', args, [fact.text]));
  }
  return true;
}

/**
 * By source of the money where there are several; the amount alone where there is only a total. `left`: what the program computes.
 * A source that the form does not have is doubted.
 */
function toFunds(
  { facts }: FoundTable,
  { funds }: ResultsForm,
  notes: Note[],
): { entry: Value | null; left: string[] } {
  if (funds === null) return { entry: null, left: [] };
  const left: string[] = [];
  const known = new Set<number | null>();
  const own = facts.filter(({ key }) => key === FUNDS_KEY);
  const lines = funds.rows.flatMap((name): [string, Entry[]][] => {
    const line = own.find(({ part, text }) => part === '来源' && sameName(text, name))?.row;
    if (line === undefined) return [];
    known.add(line);
    const amounts = funds.columns.flatMap(({ key, use }): Entry[] => {
      const text = own.find(({ row, part }) => row === line && part === key)?.text ?? '';
      const isLeft = use === 'rate' || use === 'weight' || (use === 'score' && isComputed(text));
      if (text === '' || NOTHING.test(text)) return [];
      if (isLeft && use === 'score') left.push(text);
      if (isLeft) return [];
      const isNumber = use !== 'reason' && use !== 'score' && /^-?\d[\d,]*(?:\.\d+)?$/.test(text);
      const value = isNumber ? `${text.replaceAll(',', '')} 万元` : text.replace(OVERRIDDEN, '');
      return [toEntry(key, toText(value, 'line'), [])];
    });
    return amounts.length === 0 ? [] : [[name, amounts]];
  });
  for (const line of groupBy(own, ({ row }) => row).values()) {
    const [first] = line;
    if (first === undefined || known.has(first.row)) continue;
    const texts = line.map(({ text }) => text);
    notes.push(doubtful(first.place, 'import/unused', { text: quoteShort(texts.join('｜')) }, texts));
  }
  const [total] = lines;
  if (total === undefined) return { entry: null, left };
  const byName = lines.map(([name, entries]) => toEntry(name, { kind: 'map', entries }, []));
  return { entry: { kind: 'map', entries: lines.length === 1 ? total[1] : byName }, left };
}

/** Written where there is nothing. */
const NOTHING = /^[-—–/／]{1,4}$/u;

function sameName(written: string, name: string): boolean {
  const bare = (text: string) => text.replace(/[\s：:]|^其中/gu, '');
  return bare(written) === bare(name) || bare(name) === `其中${bare(written)}`;
}

/** Not given by the author against the rule. */
function isComputed(score: string): boolean {
  return !score.endsWith(OVERRIDDEN);
}

function fieldOf({ rowFields }: ResultsForm, use: ResultUse) {
  return rowFields.find((field) => field.use === use);
}

function textOf(row: FoundRow, results: ResultsForm, use: ResultUse): string | undefined {
  return row.texts.get(fieldOf(results, use)?.key ?? '');
}

/** The points of each indicator where the results write none. */
function listWeights({ indicators }: Draft, { scoring }: ResultsForm): Weights {
  const ofGoal = (indicator: DraftIndicator) => weightOf(indicator)?.text.trim() ?? null;
  const nowhere = { file: '', start: 0, end: 0 };
  return scoring === null ? new Map() : shareWeights(indicators, ofGoal, scoring, nowhere).weights;
}

const NUMBER = /^\d{1,3}(?:\.\d{1,9})?$/;

/** What a row earned, of how many points: as it is written, and as the program shares them out. */
interface Points {
  score: Big | null;
  weight: Big | null;
  usual: Big | null;
}

type WrittenValue = [key: string, text: string, type: Field['type']];

/** What a row says by itself. */
function toValues(
  row: FoundRow,
  results: ResultsForm,
  { goal, points, hasUsual }: { goal: MatchedGoal | undefined; points: Points; hasUsual: boolean },
): WrittenValue[] {
  const values = results.rowFields.flatMap((field): WrittenValue[] => {
    const { key, type, use, source } = field;
    const text = row.texts.get(key) ?? (use === 'degree' ? findDegree(row, results, goal, points) : null);
    const isLeft =
      source !== null ||
      isComputedField(field) ||
      (use === 'weight' && hasUsual) ||
      (use === 'score' && isComputed(text ?? ''));
    if (text == null || isLeft || NOTHING.test(text)) return [];
    // Its unit has a column of its own.
    if (use === 'adjusted' && /^-?\d[\d,]{0,20}(?:\.\d{1,9})?$/.test(text))
      return [[key, `${text} ${row.values.get(FIGURE_KEY)?.unit ?? ''}`.trim(), type]];
    const isQuantity = (use === 'actual' || use === 'forecast') && !isWordsGoal(goal);
    return [[key, isQuantity ? spaceUnit(text) : text.replace(OVERRIDDEN, ''), type]];
  });
  const actual = fieldOf(results, 'actual')?.key;
  if (actual !== undefined && !values.some(([key]) => key === actual))
    values.unshift([actual, TO_FILL, 'line']);
  return values;
}

function isWordsGoal(goal: MatchedGoal | undefined): boolean {
  return goal !== undefined && goal.indicator.target.kind !== 'figure';
}

/** `582人次` is `582 人次`, as figures are written in a source. */
function spaceUnit(text: string): string {
  return text.replace(/^([-\d,.]{0,20}\d)(?=[^\d\s,.]{1,12}$)/u, '$1 ');
}

/** How far words were fulfilled has no column in most forms: what gives the points that the row has. */
function findDegree(
  row: FoundRow,
  results: ResultsForm,
  goal: MatchedGoal | undefined,
  { score, weight: written, usual }: Points,
): string | null {
  const { scoring } = results;
  const weight = written ?? usual;
  if (!isWordsGoal(goal) || scoring === null || score === null || weight === null) return null;
  if (readDegree(textOf(row, results, 'actual') ?? '', scoring) !== null) return null;
  const degree = degreeOf(score, weight, scoring);
  const args = { score: score.toFixed(), weight: weight.toFixed(), degree: degree ?? '' };
  if (degree !== null) row.notes.push(repaired(row.place, 'import/degree', args, [args.score]));
  return degree;
}

/** The band alone where it is taken for as much, else with the roundest share that is rounded to the points. */
function degreeOf(score: Big, weight: Big, scoring: Scoring): string | null {
  if (weight.lte(0) || score.gt(weight)) return null;
  for (const decimals of [0, 1, 2]) {
    const percent = score.div(weight).times(100).round(decimals);
    if (!roundPoints(weight.times(percent).div(100), scoring).eq(score)) continue;
    const degree = readDegree(`${percent.toFixed()} %`, scoring);
    const band = degree !== null && 'band' in degree ? degree.band : '';
    const isUsual = scoring.bands.some(({ name, take }) => name === band && percent.eq(take));
    return isUsual ? band : `${band} ${percent.toFixed()} %`.trim();
  }
  return null;
}

function toRow(values: readonly WrittenValue[], results: ResultsForm): Value {
  const [only] = values;
  return values.length === 1 && only?.[0] === fieldOf(results, 'actual')?.key
    ? toText(only?.[1] ?? '', 'line')
    : { kind: 'map', entries: values.map(([key, text, type]) => toEntry(key, toText(text, type), [])) };
}
