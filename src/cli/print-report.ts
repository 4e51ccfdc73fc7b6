import type { CompiledYear } from '../compile.ts';
import { nameOfOffice } from '../document/booklet-view.ts';
import { type Language, word } from '../messages/wording.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import {
  formatGithub,
  formatJson,
  formatText,
  groupByOffice,
  type TextStyle,
  toReport,
} from '../report/report.ts';
import { formatSarif } from '../report/sarif.ts';
import type { Sentence } from '../report/sentence.ts';
import { escapeControlsInLine } from '../util/escape-controls.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readRequirements } from '../workspace/packages.ts';
import { paint, tell } from './terminal.ts';

type ReportedYear = Pick<CompiledYear, 'path' | 'folder' | 'booklet' | 'sources'>;

export interface Reported {
  diagnostics: readonly Diagnostic[];
  texts: ReadonlyMap<string, string>;
  projects: number;
  /** The years and offices that were asked for, where there are several. */
  years?: readonly ReportedYear[];
  selection?: ReadonlySet<string> | null;
  more?: object | null;
}

/** Text goes to stderr; what `--format json`, `github` or `sarif` asks for goes to stdout alone. */
export function printReport(
  { diagnostics, texts, projects, more, years = [], selection = null }: Reported,
  { format, verbose, quiet }: { format: string; verbose: boolean; quiet: boolean },
  language: Language,
): void {
  const isAskedFor = ({ file }: { file: string }) => selection === null || selection.has(file);
  const offices = years.flatMap(({ path, folder, booklet, sources }) => {
    const asked = sources.filter(isAskedFor);
    const tables = asked.filter(({ stem }) => stem !== BOOKLET_STEM);
    const name = nameOfOffice(booklet);
    return asked.length === 0 ? [] : [{ office: path, folder, name, projects: tables.length }];
  });
  const report = groupByOffice(toReport(diagnostics, texts, projects, language), offices);
  const style: TextStyle = { language, verbose, paint };
  if (format === 'json') process.stdout.write(formatJson({ ...report, ...more }));
  else if (format === 'github') process.stdout.write(formatGithub(report));
  else if (format === 'sarif')
    process.stdout.write(formatSarif(report.diagnostics, readRequirements(PROGRAM_ROOT).version));
  else if (!quiet || report.summary.errors > 0) tell(formatText(report, texts, style));
}

export function printSentences(
  sentences: readonly Sentence[],
  { quiet }: { quiet: boolean },
  language: Language,
): void {
  if (quiet) return;
  for (const { code, args } of sentences) {
    const { text, hint } = word(code, args, language);
    tell(`${text}\n${hint === undefined ? '' : `  → ${hint}\n`}`);
  }
}

/** What looks like a source and was not read, for commands that report no findings; on stderr, whatever the format. */
export function printStrays(
  strays: readonly Diagnostic[],
  { quiet }: { quiet: boolean },
  language: Language,
): void {
  if (quiet) return;
  for (const { wording, args, at } of strays) {
    const { text, hint } = word(wording, args, language);
    tell(`${paint('yellow', '–')} ${escapeControlsInLine(at.file)} ${text}\n  → ${hint ?? ''}\n`);
  }
}
