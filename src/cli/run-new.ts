import { writeNewTable } from '../commands/new.ts';
import { toReport } from '../report/report.ts';
import { formatEscapedJson } from '../util/escape-controls.ts';
import { defineCommand, EXIT } from './command.ts';
import { printMessages, printReport, toFindings } from './print-report.ts';

export const command = defineCommand('new', async ({ values, paths, language }) => {
  const { 'from-year': fromYear, ...options } = values;
  const result = await writeNewTable({ ...options, fromYear, cwd: process.cwd(), names: paths });
  const { written, files, diagnostics, texts, messages } = result;
  const projects = new Set(diagnostics.map(({ at }) => at.file)).size;
  if (values.format === 'json') {
    const report = toReport(diagnostics, texts, projects, language);
    process.stdout.write(formatEscapedJson({ written, files, diagnostics: report.diagnostics }));
  } else if (written === null && messages.length === 0)
    printReport(toFindings({ diagnostics, texts, projects }), values, language);
  else printMessages(messages, values, language);
  return written === null ? EXIT.errors : EXIT.clean;
});
