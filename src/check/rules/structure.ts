import { type IndicatorTree, isCost, TREES } from '../../form/tree.ts';
import { findNode, spanOf } from '../../read/parse.ts';
import type { Indicator } from '../../read/project.ts';
import type { Span } from '../../report/diagnostic.ts';
import { type CheckedTable, type Rule, tableRule } from '../rule.ts';

/** Where the key at the end of a path of keys stands. */
function keyPlace({ parsed: { root, source }, project }: CheckedTable, path: readonly string[]): Span {
  const key = findNode(root, path).keys.at(-1);
  return key ? spanOf(source.file, key) : project.name.at;
}

/**
 * A group that only the other year's tree has: the schema takes both trees, `指标体系` says which one is meant. They
 * differ in nothing but the place of 成本指标. Told once a group, at its key.
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
    const tree = new Map(TREES[booklet.tree]);
    const wrong = project.indicators
      .filter(({ level1, level2 }) => !tree.get(level1)?.includes(level2))
      // Where the tree lacks the whole 一级指标, that is the one mistake, whatever stands under it.
      .map(({ level1, level2 }) => (tree.has(level1) ? [level1, level2] : [level1]));
    const groups = new Map(wrong.map((path) => [path.join('/'), path]));
    for (const path of groups.values()) {
      report(VARIANTS[booklet.tree], keyPlace(table, ['绩效指标', ...path]));
    }
  },
});

const VARIANTS = { '2015': 'older', '2021': 'newer' } as const satisfies Record<IndicatorTree, string>;

/** 完整性: a table names outputs (quantity, quality, time and cost), benefits and satisfaction. */
const noOutput = tableRule({
  code: 'structure/no-output',
  severity: 'error',
  docs: { zh: '没有产出指标', en: 'no 产出指标', example: '绩效指标下只有满意度指标' },
  messages: {
    default: {
      zh: {
        text: '没有产出指标',
        hint: '补上：\n  产出指标:\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
      en: {
        text: 'There is no 产出指标',
        hint: 'Add:\n  产出指标:\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
    },
  },
  check(table, report) {
    if (!has(table, '产出指标')) report('default', keyPlace(table, ['绩效指标']));
  },
});

/** What belongs under 产出指标 in either tree: when all of it is missing, that is told once. */
function lacksOutput(table: CheckedTable, level2: string): boolean {
  return has(table, '产出指标') && !has(table, '产出指标', level2);
}

const noQuantity = tableRule({
  code: 'structure/no-quantity',
  severity: 'warning',
  docs: { zh: '没有数量指标', en: 'no 数量指标', example: '产出指标下没有数量指标' },
  messages: {
    default: {
      zh: {
        text: '产出指标里没有数量指标',
        hint: '在“产出指标”下面补上：\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
      en: {
        text: 'There is no 数量指标 under 产出指标',
        hint: 'Add under 产出指标:\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
      },
    },
  },
  check(table, report) {
    if (lacksOutput(table, '数量指标')) report('default', keyPlace(table, ['绩效指标']));
  },
});

const noQuality = tableRule({
  code: 'structure/no-quality',
  severity: 'warning',
  docs: { zh: '没有质量指标', en: 'no 质量指标', example: '产出指标下没有质量指标' },
  messages: {
    default: {
      zh: {
        text: '产出指标里没有质量指标',
        hint: '在“产出指标”下面补上：\n    质量指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
      en: {
        text: 'There is no 质量指标 under 产出指标',
        hint: 'Add under 产出指标:\n    质量指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
    },
  },
  check(table, report) {
    if (lacksOutput(table, '质量指标')) report('default', keyPlace(table, ['绩效指标']));
  },
});

const noTimeliness = tableRule({
  code: 'structure/no-timeliness',
  severity: 'warning',
  docs: { zh: '没有时效指标', en: 'no 时效指标', example: '产出指标下没有时效指标' },
  messages: {
    default: {
      zh: {
        text: '产出指标里没有时效指标',
        hint: '在“产出指标”下面补上：\n    时效指标:\n      - 三级指标: 完成时限\n        定性: 待填',
      },
      en: {
        text: 'There is no 时效指标 under 产出指标',
        hint: 'Add under 产出指标:\n    时效指标:\n      - 三级指标: 完成时限\n        定性: 待填',
      },
    },
  },
  check(table, report) {
    if (lacksOutput(table, '时效指标')) report('default', keyPlace(table, ['绩效指标']));
  },
});

/** In the older tree 成本指标 stands under 产出指标, in the newer one it is a 一级指标: the lines to add differ. */
const noCost = tableRule({
  code: 'structure/no-cost',
  severity: 'warning',
  docs: { zh: '没有成本指标', en: 'no 成本指标', example: '产出指标下没有成本指标' },
  messages: {
    older: {
      zh: {
        text: '没有成本指标',
        hint: '在“产出指标”下面补上：\n    成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
      en: {
        text: 'There is no 成本指标',
        hint: 'Add under 产出指标:\n    成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
    },
    newer: {
      zh: {
        text: '没有成本指标',
        hint: '补上：\n  成本指标:\n    经济成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
      en: {
        text: 'There is no 成本指标',
        hint: 'Add:\n  成本指标:\n    经济成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
      },
    },
  },
  check(table, report) {
    const { booklet, project } = table;
    const isExpected = booklet.tree === '2021' || has(table, '产出指标');
    if (!isExpected || project.indicators.some(({ level1, level2 }) => isCost(level1, level2))) return;
    report(VARIANTS[booklet.tree], keyPlace(table, ['绩效指标']));
  },
});

const noBenefit = tableRule({
  code: 'structure/no-benefit',
  severity: 'error',
  docs: { zh: '没有效益指标', en: 'no 效益指标', example: '绩效指标下没有效益指标' },
  messages: {
    default: {
      zh: {
        text: '没有效益指标',
        hint: '补上：\n  效益指标:\n    社会效益指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
      en: {
        text: 'There is no 效益指标',
        hint: 'Add:\n  效益指标:\n    社会效益指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
      },
    },
  },
  check(table, report) {
    if (!has(table, '效益指标')) report('default', keyPlace(table, ['绩效指标']));
  },
});

const noSatisfaction = tableRule({
  code: 'structure/no-satisfaction',
  severity: 'warning',
  docs: { zh: '没有满意度指标', en: 'no 满意度指标', example: '没有满意度指标' },
  messages: {
    default: {
      zh: {
        text: '没有满意度指标',
        hint: '补上：\n  满意度指标:\n    满意度指标:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
      },
      en: {
        text: 'There is no 满意度指标',
        hint: 'Add:\n  满意度指标:\n    满意度指标:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
      },
    },
  },
  check(table, report) {
    if (!has(table, '满意度指标')) report('default', keyPlace(table, ['绩效指标']));
  },
});

function has({ project }: CheckedTable, level1: string, level2?: string): boolean {
  return project.indicators.some(
    (row: Indicator) => row.level1 === level1 && (level2 === undefined || row.level2 === level2),
  );
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
