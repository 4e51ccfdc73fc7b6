import type { ValueFault } from './value.ts';
import { type CalendarDate, findDates, isReversed } from './written-date.ts';

export interface Period {
  start: CalendarDate;
  end: CalendarDate;
}

/** Reads 起止: `2023.07–2024.01`, `2023年7月至2024年1月`, `2023年`. It may run into another year. */
export function parsePeriod(text: string): Period | ValueFault {
  // 2023-2025 are years where nothing else can be meant.
  const written = text.trim().replace(/^(20\d{2}\s?(?:[-—–~～]{1,2}|至|到)\s?20\d{2})$/u, '$1年');
  const [date, ...more] = findDates(written);
  const isWhole = date?.index === 0 && date.text.length === written.length && more.length === 0;
  if (date === undefined || !isWhole || date.start.year === null) {
    return { wording: 'value/period', corrected: null };
  }
  const { start, end } = date;
  // A year is from its beginning to its end.
  if (end === null && start.month !== null) return { wording: 'value/period#open', corrected: null };
  if (isReversed(date)) return { wording: 'value/period#reversed', corrected: null };
  return { start, end: end ?? start };
}
