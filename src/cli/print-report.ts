import { type Language, word } from '../messages/wording.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { formatGithub, formatJson, formatText, type TextStyle, toReport } from '../report/report.ts';
import { formatSarif } from '../report/sarif.ts';
import type { Sentence } from '../report/sentence.ts';
import { escapeControlsInLine } from '../util/escape-controls.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readRequirements } from '../workspace/packages.ts';
import { paint, tell } from './terminal.ts';

export interface Reported {
  diagnostics: readonly Diagnostic[];
  texts: ReadonlyMap<string, string>;
  projects: number;
  /** What JSON has besides. */
  more?: object | null;
}

/** Text goes to stderr; what `--format json`, `github` or `sarif` asks for goes to stdout alone. */
export function printReport(
  { diagnostics, texts, projects, more }: Reported,
  { format, verbose, quiet }: { format: string; verbose: boolean; quiet: boolean },
  language: Language,
): void {
  const report = toReport(diagnostics, texts, projects, language);
  const style: TextStyle = { language, verbose, paint };
  if (format === 'json') process.stdout.write(formatJson({ ...report, ...more }));
  else if (format === 'github') process.stdout.write(formatGithub(report));
  else if (format === 'sarif')
    process.stdout.write(formatSarif(report.diagnostics, readRequirements(PROGRAM_ROOT).version));
  else if (!quiet || report.summary.errors > 0) tell(formatText(report, texts, style));
}

/** What a command has done, on stderr. */
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
