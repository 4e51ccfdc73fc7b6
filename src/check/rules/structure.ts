import leven from 'leven';
import { isCost, kindOf, type RowKind, TREE_KEY, treeOf } from '../../form/form.ts';
import { findNode, spanOf } from '../../read/parse.ts';
import type { Span } from '../../report/diagnostic.ts';
import { type CheckedTable, type Rule, tableRule } from '../rule.ts';

/** Where the key at the end of a path of keys is. */
function keyPlace({ parsed: { root, source }, project }: CheckedTable, path: readonly string[]): Span {
  const key = findNode(root, path).keys.at(-1);
  return key ? spanOf(source.file, key) : project.name.at;
}

/**
 * A group that only another tree of the form has: the schema takes them all, `指标体系` says which one is meant. Those of 2015
 * and 2021 differ in nothing but the place of 成本指标. Told once a group, at its key.
 */
const group = tableRule({
  code: 'structure/group',
  severity: 'error',
  docs: {
    zh: '这个二级指标不属于所选体系的这个一级指标',
    en: 'a 二级指标 that its 一级指标 does not have',
    example: '2015 体系里写一级的“成本指标”',
  },
  messages: {
    default: {
      zh: {
        text: '“{tree}”指标体系里没有“{group}”',
        hint: '这里可以写：{known}；用哪一个体系，由 booklet.yaml 的“指标体系”决定',
      },
      en: {
        text: 'The tree “{tree}” has no {group}',
        hint: 'Possible here: {known}; 指标体系 in booklet.yaml names the tree',
      },
    },
    near: {
      severity: 'warning',
      zh: { text: '“{group}”不是表上的二级指标，会另印一格', hint: '是不是“{near}”？' },
      en: {
        text: '{group} is no 二级指标 of the form and gets a cell of its own',
        hint: 'Did you mean {near}?',
      },
    },
    older: {
      zh: {
        text: '2015 年的指标体系里没有这个一级指标“成本指标”',
        hint: '把各行移到“产出指标”下面的“成本指标”；如果用 2021 年的体系，在 booklet.yaml 里写“指标体系: 2021”',
      },
      en: {
        text: 'The tree of 2015 has no 一级指标 成本指标',
        hint: 'Move the rows to 成本指标 under 产出指标, or write “指标体系: 2021” in booklet.yaml',
      },
    },
    newer: {
      zh: {
        text: '2021 年的指标体系里“产出指标”下面没有“成本指标”',
        hint: '把各行移到一级指标“成本指标”下面的“经济成本指标”；如果用 2015 年的体系，删掉 booklet.yaml 里的“指标体系: 2021”',
      },
      en: {
        text: 'In the tree of 2021 there is no 成本指标 under 产出指标',
        hint: 'Move the rows to 经济成本指标 under the 一级指标 成本指标, or remove “指标体系: 2021” from booklet.yaml',
      },
    },
  },
  check(table, report) {
    const { booklet, project } = table;
    const { form } = project;
    const tree = new Map(treeOf(form, booklet.tree));
    const reported = new Set<string>();
    for (const { level1, level2, kind } of project.indicators) {
      const known = tree.get(level1);
      if (known?.includes(level2)) continue;
      const isOwn = !form.level1s.get(level1)?.level2s.has(level2);
      if (known && isOwn && form.openLevel1s.has(level1)) {
        // A 二级指标 of the author's own, unless it is a misspelling of the form's.
        const near = known.find(
          (label) => Math.abs(label.length - level2.length) < 2 && leven(label, level2) === 1,
        );
        const own = findNode(table.parsed.root, [TREE_KEY, level1, level2]).keys.at(-1);
        if (near !== undefined && own && !reported.has(level2)) {
          reported.add(level2);
          report('near', spanOf(project.file, own), { group: level2, near });
        }
        continue;
      }
      // Where the tree does not have the whole 一级指标, that is the one mistake, whatever is under it.
      const path = known === undefined ? [level1] : [level1, level2];
      if (reported.has(path.join('/'))) continue;
      reported.add(path.join('/'));
      const at = keyPlace(table, [TREE_KEY, ...path]);
      const variant = isCost(kind) ? VARIANTS.get(booklet.tree) : undefined;
      if (variant !== undefined) report(variant, at);
      else {
        const names = { tree: booklet.tree, group: path.at(-1) ?? '' };
        report('default', at, { ...names, known: (known ?? [...tree.keys()]).join('、') });
      }
    }
  },
});

const VARIANTS: ReadonlyMap<string, 'older' | 'newer'> = new Map([
  ['2015', 'older'],
  ['2021', 'newer'],
]);

/** 完整性: a table names outputs (quantity, quality, time and cost), benefits and satisfaction. */
const noOutput = tableRule({
  code: 'structure/no-output',
  severity: 'error',
  docs: { zh: '没有产出指标', en: 'no 产出指标', example: '绩效指标下只有满意度指标' },
  messages: {
    default: {
      zh: {
        text: '没有{level1}',
        hint: '补上：\n  {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
    },
  },
  check(table, report) {
    const output = outputOf(table);
    if (output && !has(table, output)) report('default', keyPlace(table, [TREE_KEY]), output);
  },
});

/** A group of rows of one kind that is missing although outputs are named; when all of them are missing, that is reported once. */
function lackedOutput(table: CheckedTable, kind: RowKind): Group | null {
  const output = outputOf(table);
  const group = groupsOf(table).find((one) => one.kind === kind && one.level1 === output?.level1);
  const isThere = table.project.indicators.some((row) => row.kind === kind);
  return group && output && has(table, output) && !isThere ? group : null;
}

const noQuantity = tableRule({
  code: 'structure/no-quantity',
  severity: 'warning',
  docs: { zh: '没有数量指标', en: 'no 数量指标', example: '产出指标下没有数量指标' },
  messages: {
    default: {
      zh: {
        text: '{level1}里没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
      en: {
        text: 'There is no {level2} under {level1}',
        hint: 'Add under {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
    },
  },
  check(table, report) {
    const group = lackedOutput(table, 'count');
    if (group) report('default', keyPlace(table, [TREE_KEY]), group);
  },
});

const noQuality = tableRule({
  code: 'structure/no-quality',
  severity: 'warning',
  docs: { zh: '没有质量指标', en: 'no 质量指标', example: '产出指标下没有质量指标' },
  messages: {
    default: {
      zh: {
        text: '{level1}里没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
      en: {
        text: 'There is no {level2} under {level1}',
        hint: 'Add under {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
    },
  },
  check(table, report) {
    const group = lackedOutput(table, 'rate');
    if (group) report('default', keyPlace(table, [TREE_KEY]), group);
  },
});

const noTimeliness = tableRule({
  code: 'structure/no-timeliness',
  severity: 'warning',
  docs: { zh: '没有时效指标', en: 'no 时效指标', example: '产出指标下没有时效指标' },
  messages: {
    default: {
      zh: {
        text: '{level1}里没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n      - 三级指标: 完成时限\n        定性: 待填',
      },
      en: {
        text: 'There is no {level2} under {level1}',
        hint: 'Add under {level1}:\n    {level2}:\n      - 三级指标: 完成时限\n        定性: 待填',
      },
    },
  },
  check(table, report) {
    const group = lackedOutput(table, 'time');
    if (group) report('default', keyPlace(table, [TREE_KEY]), group);
  },
});

/** In the older tree 成本指标 is under 产出指标, in the newer one it is a 一级指标: the lines to add differ. */
const noCost = tableRule({
  code: 'structure/no-cost',
  severity: 'warning',
  docs: { zh: '没有成本指标', en: 'no 成本指标', example: '产出指标下没有成本指标' },
  messages: {
    older: {
      zh: {
        text: '没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
      en: {
        text: 'There is no {level2}',
        hint: 'Add under {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
    },
    newer: {
      zh: {
        text: '没有{level1}',
        hint: '补上：\n  {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
    },
  },
  check(table, report) {
    const cost = groupsOf(table).find(({ kind }) => kind === 'cost');
    const output = outputOf(table);
    if (cost === undefined || table.project.indicators.some(({ kind }) => isCost(kind))) return;
    const isWithin = cost.level1 === output?.level1;
    if (isWithin && !has(table, cost)) return;
    report(isWithin ? 'older' : 'newer', keyPlace(table, [TREE_KEY]), cost);
  },
});

const noBenefit = tableRule({
  code: 'structure/no-benefit',
  severity: 'error',
  docs: { zh: '没有效益指标', en: 'no 效益指标', example: '绩效指标下没有效益指标' },
  messages: {
    default: {
      zh: {
        text: '没有{level1}',
        hint: '补上：\n  {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
    },
  },
  check(table, report) {
    const groups = groupsOf(table);
    const isBenefit = ({ level1 }: Group) =>
      groups.every((group) => group.level1 !== level1 || group.kind === 'other');
    const benefit = pick(table, groups.filter(isBenefit));
    if (benefit && !has(table, benefit)) report('default', keyPlace(table, [TREE_KEY]), benefit);
  },
});

const noSatisfaction = tableRule({
  code: 'structure/no-satisfaction',
  severity: 'warning',
  docs: { zh: '没有满意度指标', en: 'no 满意度指标', example: '没有满意度指标' },
  messages: {
    default: {
      zh: {
        text: '没有{level1}',
        hint: '补上：\n  {level1}:\n    {level2}:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
      },
    },
    within: {
      zh: {
        text: '没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
      },
      en: {
        text: 'There is no {level2}',
        hint: 'Add under {level1}:\n    {level2}:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
      },
    },
  },
  check(table, report) {
    const groups = groupsOf(table);
    const satisfaction = groups.filter(({ kind }) => kind === 'satisfaction');
    const group = satisfaction.find(({ level1, level2 }) => level1 === level2) ?? pick(table, satisfaction);
    if (group === undefined || table.project.indicators.some(({ kind }) => kind === 'satisfaction')) return;
    const isWithin = groups.some(({ level1, kind }) => level1 === group.level1 && kind !== 'satisfaction');
    if (!has(table, group)) report('default', keyPlace(table, [TREE_KEY]), group);
    else if (isWithin) report('within', keyPlace(table, [TREE_KEY]), group);
  },
});

type Group = { level1: string; level2: string; kind: RowKind };

/** What the table's tree has, in printing order. */
function groupsOf({ booklet, project: { form } }: CheckedTable): Group[] {
  return treeOf(form, booklet.tree).flatMap(([level1, level2s]) =>
    level2s.map((level2) => ({ level1, level2, kind: kindOf(form, level1, level2) })),
  );
}

/** Of the groups under the first one's 一级指标, that which a new table begins with. */
function pick({ project: { form } }: CheckedTable, [first, ...others]: readonly Group[]): Group | undefined {
  const isStarter = ({ level1, level2 }: Group) =>
    (form.level1s.get(level1)?.level2s.get(level2)?.starter ?? null) !== null;
  return (
    [first, ...others].find((group) => group?.level1 === first?.level1 && group && isStarter(group)) ?? first
  );
}

/** The first group of what the money is spent for: things counted, their quality and time. */
function outputOf(table: CheckedTable): Group | undefined {
  return groupsOf(table).find(({ kind }) => kind === 'count' || kind === 'rate' || kind === 'time');
}

/** Whether a table has a row under a group's 一级指标. */
function has({ project }: CheckedTable, { level1 }: Group): boolean {
  return project.indicators.some((row) => row.level1 === level1);
}

export const structureRules: readonly Rule[] = [
  group,
  noOutput,
  noQuantity,
  noQuality,
  noTimeliness,
  noCost,
  noBenefit,
  noSatisfaction,
];
