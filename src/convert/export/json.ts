import type Big from 'big.js';
import { type CompiledTable, type CompiledYear, listTables } from '../../compile.ts';
import type { ListedTable } from '../../document/listed-table.ts';
import { FIGURE_KEY, OTHER_KEY, WORDS_KEY } from '../../form/form.ts';
import { writeAmount } from '../../form/money.ts';
import { toLine, toParagraphs } from '../../form/text.ts';
import { writeFigure } from '../../form/value.ts';
import { isSummary } from '../../read/booklet.ts';
import { digestOf } from '../../read/content-hash.ts';
import { listValues, type NamedValue, printFact } from '../../read/facts.ts';
import { writeRate } from '../../read/results/funds.ts';
import type { ResultSummary } from '../../read/results/summary.ts';
import { sumMoney, withoutDepartment } from '../../read/spending.ts';
import type { Indicator, Target } from '../../read/table.ts';

/** Of the file's shape. Keys may be added without another one. */
const VERSION = 1;

/** A table, its office, and the path of its outputs from the file's folder, without ending. */
interface DataTable {
  compiled: CompiledTable;
  unit: string;
  outputs: string;
}

/**
 * The tables of a folder, and of the offices below it, with the sums of each office, for other programs; as in the folder's
 * volume, no table where booklet.yaml says `内容: 汇总`. schema/export.schema.json describes it.
 */
export function toJson(year: CompiledYear): string {
  const { booklet, offices } = year;
  const shown = isSummary(booklet, offices.length > 0) ? [] : listData(year, year.path);
  const all = {
    version: VERSION,
    title: toLine(booklet.title),
    unit: toLine(booklet.unit),
    year: booklet.year,
    date: booklet.date,
    notes: toParagraphs(booklet.notes?.text ?? ''),
    totals: toTotals(listTables(year)),
    ...(offices.length === 0 ? {} : { offices: listOffices(offices, year.path) }),
    projects: shown.map(({ compiled: { listed, table }, unit, outputs }) => ({
      name: listed.name,
      code: listed.code,
      form: listed.form.name,
      digest: digestOf(table),
      unit,
      outputs,
      budget: toMoney(listed.money.budget),
      cost: toMoney(listed.money.cost),
      facts: listValues(table.facts).map(({ path, fact }) => toValue(fact, path)),
      indicators: table.indicators.map(toIndicator),
      ...(table.results ? { results: toResults(table.results) } : {}),
    })),
  };
  return `${JSON.stringify(all, null, 1)}\n`;
}

/** Those below a folder, each behind the one above it, with the sums of all that it holds. */
function listOffices(offices: readonly CompiledYear[], folder: string): OfficeData[] {
  return offices.flatMap((office) => [
    {
      office: office.path.slice(folder.length + 1),
      unit: toLine(office.booklet.unit),
      ...toTotals(listTables(office)),
    },
    ...listOffices(office.offices, folder),
  ]);
}

interface OfficeData extends ReturnType<typeof toTotals> {
  office: string;
  unit: string;
}

function toTotals(tables: readonly ListedTable[]) {
  const counted = withoutDepartment(tables);
  const total = sumMoney(counted);
  return {
    projects: counted.length,
    indicators: counted.reduce((sum, { indicators }) => sum + indicators, 0),
    budget: toMoney(total.budget),
    cost: toMoney(total.cost),
  };
}

/** Those of a folder, then those of the offices below it. */
function listData({ booklet, tables, offices }: CompiledYear, folder: string): DataTable[] {
  const own = tables.map((compiled) => ({
    compiled,
    unit: toLine(booklet.unit),
    outputs: compiled.document.path.slice(folder.length + 1),
  }));
  return [...own, ...offices.flatMap((office) => listData(office, folder))];
}

/** A sum in 万元; the number is text, so that no program rounds it. */
function toMoney(amount: Big | null): { number: string; unit: string } | null {
  return amount === null ? null : { number: writeAmount(amount), unit: '万元' };
}

function toResults({ month, funds, total, lamps }: ResultSummary) {
  return {
    month,
    budget: toMoney(funds?.budget ?? null),
    spent: toMoney(funds?.spent ?? null),
    rate: funds?.rate ? writeRate(funds.rate) : null,
    score: total?.text ?? null,
    grade: total?.grade || null,
    lamps,
  };
}

function toIndicator({ level1, level2, name, target, cells }: Indicator) {
  return {
    level1,
    level2,
    indicator: toLine(name.text),
    values: [toTarget(target), ...cells.map((cell) => toValue(cell))],
  };
}

function toValue(fact: NamedValue['fact'], field = fact.field.key) {
  const text = printFact(fact).join('\n');
  return { field, text, written: fact.value.text, ...fact.amount, ...fact.figure };
}

const TARGET_KEYS = { figure: FIGURE_KEY, qualitative: WORDS_KEY, 'other-quantity': OTHER_KEY } as const;

function toTarget(target: Target) {
  const at = { field: TARGET_KEYS[target.kind], written: target.text };
  if (target.kind !== 'figure') return { ...at, text: toParagraphs(target.text).join('\n') };
  const { operator, number, unit } = target;
  return { ...at, text: writeFigure(target), operator, number, unit };
}
