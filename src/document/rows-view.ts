import {
  type Cell,
  type Column,
  FIGURE_KEY,
  type Field,
  type Form,
  kindOf,
  listLeaves,
  NAME_KEY,
  type Tree,
} from '../form/form.ts';
import { toParagraphs } from '../form/text.ts';
import type { ResultUse, RowKind } from '../form/words.ts';
import { printFact } from '../read/facts.ts';
import type { Draft, DraftIndicator } from '../read/table.ts';
import { breakHeading, breakLabel } from './label-words.ts';
import type { CellView, HeadingView, RowView } from './views.ts';

/** What the form prints as the sign of a row that has no figure; nothing for one that cannot be read. */
export const WORD_SIGNS = { qualitative: '定性', 'other-quantity': '定量（其他）', unread: '' } as const;

/** In the column of an option that was chosen. */
const MARK = '√';

/** A row as far as its place in the table goes. `number`: its place among the source's rows, from 0; empty for a blank row. */
export type PlacedRow = Pick<DraftIndicator, 'level1' | 'level2' | 'target' | 'cells'> & { number: string };

/** The rows of a source in their order, and blank ones where the form prints a 二级指标 that has none. */
export function placeRows({ form, indicators, file }: Draft, tree: Tree): (DraftIndicator & PlacedRow)[] {
  const rows = indicators.map((row, index) => ({ ...row, number: String(index) }));
  if (form.blankLevel2s.size === 0) return rows;
  const blanks = tree.flatMap(([level1, level2s]) =>
    level2s
      .filter(
        (level2) =>
          form.blankLevel2s.has(level2) &&
          !indicators.some((row) => row.level1 === level1 && row.level2 === level2),
      )
      .map((level2) => blankRow(file, level1, level2, kindOf(form, level1, level2))),
  );
  const places = tree.flatMap(([level1, level2s]) => level2s.map((level2) => `${level1}/${level2}`));
  const placeOf = ({ level1, level2 }: PlacedRow) => {
    const place = places.indexOf(`${level1}/${level2}`);
    // What the tree does not have comes behind its 一级指标.
    const last = places.findLastIndex((known) => known.startsWith(`${level1}/`));
    return place >= 0 ? place : last < 0 ? places.length : last + 0.5;
  };
  return [...rows, ...blanks]
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
}

function blankRow(file: string, level1: string, level2: string, kind: RowKind): DraftIndicator & PlacedRow {
  const at = { file, start: 0, end: 0 };
  const nothing = { text: '', at };
  return {
    ...{ level1, level2, kind, isFixed: false, labels: { level1: at, level2: at }, at, number: '' },
    ...{ name: nothing, target: { kind: 'unread', ...nothing }, cells: [], remark: null, explanation: null },
  };
}

/** The headings by their lines: those over several columns, or over both lines, and those below. `widths`: in characters. */
export function toHeadings(columns: readonly Column[], widths: readonly number[] = []): HeadingView[][] {
  const isSplit = columns.some(({ cell }) => cell === null);
  const leaves = listLeaves(columns);
  const toHeading = (column: Column, rows: number): HeadingView => ({
    text: column.heading,
    parts: breakHeading(column.heading, widths[leaves.indexOf(column)]),
    subheading: column.subheading,
    scope: column.cell === null ? 'colgroup' : 'col',
    columns: String(listLeaves([column]).length),
    rows: String(rows),
  });
  const first = columns.map((column) => toHeading(column, isSplit && column.cell !== null ? 2 : 1));
  const second = columns.flatMap(({ cell, columns: below }) =>
    cell === null ? below.map((column) => toHeading(column, 1)) : [],
  );
  return isSplit ? [first, second] : [first];
}

/** What each column of a row says: nothing where its cell is a label. */
export function listTexts({ columns }: Form, indicator: DraftIndicator): string[][] {
  return listLeaves(columns).map(({ cell }) => (cell === null ? [] : textOf(cell, indicator)));
}

function textOf({ content, part, option, condition }: Cell, row: DraftIndicator): string[] {
  if (typeof content === 'string') return [];
  if (condition !== null && printKey(condition, null, row).length === 0) return [];
  if (option === null) return printKey(content.key, part, row);
  const chosen = row.cells.find(({ field }) => field.key === content.key)?.value.text ?? '';
  return chosen.split('、').includes(option) ? [MARK] : [];
}

function printKey(key: string, part: Cell['part'], { name, target, cells }: DraftIndicator): string[] {
  if (key === NAME_KEY) return toParagraphs(name.text);
  if (key === FIGURE_KEY) return printTarget(target, part);
  const fact = cells.find(({ field }) => field.key === key);
  if (fact === undefined) return [];
  const { figure, value, field } = fact;
  if (figure !== null) return printTarget({ kind: 'figure', ...value, ...figure }, part);
  if (isQuantity(field, target)) return printQuantity(value.text.trim(), part);
  return part === null || part === 'number' ? printFact(fact) : [];
}

/** A value whole, as in `≥4次`, or the part of it that has a column of its own. */
function printTarget(target: DraftIndicator['target'], part: Cell['part']): string[] {
  if (target.kind === 'figure') {
    const { operator, number, unit } = target;
    if (part === null) return [`${operator}${number}${unit}`];
    return [{ operator, number, unit }[part]];
  }
  if (part === null || part === 'number') return toParagraphs(target.text);
  const sign = WORD_SIGNS[target.kind];
  return part === 'operator' && sign !== '' ? [sign] : [];
}

/** What a result's row has in few characters. */
const CENTERED: ReadonlySet<unknown> = new Set<ResultUse>([
  'weight',
  'score',
  'degree',
  'lamp',
  'coefficient',
  'likelihood',
]);

const QUANTITIES: ReadonlySet<unknown> = new Set<ResultUse>(['actual', 'forecast', 'adjusted']);

/** Rows with the labels of their groups merged. `texts`: of each row, by column. */
export function toRows(
  form: Pick<Form, 'columns' | 'rowFields'>,
  rows: readonly PlacedRow[],
  texts: readonly string[][][],
  widths: readonly number[] = [],
): RowView[] {
  const leaves = listLeaves(form.columns);
  const names = leaves.findIndex(({ cell }) => isKey(cell, NAME_KEY));
  return rows.map((row, index) => ({
    number: row.number,
    cells: leaves.flatMap(({ cell }, at): CellView[] => {
      if (cell === null) return [];
      const { content, isMerged } = cell;
      const plain = { isLabel: false, rows: '1', parts: [], isName: false, text: texts[index]?.[at] ?? [] };
      if (typeof content === 'string') {
        const span = isMerged ? spanOf(rows, index, content) : 1;
        if (span === 0) return [];
        const field = content === 'level1' ? '一级指标' : '二级指标';
        return [
          {
            ...plain,
            kind: content,
            field,
            isLabel: true,
            rows: String(span),
            parts: breakLabel(row[content], widths[at]),
          },
        ];
      }
      const { key } = content;
      if (key === NAME_KEY) return [{ ...plain, kind: 'indicator', field: key, isName: at === names }];
      return [{ ...plain, kind: kindOfCell(cell, key, row, form), field: key }];
    }),
  }));
}

/** The class of a cell: a figure, a weight and what was chosen are centred, a text is not. */
function kindOfCell(
  { part, option }: Cell,
  key: string,
  row: PlacedRow,
  { rowFields }: Pick<Form, 'rowFields'>,
): string {
  if (part === 'operator' || part === 'unit') return part;
  if (key === FIGURE_KEY) return row.target.kind === 'figure' ? 'value figure' : 'value words';
  const field = rowFields.findLast((known) => known.key === key);
  const isShort = field?.type === 'weight' || (field?.options.length ?? 0) > 0;
  if (option !== null || isShort || (field && 'use' in field && CENTERED.has(field.use))) return 'points';
  if (field && isQuantity(field, row.target)) return 'value figure';
  if (field?.type !== 'figure' && field?.type !== 'value') return field?.role ?? 'text';
  const isFigure = row.cells.some((cell) => cell.field === field && cell.figure !== null);
  return isFigure ? 'value figure' : 'value words';
}

/** What was reached, or will be, beside a target that is a figure. */
function isQuantity(field: Field, target: DraftIndicator['target']): boolean {
  return target.kind === 'figure' && 'use' in field && QUANTITIES.has(field.use);
}

/** As its target is printed: 582人次 below ≥600人次. */
function printQuantity(text: string, part: Cell['part']): string[] {
  const [, number = text, unit = ''] = /^(\D{0,2}[\d,.]+)[ \t]{0,4}(.*)/s.exec(text) ?? [];
  if (part === 'unit') return [unit];
  return part === 'operator' ? [] : [part === null ? number + unit : number];
}

function isKey(cell: Cell | null, key: string): boolean {
  return typeof cell?.content === 'object' && cell.content.key === key;
}

/** How many rows a label covers that begins in this row; 0 where none begins. */
function spanOf(rows: readonly PlacedRow[], index: number, level: 'level1' | 'level2'): number {
  const keyOf = (at: number) => {
    const row = rows[at];
    return row && (level === 'level1' ? row.level1 : `${row.level1}/${row.level2}`);
  };
  if (keyOf(index - 1) === keyOf(index)) return 0;
  let end = index + 1;
  while (end < rows.length && keyOf(end) === keyOf(index)) end += 1;
  return end - index;
}
