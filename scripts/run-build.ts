import { availableParallelism } from 'node:os';
import { relative, sep } from 'node:path';
import { type Built, build } from '../src/commands/build.ts';
import { readEpoch } from '../src/commands/epoch.ts';
import type { Progress } from '../src/commands/print-years.ts';
import { hasErrors } from '../src/diagnostic.ts';
import type { Language } from '../src/messages/wording.ts';
import { CHECK_OPTIONS, defineCommand, EXIT, OUTPUT_OPTIONS } from './command.ts';
import { interruption } from './interruption.ts';
import { printReport } from './print-report.ts';
import { clearProgress, showProgressLine, tellUnpacking } from './terminal.ts';

export const command = defineCommand(
  {
    ...CHECK_OPTIONS,
    ...OUTPUT_OPTIONS,
    force: { type: 'boolean', default: false },
  },
  ['text', 'json', 'github', 'sarif'],
  async ({ values, paths, language }) => {
    const started = performance.now();
    const built = await build({
      ...values,
      cwd: process.cwd(),
      paths,
      env: process.env,
      epoch: readEpoch(process.env),
      cores: availableParallelism(),
      now: Date.now(),
      signal: interruption(),
      onProgress: (progress) => showProgressLine(describe(progress, language)),
    });
    clearProgress();
    printReport(built, values, language);
    const hasFailed = hasErrors(built.diagnostics);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (!values.quiet) process.stderr.write(summarize(built, values, language, seconds, hasFailed));
    return hasFailed ? EXIT.errors : EXIT.clean;
  },
);

function describe(progress: Progress, language: Language): string {
  if (progress.step === 'print') {
    return `${language === 'zh' ? '打印' : 'Printing'} ${progress.done}/${progress.total} ${progress.name}`;
  }
  return tellUnpacking(language);
}

function summarize(
  built: Built,
  { out, verbose }: { out: string; verbose: boolean },
  language: Language,
  seconds: string,
  hasFailed: boolean,
): string {
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
