import { keyOfRole } from '../../form/form.ts';
import { toLine } from '../../form/text.ts';
import { says, saysOnly } from '../../messages/catalogue.ts';
import { lineNumber } from '../../read/explain/lines.ts';
import type { Indicator, Table } from '../../read/table.ts';
import type { Located } from '../../report/diagnostic.ts';
import { memoize, memoizeLast } from '../../util/memoize.ts';
import { createNameIndex, findNames } from '../language/project-names.ts';
import type { WordTree } from '../language/word-tree.ts';
import { placeIn } from '../printed-texts.ts';
import { clerkRows, keyOfRow, targetOf } from '../rows.ts';
import { type Rule, tableRule, yearRule } from '../rule.ts';

const repeatedRow = tableRule({
  code: 'row/repeated',
  severity: 'warning',
  docs: {
    zh: '两行的名称和指标值一样',
    en: 'two rows with one name and target',
    example: '培训次数 ≥ 4 次，培训次数 ≥ 4 次',
  },
  messages: saysOnly(
    '“{name}”和第 {line} 行的指标一样，指标值也一样 ⇒ 删去一行；讲的是两件事的，把名称写得分得开',
    '“{name}” has the name and target of the indicator in line {line} ⇒ Delete one of them; if they are two things, give them names that differ',
  ),
  check({ table, text }, report) {
    const seen = new Map<string, Indicator>();
    for (const row of clerkRows(table)) {
      const key = keyOfRow(row.name.text, targetOf(row));
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, row);
      else {
        const line = lineNumber(text, earlier.name.at.start);
        report('default', row.name.at, { name: toLine(row.name.text), line: String(line) });
      }
    }
  },
});

/** Characters; shorter texts are alike by chance. */
const LONG = 30;

/** The same goal, or a paragraph of it, or the same long remark in two projects: reported at the later one. */
const copied = yearRule({
  code: 'text/copied',
  severity: 'suggestion',
  docs: {
    zh: '与另一个项目的文字整段相同',
    en: 'the same text in two projects',
    example: '两张表的绩效目标一样',
  },
  messages: {
    goal: says(
      '{key}里有一整段与 {other} 的相同 ⇒ 如果是复制来的，改成本项目自己的目标',
      'A whole paragraph of {key} is the same as in {other} ⇒ If it was copied, write this project’s own',
    ),
    remark: says(
      '{key}与 {other} 的相同 ⇒ 如果是复制来的，改成本项目自己的内容',
      '{key} is the same as in {other} ⇒ If it was copied, write this project’s own',
    ),
  },
  check({ tables }, report) {
    const seen = new Map<string, Table>();
    for (const table of tables) {
      for (const { kind, located, keys } of listProse(table)) {
        const earlier = keys
          .map((key) => seen.get(key))
          .find((other) => other !== undefined && other !== table);
        for (const key of keys) if (!seen.has(key)) seen.set(key, table);
        const key = keyOfRole(table.form, kind) ?? '';
        if (earlier !== undefined) report(kind, located.at, { key, other: earlier.file });
      }
    }
  },
});

/** A remark or a goal that names another project of the year: it was copied from there, or belongs there. */
const otherProject = yearRule({
  code: 'text/other-project',
  severity: 'suggestion',
  docs: { zh: '说的是另一个项目', en: 'speaks of another project', example: '备注里写着别的项目名称' },
  messages: saysOnly(
    '这里说的是另一个项目“{name}” ⇒ 如果是复制来的，改成本项目自己的内容',
    'This is about another project, “{name}” ⇒ If it was copied, write this project’s own',
  ),
  check({ tables, textOf }, report) {
    const index = indexNames(tables.map(({ name }) => toLine(name.text)).join('\n'));
    for (const table of tables) {
      for (const { located, found } of findOthers(index)(table)) {
        const at = placeIn(located, textOf(table), found.from, found.to);
        report('default', at, { name: found.name });
      }
    }
  },
});

/** A line a name. Names change seldom: then nearly every text was searched for them before. */
const indexNames = memoizeLast((names) => createNameIndex(names.split('\n')));

const findOthers = memoize((index: WordTree) =>
  memoize((table: Table) => {
    const own = toLine(table.name.text);
    return listProse(table).flatMap(({ located }) => {
      const [found] = findNames(located.text, index, own);
      return found === undefined ? [] : [{ located, found }];
    });
  }),
);

/** A text that is worth a comparison, and what it is known by: each paragraph of a goal, a whole remark. */
interface Prose {
  kind: 'goal' | 'remark';
  located: Located;
  keys: string[];
}

const listProse = memoize((table: Table): Prose[] => {
  const remarks = clerkRows(table).flatMap(({ remark }) => (remark === null ? [] : [remark]));
  return [
    { kind: 'goal', located: table.goal, keys: toKeys(table.goal.text.split(/\n\s*\n/u)) },
    ...remarks.map((located) => ({ kind: 'remark' as const, located, keys: toKeys([located.text]) })),
  ];
});

function toKeys(parts: readonly string[]): string[] {
  return parts.map(toKey).filter((key) => key.length >= LONG);
}

/** Blanks, the full stop at the end and `目标 1:` at the beginning make no other text. */
function toKey(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/^目标\d*[:：]/u, '')
    .replace(/[。；，]$/u, '');
}

export const copyRules: readonly Rule[] = [repeatedRow, copied, otherProject];
