import { check } from '../commands/check.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { defineCommand, EXIT } from './command.ts';
import { printMessages, printReport, printStrays } from './print-report.ts';
import { paint } from './terminal.ts';

export const command = defineCommand('check', async ({ values, paths, language }) => {
  if (values.list) {
    const [operand] = paths;
    if (operand !== undefined) throw new EnvironmentError('usage/no-operands', { name: '--list', operand });
    if (values.format !== 'text' && values.format !== 'json')
      throw new EnvironmentError('usage/value', {
        option: '--list --format',
        value: values.format,
        allowed: 'text | json',
      });
    const { formatCheckList, formatCheckListJson, listChecks } = await import('../commands/list-checks.ts');
    const list = listChecks(language);
    process.stdout.write(
      values.format === 'json'
        ? formatCheckListJson(list)
        : formatCheckList(list, language, process.stdout.isTTY ? paint : (_, text) => text),
    );
    return EXIT.clean;
  }
  const options = { ...values, cwd: process.cwd(), paths };
  if (values.out !== undefined && values.shard === undefined)
    throw new EnvironmentError('usage/only-with', { option: '--out', other: '--shard' });
  const dryRun = values['dry-run'];
  if (dryRun && !values.fix)
    throw new EnvironmentError('usage/only-with', { option: '--dry-run', other: '--fix' });
  const fixes = values.fix ? await import('./print-fixes.ts') : null;
  const outcome = fixes && (await import('../commands/fix.ts')).fixSources({ ...options, dryRun });
  if (outcome !== null && values.format === 'text') fixes?.printFixes(outcome, values, language);
  const whole = values.staged ? null : check(options);
  const checked = whole
    ? { ...whole, messages: [] }
    : await (await import('../commands/check-staged.ts')).checkStaged(options);
  const more = outcome && { fixed: outcome.fixed, ...(dryRun ? { patch: outcome.patch } : {}) };
  printReport(checked, values, language, more);
  // A commit that holds a table nobody reads is also reported by the hook, which is quiet as long as there are no errors.
  if (values.staged && values.quiet && !checked.hasErrors)
    printStrays(checked.strays, { quiet: false }, language);
  if (whole && values.format === 'text' && !values.quiet) {
    const { reportChangedForms } = await import('../commands/check-forms.ts');
    printMessages(await reportChangedForms(options, whole.tables, language), values, language);
  }
  if (values.format === 'text') printMessages(checked.messages, { quiet: false }, language);
  return checked.hasErrors ? EXIT.errors : EXIT.clean;
});
