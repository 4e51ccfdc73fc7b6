import { switchHooks } from '../src/commands/hooks.ts';
import { defineCommand, EXIT, LANGUAGE_OPTIONS } from './command.ts';
import { printSentences } from './print-report.ts';

export const command = defineCommand(
  { ...LANGUAGE_OPTIONS, off: { type: 'boolean', default: false } },
  ['text'],
  async ({ values, language }) => {
    const { told, isDone } = await switchHooks({ cwd: process.cwd(), off: values.off });
    printSentences(told, { quiet: values.quiet && isDone }, language);
    return isDone ? EXIT.clean : EXIT.errors;
  },
);
