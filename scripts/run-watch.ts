import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readEpoch } from '../src/commands/epoch.ts';
import type { Sentence } from '../src/commands/sentence.ts';
import { type Round, watch } from '../src/commands/watch.ts';
import { VS_CODE } from '../src/live/editor-address.ts';
import { type Language, word } from '../src/messages/wording.ts';
import { formatSummary, formatText, toReport } from '../src/report.ts';
import { MachineTrouble } from '../src/trouble.ts';
import { CHECK_OPTIONS, defineCommand, EXIT, OUTPUT_OPTIONS } from './command.ts';
import { interruption } from './interruption.ts';
import { paint } from './terminal.ts';

export const command = defineCommand(
  {
    ...CHECK_OPTIONS,
    ...OUTPUT_OPTIONS,
    port: { type: 'string', default: '4173' },
    open: { type: 'boolean', default: false },
    editor: { type: 'string' },
  },
  ['text'],
  async ({ values, paths, language }) => {
    if (paths.length > 0) throw new MachineTrouble('watch/no-paths', { path: paths[0] ?? '' });
    const port = toPort(values.port);
    const editor = values.editor ?? process.env.JIXIAOCE_EDITOR ?? VS_CODE;
    if (!editor.includes('{file}')) throw new MachineTrouble('watch/editor', { editor });
    await watch({
      ...values,
      cwd: process.cwd(),
      epoch: readEpoch(process.env),
      // One page prints at least; one core is left to the editor and the browser that shows the preview.
      cores: Math.max(0, availableParallelism() - 2),
      language,
      port,
      editor,
      printingProgram: fileURLToPath(new URL('printing-process.ts', import.meta.url)),
      signal: interruption(),
      onAddress: async (address) => {
        tell(address, language);
        if (values.open) await openAddress(address, language);
      },
      onTrouble: (trouble) => tellTrouble(trouble, language),
      onRound: (round) => tellRound(round, values, language),
    });
    return EXIT.clean;
  },
);

function toPort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65535) return port;
  throw new MachineTrouble('usage/value', { option: '--port', value, allowed: '0–65535' });
}

/** For people on stderr, as everything is; for programs that read the address, alone on stdout. */
function tell(address: string, language: Language): void {
  process.stderr.write(`${word('watch/address', { address }, language).text}\n`);
  if (!process.stdout.isTTY) process.stdout.write(`${address}\n`);
}

async function openAddress(address: string, language: Language): Promise<void> {
  try {
    const { default: open } = await import('open');
    await open(address);
  } catch {
    process.stderr.write(`${word('watch/not-opened', { address }, language).text}\n`);
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
    process.stderr.write(`${timeOfDay()}\n${formatText({ ...report, diagnostics: errors }, texts, style)}`);
  else if (!quiet) process.stderr.write(`${timeOfDay()} ${formatSummary(report.summary, style)}\n`);
}

function tellTrouble({ code, args }: Sentence, language: Language): void {
  const { text, hint } = word(code, args, language);
  process.stderr.write(`${timeOfDay()} ${paint('red', text)}\n${hint === undefined ? '' : `  → ${hint}\n`}`);
}

function timeOfDay(): string {
  return paint('dim', new Date().toTimeString().slice(0, 8));
}
