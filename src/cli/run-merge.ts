import { merge } from '../commands/merge.ts';
import { areChecks, mergeChecks } from '../commands/merge-checks.ts';
import { defineCommand, EXIT } from './command.ts';
import { printMessages, printReport } from './print-report.ts';
import { runPrinting } from './run-build.ts';

export const command = defineCommand('merge', async ({ values, paths: folders, language }) => {
  if (!areChecks(process.cwd(), folders))
    return await runPrinting(values, language, (machine) => merge({ ...values, ...machine, folders }));
  const compared = mergeChecks({ ...values, cwd: process.cwd(), folders });
  printReport(compared, values, language);
  if (values.format === 'text') printMessages(compared.messages, values, language);
  return compared.hasErrors ? EXIT.errors : EXIT.clean;
});
