import { type IndicatorTree, isCost, TREES } from '../../form/tree.ts';
import { findNode, type ParsedSource, spanOf } from '../../read/parse.ts';
import type { Indicator, Project } from '../../read/project.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';

/** Where the key at the end of a path of keys stands. */
type KeyPlace = (project: Project, path: readonly string[]) => Span;

function createKeyPlace(sources: readonly ParsedSource[]): KeyPlace {
  const roots = new Map(sources.map(({ source, root }) => [source.file, root]));
  return ({ file, name }, path) => {
    const root = roots.get(file);
    const key = root && findNode(root, path).keys.at(-1);
    return key ? spanOf(file, key) : name.at;
  };
}

/**
 * A group that only the other year's tree has: the schema takes both trees, `指标体系` says which one is meant. They
 * differ in nothing but the place of 成本指标. Told once a group, at its key.
 */
function checkGroups({ booklet, projects, sources }: CheckedYear): Diagnostic[] {
  const keyPlace = createKeyPlace(sources);
  const tree = new Map(TREES[booklet.tree]);
  return projects.flatMap((project) => {
    const wrong = project.indicators
      .filter(({ level1, level2 }) => !tree.get(level1)?.includes(level2))
      // Where the tree lacks the whole 一级指标, that is the one mistake, whatever stands under it.
      .map(({ level1, level2 }) => (tree.has(level1) ? [level1, level2] : [level1]));
    const groups = new Map(wrong.map((path) => [path.join('/'), path]));
    const variant = booklet.tree === '2015' ? 'older' : 'newer';
    return [...groups.values()].map((path) =>
      diagnose('error', `structure/group#${variant}`, keyPlace(project, ['绩效指标', ...path])),
    );
  });
}

/** What a whole table has: at least one row that `has` recognises. */
interface Part {
  wording: string;
  severity: 'error' | 'warning';
  has: (row: Indicator) => boolean;
}

const OUTPUT: Part = { wording: 'structure/no-output', severity: 'error', has: isUnder('产出指标') };
/** What belongs under 产出指标 in either tree: when all of it is missing, that is told once. */
const WITHIN_OUTPUT: readonly Part[] = [
  { wording: 'structure/no-quantity', severity: 'warning', has: isUnder('产出指标', '数量指标') },
  { wording: 'structure/no-quality', severity: 'warning', has: isUnder('产出指标', '质量指标') },
  { wording: 'structure/no-timeliness', severity: 'warning', has: isUnder('产出指标', '时效指标') },
];
const BENEFIT: Part = { wording: 'structure/no-benefit', severity: 'error', has: isUnder('效益指标') };
const SATISFACTION: Part = {
  wording: 'structure/no-satisfaction',
  severity: 'warning',
  has: isUnder('满意度指标'),
};
/** In the older tree 成本指标 stands under 产出指标, in the newer one it is a 一级指标: the lines to add differ. */
const COST: Readonly<Record<IndicatorTree, Part>> = {
  '2015': { wording: 'structure/no-cost#older', severity: 'warning', has: isCostRow },
  '2021': { wording: 'structure/no-cost#newer', severity: 'warning', has: isCostRow },
};

/** 完整性: a table names outputs (quantity, quality, time and cost), benefits and satisfaction. */
function checkCompleteness({ booklet, projects, sources }: CheckedYear): Diagnostic[] {
  const keyPlace = createKeyPlace(sources);
  return projects.flatMap((project) => {
    const hasOutput = project.indicators.some(OUTPUT.has);
    const parts = [
      ...(hasOutput ? WITHIN_OUTPUT : [OUTPUT]),
      ...(hasOutput || booklet.tree === '2021' ? [COST[booklet.tree]] : []),
      BENEFIT,
      SATISFACTION,
    ];
    return parts
      .filter(({ has }) => !project.indicators.some(has))
      .map(({ wording, severity }) => diagnose(severity, wording, keyPlace(project, ['绩效指标'])));
  });
}

function isUnder(level1: string, level2?: string): (row: Indicator) => boolean {
  return (row) => row.level1 === level1 && (level2 === undefined || row.level2 === level2);
}

function isCostRow({ level1, level2 }: Indicator): boolean {
  return isCost(level1, level2);
}

export const structureChecks: readonly Check[] = [
  { codes: { 'structure/group': 'error' }, run: checkGroups },
  {
    codes: {
      'structure/no-output': 'error',
      'structure/no-quantity': 'warning',
      'structure/no-quality': 'warning',
      'structure/no-timeliness': 'warning',
      'structure/no-cost': 'warning',
      'structure/no-benefit': 'error',
      'structure/no-satisfaction': 'warning',
    },
    run: checkCompleteness,
  },
];
