import { TREE_KEY } from '../../form/form.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import type { Edit } from '../../report/diagnostic.ts';
import { groupBy } from '../../util/group-by.ts';
import { lineEndOf } from '../edit.ts';
import { isComment, type Line, leadingBlanks } from './lines.ts';
import type { Run } from './pasted-runs.ts';

export interface Place {
  source: string;
  lines: readonly Line[];
  groups: readonly Group[];
  pasted: ReadonlySet<Line>;
  words: Vocabulary;
}

/** A 一级指标 (`level2` empty) or a 二级指标 of the source, with the lines that it holds. */
export interface Group {
  level1: string;
  level2: string;
  index: number;
  end: number;
  line: Line;
}

/** 绩效指标 itself is a group without names. */
export function listGroups(lines: readonly Line[], { top, level1s, level2s }: Vocabulary): Group[] {
  const groups: Group[] = [];
  const open: Group[] = [];
  /** Ends the open groups of a level and below. */
  const close = (level: number, end: number) => {
    for (const group of open.splice(level)) group.end = end;
  };
  for (const [index, line] of lines.entries()) {
    const { parts } = line;
    if (parts === null || parts.dash !== '') continue;
    const above = open[1];
    const isUnder =
      above !== undefined &&
      level2s.has(parts.key) &&
      (!level1s.has(parts.key) || leadingBlanks(line.text) > leadingBlanks(above.line.text));
    const isTop = top.includes(parts.key);
    if (!isTop && !isUnder && !level1s.has(parts.key)) continue;
    const level = isTop ? 0 : isUnder ? 2 : 1;
    close(level, index);
    if ((isTop && parts.key !== TREE_KEY) || open.length < level) continue;
    const [level1, level2] = isUnder ? [above.level1, parts.key] : [isTop ? '' : parts.key, ''];
    const group = { index, line, end: lines.length, level1, level2 };
    groups.push(group);
    open.push(group);
  }
  return groups;
}

export interface Written {
  level1: string;
  level2: string;
  own: string[];
}

export function indentRow(row: readonly string[], blanks: number): string[] {
  return row.map((line) => `${' '.repeat(blanks)}${line}`);
}

/** Lines to be put before a line of the source. */
interface Insertion {
  before: number;
  lines: string[];
}

/** Where each row goes; null when a group has no place for it. */
export function placeRows(run: Run, rows: readonly Written[], place: Place): Insertion[] | null {
  const insertions: Insertion[] = [];
  const byGroup = groupBy(rows, ({ level1, level2 }) => `${level1}/${level2}`);
  const opened = new Set<string>();
  for (const own of byGroup.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const insertion = placeGroup(
      run,
      first,
      own.map((row) => row.own),
      place,
      opened,
    );
    if (insertion === null) return null;
    insertions.push(insertion);
  }
  return insertions;
}

function placeGroup(
  run: Run,
  { level1, level2 }: Written,
  rows: readonly string[][],
  place: Place,
  opened: Set<string>,
): Insertion | null {
  const { groups, lines } = place;
  const find = (name1: string, name2: string) =>
    groups.find((group) => group.level1 === name1 && group.level2 === name2);
  const group = find(level1, level2);
  const [parent, root] = [find(level1, ''), find('', '')];
  const holder = group ?? parent ?? root;
  if (holder === undefined || !isOpen(holder)) return null;
  const dashOf = (within: Group) =>
    lines.slice(within.index, within.end).find(({ parts }) => parts?.dash === '-');
  const columnOf = (is: (other: Group) => boolean, usual: number) => {
    const like = groups.find(is);
    return like === undefined ? usual : leadingBlanks(like.line.text);
  };
  const column1 = columnOf((other) => other.level1 !== '' && other.level2 === '', 2);
  const column2 = group
    ? leadingBlanks(group.line.text)
    : columnOf((other) => other.level2 !== '', column1 + 2);
  const dash =
    (group && dashOf(group)) ?? lines.find(({ parts, block }) => parts?.dash === '-' && block === null);
  const indent = dash ? leadingBlanks(dash.text) : column2 + 2;
  const added = rows.flatMap((row) => indentRow(row, indent));
  if (group !== undefined) {
    const isAround = group.index < run.first && run.first < group.end;
    return { before: isAround ? endOfRow(run, group, place) : endOf(group, place), lines: added };
  }
  const isNew = parent === undefined && !opened.has(level1);
  if (isNew) opened.add(level1);
  const heads = [...(isNew ? [`${' '.repeat(column1)}${level1}:`] : []), `${' '.repeat(column2)}${level2}:`];
  return { before: endOf(holder, place), lines: [...heads, ...added] };
}

/** A group whose lines follow it; what is written behind its colon cannot be added to. */
function isOpen({ line }: Group): boolean {
  return /^\s*(?:#.*)?$/s.test(line.parts?.rest ?? '') && line.parts?.colon === ':';
}

/** The line behind the last one that a group says. */
function endOf({ index, end }: Group, { lines, pasted }: Place): number {
  const last = lines.findLastIndex((line, at) => at < end && isSaid(line) && !pasted.has(line));
  return Math.max(index, last) + 1;
}

/** A run within a row goes behind that row, any other stays where it is. */
function endOfRow(run: Run, group: Group, { lines, pasted, words }: Place): number {
  const next = lines.findIndex((line, at) => at >= run.end && isSaid(line) && !pasted.has(line));
  const parts = lines[next]?.parts;
  const isWithin =
    next >= 0 && next < group.end && (!parts || (parts.dash === '' && words.row.includes(parts.key)));
  if (!isWithin) return run.first;
  const end = lines.findIndex((line, at) => at > next && at < group.end && (line.parts?.dash ?? '') !== '');
  const last = lines.findLastIndex(
    (line, at) => at < (end < 0 ? group.end : end) && isSaid(line) && !pasted.has(line),
  );
  return last + 1;
}

function isSaid(line: Line): boolean {
  return line.text.trim() !== '' && !isComment(line);
}

/** The run goes, and what is put at its place takes it. */
export function replaceRun(run: Run, insertions: readonly Insertion[], { source, lines }: Place): Edit[] {
  const eol = lineEndOf(source);
  const startOf = (index: number) => lines[index]?.start ?? source.length;
  const edits: Edit[] = [{ start: startOf(run.first), end: startOf(run.end), text: '' }];
  for (const { before, lines: added } of insertions) {
    const start = run.first <= before && before <= run.end ? startOf(run.first) : startOf(before);
    const isBehindAll = start === source.length && !source.endsWith('\n');
    const text = `${isBehindAll ? eol : ''}${added.map((line) => `${line}${eol}`).join('')}`;
    const same = edits.find((edit) => edit.start === start);
    if (same) same.text += text;
    else edits.push({ start, end: start, text });
  }
  return edits;
}
