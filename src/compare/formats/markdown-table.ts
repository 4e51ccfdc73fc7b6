import { COMPARISON_WORDS } from '../../messages/comparison.ts';
import type { Language } from '../../messages/wording.ts';
import type { Change, FieldChange, RowChange } from '../comparison.ts';
import { isOneSided, listLines } from '../lines.ts';
import { markSides, type Piece } from '../marks.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { listDifference, writePlace } from './json.ts';

/** Characters of one value that are shown. */
const LONGEST_VALUE = 1000;

export function writeTableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

export function writeTableHead(language: Language): string {
  const { where, before, after, difference } = COMPARISON_WORDS[language];
  return `${writeTableRow([where, before, after, difference])}| --- | --- | --- | --- |\n`;
}

export function listFieldLines(fields: readonly FieldChange[], language: Language): string[] {
  return fields.map((change) => writeTableRow([bold(change.field), ...writeValues(change, language)]));
}

/** Lines of one row, each with where it is. */
export function listRowLines(row: RowChange, language: Language): string[] {
  const place = escapeMarkdown(writePlace(row));
  const where =
    row.change === 'changed' ? place : `${COMPARISON_WORDS[language].change[row.change]} ${place}`;
  return listLines(row, language).map(({ what, ...line }) =>
    writeTableRow([isOneSided(row) ? where : `${where}<br>${bold(what)}`, ...writeValues(line, language)]),
  );
}

function bold(key: string): string {
  return `<b>${escapeMarkdown(key)}</b>`;
}

function writeValues(change: Change & { isPlain?: boolean }, language: Language): string[] {
  const sides = markSides(change, { isPlain: change.isPlain ?? false, isShort: true });
  const write = (pieces: readonly Piece[]) =>
    cut(pieces, COMPARISON_WORDS[language].cutShort).map(writePiece).join('');
  return [
    write(sides.before),
    write(sides.after),
    listDifference(change, language).map(escapeMarkdown).join('<br>'),
  ];
}

function cut(pieces: readonly Piece[], sentence: string): Piece[] {
  let rest = LONGEST_VALUE;
  return pieces.flatMap((piece): Piece[] => {
    if (rest <= 0) return [];
    const characters = [...piece.text];
    const text = characters.slice(0, rest).join('');
    rest -= characters.length;
    return rest >= 0
      ? [piece]
      : [
          { ...piece, text },
          { kind: 'same', text: sentence },
        ];
  });
}

function writePiece({ kind, text }: Piece): string {
  const safe = escapeMarkdown(text);
  if (kind === 'same') return safe;
  return kind === 'removed' ? `<del>${safe}</del>` : `<ins>${safe}</ins>`;
}
