import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { type Diagnostic, diagnose, hasErrors, type Outcome, type Span } from '../diagnostic.ts';
import { renameKey, rewriteValue, writeInline } from './edit.ts';
import { ALL_GROUPS } from './form.ts';
import { type ParsedSource, spanOf } from './parse.ts';
import { type Figure, parseAmount, parseFigure, type ValueFault } from './value.ts';

/** A text of the source as written, with its place. */
export interface Located {
  text: string;
  at: Span;
}

/** What a row sets out to reach: a figure, words (定性), or a quantity told in words (定量其他). */
export type Target =
  | ({ kind: 'figure' } & Figure & Located)
  | ({ kind: 'qualitative' } & Located)
  | ({ kind: 'other-quantity' } & Located);

export interface Indicator {
  level1: string;
  level2: string;
  /** Where the two labels stand in the source. */
  labels: { level1: Span; level2: Span };
  name: Located;
  target: Target;
  remark: Located | null;
  explanation: Located | null;
}

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

const FACTS = ['实施单位', '主管部门', '负责人'] as const;

/**
 * The one place where the form's Chinese keys become English names. It reads as much as is there, so that the values of a
 * table whose keys are wrong are judged in the same run; the project itself is only returned when all is well.
 */
export function toProject(parsed: ParsedSource, isValid: boolean): Outcome<Project> {
  const { source, root } = parsed;
  const diagnostics: Diagnostic[] = [];
  const read = (map: YAMLMap, key: string): Located | null => {
    const node = map.get(key, true);
    return isScalar(node) ? { text: String(node.value ?? ''), at: spanOf(source.file, node) } : null;
  };
  const refuse: Refuse = (fault, located, row) =>
    diagnostics.push(refuseValue(fault, located, source.text, row));
  const indicators = readRows(source.file, root, read, refuse);
  const budget = readBudget(read(root, '预算金额'), refuse);
  const name = read(root, '项目名称');
  const code = read(root, '项目编码');
  const goal = read(root, '绩效目标');
  if (!isValid || hasErrors(diagnostics) || name === null || code === null || goal === null) {
    return { value: null, diagnostics };
  }
  const facts = FACTS.flatMap((label) => {
    const value = read(root, label);
    return value === null ? [] : [{ label, value }];
  });
  const { file, stem } = source;
  return { value: { file, stem, name, code, goal, budget, facts, indicators }, diagnostics };
}

type Reader = (map: YAMLMap, key: string) => Located | null;
type Refuse = (fault: ValueFault, located: Located, row?: YAMLMap) => void;

function readRows(file: string, root: YAMLMap, read: Reader, refuse: Refuse): Indicator[] {
  const tree = root.get('绩效指标', true);
  if (!isMap(tree)) return [];
  return ALL_GROUPS.flatMap(([level1, level2]) => {
    const group = findPair(tree, level1);
    const rows = isMap(group?.value) ? findPair(group.value, level2) : undefined;
    if (group === undefined || rows === undefined || !isSeq(rows.value)) return [];
    const labels = { level1: spanOf(file, group.key), level2: spanOf(file, rows.key) };
    return rows.value.items.flatMap((row) => {
      if (!isMap(row)) return [];
      const target = readTarget(row, read, refuse);
      const name = read(row, '三级指标');
      if (name === null || target === null) return [];
      const [remark, explanation] = [read(row, '备注'), read(row, '指标值说明')];
      return [{ level1, level2, labels, name, target, remark, explanation }];
    });
  });
}

function findPair(map: YAMLMap, key: string): { key: Node; value: unknown } | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return pair === undefined ? undefined : { key: pair.key as Node, value: pair.value };
}

function readTarget(row: YAMLMap, read: Reader, refuse: Refuse): Target | null {
  const figure = read(row, '指标值');
  if (figure !== null) {
    const value = parseFigure(figure.text);
    if (!('wording' in value)) return { kind: 'figure', ...value, ...figure };
    if (figure.text.trim() !== '') refuse(value, figure, row);
    return null;
  }
  const qualitative = read(row, '定性');
  if (qualitative !== null) return { kind: 'qualitative', ...qualitative };
  const other = read(row, '定量其他');
  return other === null ? null : { kind: 'other-quantity', ...other };
}

function readBudget(budget: Located | null, refuse: Refuse): Project['budget'] {
  if (budget === null || budget.text.trim() === '') return null;
  const amount = parseAmount(budget.text);
  if (!('wording' in amount)) return { ...amount, ...budget };
  refuse(amount, budget);
  return null;
}

function refuseValue(
  { wording, corrected, example = '' }: ValueFault,
  located: Located,
  source: string,
  row: YAMLMap | undefined,
): Diagnostic {
  const { at } = located;
  const text = located.text.trim();
  const key = wording === 'value/date' && row !== undefined ? findPair(row, '指标值')?.key : undefined;
  if (key !== undefined && !row?.has('定性')) {
    const fix = { edits: [renameKey(spanOf(at.file, key), '定性')] };
    return diagnose('error', 'value/date#corrected', at, { text, corrected: `定性: ${text}` }, fix);
  }
  if (corrected === null) {
    // Beside a Han character a figure of a text has no blank.
    const plain = text.replace(/(?<=\d) (?=\p{Script=Han})/gu, '');
    return diagnose('error', wording, at, { text, example, plain });
  }
  const fix = { edits: [rewriteValue(source, located, corrected)] };
  return diagnose('error', `${wording}#corrected`, at, { text, corrected: writeInline(corrected) }, fix);
}
