import { resolve } from 'node:path';
import type { CompiledYear } from '../compile.ts';
import { hasErrors } from '../diagnostic.ts';
import { type Checked, type CheckOptions, check } from './check.ts';
import { type Printed, type PrintYearsOptions, printYears, type WantedYear } from './print-years.ts';

export interface BuildOptions
  extends CheckOptions,
    Omit<PrintYearsOptions, 'templates' | 'lend' | 'onFresh'> {}

export interface Built extends Checked, Printed {}

/**
 * Checks, then prints what changed. A year with an error is left as it is. Throws MachineTrouble, or the signal's reason
 * when it was interrupted; what was finished until then stays and is known to the next build.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const checked = check(options);
  const { templates, selection } = checked;
  const sound = checked.years.filter((year) => isSound(year, selection));
  const wanted = sound.map((year) => ({
    year,
    documents: listDocuments(year, selection),
    isWhole: selection === null,
  }));
  const out = resolve(options.cwd, options.out);
  const printed = await printYears(wanted, isGone(checked, options.year), { ...options, templates, out });
  return { ...checked, ...printed };
}

/** A year is made when what was asked of it has no error. */
function isSound(year: CompiledYear, selection: Checked['selection']): boolean {
  return !hasErrors(year.diagnostics.filter(({ at }) => selection === null || selection.has(at.file)));
}

/** All of a year with its booklet, or the selected projects alone. The booklet, the longest, first. */
function listDocuments(
  { projects, bind }: CompiledYear,
  selection: Checked['selection'],
): WantedYear['documents'] {
  const selected = projects.filter(({ project }) => selection === null || selection.has(project.file));
  const documents = selected.map(({ document }) => document);
  return selection === null && bind !== null ? [bind().booklet, ...documents] : documents;
}

/** Years that have no folder any more, when all were asked for. */
export function isGone(
  { years, selection }: Checked,
  onlyYear: string | undefined,
): (year: string) => boolean {
  const present = new Set(years.map(({ year }) => year));
  return (year) => selection === null && onlyYear === undefined && !present.has(year);
}
