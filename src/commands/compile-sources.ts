import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { promoteWarnings } from '../check/levels.ts';
import {
  type Checked,
  type CheckedOnce,
  type CheckOptions,
  type CompiledYear,
  type CompilerContext,
  createCompiler,
  unitsOf,
} from '../compile.ts';
import type { LetGo } from '../document/render-unit.ts';
import { BOOKLET_STEM, keepUnchanged, type YearSources } from '../read/source.ts';
import { type Diagnostic, sortDiagnostics } from '../report/diagnostic.ts';
import type { Texts } from '../report/lines.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { openSources, readSources } from '../workspace/disk.ts';
import { parseShard, type Shard } from '../workspace/shards.ts';
import { createSourceReader, readSource } from '../workspace/source-reader.ts';
import { type ContextFiles, readContextFiles, toContext } from './context.ts';

/** Reads and compiles everything that was asked for, and holds it. Starts no browser. Throws EnvironmentError. */
export function compileSources(options: CheckOptions): Checked {
  return createChecker(options, readSource)();
}

/** The same for a build, office by office: it holds what `LetGo` says of each. `onOffice` is given each as it is read. */
export function compileOnce(
  { cwd, templates, strict, shard: part, ...request }: CheckOptions,
  letGo: LetGo,
  onOffice: (office: YearSources) => void = () => {},
): CheckedOnce {
  const shard = part === undefined ? undefined : readShard(part);
  const { years: read, strays, ...asked } = openSources({ cwd, ...request, shard });
  const context = toContext(readContextFiles(resolve(cwd, templates)), strict);
  const listen = function* () {
    for (const office of read) {
      onOffice(office);
      yield office;
    }
  };
  const years = createCompiler(context, letGo)(listen());
  const reported = strict ? strays.map(promoteWarnings) : strays;
  const byFolder = new Map(years.flatMap(unitsOf).map((unit) => [unit.folder, unit]));
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));
  const texts: Texts = { get: (file) => byFolder.get(folderOf(file))?.textOf(file) };
  return toChecked(years, { ...asked, strays: reported, texts, context });
}

/**
 * `compileSources` for a program that does it again and again: each call looks at every file, and recomputes only what is made of
 * files that say something else. When none does, the answer is the very object that was given last.
 */
export function createChecker(
  { cwd, templates, strict, shard: part, ...request }: CheckOptions,
  readOne = createSourceReader(),
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
      made = { files, context, compile: createCompiler(context) };
    }
    const { context, compile } = made;
    const read = keepUnchanged(last?.read ?? [], sources.years);
    const { strays } = sources;
    if (last?.context === context && isDeepStrictEqual([last.read, last.strays], [read, strays]))
      return last.checked;
    const reported = strict ? strays.map(promoteWarnings) : strays;
    const years = compile(read);
    const all = years.flatMap(unitsOf).flatMap((unit) => unit.sources);
    const texts = new Map(all.map(({ file, text }) => [file, text]));
    const { selection, whole } = sources;
    const checked = { ...toChecked(years, { selection, whole, strays: reported, texts, context }), texts };
    last = { read, strays, context, checked };
    return checked;
  };
}

function toChecked(
  years: CompiledYear[],
  rest: Pick<CheckedOnce, 'selection' | 'whole' | 'strays' | 'texts' | 'context'>,
): CheckedOnce {
  const { selection, strays } = rest;
  const isAskedFor = (file: string) => selection === null || selection.has(file);
  const units = years.flatMap(unitsOf);
  return {
    years,
    ...rest,
    get diagnostics() {
      const found = units.flatMap((unit) => unit.diagnostics).filter(({ at }) => isAskedFor(at.file));
      return sortDiagnostics([...strays, ...found]);
    },
    projects: countTables(years, isAskedFor),
  };
}

/** Projects; where only results were asked for, these. */
function countTables(years: readonly CompiledYear[], isAskedFor: (file: string) => boolean): number {
  const count = (units: readonly CompiledYear[]) =>
    units
      .flatMap(({ sources }) => sources)
      .filter(({ file, stem }) => stem !== BOOKLET_STEM && isAskedFor(file)).length;
  return count(years) || count(years.flatMap(({ results }) => results));
}

/** Throws EnvironmentError `usage/value`. */
export function readShard(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== null) return shard;
  throw new EnvironmentError('usage/value', { option: '--shard', value: text, allowed: '1/4 2/4 3/4 4/4' });
}
