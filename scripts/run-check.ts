import { check } from '../src/commands/check.ts';
import { hasErrors } from '../src/diagnostic.ts';
import { CHECK_OPTIONS, defineCommand, EXIT } from './command.ts';
import { printReport, printSentences } from './print-report.ts';
import { paint } from './terminal.ts';

export const command = defineCommand(
  {
    ...CHECK_OPTIONS,
    list: { type: 'boolean', default: false },
    staged: { type: 'boolean', default: false },
  },
  ['text', 'json', 'github', 'sarif'],
  async ({ values, paths, language }) => {
    if (values.list) {
      const { formatCheckList, formatCheckListJson, listChecks } = await import(
        '../src/commands/list-checks.ts'
      );
      const list = listChecks(language);
      process.stdout.write(
        values.format === 'json'
          ? formatCheckListJson(list)
          : formatCheckList(list, language, process.stdout.isTTY ? paint : (_, text) => text),
      );
      return EXIT.clean;
    }
    const options = { ...values, cwd: process.cwd(), paths };
    const checked = values.staged
      ? await (await import('../src/commands/check-staged.ts')).checkStaged(options)
      : { ...check(options), told: [] };
    if (checked === null) return EXIT.clean;
    printReport(checked, values, language);
    if (values.format === 'text') printSentences(checked.told, { quiet: false }, language);
    return hasErrors(checked.diagnostics) ? EXIT.errors : EXIT.clean;
  },
);
