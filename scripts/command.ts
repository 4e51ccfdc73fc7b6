import { fileURLToPath } from 'node:url';
import type { ParseArgsConfig, parseArgs } from 'node:util';
import type { Language } from '../src/messages/wording.ts';

/** The process's exit codes; scripts rely on them. */
export const EXIT = { clean: 0, errors: 1, machine: 2, interrupted: 130 } as const;

/** What Ctrl-C, a closed terminal or a kill makes a command end with. */
export const INTERRUPTED = Symbol('interrupted');

/** The options that mean the same everywhere. A command takes those it has a use for. */
export const LANGUAGE_OPTIONS = {
  format: { type: 'string', default: 'text' },
  verbose: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;
export const PROJECTS_OPTION = { projects: { type: 'string', default: 'projects' } } as const;
export const SOURCE_OPTIONS = {
  ...LANGUAGE_OPTIONS,
  ...PROJECTS_OPTION,
  year: { type: 'string' },
} as const;
export const TEMPLATE_OPTION = {
  templates: { type: 'string', default: fileURLToPath(new URL('../templates', import.meta.url)) },
} as const;
export const OUTPUT_OPTIONS = {
  out: { type: 'string', default: 'out' },
  browser: { type: 'string' },
} as const;
export const CHECK_OPTIONS = {
  ...SOURCE_OPTIONS,
  ...TEMPLATE_OPTION,
  strict: { type: 'boolean', default: false },
} as const;

export type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>['values'];

/** What the command line said, parsed and its language and format known to be right. */
export interface Given<O extends Options> {
  values: Values<O>;
  paths: string[];
  language: Language;
}

/** One command: what it may be told, and what it does; `run` resolves to the exit code. */
export interface Command {
  options: Options;
  /** What `--format` may be. */
  formats: readonly string[];
  run(values: unknown, paths: string[], language: Language): Promise<number>;
}

/** Gives `run` the types that its own options have. */
export function defineCommand<const O extends Options>(
  options: O,
  formats: readonly string[],
  run: (given: Given<O>) => Promise<number>,
): Command {
  return {
    options,
    formats,
    run: (values, paths, language) => run({ values: values as Values<O>, paths, language }),
  };
}
