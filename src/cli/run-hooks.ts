import { switchHooks } from '../commands/hooks.ts';
import { defineCommand, EXIT } from './command.ts';
import { printMessages } from './print-report.ts';

export const command = defineCommand('hooks', async ({ values, language }) => {
  const { messages, isDone } = await switchHooks({ cwd: process.cwd(), off: values.off });
  printMessages(messages, { quiet: values.quiet && isDone }, language);
  return isDone ? EXIT.clean : EXIT.errors;
});
