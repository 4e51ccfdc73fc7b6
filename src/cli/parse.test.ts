import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { COMMANDS } from './commands.ts';
import { formatCommandHelp } from './help.ts';
import type { Option } from './option.ts';
import { type CommandName, OPTIONS } from './options.ts';
import { parseCommand } from './parse.ts';

const NAMES = Object.keys(OPTIONS) as CommandName[];

/** The code of what is wrong with a command line, or null. */
function errorOf(name: CommandName, argv: string[], env: NodeJS.ProcessEnv = {}): string | null {
  try {
    parseCommand(name, argv, env);
    return null;
  } catch (error) {
    if (error instanceof EnvironmentError) return error.code;
    throw error;
  }
}

const sampleOf = (option: Option) =>
  option.type === 'boolean'
    ? ''
    : (option.values?.at(-1) ?? option.default ?? option.allowed?.slice(0, 4) ?? 'x');

test('every option of every command: once is right, a value given twice is refused, a switch may be repeated', () => {
  for (const name of NAMES) {
    for (const [key, option] of Object.entries<Option>(OPTIONS[name])) {
      const written = option.type === 'boolean' ? [`--${key}`] : [`--${key}`, sampleOf(option)];
      const again = option.type === 'boolean' ? written : [`--${key}=${sampleOf(option)}`];
      const { values } = parseCommand(name, written, {});
      const sample = sampleOf(option);
      const read = option.type === 'boolean' ? true : option.isList ? [sample] : sample;
      expect(values[key], `${name} --${key}`).toEqual(read);
      const twice = errorOf(name, [...written, ...again]);
      expect(twice, `${name} --${key}`).toBe(option.type === 'boolean' ? null : 'usage/given-twice');
      const alone = option.type === 'boolean' ? `--${key}=ja` : `--${key}`;
      expect(errorOf(name, [alone]), alone).toMatch(/takes-no-value|needs-value/);
    }
  }
});

test.each<[CommandName, string[]]>([
  ['check', ['--list', '--fix']],
  ['check', ['--shard', '1/2', '--staged']],
  ['check', ['--fix', '--staged']],
  ['check', ['--quiet', '--verbose']],
  ['build', ['--draft', '--shard', '1/2']],
  ['new', ['--from-year', '2022', '--example']],
  ['new', ['--from-year', '2022', '--form', '自评']],
  ['new', ['--form', '自评', '--from', '甲']],
  ['new', ['--form=监控', '--month=7月', '--code', '1']],
])('%s does not ignore one of %j', (name, argv) => {
  expect(errorOf(name, argv)).toBe('usage/not-with');
  expect(
    errorOf(
      name,
      argv.slice(
        0,
        argv.findLastIndex((one) => one.startsWith('--')),
      ),
    ),
  ).toBe(null);
});

test('a value that cannot be, an option in the place of a value, and a misspelt one are refused', () => {
  expect(errorOf('check', ['--format', 'xml'])).toBe('usage/value');
  expect(errorOf('check', ['--lang=fr'])).toBe('usage/value');
  expect(errorOf('check', ['--year', '22'])).toBe('usage/value');
  for (const port of ['65536', '99999', '-1x', '4173.5', ''])
    expect(errorOf('watch', [`--port=${port}`]), port).toMatch(/usage\/(?:value|needs-value)/);
  for (const port of ['0', '80', '4173', '65535']) expect(errorOf('watch', ['--port', port])).toBe(null);
  expect(errorOf('build', ['--out', '--force'])).toBe('usage/needs-value');
  expect(errorOf('build', ['--out='])).toBe('usage/needs-value');
  expect(errorOf('build', ['--projcts', 'x'])).toBe('usage/unknown-option#nearest');
  expect(errorOf('build', ['--constructor'])).toBe('usage/unknown-option');
  expect(errorOf('doctor', ['projects'])).toBe('usage/no-operands');
  for (const name of ['trace', 'import', 'init', 'diff', 'new', 'merge'] as const)
    expect(errorOf(name, [' ']), name).toBe('usage/empty-operand');
  expect(parseCommand('check', ['--', '--year'], {}).operands).toEqual(['--year']);
});

test('an option that npm took for its own is told, not lost', () => {
  expect(errorOf('check', ['2022'], { npm_config_year: 'true' })).toBe('usage/taken-by-npm');
  expect(errorOf('diff', [], { npm_config_exit_code: 'true' })).toBe('usage/taken-by-npm');
  expect(errorOf('build', [], { npm_config_browser: 'firefox', npm_config_year: undefined })).toBe(null);
});

test('help comes from the definitions, in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    for (const name of NAMES) {
      const help = formatCommandHelp(name, language);
      for (const [key, option] of Object.entries<Option>(OPTIONS[name])) {
        expect(help).toContain(`--${key} `);
        expect(help).toContain(option.says[language]);
      }
      // Words of the form and of its sheets are names in either language; sentences are not.
      if (language === 'en') expect(help).not.toMatch(/[，。；、：]|\p{Script=Han}{5}/u);
    }
  }
  const { scripts } = JSON.parse(readFileSync(join(PROGRAM_ROOT, 'package.json'), 'utf8'));
  for (const name of Object.keys(COMMANDS)) expect(scripts[name]).toMatch(new RegExp(` ${name}$`));
});
