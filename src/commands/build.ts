import { join, resolve } from 'node:path';
import type { Checked, CheckOptions, CompiledYear } from '../compile.ts';
import { toDraftDocument } from '../document/document.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import type { Sentence } from '../report/sentence.ts';
import { readTextIfAny } from '../workspace/folder.ts';
import { parseManifest } from '../workspace/manifest.ts';
import { isStanding } from '../workspace/printed-body.ts';
import { findRoot } from '../workspace/root.ts';
import { check } from './check.ts';
import { type Printed, type PrintYearsOptions, printYears, type WantedYear } from './print-years.ts';
import { tellHeld } from './tell-held.ts';

export interface BuildOptions
  extends CheckOptions,
    Omit<PrintYearsOptions, 'templates' | 'root' | 'lend' | 'onFresh'> {
  /** Also prints what has errors and can be read, marked 草稿, into a folder of its own. */
  draft?: boolean | undefined;
}

export interface Built extends Checked, Printed {
  /** What was printed marked 草稿; null when that was not asked for. */
  drafts: Printed | null;
  /** What was not printed, and what that means for what is in `out`. */
  sentences: Sentence[];
}

/** Below `out`: unfinished tables, with a manifest of their own. */
export const DRAFT_FOLDER = '草稿';

/**
 * Checks, then prints what changed. A table with an error keeps its last outputs, and so does a booklet that holds one. Throws
 * MachineTrouble, or the signal's reason when it was interrupted; what was finished until then stays and is known to the next
 * build.
 */
export async function build(options: BuildOptions): Promise<Built> {
  const checked = check(options);
  const { templates, years, selection, whole } = checked;
  const isAskedFor = ({ file }: { file: string }) => selection === null || selection.has(file);
  const out = resolve(options.cwd, options.out);
  const root = rootOf(checked, options);
  let isRepaired = false;
  const onProgress: BuildOptions['onProgress'] = (progress) => {
    if (progress.step === 'unpack') isRepaired ||= progress.isRepair;
    options.onProgress(progress);
  };
  const print = (wanted: readonly WantedYear[], folder: string) =>
    printYears(wanted, isGone(checked, options.year), {
      ...options,
      templates,
      out: folder,
      root,
      onProgress,
    });
  const wanted = years.flatMap((year) =>
    whole.has(year.folder) ? wantYear(year) : wantTables(year, ({ project }) => isAskedFor(project)),
  );
  const printed = await print(wanted, out);
  const drafts = options.draft
    ? await print(
        years.map((year) => wantDrafts(year, whole.has(year.folder), isAskedFor)),
        join(out, DRAFT_FOLDER),
      )
    : null;
  const manifest = parseManifest(readTextIfAny(join(out, 'manifest.json')));
  const held = years.flatMap((year) =>
    tellHeld(year, {
      tables: year.held.filter(isAskedFor),
      isWhole: whole.has(year.folder),
      isDrafted: drafts !== null,
      has: (stem) => isStanding(`${year.year}/${stem}`, out, manifest),
    }),
  );
  const sentences = [...(isRepaired ? [{ code: 'browser/repaired', args: {} }] : []), ...held];
  return { ...checked, ...printed, drafts, sentences };
}

/** The folder of the years. Throws MachineTrouble `out/two-roots`. */
export function rootOf(
  { years }: Checked,
  { cwd, projects }: Pick<CheckOptions, 'cwd' | 'projects'>,
): string {
  return findRoot(
    cwd,
    years.map(({ folder }) => folder),
    projects,
  );
}

/** All of a year, the booklet, the longest, first. Of a year whose booklet.yaml is wrong nothing is touched. */
export function wantYear(year: CompiledYear): WantedYear[] {
  const { projects, held, bind, isBookletSound, toIndex } = year;
  if (!isBookletSound) return [];
  const documents = [...(bind === null ? [] : [bind()]), ...projects.map(({ document }) => document)];
  const stems = held.map(({ stem }) => stem);
  return [{ year, documents, isWhole: true, held: new Set([BOOKLET_STEM, ...stems]), toIndex }];
}

/** Some of a year's tables, and nothing else of it. */
export function wantTables(
  year: CompiledYear,
  isWanted: (table: CompiledYear['projects'][number]) => boolean,
): WantedYear[] {
  const documents = year.projects.filter(isWanted).map(({ document }) => document);
  if (documents.length === 0) return [];
  return [{ year, documents, isWhole: false, held: new Set(), toIndex: null }];
}

function wantDrafts(
  year: CompiledYear,
  isWhole: boolean,
  isAskedFor: (table: { file: string }) => boolean,
): WantedYear {
  const asked = year.drafts.filter(({ project }) => isAskedFor(project));
  const documents = asked.map(({ toDocument }) => toDraftDocument(toDocument()));
  return { year, documents, isWhole, held: new Set(), toIndex: null };
}

/** Years that have no folder any more, when all were asked for. */
export function isGone(
  { years, selection }: Checked,
  onlyYear: string | undefined,
): (year: string) => boolean {
  const present = new Set(years.map(({ year }) => year));
  return (year) => selection === null && onlyYear === undefined && !present.has(year);
}
