import type Big from 'big.js';
import type { ResultsForm } from '../../form/results-form.ts';
import type { Span } from '../../report/diagnostic.ts';

/** The grid of funds as it is printed, and what execution earned. */
export interface Funds {
  rows: { name: string; cells: FundsCell[] }[];
  /** Of the total, in 万元; null where it is not written. */
  budget: Big | null;
  spent: Big | null;
  /** Spent ÷ budget of the total; null where it cannot be known. */
  rate: Big | null;
  score: Big | null;
  /** What the rule gives where the author wrote other points. */
  overridden: Big | null;
}

/** A cell of the grid: in 万元 where it is an amount. `at`: where it is written, or what it is computed from. */
export interface FundsCell {
  text: string;
  isAmount: boolean;
  at: Span;
}

/** What a table of results has besides a table's facts and rows. */
export interface ResultSummary {
  kind: ResultsForm['kind'];
  /** 1 to 12; null for 自评. */
  month: number | null;
  funds: Funds | null;
  /** Points of all, and what was earned; null for a form without points, or while a row has none. */
  total: { weight: string; score: Big; text: string; grade: string } | null;
  /** The keys of the columns of points, where the form has them. */
  points: { weight: string | null; score: string | null };
  notes: string[];
  lamps: { indicator: string; lamp: string }[];
}
