import { isMap, isSeq } from 'yaml';
import type { ParsedSource } from '../../read/parse.ts';
import type { Edit } from '../../report/diagnostic.ts';
import { insertEntry, insertLines, writeLines } from './entries.ts';
import { collectionAt, linesOf, nextLine, type Path } from './entry-lines.ts';
import { getAt, type Plain, setAt } from './plain-data.ts';
import { type Planned, refuse } from './planned.ts';

/** Puts a row into a list, which may be empty or not there yet. */
export function insertRow(
  parsed: ParsedSource,
  { list, index, row }: { list: Path; index: number; row: Plain },
): Planned {
  const rows = listAt(parsed, list);
  const key = list.at(-1);
  const { text } = parsed.source;
  if (rows === null) {
    const held = getAt(parsed.data as Plain, list);
    const group = linesOf(parsed, list);
    if (held === undefined && typeof key === 'string')
      return insertEntry(parsed, list.slice(0, -1), key, [row]);
    if (held !== '' || group === null) return refuse('edit/shape');
    const below = insertLines(text, nextLine(text, group.start), group.column + 2, writeLines(null, row));
    return { edits: [below], data: setAt(parsed.data as Plain, list, [row]) };
  }
  const place = placeOf(parsed, list, index);
  if (place === null) return refuse('edit/shape');
  return {
    edits: [insertLines(text, place.at, place.column, writeLines(null, row))],
    data: setAt(parsed.data as Plain, list, rows.toSpliced(index, 0, row)),
  };
}

export function removeRow(parsed: ParsedSource, row: Path): Planned {
  const removed = takeOut(parsed, row);
  return removed === null ? refuse('edit/last-row') : { ...removed, losesComments: true };
}

/** Moves a row with its comments to a place in its own list, or in another one that is there or not. */
export function moveRow(
  parsed: ParsedSource,
  { row, list, index }: { row: Path; list: Path; index: number },
): Planned {
  const from = row.slice(0, -1);
  const isSameList = from.join('/') === list.join('/');
  const place = linesOf(parsed, row);
  const value = getAt(parsed.data as Plain, row);
  if (place === null || value === undefined || typeof value === 'string') return refuse('edit/shape');
  const { text } = parsed.source;
  const lines = text
    .slice(place.head, place.end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  if (isSameList) {
    const rows = listAt(parsed, list) ?? [];
    const old = Number(row.at(-1));
    if (index === old) return { edits: [], data: parsed.data as Plain };
    const target = placeOf(parsed, list, index > old ? index + 1 : index);
    if (target === null) return refuse('edit/shape');
    const data = setAt(parsed.data as Plain, list, rows.toSpliced(old, 1).toSpliced(index, 0, value));
    return { edits: move(text, place, target, lines), data };
  }
  const removed = takeOut(parsed, row, list);
  if (removed === null) return refuse('edit/shape');
  const rows = listAt(parsed, list);
  const target = rows === null ? null : placeOf(parsed, list, index);
  if (rows !== null && target === null) return refuse('edit/shape');
  if (target === null) {
    const inserted = insertRow(parsed, { list, index: 0, row: value });
    if ('refusal' in inserted) return inserted;
    return {
      edits: [...removed.edits, ...inserted.edits],
      data: setAt(removed.data, list, [value]),
      losesComments: true,
    };
  }
  const data = setAt(removed.data, list, (rows ?? []).toSpliced(index, 0, value));
  const [gone] = removed.edits;
  const edits = move(text, { ...place, ...(gone && { head: gone.start, end: gone.end }) }, target, lines);
  return { edits, data, losesComments: gone?.start !== place.head || gone.end !== place.end };
}

function move(
  text: string,
  { head, end, column }: { head: number; end: number; column: number },
  target: { at: number; column: number },
  lines: readonly string[],
): Edit[] {
  const shift = target.column - column;
  const moved = lines.map((line) =>
    shift >= 0
      ? `${line.trim() === '' ? '' : ' '.repeat(shift)}${line}`
      : line.replace(new RegExp(`^ {0,${-shift}}`), ''),
  );
  const insertion = insertLines(text, target.at, 0, moved);
  if (target.at === head || target.at === end) return [{ start: head, end, text: insertion.text }];
  return [{ start: head, end, text: '' }, insertion];
}

/** The edit that takes a row away, and with it the groups that it leaves empty; null for the last row of a table. */
function takeOut(
  parsed: ParsedSource,
  row: Path,
  stays: Path = [],
): { edits: Edit[]; data: Plain | undefined } | null {
  let path = row;
  for (;;) {
    const parent = collectionAt(parsed.root, path.slice(0, -1));
    const isOnly = (isMap(parent) || isSeq(parent)) && parent.items.length === 1;
    const holdsTarget = stays.slice(0, path.length - 1).join('/') === path.slice(0, -1).join('/');
    if (!isOnly || (stays.length > 0 && holdsTarget)) break;
    path = path.slice(0, -1);
    // What is left would be no table.
    if (path.length < 2) return null;
  }
  const place = linesOf(parsed, path);
  if (place === null) return null;
  const edits = [{ start: place.head, end: place.end, text: '' }];
  return { edits, data: setAt(parsed.data as Plain, path, undefined) };
}

/** Where a row of a list begins, or is to begin behind the last one. */
function placeOf(parsed: ParsedSource, list: Path, index: number): { at: number; column: number } | null {
  const count = listAt(parsed, list)?.length ?? 0;
  const near = linesOf(parsed, [...list, Math.min(index, count - 1)]);
  return near && { at: index < count ? near.head : near.end, column: near.column };
}

/** Null where there is no row yet. */
function listAt(parsed: ParsedSource, path: Path): Plain[] | null {
  const value = getAt(parsed.data as Plain, path);
  return Array.isArray(value) && value.length > 0 ? value : null;
}
