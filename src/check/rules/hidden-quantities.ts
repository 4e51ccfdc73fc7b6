import { takesWords } from '../../form/form.ts';
import { toLine } from '../../form/text.ts';
import { writeFigure } from '../../form/value.ts';
import { says } from '../../messages/catalogue.ts';
import { listed } from '../../messages/wording.ts';
import type { Indicator } from '../../read/table.ts';
import { findHidden, listCountedThings } from '../language/counted-things.ts';
import { nameRow, type Quantity } from '../language/quantities.ts';
import { placeIn } from '../printed-texts.ts';
import { clerkRows, keyOfFigure, keyOfRow, targetOf } from '../rows.ts';
import { type CheckedTable, type Rule, tableRule } from '../rule.ts';

/** A quantity written in a 定性: it belongs in a row of its own, with sign, number and unit. The hint has that row. */
const hiddenQuantity = tableRule({
  code: 'row/hidden-quantity',
  severity: 'suggestion',
  docs: { zh: '定性里写了数量', en: 'a quantity hidden in 定性', example: '定性: 志愿服务活动≥1次' },
  messages: {
    default: says(
      '“定性”里写了数量（{quantities}），应该写成指标值 ⇒ 放到指标值里，例如：\n{rows}',
      'A quantity is written in words ({quantities}) ⇒ Make it a figure:\n{rows}',
    ),
    some: says(
      '“定性”里写了数量（{quantities}），应该写成指标值 ⇒ “{said}”表里已经有了，这里不再写；其余的例如：\n{rows}',
      'A quantity is written in words ({quantities}) ⇒ The table has “{said}” already; of the rest make:\n{rows}',
    ),
    said: says(
      '“定性”里写了数量（{quantities}），应该写成指标值 ⇒ “{said}”表里已经有了：这里去掉数量，或者删去这一行',
      'A quantity is written in words ({quantities}) ⇒ The table has “{said}” already: remove it here, or remove the row',
    ),
  },
  check(checked, report) {
    for (const { count, offer, at, args } of listHidden(checked)) if (count === 1) report(offer, at, args);
  },
});

const severalQuantities = tableRule({
  code: 'row/several-quantities',
  severity: 'suggestion',
  docs: {
    zh: '一行里写了几个数量',
    en: 'several quantities in one row',
    example: '培训次数≥4次，培训人数≥600人',
  },
  messages: {
    default: says(
      '一行里写了几个数量（{quantities}），应该一行一个 ⇒ 一行写一个，例如：\n{rows}',
      'Several quantities in one row ({quantities}) ⇒ Make a row of each:\n{rows}',
    ),
    some: says(
      '一行里写了几个数量（{quantities}），应该一行一个 ⇒ “{said}”表里已经有了，这里不再写；其余的例如：\n{rows}',
      'Several quantities in one row ({quantities}) ⇒ The table has “{said}” already; of the rest make:\n{rows}',
    ),
    said: says(
      '一行里写了几个数量（{quantities}），应该一行一个 ⇒ “{said}”表里已经有了：删去这一行',
      'Several quantities in one row ({quantities}) ⇒ The table has “{said}” already: remove this row',
    ),
  },
  check(checked, report) {
    for (const { count, offer, at, args } of listHidden(checked)) if (count > 1) report(offer, at, args);
  },
});

/** The quantities of each 定性, and whether the table has none, some or all of the rows that they should be. */
function listHidden({ table, text }: CheckedTable) {
  if (takesWords(table.form)) return [];
  const known = new Set(clerkRows(table).map((row) => keyOfRow(row.name.text, targetOf(row))));
  return clerkRows(table).flatMap((row) => {
    if (row.target.kind !== 'qualitative') return [];
    const quantities = findHidden(row.target.text);
    const [first] = quantities;
    const last = quantities.at(-1);
    if (first === undefined || last === undefined) return [];
    const at = placeIn(row.target, text, first.index, last.index + last.length);
    const written = quantities
      .slice(0, MOST_ROWS)
      .map(({ index, length }) => row.target.text.slice(index, index + length));
    const { rows, said } = offerRows(row, row.target.text, known);
    const offer =
      said.length === 0 ? ('default' as const) : rows === '' ? ('said' as const) : ('some' as const);
    const args = { quantities: listed(written), rows, said: listed(said) };
    return [{ count: quantities.length, offer, at, args }];
  });
}

/** A message is read by a person: a text with more quantities, or a longer name, is shown in part. */
const MOST_ROWS = 10;
const LONGEST_NAME = 100;

/** The rows to paste in the place of this one, as they are in a file, and those that the table has already. */
function offerRows(
  row: Indicator,
  text: string,
  known: ReadonlySet<string>,
): { rows: string; said: string[] } {
  const { counted, rest } = listCountedThings(text);
  const name = toLine(row.name.text.slice(0, LONGEST_NAME));
  // 对267个党支部全覆盖: how many are covered, not how many there are.
  const covers = ({ isSigned }: Quantity) => (!isSigned && /覆盖/u.test(text) ? '覆盖' : '');
  const offered = new Set(known);
  const rows: string[] = [];
  const said: string[] = [];
  for (const { thing, quantity } of counted.slice(0, MOST_ROWS)) {
    const own = thing === '' ? name : nameRow(covers(quantity) + thing, quantity.unit);
    const key = keyOfRow(own, keyOfFigure(quantity));
    if (offered.has(key)) said.push(`${own} ${writeFigure(quantity)}`);
    else rows.push(`      - 三级指标: ${writeText(own)}`, `        指标值: ${writeFigure(quantity)}`);
    offered.add(key);
  }
  if (rest.length > 0) {
    const words = rest.join('，').slice(0, LONGEST_NAME);
    rows.push(`      - 三级指标: ${writeText(name)}`, `        定性: ${writeText(words)}`);
  }
  return { rows: rows.join('\n'), said };
}

/** A text as YAML takes it: in quotes where it would be taken for something else. */
function writeText(text: string): string {
  return /^[\s!&*%@`{}[\]|>?#'",-]|: | #|:$/.test(text) ? JSON.stringify(text) : text;
}

export const hiddenQuantityRules: readonly Rule[] = [hiddenQuantity, severalQuantities];
