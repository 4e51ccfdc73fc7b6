import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { promoteWarnings } from '../check/levels.ts';
import {
  type Checked,
  type CheckOptions,
  type CompiledYear,
  type CompilerContext,
  createCompiler,
  unitsOf,
} from '../compile.ts';
import { keepUnchanged, type Source, type YearSources } from '../read/source.ts';
import { type Diagnostic, sortDiagnostics } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { memoize, unmemoized } from '../util/memoize.ts';
import { readSources, type SelectedSources } from '../workspace/disk.ts';
import { parseShard, type Shard } from '../workspace/shards.ts';
import { createSourceReader, readSource } from '../workspace/source-reader.ts';
import { type ContextFiles, readContextFiles, toContext } from './context.ts';

/** Reads and compiles everything that was asked for, and holds it: for what prints it. Starts no browser. Throws EnvironmentError. */
export function compileSources(options: CheckOptions): Checked {
  return createChecker(options, { read: readSource, remember: unmemoized })();
}

/**
 * `compileSources` for a program that does it again and again: each call looks at every file, and recomputes only what is made of
 * files that say something else. When none does, the answer is the very object that was given last.
 */
export function createChecker(
  { cwd, templates, strict, shard: part, ...request }: CheckOptions,
  { read: readOne = createSourceReader(), remember = memoize } = {},
): () => Checked {
  const shard = part === undefined ? undefined : readShard(part);
  let made:
    | { files: ContextFiles; context: CompilerContext; compile: ReturnType<typeof createCompiler> }
    | undefined;
  let last:
    | { read: YearSources[]; strays: Diagnostic[]; context: CompilerContext; checked: Checked }
    | undefined;
  return () => {
    const sources = readSources({ cwd, ...request, shard, read: readOne });
    const files = readContextFiles(resolve(cwd, templates));
    if (made === undefined || !isDeepStrictEqual(made.files, files)) {
      const context = toContext(files, strict);
      made = { files, context, compile: createCompiler(context, remember) };
    }
    const { context, compile } = made;
    const read = keepUnchanged(last?.read ?? [], sources.years);
    const { strays } = sources;
    if (last?.context === context && isDeepStrictEqual([last.read, last.strays], [read, strays]))
      return last.checked;
    const reported = strict ? strays.map(promoteWarnings) : strays;
    const checked = toChecked(read, compile(read), { ...sources, strays: reported }, context);
    last = { read, strays, context, checked };
    return checked;
  };
}

function toChecked(
  read: readonly YearSources[],
  years: CompiledYear[],
  { selection, whole, strays }: Pick<SelectedSources, 'selection' | 'whole' | 'strays'>,
  context: CompilerContext,
): Checked {
  const isAskedFor = (file: string) => selection === null || selection.has(file);
  const units = years.flatMap(unitsOf);
  const sources = units.flatMap((unit) => unit.sources);
  return {
    years,
    ...{ selection, whole, strays },
    diagnostics: sortDiagnostics([
      ...strays,
      ...units.flatMap((unit) => unit.diagnostics).filter(({ at }) => isAskedFor(at.file)),
    ]),
    texts: new Map(sources.map(({ file, text }) => [file, text])),
    projects: countTables(read, isAskedFor),
    context,
  };
}

/** Projects; where only results were asked for, these. */
function countTables(read: readonly YearSources[], isAskedFor: (file: string) => boolean): number {
  const count = (sources: readonly Source[]) => sources.filter(({ file }) => isAskedFor(file)).length;
  const results = read.flatMap((year) => year.results.flatMap(({ sources }) => sources));
  return count(read.flatMap(({ tables }) => tables)) || count(results);
}

/** Throws EnvironmentError `usage/value`. */
export function readShard(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== null) return shard;
  throw new EnvironmentError('usage/value', { option: '--shard', value: text, allowed: '1/4 2/4 3/4 4/4' });
}
