import leven from 'leven';
import { isCost, kindOf, TREE_KEY, type Tree, treeOf } from '../../form/form.ts';
import { says } from '../../messages/catalogue.ts';
import { findNode, spanOf } from '../../read/parse.ts';
import { groupsOf, keyPlace, pickStarters, withRow } from '../groups.ts';
import { type Rule, tableRule } from '../rule.ts';

/**
 * A group that only another tree of the form has: the schema takes them all, `指标体系` says which one is meant. Those of 2015
 * and 2021 differ in nothing but the place of 成本指标. Reported once per group, at its key.
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
    default: says(
      '“{tree}”指标体系里没有“{group}” ⇒ 这里可以写：{known}；用哪一个体系，由 booklet.yaml 的“指标体系”决定',
      'The tree “{tree}” has no {group} ⇒ Possible here: {known}; 指标体系 in booklet.yaml names the tree',
    ),
    near: {
      severity: 'warning',
      ...says(
        '“{group}”不是表上的二级指标，会另印一格 ⇒ 是不是“{near}”？',
        '{group} is no 二级指标 of the form and gets a cell of its own ⇒ Did you mean {near}?',
      ),
    },
    cost: says(
      '“{tree}”指标体系里{place}没有“{group}” ⇒ 把各行移到“{level1}”下面的“{level2}”；要用“{other}”指标体系的，在 booklet.yaml 里写“指标体系: {other}”',
      'The tree “{tree}” has no {group}{place} ⇒ Move the rows to {level2} under {level1}, or write “指标体系: {other}” in booklet.yaml',
    ),
  },
  check(checked, report) {
    const { booklet, table } = checked;
    const { form } = table;
    const tree = new Map(treeOf(form, booklet.tree));
    const reported = new Set<string>();
    for (const { level1, level2, kind } of table.indicators) {
      const known = tree.get(level1);
      if (known?.includes(level2)) continue;
      const isOwn = !form.level1s.get(level1)?.level2s.has(level2);
      if (known && isOwn && form.openLevel1s.has(level1)) {
        // A 二级指标 of the author's own, unless it is a misspelling of the form's.
        const near = known.find(
          (label) => Math.abs(label.length - level2.length) < 2 && leven(label, level2) === 1,
        );
        const own = findNode(checked.parsed.root, [TREE_KEY, level1, level2]).keys.at(-1);
        if (near !== undefined && own && !reported.has(level2)) {
          reported.add(level2);
          report('near', spanOf(table.file, own), { group: level2, near });
        }
        continue;
      }
      // Where the tree does not have the whole 一级指标, that is the one mistake, whatever is under it.
      const path = known === undefined ? [level1] : [level1, level2];
      if (reported.has(path.join('/'))) continue;
      reported.add(path.join('/'));
      const at = keyPlace(checked, [TREE_KEY, ...path]);
      const names = { tree: booklet.tree, group: path.at(-1) ?? '' };
      const cost = groupsOf(checked).find((one) => one.kind === 'cost');
      const [other] = [...form.trees].find(([, groups]) => hasGroup(groups, level1, level2)) ?? [];
      if (isCost(kind) && cost && other !== undefined) {
        const place = known === undefined ? '' : `“${level1}”下面`;
        report('cost', at, { ...names, place, level1: cost.level1, level2: cost.level2, other });
      } else report('default', at, { ...names, known: (known ?? [...tree.keys()]).join('、') });
    }
  },
});

function hasGroup(tree: Tree, level1: string, level2: string): boolean {
  return tree.some(([label, level2s]) => label === level1 && level2s.includes(level2));
}

const required = tableRule({
  code: 'structure/required',
  severity: 'error',
  docs: {
    zh: '表式要求必填的一级、二级指标没有写',
    en: 'a 一级指标 or 二级指标 that the form requires is missing',
    example: '表式里“决策: 必填: 是”，表里没有决策',
  },
  messages: {
    default: says(
      '没有{level1}，这个表式要求写 ⇒ 补上：\n  {level1}:\n    {level2}:\n{row}',
      'There is no {level1}, which the form requires ⇒ Add:\n  {level1}:\n    {level2}:\n{row}',
    ),
    within: says(
      '没有{level2}，这个表式要求写 ⇒ 在“{level1}”下面补上：\n    {level2}:\n{row}',
      'There is no {level2}, which the form requires ⇒ Add under {level1}:\n    {level2}:\n{row}',
    ),
  },
  check(checked, report) {
    const { indicators, form } = checked.table;
    for (const [level1, level2s] of treeOf(form, checked.booklet.tree)) {
      const known = form.level1s.get(level1);
      const isThere = indicators.some((row) => row.level1 === level1);
      const asked = level2s.filter((level2) => known?.level2s.get(level2)?.isRequired);
      const [group] = pickStarters(
        checked,
        groupsOf(checked).filter((one) => one.level1 === level1),
      );
      if (!isThere && known?.isRequired && group) {
        report('default', keyPlace(checked, [TREE_KEY]), withRow(checked, group));
      } else {
        for (const level2 of asked) {
          if (indicators.some((row) => row.level1 === level1 && row.level2 === level2)) continue;
          const place = isThere ? [TREE_KEY, level1] : [TREE_KEY];
          const args = withRow(checked, { level1, level2, kind: kindOf(form, level1, level2) });
          report(isThere ? 'within' : 'default', keyPlace(checked, place), args);
        }
      }
    }
  },
});

export const treeRules: readonly Rule[] = [group, required];
