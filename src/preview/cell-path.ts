import { isMap, isScalar, isSeq } from 'yaml';
import { FIGURE_KEY, NAME_KEY, OTHER_KEY, TREE_KEY, WORDS_KEY } from '../form/form.ts';
import type { Path } from '../format/edit/entry-lines.ts';
import type { ParsedSource } from '../read/parse.ts';
import type { Draft, DraftIndicator } from '../read/table.ts';

/** A cell as the page names it: `data-row`, null above and below the indicators, and `data-field`. */
export interface CellName {
  row: number | null;
  field: string;
}

/** What a cell prints, in its source: the key may still have to be written. */
export interface CellSource {
  path: Path;
  /** As it is written; empty where there is nothing. */
  text: string;
  isRequired: boolean;
}

/** The keys that may hold a row's target, by what the row says now. */
export const TARGET_KEY: Readonly<Record<DraftIndicator['target']['kind'], string>> = {
  figure: FIGURE_KEY,
  unread: FIGURE_KEY,
  qualitative: WORDS_KEY,
  'other-quantity': OTHER_KEY,
};

/** Null for a cell that is no text of the source: a merged label, a sum, or one that the form does not have. */
export function findCellSource(parsed: ParsedSource, table: Draft, cell: CellName): CellSource | null {
  if (cell.row === null) return findFact(parsed, table, cell.field);
  const indicator = table.indicators[cell.row];
  const path = indicator && findRow(parsed, indicator);
  const field = table.form.rowFields.find(({ key }) => key === cell.field);
  if (!indicator || !path || field === undefined) return null;
  const key = cell.field === FIGURE_KEY ? TARGET_KEY[indicator.target.kind] : cell.field;
  return {
    path: [...path, key],
    text: textAt(parsed, [...path, key]),
    isRequired: cell.field === NAME_KEY || cell.field === FIGURE_KEY || field.isRequired,
  };
}

function findFact(parsed: ParsedSource, { form }: Draft, name: string): CellSource | null {
  const [key = '', ...rest] = name.split('/');
  const field = form.fields.find((known) => known.key === key);
  if (field === undefined) return null;
  if (field.block === null)
    return rest.length > 0
      ? null
      : { path: [key], text: textAt(parsed, [key]), isRequired: field.isRequired };
  const part = field.block.parts.find((known) => known.key === rest.at(-1));
  if (part === undefined || rest.length !== (field.type === 'list' ? 2 : 1)) return null;
  const path = field.type === 'list' ? [key, Number(rest[0]) - 1, part.key] : [key, part.key];
  return { path, text: textAt(parsed, path), isRequired: part.isRequired };
}

/** Where a row of the indicators is; null for a group without one, or that holds no row but a text. */
export function findRow({ root }: ParsedSource, { level1, level2, at }: DraftIndicator): Path | null {
  const group = [TREE_KEY, level1, level2];
  const rows: unknown = root.getIn(group);
  if (isMap(rows)) return group;
  const index = isSeq(rows) ? rows.items.findIndex((row) => isMap(row) && row.range?.[0] === at.start) : -1;
  return index < 0 ? null : [...group, index];
}

function textAt({ root }: ParsedSource, path: Path): string {
  const node: unknown = root.getIn(path, true);
  return isScalar(node) ? String(node.value ?? '').replace(/(?<!\n)\n+$/, '') : '';
}
