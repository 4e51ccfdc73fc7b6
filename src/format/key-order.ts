import { ALL_GROUPS } from '../form/tree.ts';

/** The keys of a whole source, then by the key above them; below the items of a list stand a row's. */
export const ROOT = 'root';
export const ROW = '';

const LEVEL1 = [...new Set(ALL_GROUPS.map(([level1]) => level1))];
const level2Of = (level1: string) =>
  ALL_GROUPS.filter(([above]) => above === level1).map(([, level2]) => level2);

/** The form's keys in the form's order, by the key that they stand under; a test keeps them equal to the schemas'. */
export const KEY_ORDER: ReadonlyMap<string, readonly string[]> = new Map([
  [
    ROOT,
    [
      ...['项目名称', '项目编码', '预算金额', '实施单位', '主管部门', '负责人', '绩效目标', '绩效指标'],
      ...['标题', '单位', '年度', '编制日期', '说明', '顺序', '指标体系', '检查', '常见错字'],
    ],
  ],
  ['绩效指标', LEVEL1],
  ...LEVEL1.map((level1) => [level1, level2Of(level1)] as const),
  [ROW, ['三级指标', '指标值', '定性', '定量其他', '备注', '指标值说明']],
]);

/** Brings the entries of one map into the form's order. A key that the form does not know stays behind its neighbour. */
export function orderEntries<T extends { key: string | null }>(entries: readonly T[], above: string): T[] {
  const keys = KEY_ORDER.get(above) ?? [];
  let last = -1;
  const placed = entries.map((entry) => {
    const place = keys.indexOf(entry.key ?? '');
    if (place >= 0) last = place;
    return { entry, place: last };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ entry }) => entry);
}
