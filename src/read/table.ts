import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import {
  FIGURE_KEY,
  type Field,
  type Form,
  isCost,
  kindOf,
  listGroups as listFormGroups,
  NAME_KEY,
  OTHER_KEY,
  TARGET_KEYS,
  TREE_KEY,
  takesWords,
  WORDS_KEY,
} from '../form/form.ts';
import { toLine } from '../form/text.ts';
import { preferUnit } from '../form/units.ts';
import { type Figure, parseFigure, type ValueFault, type WrittenAmount } from '../form/value.ts';
import type { RowKind } from '../form/words.ts';
import type { Located } from '../report/diagnostic.ts';
import { type Diagnostic, hasErrors, type Span } from '../report/diagnostic.ts';
import { memoize } from '../util/memoize.ts';
import { parseCost } from './cost-value.ts';
import { explainValue } from './explain-value.ts';
import { amountOfFact, type Fact, isFigureMeant, type Reader, type Refuse, readFacts } from './facts.ts';
import { type ParsedSource, spanOf } from './parse.ts';
import type { ResultSummary } from './results/summary.ts';

/** What a row sets out to reach: a figure, words (定性), or a quantity written in words (定量其他). */
export type Target =
  | ({ kind: 'figure' } & Figure & Located)
  | ({ kind: 'qualitative' } & Located)
  | ({ kind: 'other-quantity' } & Located);

export type FigureTarget = Extract<Target, { kind: 'figure' }>;

export interface Indicator {
  level1: string;
  level2: string;
  kind: RowKind;
  /** Written by the budget system: no rule judges it. */
  isFixed: boolean;
  labels: { level1: Span; level2: Span };
  at: Span;
  name: Located;
  target: Target;
  /** All that it says besides name and target, in the form's order. */
  cells: Fact[];
  remark: Located | null;
  explanation: Located | null;
}

export type FigureRow = Indicator & { target: FigureTarget };

export interface Table {
  form: Form;
  file: string;
  stem: string;
  name: Located;
  code: Located;
  goal: Located;
  budget: (Located & WrittenAmount) | null;
  /** All that it says above its indicators, those above included, in the form's order. */
  facts: Fact[];
  indicators: Indicator[];
  results?: ResultSummary;
}

/** A row as far as it can be read: `unread` is what is written where a value should be, perhaps nothing. */
export interface DraftIndicator extends Omit<Indicator, 'target'> {
  target: Target | ({ kind: 'unread' } & Located);
}

/**
 * A table as far as it can be read, for its author to look at: what is missing is an empty text, and groups that the form does
 * not have come last under their own names. Every `Table` is one.
 */
export interface Draft extends Omit<Table, 'indicators'> {
  indicators: DraftIndicator[];
}

/** What became of a table: the project only when all is well with it; the draft unless there is nothing to be shown. */
export interface ReadTable {
  table: Table | null;
  draft: Draft | null;
  diagnostics: Diagnostic[];
}

/** The one place where the form's Chinese keys become English names. */
export function toTable(parsed: ParsedSource, form: Form, isValid: boolean): ReadTable {
  const { source, root } = parsed;
  const { file, stem } = source;
  const diagnostics: Diagnostic[] = [];
  const read = (map: YAMLMap, key: string): Located | null => {
    const node = map.get(key, true);
    return isScalar(node) ? { text: String(node.value ?? ''), at: spanOf(file, node) } : null;
  };
  const refuse: Refuse = (fault, located, row) =>
    diagnostics.push(explainValue(fault, located, { form, source: source.text, row }));
  const indicators = readRows(file, form, root, read, refuse);
  const facts = readFacts(form.fields, root, read, refuse, (node) => spanOf(file, node));
  const find = (role: Field['role']) => facts.find(({ field }) => field.role === role)?.value ?? null;
  const [budget = null] = facts.flatMap((fact) =>
    fact.field.role === 'budget' ? (amountOfFact(fact) ?? []) : [],
  );
  const [name, code, goal] = [find('name'), find('code'), find('goal')];
  const missing: Located = { text: '', at: { file, start: 0, end: 0 } };
  const head = { name: name ?? missing, code: code ?? missing, goal: goal ?? missing };
  const draft = { form, file, stem, ...head, budget, facts, indicators };
  const isEmpty = indicators.length === 0 && [name, goal].every((value) => !value?.text.trim());
  if (isEmpty) return { table: null, draft: null, diagnostics };
  const isThere = ({ key, isRequired }: Field) => !isRequired || facts.some(({ field }) => field.key === key);
  const isWhole = isValid && !hasErrors(diagnostics) && form.fields.every(isThere);
  const rows = indicators.flatMap(({ target, ...row }) =>
    target.kind === 'unread' ? [] : [{ ...row, target }],
  );
  return { table: isWhole ? { ...draft, indicators: rows } : null, draft, diagnostics };
}

function readRows(file: string, form: Form, root: YAMLMap, read: Reader, refuse: Refuse): DraftIndicator[] {
  const cellFields = form.rowFields.filter(({ key }) => key !== NAME_KEY && !TARGETS.has(key));
  return listGroups(root.get(TREE_KEY, true), form).flatMap(([first, second]) => {
    const level1 = nameOf(first.key);
    const level2 = second === null ? '' : nameOf(second.key);
    const kind = kindOf(form, level1, level2);
    const labels = { level1: spanOf(file, first.key), level2: spanOf(file, (second ?? first).key) };
    const rows = isSeq(second?.value) ? second.value.items : [second?.value];
    // A group without a row is shown as one that is empty.
    return (rows.length > 0 ? rows : [null]).map((row) => {
      const at = isMap(row) || isScalar(row) ? spanOf(file, row) : labels.level2;
      const nothing: Located = { text: '', at: { ...at, end: at.start } };
      const name = isMap(row) ? read(row, NAME_KEY) : isScalar(row) ? { text: nameOf(row), at } : null;
      const readValue = (text: string) =>
        isCost(kind) ? parseCost(text, name?.text ?? '') : parseFigure(text);
      const target = isMap(row)
        ? readTarget(row, read, (text) => readTargetValue(form, text, readValue), refuse)
        : null;
      const place = (node: Node) => spanOf(file, node);
      const cells = isMap(row) ? readFacts(cellFields, row, read, refuse, place, readValue) : [];
      const find = (role: Field['role']) => cells.find(({ field }) => field.role === role)?.value ?? null;
      const said: Omit<DraftIndicator, 'isFixed'> = {
        ...{ level1, level2, kind, labels, at, cells },
        remark: find('remark'),
        explanation: find('explanation'),
        name: name ?? nothing,
        target: target ?? { kind: 'unread', ...nothing },
      };
      return { ...said, isFixed: isFixedRow(form, said) };
    });
  });
}

const TARGETS: ReadonlySet<string> = new Set(TARGET_KEYS);

/** What the budget system writes, and nothing else. */
function isFixedRow({ fixedRows }: Form, row: Omit<DraftIndicator, 'isFixed'>): boolean {
  const { name, target, cells } = row;
  return fixedRows.some(({ values }) => {
    if (toLine(name.text) !== values[NAME_KEY] || target.kind !== 'figure') return false;
    const figure = parseFigure(values[FIGURE_KEY] ?? '');
    if ('wording' in figure) return false;
    const isSame = Number(target.number) === Number(figure.number) && preferUnit(target.unit) === figure.unit;
    return isSame && cells.every(({ field, value }) => toLine(value.text) === values[field.key]);
  });
}

interface Group {
  key: Node;
  value: unknown;
}

/** Each 二级指标 with the 一级指标 that it is under (null: nothing is there), those of the form in the form's order. */
function listGroups(tree: unknown, form: Form): [level1: Group, level2: Group | null][] {
  const placeOf = createPlaceOf(form);
  const listed = listPairs(tree).flatMap((level1): [Group, Group | null][] => {
    const below = listPairs(level1.value);
    return below.length === 0 ? [[level1, null]] : below.map((level2) => [level1, level2]);
  });
  return listed
    .map((group) => ({ group, place: placeOf(group) }))
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group);
}

/** An unknown 二级指标 comes behind the others of its 一级指标, an unknown 一级指标 at the end. */
const createPlaceOf = memoize((form: Form): ((group: [level1: Group, level2: Group | null]) => number) => {
  const groups = listFormGroups(form);
  const places = new Map(groups.map(([level1, level2], index) => [`${level1}/${level2}`, index]));
  return ([level1, level2]) => {
    const known = level2 && places.get(`${nameOf(level1.key)}/${nameOf(level2.key)}`);
    const last = groups.findLastIndex(([name]) => name === nameOf(level1.key));
    return known ?? (last < 0 ? groups.length : last + 0.5);
  };
});

function listPairs(map: unknown): Group[] {
  return isMap(map)
    ? map.items.flatMap(({ key, value }) => (isScalar(key) ? [{ key: key as Node, value }] : []))
    : [];
}

function nameOf(node: unknown): string {
  return isScalar(node) ? String(node.value ?? '') : '';
}

/** Null for words, where the form takes them under 指标值. */
function readTargetValue(
  form: Form,
  text: string,
  readValue: (text: string) => Figure | ValueFault,
): Figure | ValueFault | null {
  const value = readValue(text);
  return takesWords(form) && text.trim() !== '' && 'wording' in value && !isFigureMeant(value) ? null : value;
}

function readTarget(
  row: YAMLMap,
  read: Reader,
  readValue: (text: string) => Figure | ValueFault | null,
  refuse: Refuse,
): DraftIndicator['target'] | null {
  const figure = read(row, FIGURE_KEY);
  if (figure !== null) {
    const value = readValue(figure.text);
    if (value === null) return { kind: 'qualitative', ...figure };
    if (!('wording' in value)) return { kind: 'figure', ...value, ...figure };
    if (figure.text.trim() !== '') refuse(value, figure, row);
    return { kind: 'unread', ...figure };
  }
  const qualitative = read(row, WORDS_KEY);
  if (qualitative !== null) return { kind: 'qualitative', ...qualitative };
  const other = read(row, OTHER_KEY);
  return other === null ? null : { kind: 'other-quantity', ...other };
}
