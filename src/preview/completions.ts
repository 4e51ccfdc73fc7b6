import type { CompiledYear } from '../compile.ts';
import { NAME_KEY } from '../form/form.ts';
import { toLine } from '../form/text.ts';
import { preferUnit } from '../form/units.ts';
import { listValues } from '../read/facts.ts';
import { memoize } from '../util/memoize.ts';

/** What the tables of an office say already, the most frequent first: offered while somebody writes. */
export interface OfficeWords {
  /** By 二级指标: the units of its figures, those of the form behind those in use; and the names of its rows. */
  groups: Record<string, { operators: string[]; units: string[]; names: string[] }>;
  /** Short facts by their key. */
  facts: Record<string, string[]>;
}

/** Of one kind. */
const MOST = 30;

export const collectWords = memoize((year: CompiledYear): OfficeWords => {
  const units = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const facts = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, text: string) => {
    const known = to.get(key) ?? [];
    known.push(text);
    to.set(key, known);
  };
  for (const { table } of [...year.tables, ...year.drafts]) {
    for (const { level2, name, target } of table.indicators) {
      if (target.kind === 'figure') add(units, level2, preferUnit(target.unit));
      add(names, level2, toLine(name.text));
    }
    for (const { fact } of listValues(table.facts))
      if (fact.field.type === 'line') add(facts, fact.field.key, toLine(fact.value.text));
  }
  const { form } = year.booklet;
  const groups = [...form.level1s.values()].flatMap(({ level2s }) => [...level2s]);
  return {
    groups: Object.fromEntries(
      groups.map(([level2, { kind, example }]) => {
        const hints = form.rowKinds.get(kind);
        return [
          level2,
          {
            operators: [...(hints?.operators ?? [])],
            units: [...new Set([...rank(units.get(level2)), ...(hints?.units ?? [])])].slice(0, MOST),
            names: [...new Set([...rank(names.get(level2)), example[NAME_KEY] ?? ''])]
              .filter(Boolean)
              .slice(0, MOST),
          },
        ];
      }),
    ),
    facts: Object.fromEntries([...facts].map(([key, texts]) => [key, rank(texts).slice(0, MOST)])),
  };
});

/** Each once, the most frequent first; those of 待填 are none. */
function rank(texts: readonly string[] = []): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text !== '' && !text.includes('待填')) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
}
