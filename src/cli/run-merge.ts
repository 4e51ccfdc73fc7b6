import { merge } from '../commands/merge.ts';
import { defineCommand } from './command.ts';
import { runPrinting } from './run-build.ts';

export const command = defineCommand('merge', ({ values, paths, language }) =>
  runPrinting(values, language, (machine) => merge({ ...values, ...machine, folders: paths })),
);
