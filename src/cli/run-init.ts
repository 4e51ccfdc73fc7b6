import { initRepository } from '../commands/init.ts';
import { formatEscapedJson } from '../util/escape-controls.ts';
import { defineCommand, EXIT } from './command.ts';
import { OPTIONS } from './options.ts';
import { printMessages } from './print-report.ts';

export const command = defineCommand('init', async ({ values, paths, language }) => {
  const { written, left, messages } = await initRepository({
    cwd: process.cwd(),
    folders: paths,
    year: values.year ?? String(new Date().getFullYear()),
    scripts: Object.keys(OPTIONS).filter((name) => name !== 'init'),
    language,
  });
  if (values.format === 'json') process.stdout.write(formatEscapedJson({ written, left }));
  else printMessages(messages, values, language);
  return EXIT.clean;
});
