import { FIGURE_KEY, WORDS_KEY } from '../../form/form.ts';
import { canonicalHeading } from '../../form/headings.ts';
import { isMoney, isPrice } from '../../form/money.ts';
import { readSign } from '../../form/sign.ts';
import { findLabel } from '../../form/to-fill.ts';
import { isKnownUnit } from '../../form/units.ts';
import { parseFigure, writeFigure } from '../../form/value.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import { isDate } from '../../form/written-date.ts';
import { parseCost } from '../cost-value.ts';

/** A line of a spreadsheet as a row of the form. */
export interface PastedRow {
  /** Empty where the line does not say. */
  level1: string;
  level2: string;
  name: string;
  /** 指标值 as its cells say it, or words for 定性. */
  value: string;
  isWords: boolean;
  remark: string;
  explanation: string;
  /** Cells that no key of a row takes. */
  left: string[];
}

type Role = 'level1' | 'level2' | 'name' | 'sign' | 'number' | 'unit' | 'remark' | 'explanation' | 'running';

/** By the first of the words for one thing. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['一级指标', 'level1'],
  ['二级指标', 'level2'],
  ['三级指标', 'name'],
  ['符号', 'sign'],
  ['值', 'number'],
  ['计量单位', 'unit'],
  ['备注', 'remark'],
  ['指标值说明', 'explanation'],
  ['序号', 'running'],
]);

/**
 * How the cells of a line are kept apart; `blanks` are two or more, or full-width ones. Only a sign behind a comma says that
 * a line has cells.
 */
export type Separator = 'tab' | 'bar' | 'comma' | 'blanks';

export function separatorOf(text: string): Separator {
  if (/\t/.test(text.trim()) || (text.endsWith('\t') && text.trim() !== '')) return 'tab';
  if (/[|｜]/.test(text)) return 'bar';
  return /[,，;；]\s?[=＝>＞<＜≥≤≧≦]/u.test(text) ? 'comma' : 'blanks';
}

/** The cells of one line, as a spreadsheet puts them on the clipboard: one with a line end or a quote is in quotes. */
export function splitCells(text: string, separator: Separator): string[] {
  if (separator === 'bar')
    return text
      .trim()
      .replace(/^[|｜]|[|｜]$/g, '')
      .split(/[|｜]/)
      .map(clean);
  if (separator === 'comma')
    return text
      .trim()
      .split(/[,，;；]/)
      .map(clean);
  if (separator === 'blanks')
    return text
      .trim()
      .split(/ {2,}|\u3000+/)
      .map(clean);
  const cells: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const quoted = text.charAt(from) === '"' ? closeQuoted(text, from) : -1;
    const found = text.indexOf('\t', Math.max(from, quoted));
    const end = found < 0 ? text.length : found;
    const isQuoted = quoted >= 0 && text.slice(quoted + 1, end).trim() === '';
    const cell = isQuoted ? text.slice(from + 1, quoted).replaceAll('""', '"') : text.slice(from, end);
    cells.push(clean(cell));
    from = end + 1;
  }
  return cells;
}

/** The place of the quote that ends a cell; -1 when there is none. */
function closeQuoted(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return -1;
}

/** Whether a cell is still open where a line ends. */
export function hasOpenCell(text: string): boolean {
  for (let from = 0; from < text.length; ) {
    if (text[from] === '"') {
      const end = closeQuoted(text, from);
      if (end < 0) return true;
      from = end;
    }
    const found = text.indexOf('\t', from);
    if (found < 0) return false;
    from = found + 1;
  }
  return false;
}

function clean(cell: string): string {
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** What the columns hold, known by a line of headings; null when it is none. */
export function readHeadings(
  cells: readonly string[],
  { remark, explanation }: Vocabulary,
): (Role | null)[] | null {
  const roleOf = (heading: string): Role | null => {
    if (heading === remark) return 'remark';
    return heading === explanation ? 'explanation' : (ROLES.get(canonicalHeading(heading)) ?? null);
  };
  const roles = cells.map((cell) => roleOf(cell.replace(/[\s*＊]|（.{0,9}）/gu, '')));
  const known = roles.filter((role) => role !== null).length;
  return known >= 2 && known >= cells.filter(Boolean).length / 2 ? roles : null;
}

/** A cell that is a 一级指标 or 二级指标, however it was broken over lines. */
function labelOf(cell: string, { level1s, level2s }: Vocabulary): string | null {
  const bare = cell.replace(/\s/g, '');
  const label = [bare, `${bare}指标`].find((word) => level1s.has(word) || level2s.has(word));
  return label ?? null;
}

/** The labels of a line that has nothing else. */
export function readLabels(
  cells: readonly string[],
  words: Vocabulary,
): { level1: string; level2: string } | null {
  const said = cells.filter(Boolean);
  const labels = said.map((cell) => labelOf(cell, words));
  return said.length > 0 && said.length < 3 && labels.every((label) => label !== null)
    ? sortLabels(labels, words)
    : null;
}

function sortLabels(
  [first = '', second]: readonly string[],
  { level2s }: Vocabulary,
): { level1: string; level2: string } {
  if (second !== undefined) return { level1: first, level2: second };
  return level2s.has(first) ? { level1: '', level2: first } : { level1: first, level2: '' };
}

/** The cells of one line as a row; null where it cannot be said which cell is what. */
export function readRow(
  cells: readonly string[],
  headings: (Role | null)[] | null,
  words: Vocabulary,
): PastedRow | null {
  const row = headings === null ? readByLook(cells, words) : readByHeadings(cells, headings, words);
  if (row === null) return null;
  // No key takes them where the form has none.
  const homeless = [
    words.remark === null ? row.remark : '',
    words.explanation === null ? row.explanation : '',
  ];
  return { ...row, left: [...homeless.filter(Boolean), ...row.left] };
}

function readByHeadings(
  cells: readonly string[],
  headings: (Role | null)[],
  words: Vocabulary,
): PastedRow | null {
  const read = (role: Role) => cells.filter((_, index) => headings[index] === role).join('');
  const value = readValue([read('sign'), read('number'), read('unit')]);
  if (value === null || !isName(read('name'))) return null;
  const { level1, level2 } = sortLabels(
    [read('level1'), read('level2')].flatMap((cell) => (cell === '' ? [] : (labelOf(cell, words) ?? cell))),
    words,
  );
  return {
    ...{ level1, level2, name: toOneLine(read('name')), value: value.value, isWords: value.isWords },
    ...{ remark: read('remark'), explanation: read('explanation') },
    left: cells.filter((cell, index) => cell !== '' && (headings[index] ?? null) === null),
  };
}

/** Labels, a running number, the name, the value in one cell or three, 备注, 指标值说明: the order of the form. */
function readByLook(cells: readonly string[], words: Vocabulary): PastedRow | null {
  const isSaid = (from: number) => cells.findIndex((cell, index) => index >= from && cell !== '');
  const labels: string[] = [];
  let at = isSaid(0);
  const isNumbered = /^\d{1,3}[.、．]?$/.test(cells[at] ?? '') && isName(cells[isSaid(at + 1)] ?? '');
  if (isNumbered) at = isSaid(at + 1);
  while (labels.length < 2 && labelOf(cells[at] ?? '', words) !== null && isSaid(at + 1) >= 0) {
    labels.push(labelOf(cells[at] ?? '', words) ?? '');
    at = isSaid(at + 1);
  }
  const name = cells[at] ?? '';
  const from = isSaid(at + 1);
  if (!isName(name) || from < 0) return null;
  const value = readValue(cells.slice(from));
  if (value === null) return null;
  const [remark = '', explanation = '', ...left] = cells.slice(from + value.taken);
  const isText = (cell: string) => /\p{L}/u.test(cell);
  return {
    ...sortLabels(labels, words),
    ...{ name: toOneLine(name), value: value.value, isWords: value.isWords },
    ...{ remark: isText(remark) ? remark : '', explanation: isText(explanation) ? explanation : '' },
    left: [remark, explanation]
      .filter((cell) => !isText(cell))
      .concat(left)
      .filter(Boolean),
  };
}

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell) && cell.length <= LONGEST_NAME && parsesNot(cell);
}

/** UTF-16 units; what is longer is a sentence. */
const LONGEST_NAME = 60;

/** A cell that can be a name is no value. */
function parsesNot(cell: string): boolean {
  return readSign(cell).operator === null && !/^[-\d０-９]/.test(cell);
}

/** 指标1：培训人数 of a blank form is 培训人数. */
function toOneLine(cell: string): string {
  const line = cell.replaceAll('\n', '');
  const label = findLabel(line)?.text ?? '';
  return line.slice(label.length).trimStart() || line;
}

interface ReadValue {
  value: string;
  isWords: boolean;
  /** Cells that it takes. */
  taken: number;
}

const SIGN_IN_WORDS =
  /^(?:大于|小于|等于|大于等于|小于等于|大于或等于|小于或等于|不低于|不少于|不超过|不高于|不多于|至少)$/u;

/** Sign, number and unit as they begin a list of cells: each in its own or several in one, some of them empty. */
function readValue([first = '', second = '', third = '']: readonly string[]): ReadValue | null {
  if (/^定性/.test(first)) return second === '' ? null : { value: second, isWords: true, taken: 3 };
  const isSign = /^[=＝>＞<＜≥≤≧≦﹥﹤﹦\s]+$/u.test(first) || SIGN_IN_WORDS.test(first);
  const sign = isSign ? first : '';
  const skipped = isSign || first === '' || first === '定量' ? 1 : 0;
  const number = skipped === 1 ? second : first;
  const next = skipped === 1 ? third : second;
  const bare = number.replace(/^[^\d０-９-]+/u, '').replace(/^[-\d０-９.,，．\s]+/u, '');
  const isTime = isDate(number) || /20\d\d\s?年|\d月/.test(number);
  if (/[\d０-９]/.test(number) && !isTime) {
    const isUnit = isUsualUnit(next) || /^\p{L}{1,4}$/u.test(next);
    const unit = bare === '' && isUnit ? next : '';
    const value = `${sign}${number}${unit}`;
    const taken = skipped + (bare === '' || next === bare || next === '' ? 2 : 1);
    return bare === '' && unit === '' ? null : { value, isWords: false, taken };
  }
  if ((sign !== '' && !(isTime && /^[=＝]$/.test(sign))) || !/\p{L}/u.test(number)) return null;
  return { value: number, isWords: true, taken: skipped + (next === '' ? 2 : 1) };
}

export function isUsualUnit(unit: string): boolean {
  return isKnownUnit(unit) || isMoney(unit) || isPrice(unit);
}

/** The key and the text of a row's value in a group; null where it is no figure that is understood. */
export function targetOf(
  { value, isWords, name }: PastedRow,
  isCost: boolean,
): { key: string; text: string } | null {
  if (isWords) return { key: WORDS_KEY, text: value };
  const figure = isCost ? parseCost(value, name) : parseFigure(value);
  const text = 'wording' in figure ? figure.corrected : writeFigure(figure);
  return text === null ? null : { key: FIGURE_KEY, text };
}
