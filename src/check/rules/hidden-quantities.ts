import { toLine } from '../../form/text.ts';
import { writeFigure } from '../../form/value.ts';
import { listed } from '../../messages/wording.ts';
import type { Located } from '../../read/located.ts';
import type { Indicator } from '../../read/project.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';
import { ITEM, listQuantities, nameRow, type Quantity, thingOf } from '../language/quantities.ts';
import { listSourceTexts, placeIn } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';
import { keyOfFigure, keyOfRow, targetOf } from './copies.ts';

/** Quantities told in a 定性: each belongs in a row of its own, with sign, number and unit. The hint has those rows. */
export function checkHiddenQuantities(year: CheckedYear): Diagnostic[] {
  const sourceTexts = listSourceTexts(year);
  return year.projects.flatMap((project) => {
    const known = new Set(clerkRows(project).map((row) => keyOfRow(row.name.text, targetOf(row))));
    return clerkRows(project).flatMap((row) => {
      if (row.target.kind !== 'qualitative') return [];
      const quantities = findHidden(row.target);
      const [first] = quantities;
      const last = quantities.at(-1);
      if (first === undefined || last === undefined) return [];
      const from = first.index;
      const to = last.index + last.length;
      const at = placeIn(row.target, sourceTexts.get(project.file) ?? '', from, to);
      const written = quantities
        .slice(0, MOST_ROWS)
        .map(({ index, length }) => row.target.text.slice(index, index + length));
      const { rows, said } = offerRows(row, row.target.text, known);
      const args = { quantities: listed(written), rows, said: listed(said) };
      const code = quantities.length === 1 ? 'row/hidden-quantity' : 'row/several-quantities';
      const variant = said.length === 0 ? '' : rows === '' ? '#said' : '#some';
      return [diagnose('suggestion', `${code}${variant}`, at, args)];
    });
  });
}

/** The quantities of a text that is more than one figure. */
export function findHidden(text: Located): Quantity[] {
  const quantities = listQuantities(text.text);
  const [first] = quantities;
  return first === undefined || isFigure(text, first) ? [] : quantities;
}

/** A message is read by a person: a text with more quantities, or a longer name, is shown in part. */
const MOST_ROWS = 10;
const LONGEST_NAME = 100;

/** A value that is nothing but a figure is told as one, by the checks on values. */
function isFigure({ text }: Located, { index, length }: Quantity): boolean {
  return `${text.slice(0, index)}${text.slice(index + length)}`.replace(/[\s。.；;，,]/gu, '') === '';
}

/** A quantity and what it counts. */
export interface CountedThing {
  thing: string;
  quantity: Quantity;
  /** Where the quantity stands in the whole text. */
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
  for (const found of text.matchAll(separator)) {
    clauses.push({ text: text.slice(from, found.index), index: index + from });
    from = found.index + found[0].length;
  }
  return [...clauses, { text: text.slice(from), index: index + from }];
}

/** The rows to paste in the place of this one, as they stand in a file, and those that the table has already. */
function offerRows(
  row: Indicator,
  text: string,
  known: ReadonlySet<string>,
): { rows: string; said: string[] } {
  const { counted, rest } = listCountedThings(text);
  const name = toLine(row.name.text.slice(0, LONGEST_NAME));
  // 对267个党支部全覆盖: how many are covered, not how many there are.
  const covers = ({ isSigned }: Quantity) => (!isSigned && /覆盖/u.test(text) ? '覆盖' : '');
  const offered = new Set(known);
  const rows: string[] = [];
  const said: string[] = [];
  for (const { thing, quantity } of counted.slice(0, MOST_ROWS)) {
    const own = thing === '' ? name : nameRow(covers(quantity) + thing, quantity.unit);
    const key = keyOfRow(own, keyOfFigure(quantity));
    if (offered.has(key)) said.push(`${own} ${writeFigure(quantity)}`);
    else rows.push(`      - 三级指标: ${writeText(own)}`, `        指标值: ${writeFigure(quantity)}`);
    offered.add(key);
  }
  if (rest.length > 0) {
    const words = rest.join('，').slice(0, LONGEST_NAME);
    rows.push(`      - 三级指标: ${writeText(name)}`, `        定性: ${writeText(words)}`);
  }
  return { rows: rows.join('\n'), said };
}

/** A text as YAML takes it: in quotes where it would be taken for something else. */
function writeText(text: string): string {
  return /^[\s!&*%@`{}[\]|>?#'",-]|: | #|:$/.test(text) ? JSON.stringify(text) : text;
}

export const hiddenQuantityChecks: readonly Check[] = [
  {
    codes: { 'row/hidden-quantity': 'suggestion', 'row/several-quantities': 'suggestion' },
    run: checkHiddenQuantities,
  },
];
