import { availableParallelism } from 'node:os';
import { readEpoch } from '../commands/epoch.ts';
import { merge } from '../commands/merge.ts';
import { hasErrors } from '../report/diagnostic.ts';
import { defineCommand, EXIT } from './command.ts';
import { interruption } from './interruption.ts';
import { printReport, printSentences } from './print-report.ts';
import { describe, summarize } from './run-build.ts';
import { clearProgress, showProgressLine, tell } from './terminal.ts';

export const command = defineCommand('merge', async ({ values, paths, language }) => {
  const started = performance.now();
  const merged = await merge({
    ...values,
    cwd: process.cwd(),
    folders: paths,
    env: process.env,
    epoch: readEpoch(process.env),
    cores: availableParallelism(),
    now: Date.now(),
    signal: interruption(),
    onProgress: (progress) => showProgressLine(describe(progress, language)),
  });
  clearProgress();
  printReport(merged, values, language);
  printSentences(merged.sentences, values, language);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!values.quiet) tell(summarize(merged, values, language, seconds));
  return hasErrors(merged.diagnostics) ? EXIT.errors : EXIT.clean;
});
