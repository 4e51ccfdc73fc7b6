import { type Compared, diff } from '../commands/diff.ts';
import { readEpoch } from '../commands/epoch.ts';
import {
  type ComparisonReport,
  formatComparisonJson,
  hasChanges,
  toComparisonReport,
} from '../compare/formats/json.ts';
import { formatMarkdown } from '../compare/formats/markdown.ts';
import { formatComparisonText } from '../compare/formats/text.ts';
import { type Language, word } from '../messages/wording.ts';
import { RUNNER_COMMAND } from '../util/escape-controls.ts';
import { defineCommand, EXIT } from './command.ts';
import { interruption } from './interruption.ts';
import { printMessages, printStrays } from './print-report.ts';
import { clearProgress, hasColour, paint, printText, showProgressLine } from './terminal.ts';

interface Wanted {
  format: string;
  verbose: boolean;
  quiet: boolean;
  pdf?: string | undefined;
  images?: string | undefined;
  browser?: string | undefined;
}

export const command = defineCommand('diff', async ({ values, paths, language }) => {
  const epoch = readEpoch(process.env);
  if (values.pdf !== undefined) {
    const { checkPdfPlace } = await import('../commands/print-comparison.ts');
    checkPdfPlace(process.cwd(), values.pdf);
  }
  const compared = await diff({ ...values, cwd: process.cwd(), revisions: paths });
  const report = toComparisonReport(compared.range, compared.comparison, compared.texts, language);
  await show(compared, report, values, language);
  printStrays(compared.strays, values, language);
  if (values.pdf !== undefined || values.images !== undefined)
    await printPages(compared, report, values, epoch, language);
  return values['exit-code'] && hasChanges(report) ? EXIT.errors : EXIT.clean;
});

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
    const { formatComparisonHtml, toDocument } = await import('../commands/print-comparison.ts');
    const html = formatComparisonHtml(toDocument(compared, report), compared);
    process.stdout.write(html.replace(RUNNER_COMMAND, '#&#35;'));
  } else if (!quiet) {
    printText(formatComparisonText(report, { language, verbose, hasColour, paint }));
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
  const { createWarmBrowser } = await import('../browser/warm.ts');
  const warm = createWarmBrowser();
  const options = {
    cwd: process.cwd(),
    browser,
    env: process.env,
    signal: interruption(),
    onUnpack: (isRepair: boolean) => {
      if (isRepair) printMessages([{ code: 'browser/repaired', args: {} }], { quiet }, language);
      showProgressLine(word('progress/unpacking', {}, language).text);
    },
    useBrowser: warm.useBrowser,
  };
  try {
    if (pdf !== undefined) {
      const { printComparison, toDocument } = await import('../commands/print-comparison.ts');
      const messages = await printComparison(toDocument(compared, report), compared, {
        ...options,
        pdf,
        epoch,
      });
      clearProgress();
      printMessages([messages], { quiet }, language);
    }
    if (images !== undefined) {
      const { pictureChanges } = await import('../commands/picture-changes.ts');
      const { messages, written } = await pictureChanges(compared, {
        ...options,
        images,
        onProgress: ({ code, args }) => showProgressLine(word(code, args, language).text),
      });
      clearProgress();
      if (verbose && !quiet) printText(written.map((file) => `  + ${file}\n`).join(''));
      printMessages(messages, { quiet }, language);
    }
  } finally {
    await warm.close();
  }
}
