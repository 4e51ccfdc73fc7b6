import { FIGURE_KEY, NAME_KEY, TARGET_KEYS, TREE_KEY } from '../../form/form.ts';
import { isUsualUnit } from '../../form/money.ts';
import { parseFigure } from '../../form/value.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import { lineEndOf, writeInline } from '../edit.ts';
import { separatorOf, splitCells } from '../rows/cells.ts';
import { readTarget } from '../rows/target.ts';
import { keyColumn, type Line, quote } from './lines.ts';
import {
  type Group,
  indentRow,
  listGroups,
  type Place,
  placeRows,
  replaceRun,
  type Written,
} from './pasted-places.ts';
import { isGroup, listRuns, type PastedRow, type Run, readPastedRow } from './pasted-runs.ts';
import { onLine, type Typo } from './typos.ts';

/** Rows shown in a message; the fix has all. */
const MOST_SHOWN = 10;
const MOST_REPORTED = 20;

export interface PastedSlips {
  typos: Typo[];
  /** The lines they cover; nothing else is reported about these. */
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

/** In a text that YAML reads as one value, words with blanks between them are not cells. */
function isCertain({ first, rows }: Run, lines: readonly Line[], words: Vocabulary): boolean {
  const owner = lines.slice(0, first).findLast(({ parts }) => parts !== null)?.parts;
  if (!owner || words.level1s.has(owner.key) || words.level2s.has(owner.key) || owner.key === TREE_KEY)
    return true;
  const isTabbed = separatorOf(lines[first]?.text ?? '') === 'tab';
  const hasFigure = rows?.some((row) => readTarget(row, false).key === FIGURE_KEY) ?? false;
  return hasFigure && (isTabbed || (TARGET_KEYS as readonly string[]).includes(owner.key));
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

/** A sign that belongs to a value is behind the name, so the value's own is not known. */
const SIGN_IN_NAME = /[=＝>＞<＜≥≤≧≦][-－—\s]*$/u;

/** A row's lines without indentation, the first with its dash. Null where its value cannot be read. */
function writeRow(row: PastedRow, isCostRow: boolean, words: Vocabulary): string[] | null {
  if (SIGN_IN_NAME.test(row.name)) return null;
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
