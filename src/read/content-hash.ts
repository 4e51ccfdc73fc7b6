import { FIRST_FORM } from '../form/form.ts';
import { toLine, toParagraphs } from '../form/text.ts';
import { digest } from '../util/digest.ts';
import { memoize } from '../util/memoize.ts';
import type { Booklet } from './booklet.ts';
import { type Fact, pathOfPart, plainAmount, printFact } from './facts.ts';
import type { Draft, DraftIndicator } from './table.ts';

/**
 * Stands for everything that a reader sees in a table, as it is printed: a comment, a blank or a line wrapped elsewhere
 * changes nothing. It is on paper, so what it is made of may never change: another list needs another mark in its front.
 */
export const digestOf = memoize((table: Draft): string => {
  return digest(table.form.name === FIRST_FORM ? listFirstForm(table) : listAny(table));
});

/** What the hash of the first form has been made of since before there were others. */
function listFirstForm({ name, code, goal, budget, facts, indicators }: Draft): unknown[] {
  const others = facts.filter(({ field }) => field.role === null);
  return [
    '绩效册 1',
    toLine(name.text),
    code.text,
    toParagraphs(goal.text),
    budget === null ? null : [budget.number, budget.unit],
    others.map(({ field, value }) => [field.key, toLine(value.text)]),
    indicators.map((row) => [
      ...listRow(row),
      toParagraphs(row.remark?.text ?? ''),
      toParagraphs(row.explanation?.text ?? ''),
    ]),
  ];
}

function listAny({ form, facts, indicators }: Draft): unknown[] {
  return [
    '绩效册 2',
    form.name,
    facts.map((fact) => [fact.field.key, listFact(fact)]),
    indicators.map((row) => [...listRow(row), row.cells.map((cell) => [cell.field.key, printFact(cell)])]),
  ];
}

/** Amounts of a block are printed in its unit, all with as many decimals. */
function listFact(fact: Fact): string[] {
  const { block } = fact.field;
  if (block === null) return printFact(fact);
  return fact.parts.map((part) => {
    const said = part.amount === null ? printFact(part) : [plainAmount(part.amount, block.unit)];
    return [pathOfPart('', part.row, part.field.key), ...said].join(' ');
  });
}

function listRow({ level1, level2, name, target }: DraftIndicator): unknown[] {
  return [
    level1,
    level2,
    toParagraphs(name.text),
    target.kind === 'figure'
      ? [target.operator, target.number, target.unit]
      : [target.kind, toParagraphs(target.text)],
  ];
}

/** The tables that a booklet holds or sums up, in their order, each with the offices that it belongs to. */
interface BookletContents {
  tables: readonly { digest: string; offices?: readonly string[] }[];
  isSummary: boolean;
}

/**
 * Stands for everything that a reader sees in a booklet: its front, and its tables in their order. What it is made of may never
 * change: another list needs another mark in its front, as a volume above offices has.
 */
export function originOf(
  { title, unit, year, date, notes }: Booklet,
  { tables, isSummary }: BookletContents,
): { year: string; digest: string } {
  const isPlain = !isSummary && tables.every(({ offices = [] }) => offices.length === 0);
  const printed = [
    isPlain ? '绩效册汇编 1' : '绩效册汇编 2',
    toLine(title),
    toLine(unit),
    year,
    date,
    toParagraphs(notes?.text ?? ''),
    tables.map((table) => table.digest),
    ...(isPlain ? [] : [tables.map(({ offices = [] }) => offices), isSummary]),
  ];
  return { year, digest: digest(printed) };
}
