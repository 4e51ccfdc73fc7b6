import { switchHooks } from '../commands/hooks.ts';
import { defineCommand, EXIT } from './command.ts';
import { printSentences } from './print-report.ts';

export const command = defineCommand('hooks', async ({ values, language }) => {
  const { told, isDone } = await switchHooks({ cwd: process.cwd(), off: values.off });
  printSentences(told, { quiet: values.quiet && isDone }, language);
  return isDone ? EXIT.clean : EXIT.errors;
});
