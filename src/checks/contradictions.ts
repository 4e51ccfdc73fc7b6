import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Located, Project } from '../project/project.ts';
import { toLine } from '../project/text.ts';
import { isMoney } from '../project/value.ts';
import type { Check, CheckedYear } from './check.ts';
import { listCountedThings } from './hidden-quantities.ts';
import { listSourceTexts, placeIn } from './printed-texts.ts';
import { clerkRows } from './rows.ts';

/** One count of one thing, wherever the table tells it. */
interface Count {
  thing: string;
  number: string;
  unit: string;
  /** As written, for the message. */
  written: string;
  located: Located;
  from: number;
  to: number;
}

/** One thing counted twice in a table with two results: 观摩会≥1次 and 观摩会≥2次. */
function checkContradictions(year: CheckedYear): Diagnostic[] {
  const sourceTexts = listSourceTexts(year);
  return year.projects.flatMap((project) => {
    const seen = new Map<string, Count>();
    return listCounts(project).flatMap((count) => {
      const key = `${count.thing} ${count.unit}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, count);
      if (earlier === undefined || Number(earlier.number) === Number(count.number)) return [];
      const at = placeIn(count.located, sourceTexts.get(project.file) ?? '', count.from, count.to);
      const { thing, written } = count;
      return [diagnose('suggestion', 'row/contradiction', at, { thing, written, other: earlier.written })];
    });
  });
}

function listCounts(project: Project): Count[] {
  const counts = clerkRows(project).flatMap(({ name, target, remark }) => {
    const told = remark === null ? [] : readCounts(remark);
    if (target.kind !== 'figure') return [...readCounts(target), ...told];
    const { number, unit, text } = target;
    const own = { thing: toThing(toLine(name.text)), number, unit, written: text.trim(), located: target };
    return [{ ...own, from: 0, to: text.length }, ...told];
  });
  return [...readCounts(project.goal), ...counts].filter(
    ({ thing, unit }) => thing.length > 1 && !isMoney(unit),
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

/** 培训次数, 开展培训 and 培训 are one thing. */
function toThing(words: string): string {
  return words
    .replace(/^(?:组织开展|组织|开展|举办|召开)/u, '')
    .replace(/(?:次数|人数|人次|数量|时限)$/u, '');
}

export const contradictionChecks: readonly Check[] = [
  { codes: { 'row/contradiction': 'suggestion' }, run: checkContradictions },
];
