import type { Sentence } from '../src/commands/sentence.ts';
import { tellTrace } from '../src/commands/tell-trace.ts';
import { type Traced, trace } from '../src/commands/trace.ts';
import { type Language, word } from '../src/messages/wording.ts';
import { defineCommand, EXIT, LANGUAGE_OPTIONS, PROJECTS_OPTION } from './command.ts';
import { paint } from './terminal.ts';

export const command = defineCommand(
  { ...LANGUAGE_OPTIONS, ...PROJECTS_OPTION },
  ['text', 'json'],
  async ({ values, paths, language }) => {
    const traced = await trace({ cwd: process.cwd(), projects: values.projects, targets: paths });
    if (values.format === 'json') process.stdout.write(`${JSON.stringify(traced, null, 2)}\n`);
    else process.stderr.write(format(traced, values, language));
    return traced.isCurrent ? EXIT.clean : EXIT.errors;
  },
);

function format(
  traced: Traced,
  { projects, quiet }: { projects: string; quiet: boolean },
  language: Language,
): string {
  const { targets, git } = tellTrace(traced, projects);
  const lines: string[] = [];
  const say = ({ code, args }: Sentence, mark: string) => {
    const { text, hint } = word(code, args, language);
    lines.push(`${mark}${text}`, ...(hint === undefined ? [] : [`  → ${hint}`]));
  };
  for (const { target, problem, told } of targets) {
    if (problem !== null) say(problem, `${paint('red', '✗')} ${target} `);
    else if (!quiet && targets.length > 1) lines.push(paint('bold', target));
    for (const { name, isCurrent, sentences } of told) {
      if (quiet && isCurrent) continue;
      lines.push(`${isCurrent ? paint('green', '✓') : paint('red', '✗')} ${paint('bold', name)}`);
      for (const sentence of sentences) say(sentence, '  ');
    }
  }
  if (git !== null && (!quiet || !traced.isCurrent)) say(git, `${paint('yellow', '–')} `);
  return lines.map((line) => `${line}\n`).join('');
}
