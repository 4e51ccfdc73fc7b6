import { isCost, type RowKind, TREE_KEY } from '../../form/form.ts';
import { type Group, groupsOf, has, isAsked, keyPlace, outputOf, pickStarters, withRow } from '../groups.ts';
import { type CheckedTable, type Rule, tableRule } from '../rule.ts';

/** 完整性: a table names outputs (quantity, quality, time and cost), benefits and satisfaction. */
const noOutput = tableRule({
  code: 'structure/no-output',
  severity: 'error',
  docs: { zh: '没有产出指标', en: 'no 产出指标', example: '绩效指标下只有满意度指标' },
  messages: {
    default: {
      zh: {
        text: '没有{level1}',
        hint: '补上：\n  {level1}:\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n{row}',
      },
    },
  },
  check(table, report) {
    const output = outputOf(table);
    if (output && isAsked(table, output.level1) && !has(table, output))
      report('default', keyPlace(table, [TREE_KEY]), withRow(table, output));
  },
});

/** A group of rows of one kind that is missing although outputs are named; when all of them are missing, that is reported once. */
function lackedOutput(table: CheckedTable, kind: RowKind): Group | null {
  const output = outputOf(table);
  const group = groupsOf(table).find((one) => one.kind === kind && one.level1 === output?.level1);
  const isThere = table.project.indicators.some((row) => row.kind === kind);
  const isLacking = group && output && has(table, output) && !isThere;
  return isLacking && isAsked(table, group.level1, group.level2) ? group : null;
}

const noQuantity = tableRule({
  code: 'structure/no-quantity',
  severity: 'warning',
  docs: { zh: '没有数量指标', en: 'no 数量指标', example: '产出指标下没有数量指标' },
  messages: {
    default: {
      zh: {
        text: '{level1}里没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level2} under {level1}',
        hint: 'Add under {level1}:\n    {level2}:\n{row}',
      },
    },
  },
  check(table, report) {
    const group = lackedOutput(table, 'count');
    if (group) report('default', keyPlace(table, [TREE_KEY]), withRow(table, group));
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
        hint: '在“{level1}”下面补上：\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level2} under {level1}',
        hint: 'Add under {level1}:\n    {level2}:\n{row}',
      },
    },
  },
  check(table, report) {
    const group = lackedOutput(table, 'rate');
    if (group) report('default', keyPlace(table, [TREE_KEY]), withRow(table, group));
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
        hint: '在“{level1}”下面补上：\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level2} under {level1}',
        hint: 'Add under {level1}:\n    {level2}:\n{row}',
      },
    },
  },
  check(table, report) {
    const group = lackedOutput(table, 'time');
    if (group) report('default', keyPlace(table, [TREE_KEY]), withRow(table, group));
  },
});

/** In some trees 成本指标 is under 产出指标, in others it is a 一级指标: the lines to add differ. */
const noCost = tableRule({
  code: 'structure/no-cost',
  severity: 'warning',
  docs: { zh: '没有成本指标', en: 'no 成本指标', example: '产出指标下没有成本指标' },
  messages: {
    within: {
      zh: {
        text: '没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level2}',
        hint: 'Add under {level1}:\n    {level2}:\n{row}',
      },
    },
    default: {
      zh: {
        text: '没有{level1}',
        hint: '补上：\n  {level1}:\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n{row}',
      },
    },
  },
  check(table, report) {
    const cost = groupsOf(table).find(({ kind }) => kind === 'cost');
    const output = outputOf(table);
    if (cost === undefined || table.project.indicators.some(({ kind }) => isCost(kind))) return;
    const isWithin = cost.level1 === output?.level1;
    if (isWithin && !has(table, cost)) return;
    if (!isAsked(table, cost.level1, isWithin ? cost.level2 : null)) return;
    report(isWithin ? 'within' : 'default', keyPlace(table, [TREE_KEY]), withRow(table, cost));
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
        hint: '补上：\n  {level1}:\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n{row}',
      },
    },
    within: {
      zh: {
        text: '“{level1}”下面只有“{there}”',
        hint: '在“{level1}”下面补上：\n    {level2}:\n{row}',
      },
      en: {
        text: '{level1} has nothing but {there}',
        hint: 'Add under {level1}:\n    {level2}:\n{row}',
      },
    },
  },
  check(table, report) {
    const groups = groupsOf(table);
    for (const level1 of new Set(groups.map((group) => group.level1))) {
      const under = groups.filter((group) => group.level1 === level1);
      const [benefit] = pickStarters(
        table,
        under.filter(({ kind }) => kind === 'other'),
      );
      const isOther = under.some(({ kind }) => kind !== 'other' && kind !== 'satisfaction');
      if (benefit === undefined || isOther || !isAsked(table, level1)) continue;
      const rows = table.project.indicators.filter((row) => row.level1 === level1);
      const [row] = rows;
      if (row === undefined) report('default', keyPlace(table, [TREE_KEY]), withRow(table, benefit));
      else if (rows.every(({ kind }) => kind === 'satisfaction')) {
        const args = { ...withRow(table, benefit), there: row.level2 };
        report('within', keyPlace(table, [TREE_KEY, level1]), args);
      }
    }
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
        hint: '补上：\n  {level1}:\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level1}',
        hint: 'Add:\n  {level1}:\n    {level2}:\n{row}',
      },
    },
    within: {
      zh: {
        text: '没有{level2}',
        hint: '在“{level1}”下面补上：\n    {level2}:\n{row}',
      },
      en: {
        text: 'There is no {level2}',
        hint: 'Add under {level1}:\n    {level2}:\n{row}',
      },
    },
  },
  check(table, report) {
    const groups = groupsOf(table);
    const satisfaction = groups.filter(({ kind }) => kind === 'satisfaction');
    const same = satisfaction.find(({ level1, level2 }) => level1 === level2);
    const [group] = same ? [same] : pickStarters(table, satisfaction);
    if (group === undefined || table.project.indicators.some(({ kind }) => kind === 'satisfaction')) return;
    const isWithin = groups.some(({ level1, kind }) => level1 === group.level1 && kind !== 'satisfaction');
    if (!isAsked(table, group.level1, isWithin ? group.level2 : null)) return;
    if (!has(table, group)) report('default', keyPlace(table, [TREE_KEY]), withRow(table, group));
    else if (isWithin) report('within', keyPlace(table, [TREE_KEY]), withRow(table, group));
  },
});

export const structureRules: readonly Rule[] = [
  noOutput,
  noQuantity,
  noQuality,
  noTimeliness,
  noCost,
  noBenefit,
  noSatisfaction,
];
