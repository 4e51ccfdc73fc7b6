import { isDeepStrictEqual } from 'node:util';
import type { AnalyzedYear } from '../check/analyze.ts';
import { NAMED_PARTS } from '../form/inherit.ts';
import { COMPARISON_WORDS } from '../messages/comparison.ts';
import type { Language } from '../messages/wording.ts';
import type { Forms } from '../read/forms.ts';
import type { Draft } from '../read/table.ts';
import { groupBy } from '../util/group-by.ts';
import type { FormChange } from './comparison.ts';

interface Side {
  forms: Forms;
  years: readonly AnalyzedYear[];
}

/** The forms that say something else now and are those of tables that were there before, with these tables. */
export function compareForms(before: Side, after: Side): FormChange[] {
  if (before.forms === after.forms) return [];
  const old = new Set(before.years.flatMap(listTables).map(({ file }) => file));
  const kept = after.years.flatMap(listTables).filter(({ file }) => old.has(file));
  return [...groupBy(kept, ({ form }) => form.name)].flatMap(([form, own]) => {
    const tables = own.map(({ file }) => file);
    const parts = listParts(before.forms, after.forms, form);
    return parts.length === 0 || tables.length === 0 ? [] : [{ form, parts, tables }];
  });
}

function listTables({ tables, drafts }: AnalyzedYear): Draft[] {
  return [...tables, ...drafts].map(({ table }) => table);
}

/** What a form says in one state and not in the other, with all that it takes over. Nothing where either has no such form. */
export function listParts(before: Forms, after: Forms, name: string): FormChange['parts'] {
  const [old, now] = [before, after].map((forms): Record<string, unknown> | null => {
    const known = forms.find(name) ?? forms.results().find(name);
    return known && { ...known.source };
  });
  if (!old || !now) return [];
  return union(old, now).flatMap((part): FormChange['parts'] => {
    if (!(NAMED_PARTS as readonly string[]).includes(part)) {
      return isDeepStrictEqual(old[part], now[part]) ? [] : [{ part, name: null, change: 'changed' }];
    }
    const [entries, later] = [Object(old[part]), Object(now[part])];
    const changed = union(entries, later).flatMap((entry): FormChange['parts'] => {
      if (isDeepStrictEqual(entries[entry], later[entry])) return [];
      const change = !(entry in entries) ? 'added' : !(entry in later) ? 'removed' : 'changed';
      return [{ part, name: entry, change }];
    });
    const isMoved = changed.length === 0 && !isDeepStrictEqual(Object.keys(entries), Object.keys(later));
    return isMoved ? [{ part, name: null, change: 'changed' }] : changed;
  });
}

/** In words: `字段 联系电话（新增），列`. */
export function writeParts(parts: FormChange['parts'], language: Language): string {
  const words = COMPARISON_WORDS[language];
  return parts
    .map(({ part, name, change }) =>
      name === null ? part : `${part} ${name}${words.aside(words.change[change])}`,
    )
    .join(words.separator);
}

function union(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}
