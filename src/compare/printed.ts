import { WORD_SIGNS } from '../document/rows-view.ts';
import { FIGURE_KEY } from '../form/form.ts';
import { toParagraphs } from '../form/text.ts';
import { type Figure, writeFigure } from '../form/value.ts';
import { listValues, type NamedValue, printFact } from '../read/facts.ts';
import type { Indicator, Table } from '../read/table.ts';

/** One value as the page shows it, under the source's own key. */
export interface PrintedValue {
  key: string;
  /** Paragraphs parted by `\n`; empty when there is none. */
  text: string;
  /** When it is a figure: what differences are taken of. */
  figure: (Pick<Figure, 'number' | 'unit'> & Partial<Pick<Figure, 'operator'>>) | null;
}

/** A source's text as the page shows it: its paragraphs, and several blanks in a row as one. */
export function toPrinted(text: string): string {
  return toParagraphs(text)
    .map((paragraph) => paragraph.replace(/[ \t]+/g, ' '))
    .join('\n');
}

/** What a project says of itself above its indicators, but for its name. */
export function listFields({ facts }: Table): PrintedValue[] {
  return listValues(facts)
    .filter(({ fact }) => fact.field.role !== 'name')
    .map(({ label, fact }) => toValue(fact, label));
}

/** What a row says behind its name. */
export function listCells({ target, cells }: Indicator): PrintedValue[] {
  const isFigure = target.kind === 'figure';
  return [
    {
      key: FIGURE_KEY,
      text: isFigure ? writeFigure(target) : `${WORD_SIGNS[target.kind]} ${toPrinted(target.text)}`,
      figure: isFigure ? target : null,
    },
    ...cells.map((cell) => toValue(cell)),
  ];
}

function toValue(fact: NamedValue['fact'], key = fact.field.key): PrintedValue {
  const { value, amount, figure } = fact;
  const isWords = amount === null && figure === null;
  return {
    key,
    text: isWords ? toPrinted(value.text) : printFact(fact).join('\n'),
    figure: amount ?? figure,
  };
}
