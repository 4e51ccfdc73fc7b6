import type { Fixed, FixOutcome } from '../commands/fix.ts';
import { type Language, word } from '../messages/wording.ts';
import { escapeControlsInLine } from '../util/escape-controls.ts';
import { printMessages } from './print-report.ts';
import { paint, printText } from './terminal.ts';

/** What was fixed, line by line, or with `--dry-run` the diff. A program that reads stdout gets the diff there, too. */
export function printFixes(
  { fixed, patch, messages }: FixOutcome,
  { quiet, 'dry-run': dryRun }: { quiet: boolean; 'dry-run': boolean },
  language: Language,
): void {
  if (dryRun) {
    if (!quiet) printText(patch.split('\n').map(paintLine).join('\n'));
    if (!process.stdout.isTTY) process.stdout.write(patch);
  } else if (!quiet) for (const fix of fixed) printText(`${formatFix(fix, language)}\n`);
  printMessages(messages, { quiet }, language);
}

function formatFix({ file, line, code, before, after }: Fixed, language: Language): string {
  const [old, now] = [before, after].map((text) =>
    text.split('\n').map((one) => escapeControlsInLine(one.trimEnd())),
  );
  const change =
    old?.length === 1 && now?.length === 1
      ? `  ${paint('red', old[0]?.trim() ?? '')} → ${paint('green', now[0]?.trim() ?? '')}`
      : [
          ...(old ?? []).map((one) => paint('red', `  - ${one}`)),
          ...(now ?? []).map((one) => paint('green', `  + ${one}`)),
        ].join('\n');
  return word('fix/line', { file, line: String(line), code, change }, language).text;
}

function paintLine(line: string): string {
  const colours = { '+': 'green', '-': 'red', '@': 'cyan' } as const;
  const colour = colours[line.charAt(0) as '+'];
  return colour === undefined ? line : paint(colour, line);
}
