import { keyOfRole } from '../../form/form.ts';
import { saysOnly } from '../../messages/catalogue.ts';
import type { Table } from '../../read/table.ts';
import { listMatches } from '../../util/list-matches.ts';
import { listQuantities } from '../language/quantities.ts';
import { placeIn } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';
import { type Rule, tableRule } from '../rule.ts';

/** Characters; what is to be done, how much of it and to what end does not fit into fewer. */
const SHORTEST_GOAL = 30;

function lengthOf({ goal }: Table): number {
  return [...goal.text.replace(/\s/gu, '')].length;
}

const short = tableRule({
  code: 'goal/short',
  severity: 'suggestion',
  docs: { zh: '绩效目标不到 30 个字', en: 'a goal under 30 characters', example: '提高党建工作宣传力。' },
  messages: saysOnly(
    '{key}只有 {characters} 个字，不到 {limit} 个 ⇒ 写清办什么事、办多少、达到什么效果',
    '{key} has {characters} characters, fewer than {limit} ⇒ Tell what is done, how much of it, and to what end',
  ),
  check({ table }, report) {
    const key = keyOfRole(table.form, 'goal');
    const characters = lengthOf(table);
    if (key === null || characters >= SHORTEST_GOAL) return;
    report('default', table.goal.at, {
      ...{ key, characters: String(characters), limit: String(SHORTEST_GOAL) },
    });
  },
});

const noQuantity = tableRule({
  code: 'goal/no-quantity',
  severity: 'suggestion',
  docs: { zh: '绩效目标里没有数量', en: 'a goal without a quantity', example: '加强宣传，扩大影响。' },
  messages: saysOnly(
    '{key}里没有数量 ⇒ 写上办多少、到什么程度，例如“开展培训4次，培训600人次”',
    '{key} names no quantity ⇒ Tell how much or how many, for example “开展培训4次，培训600人次”',
  ),
  check({ table }, report) {
    const key = keyOfRole(table.form, 'goal');
    if (key === null || lengthOf(table) < SHORTEST_GOAL || listQuantities(table.goal.text).length > 0) return;
    report('default', table.goal.at, { key });
  },
});

/** Work that costs money and can be counted, promised by a verb. */
const PROMISED =
  /(?:开展|组织|举办|召开|进行|实施|加强|做好|抓好|承办|完成)(?:[^，。；！？\n“”《》]{0,12}?)(培训|宣传|督导|考评|调研|检查|评选|表彰|观摩|竞赛|慰问|走访|巡察|述职|讲座|采购|维修|活动)/gu;

/** Work that the goal promises and no row mentions, neither its name nor its value nor its remarks. */
const noRow = tableRule({
  code: 'goal/no-row',
  severity: 'suggestion',
  docs: {
    zh: '绩效目标里说的工作没有对应的指标',
    en: 'work promised in the goal without a row',
    example: '目标写了培训，下面没有培训的指标',
  },
  messages: saysOnly(
    '{key}里说了“{work}”，下面没有一行指标提到它 ⇒ 补一行指标，或者从目标里删去',
    '{key} promises “{work}”, and no row mentions it ⇒ Add a row, or take it out of the goal',
  ),
  check({ table, text }, report) {
    const { goal, form } = table;
    const key = keyOfRole(form, 'goal');
    const promised = listMatches(PROMISED, goal.text);
    if (key === null || promised.length === 0) return;
    const rows = writeRows(table);
    const reported = new Set<string>();
    for (const { 0: words, 1: work = '', index } of promised) {
      if (reported.has(work) || rows.includes(work)) continue;
      reported.add(work);
      const from = index + words.length - work.length;
      report('default', placeIn(goal, text, from, from + work.length), { key, work });
    }
  },
});

function writeRows(table: Table): string {
  return clerkRows(table)
    .flatMap(({ name, target, remark, explanation }) => [name, target, remark ?? name, explanation ?? name])
    .map(({ text }) => text)
    .join('\n');
}

export const goalRules: readonly Rule[] = [short, noQuantity, noRow];
