import type { Coverage } from '../font/faces.ts';
import type { Booklet } from '../read/booklet.ts';
import type { ParsedSource } from '../read/parse.ts';
import type { Project } from '../read/project.ts';
import type { Diagnostic, Severity } from '../report/diagnostic.ts';
import type { PrintedText } from './printed-texts.ts';

/** What a check may look at: one source of a year, or all of them for a check that `comparesTables`. */
export interface CheckedYear {
  booklet: Booklet;
  /** The tables that could be read, in the booklet's order. */
  projects: readonly Project[];
  /** Every source whose YAML is sound, booklet.yaml among them. */
  sources: readonly ParsedSource[];
  /** Every text of one source that people read on the page, listed once for all checks; none for those that compare. */
  texts: readonly PrintedText[];
  coverage: Coverage;
  /** The names of the year's tables that are not among `projects`, for those that compare. */
  unread: readonly string[];
}

/** One family of rules: it looks at a year and tells what it finds. */
export interface Check {
  /** The codes it may tell, each with its own level; `检查` in booklet.yaml may change it. */
  codes: Readonly<Record<string, Severity>>;
  /** It looks at a year's tables together. Any other check is shown one source at a time, and its findings are remembered. */
  comparesTables?: true;
  run(year: CheckedYear): Diagnostic[];
}
