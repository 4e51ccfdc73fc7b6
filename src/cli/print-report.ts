import type { CompiledYear } from '../compile.ts';
import { nameOfOffice } from '../document/booklet-view.ts';
import { type Language, word } from '../messages/wording.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { type Diagnostic, hasErrors } from '../report/diagnostic.ts';
import {
  type Findings,
  formatGithubParts,
  formatJsonParts,
  formatSarifOf,
  formatTextParts,
  groupFindings,
} from '../report/groups.ts';
import type { Texts } from '../report/lines.ts';
import { escapeControlsInLine } from '../util/escape-controls.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readRequirements } from '../workspace/packages.ts';
import { paint, printText, printWording } from './terminal.ts';

/** Of findings that are all there. */
export interface Reported {
  diagnostics: readonly Diagnostic[];
  texts: Texts;
  projects: number;
  /** The years and offices that were asked for, where there are several. */
  years?: readonly Pick<CompiledYear, 'path' | 'folder' | 'booklet' | 'sources' | 'diagnostics'>[];
  selection?: ReadonlySet<string> | null;
}

/** The same by their offices. */
export function toFindings({
  diagnostics,
  texts,
  projects,
  years = [],
  selection = null,
}: Reported): Findings {
  const isAskedFor = ({ file }: { file: string }) => selection === null || selection.has(file);
  const offices = years.flatMap(({ path, folder, booklet, sources, diagnostics: found }) => {
    const asked = sources.filter(isAskedFor);
    const projects = asked.filter(({ stem }) => stem !== BOOKLET_STEM).length;
    // One whose files cannot be read is named, too.
    const isNamed = asked.length > 0 || found.some(({ at }) => isAskedFor(at));
    return isNamed ? [{ office: path, folder, name: nameOfOffice(booklet), projects }] : [];
  });
  const groups = groupFindings(diagnostics, texts, offices);
  return { groups, projects, hasErrors: hasErrors(diagnostics) };
}

/** Text goes to stderr; what `--format json`, `github` or `sarif` asks for goes to stdout alone. `more`: what JSON has besides. */
export function printReport(
  findings: Findings,
  { format, verbose, quiet }: { format: string; verbose: boolean; quiet: boolean },
  language: Language,
  more: object | null = null,
): void {
  const print = (text: string) => process.stdout.write(text);
  if (format === 'json') for (const part of formatJsonParts(findings, language, more)) print(part);
  else if (format === 'github') for (const part of formatGithubParts(findings, language)) print(part);
  else if (format === 'sarif')
    for (const part of formatSarifOf(findings, language, readRequirements(PROGRAM_ROOT).version)) print(part);
  else if (!quiet || findings.hasErrors)
    for (const part of formatTextParts(findings, { language, verbose, paint })) printText(part);
}

export function printMessages(
  messages: readonly Message[],
  { quiet }: { quiet: boolean },
  language: Language,
): void {
  if (quiet) return;
  for (const { code, args } of messages) printWording(word(code, args, language));
}

/** What looks like a source and was not read, for commands that report no findings; on stderr, whatever the format. */
export function printStrays(
  strays: readonly Diagnostic[],
  { quiet }: { quiet: boolean },
  language: Language,
): void {
  if (quiet) return;
  for (const { wording, args, at } of strays)
    printWording(word(wording, args, language), `${paint('yellow', '–')} ${escapeControlsInLine(at.file)} `);
}
