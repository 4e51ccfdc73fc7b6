import { DEPARTMENT_FORM, FIRST_FORM, type Field, type Sheet } from './form.ts';
import type { FormKind, FundsUse, ResultUse } from './words.ts';

/**
 * What a form of results is: 自评, or 监控 of a month. `templates/forms/NAME.yaml` describes one; its rows are those of the
 * goals, whatever form these have.
 */
export interface ResultsForm extends Sheet {
  kind: 'evaluation' | 'monitoring';
  /** What a source says beside funds and rows, in its order; some of it may be taken from the goals. */
  fields: readonly ResultField[];
  funds: FundsGrid | null;
  rowFields: readonly ResultField[];
  /** How points are given; null for a form without any. */
  scoring: Scoring | null;
  /** From the lowest rate to the highest; empty for a form without lamps. */
  lamps: readonly Lamp[];
}

export interface ResultField extends Field {
  use: ResultUse | null;
  /** The key, or a role, of what the goals say: results do not repeat it. */
  source: string | null;
}

/** The program writes it, no author. */
export function isComputedField({ use }: Pick<ResultField, 'use'>): boolean {
  return use === 'lamp' || use === 'coefficient';
}

/** Amounts of money by their sources (rows) and what became of them (columns). */
export interface FundsGrid {
  heading: string;
  /** The first is the total of the others. */
  rows: readonly string[];
  columns: readonly FundsColumn[];
}

export interface FundsColumn {
  key: string;
  /** `{月}` is the month. */
  heading: string;
  use: FundsUse | null;
  isRequired: boolean;
  /** Per cent of the printable width. */
  width: number;
}

export function isComputed({ use }: FundsColumn): boolean {
  return use === 'rate' || use === 'weight';
}

export interface Scoring {
  /** Points for spending the budget; below `explainBelow` per cent a reason is asked for. */
  execution: { points: string; explainBelow: string | null } | null;
  /** Points of each 一级指标 where neither goal nor result give them to its rows. */
  level1s: ReadonlyMap<string, string>;
  /** What is reached beyond a target earns no more points. */
  isCut: boolean;
  /** Of `=`: by the ratio of the smaller to the larger, or all or nothing. */
  equal: 'ratio' | 'exact';
  /** How words are judged, from the best to the worst; `take` is per cent where only the band is written. */
  bands: readonly { name: string; from: string; to: string; take: string }[];
  /** Rows that got less than this, per cent of their points, or reached more, per cent of the target, are explained. */
  explain: { below: string | null; above: string | null };
  grades: readonly { name: string; from: string }[];
  decimals: number;
}

/** `upTo`: per cent, not included; null for the last one. */
export interface Lamp {
  name: string;
  upTo: string | null;
  /** Rows under it need no explanation. */
  isGood: boolean;
}

/** The forms of results that are used where booklet.yaml names none. */
export const FIRST_RESULTS_FORMS = { evaluation: '自评表', monitoring: '监控表' } as const;

export const ROWS_KEY = '指标';
export const FUNDS_KEY = '资金';

/** The forms that a year has where its booklet.yaml names none. */
export const USUAL_FORMS: Readonly<Record<FormKind, string>> = {
  ...{ goal: FIRST_FORM, department: DEPARTMENT_FORM },
  ...FIRST_RESULTS_FORMS,
};
