import { parseArgs } from 'node:util';
import { type Language, word } from '../src/messages/wording.ts';
import { MachineTrouble } from '../src/trouble.ts';
import { type Command, EXIT, INTERRUPTED, type Options } from './command.ts';
import { clearProgress, paint } from './terminal.ts';

/** Loaded one by one, so that `check` does not wait for what `build` needs. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  check: () => import('./run-check.ts'),
  build: () => import('./run-build.ts'),
  watch: () => import('./run-watch.ts'),
  diff: () => import('./run-diff.ts'),
  new: () => import('./run-new.ts'),
  tidy: () => import('./run-tidy.ts'),
  trace: () => import('./run-trace.ts'),
  hooks: () => import('./run-hooks.ts'),
  doctor: () => import('./run-doctor.ts'),
};

// A reader may have seen enough: `| head`. A file that what is put out goes to may be full.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') return;
  process.exit(tellTrouble(new MachineTrouble('stdout/not-written', { reason: cause.code ?? '' }, cause)));
});
process.stderr.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...argv]: string[]): Promise<number> {
  try {
    if (Object.hasOwn(COMMANDS, name)) return await runCommand(name, argv);
    if (name === '' || name === '--help' || name === '-h') return await help('', guessLanguage());
    throw new MachineTrouble('usage/unknown-command', { name, known: Object.keys(COMMANDS).join('、') });
  } catch (error) {
    clearProgress();
    if (error === INTERRUPTED) return EXIT.interrupted;
    return tellTrouble(toTrouble(error));
  }
}

async function runCommand(name: string, argv: string[]): Promise<number> {
  const { command } = (await COMMANDS[name]?.()) ?? {};
  if (command === undefined) throw new Error(`no command ${name}`);
  const { values, positionals } = parse(argv, command.options);
  const language = toLanguage(String(values.lang));
  if (values.help) return help(name, language);
  const format = String(values.format);
  if (!command.formats.includes(format)) {
    throw new MachineTrouble('usage/value', {
      option: '--format',
      value: format,
      allowed: command.formats.join('、'),
    });
  }
  return command.run(values, positionals, language);
}

function parse(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw toUsageTrouble(cause as NodeJS.ErrnoException, options);
  }
}

/** Node says it in English and over several lines. */
function toUsageTrouble(cause: NodeJS.ErrnoException, options: Options): MachineTrouble {
  const option = /--?[^\s'=,<]+/.exec(cause.message)?.[0] ?? '';
  if (cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return new MachineTrouble('usage/unknown-option', { option, known: listOptions(options) }, cause);
  }
  if (cause.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const isSwitch = cause.message.includes('does not take');
    return new MachineTrouble(isSwitch ? 'usage/takes-no-value' : 'usage/needs-value', { option }, cause);
  }
  return new MachineTrouble('usage/option', { reason: cause.message }, cause);
}

function listOptions(options: Options): string {
  return Object.keys(options)
    .map((name) => `--${name}`)
    .join(' ');
}

function toLanguage(value: string): Language {
  if (value === 'zh' || value === 'en') return value;
  throw new MachineTrouble('usage/value', { option: '--lang', value, allowed: 'zh、en' });
}

/** For what is said before, or because, the options could not be read. */
function guessLanguage(): Language {
  const { argv } = process;
  return argv.includes('--lang=en') || argv[argv.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh';
}

async function help(command: string, language: Language): Promise<number> {
  const { HELP } = await import('../src/messages/help.ts');
  process.stdout.write(HELP[language][command] ?? '');
  return EXIT.clean;
}

/** Only trouble is told in a sentence, and a package that is not installed is trouble; a bug shows its stack. */
function toTrouble(error: unknown): MachineTrouble {
  if (error instanceof MachineTrouble) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const missing = /Cannot find (?:package|module) '([^'./][^']*)'/.exec(message ?? '')?.[1];
  if (missing !== undefined && /MODULE_NOT_FOUND$/.test(code ?? '')) {
    return new MachineTrouble('packages/missing', { packages: missing }, error);
  }
  throw error;
}

function tellTrouble(trouble: MachineTrouble): number {
  const language = guessLanguage();
  const { text, hint } = word(trouble.code, trouble.args, language);
  process.stderr.write(`${paint('red', language === 'zh' ? '无法继续' : 'Cannot go on')} ${text}\n`);
  if (hint !== undefined) process.stderr.write(`  → ${hint}\n`);
  if (process.argv.includes('--verbose') && trouble.cause) process.stderr.write(`${String(trouble.cause)}\n`);
  return EXIT.machine;
}
