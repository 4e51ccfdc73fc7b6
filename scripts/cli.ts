import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import type { Built, Progress } from '../src/commands/build.ts';
import type { Checked } from '../src/commands/check.ts';
import { PROGRAM_ROOT } from '../src/commands/workshop.ts';
import { hasErrors } from '../src/diagnostic.ts';
import { HELP } from '../src/messages/help.ts';
import { type Language, word } from '../src/messages/wording.ts';
import { formatGithub, formatJson, formatText, type TextStyle, toReport } from '../src/report.ts';
import { MachineTrouble } from '../src/trouble.ts';

/** The process's exit codes; scripts rely on them. */
const EXIT = { clean: 0, errors: 1, machine: 2, interrupted: 130 } as const;

const OPTIONS = {
  projects: { type: 'string', default: 'projects' },
  templates: { type: 'string', default: `${PROGRAM_ROOT}/templates` },
  year: { type: 'string' },
  format: { type: 'string', default: 'text' },
  strict: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;
const BUILD_OPTIONS = {
  ...OPTIONS,
  out: { type: 'string', default: 'out' },
  force: { type: 'boolean', default: false },
  browser: { type: 'string' },
} as const;

const COMMANDS: Record<string, (argv: string[]) => Promise<number>> = { check: runCheck, build: runBuild };

/** Colour only where somebody reads it. */
const hasColour = process.stderr.isTTY && !process.env.NO_COLOR;
const showsProgress = process.stderr.isTTY && !process.env.CI;
const isEnglish =
  process.argv.includes('--lang=en') || process.argv[process.argv.indexOf('--lang') + 1] === 'en';

const INTERRUPTED = Symbol('interrupted');

process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...argv]: string[]): Promise<number> {
  const language: Language = isEnglish ? 'en' : 'zh';
  try {
    const command = COMMANDS[name];
    if (command !== undefined) return await command(argv);
    if (name === '' || name === '--help' || name === '-h') return help('', language);
    throw new MachineTrouble('usage/unknown-command', { name, known: Object.keys(COMMANDS).join('、') });
  } catch (error) {
    clearProgress();
    if (error === INTERRUPTED) return EXIT.interrupted;
    // Only trouble is told in a sentence; a bug shows its stack.
    if (!(error instanceof MachineTrouble)) throw error;
    const { text, hint } = word(error.code, error.args, language);
    process.stderr.write(`${paint('red', language === 'zh' ? '无法继续' : 'Cannot go on')} ${text}\n`);
    if (hint !== undefined) process.stderr.write(`  → ${hint}\n`);
    if (process.argv.includes('--verbose') && error.cause) process.stderr.write(`${String(error.cause)}\n`);
    return EXIT.machine;
  }
}

async function runCheck(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv, OPTIONS);
  const language = toLanguage(values.lang);
  if (values.help) return help('check', language);
  requireFormat(values.format);
  const { check } = await import('../src/commands/check.ts');
  const checked = check({ ...values, cwd: process.cwd(), paths: positionals });
  report(checked, values, language);
  return hasErrors(checked.diagnostics) ? EXIT.errors : EXIT.clean;
}

async function runBuild(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv, BUILD_OPTIONS);
  const language = toLanguage(values.lang);
  if (values.help) return help('build', language);
  requireFormat(values.format);
  const { build } = await import('../src/commands/build.ts');
  const started = performance.now();
  const built = await build({
    ...values,
    cwd: process.cwd(),
    paths: positionals,
    env: process.env,
    epoch: readEpoch(),
    cores: availableParallelism(),
    now: Date.now(),
    signal: interruption(),
    onProgress: (progress) => showProgress(progress, language),
  });
  clearProgress();
  report(built, values, language);
  const hasFailed = hasErrors(built.diagnostics);
  if (!values.quiet)
    process.stderr.write(summarize(built, values, language, performance.now() - started, hasFailed));
  return hasFailed ? EXIT.errors : EXIT.clean;
}

type Values = { format: string; verbose: boolean; quiet: boolean };

/** Text goes to stderr; what `--format json` or `github` asks for goes to stdout alone. */
function report(checked: Checked, { format, verbose, quiet }: Values, language: Language): void {
  const result = toReport(checked.diagnostics, checked.texts, checked.projects, language);
  const style: TextStyle = { language, verbose, paint };
  if (format === 'json') process.stdout.write(formatJson(result));
  else if (format === 'github') process.stdout.write(formatGithub(result));
  else if (!quiet || result.summary.errors > 0)
    process.stderr.write(formatText(result, checked.texts, style));
}

function summarize(
  built: Built,
  { out, verbose }: Values & { out: string },
  language: Language,
  ms: number,
  hasFailed: boolean,
) {
  const seconds = (ms / 1000).toFixed(1);
  const folder = relative(process.cwd(), out).split(sep).join('/') || out;
  const lines = verbose
    ? [
        ...built.printed.map((path) => `  + ${folder}/${path}\n`),
        ...built.removed.map((path) => `  - ${folder}/${path}\n`),
      ]
    : [];
  const counts = {
    printed: built.printed.length,
    unchanged: built.unchanged.length,
    removed: built.removed.length,
  };
  if (language === 'en') {
    const failed = hasFailed ? 'Nothing was written for the years with errors; the last output stays.\n' : '';
    return `${lines.join('')}${failed}${counts.printed} printed, ${counts.unchanged} unchanged, ${counts.removed} removed in ${folder}/, ${seconds} s\n`;
  }
  const failed = hasFailed ? '有错误的年度没有写任何文件，上次的结果还在。\n' : '';
  const removed = counts.removed > 0 ? `，删除 ${counts.removed} 个过期文件` : '';
  return `${lines.join('')}${failed}打印 ${counts.printed} 份，${counts.unchanged} 份没有变化${removed}；在 ${folder}/，用时 ${seconds} 秒\n`;
}

function parse<Options extends typeof OPTIONS | typeof BUILD_OPTIONS>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw new MachineTrouble('usage/option', { reason: cause instanceof Error ? cause.message : '' }, cause);
  }
}

function toLanguage(value: string): Language {
  if (value === 'zh' || value === 'en') return value;
  throw new MachineTrouble('usage/value', { option: '--lang', value, allowed: 'zh、en' });
}

function requireFormat(value: string): void {
  if (['text', 'json', 'github'].includes(value)) return;
  throw new MachineTrouble('usage/value', { option: '--format', value, allowed: 'text、json、github' });
}

function readEpoch(): number | null {
  const value = process.env.SOURCE_DATE_EPOCH;
  if (value === undefined || value === '') return null;
  if (!/^\d{1,11}$/.test(value)) throw new MachineTrouble('usage/epoch', { value });
  return Number(value);
}

function help(command: string, language: Language): number {
  process.stdout.write(HELP[language][command] ?? '');
  return EXIT.clean;
}

/** Ctrl-C, a closed terminal or a kill end the build in good order: the browser is closed and nothing is half written. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => controller.abort(INTERRUPTED));
  return controller.signal;
}

function showProgress(progress: Progress, language: Language): void {
  if (!showsProgress) return;
  const unpacking =
    language === 'zh'
      ? '第一次使用，正在展开浏览器（约 3 秒）…'
      : 'First use: unpacking the browser (about 3 s)…';
  const line =
    progress.step === 'unpack'
      ? unpacking
      : `${language === 'zh' ? '打印' : 'Printing'} ${progress.done}/${progress.total} ${progress.name}`;
  process.stderr.write(`\r\x1b[K${line.slice(0, Math.floor((process.stderr.columns ?? 80) / 2))}`);
}

function clearProgress(): void {
  if (showsProgress) process.stderr.write('\r\x1b[K');
}

function paint(colour: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string): string {
  return hasColour ? styleText(colour, text) : text;
}
