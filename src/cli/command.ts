import type { Language } from '../messages/wording.ts';
import type { Values } from './option.ts';
import type { CommandName, OPTIONS } from './options.ts';

/** The process's exit codes; scripts rely on them. */
export const EXIT = { clean: 0, errors: 1, machine: 2, interrupted: 130 } as const;

/** What Ctrl-C, a closed terminal or a kill makes a command end with. */
export const INTERRUPTED = Symbol('interrupted');

/** What the command line said, parsed, and every value known to be one of those allowed. */
export interface Given<Name extends CommandName> {
  values: Values<(typeof OPTIONS)[Name]>;
  paths: string[];
  language: Language;
}

export type Command = (values: unknown, paths: string[], language: Language) => Promise<number>;

/** Gives `run` the types that the options of the command `name` have. */
export function defineCommand<Name extends CommandName>(
  _name: Name,
  run: (given: Given<Name>) => Promise<number>,
): Command {
  return (values, paths, language) => run({ values: values as Given<Name>['values'], paths, language });
}
