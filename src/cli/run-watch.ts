import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readEpoch } from '../commands/epoch.ts';
import type { Sentence } from '../commands/sentence.ts';
import { type Round, watch } from '../commands/watch.ts';
import { VS_CODE } from '../live/editor-address.ts';
import { type Language, word } from '../messages/wording.ts';
import { formatSummary, formatText, toReport } from '../report.ts';
import { MachineTrouble } from '../trouble.ts';
import { defineCommand, EXIT } from './command.ts';
import { interruption } from './interruption.ts';
import { paint, tell } from './terminal.ts';

export const command = defineCommand('watch', async ({ values, language }) => {
  const editor = values.editor ?? process.env.JIXIAOCE_EDITOR ?? VS_CODE;
  if (!editor.includes('{file}')) throw new MachineTrouble('watch/editor', { editor });
  await watch({
    ...values,
    cwd: process.cwd(),
    epoch: readEpoch(process.env),
    // One page prints at least; one core is left to the editor and the browser that shows the preview.
    cores: Math.max(0, availableParallelism() - 2),
    language,
    port: Number(values.port),
    editor,
    printingProgram: fileURLToPath(new URL('printing-process.ts', import.meta.url)),
    signal: interruption(),
    onAddress: async (address) => {
      tellAddress(address, language);
      if (values.open) await openAddress(address, language);
    },
    onTrouble: (trouble) => tellTrouble(trouble, language),
    onRound: (round) => tellRound(round, values, language),
  });
  return EXIT.clean;
});

/** For people on stderr, as everything is; for programs that read the address, alone on stdout. */
function tellAddress(address: string, language: Language): void {
  tell(`${word('watch/address', { address }, language).text}\n`);
  if (!process.stdout.isTTY) process.stdout.write(`${address}\n`);
}

async function openAddress(address: string, language: Language): Promise<void> {
  try {
    const { default: open } = await import('open');
    await open(address);
  } catch {
    tell(`${word('watch/not-opened', { address }, language).text}\n`);
  }
}

/** One line for each round, and the errors when there are some. */
function tellRound(
  { checked, trouble }: Round,
  { verbose, quiet }: { verbose: boolean; quiet: boolean },
  language: Language,
): void {
  if (trouble !== null) {
    tellTrouble(trouble, language);
    return;
  }
  const { diagnostics, texts, projects } = checked;
  const report = toReport(diagnostics, texts, projects, language);
  const style = { language, verbose, paint };
  const errors = report.diagnostics.filter(({ severity }) => verbose || severity === 'error');
  if (errors.length > 0)
    tell(`${timeOfDay()}\n${formatText({ ...report, diagnostics: errors }, texts, style)}`);
  else if (!quiet) tell(`${timeOfDay()} ${formatSummary(report.summary, style)}\n`);
}

function tellTrouble({ code, args }: Sentence, language: Language): void {
  const { text, hint } = word(code, args, language);
  tell(`${timeOfDay()} ${paint('red', text)}\n${hint === undefined ? '' : `  → ${hint}\n`}`);
}

function timeOfDay(): string {
  return paint('dim', new Date().toTimeString().slice(0, 8));
}
