import { isCost, TREE_KEY } from '../../form/form.ts';
import type { RowKind } from '../../form/words.ts';
import { says } from '../../messages/catalogue.ts';
import type { Severity } from '../../report/diagnostic.ts';
import { groupBy } from '../../util/group-by.ts';
import { type Group, groupsOf, has, isAsked, keyPlace, outputOf, pickStarters, withRow } from '../groups.ts';
import { type CheckedTable, type Rule, tableRule } from '../rule.ts';

const MESSAGES = {
  default: says(
    '没有{level1} ⇒ 补上：\n  {level1}:\n    {level2}:\n{row}',
    'There is no {level1} ⇒ Add:\n  {level1}:\n    {level2}:\n{row}',
  ),
  within: says(
    '没有{level2} ⇒ 在“{level1}”下面补上：\n    {level2}:\n{row}',
    'There is no {level2} ⇒ Add under {level1}:\n    {level2}:\n{row}',
  ),
  among: says(
    '{level1}里没有{level2} ⇒ 在“{level1}”下面补上：\n    {level2}:\n{row}',
    'There is no {level2} under {level1} ⇒ Add under {level1}:\n    {level2}:\n{row}',
  ),
  alone: says(
    '“{level1}”下面只有“{there}” ⇒ 在“{level1}”下面补上：\n    {level2}:\n{row}',
    '{level1} has nothing but {there} ⇒ Add under {level1}:\n    {level2}:\n{row}',
  ),
} as const;

/** A missing group and the message for it; `there`: the 二级指标 that is alone. */
interface Lack {
  message: keyof typeof MESSAGES;
  group: Group;
  there?: string;
}

/** 完整性: a table names outputs (quantity, quality, time and cost), benefits and satisfaction. */
function structureRule(
  name: string,
  { code, severity, example }: { code: string; severity: Severity; example: string },
  find: (checked: CheckedTable) => (Lack | null)[],
): Rule {
  return tableRule({
    ...{ code, severity, docs: { zh: `没有${name}`, en: `no ${name}`, example }, messages: MESSAGES },
    check(checked, report) {
      for (const { message, group, there = '' } of find(checked).filter((lack) => lack !== null)) {
        const path = message === 'alone' ? [TREE_KEY, group.level1] : [TREE_KEY];
        report(message, keyPlace(checked, path), { ...withRow(checked, group), there });
      }
    },
  });
}

function findOutput(checked: CheckedTable): Lack | null {
  const group = outputOf(checked);
  return group && isAsked(checked, group.level1) && !has(checked, group)
    ? { message: 'default', group }
    : null;
}

/** A group of rows of one kind that is missing although outputs are named; when all of them are missing, that is reported once. */
function findPartOfOutput(table: CheckedTable, kind: RowKind): Lack | null {
  const output = outputOf(table);
  const group = groupsOf(table).find((one) => one.kind === kind && one.level1 === output?.level1);
  const isLacking = group && output && has(table, output) && !hasKind(table, kind);
  return isLacking && isAsked(table, group.level1, group.level2) ? { message: 'among', group } : null;
}

/** In some trees 成本指标 is under 产出指标, in others it is a 一级指标: the lines to add differ. */
function findCost(checked: CheckedTable): Lack | null {
  const group = groupsOf(checked).find(({ kind }) => kind === 'cost');
  if (group === undefined || checked.table.indicators.some(({ kind }) => isCost(kind))) return null;
  const isWithin = group.level1 === outputOf(checked)?.level1;
  if (isWithin && !has(checked, group)) return null;
  if (!isAsked(checked, group.level1, isWithin ? group.level2 : null)) return null;
  return { message: isWithin ? 'within' : 'default', group };
}

function findBenefits(checked: CheckedTable): (Lack | null)[] {
  return [...groupBy(groupsOf(checked), ({ level1 }) => level1)].map(([level1, groups]) => {
    const benefits = groups.filter(({ kind }) => kind === 'other');
    const [group] = pickStarters(checked, benefits);
    const isOther = groups.some(({ kind }) => kind !== 'other' && kind !== 'satisfaction');
    if (group === undefined || isOther || !isAsked(checked, level1)) return null;
    const rows = checked.table.indicators.filter((row) => row.level1 === level1);
    const [row] = rows;
    if (row === undefined) return { message: 'default', group };
    const isAlone = rows.every(({ kind }) => kind === 'satisfaction');
    return isAlone ? { message: 'alone', group, there: row.level2 } : null;
  });
}

function findSatisfaction(checked: CheckedTable): Lack | null {
  const groups = groupsOf(checked);
  const satisfaction = groups.filter(({ kind }) => kind === 'satisfaction');
  const same = satisfaction.find(({ level1, level2 }) => level1 === level2);
  const [group] = same ? [same] : pickStarters(checked, satisfaction);
  if (group === undefined || hasKind(checked, 'satisfaction')) return null;
  const isWithin = groups.some(({ level1, kind }) => level1 === group.level1 && kind !== 'satisfaction');
  if (!isAsked(checked, group.level1, isWithin ? group.level2 : null)) return null;
  if (!has(checked, group)) return { message: 'default', group };
  return isWithin ? { message: 'within', group } : null;
}

function hasKind({ table }: CheckedTable, wanted: RowKind): boolean {
  return table.indicators.some(({ kind }) => kind === wanted);
}

export const structureRules: readonly Rule[] = [
  structureRule(
    '产出指标',
    { code: 'structure/no-output', severity: 'error', example: '绩效指标下只有满意度指标' },
    (checked) => [findOutput(checked)],
  ),
  structureRule(
    '数量指标',
    { code: 'structure/no-quantity', severity: 'warning', example: '产出指标下没有数量指标' },
    (checked) => [findPartOfOutput(checked, 'count')],
  ),
  structureRule(
    '质量指标',
    { code: 'structure/no-quality', severity: 'warning', example: '产出指标下没有质量指标' },
    (checked) => [findPartOfOutput(checked, 'rate')],
  ),
  structureRule(
    '时效指标',
    { code: 'structure/no-timeliness', severity: 'warning', example: '产出指标下没有时效指标' },
    (checked) => [findPartOfOutput(checked, 'time')],
  ),
  structureRule(
    '成本指标',
    { code: 'structure/no-cost', severity: 'warning', example: '产出指标下没有成本指标' },
    (checked) => [findCost(checked)],
  ),
  structureRule(
    '效益指标',
    { code: 'structure/no-benefit', severity: 'error', example: '绩效指标下没有效益指标' },
    findBenefits,
  ),
  structureRule(
    '满意度指标',
    { code: 'structure/no-satisfaction', severity: 'warning', example: '没有满意度指标' },
    (checked) => [findSatisfaction(checked)],
  ),
];
