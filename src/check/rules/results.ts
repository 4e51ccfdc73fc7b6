import type { Rule } from '../rule.ts';

/**
 * What read/results warns of when it compares a result with its goal; words in messages/results.ts. A year may give these other
 * levels, and a comment suppress one, as with the rules.
 */
export const RESULT_CHECKS: readonly Pick<Rule, 'code' | 'severity' | 'docs'>[] = [
  {
    code: 'result/missed',
    severity: 'warning',
    docs: {
      zh: '自评里没有达到目标的指标没有写原因',
      en: 'a target is missed without a reason',
      example: '目标 ≥ 4 次，实际 3 次，没有“原因”',
    },
  },
  {
    code: 'result/forecast',
    severity: 'warning',
    docs: {
      zh: '监控里全年预计的数与已经完成的、与“可能性”对不上',
      en: 'a forecast contradicts what is done already, or the likelihood',
      example: '实际: 2 次，预计: 1 次',
    },
  },
  {
    code: 'result/overspent',
    severity: 'warning',
    docs: {
      zh: '执行数超过预算数',
      en: 'more was spent than the budget',
      example: '全年预算数: 30 万元，全年执行数: 31 万元',
    },
  },
];
