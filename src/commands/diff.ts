import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type AnalyzedYear, createAnalyzer } from '../check/analyze.ts';
import { createResultsAnalyzer } from '../check/analyze-results.ts';
import { compareTables } from '../compare/compare.ts';
import { compareForms } from '../compare/compare-forms.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { CompilerContext } from '../compile.ts';
import type { Forms } from '../read/forms.ts';
import { keepUnchanged, type YearSources } from '../read/source.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { readSources, readYearsIfAny, type SourceRequest } from '../workspace/disk.ts';
import { findFormsInGit, readFormsOf } from '../workspace/git/forms.ts';
import { type RevisionRange, resolveRange, type Side } from '../workspace/git/revision.ts';
import { findInGit, type ProjectsInGit, readRevision, refuseSparse } from '../workspace/git/tables.ts';
import { showPath } from '../workspace/show-path.ts';
import { type ContextFiles, readContextFiles, toContext, toForms } from './context.ts';

export interface DiffOptions extends Omit<SourceRequest, 'paths' | 'shard'> {
  templates: string;
  /** One revision or a range as the user wrote it; HEAD when none was written, trouble when there are several. */
  revisions: string[];
}

export interface Compared {
  range: RevisionRange;
  comparison: Comparison;
  /** Each file's text on either side, for the lines of findings. */
  texts: Record<'before' | 'after', Map<string, string>>;
  before: AnalyzedYear[];
  after: AnalyzedYear[];
  context: CompilerContext;
  strays: Diagnostic[];
}

/** Compares the tables of a revision with the working tree, or those of two revisions. Throws EnvironmentError. */
export async function diff(options: DiffOptions): Promise<Compared> {
  const { cwd, projects, templates, year, revisions } = options;
  const [revision = 'HEAD', ...others] = revisions;
  if (others.length > 0) throw new EnvironmentError('diff/several-revisions');
  const place = await findInGit(cwd, projects);
  const range = await resolveRange(place.start, revision);
  if (range.after.commit === null && !place.hasWorktree) throw new EnvironmentError('git/no-worktree');
  if (range.after.commit === null) await refuseSparse(place);
  const sources = {
    before: await readSide(range.before, place, options),
    after: await readSide(range.after, place, options),
  };
  if (sources.before.years.length + sources.after.years.length === 0) {
    // Says what is wrong with the folder, if it is the folder.
    if (range.after.commit === null) readSources({ cwd, projects, year, paths: [] });
    const wording = year === undefined ? 'sources/no-years' : 'sources/no-such-year';
    throw new EnvironmentError(wording, { folder: showPath(cwd, resolve(cwd, projects)), year: year ?? '' });
  }
  const files = readContextFiles(resolve(cwd, templates));
  const context = toContext(files, false);
  const formsOf = await createFormsOf(place.start, resolve(cwd, templates), files);
  const before = analyzeWith(sources.before.years, context, await formsOf(range.before));
  const years = keepUnchanged(sources.before.years, sources.after.years);
  const after = analyzeWith(years, context, await formsOf(range.after));
  const comparison = compareTables(before.years, after.years);
  return {
    range,
    comparison: { ...comparison, forms: compareForms(before, after) },
    texts: { before: textsOf(before.years), after: textsOf(after.years) },
    before: before.years,
    after: after.years,
    context,
    strays: sources.after.strays,
  };
}

/**
 * The forms that a side had, where they are kept with the tables. Null for one whose forms are as they are now, or cannot be
 * read by this program.
 */
async function createFormsOf(start: string, templates: string, { forms, schemas }: ContextFiles) {
  const place = await findFormsInGit(start, templates);
  return async ({ commit }: Side): Promise<Forms | null> => {
    if (place === null || commit === null) return null;
    const texts = await readFormsOf(place, commit);
    if (texts.size === 0 || isDeepStrictEqual(texts, forms)) return null;
    return unlessBroken(() => toForms(texts, schemas));
  };
}

function analyzeWith(years: readonly YearSources[], context: CompilerContext, forms: Forms | null) {
  const analyze = (known: Forms) => {
    const tools = { ...context, forms: known };
    const ofGoals = createAnalyzer(tools)(years);
    const analyzeResults = createResultsAnalyzer(tools);
    const results = years.flatMap((year, index) => analyzeResults(year, ofGoals[index] as AnalyzedYear));
    return { forms: known, years: [...ofGoals, ...results] };
  };
  return (forms && unlessBroken(() => analyze(forms))) ?? analyze(context.forms);
}

/** A form of a past revision may be one that this program does not read. */
function unlessBroken<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof EnvironmentError) return null;
    throw error;
  }
}

function readSide({ commit }: Side, place: ProjectsInGit, { cwd, projects, year }: DiffOptions) {
  return commit === null ? readYearsIfAny({ cwd, projects, year }) : readRevision(place, commit, year);
}

function textsOf(years: readonly AnalyzedYear[]): Map<string, string> {
  return new Map(years.flatMap(({ sources }) => sources.map(({ file, text }) => [file, text] as const)));
}
