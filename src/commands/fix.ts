import { resolve } from 'node:path';
import { structuredPatch } from 'diff';
import { createFinder, type FixedSource, makeFixes } from '../check/fixes.ts';
import type { CheckOptions } from '../compile.ts';
import type { Message } from '../report/diagnostic.ts';
import { countLines } from '../report/lines.ts';
import { readSources } from '../workspace/disk.ts';
import { editSourceFile } from '../workspace/source-file.ts';
import { openContext } from './context.ts';

/** A remedy that was made, or with `dryRun` would be: the lines that it touches, before and after. */
export interface Fixed {
  file: string;
  /** In the file as it is afterwards. */
  line: number;
  code: string;
  before: string;
  after: string;
}

export interface FixOutcome {
  fixed: Fixed[];
  /** All of it as a unified diff, for `git apply`. */
  patch: string;
  messages: Message[];
}

/**
 * Makes every remedy of the sources that were asked for, until none is left; see `makeFixes`. With `dryRun` nothing is written.
 * Throws EnvironmentError.
 */
export function fixSources({ dryRun, ...options }: CheckOptions & { dryRun: boolean }): FixOutcome {
  const { cwd } = options;
  const { years, selection } = readSources({ ...options, shard: undefined });
  const analyze = createFinder(openContext(resolve(cwd, options.templates), options.strict));
  const sources = makeFixes(years, analyze, ({ at }) => selection === null || selection.has(at.file));
  const outcome: FixOutcome = { fixed: [], patch: '', messages: [] };
  let files = 0;
  for (const source of sources) {
    const { file, text } = source.before;
    const edited = editSourceFile(resolve(cwd, file), text, source.groups);
    if (edited === null) {
      outcome.messages.push({ code: 'fix/changed', args: { file } });
      continue;
    }
    if (!dryRun) edited.write();
    files += 1;
    outcome.patch += toPatch(file, edited.before, edited.after);
    outcome.fixed.push(...toFixed(source));
  }
  const code = files === 0 ? 'fix/none' : dryRun ? 'fix/would' : 'fix/done';
  const count = String(outcome.fixed.length);
  outcome.messages.push({ code, args: { count, files: String(files) } });
  return outcome;
}

function toFixed({ after, made }: FixedSource): Fixed[] {
  const { file, text } = after;
  const lines = countLines(text);
  const plain = (lines: string) => lines.replaceAll('\r', '');
  return made.map(({ code, at, before, after }) => {
    return { file, line: lines.linePos(at).line, code, before: plain(before), after: plain(after) };
  });
}

/** As git writes it. */
function toPatch(file: string, before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: 3 });
  // Behind a name with a blank git wants a tab.
  const name = file.includes(' ') ? `${file}\t` : file;
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
  return [`--- a/${name}`, `+++ b/${name}`, ...lines, ''].join('\n');
}
