import Big from 'big.js';
import { writeColumnAmount } from '../form/money.ts';
import type { Booklet } from '../read/booklet.ts';
import { writeRate } from '../read/results/funds.ts';
import { toCover } from './booklet-view.ts';
import type { ListedResults, ListedTable } from './listed-table.ts';
import type { ResultsBookletView, ResultsCellView } from './views.ts';

interface SummaryColumn {
  heading: string;
  kind: 'amount' | 'number';
  cellOf(results: ListedResults): string;
  /** Of the row that adds all tables up. */
  total: string;
}

/** `tables`: those of a folder of results in the booklet's order. `without`: names of the projects that have none there. */
export function toResultsBookletView(
  booklet: Booklet,
  tables: readonly ListedTable[],
  without: readonly string[],
): ResultsBookletView {
  const results = tables.flatMap((table) => table.results ?? []);
  const columns = listColumns(results);
  const toCell = ({ kind }: SummaryColumn, text: string): ResultsCellView => ({
    text,
    isAmount: kind === 'amount',
  });
  return {
    isUpright: tables[0]?.form.paper === 'portrait',
    ...toCover(booklet),
    hasCodes: tables.some(({ code }) => code !== ''),
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    tables: tables.map((table, index) => ({
      number: String(index + 1),
      anchor: table.anchor,
      name: table.name,
      code: table.code,
      cells: columns.map((column) => toCell(column, table.results ? column.cellOf(table.results) : '')),
    })),
    total: columns.map((column) => toCell(column, column.total)),
    sentence: `${writeSentence(results)}${without.length === 0 ? '' : `没有写的项目 ${without.length} 个：${without.join('、')}。`}`,
  };
}

function listColumns(all: readonly ListedResults[]): SummaryColumn[] {
  const sumOf = (key: 'budget' | 'spent') => {
    const known = all.flatMap(({ funds }) => funds?.[key] ?? []);
    return known.length === 0 ? null : known.reduce((sum, one) => sum.plus(one), new Big(0));
  };
  const [budget, spent] = [sumOf('budget'), sumOf('spent')];
  const money = (heading: string, key: 'budget' | 'spent', total: Big | null): SummaryColumn => {
    return { heading, kind: 'amount', cellOf: ({ funds }) => write(funds?.[key]), total: write(total) };
  };
  const number = (heading: string, cellOf: SummaryColumn['cellOf'], total = ''): SummaryColumn => {
    return { heading, kind: 'number', cellOf, total };
  };
  const rate = budget?.gt(0) && spent ? writeRate(spent.div(budget)) : '—';
  const columns = [
    money('预算数（万元）', 'budget', budget),
    money('执行数（万元）', 'spent', spent),
    number('执行率', ({ funds }) => (funds?.rate ? writeRate(funds.rate) : '—'), rate),
  ];
  if (all.some(({ total }) => total !== null)) {
    columns.push(
      number('得分', ({ total }) => total?.text ?? '—'),
      number('等级', ({ total }) => total?.grade || '—'),
    );
  }
  for (const lamp of listLamps(all)) {
    const count = ({ lamps }: ListedResults) => lamps.filter((one) => one.lamp === lamp).length;
    const sum = all.reduce((total, results) => total + count(results), 0);
    columns.push(number(`${lamp}灯`, (results) => String(count(results)), String(sum)));
  }
  return columns;
}

function write(amount: Big | null | undefined): string {
  return amount ? writeColumnAmount(amount) : '—';
}

/** The lamps that were met, each once. */
function listLamps(all: readonly ListedResults[]): string[] {
  return [...new Set(all.flatMap(({ lamps }) => lamps.map(({ lamp }) => lamp)))].sort(
    (a, b) => LAMPS.indexOf(a) - LAMPS.indexOf(b),
  );
}

/** The order in which people name them; others come before. */
const LAMPS = '红黄绿蓝超';

/** 自评的项目 8 个，平均得分 93.21：优 6 个，良 2 个。 */
function writeSentence(all: readonly ListedResults[]): string {
  const [first] = all;
  if (first === undefined) return '';
  const month = first.month === null ? '自评' : `监控到 ${first.month} 月`;
  const scores = all.flatMap(({ total }) => total ?? []).sort((a, b) => b.score.cmp(a.score));
  const head = `${month}的项目 ${all.length} 个`;
  if (scores.length === 0) return `${head}。`;
  const mean = scores.reduce((sum, { score }) => sum.plus(score), new Big(0)).div(scores.length);
  const grades = [...new Set(scores.map(({ grade }) => grade))];
  const counts = grades.map((name) => `${name} ${scores.filter(({ grade }) => grade === name).length} 个`);
  return `${head}，平均得分 ${mean.round(2, Big.roundHalfUp).toFixed(2)}：${counts.join('，')}。`;
}
