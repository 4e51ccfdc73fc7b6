import { type Compared, diff } from '../src/commands/diff.ts';
import { readEpoch } from '../src/commands/epoch.ts';
import {
  type ComparisonReport,
  formatComparisonJson,
  hasChanges,
  toComparisonReport,
} from '../src/comparison/comparison-report.ts';
import { formatMarkdown } from '../src/comparison/write-markdown.ts';
import { formatComparisonText } from '../src/comparison/write-text.ts';
import type { Language } from '../src/messages/wording.ts';
import { defineCommand, EXIT, SOURCE_OPTIONS, TEMPLATE_OPTION } from './command.ts';
import { interruption } from './interruption.ts';
import { printSentences } from './print-report.ts';
import { clearProgress, hasColour, paint, showProgressLine, tellUnpacking } from './terminal.ts';

interface Wanted {
  format: string;
  verbose: boolean;
  quiet: boolean;
  pdf?: string | undefined;
  browser?: string | undefined;
}

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
    const epoch = readEpoch(process.env);
    const compared = await diff({ ...values, cwd: process.cwd(), revisions: paths });
    const report = toComparisonReport(compared.range, compared.comparison, compared.texts, language);
    await show(compared, report, values, language);
    if (values.pdf !== undefined) await writePdf(compared, report, values.pdf, values, epoch, language);
    return values['exit-code'] && hasChanges(report) ? EXIT.errors : EXIT.clean;
  },
);

/** Text goes to stderr; what another format asks for goes to stdout alone. */
async function show(
  compared: Compared,
  report: ComparisonReport,
  { format, verbose, quiet }: Wanted,
  language: Language,
): Promise<void> {
  if (format === 'json') process.stdout.write(formatComparisonJson(report));
  else if (format === 'markdown') process.stdout.write(formatMarkdown(report, language));
  else if (format === 'html') {
    const { formatComparisonHtml, toDocument } = await import('../src/commands/print-comparison.ts');
    process.stdout.write(formatComparisonHtml(toDocument(compared, report), compared));
  } else if (!quiet) {
    process.stderr.write(formatComparisonText(report, { language, verbose, hasColour, paint }));
  }
}

async function writePdf(
  compared: Compared,
  report: ComparisonReport,
  pdf: string,
  { browser, quiet }: Wanted,
  epoch: number | null,
  language: Language,
): Promise<void> {
  const { printComparison, toDocument } = await import('../src/commands/print-comparison.ts');
  const told = await printComparison(toDocument(compared, report), compared, {
    cwd: process.cwd(),
    pdf,
    browser,
    env: process.env,
    epoch,
    signal: interruption(),
    onUnpack: () => showProgressLine(tellUnpacking(language)),
  });
  clearProgress();
  printSentences([told], { quiet }, language);
}
