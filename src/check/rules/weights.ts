import Big from 'big.js';
import { TREE_KEY } from '../../form/form.ts';
import { says } from '../../messages/catalogue.ts';
import type { Indicator } from '../../read/table.ts';
import { keyPlace } from '../groups.ts';
import { type Rule, tableRule } from '../rule.ts';

const sum = tableRule({
  code: 'weight/sum',
  severity: 'error',
  docs: {
    zh: '各行的权重或分值加起来不是表上的总分',
    en: 'the weights do not add up to what the form says',
    example: '各行“权重”合计 85，表上应是 90',
  },
  messages: {
    default: says(
      '“{key}”合计是 {sum}，应是 {total} ⇒ 核对各行的“{key}”，差 {difference}',
      '{key} adds up to {sum} instead of {total} ⇒ Correct {key} in the rows; {difference} off',
    ),
    within: says(
      '“{level1}”的“{key}”合计是 {sum}，应是 {total} ⇒ 核对“{level1}”下面各行的“{key}”，差 {difference}',
      '{key} under {level1} adds up to {sum} instead of {total} ⇒ Correct {key} in the rows under {level1}; {difference} off',
    ),
    missing: says(
      '这一行没有“{key}”，别的行都有 ⇒ 加一行“{key}: {rest}”，合计正好是 {total}',
      'This row has no {key}, and all others do ⇒ Add “{key}: {rest}”, which makes {total}',
    ),
  },
  check(checked, report) {
    const { table } = checked;
    for (const { key, weight } of table.form.rowFields) {
      if (weight === null) continue;
      const parts = [...weight.byLevel1].map(([level1, total]) => ({
        ...{ level1, total },
        rows: table.indicators.filter((row) => row.level1 === level1),
      }));
      const whole =
        weight.total === null ? [] : [{ level1: null, total: weight.total, rows: table.indicators }];
      const wrong = parts.map((part) => compareSum(part, key)).filter((found) => found !== null);
      // A part that is wrong makes the whole wrong.
      const found =
        wrong.length > 0 ? wrong : whole.map((part) => compareSum(part, key)).filter((one) => one !== null);
      for (const { level1, total, sum, rest, open } of found) {
        const [row] = open;
        const args = { key, sum, total, difference: rest.replace('-', '') };
        if (row !== undefined && open.length === 1 && !rest.startsWith('-')) {
          report('missing', row.name.at, { key, rest, total });
        } else if (level1 === null) report('default', keyPlace(checked, [TREE_KEY]), args);
        else report('within', keyPlace(checked, [TREE_KEY, level1]), { ...args, level1 });
      }
    }
  },
});

interface Part {
  /** Null for the whole table. */
  level1: string | null;
  total: string;
  rows: readonly Indicator[];
}

/** Null where the weights add up, and where a value that is no number is reported already. */
function compareSum({ level1, total, rows }: Part, key: string) {
  const written = rows.map((row) => row.cells.find(({ field }) => field.key === key)?.value.text.trim());
  if (rows.length === 0 || written.some((text) => text !== undefined && !/^\d+(?:\.\d+)?$/.test(text)))
    return null;
  const sum = written.reduce((added, text) => added.plus(text ?? 0), new Big(0));
  const rest = new Big(total).minus(sum);
  const open = rows.filter((_, index) => written[index] === undefined);
  return rest.eq(0) ? null : { level1, total, open, sum: sum.toFixed(), rest: rest.toFixed() };
}

export const weightRules: readonly Rule[] = [sum];
