import { NAME_KEY } from '../../form/form.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import type { Fix } from '../../report/diagnostic.ts';
import { inQuotes } from '../edit.ts';
import { expectIndents, findOddLines } from './indentation.ts';
import { isComment, keyColumn, type Line, leadingBlanks, quote, readKey } from './lines.ts';
import { findLikelyTypo, onLine, repair, rewriteLine, type Typo, typo } from './typos.ts';
import { closingQuote, quoteText, repairValue } from './value-typos.ts';

/** The likely cause of a YAML error at a line, or null: candidates are tried in turn, near the place. */
export function findLikelyCause(lines: readonly Line[], index: number, words: Vocabulary): Typo | null {
  const isSaid = (line: Line) => line.text.trim() !== '' && !isComment(line);
  const above = lines.slice(0, index).findLast(isSaid);
  const below = lines.slice(index + 1).find(isSaid);
  // YAML often notices a typo one line late.
  const near = [lines[index], above, below].filter((line) => line !== undefined);
  return (
    findDivider(near) ??
    findOpenQuote(lines, index, words) ??
    first(near, (line) => findBrackets(line, words)) ??
    first(near, (line) => findNoColon(line, words)) ??
    findMissingDash(lines, words) ??
    findOddIndent(lines, index, words) ??
    first(near.slice(0, 2), (line) => findLikelyTypo(line, words)) ??
    findLooseText(lines, index, words)
  );
}

function first(lines: readonly Line[], find: (line: Line) => Typo | null): Typo | null {
  for (const line of lines) {
    const typo = find(line);
    if (typo !== null) return typo;
  }
  return null;
}

/** `---` begins another document; a longer line is decoration. */
function findDivider(near: readonly Line[]): Typo | null {
  return first(near, (line) => {
    const mark = line.text.trim();
    if (line.block !== null || !/^(?:[-=_*~—－]{3,}|\.{3})$/.test(mark)) return null;
    return onLine(line, mark === '---' || mark === '...' ? 'yaml/several-documents' : 'yaml/divider');
  });
}

/** A quote without its partner: YAML reads on to the next one, wherever that is. */
function findOpenQuote(lines: readonly Line[], index: number, words: Vocabulary): Typo | null {
  for (const [at, line] of lines.slice(0, index + 1).entries()) {
    const value = line.parts?.rest.trim() ?? '';
    if (line.block !== null || !/^["']/.test(value) || closingQuote(value) >= 0) continue;
    const next = lines.slice(at + 1).find((other) => other.text.trim() !== '' && !isComment(other));
    if (at < index && next !== undefined && next.parts === null) continue;
    const start = line.text.length - (line.parts?.rest.trimStart().length ?? 0);
    const corrected = line.parts ? repair({ ...line.parts, rest: ` ${value}${value.charAt(0)}` }, words) : '';
    return typo(line, 'yaml/open-quote', [start, start + 1], corrected);
  }
  return null;
}

/** A value that begins with a bracket is a list or a map for YAML. */
function findBrackets(line: Line, words: Vocabulary): Typo | null {
  const value = line.parts?.rest.trim() ?? line.text.replace(/^\s*-\s+/, '').trim();
  if (line.block !== null || !/^[[{]/.test(value)) return null;
  const start = line.text.indexOf(value);
  const comma = value.search(/[，：]/);
  const isList = line.parts === null || words.types.get(line.parts.key) === 'list';
  const isRow =
    (value.startsWith('{') && words.row.some((key) => value.slice(1).trimStart().startsWith(key))) ||
    (isList && value.startsWith('[') && /[,，]/.test(value));
  if (isRow && comma >= 0) {
    const close = value.startsWith('{') ? '}' : ']';
    const half = value.replace(/，\s{0,9}/g, ', ').replace(/：\s{0,9}/g, ': ');
    const corrected = half.includes(close) ? half : half + close;
    const fix = rewriteLine(line, line.text.slice(0, start) + corrected);
    const span = [start + comma, start + comma + 1] as const;
    return onLine(line, 'yaml/chinese-comma', { corrected: quote(corrected) }, span, fix);
  }
  const sound = quoteText(value, line.parts?.key ?? '', words);
  const quoted = sound ?? inQuotes(value);
  const corrected = line.parts ? repair({ ...line.parts, rest: ` ${quoted}` }, words) : quoted;
  const lead = line.parts?.indent ?? line.text.slice(0, start);
  const fix = sound === null ? null : rewriteLine(line, lead + corrected);
  return onLine(line, 'yaml/brackets', { corrected: quote(corrected) }, [start, start + 1], fix);
}

/** A key that the form knows, without its colon. */
export function findNoColon(line: Line, words: Vocabulary): Typo | null {
  const parts = /^(\s*(?:-\s+)?)(\p{Script=Han}{2,16})(?:\s(.*))?$/su.exec(line.text);
  const [, lead = '', key = '', value = ''] = parts ?? [];
  if (line.block !== null || line.parts !== null || !words.known.has(key)) return null;
  const corrected = `${lead}${key}:${value.trim() === '' ? '' : ` ${repairValue(value.trim(), key, words)}`}`;
  return typo(line, 'yaml/no-colon', [lead.length, lead.length + key.length], corrected.trimStart());
}

/** 三级指标 without its dash: no dash since the group began, or the row it is in has a 三级指标 already. */
function findMissingDash(lines: readonly Line[], words: Vocabulary): Typo | null {
  let row: string | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.parts === null) continue;
    const { key, dash, indent } = line.parts;
    if (dash !== '') row = key;
    else if (words.level2s.has(key)) row = null;
    else if (key === NAME_KEY && (row === null || row === NAME_KEY)) {
      const corrected = quote(`- ${repair(line.parts, words)}`);
      const span = [indent.length, indent.length + key.length] as const;
      return onLine(line, 'yaml/missing-dash', { corrected }, span, addDash(lines, at, words));
    }
  }
  return null;
}

/** A dash before the line at an index, below those of the other rows, and the row's other keys below its first. */
export function addDash(lines: readonly Line[], at: number, words: Vocabulary): Fix | null {
  const line = lines[at];
  if (line === undefined) return null;
  const column = leadingBlanks(line.text);
  const end = lines.findIndex(({ text, parts, block }, index) => {
    if (index <= at || text.trim() === '' || block !== null) return false;
    const isOwn =
      parts !== null && parts.dash === '' && words.row.includes(parts.key) && parts.key !== NAME_KEY;
    return leadingBlanks(text) < column || (parts !== null && !isOwn);
  });
  const own = lines
    .slice(at + 1, end < 0 ? lines.length : end)
    .filter(({ text }) => text.trim() !== '' && leadingBlanks(text) >= column);
  const isAligned = own.some(({ text, block }) => block === null && leadingBlanks(text) === column);
  const place = line.start + column;
  const dashes = lines.flatMap(({ parts }) =>
    parts !== null && parts.dash !== '' ? parts.indent.length : [],
  );
  if (isAligned && column >= 2 && (dashes.length === 0 || dashes.includes(column - 2))) {
    return { edits: [{ start: place - 2, end: place, text: '- ' }] };
  }
  const moved = isAligned ? own.map(({ start }) => ({ start, end: start, text: '  ' })) : [];
  return { edits: [{ start: place, end: place, text: '- ' }, ...moved] };
}

function findOddIndent(lines: readonly Line[], index: number, words: Vocabulary): Typo | null {
  const expected = expectIndents(lines, words);
  const odd = findOddLines(expected).map((line) => ({
    line,
    distance: Math.abs(lines.indexOf(line) - index),
  }));
  const [nearest] = odd.sort((a, b) => a.distance - b.distance);
  if (nearest === undefined) return null;
  const { line } = nearest;
  const indent = line.parts?.indent.length ?? 0;
  const column = line.parts === null ? indent : keyColumn(line.parts);
  const args = {
    blanks: String(expected.get(line) ?? 0),
    written: String(indent),
    corrected: quote(line.text),
  };
  const wording = args.blanks === '0' ? 'yaml/indent#margin' : 'yaml/indent#corrected';
  const length = line.parts?.dash === '' ? line.parts.key.length : 1;
  const fix = shiftRow(lines, line, expected);
  return onLine(line, wording, args, [indent, Math.max(column, indent + length)], fix);
}

/** A line where it belongs, and with it what follows in its row and is as far off. */
function shiftRow(lines: readonly Line[], line: Line, expected: ReadonlyMap<Line, number>): Fix {
  const offset = (other: Line) => (expected.get(other) ?? 0) - leadingBlanks(other.text);
  const by = offset(line);
  const rest = lines.slice(lines.indexOf(line) + 1);
  const end = rest.findIndex(
    (other) =>
      other.text.trim() !== '' &&
      !rest.includes(other.block as Line) &&
      other.block !== line &&
      (offset(other) !== by || other.parts === null || other.parts.dash !== ''),
  );
  const moved = line.parts?.dash === '' ? [] : rest.slice(0, end < 0 ? rest.length : end);
  const own = line.parts?.dash === '' ? rest.filter(({ block }) => block === line) : [];
  return {
    edits: [line, ...moved, ...own]
      .filter(({ text }) => text.trim() !== '')
      .flatMap((other) => {
        const blanks = Math.max(0, leadingBlanks(other.text) + by);
        return rewriteLine(other, `${' '.repeat(blanks)}${other.text.trim()}`).edits;
      }),
  };
}

/** A line that names nothing: text that slid out of its block, or was pasted. */
function findLooseText(lines: readonly Line[], index: number, words: Vocabulary): Typo | null {
  const at = [index, index - 1].find((near) => isLooseText(lines[near], words));
  const line = at === undefined ? undefined : lines[at];
  if (line === undefined) return null;
  const above = lines.slice(0, at).findLast(({ text }) => text.trim() !== '');
  const owner = line.block ?? above?.block ?? above;
  const rest = owner?.parts?.rest.trim() ?? '-';
  const span: [number, number] = [line.text.search(/\S/), line.text.trimEnd().length];
  // A group holds rows, so a text below it is not its value, whatever its indentation.
  const type = words.types.get(owner?.parts?.key ?? '');
  const takesText = above?.block || (type !== 'list' && type !== 'map' && /^(?:[|>].*)?$/.test(rest));
  if (owner?.parts && takesText) {
    const blanks = above?.block ? leadingBlanks(above.text) : keyColumn(owner.parts) + 2;
    const end = lines.findIndex((other, below) => below > (at ?? 0) && !isLooseText(other, words));
    const edits = lines
      .slice(at, end < 0 ? lines.length : end)
      .filter(({ text }) => leadingBlanks(text) < blanks)
      .flatMap((loose) => rewriteLine(loose, `${' '.repeat(blanks)}${loose.text.trim()}`).edits);
    const args = { key: owner.parts.key, blanks: String(blanks) };
    return onLine(line, 'yaml/text-indent', args, span, { edits });
  }
  return line.block === null ? onLine(line, 'yaml/no-key', { text: quote(line.text) }, span) : null;
}

function isLooseText(line: Line | undefined, words: Vocabulary): boolean {
  if (line === undefined || line.parts !== null || line.text.trim() === '') return false;
  return readKey(line.text, words) === null && !/^\s*[-#"'[{]/.test(line.text);
}
