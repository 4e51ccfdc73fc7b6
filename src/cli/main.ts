import { type Language, word } from '../messages/wording.ts';
import { findNearest } from '../read/explain/nearest.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { EXIT, INTERRUPTED } from './command.ts';
import { COMMANDS } from './commands.ts';
import type { CommandName } from './options.ts';
import { parseCommand } from './parse.ts';
import { clearProgress, paint, printText, printWording } from './terminal.ts';

// A reader may have seen enough: `| head`. A file that what is put out goes to may be full.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') return;
  process.exit(
    reportEnvironmentError(new EnvironmentError('stdout/not-written', { reason: cause.code ?? '' }, cause)),
  );
});
process.stderr.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...argv]: string[]): Promise<number> {
  try {
    if (isCommand(name)) return await runCommand(name, argv);
    if (name === '' || name === '--help' || name === '-h') return await help(null, guessLanguage());
    const known = Object.keys(COMMANDS);
    const nearest = findNearest(name, known);
    const list = known.join(' ');
    throw nearest === null
      ? new EnvironmentError('usage/unknown-command', { name, known: list })
      : new EnvironmentError('usage/unknown-command#nearest', { name, nearest, known: list });
  } catch (error) {
    clearProgress();
    if (error === INTERRUPTED) return EXIT.interrupted;
    // The entry reports the rest: what the machine refuses, and bugs.
    if (error instanceof EnvironmentError) return reportEnvironmentError(error);
    throw error;
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

async function runCommand(name: CommandName, argv: string[]): Promise<number> {
  if (argv.some((text) => text === '--help' || text === '-h')) return help(name, guessLanguage());
  const { values, operands } = parseCommand(name, argv, process.env);
  const { command } = await COMMANDS[name].load();
  return command(values, operands, guessLanguage());
}

/** Also for what is said before, or because, the options could not be read. */
function guessLanguage(): Language {
  const { argv } = process;
  return argv.includes('--lang=en') || argv[argv.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh';
}

async function help(name: CommandName | null, language: Language): Promise<number> {
  const { formatCommandHelp, formatProgramHelp } = await import('./help.ts');
  process.stdout.write(name === null ? formatProgramHelp(language) : formatCommandHelp(name, language));
  return EXIT.clean;
}

function reportEnvironmentError(trouble: EnvironmentError): number {
  const language = guessLanguage();
  const place = trouble.place === null ? '' : `${trouble.place} `;
  const head = paint('red', language === 'zh' ? '无法继续' : 'Cannot go on');
  printWording(word(trouble.code, trouble.args, language), `${head} ${place}`);
  if (process.argv.includes('--verbose') && trouble.cause) printText(`${String(trouble.cause)}\n`);
  return EXIT.machine;
}
