import type { Booklet } from '../booklet/booklet.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Coverage } from '../fonts.ts';
import type { ParsedSource } from '../project/parse.ts';
import type { Project } from '../project/project.ts';
import type { PrintedText } from './printed-texts.ts';

/** Everything of one year that a check may look at. */
export interface CheckedYear {
  booklet: Booklet;
  /** The tables that could be read, in the booklet's order. */
  projects: readonly Project[];
  /** Every source whose YAML is sound, booklet.yaml among them. */
  sources: readonly ParsedSource[];
  /** Every text of those sources that people read on the page, listed once for all checks. */
  texts: readonly PrintedText[];
  coverage: Coverage;
}

/** One family of rules: it looks at a year and tells what it finds. */
export interface Check {
  /** The codes it may tell, each with its own level; `检查` in booklet.yaml may change it. */
  codes: Readonly<Record<string, Severity>>;
  run(year: CheckedYear): Diagnostic[];
}
