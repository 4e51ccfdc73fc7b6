import Big from 'big.js';
import { mayLeaveHundred } from '../../form/change.ts';
import { isCost, keyOfRole, kindOf, treeOf } from '../../form/form.ts';
import { isMoney, writeAmount } from '../../form/money.ts';
import { isSaving } from '../../form/saving.ts';
import { toLine } from '../../form/text.ts';
import { isCounted, isNeverNegative, isPercent } from '../../form/units.ts';
import { misreadPercentage, writeBest, writeFigure } from '../../form/value.ts';
import type { RowKind } from '../../form/words.ts';
import { says } from '../../messages/catalogue.ts';
import { cite, isRate, isUnwanted, isWanted } from '../language/meaning.ts';
import { correctFigure, figureRows, locatePart, targetRows } from '../rows.ts';
import { type Rule, tableRule } from '../rule.ts';

const percentRange = tableRule({
  code: 'figure/percent-range',
  severity: 'warning',
  docs: {
    zh: '百分比不在 0 到 100 之间（增长、完成类除外）',
    en: 'a percentage outside 0–100',
    example: '合格率 = 292 %',
  },
  messages: {
    default: says(
      '百分比 {number} % 不在 0 到 100 之间 ⇒ 核对数字；讲增长或超额完成的，在三级指标里写明，例如“……增长率”',
      '{number} % is not between 0 and 100 ⇒ Correct the number; if it is a growth, the name should say so (增长率)',
    ),
    share: says(
      '{number} % 还不到百分之一，多半是小数没有乘 100 ⇒ 核对数字：是不是“{example}”？',
      '{number} % is less than one per cent ⇒ Compare the number: perhaps “{example}”?',
    ),
    misread: says(
      '百分比 {number} % 不在 0 到 100 之间，多半是把“≥”认成了 2 ⇒ 核对数字：是不是“{example}”？',
      '{number} % is not between 0 and 100; probably a ≥ was read as a 2 ⇒ Compare the number: perhaps “{example}”?',
    ),
  },
  check({ table, text }, report) {
    for (const { name, target } of figureRows(table)) {
      const number = Number(target.number);
      if (!isPercent(target.unit)) continue;
      // 0.95 was given its unit without its hundred.
      if (number > 0 && number < 1 && /[≥>=]/.test(target.operator) && isWanted(toLine(name.text))) {
        const share = writeAmount(new Big(target.number).times(100));
        const example = writeFigure({ ...target, number: share, unit: '%' });
        report('share', locatePart(text, target, 'number'), { number: target.number, example });
      }
      if (number >= 0 && number <= 100) continue;
      if (mayLeaveHundred(toLine(name.text))) continue;
      const at = locatePart(text, target, 'number');
      const example = misreadPercentage(target.number);
      const args = { number: target.number, example: example ?? '' };
      report(example === null ? 'default' : 'misread', at, args);
    }
  },
});

/** The sign against the meaning: 合格率 ≤ would be met by failing, 投诉次数 ≥ by being complained of. */
const direction = tableRule({
  code: 'figure/direction',
  severity: 'warning',
  docs: {
    zh: '符号与指标的意思相反',
    en: 'a sign against the indicator’s meaning',
    example: '合格率 ≤ 95 %',
  },
  messages: {
    wanted: says(
      '“{name}”越高越好，却用了“{sign}” ⇒ 核对符号：是不是“{corrected}”？',
      'More is better for “{name}”, but the sign is “{sign}” ⇒ Compare the sign: perhaps “{corrected}”?',
    ),
    unwanted: says(
      '“{name}”越少越好，却用了“{sign}” ⇒ 核对符号：是不是“{corrected}”？',
      'Less is better for “{name}”, but the sign is “{sign}” ⇒ Compare the sign: perhaps “{corrected}”?',
    ),
  },
  check({ table, text }, report) {
    for (const { kind, name, target } of figureRows(table)) {
      const { operator } = target;
      if (operator === '=') continue;
      const isSaved = isCost(kind) && isMoney(target.unit) && isSaving(name.text, operator);
      const isAtMost = operator === '≤' || operator === '<';
      const line = toLine(name.text);
      if (!(isAtMost ? isSaved || isWanted(line) : isUnwanted(line))) continue;
      const turned = ({ '≤': '≥', '<': '>', '≥': '≤', '>': '<' } as const)[operator];
      const corrected = writeBest({ ...target, operator: turned });
      const args = { name: cite(line), sign: operator, corrected };
      report(isAtMost ? 'wanted' : 'unwanted', locatePart(text, target, 'sign'), args);
    }
  },
});

/** Things that are counted one by one with decimals, 76.00 个; only an average may have some, 1.5 次. */
const decimals = tableRule({
  code: 'figure/decimals',
  severity: 'warning',
  docs: { zh: '一个一个数的东西写了小数', en: 'counted things with decimals', example: '= 76.00 个' },
  messages: {
    default: says(
      '“{unit}”是一个一个数的，却写了小数 {number} ⇒ 改成整数；是平均数的，在三级指标里写明“平均”',
      '“{unit}” is counted one by one, but {number} has decimals ⇒ Write a whole number; if it is an average, the name should say so (平均)',
    ),
    corrected: says(
      '“{unit}”是一个一个数的，却写了小数 {number} ⇒ 写成“{corrected}”',
      '“{unit}” is counted one by one, but {number} has decimals ⇒ Write “{corrected}”',
    ),
  },
  check({ table, text }, report) {
    for (const { name, target } of figureRows(table)) {
      const [whole = '', decimals] = target.number.split('.');
      if (decimals === undefined || !isCounted(target.unit)) continue;
      const at = locatePart(text, target, 'number');
      const args = { number: target.number, unit: target.unit };
      if (/^0+$/.test(decimals)) {
        const { corrected, fix } = correctFigure(text, target, { ...target, number: whole });
        report('corrected', at, { ...args, corrected }, fix);
      } else if (!/平均|人均|均|每/u.test(name.text)) report('default', at, args);
    }
  },
});

/** -4 次: no count, length, weight, time or cost is less than nothing, but for a change of one (人员增减 -4 人). */
const negative = tableRule({
  code: 'figure/negative',
  severity: 'warning',
  docs: {
    zh: '数量、时间或金额写成负数',
    en: 'a count, time or amount less than nothing',
    example: '≥ -4 次',
  },
  messages: {
    default: says(
      '“{number} {unit}”是负数，这里不会有负数 ⇒ 是不是多打了负号，应该是“{corrected}”？讲增减的，在三级指标里写明',
      '“{number} {unit}” is less than nothing ⇒ Is it “{corrected}”? If it is a change, the name should say so',
    ),
    budget: says(
      '{key}是负数 ⇒ 核对金额，去掉负号；调减的写调整后的金额',
      '{key} is less than nothing ⇒ Write the amount without the minus',
    ),
  },
  check({ table, text }, report) {
    const { budget, form } = table;
    if (budget?.number.startsWith('-')) report('budget', budget.at, { key: keyOfRole(form, 'budget') ?? '' });
    for (const { kind, name, target } of figureRows(table)) {
      if (!/^-.*[1-9]/.test(target.number) || /增减|变化|变动|浮动|偏差|误差/u.test(name.text)) continue;
      const isSpent = isCost(kind) && isMoney(target.unit);
      if (!isSpent && (!isNeverNegative(target.unit) || mayLeaveHundred(toLine(name.text)))) continue;
      const corrected = writeBest({ ...target, number: target.number.slice(1) });
      const args = { number: target.number, unit: target.unit, corrected };
      report('default', locatePart(text, target, 'number'), args);
    }
  },
});

const group = tableRule({
  code: 'figure/class',
  severity: 'suggestion',
  docs: {
    zh: '指标值与所在的二级指标不相称',
    en: 'a figure in the wrong group',
    example: '质量指标 = 76 个',
  },
  messages: {
    quality: says(
      '{group}用“{unit}”计数，更像{other} ⇒ 把这一行移到“{other}”；质量用合格率、达标率一类的百分比',
      'A {group} counted in “{unit}” looks like {other} ⇒ Move the row to {other}, or measure the quality as a rate',
    ),
    quantity: says(
      '{group}用百分比“{unit}”，更像{other} ⇒ 把这一行移到“{other}”；数量写多少个、多少次、多少人',
      'A {group} in “{unit}” looks like {other} ⇒ Move the row to {other}, or give a count',
    ),
    benefit: says(
      '{group}写了“{text}”，三级指标却没有说是什么率 ⇒ 在三级指标里写明是什么的比例，例如“……覆盖率”；量不出来的改用“定性”',
      'The {group} is “{text}”, but the name says no rate ⇒ Name the rate (…覆盖率), or use 定性',
    ),
  },
  check({ booklet, table, text }, report) {
    const { form } = table;
    const labelOf = (wanted: RowKind) =>
      treeOf(form, booklet.tree)
        .flatMap(([level1, level2s]) =>
          level2s.map((level2) => ({ level2, kind: kindOf(form, level1, level2) })),
        )
        .find(({ kind }) => kind === wanted)?.level2;
    for (const { kind, level1, level2: group, name, target } of targetRows(table)) {
      const { unit } = target;
      const line = toLine(name.text);
      // Faults are counted, and having few of them is quality: 差错 ≤ 2 次.
      const other = kind === 'rate' ? labelOf('count') : kind === 'count' ? labelOf('rate') : undefined;
      if (kind === 'rate' && other && isCounted(unit) && !isUnwanted(line)) {
        report('quality', locatePart(text, target, 'unit'), { group, other, unit });
      } else if (kind === 'count' && other && isPercent(unit)) {
        report('quantity', locatePart(text, target, 'unit'), { group, other, unit });
      } else if (kind === 'other' && isPercent(unit) && !isRate(line)) {
        report('benefit', target.at, { group: level1, text: writeFigure(target) });
      }
    }
  },
});

export const figureRules: readonly Rule[] = [percentRange, direction, decimals, negative, group];
