import { writeRate } from '../read/results/funds.ts';
import { type HasOutput, type HeldTable, linkOutputs } from './index-view.ts';
import type { ListedTable } from './listed-table.ts';
import type { IndexResultsView } from './views.ts';

export interface IndexResults {
  /** `自评`, `监控/7月` */
  place: { name: string };
  tables: readonly { listed: ListedTable }[];
  held: readonly HeldTable[];
  without: readonly string[];
}

/** How far a folder's results are, with execution and points as bars. `has`: of outputs, by their path from the year's folder. */
export function toIndexResults(
  { place: { name }, tables, held, without }: IndexResults,
  has: HasOutput,
): IndexResultsView {
  const link = (stem: string) => linkOutputs(`${name}/${stem}`, has);
  const nothing = {
    state: '',
    rate: '',
    rateWidth: '0',
    score: '',
    scoreWidth: '0',
    grade: '',
    ...{ html: '', pdf: '', exports: [] },
  };
  const written = tables.map(({ listed: table }) => {
    const { funds, total, lamps = [] } = table.results ?? {};
    const counts = [...new Set(lamps.map(({ lamp }) => lamp))].map(
      (lamp) => `${lamp} ${lamps.filter((one) => one.lamp === lamp).length}`,
    );
    return {
      ...nothing,
      name: table.name,
      state: counts.join('，') || '已写',
      rate: funds?.rate ? writeRate(funds.rate) : '—',
      rateWidth: widthOf(funds?.rate?.times(100)),
      score: total?.text ?? '',
      scoreWidth: widthOf(total?.score),
      grade: total?.grade ?? '',
      ...link(table.stem),
    };
  });
  const wrong = held.map((one) => ({ ...nothing, name: one.name, state: '有错误', ...link(one.stem) }));
  const missing = without.map((table) => ({ ...nothing, name: table, state: '没有写' }));
  const count = written.length + wrong.length + missing.length;
  const parts = [
    `已写 ${written.length} 个`,
    ...(wrong.length > 0 ? [`有错误 ${wrong.length} 个`] : []),
    ...(missing.length > 0 ? [`没有写 ${missing.length} 个`] : []),
  ];
  return {
    title: name.replace('/', ' '),
    sentence: `项目 ${count} 个：${parts.join('，')}。`,
    hasScores: written.some(({ score }) => score !== ''),
    booklet: link('booklet'),
    rows: [...written, ...wrong, ...missing],
  };
}

/** Of a bar that is at most 100 wide. */
function widthOf(value: { toNumber(): number } | undefined): string {
  return String(Math.max(0, Math.min(100, Math.round((value?.toNumber() ?? 0) * 10) / 10)));
}
