import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import { type Built, build, DRAFT_FOLDER } from '../commands/build.ts';
import { readEpoch } from '../commands/epoch.ts';
import type { Printed, Progress } from '../commands/print-years.ts';
import { type Language, word } from '../messages/wording.ts';
import { hasErrors } from '../report/diagnostic.ts';
import { defineCommand, EXIT } from './command.ts';
import { interruption } from './interruption.ts';
import { printMessages, printReport, toFindings } from './print-report.ts';
import { clearProgress, printText, showProgressLine } from './terminal.ts';

export const command = defineCommand('build', async ({ values, paths, language }) => {
  return runPrinting(values, language, (machine) => build({ ...values, ...machine, paths }));
});

/** Prints with progress on the terminal, then reports: `build` and `merge`. Returns the exit code. */
export async function runPrinting(
  values: Parameters<typeof printReport>[1] & { out: string; quiet: boolean; verbose: boolean },
  language: Language,
  print: (machine: ReturnType<typeof listMachine>) => Promise<Built>,
): Promise<number> {
  const started = performance.now();
  const built = await print(listMachine(language));
  clearProgress();
  printReport(toFindings(built), values, language);
  printMessages(built.messages, values, language);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!values.quiet) printText(summarize(built, values, language, seconds));
  return hasErrors(built.diagnostics) ? EXIT.errors : EXIT.clean;
}

function listMachine(language: Language) {
  return {
    cwd: process.cwd(),
    env: process.env,
    epoch: readEpoch(process.env),
    cores: availableParallelism(),
    now: Date.now(),
    signal: interruption(),
    onProgress: (progress: Progress) => showProgressLine(describe(progress, language)),
  };
}

function describe(progress: Progress, language: Language): string {
  if (progress.step !== 'print') return word('progress/unpacking', {}, language).text;
  const { done, total, name } = progress;
  return word('progress/printing', { done: String(done), total: String(total), name }, language).text;
}

function summarize(
  built: Built,
  { out, verbose }: { out: string; verbose: boolean },
  language: Language,
  seconds: string,
): string {
  const folder = relative(process.cwd(), out).split(sep).join('/') || out;
  const { drafts } = built;
  const draftFolder = `${folder}/${DRAFT_FOLDER}`;
  const done = built.removed.length > 0 ? 'build/done#removed' : 'build/done';
  const lines = [
    ...(verbose ? listFiles(built, folder) : []),
    ...(verbose && drafts ? listFiles(drafts, draftFolder) : []),
    ...(drafts ? [word('build/drafts', { ...count(drafts), folder: draftFolder }, language).text] : []),
    word(done, { ...count(built), folder, seconds }, language).text,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function listFiles({ printed, removed }: Printed, folder: string): string[] {
  return [
    ...printed.map((path) => `  + ${folder}/${path}`),
    ...removed.map((path) => `  - ${folder}/${path}`),
  ];
}

function count({ printed, unchanged, removed }: Printed): Record<string, string> {
  return {
    printed: String(printed.length),
    unchanged: String(unchanged.length),
    removed: String(removed.length),
  };
}
