import type { Form } from '../form/form.ts';
import { toLine } from '../form/text.ts';
import type { Funds, ResultSummary } from '../read/results/summary.ts';
import { type Money, moneyOf } from '../read/spending.ts';
import type { Draft, Table } from '../read/table.ts';
import { anchorOf } from './table-view.ts';

/** What is said of a table that cannot be printed yet. */
export interface ListedDraft {
  form: Form;
  file: string;
  stem: string;
  /** In one line; empty where there is none. */
  name: string;
  code: string;
}

/** All that volumes, index pages and reports say of a table: it takes a tenth of the table's memory. */
export interface ListedTable extends ListedDraft {
  anchor: string;
  indicators: number;
  money: Money;
  results: ListedResults | null;
}

export interface ListedResults extends Pick<ResultSummary, 'month' | 'total' | 'lamps'> {
  funds: Pick<Funds, 'budget' | 'spent' | 'rate'> | null;
}

export function toListedDraft({ form, file, stem, name, code }: Draft): ListedDraft {
  return { form, file, stem, name: detach(toLine(name.text)), code: detach(code.text) };
}

export function toListedTable(table: Table): ListedTable {
  const { indicators, results } = table;
  return {
    ...toListedDraft(table),
    anchor: detach(anchorOf(table)),
    indicators: indicators.length,
    money: moneyOf(table),
    results: results === undefined ? null : toListedResults(results),
  };
}

function toListedResults({ month, total, lamps, funds }: ResultSummary): ListedResults {
  return {
    ...{ month, total, lamps },
    funds: funds && { budget: funds.budget, spent: funds.spent, rate: funds.rate },
  };
}

/** A text that was cut from a source would keep all of it in memory. */
function detach(text: string): string {
  return Buffer.from(text).toString();
}
