import { memoize } from '../util/memoize.ts';
import type { CellPart, FieldRole, FieldType, FormKind, Paper, RowKind, Starter } from './words.ts';

export interface Sheet {
  /** The file's name without ending; booklet.yaml's 表式 names it. */
  name: string;
  /** Printed above the table. */
  title: string;
  description: string;
  paper: Paper;
  /** The lines of cells above the indicators, as printed, and those below. */
  head: readonly HeadLine[];
  foot: readonly HeadLine[];
  columns: readonly Column[];
}

/**
 * What a form is. `templates/forms/NAME.yaml` describes one; `read/form.ts` reads it into this shape. Everything that lists
 * the form's keys, groups or columns derives from here: schemas, key order, views, places, labels, the content hash.
 */
export interface Form extends Sheet {
  kind: FormKind;
  fields: readonly Field[];
  /** By name, e.g. `2015`; the first one is the default. */
  trees: ReadonlyMap<string, Tree>;
  /** What belongs to the groups, whichever tree has them; by `level1`, and by `level1/level2`. */
  level1s: ReadonlyMap<string, Level1>;
  /** The 一级指标 under which authors may write 二级指标 of their own. */
  openLevel1s: ReadonlySet<string>;
  /** The 二级指标 that are printed though no row is under them. */
  blankLevel2s: ReadonlySet<string>;
  rowFields: readonly Field[];
  /** Rows that the budget system writes itself: no rule judges them. */
  fixedRows: readonly FixedRow[];
  /** How rows of each kind are written: what editors offer. */
  rowKinds: ReadonlyMap<RowKind, RowHints>;
}

export type Tree = readonly (readonly [level1: string, level2s: readonly string[]])[];

export interface Level1 {
  description: string;
  /** A comment above it in a new table. */
  reminder: string | null;
  /** Whether a table must have it; null where the checks go by what it measures. */
  isRequired: boolean | null;
  level2s: ReadonlyMap<string, Level2>;
}

export interface Level2 {
  kind: RowKind;
  description: string;
  reminder: string | null;
  /** As of a 一级指标. */
  isRequired: boolean | null;
  /** What a new table's first row of it holds; null when a new table begins without one. */
  starter: Starter | null;
  /** That row, by key, where it is more than 待填. */
  newRow: Readonly<Record<string, string>> | null;
  /** One row as an author would write it, by key. */
  example: Readonly<Record<string, string>>;
}

export interface Field {
  key: string;
  type: FieldType;
  role: FieldRole | null;
  /** What is printed in front of it. */
  label: string;
  isRequired: boolean;
  /** What editors call it. */
  title: string;
  description: string;
  /** The same in Markdown, for editors that show it; null where there is no more to say. */
  details: string | null;
  examples: readonly string[];
  /** A comment above it in a new table; of what need not be written, an example of its value. */
  reminder: string | null;
  /** What an editor says of a wrong value, where the type's own sentence is too general. */
  whenWrong: string | null;
  completions: readonly Completion[];
  options: readonly string[];
  block: Block | null;
  weight: Weight | null;
}

export interface Weight {
  total: string | null;
  byLevel1: ReadonlyMap<string, string>;
}

/** What a field has that is more than one value: the lines of a block of funds, or the columns of a list. */
export interface Block {
  parts: readonly Part[];
  /** The unit that its amounts are printed in; null where each has its own. */
  unit: string | null;
  /** Of a list: the name of the line that adds its amounts up; null where there is none. */
  total: string | null;
}

export interface Part extends Field {
  /** The parts that add up to it; empty where it is no sum. */
  sumOf: readonly string[];
  /** It is printed only when the source has it. */
  isOptional: boolean;
  /** Of a column: a heading over it and its neighbours with the same one; and per cent of the list's width. */
  above: string | null;
  width: number;
}

/** A figure that editors offer: sign, number to fill in, units to choose from. */
export interface Completion {
  label: string;
  description: string;
  operator: string;
  units: readonly string[];
}

/** A line that is printed above or below the indicators. */
export type HeadLine =
  /** Names of fields with their values, side by side; `isOptional` ones are printed only when the source has them. */
  | { kind: 'pairs'; items: readonly HeadItem[]; isOptional: boolean }
  /** Fields side by side, each with its name above it; `label` is to the left of all of them, null for none. */
  | { kind: 'beside'; label: string | null; keys: readonly string[] }
  /** One field over the whole line, its name before its text. */
  | { kind: 'whole'; key: string }
  | { kind: 'heading'; text: string }
  /** Room to write on paper: so many lines, with words such as （盖章） at their end. */
  | { kind: 'room'; label: string; lines: number; closing: string }
  /** Below the table and without a frame: names, each with its field's value or with room for a signature. */
  | { kind: 'signatures'; names: readonly string[] }
  /** Below the table and without a frame. */
  | { kind: 'note'; text: string };

export interface HeadItem {
  key: string;
  /** Per cent of the line, its name included; null where it shares what the others leave. */
  width: number | null;
}

export interface FixedRow {
  kind: RowKind;
  values: Readonly<Record<string, string>>;
}

export interface Column {
  heading: string;
  /** Set smaller below the heading; empty where there is none. */
  subheading: string;
  /** What its cells hold; null for a heading over `columns`. */
  cell: Cell | null;
  columns: readonly Column[];
  /** Per cent of the printable width, where the texts ask for no other; 0 for a heading over `columns`. */
  width: number;
}

/** `level1` and `level2` are the labels; any other content is a key of the row. */
export interface Cell {
  content: 'level1' | 'level2' | { key: string };
  /** Of a figure that is printed in several cells. */
  part: CellPart | null;
  /** Of a label: one cell for all rows of its group. */
  isMerged: boolean;
  /** Of a choice with a column for each option: a mark says whether it was chosen. */
  option: string | null;
  /** The key that a row must have for anything to be printed here. */
  condition: string | null;
}

export interface RowHints {
  description: string;
  name: string;
  operators: readonly string[];
  numbers: readonly string[];
  units: readonly string[];
  /** The same for a row of words (定性). */
  words: { description: string; name: string; text: string };
}

/** The form of the eight tables of 2022; a year that names no form has this one. */
export const FIRST_FORM = '预算项目绩效目标表';

/** The form of an office's spending as a whole, where booklet.yaml names no other. */
export const DEPARTMENT_FORM = '部门整体支出绩效目标申报表';

/** The keys of a row that hold its target; a row has exactly one of them. */
export const FIGURE_KEY = '指标值';
export const WORDS_KEY = '定性';
export const OTHER_KEY = '定量其他';
export const TARGET_KEYS = [FIGURE_KEY, WORDS_KEY, OTHER_KEY] as const;

/** The key of the tree in a source, and of a row's name. */
export const TREE_KEY = '绩效指标';
export const NAME_KEY = '三级指标';

/** The tree that booklet.yaml names, or the form's first. */
export function treeOf({ trees }: Pick<Form, 'trees'>, name: string): Tree {
  return trees.get(name) ?? [...trees.values()][0] ?? [];
}

/** Every 一级/二级 pair of any tree, in an order that agrees with each tree. */
export function listGroups({ trees }: Pick<Form, 'trees'>): [level1: string, level2: string][] {
  const groups: [label: string, level2s: string[]][] = [];
  for (const tree of trees.values()) {
    for (const [index, [level1, level2s]] of tree.entries()) {
      const known = groups.find(([label]) => label === level1);
      if (known === undefined) {
        // What only a later tree has goes in front of what follows it there.
        const next = groups.findIndex(([label]) => tree.slice(index).some(([later]) => later === label));
        groups.splice(next < 0 ? groups.length : next, 0, [level1, [...level2s]]);
      } else known[1].push(...level2s.filter((level2) => !known[1].includes(level2)));
    }
  }
  return groups.flatMap(([level1, level2s]) => level2s.map((level2): [string, string] => [level1, level2]));
}

export function kindOf({ level1s }: Pick<Form, 'level1s'>, level1: string, level2: string): RowKind {
  return level1s.get(level1)?.level2s.get(level2)?.kind ?? 'other';
}

export function isCost(kind: RowKind): boolean {
  return kind === 'cost' || kind === 'external-cost';
}

/** Whether a row's 指标值 may be words: then they need no key of their own. */
export function takesWords({ rowFields }: Pick<Form, 'rowFields'>): boolean {
  return rowFields.some(({ key, type }) => key === FIGURE_KEY && type === 'value');
}

/** The key that has this role, above the indicators or in a row; null where the form has none. */
export function keyOfRole(
  { fields, rowFields }: Pick<Form, 'fields' | 'rowFields'>,
  role: FieldRole,
): string | null {
  return [...fields, ...rowFields].find((field) => field.role === role)?.key ?? null;
}

export const listLeaves: (columns: readonly Column[]) => readonly Column[] = memoize((columns) =>
  columns.flatMap((column) => (column.cell === null ? listLeaves(column.columns) : [column])),
);
