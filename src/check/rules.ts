import type { Severity } from '../report/diagnostic.ts';
import type { Rule } from './rule.ts';
import { characterRules } from './rules/characters.ts';
import { codeRules } from './rules/code.ts';
import { contradictionRules } from './rules/contradictions.ts';
import { copyRules } from './rules/copies.ts';
import { dateRules } from './rules/dates.ts';
import { figureRules } from './rules/figures.ts';
import { fundsRules } from './rules/funds.ts';
import { glyphRules } from './rules/glyphs.ts';
import { goalRules } from './rules/goal.ts';
import { hiddenQuantityRules } from './rules/hidden-quantities.ts';
import { identityRules } from './rules/identity.ts';
import { markupRules } from './rules/markup.ts';
import { misprintRules } from './rules/misprints.ts';
import { moneyRules } from './rules/money.ts';
import { officeRules } from './rules/offices.ts';
import { punctuationRules } from './rules/punctuation.ts';
import { RESULT_CHECKS } from './rules/results.ts';
import { satisfactionRules } from './rules/satisfaction.ts';
import { structureRules } from './rules/structure.ts';
import { toFillRules } from './rules/to-fill.ts';
import { treeRules } from './rules/tree.ts';
import { unreviewedRules } from './rules/unreviewed.ts';
import { valueRules } from './rules/values.ts';
import { weightRules } from './rules/weights.ts';
import { wordingRules } from './rules/wording.ts';

/** Every rule that goes beyond the JSON Schema, in the order of `check --list`. */
export const RULES: readonly Rule[] = [
  ...officeRules,
  ...identityRules,
  ...glyphRules,
  ...toFillRules,
  ...unreviewedRules,
  ...codeRules,
  ...treeRules,
  ...structureRules,
  ...weightRules,
  ...moneyRules,
  ...fundsRules,
  ...figureRules,
  ...satisfactionRules,
  ...valueRules,
  ...dateRules,
  ...markupRules,
  ...characterRules,
  ...punctuationRules,
  ...misprintRules,
  ...hiddenQuantityRules,
  ...contradictionRules,
  ...wordingRules,
  ...copyRules,
  ...goalRules,
];

/** The codes that `检查` and `# 忽略` accept: rules, and findings about results. */
export const CHECKS: readonly Pick<Rule, 'code' | 'severity' | 'docs'>[] = [...RULES, ...RESULT_CHECKS];

/** The level that each code has unless `检查` changes it. */
export const LEVELS: ReadonlyMap<string, Severity> = new Map(
  CHECKS.map(({ code, severity }) => [code, severity]),
);
