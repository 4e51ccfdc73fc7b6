import { type Block, FIGURE_KEY, type Form, NAME_KEY, OTHER_KEY, WORDS_KEY } from '../form/form.ts';
import { type Fact, listValues, pathOfPart } from '../read/facts.ts';
import type { Source } from '../read/source.ts';
import type { Draft, DraftIndicator } from '../read/table.ts';
import type { Located } from '../report/diagnostic.ts';
import { type Diagnostic, isWithin, type Span } from '../report/diagnostic.ts';
import { countLines } from '../report/lines.ts';
import { TARGET_KEY } from './cell-path.ts';

/** Line and column from 1, and the text that is there, as it is written. */
export interface Place {
  line: number;
  column: number;
  text: string;
}

/** Where a table's cells are in its source; the fields are named as `data-field` names them. */
export interface TablePlaces {
  /** Of what is above the indicators: 项目名称, 项目编码, 绩效目标 … */
  fields: Record<string, Place>;
  rows: RowPlaces[];
}

export interface RowPlaces {
  /** What the row is known by when the table was edited: its labels and its name; rows alike are distinguished by a number. */
  key: string;
  level1: string;
  level2: string;
  /** The key that holds its target: 指标值, 定性 or 定量其他. */
  target: string;
  fields: Record<string, Place>;
}

/** A cell and the stretch of the source that it prints. */
interface Cell {
  row: number | null;
  field: string;
  at: Span;
}

export interface CellOfFinding {
  row: number | null;
  field: string;
}

/** Where each cell's line is, for an editor to open. */
export function locateCells(table: Draft, { file, text: source }: Source): TablePlaces {
  const lines = countLines(source);
  const placeOf = ({ at, text }: Located): Place => {
    const { line, col } = lines.linePos(at.start);
    const [start = ''] = text.trim().split('\n', 1);
    // What a page of results computes is not written where it has its place.
    const isWritten = source.slice(at.start, at.end).includes(start);
    return { line, column: col, text: isWritten ? text.replace(/(?<!\n)\n+$/, '') : '' };
  };
  // Goals that a page of results shows are written in another file.
  const placeAll = (cells: readonly (readonly [field: string, located: Located])[]) =>
    Object.fromEntries(
      cells.flatMap(([field, located]) => (located.at.file === file ? [[field, placeOf(located)]] : [])),
    );
  const nothing = (at: Span): Located => ({ at, text: '' });
  const keys = listRowKeys(table);
  return {
    fields: placeAll(listFields(table).map((field) => [field.field, field])),
    rows: table.indicators.map((indicator, index) => {
      const { labels, name, level1, level2, target } = indicator;
      const groups = { 一级指标: nothing(labels.level1), 二级指标: nothing(labels.level2) };
      // A cell that the source leaves out opens its row.
      const empty = table.form.rowFields.flatMap(({ key }) =>
        key === WORDS_KEY || key === OTHER_KEY ? [] : [[key, nothing(name.at)] as const],
      );
      const cells = [...Object.entries(groups), ...empty].concat(
        listRowFields(indicator).map((field) => [field.field, field] as const),
      );
      return {
        ...{ key: keys[index] ?? '', level1, level2, target: TARGET_KEY[target.kind] },
        fields: placeAll(cells),
      };
    }),
  };
}

/** What a cell prints, as it is written; null for one that the source leaves out. */
export function locateCell(table: Draft, { row, field }: CellOfFinding): Located | null {
  const indicator = table.indicators[row ?? -1];
  const cells = row === null ? listFields(table) : indicator === undefined ? [] : listRowFields(indicator);
  return cells.find((cell) => cell.field === field) ?? null;
}

/** What a table is known by whose source says something else by now: it has no places there any more. */
export function placeNowhere(table: Draft): TablePlaces {
  const rows = listRowKeys(table).map((key) => ({ ...NOWHERE, key }));
  return { fields: {}, rows };
}

const NOWHERE = { level1: '', level2: '', target: '', fields: {} };

function listRowKeys({ indicators }: Draft): string[] {
  const seen = new Map<string, number>();
  return indicators.map(({ level1, level2, name }) => {
    const key = `${level1}/${level2}/${name.text.trim()}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key}/${count}`;
  });
}

/**
 * The cell that a finding speaks of: the one that prints its place, or the one that is missing or not understood there, or the
 * row's first; null when it speaks of no cell, or of several.
 */
export function findCell(table: Draft, { at, code, args }: Diagnostic): CellOfFinding | null {
  const { indicators } = table;
  const cells: Cell[] = [
    ...listFields(table).map((cell) => ({ ...cell, row: null })),
    ...indicators.flatMap((indicator, row) => listRowFields(indicator).map((cell) => ({ ...cell, row }))),
  ];
  const cell = cells.find((cell) => isWithin(at, cell.at));
  if (cell !== undefined) return { row: cell.row, field: cell.field };
  const [level1, level2] = (['level1', 'level2'] as const).map((level) =>
    indicators.findIndex(({ labels }) => isWithin(at, labels[level])),
  );
  if (level1 !== undefined && level1 >= 0) return { row: level1, field: '一级指标' };
  if (level2 !== undefined && level2 >= 0) return { row: level2, field: '二级指标' };
  const row = indicators.findIndex((indicator) => isWithin(at, indicator.at));
  if (row >= 0) return { row, field: cellOf(table.form, code, args.key ?? '') };
  const { key = '' } = args;
  const field = listFields(table).find(({ field }) => field === key || field.endsWith(`/${key}`))?.field;
  return field === undefined ? null : { row: null, field };
}

const TARGET_CODES = new Set(['row/no-value', 'row/two-values', 'row/split-value']);

function cellOf({ rowFields }: Form, code: string, key: string): string {
  if (TARGET_CODES.has(code) || key === WORDS_KEY || key === OTHER_KEY) return FIGURE_KEY;
  return rowFields.some((field) => field.key === key) ? key : NAME_KEY;
}

type Field = Pick<Cell, 'field' | 'at'> & { text: string };

/** What must be there and is not has its place at the file's beginning. */
function listFields({ form, file, facts }: Draft): Field[] {
  return form.fields.flatMap(({ key, isRequired, block }) => {
    const fact = facts.find(({ field }) => field.key === key);
    const at = fact?.value.at ?? { file, start: 0, end: 0 };
    if (block === null)
      return fact !== undefined || isRequired ? [{ field: key, at, text: fact?.value.text ?? '' }] : [];
    const given = listValues(fact === undefined ? [] : [fact]);
    // What a block leaves out opens the block.
    return listPaths(key, block, fact).map((path) => {
      const own = given.find((value) => value.path === path);
      const { value } = own?.fact ?? { value: { at: { ...at, end: at.start }, text: '' } };
      return { field: path, ...value };
    });
  });
}

/** The cells of a block that is there, or must be. */
function listPaths(key: string, { parts }: Block, fact: Fact | undefined): string[] {
  const rows = new Set(fact?.parts.map(({ row }) => row));
  return [...rows].flatMap((row) => parts.map((part) => pathOfPart(key, row, part.key)));
}

function listRowFields({ name, target, cells }: DraftIndicator): Field[] {
  return [
    { field: NAME_KEY, ...name },
    { field: FIGURE_KEY, at: target.at, text: target.text },
    ...cells.map(({ field, value }) => ({ field: field.key, ...value })),
  ];
}
