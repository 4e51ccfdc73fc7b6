import { createHash } from 'node:crypto';
import { toLine, toParagraphs } from '../form/text.ts';
import { DIGEST_LENGTH } from '../pdf/provenance.ts';
import type { Draft, DraftIndicator } from './project.ts';

/**
 * Stands for everything that a reader sees in a table, as it is printed: a comment, a blank or a line wrapped elsewhere
 * changes nothing. It is on paper, so what it is made of may never change: another list needs another mark in its front.
 */
export function digestOf({ name, code, goal, budget, facts, indicators }: Draft): string {
  const printed = [
    '绩效册 1',
    toLine(name.text),
    code.text,
    toParagraphs(goal.text),
    budget === null ? null : [budget.number, budget.unit],
    facts.map(({ label, value }) => [label, toLine(value.text)]),
    indicators.map(listCells),
  ];
  return createHash('sha256').update(JSON.stringify(printed)).digest('hex').slice(0, DIGEST_LENGTH);
}

function listCells({ level1, level2, name, target, remark, explanation }: DraftIndicator): unknown[] {
  return [
    level1,
    level2,
    toParagraphs(name.text),
    target.kind === 'figure'
      ? [target.operator, target.number, target.unit]
      : [target.kind, toParagraphs(target.text)],
    toParagraphs(remark?.text ?? ''),
    toParagraphs(explanation?.text ?? ''),
  ];
}
