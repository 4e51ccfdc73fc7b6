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

/** The cells of one line. */
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
  return splitQuoted(text, '\t');
}

/** A cell with the delimiter, a line end or a quote in it is in quotes. */
export function splitQuoted(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const quoted = text.charAt(from) === '"' ? closeQuoted(text, from) : -1;
    const found = text.indexOf(delimiter, Math.max(from, quoted));
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
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** Whether a cell is still open where a line ends. */
export function hasOpenCell(text: string, delimiter = '\t'): boolean {
  for (let from = 0; from < text.length; ) {
    if (text[from] === '"') {
      const end = closeQuoted(text, from);
      if (end < 0) return true;
      from = end;
    }
    const found = text.indexOf(delimiter, from);
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
