import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { promoteWarnings } from '../check/analyze.ts';
import {
  type Checked,
  type CheckOptions,
  type CompiledYear,
  createCompiler,
  type Workshop,
} from '../compile.ts';
import type { Templates } from '../document/templates.ts';
import { keepUnchanged, type YearSources } from '../read/source.ts';
import { type Diagnostic, sortDiagnostics } from '../report/diagnostic.ts';
import { readSources, type SelectedSources } from '../workspace/disk.ts';
import { readWorkshopFiles, toWorkshop, type WorkshopFiles } from './workshop.ts';

/** Reads and compiles everything that was asked for; starts no browser. Throws MachineTrouble. */
export function check(options: CheckOptions): Checked {
  return createChecker(options)();
}

/**
 * `check` for a program that does it again and again: each call reads every file anew, and makes anew only what is made of
 * files that say something else. When none does, the answer is the very object that was given last.
 */
export function createChecker({ cwd, templates, strict, ...request }: CheckOptions): () => Checked {
  let made:
    | { files: WorkshopFiles; workshop: Workshop; compile: ReturnType<typeof createCompiler> }
    | undefined;
  let last: { read: YearSources[]; strays: Diagnostic[]; workshop: Workshop; checked: Checked } | undefined;
  return () => {
    const sources = readSources({ cwd, ...request });
    const files = readWorkshopFiles(resolve(cwd, templates));
    if (made === undefined || !isDeepStrictEqual(made.files, files)) {
      const workshop = toWorkshop(files, strict);
      made = { files, workshop, compile: createCompiler(workshop) };
    }
    const { workshop, compile } = made;
    const read = keepUnchanged(last?.read ?? [], sources.years);
    const { strays } = sources;
    if (last?.workshop === workshop && isDeepStrictEqual([last.read, last.strays], [read, strays]))
      return last.checked;
    const told = strict ? strays.map(promoteWarnings) : strays;
    const checked = toChecked(read, read.map(compile), { ...sources, strays: told }, workshop.templates);
    last = { read, strays, workshop, checked };
    return checked;
  };
}

function toChecked(
  read: readonly YearSources[],
  years: CompiledYear[],
  { selection, whole, strays }: Pick<SelectedSources, 'selection' | 'whole' | 'strays'>,
  templates: Templates,
): Checked {
  const isAskedFor = (file: string) => selection === null || selection.has(file);
  const sources = years.flatMap((year) => year.sources);
  return {
    years,
    ...{ selection, whole, strays },
    diagnostics: sortDiagnostics([
      ...strays,
      ...years.flatMap((year) => year.diagnostics).filter(({ at }) => isAskedFor(at.file)),
    ]),
    texts: new Map(sources.map(({ file, text }) => [file, text])),
    projects: read.flatMap((year) => year.projects).filter(({ file }) => isAskedFor(file)).length,
    templates,
  };
}
