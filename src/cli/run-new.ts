import { writeNewTable } from '../commands/new.ts';
import { toReport } from '../report.ts';
import { defineCommand, EXIT } from './command.ts';
import { printReport, printSentences } from './print-report.ts';

export const command = defineCommand('new', async ({ values, paths, language }) => {
  const result = await writeNewTable({ ...values, cwd: process.cwd(), names: paths });
  const { written, diagnostics, texts, told } = result;
  if (values.format === 'json') {
    const report = toReport(diagnostics, texts, 1, language);
    process.stdout.write(`${JSON.stringify({ written, diagnostics: report.diagnostics }, null, 2)}\n`);
  } else if (written === null) printReport({ diagnostics, texts, projects: 1 }, values, language);
  else printSentences(told, values, language);
  return written === null ? EXIT.errors : EXIT.clean;
});
