import { describeTrace } from '../commands/describe-trace.ts';
import { type Traced, trace } from '../commands/trace.ts';
import { type Language, word } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';
import { escapeControlsInLine, formatEscapedJson } from '../util/escape-controls.ts';
import { defineCommand, EXIT } from './command.ts';
import { printStrays } from './print-report.ts';
import { paint, printText } from './terminal.ts';

export const command = defineCommand('trace', async ({ values, paths, language }) => {
  const { strays, ...traced } = await trace({
    cwd: process.cwd(),
    projects: values.projects,
    templates: values.templates,
    targets: paths,
  });
  if (values.format === 'json') process.stdout.write(formatEscapedJson(traced));
  else printText(format(traced, values, language));
  printStrays(strays, values, language);
  return traced.isCurrent ? EXIT.clean : EXIT.errors;
});

function format(
  traced: Omit<Traced, 'strays'>,
  { projects, quiet }: { projects: string; quiet: boolean },
  language: Language,
): string {
  const { targets, git } = describeTrace(traced, projects);
  const lines: string[] = [];
  const say = ({ code, args }: Message, mark: string) => {
    const { text, hint } = word(code, args, language);
    lines.push(`${mark}${text}`, ...(hint === undefined ? [] : [`  → ${hint}`]));
  };
  for (const { target, problem, found } of targets) {
    if (problem !== null) say(problem, `${paint('red', '✗')} ${escapeControlsInLine(target)} `);
    else if (!quiet && targets.length > 1) lines.push(paint('bold', escapeControlsInLine(target)));
    for (const { name, isCurrent, messages } of found) {
      if (quiet && isCurrent) continue;
      lines.push(
        `${isCurrent ? paint('green', '✓') : paint('red', '✗')} ${paint('bold', escapeControlsInLine(name))}`,
      );
      for (const sentence of messages) say(sentence, '  ');
    }
  }
  if (git !== null && (!quiet || !traced.isCurrent)) say(git, `${paint('yellow', '–')} `);
  return lines.map((line) => `${line}\n`).join('');
}
