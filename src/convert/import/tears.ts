import { hasAnchor } from '../../read/rows/align.ts';
import type { Header } from '../../read/rows/header.ts';
import type { SourceCell, SourceRow } from '../../read/rows/source-row.ts';
import { type Note, quoteShort, repaired } from '../../read/rows/source-row.ts';

/**
 * Rows of a text that were broken within a cell are joined again: a piece without a sign goes before or behind the row with which it
 * has as many cells as the headings.
 */
export function mendTears(
  rows: readonly SourceRow[],
  header: Header,
  isOther: (row: SourceRow) => boolean,
): { rows: SourceRow[]; notes: Map<SourceRow, Note> } {
  const notes = new Map<SourceRow, Note>();
  const mended: SourceRow[] = [];
  const width = header.slots.length;
  const off = (one: SourceRow, other: SourceRow) =>
    Math.abs(one.cells.length + other.cells.length - 1 - width);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    const last = mended.at(-1);
    if (row === undefined) continue;
    const isPiece = !hasAnchor(row) && !isOther(row) && row.cells.length <= width;
    const next = rows[index + 1];
    const before =
      isPiece && last !== undefined && !isOther(last) && last.cells.length <= width
        ? off(last, row)
        : Infinity;
    const after =
      isPiece && next !== undefined && !isOther(next) && next.cells.length <= width
        ? off(row, next)
        : Infinity;
    const isBehind = before <= after && before <= 2 && row.cells[0] != null && last?.cells.at(-1) != null;
    const isBefore = after === 0 || (after <= 2 && row.cells.at(-1) != null && next?.cells[0] != null);
    if (isBehind && last !== undefined) {
      mended[mended.length - 1] = join(last, row, notes);
    } else if (isBefore && next !== undefined) {
      mended.push(join(row, next, notes));
      index += 1;
    } else mended.push(row);
  }
  return { rows: mended, notes };
}

function join(one: SourceRow, other: SourceRow, notes: Map<SourceRow, Note>): SourceRow {
  const [last, first] = [one.cells.at(-1) ?? null, other.cells[0] ?? null];
  const middle: SourceCell | null =
    last === null ? first : first === null ? last : { ...last, text: last.text + first.text };
  const joined = { cells: [...one.cells.slice(0, -1), middle, ...other.cells.slice(1)], place: one.place };
  const text = middle?.text ?? '';
  notes.set(
    joined,
    repaired(
      one.place,
      'import/torn',
      { text: quoteShort(text) },
      joined.cells.map((cell) => cell?.text ?? ''),
    ),
  );
  return joined;
}
