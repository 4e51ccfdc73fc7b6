import { keysOfLine } from '../form/head.ts';
import { writeAmount } from '../form/money.ts';
import { toLine } from '../form/text.ts';
import type { FieldRole } from '../form/words.ts';
import { digestOf } from '../read/content-hash.ts';
import { readSpending } from '../read/spending.ts';
import type { Indicator, Table } from '../read/table.ts';
import { compareRows, toOneSided } from './compare-rows.ts';
import type { Change, ProjectChange, TableKeys } from './comparison.ts';
import { listChanges, subtractAmounts } from './difference.ts';
import { matchRows } from './match-rows.ts';
import { listFields } from './printed.ts';

/** Two states of one project, and which of their rows are the same. */
export interface MatchedTable {
  year: string;
  before: Table;
  after: Table;
  rows: [before: Indicator, after: Indicator][];
}

export function matchTable(year: string, before: Table, after: Table): MatchedTable {
  return { year, before, after, rows: matchRows(before.indicators, after.indicators).pairs };
}

/** Null when the two print the same. */
export function compareTable({ year, before, after, rows }: MatchedTable): ProjectChange | null {
  const previousName = toLine(before.name.text);
  const isRenamed = previousName !== toLine(after.name.text) || before.file !== after.file;
  const fields = listChanges(listFields(before), listFields(after), 'field');
  const changes = compareRows(after.form, before.indicators, after.indicators, rows);
  if (!isRenamed && fields.length === 0 && changes.length === 0) return null;
  return {
    ...headOf(year, after),
    digests: { before: digestOf(before), after: digestOf(after) },
    cost: compareCosts(before, after),
    change: isRenamed ? 'renamed' : 'changed',
    ...(isRenamed ? { previousName, previousFile: before.file } : {}),
    fields,
    rows: changes,
  };
}

export function toOneSidedProject(year: string, project: Table, change: 'added' | 'removed'): ProjectChange {
  // The code names the project, and has been reported with it.
  const values = listFields(project).filter(({ key }) => key !== keysOf(project).code);
  const [before, after] = change === 'added' ? [[], values] : [values, []];
  return {
    ...headOf(year, project),
    digests: {
      before: change === 'removed' ? digestOf(project) : null,
      after: change === 'added' ? digestOf(project) : null,
    },
    cost: change === 'added' ? compareCosts(null, project) : compareCosts(project, null),
    change,
    fields: listChanges(before, after, 'field'),
    rows: toOneSided(project.indicators, change, () => true).map(([, row]) => row),
  };
}

function compareCosts(before: Table | null, after: Table | null): Change {
  const write = (project: Table | null) => {
    const total = project === null ? null : readSpending(project).total;
    return total === null ? '' : writeAmount(total);
  };
  const [old, now] = [write(before), write(after)];
  return { before: old, after: now, ...subtractAmounts(old, now) };
}

function headOf(year: string, project: Table) {
  const { file, name, code } = project;
  return { keys: keysOf(project), year, file, name: toLine(name.text), code: code.text };
}

function keysOf({ form: { fields, head } }: Table): TableKeys {
  const find = (role: FieldRole) => fields.find((field) => field.role === role)?.key ?? null;
  const always = head.flatMap((line) => (line.kind === 'pairs' && line.isOptional ? [] : keysOfLine(line)));
  return { name: find('name') ?? '', code: find('code'), always };
}
