import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { ALL_GROUPS, isCost } from '../form/tree.ts';
import { type Figure, parseAmount, parseFigure, type ValueFault } from '../form/value.ts';
import { type Diagnostic, diagnose, hasErrors, type Span } from '../report/diagnostic.ts';
import { parseCost } from './cost-value.ts';
import { renameKey, rewriteInline, writeInline } from './edit.ts';
import type { Located } from './located.ts';
import { type ParsedSource, spanOf } from './parse.ts';

/** What a row sets out to reach: a figure, words (定性), or a quantity told in words (定量其他). */
export type Target =
  | ({ kind: 'figure' } & Figure & Located)
  | ({ kind: 'qualitative' } & Located)
  | ({ kind: 'other-quantity' } & Located);

export type FigureTarget = Extract<Target, { kind: 'figure' }>;

export interface Indicator {
  level1: string;
  level2: string;
  /** Where the two labels stand in the source. */
  labels: { level1: Span; level2: Span };
  /** The whole row. */
  at: Span;
  name: Located;
  target: Target;
  remark: Located | null;
  explanation: Located | null;
}

export type FigureRow = Indicator & { target: FigureTarget };

/** One 预算项目绩效目标表: a validated source, in the form's order. */
export interface Project {
  file: string;
  /** The source's file name without ending; outputs are named after it. */
  stem: string;
  name: Located;
  code: Located;
  goal: Located;
  budget: (Located & { number: string; unit: string }) | null;
  /** 实施单位, 主管部门, 负责人: those that are given. */
  facts: { label: string; value: Located }[];
  indicators: Indicator[];
}

/** A row as far as it can be read: `unread` is what is written where a value should be, perhaps nothing. */
export interface DraftIndicator extends Omit<Indicator, 'target'> {
  target: Target | ({ kind: 'unread' } & Located);
}

/**
 * A table as far as it can be read, for its author to look at: what is missing is an empty text, and groups that the form does
 * not have come last under their own names. Every `Project` is one.
 */
export interface Draft extends Omit<Project, 'indicators'> {
  indicators: DraftIndicator[];
}

/** What became of a table: the project only when all is well with it; the draft unless there is nothing to be shown. */
export interface ReadTable {
  project: Project | null;
  draft: Draft | null;
  diagnostics: Diagnostic[];
}

const FACTS = ['实施单位', '主管部门', '负责人'] as const;

/** The one place where the form's Chinese keys become English names. */
export function toProject(parsed: ParsedSource, isValid: boolean): ReadTable {
  const { source, root } = parsed;
  const { file, stem } = source;
  const diagnostics: Diagnostic[] = [];
  const read = (map: YAMLMap, key: string): Located | null => {
    const node = map.get(key, true);
    return isScalar(node) ? { text: String(node.value ?? ''), at: spanOf(file, node) } : null;
  };
  const refuse: Refuse = (fault, located, row) =>
    diagnostics.push(refuseValue(fault, located, source.text, row));
  const indicators = readRows(file, root, read, refuse);
  const budget = readBudget(read(root, '预算金额'), refuse);
  const name = read(root, '项目名称');
  const code = read(root, '项目编码');
  const goal = read(root, '绩效目标');
  const facts = FACTS.flatMap((label) => {
    const value = read(root, label);
    return value === null ? [] : [{ label, value }];
  });
  const missing: Located = { text: '', at: { file, start: 0, end: 0 } };
  const head = { name: name ?? missing, code: code ?? missing, goal: goal ?? missing };
  const draft = { file, stem, ...head, budget, facts, indicators };
  const isEmpty = indicators.length === 0 && [name, goal].every((value) => !value?.text.trim());
  if (isEmpty) return { project: null, draft: null, diagnostics };
  const isWhole = isValid && !hasErrors(diagnostics) && name !== null && code !== null && goal !== null;
  const rows = indicators.flatMap(({ target, ...row }) =>
    target.kind === 'unread' ? [] : [{ ...row, target }],
  );
  return { project: isWhole ? { ...draft, indicators: rows } : null, draft, diagnostics };
}

type Reader = (map: YAMLMap, key: string) => Located | null;
type Refuse = (fault: ValueFault, located: Located, row?: YAMLMap) => void;

function readRows(file: string, root: YAMLMap, read: Reader, refuse: Refuse): DraftIndicator[] {
  return listGroups(root.get('绩效指标', true)).flatMap(([first, second]) => {
    const level1 = nameOf(first.key);
    const level2 = second === null ? '' : nameOf(second.key);
    const labels = { level1: spanOf(file, first.key), level2: spanOf(file, (second ?? first).key) };
    const rows = isSeq(second?.value) ? second.value.items : [second?.value];
    // A group without a row is shown as one that is empty.
    return (rows.length > 0 ? rows : [null]).map((row) => {
      const at = isMap(row) || isScalar(row) ? spanOf(file, row) : labels.level2;
      const nothing: Located = { text: '', at: { ...at, end: at.start } };
      const name = isMap(row) ? read(row, '三级指标') : isScalar(row) ? { text: nameOf(row), at } : null;
      const readValue = (text: string) =>
        isCost(level1, level2) ? parseCost(text, name?.text ?? '') : parseFigure(text);
      const target = isMap(row) ? readTarget(row, read, readValue, refuse) : null;
      const [remark, explanation] = isMap(row) ? [read(row, '备注'), read(row, '指标值说明')] : [null, null];
      return {
        ...{ level1, level2, labels, at, remark, explanation },
        name: name ?? nothing,
        target: target ?? { kind: 'unread', ...nothing },
      };
    });
  });
}

interface Group {
  key: Node;
  value: unknown;
}

/** Each 二级指标 with the 一级指标 that it stands under (null: nothing stands there), those of the form in the form's order. */
function listGroups(tree: unknown): [level1: Group, level2: Group | null][] {
  const listed = listPairs(tree).flatMap((level1): [Group, Group | null][] => {
    const below = listPairs(level1.value);
    return below.length === 0 ? [[level1, null]] : below.map((level2) => [level1, level2]);
  });
  return listed
    .map((group) => ({ group, place: placeOf(group) }))
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group);
}

const PLACES: ReadonlyMap<string, number> = new Map(
  ALL_GROUPS.map(([level1, level2], index) => [`${level1}/${level2}`, index]),
);

/** An unknown 二级指标 comes behind the others of its 一级指标. */
function placeOf([level1, level2]: [Group, Group | null]): number {
  const known = level2 && PLACES.get(`${nameOf(level1.key)}/${nameOf(level2.key)}`);
  const last = ALL_GROUPS.findLastIndex(([name]) => name === nameOf(level1.key));
  return known ?? (last < 0 ? ALL_GROUPS.length : last + 0.5);
}

function listPairs(map: unknown): Group[] {
  return isMap(map)
    ? map.items.flatMap(({ key, value }) => (isScalar(key) ? [{ key: key as Node, value }] : []))
    : [];
}

function nameOf(node: unknown): string {
  return isScalar(node) ? String(node.value ?? '') : '';
}

function readTarget(
  row: YAMLMap,
  read: Reader,
  readValue: (text: string) => Figure | ValueFault,
  refuse: Refuse,
): DraftIndicator['target'] | null {
  const figure = read(row, '指标值');
  if (figure !== null) {
    const value = readValue(figure.text);
    if (!('wording' in value)) return { kind: 'figure', ...value, ...figure };
    if (figure.text.trim() !== '') refuse(value, figure, row);
    return { kind: 'unread', ...figure };
  }
  const qualitative = read(row, '定性');
  if (qualitative !== null) return { kind: 'qualitative', ...qualitative };
  const other = read(row, '定量其他');
  return other === null ? null : { kind: 'other-quantity', ...other };
}

function readBudget(budget: Located | null, refuse: Refuse): Draft['budget'] {
  if (budget === null || budget.text.trim() === '') return null;
  const amount = parseAmount(budget.text);
  if (!('wording' in amount)) return { ...amount, ...budget };
  refuse(amount, budget);
  return { number: budget.text.trim(), unit: '', ...budget };
}

function refuseValue(
  { wording, corrected, example = '', other = '' }: ValueFault,
  located: Located,
  source: string,
  row: YAMLMap | undefined,
): Diagnostic {
  const { at } = located;
  const text = located.text.trim();
  const key =
    wording === 'value/date' && example !== '' && row !== undefined
      ? listPairs(row).find(({ key }) => nameOf(key) === '指标值')?.key
      : undefined;
  if (key !== undefined && !row?.has('定性')) {
    const edits = [renameKey(spanOf(at.file, key), '定性')];
    if (example !== text) edits.push(rewriteInline(source, located, example));
    return diagnose('error', 'value/date#corrected', at, { text, corrected: `定性: ${example}` }, { edits });
  }
  if (corrected === null) {
    // Beside a Han character a figure of a text has no blank.
    const plain = text.replace(/(?<=\d) (?=\p{Script=Han})/gu, '');
    return diagnose('error', wording, at, { text, example, other, plain });
  }
  const fix = { edits: [rewriteInline(source, located, corrected)] };
  return diagnose('error', `${wording}#corrected`, at, { text, corrected: writeInline(corrected) }, fix);
}
