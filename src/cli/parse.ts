import { parseArgs } from 'node:util';
import type { MessageCode } from '../messages/wording.ts';
import { findNearest } from '../read/explain/nearest.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { COMMANDS } from './commands.ts';
import { findExcluding } from './exclusions.ts';
import type { Option, Values } from './option.ts';
import { type CommandName, OPTIONS } from './options.ts';

/** What a command line says: every option with its value or default, and what is no option. */
export interface Parsed {
  values: Values<Record<string, Option>>;
  operands: string[];
}

/**
 * Reads a command's arguments as its options define them. `env`: npm leaves options there that were written before `--`.
 * Throws EnvironmentError `usage/…`.
 */
export function parseCommand(name: CommandName, argv: string[], env: NodeJS.ProcessEnv): Parsed {
  const options: Readonly<Record<string, Option>> = OPTIONS[name];
  refuseTakenByNpm(options, env);
  const config = Object.fromEntries(
    Object.entries(options).map(([key, { type, ...rest }]) => [
      key,
      'short' in rest && rest.short !== undefined ? { type, short: rest.short } : { type },
    ]),
  );
  const { tokens } = parseArgs({
    args: argv,
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string | true>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw unknownOption(token.rawName, Object.keys(options));
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw usage('usage/takes-no-value', { option: token.rawName });
      given.set(token.name, true);
      continue;
    }
    // `--out --force`: an option is no value unless it is written with `=`.
    if (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))
      throw usage('usage/needs-value', { option: token.rawName });
    const before = given.get(token.name);
    if (before !== undefined)
      throw usage('usage/given-twice', { option: token.rawName, first: String(before), second: token.value });
    given.set(token.name, token.value);
  }
  // What an empty path means where everything is read by default is reported by the reader.
  if (!READING.has(name) && operands.some((operand) => operand.trim() === ''))
    throw usage('usage/empty-operand', { name });
  const excluding = findExcluding(name, given);
  if (excluding !== null) throw usage('usage/not-with', { option: excluding[0], other: excluding[1] });
  if (COMMANDS[name].takes === null && operands.length > 0)
    throw usage('usage/no-operands', { name, operand: operands[0] ?? '' });
  const values = Object.fromEntries(
    Object.entries(options).map(([key, option]) => [key, readValue(key, option, given.get(key))]),
  );
  return { values: values as Parsed['values'], operands };
}

const READING: ReadonlySet<string> = new Set(['check', 'build', 'tidy']);

function readValue(key: string, option: Option, given: string | true | undefined) {
  if (option.type === 'boolean') return given === true;
  const { values, pattern, allowed = '', isList } = option;
  if (typeof given !== 'string') return isList ? [] : option.default;
  if (given === '') throw usage('usage/needs-value', { option: `--${key}` });
  const pieces = isList ? given.split(/[,，、\s]/u).filter((piece) => piece !== '') : [given];
  const isAllowed = (piece: string) =>
    (values === undefined || values.includes(piece)) && (pattern === undefined || pattern.test(piece));
  const value = pieces.length === 0 ? given : pieces.find((piece) => !isAllowed(piece));
  if (value !== undefined)
    throw usage('usage/value', { option: `--${key}`, value, allowed: values?.join(' | ') ?? allowed });
  return isList ? pieces : given;
}

function unknownOption(option: string, names: readonly string[]): EnvironmentError {
  const nearest = findNearest(option.replace(/^-+/, ''), names);
  const known = names.map((name) => `--${name}`).join(' ');
  return nearest === null
    ? usage('usage/unknown-option', { option, known })
    : usage('usage/unknown-option#nearest', { option, nearest: `--${nearest}`, known });
}

/** Options of npm itself; what is set by these names was not meant for this program. */
const NPM_OWN: ReadonlySet<string> = new Set(['browser', 'editor', 'force', 'help', 'quiet', 'verbose']);

/** `npm run check --strict` without `--`: npm takes the option for its own, and the program would never see it. */
function refuseTakenByNpm(options: Readonly<Record<string, Option>>, env: NodeJS.ProcessEnv): void {
  const taken = Object.keys(options).find(
    (key) => !NPM_OWN.has(key) && env[`npm_config_${key.replaceAll('-', '_')}`] !== undefined,
  );
  if (taken !== undefined) throw usage('usage/taken-by-npm', { option: `--${taken}` });
}

function usage(code: MessageCode, args: Record<string, string>): EnvironmentError {
  return new EnvironmentError(code, args);
}
