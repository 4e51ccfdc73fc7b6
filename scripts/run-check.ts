import { check } from '../src/commands/check.ts';
import { hasErrors } from '../src/diagnostic.ts';
import { CHECK_OPTIONS, defineCommand, EXIT } from './command.ts';
import { printReport } from './print-report.ts';
import { paint } from './terminal.ts';

export const command = defineCommand(
  { ...CHECK_OPTIONS, list: { type: 'boolean', default: false } },
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
    const checked = check({ ...values, cwd: process.cwd(), paths });
    printReport(checked, values, language);
    return hasErrors(checked.diagnostics) ? EXIT.errors : EXIT.clean;
  },
);
