import { FIGURE_KEY, NAME_KEY } from '../../form/form.ts';
import { COMPARISON_WORDS } from '../../messages/comparison.ts';
import type { Language } from '../../messages/wording.ts';
import type { Change, FieldChange, RowChange } from '../comparison.ts';
import { markChanges, type Piece, shorten } from '../marks.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { listDifference, writeMove, writePlace } from './json.ts';

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

/** A line for what happened to the row itself, if more did than that its cells changed, and one for each cell. */
export function listRowLines(row: RowChange, language: Language): string[] {
  const { change, indicator, previousIndicator, cells } = row;
  if (change === 'added' || change === 'removed') return [writeOneSided(row, language)];
  const words = COMPARISON_WORDS[language];
  const name = escapeMarkdown(writePlace(row));
  const where = change === 'changed' ? name : `${words.change[change]} ${name}`;
  const renamed = { before: previousIndicator ?? '', after: indicator };
  const lines = [
    ...(previousIndicator === undefined ? [] : [[NAME_KEY, ...writeValues(renamed, language)]]),
    ...(writeMove(row, language) === null ? [] : [[words.where, ...writePlaces(row, language), '']]),
    ...cells.map((cell) => [cell.cell, ...writeValues(cell, language)]),
  ];
  return lines.map(([key = '', ...values]) => writeTableRow([`${where}<br>${bold(key)}`, ...values]));
}

/** All of a row that only one side has, in one line. */
function writeOneSided(row: RowChange, language: Language): string {
  const values = row.cells.map(({ cell, before, after }) => {
    const value = escapeMarkdown(cutText(before + after, COMPARISON_WORDS[language].cutShort));
    return cell === FIGURE_KEY ? value : `${cell}：${value}`;
  });
  const text = values.join('<br>');
  const name = `${COMPARISON_WORDS[language].change[row.change]} ${escapeMarkdown(writePlace(row))}`;
  return writeTableRow([name, row.change === 'removed' ? text : '', row.change === 'added' ? text : '', '']);
}

function cutText(text: string, sentence: string): string {
  const characters = [...text];
  return characters.length > LONGEST_VALUE
    ? `${characters.slice(0, LONGEST_VALUE).join('')}${sentence}`
    : text;
}

function writePlaces(row: RowChange, language: Language): string[] {
  const { level1, level2, previousLevel1 = level1, previousLevel2 = level2, place } = row;
  const { separator, place: write } = COMPARISON_WORDS[language];
  return [
    `${previousLevel1} / ${previousLevel2}${separator}${write(place?.before ?? 0)}`,
    `${level1} / ${level2}${separator}${write(place?.after ?? 0)}`,
  ];
}

function bold(key: string): string {
  return `<b>${escapeMarkdown(key)}</b>`;
}

function writeValues(change: Change, language: Language): string[] {
  const pieces = shorten(markChanges(change.before, change.after));
  const side = (kind: 'removed' | 'added') =>
    cut(
      pieces.filter((piece) => piece.kind === kind || piece.kind === 'same'),
      COMPARISON_WORDS[language].cutShort,
    )
      .map((piece) => writePiece(piece, change))
      .join('');
  return [side('removed'), side('added'), listDifference(change, language).map(escapeMarkdown).join('<br>')];
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

/** Where a value is on one side only there is nothing to mark. */
function writePiece({ kind, text }: Piece, { before, after }: Change): string {
  const safe = escapeMarkdown(text);
  if (kind === 'same' || before === '' || after === '') return safe;
  return kind === 'removed' ? `<del>${safe}</del>` : `<ins>${safe}</ins>`;
}
