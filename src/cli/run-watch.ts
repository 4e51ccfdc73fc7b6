import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readEpoch } from '../commands/epoch.ts';
import { createFindingLog } from '../commands/finding-log.ts';
import type { Round } from '../commands/round.ts';
import { watch } from '../commands/watch.ts';
import { type Language, word } from '../messages/wording.ts';
import { VS_CODE } from '../preview/editor-address.ts';
import type { Diagnostic, Message } from '../report/diagnostic.ts';
import { formatSummary, formatText, toReport, toSummary } from '../report/report.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { defineCommand, EXIT } from './command.ts';
import { interruption } from './interruption.ts';
import { printMessages } from './print-report.ts';
import { paint, printText, printWording } from './terminal.ts';

export const command = defineCommand('watch', async ({ values, language }) => {
  const editor = values.editor ?? process.env.JIXIAOCE_EDITOR ?? VS_CODE;
  if (!editor.includes('{file}')) {
    // The message names the places that a command has to have.
    const places = { file: '{file}', line: '{line}', column: '{column}' };
    throw new EnvironmentError('watch/editor', { editor, ...places });
  }
  await watch({
    ...values,
    cwd: process.cwd(),
    epoch: readEpoch(process.env),
    // One page prints at least; one core is left to the editor and the browser that shows the preview.
    cores: Math.max(0, availableParallelism() - 2),
    language,
    port: Number(values.port),
    readOnly: values['read-only'],
    editor,
    printingProgram: join(import.meta.dirname, 'printing-process.js'),
    importProgram: join(import.meta.dirname, 'import-process.js'),
    signal: interruption(),
    onAddress: async (address) => {
      showAddress(address, language);
      if (values.open) await openAddress(address, language);
    },
    onTrouble: (trouble) => reportEnvironmentError(trouble, language),
    onMessage: (message) => printMessages([message], values, language),
    onRound: createTeller(values, language),
  });
  return EXIT.clean;
});

/** For people on stderr, as everything is; for programs that read the address, alone on stdout. */
function showAddress(address: string, language: Language): void {
  printText(`${word('watch/address', { address }, language).text}\n`);
  if (!process.stdout.isTTY) process.stdout.write(`${address}\n`);
}

async function openAddress(address: string, language: Language): Promise<void> {
  try {
    const { default: open } = await import('open');
    await open(address);
  } catch {
    printText(`${word('watch/not-opened', { address }, language).text}\n`);
  }
}

const MOST_GONE = 20;

/** What changed since the last round, and one line of totals. */
function createTeller({ verbose, quiet }: { verbose: boolean; quiet: boolean }, language: Language) {
  const log = createFindingLog();
  const style = { language, verbose, paint };
  const isListed = ({ severity }: Diagnostic) => verbose || severity !== 'suggestion';
  let before: ReadonlyMap<string, string> = new Map();
  let lastTrouble = '';
  return ({ checked, trouble }: Round): void => {
    // A folder that is removed brings several rounds.
    const inWay = trouble === null ? '' : JSON.stringify([trouble.code, trouble.args]);
    const isNew = inWay !== lastTrouble;
    lastTrouble = inWay;
    if (trouble !== null) {
      if (isNew) reportEnvironmentError(trouble, language);
      return;
    }
    const { diagnostics, texts, projects } = checked;
    const { fresh, mended, suppressed } = log(checked);
    const summary = toSummary(diagnostics, projects);
    const gone = [
      ...listGone('watch/mended', mended.filter(isListed), before, language),
      ...listGone('watch/suppressed', suppressed.filter(isListed), before, language),
    ];
    before = texts;
    const listed = fresh.filter(isListed);
    if (listed.length === 0 && (gone.length === 0 || quiet)) {
      if (!quiet) printText(`${timeOfDay()} ${formatSummary(summary, style)}\n`);
      return;
    }
    const report = toReport(listed, texts, projects, language);
    printText([timeOfDay(), ...gone, formatText({ ...report, summary }, texts, style)].join('\n'));
  };
}

function listGone(
  code: string,
  gone: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  language: Language,
): string[] {
  const { diagnostics } = toReport(gone.slice(0, MOST_GONE), texts, 0, language);
  const lines = diagnostics.map(({ file, message }) => word(code, { file, message }, language).text);
  const rest = gone.length - diagnostics.length;
  return rest > 0 ? [...lines, word(`${code}#more`, { count: String(rest) }, language).text] : lines;
}

function reportEnvironmentError({ code, args }: Message, language: Language): void {
  const { text, hint } = word(code, args, language);
  printWording({ text: paint('red', text), hint }, `${timeOfDay()} `);
}

function timeOfDay(): string {
  return paint('dim', new Date().toTimeString().slice(0, 8));
}
