import { tidySources } from '../commands/tidy.ts';
import { hasErrors } from '../report/diagnostic.ts';
import { toReport } from '../report/report.ts';
import { formatEscapedJson } from '../util/escape-controls.ts';
import { defineCommand, EXIT } from './command.ts';
import { printMessages, printReport, toFindings } from './print-report.ts';

export const command = defineCommand('tidy', async ({ values, paths, language }) => {
  const tidied = await tidySources({ ...values, cwd: process.cwd(), paths });
  const hasFailed = hasErrors(tidied.diagnostics);
  if (values.format === 'json') {
    const report = toReport(tidied.diagnostics, tidied.texts, tidied.projects, language);
    process.stdout.write(formatEscapedJson({ written: tidied.written, ...report }));
  } else if (tidied.diagnostics.length > 0) printReport(toFindings(tidied), values, language);
  if (values.format === 'text') printMessages(tidied.messages, values, language);
  return hasFailed ? EXIT.errors : EXIT.clean;
});
