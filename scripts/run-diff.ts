import { diff } from '../src/commands/diff.ts';
import { formatComparisonJson, hasChanges, toComparisonReport } from '../src/comparison/comparison-report.ts';
import { formatMarkdown } from '../src/comparison/write-markdown.ts';
import { formatComparisonText } from '../src/comparison/write-text.ts';
import { defineCommand, EXIT, SOURCE_OPTIONS, TEMPLATE_OPTION } from './command.ts';
import { hasColour, paint } from './terminal.ts';

export const command = defineCommand(
  {
    ...SOURCE_OPTIONS,
    ...TEMPLATE_OPTION,
    'exit-code': { type: 'boolean', default: false },
    pdf: { type: 'string' },
    browser: { type: 'string' },
  },
  ['text', 'markdown', 'html', 'json'],
  async ({ values, paths, language }) => {
    const compared = await diff({ ...values, cwd: process.cwd(), revisions: paths });
    const { range, comparison, texts } = compared;
    const report = toComparisonReport(range, comparison, texts, language);
    const { format, verbose, quiet } = values;
    if (format === 'json') process.stdout.write(formatComparisonJson(report));
    else if (format === 'markdown') process.stdout.write(formatMarkdown(report, language));
    else if (!quiet) {
      process.stderr.write(formatComparisonText(report, { language, verbose, hasColour, paint }));
    }
    return values['exit-code'] && hasChanges(report) ? EXIT.errors : EXIT.clean;
  },
);
