import { listMatches } from '../../util/list-matches.ts';
import { ITEM, listQuantities, type Quantity, thingOf } from './quantities.ts';

/** The quantities of a text that is more than one figure. */
export function findHidden(text: string): Quantity[] {
  const quantities = listQuantities(text);
  const [first] = quantities;
  return first === undefined || isFigure(text, first) ? [] : quantities;
}

/** A value that is nothing but a figure is reported as one, by the checks on values. */
function isFigure(text: string, { index, length }: Quantity): boolean {
  return `${text.slice(0, index)}${text.slice(index + length)}`.replace(/[\s。.；;，,]/gu, '') === '';
}

export interface CountedThing {
  thing: string;
  quantity: Quantity;
  index: number;
}

/**
 * Takes a text apart at its punctuation, and at 、 where one clause has several quantities: 会议、培训≥2次 is one thing,
 * 观摩会≥2次、表彰≥1次 are two.
 */
export function listCountedThings(text: string): { counted: CountedThing[]; rest: string[] } {
  const counted: CountedThing[] = [];
  const rest: string[] = [];
  for (const clause of splitClauses(text)) {
    let from = 0;
    let thing = '';
    const quantities = listQuantities(clause.text);
    for (const quantity of quantities) {
      const shifted = { ...quantity, index: quantity.index - from };
      thing = thingOf(clause.text.slice(from), shifted) || thing;
      counted.push({ thing, quantity, index: clause.index + quantity.index });
      from = quantity.index + quantity.length;
    }
    const words = clause.text.replace(ITEM, '').trim();
    if (quantities.length === 0 && words !== '') rest.push(words);
  }
  return { counted, rest };
}

interface Clause {
  text: string;
  index: number;
}

function splitClauses(text: string): Clause[] {
  return splitAt({ text, index: 0 }, /[，。；;\n]|(?<!\d),|,(?!\d)/gu).flatMap((clause) =>
    listQuantities(clause.text).length > 1 ? splitAt(clause, /、/gu) : [clause],
  );
}

function splitAt({ text, index }: Clause, separator: RegExp): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (const found of listMatches(separator, text)) {
    clauses.push({ text: text.slice(from, found.index), index: index + from });
    from = found.index + found[0].length;
  }
  return [...clauses, { text: text.slice(from), index: index + from }];
}
