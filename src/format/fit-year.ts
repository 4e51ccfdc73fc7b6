import { findDates, rewriteYear } from '../form/written-date.ts';

/** In a comment at the top of an example: the year that it is filled in for. */
const WRITTEN_FOR = /^#.*?(20\d\d) ?年度/m;

/** Laws, plans and notices are cited as they are called, with the years in their names. */
const TITLE = /《[^《》\n]{1,80}》/gu;

/**
 * An example as it would be in another year: every date moves as many years. `rewriteCode` gives the code of that year.
 * `writtenFor` says in a comment at its top which year the example is for; where it does not, the text stays as it is.
 */
export function fitYear(
  text: string,
  writtenFor: string,
  year: string,
  rewriteCode: (code: string) => string,
): string {
  const shift = Number(year) - Number(WRITTEN_FOR.exec(writtenFor)?.[1] ?? year);
  if (shift === 0) return text;
  return text
    .split('\n')
    .map((line) => (line.startsWith('# yaml-language-server') ? line : moveDates(line, shift)))
    .join('\n')
    .replace(/\b\d{8}[A-Z][0-9A-Z]{12}\b/g, rewriteCode);
}

function moveDates(line: string, shift: number): string {
  const titles = [...line.matchAll(TITLE)];
  let moved = '';
  let from = 0;
  for (const written of findDates(line).flatMap(({ years }) => years)) {
    const isCited = titles.some(
      ({ index, 0: title }) => index < written.index && written.index < index + title.length,
    );
    if (isCited) continue;
    moved += line.slice(from, written.index) + rewriteYear(written, written.year + shift);
    from = written.index + written.text.length;
  }
  return moved + line.slice(from);
}
