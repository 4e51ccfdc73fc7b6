import { FIGURE_KEY, kindOf, NAME_KEY, treeOf, WORDS_KEY } from '../form/form.ts';
import { TO_FILL } from '../form/to-fill.ts';
import type { RowKind } from '../form/words.ts';
import { findNode, spanOf } from '../read/parse.ts';
import type { Span } from '../report/diagnostic.ts';
import type { CheckedTable } from './rule.ts';

export function keyPlace({ parsed: { root, source }, table }: CheckedTable, path: readonly string[]): Span {
  const key = findNode(root, path).keys.at(-1);
  return key ? spanOf(source.file, key) : table.name.at;
}

export interface Group {
  level1: string;
  level2: string;
  kind: RowKind;
}

export function groupsOf({ booklet, table: { form } }: CheckedTable): Group[] {
  return treeOf(form, booklet.tree).flatMap(([level1, level2s]) =>
    level2s.map((level2) => ({ level1, level2, kind: kindOf(form, level1, level2) })),
  );
}

/** Of the groups under the first one's 一级指标, those first that a new table begins with. */
export function pickStarters({ table: { form } }: CheckedTable, groups: readonly Group[]): Group[] {
  const isStarter = ({ level1, level2 }: Group) =>
    (form.level1s.get(level1)?.level2s.get(level2)?.starter ?? null) !== null;
  const under = groups.filter(({ level1 }) => level1 === groups[0]?.level1);
  return [...under.filter(isStarter), ...under.filter((group) => !isStarter(group))];
}

/** Whether a group is to be there for what it measures, and the form does not say itself whether it must. */
export function isAsked(
  { table: { form } }: CheckedTable,
  level1: string,
  level2: string | null = null,
): boolean {
  const known = form.level1s.get(level1);
  const group = level2 === null ? known : known?.level2s.get(level2);
  return (group?.isRequired ?? null) === null;
}

const TARGETS: Record<RowKind, Readonly<Record<string, string>>> = {
  count: { [FIGURE_KEY]: '≥ 1 次' },
  rate: { [FIGURE_KEY]: '≥ 95 %' },
  time: { [NAME_KEY]: '完成时限', [WORDS_KEY]: TO_FILL },
  cost: { [FIGURE_KEY]: '≤ 1 万元' },
  'external-cost': { [FIGURE_KEY]: '≤ 1 次' },
  satisfaction: { [NAME_KEY]: '服务对象满意度', [FIGURE_KEY]: '≥ 95 %' },
  other: { [FIGURE_KEY]: '≥ 95 %' },
};

/** A group with the lines of a first row, which has all that the form asks of one. */
export function withRow({ table: { form } }: CheckedTable, group: Group) {
  const hasWords = form.rowFields.some(({ key }) => key === WORDS_KEY);
  const says = hasWords || group.kind !== 'time' ? TARGETS[group.kind] : { [FIGURE_KEY]: '≤ 30 天' };
  const lines = form.rowFields.flatMap(({ key, isRequired }) =>
    key in says || isRequired ? [`${key}: ${says[key] ?? TO_FILL}`] : [],
  );
  const row = lines.map((line, index) => `      ${index === 0 ? '- ' : '  '}${line}`).join('\n');
  return { level1: group.level1, level2: group.level2, row };
}

/** The first group of what the money is spent for: things counted; without any, their quality and time. */
export function outputOf(checked: CheckedTable): Group | undefined {
  const groups = groupsOf(checked);
  return (
    groups.find(({ kind }) => kind === 'count') ??
    groups.find(({ kind }) => kind === 'rate' || kind === 'time')
  );
}

export function has({ table }: CheckedTable, { level1 }: Group): boolean {
  return table.indicators.some((row) => row.level1 === level1);
}
