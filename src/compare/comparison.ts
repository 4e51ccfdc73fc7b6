import type { Diagnostic } from '../report/diagnostic.ts';

/**
 * What differs between two states of the tables, in the form's own words. This is also what `--format json` prints, but for
 * the findings, which become words there; schema/comparison.schema.json describes it.
 */
export interface Comparison {
  totals: Totals;
  /** The same for each year that either side has, in order. */
  years: YearTotals[];
  /** The same for each office, where there are any; of its own tables only. */
  offices?: OfficeTotals[];
  booklets: BookletChange[];
  /** Forms that say something else now, with the tables that they touch. */
  forms: FormChange[];
  /** Year by year and office by office, in the booklet's order; projects that are gone are behind the others. */
  projects: ProjectChange[];
  notCompared: NotCompared[];
  findings: Findings<Diagnostic>;
  suppressions: SuppressionChange[];
}

/** `suppressed`: only a comment or 检查 hides them now. `unsuppressed`: it hid them before, and is gone. Neither is new or resolved. */
export type Findings<T> = Record<'brought' | 'mended' | 'suppressed' | 'unsuppressed', T[]>;

/** A code that a comment `# 忽略 …` names. */
export interface SuppressionChange {
  file: string;
  change: 'added' | 'removed';
  code: string;
  reason: string;
  at: Diagnostic['at'];
}

/** Counts and sums of the projects that could be understood. */
export interface Totals {
  unit: '万元';
  /** 成本指标合计; empty where no table has any. */
  before: string;
  after: string;
  projectsBefore: number;
  projectsAfter: number;
  indicatorsBefore: number;
  indicatorsAfter: number;
  /** False when a table that changed was not understood: then the two sides are not of the same tables, and no difference is reported. */
  isComplete: boolean;
  /** As in CellChange; left out while the sums are the same, or not `isComplete`. */
  delta?: string;
  percent?: number;
}

export interface YearTotals extends Totals {
  year: string;
}

export interface OfficeTotals extends YearTotals {
  /** The path of its folder among the years. */
  office: string;
  /** 单位 */
  name: string;
  /** Of an office whose folder was renamed or moved. */
  previousOffice?: string;
}

/** One value of the form: what it was and what it is now, as printed. Empty where there is none; `\n` parts paragraphs. */
export interface Change {
  before: string;
  after: string;
  /** `0.27 万元`, `-2 次`, `3 个百分点`: for two figures of one unit, or of money. */
  delta?: string;
  percent?: number;
  /** The same quantity, written with another unit or other decimals: 4 万元 → 40000 元. */
  isEqual?: true;
}

export interface FieldChange extends Change {
  /** The source's own key, e.g. 绩效目标. */
  field: string;
}

export interface CellChange extends Change {
  /** 指标值 (sign, value, unit; also what is under 定性 and 定量其他), 备注 or 指标值说明. */
  cell: string;
}

export interface RowChange {
  level1: string;
  level2: string;
  indicator: string;
  /** A row that was renamed and moved is `renamed`, one that was moved and changed is `moved`; `cells` has the rest. */
  change: 'changed' | 'added' | 'removed' | 'renamed' | 'moved';
  previousIndicator?: string;
  /** Where it was, when it is under other labels now. */
  previousLevel1?: string;
  previousLevel2?: string;
  /** Its place among the rows under its labels, from 1, when it was moved there. */
  place?: { before: number; after: number };
  /** Which row of the whole table it is, from 0; null on the side that does not have it. */
  rows: { before: number | null; after: number | null };
  cells: CellChange[];
}

/** What a form calls what is shown of every table. */
export interface TableKeys {
  name: string;
  /** Null where the form has none. */
  code: string | null;
  /** On every sheet, even empty. */
  always: readonly string[];
}

export interface ProjectChange {
  /** Of its form; in no output. */
  keys: TableKeys;
  year: string;
  /** The path of its folder among the years; only where there are offices. */
  office?: string;
  file: string;
  name: string;
  code: string;
  change: 'changed' | 'added' | 'removed' | 'renamed';
  /** Of a project that was renamed; one of the two may be as it is now. */
  previousName?: string;
  previousFile?: string;
  /** What is at the lower right of the table's sheets, which trace knows it by; null where the project is not there. */
  digests: { before: string | null; after: string | null };
  /** 成本控制数, what its cost indicators add up to, in 万元; empty where the project is not there or has none. */
  cost: Change;
  fields: FieldChange[];
  rows: RowChange[];
}

export interface BookletChange {
  year: string;
  file: string;
  change: 'changed' | 'added' | 'removed';
  fields: FieldChange[];
}

export interface FormChange {
  /** By its name, e.g. 预算项目绩效目标表. */
  form: string;
  /** What of it: a part such as 列, or with a name one of its entries. */
  parts: { part: string; name: string | null; change: 'changed' | 'added' | 'removed' }[];
  tables: string[];
}

/** A file that was not understood on one side, or on both. */
export interface NotCompared {
  year: string;
  file: string;
  side: 'before' | 'after' | 'both';
  /** The file is the same on both sides: nothing of it has changed. */
  isUnchanged: boolean;
  /** Its first error on the later of those sides. */
  error: Diagnostic;
}
