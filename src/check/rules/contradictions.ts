import { isMoney } from '../../form/money.ts';
import { toLine } from '../../form/text.ts';
import { saysOnly } from '../../messages/catalogue.ts';
import type { Table } from '../../read/table.ts';
import type { Located } from '../../report/diagnostic.ts';
import { listCountedThings } from '../language/counted-things.ts';
import { placeIn } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';
import { type Rule, tableRule } from '../rule.ts';

interface Count {
  thing: string;
  number: string;
  unit: string;
  written: string;
  located: Located;
  from: number;
  to: number;
}

const contradiction = tableRule({
  code: 'row/contradiction',
  severity: 'suggestion',
  docs: {
    zh: '同一件事在表里有两个数',
    en: 'one thing counted twice, differently',
    example: '观摩会≥1次、观摩会≥2次',
  },
  messages: saysOnly(
    '“{thing}”在这张表里有两个数：{other} 和 {written} ⇒ 核对哪一个对，改成一致',
    '“{thing}” has two figures in this table: {other} and {written} ⇒ Make them agree',
  ),
  check({ table, text }, report) {
    const seen = new Map<string, Count>();
    for (const count of listCounts(table)) {
      const key = `${count.thing} ${count.unit}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, count);
      if (earlier === undefined || Number(earlier.number) === Number(count.number)) continue;
      const at = placeIn(count.located, text, count.from, count.to);
      const { thing, written } = count;
      report('default', at, { thing, written, other: earlier.written });
    }
  },
});

function listCounts(table: Table): Count[] {
  const counts = clerkRows(table).flatMap(({ name, target, remark }) => {
    const reported = remark === null ? [] : readCounts(remark);
    if (target.kind !== 'figure') return [...readCounts(target), ...reported];
    const { number, unit, text } = target;
    const own = { thing: toThing(toLine(name.text)), number, unit, written: text.trim(), located: target };
    return [{ ...own, from: 0, to: text.length }, ...reported];
  });
  return [...readCounts(table.goal), ...counts].filter(
    ({ thing, unit }) => thing.length > 1 && !ATTRIBUTE.test(thing) && !isMoney(unit),
  );
}

function readCounts(located: Located): Count[] {
  return listCountedThings(located.text).counted.map(({ thing, quantity, index }) => {
    const to = index + quantity.length;
    const { number, unit } = quantity;
    return {
      thing: toThing(thing),
      number,
      unit,
      written: located.text.slice(index, to),
      located,
      from: index,
      to,
    };
  });
}

/** How large or how many something is, but not what: 占地 of two buildings may differ, and so may 参会 of two meetings. */
const ATTRIBUTE =
  /^(?:总|其中|各|共|约|预计|计划|新增?|平均)?(?:占地|建筑|使用|种植|绿化|施工|实施|管护)?(?:占地|面积|长度?|全长|总长|宽度?|高度?|深度?|厚度?|重量?|里程|规模|容量|库容|投资|资金|时间|时长|时限|工期|周期|学时|课时|标准|数量|参加|参会|参训|参与|参赛|到会|到场|涉及|惠及|覆盖|受益|服务|容纳|安排|配备|购置|采购|建设|新建|改造|种植|发放|人员|其中|男性|女性)(?:面积|人数|数量)?$/u;

/** 培训次数, 开展培训 and 培训 are one thing. */
function toThing(words: string): string {
  return words
    .replace(/^(?:组织开展|组织|开展|举办|召开)/u, '')
    .replace(/(?:次数|人数|人次|数量|时限)$/u, '');
}

export const contradictionRules: readonly Rule[] = [contradiction];
