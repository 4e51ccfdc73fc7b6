/**
 * The form's tree: which 二级指标 stand under which 一级指标, in the form's order. Two trees are in use: 财预〔2015〕88号
 * puts 成本 under 产出指标, 财预〔2021〕101号 makes it a 一级指标 of its own.
 */
export type IndicatorTree = '2015' | '2021';

const OUTPUT = ['数量指标', '质量指标', '时效指标'];
const BENEFIT = ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'];
const SATISFACTION = ['服务对象满意度指标', '满意度指标', '社会公众或服务对象满意度指标'];

export const COST_OF_OUTPUT = '成本指标';

/** The row that the budget system puts into every table by itself. */
export const SYSTEM_ROW = '项目或定额成本控制率';

export const TREES: Readonly<
  Record<IndicatorTree, readonly (readonly [level1: string, level2: readonly string[]])[]>
> = {
  '2015': [
    ['产出指标', [...OUTPUT, COST_OF_OUTPUT]],
    ['效益指标', BENEFIT],
    ['满意度指标', SATISFACTION],
  ],
  '2021': [
    ['成本指标', ['经济成本指标', '社会成本指标', '生态环境成本指标']],
    ['产出指标', OUTPUT],
    ['效益指标', BENEFIT],
    ['满意度指标', SATISFACTION],
  ],
};

/** Whether amounts of money in this group are the project's cost: 产出/成本 in the older tree, 成本/… in the newer. */
export function isCost(level1: string, level2: string): boolean {
  return level1 === '成本指标' || level2 === COST_OF_OUTPUT;
}

/**
 * Every pair that either tree has, in printing order; a project's rows are read in this order whatever the file's order. One
 * order serves both trees: what they share stands in the same order in both.
 */
export const ALL_GROUPS: readonly (readonly [level1: string, level2: string])[] = [
  ...new Set([...TREES['2021'], ...TREES['2015']].map(([level1]) => level1)),
].flatMap((level1) => {
  const level2s = [...TREES['2015'], ...TREES['2021']].flatMap((tree) => (tree[0] === level1 ? tree[1] : []));
  return [...new Set(level2s)].map((level2) => [level1, level2] as const);
});
