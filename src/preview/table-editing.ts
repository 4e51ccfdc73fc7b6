import type { CompiledYear } from '../compile.ts';
import { treeOf } from '../form/form.ts';
import type { FieldType } from '../form/words.ts';
import type { Source } from '../read/source.ts';
import type { Draft } from '../read/table.ts';
import { revisionOf } from './edit-log.ts';
import { isResults } from './preview-list.ts';

/** What the page has to know of a table to edit it. */
export interface TableEditing {
  /** Of the text that the page shows: edits are made against it. */
  revision: string;
  /** By key; of a part of funds or of a list by its own. */
  fields: Record<string, { type: FieldType; label: string; options: readonly string[] }>;
  /** Every 一级指标 with its 二级指标, in the form's order. */
  groups: [level1: string, level2s: string[]][];
  /** Facts that may be written and are not. */
  absent: string[];
  /** Of results: what is not written in their file cannot be edited, and rows are those of the goals. */
  onlyWritten: boolean;
}

export function toEditing({ text }: Source, table: Draft | null, year: CompiledYear): TableEditing {
  const { booklet } = year;
  const { fields, rowFields, ...form } = table?.form ?? booklet.form;
  const parts = fields.flatMap(({ block }) => block?.parts ?? []);
  const known = new Map<string, string[]>(
    treeOf(form, booklet.tree).map(([level1, level2s]) => [level1, [...level2s]]),
  );
  for (const { level1, level2 } of table?.indicators ?? []) {
    const level2s = known.get(level1) ?? [];
    known.set(level1, level2s.includes(level2) ? level2s : [...level2s, level2]);
  }
  return {
    revision: revisionOf(text),
    fields: Object.fromEntries(
      [...parts, ...fields, ...rowFields].map(({ key, type, label, options }) => [
        key,
        { type, label, options },
      ]),
    ),
    onlyWritten: isResults(year),
    groups: table === null || isResults(year) ? [] : [...known],
    absent: fields.flatMap(({ key, block }) =>
      table === null ||
      isResults(year) ||
      block !== null ||
      table.facts.some(({ field }) => field.key === key)
        ? []
        : [key],
    ),
  };
}
