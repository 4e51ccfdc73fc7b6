import { toLine } from '../../form/text.ts';
import { isPercent } from '../../form/units.ts';
import { says, saysOnly } from '../../messages/catalogue.ts';
import { rewriteValue } from '../../read/edit.ts';
import { cite } from '../language/meaning.ts';
import { clerkRows, figureRows } from '../rows.ts';
import { type Rule, tableRule } from '../rule.ts';

/** 满意度 of 100 %: nobody can promise that, and a table that does is measured by it. */
const fullSatisfaction = tableRule({
  code: 'figure/satisfaction-full',
  severity: 'suggestion',
  docs: { zh: '满意度定为 100 %', en: 'a satisfaction of 100 %', example: '满意度 = 100 %' },
  messages: saysOnly(
    '满意度定为 100 %，很难做到，也很难证明 ⇒ 一般定在“≥ 95 %”或“≥ 90 %”',
    'A satisfaction of 100 % can hardly be reached or proved ⇒ Usually “≥ 95 %” or “≥ 90 %”',
  ),
  check({ table }, report) {
    for (const { kind, target } of figureRows(table)) {
      const isFull = isPercent(target.unit) && Number(target.number) === 100;
      const isLimit = target.operator === '≤' || target.operator === '<';
      if (kind === 'satisfaction' && isFull && !isLimit) report('default', target.at);
    }
  },
});

const satisfactionName = tableRule({
  code: 'figure/satisfaction-name',
  severity: 'suggestion',
  docs: {
    zh: '满意度指标的名称里没有“满意”',
    en: 'a satisfaction row whose name does not have 满意',
    example: '州直机关党组织及党员',
  },
  messages: {
    default: says(
      '{group}“{name}”没有写谁的满意度 ⇒ 写明是谁的满意度，例如“参训人员满意度”',
      'The {group} “{name}” does not say whose satisfaction it measures ⇒ Write “…满意度”, for example “参训人员满意度”',
    ),
    corrected: says(
      '{group}“{name}”没有写出“满意度” ⇒ 写成“{corrected}”',
      'The {group} “{name}” does not say 满意度 ⇒ Write “{corrected}”',
    ),
  },
  check({ table, text }, report) {
    for (const { kind, name, level2: group } of clerkRows(table)) {
      if (kind !== 'satisfaction' || name.text.includes('满意')) continue;
      const line = toLine(name.text);
      // Behind a sentence or another measure the word cannot simply be added.
      if (line.length > 25 || /[率度数量\p{P}]$/u.test(line)) {
        report('default', name.at, { group, name: cite(line) });
        continue;
      }
      const corrected = `${line}满意度`;
      const fix = { edits: [rewriteValue(text, name, corrected)] };
      report('corrected', name.at, { group, name: line, corrected }, fix);
    }
  },
});

export const satisfactionRules: readonly Rule[] = [fullSatisfaction, satisfactionName];
