import { FIGURE_KEY, OTHER_KEY, WORDS_KEY } from '../../form/form.ts';
import { parseFigure, type ValueFault, writeFigure } from '../../form/value.ts';
import { isDate } from '../../form/written-date.ts';
import { parseCost } from '../cost-value.ts';
import { isWordsSign } from './align.ts';
import type { FoundFigure, FoundRow } from './row.ts';
import type { Place } from './source-row.ts';
import { doubtful, type Note, repaired } from './source-row.ts';

/** What a row says of its value: a key of the form and its text. */
export interface ReadTarget {
  key: string;
  text: string;
  notes: Note[];
}

/** What the font Symbol has at these places; without the font they are left. */
const LOST_SIGNS: Readonly<Record<string, string>> = { '³': '≥', '£': '≤' };

const NOTHING: FoundFigure = { operator: '', number: '', unit: '', isWhole: true };

/** The value of a row as the form writes it. `isPaid`: an amount of money in its group is what something costs. */
export function readTarget(row: FoundRow, isPaid: boolean): ReadTarget {
  const figure = row.values.get(FIGURE_KEY) ?? NOTHING;
  const { operator, number, unit, isWhole } = figure;
  const words = (text: string, notes: Note[] = []) => ({ key: WORDS_KEY, text, notes });
  const whole = `${number}${unit}`;
  if (/^定性/u.test(operator)) return words(whole);
  if (isWordsSign(operator) && 'wording' in parseFigure(whole))
    return { key: OTHER_KEY, text: whole, notes: [] };
  const { text, notes, isRead } = writeValue(figure, row.place, (written) =>
    isPaid ? parseCost(written, row.name) : parseFigure(written),
  );
  if (isRead) return { key: FIGURE_KEY, text, notes };
  // Without a sign words are not a figure; a number that cannot be read is left to the author.
  const isProse = isWhole && /^\p{L}[^≥≤≧≦<>＜＞=＝]*$/u.test(whole);
  if (operator === '' && (isProse || !/\d/.test(whole) || isDate(whole) || /20\d\d\s?年|\d月/.test(whole)))
    return words(whole);
  const isTime = /^[=＝]$/u.test(operator) && /20\d\d\s?年|\d月/.test(whole);
  const note = doubtful(row.place, 'import/value-unread', { text }, [operator, number, unit].filter(Boolean));
  return operator === '' || isTime
    ? words(whole, [...notes, note])
    : { key: FIGURE_KEY, text, notes: [...notes, note] };
}

/** Sign, number and unit in canonical form, or unchanged where they are not a figure. */
export function writeValue(
  { operator, number, unit }: Pick<FoundFigure, 'operator' | 'number' | 'unit'>,
  place: Place,
  read: (text: string) => ReturnType<typeof parseFigure> = parseFigure,
): { text: string; notes: Note[]; isRead: boolean } {
  const notes: Note[] = [];
  const before = [operator, number, unit].filter((part) => part !== '');
  const lost = LOST_SIGNS[operator] ?? LOST_SIGNS[number.charAt(0)];
  const sign = LOST_SIGNS[operator] ?? (isWordsSign(operator) ? '' : operator);
  const rest = lost !== undefined && operator === '' ? lost + number.slice(1) : number;
  if (lost !== undefined) notes.push(repaired(place, 'import/lost-sign', { sign: lost }, before));
  // 600人次 beside 人次 has its unit twice.
  const each = rest.endsWith(unit) ? '' : unit;
  const written = `${sign}${rest}${each}`.replaceAll('\n', '');
  const figure: ReturnType<typeof parseFigure> = read(written);
  if (!('wording' in figure)) return { text: writeFigure(figure), notes, isRead: true };
  const { corrected, wording } = figure as ValueFault;
  if (corrected === null) return { text: written, notes, isRead: false };
  const isGuess = /no-sign|about|range|name-in-value/.test(wording);
  const note = isGuess ? doubtful : repaired;
  notes.push(note(place, 'import/value', { from: written, to: corrected }, before));
  return { text: corrected, notes, isRead: true };
}
