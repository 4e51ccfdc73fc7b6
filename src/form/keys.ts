import { TREES } from './tree.ts';

/** The keys that authors write, by where they stand; the schemas hold the same ones (a test says so). */
export const TOP_KEYS: readonly string[] = [
  '项目名称',
  '项目编码',
  '预算金额',
  '实施单位',
  '主管部门',
  '负责人',
  '绩效目标',
  '绩效指标',
];
export const ROW_KEYS: readonly string[] = ['三级指标', '指标值', '定性', '定量其他', '备注', '指标值说明'];
export const BOOKLET_KEYS: readonly string[] = [
  '标题',
  '单位',
  '年度',
  '编制日期',
  '说明',
  '顺序',
  '指标体系',
  '检查',
  '常见错字',
];
export const LEVEL1_KEYS: ReadonlySet<string> = new Set(
  Object.values(TREES).flatMap((tree) => tree.map(([level1]) => level1)),
);
export const LEVEL2_KEYS: ReadonlySet<string> = new Set(
  Object.values(TREES).flatMap((tree) => tree.flatMap(([, level2]) => level2)),
);
export const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...TOP_KEYS,
  ...ROW_KEYS,
  ...BOOKLET_KEYS,
  ...LEVEL1_KEYS,
  ...LEVEL2_KEYS,
]);
/** Begins a row; without its dash the row is no row. */
export const ROW_NAME = '三级指标';
/** A row has exactly one of these. */
export const TARGET_KEYS: readonly string[] = ['指标值', '定性', '定量其他'];
