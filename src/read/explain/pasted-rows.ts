import { FIGURE_KEY, NAME_KEY, TARGET_KEYS, TREE_KEY } from '../../form/form.ts';
import { isUsualUnit } from '../../form/money.ts';
import { parseFigure } from '../../form/value.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import type { Edit } from '../../report/diagnostic.ts';
import { groupBy } from '../../util/group-by.ts';
import { lineEndOf, writeInline } from '../edit.ts';
import { separatorOf, splitCells } from '../rows/cells.ts';
import { readTarget } from '../rows/target.ts';
import { isComment, keyColumn, type Line, leadingBlanks, quote } from './lines.ts';
import { isGroup, listRuns, type PastedRow, type Run, readPastedRow } from './pasted-runs.ts';
import { onLine, type Typo } from './typos.ts';

/** What a person reads at once; the fix has all. */
const MOST_SHOWN = 10;
const MOST_REPORTED = 20;

export interface PastedSlips {
  typos: Typo[];
  /** The lines that they speak of: what else is wrong with those is no mistake of its own. */
  lines: ReadonlySet<Line>;
}

/**
 * Rows that were pasted out of a spreadsheet or a document, their cells kept apart by tabs, bars or several blanks. `isBroken`:
 * YAML could not read the source; in one that it could, only what can be nothing else is reported.
 */
export function findPastedRows(
  source: string,
  lines: readonly Line[],
  isBroken: boolean,
  words: Vocabulary,
): PastedSlips {
  const groups = listGroups(lines, words);
  // Without any line of a table there is no place for the rows.
  if (groups.length === 0) return { typos: [], lines: new Set() };
  const runs = listRuns(lines, words).filter((run) => isBroken || isCertain(run, lines, words));
  const pasted = new Set(runs.flatMap(({ first, end }) => lines.slice(first, end)));
  const place = { source, lines, groups, pasted, words };
  const typos = runs.slice(0, MOST_REPORTED).map((run) => explainRun(run, place));
  for (const [index, line] of lines.entries()) {
    const typo = typos.length < MOST_REPORTED ? findCellsInName(line, index, place) : null;
    if (typo !== null) typos.push(typo);
  }
  return { typos, lines: pasted };
}

/** In a text that YAML takes for one value, words with blanks between them are no cells. */
function isCertain({ first, rows }: Run, lines: readonly Line[], words: Vocabulary): boolean {
  const owner = lines.slice(0, first).findLast(({ parts }) => parts !== null)?.parts;
  if (!owner || words.level1s.has(owner.key) || words.level2s.has(owner.key) || owner.key === TREE_KEY)
    return true;
  const isTabbed = separatorOf(lines[first]?.text ?? '') === 'tab';
  const hasFigure = rows?.some((row) => readTarget(row, false).key === FIGURE_KEY) ?? false;
  return hasFigure && (isTabbed || (TARGET_KEYS as readonly string[]).includes(owner.key));
}

interface Place {
  source: string;
  lines: readonly Line[];
  groups: readonly Group[];
  pasted: ReadonlySet<Line>;
  words: Vocabulary;
}

/** A 一级指标 (`level2` empty) or a 二级指标 of the source, with the lines that it holds. */
interface Group {
  level1: string;
  level2: string;
  index: number;
  end: number;
  line: Line;
}

/** 绩效指标 itself is a group without names. */
function listGroups(lines: readonly Line[], { top, level1s, level2s }: Vocabulary): Group[] {
  const groups: Group[] = [];
  const open: Group[] = [];
  /** Ends the groups that are no further out than a level. */
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

function explainRun(run: Run, place: Place): Typo {
  const { lines, groups, words } = place;
  const line = lines[run.first] as Line;
  const around = groups.findLast(({ index, end }) => index < run.first && run.first < end);
  const rows = run.rows?.map((row) => {
    const { level1, level2 } = findGroup(row, around, place);
    return { level1, level2, own: writeRow(row, words.isCost(level1, level2), words) };
  });
  if (!rows?.every((row): row is Written => row.own !== null)) return onLine(line, 'yaml/pasted#cells');
  const left = run.rows?.flatMap((row) => row.left) ?? [];
  const isPlaced = rows.every(({ level2 }) => level2 !== '');
  const insertions = isPlaced && left.length === 0 ? placeRows(run, rows, place) : null;
  const stay = insertions?.every(({ before }) => run.first <= before && before <= run.end);
  const args = {
    count: String(rows.length),
    rows: showRows(rows, isPlaced && !stay),
    left: quote(left.slice(0, 5).join('、')),
  };
  if (left.length > 0) return onLine(line, 'yaml/pasted#left', args);
  if (insertions === null) return onLine(line, 'yaml/pasted#place', args);
  const fix = { edits: replaceRun(run, insertions, place) };
  return onLine(line, stay ? 'yaml/pasted' : 'yaml/pasted#groups', args, undefined, fix);
}

/** The rows as they are in a file, below the names of their groups where they are to be moved there. */
function showRows(rows: readonly Written[], withGroups: boolean): string {
  const shown = rows.slice(0, MOST_SHOWN).flatMap(({ own, level2 }, index) => {
    const isFirst = withGroups && rows[index - 1]?.level2 !== level2;
    return [...(isFirst ? [`    ${level2}:`] : []), ...indentRow(own, 6)];
  });
  return [...shown, ...(rows.length > MOST_SHOWN ? ['      ……'] : [])].join('\n');
}

interface Written {
  level1: string;
  level2: string;
  own: string[];
}

/** The group that a row names, or else the one around it; empty names where neither is known. */
function findGroup(
  { level1, level2 }: PastedRow,
  around: Group | undefined,
  { groups, words }: Place,
): { level1: string; level2: string } {
  const nowhere = { level1: '', level2: '' };
  if (level1 === '' && level2 === '') return around ?? nowhere;
  if (level2 === '') return around?.level1 === level1 ? around : nowhere;
  if (level1 !== '') return isGroup(level1, level2, words) ? { level1, level2 } : nowhere;
  if (around?.level2 === level2) return around;
  const known = groups.filter((group) => group.level2 === level2);
  const possible =
    known.length > 0 ? known : words.groups.flatMap(([a, b]) => (b === level2 ? { level1: a, level2 } : []));
  const [only] = possible;
  return possible.length === 1 && only !== undefined ? only : nowhere;
}

/** A row's lines without indentation, the first with its dash. */
function writeRow(row: PastedRow, isCostRow: boolean, words: Vocabulary): string[] | null {
  const target = readTarget(row, isCostRow);
  if (target.text === '' || target.notes.some(({ code }) => code === 'import/value-unread')) return null;
  const texts = words.row.flatMap((key) => {
    const text = row.texts.get(key) ?? '';
    return text === '' || key === target.key ? [] : writeKey(key, text);
  });
  return [
    `- ${NAME_KEY}: ${writeInline(row.name)}`,
    ...[...writeKey(target.key, target.text), ...texts].map((line) => `  ${line}`),
  ];
}

function writeKey(key: string, text: string): string[] {
  const lines = text.split('\n');
  return lines.length === 1
    ? [`${key}: ${writeInline(text)}`]
    : [`${key}: |`, ...lines.map((line) => `  ${line}`)];
}

function indentRow(row: readonly string[], blanks: number): string[] {
  return row.map((line) => `${' '.repeat(blanks)}${line}`);
}

/** Lines to be put before a line of the source. */
interface Insertion {
  before: number;
  lines: string[];
}

/** Where each row goes; null when a group has no place for it. */
function placeRows(run: Run, rows: readonly Written[], place: Place): Insertion[] | null {
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
function replaceRun(run: Run, insertions: readonly Insertion[], { source, lines }: Place): Edit[] {
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

/** `培训次数 ≥ 4 次` → the name and a figure; with anything behind the figure it is a name. */
function splitAtSign(written: string): string[] {
  const at = written.search(/\s[=＝>＞<＜≥≤≧≦]\s?[\d０-９]/u);
  const figure = at < 0 ? null : parseFigure(written.slice(at));
  const isFigure = figure !== null && !('wording' in figure) && isUsualUnit(figure.unit);
  return isFigure ? [written.slice(0, at), written.slice(at).trim()] : [written];
}

/** `三级指标: 培训次数⇥≥⇥4⇥次`: the cells of a line behind one key. */
function findCellsInName(line: Line, index: number, { source, lines, groups, words }: Place): Typo | null {
  const { parts } = line;
  if (parts?.key !== NAME_KEY || parts.colon !== ':' || line.block !== null) return null;
  const written = parts.rest.trim().replace(/^(["'])(.*)\1$/s, '$2');
  const separator = separatorOf(written);
  const whole = splitCells(written, separator);
  const cells = whole.length > 1 ? whole : splitAtSign(written);
  if (cells.filter(Boolean).length < 2) return null;
  const row = words.form && readPastedRow(cells, words.form);
  if (separator !== 'tab' && row === null) return null;
  const start = line.text.length - parts.rest.trimStart().length;
  const span = [start, line.text.trimEnd().length] as const;
  const group = groups.findLast((one) => one.index < index && index < one.end);
  const own = row && writeRow(row, words.isCost(group?.level1 ?? '', group?.level2 ?? ''), words);
  const name = cells.find(Boolean) ?? '';
  if (row === null || !own) return onLine(line, 'yaml/cells-in-name', { name: quote(name) }, span);
  const column = keyColumn(parts);
  const keys = own.slice(1).map((key) => key.slice(2));
  const args = { name: quote(row.name), keys: keys.join('\n') };
  const has = keysOfRow(lines, index, words);
  const isFree =
    keys.every((key) => !has.has(key.split(':')[0] ?? '')) && TARGET_KEYS.every((key) => !has.has(key));
  const isWhole = row.left.length === 0 && row.level1 === '' && row.level2 === '';
  if (!isFree || !isWhole) return onLine(line, 'yaml/cells-in-name#taken', args, span);
  const eol = lineEndOf(source);
  const text = [writeInline(row.name), ...keys.map((key) => `${' '.repeat(column)}${key}`)].join(eol);
  const edit = { start: line.start + start, end: line.start + line.text.length, text };
  return onLine(line, 'yaml/cells-in-name#corrected', args, span, { edits: [edit] });
}

/** The keys of the row that a line is in. */
function keysOfRow(lines: readonly Line[], index: number, words: Vocabulary): Set<string> {
  const isOther = ({ parts }: Line) =>
    parts !== null && (parts.dash !== '' || !words.row.includes(parts.key));
  const above = lines.findLastIndex((line, at) => at <= index && isOther(line));
  const below = lines.findIndex((line, at) => at > index && isOther(line));
  const own = lines.slice(Math.max(0, above), below < 0 ? lines.length : below);
  return new Set(own.flatMap(({ parts }) => parts?.key ?? []));
}
