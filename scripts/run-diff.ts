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
import { type Language, word } from '../src/messages/wording.ts';
import { defineCommand, EXIT, SOURCE_OPTIONS, TEMPLATE_OPTION } from './command.ts';
import { interruption } from './interruption.ts';
import { printSentences } from './print-report.ts';
import { clearProgress, hasColour, paint, showProgressLine, tellUnpacking } from './terminal.ts';

interface Wanted {
  format: string;
  verbose: boolean;
  quiet: boolean;
  pdf?: string | undefined;
  images?: string | undefined;
  browser?: string | undefined;
}

export const command = defineCommand(
  {
    ...SOURCE_OPTIONS,
    ...TEMPLATE_OPTION,
    'exit-code': { type: 'boolean', default: false },
    pdf: { type: 'string' },
    images: { type: 'string' },
    browser: { type: 'string' },
  },
  ['text', 'markdown', 'html', 'json'],
  async ({ values, paths, language }) => {
    const epoch = readEpoch(process.env);
    if (values.pdf !== undefined) {
      const { checkPdfPlace } = await import('../src/commands/print-comparison.ts');
      checkPdfPlace(process.cwd(), values.pdf);
    }
    const compared = await diff({ ...values, cwd: process.cwd(), revisions: paths });
    const report = toComparisonReport(compared.range, compared.comparison, compared.texts, language);
    await show(compared, report, values, language);
    if (values.pdf !== undefined || values.images !== undefined)
      await printPages(compared, report, values, epoch, language);
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

/** All that needs a browser, with one start of it. */
async function printPages(
  compared: Compared,
  report: ComparisonReport,
  { pdf, images, browser, verbose, quiet }: Wanted,
  epoch: number | null,
  language: Language,
): Promise<void> {
  const { createWarmBrowser } = await import('../src/browser/warm.ts');
  const warm = createWarmBrowser();
  const options = {
    cwd: process.cwd(),
    browser,
    env: process.env,
    signal: interruption(),
    onUnpack: () => showProgressLine(tellUnpacking(language)),
    lend: warm.lend,
  };
  try {
    if (pdf !== undefined) {
      const { printComparison, toDocument } = await import('../src/commands/print-comparison.ts');
      const told = await printComparison(toDocument(compared, report), compared, { ...options, pdf, epoch });
      clearProgress();
      printSentences([told], { quiet }, language);
    }
    if (images !== undefined) {
      const { pictureChanges } = await import('../src/commands/picture-changes.ts');
      const { told, written } = await pictureChanges(compared, {
        ...options,
        images,
        onProgress: ({ code, args }) => showProgressLine(word(code, args, language).text),
      });
      clearProgress();
      if (verbose && !quiet) process.stderr.write(written.map((file) => `  + ${file}\n`).join(''));
      printSentences(told, { quiet }, language);
    }
  } finally {
    await warm.close();
  }
}
