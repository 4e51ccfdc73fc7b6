import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import { findDates } from '../form/written-date.ts';
import { carryBooklet, carryOver } from '../format/carry-over.ts';
import type { MessageCode } from '../messages/wording.ts';
import type { Forms } from '../read/forms.ts';
import { parse } from '../read/parse.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import { listSuppressions } from '../read/suppressions.ts';
import type { Diagnostic, Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { groupBy } from '../util/group-by.ts';
import { listFirst, MOST_NAMES } from '../util/list-first.ts';
import { kindOf, listFiles } from '../workspace/find-table.ts';
import { writeAllNew } from '../workspace/new-file.ts';
import { refuseLink, showPath } from '../workspace/show-path.ts';
import { listYears, readSourceIfAny } from '../workspace/year-folder.ts';
import { openForms } from './context.ts';
import {
  asYear,
  exists,
  formOfFolder,
  type New,
  type NewOptions,
  refused,
  refusePlace,
  schemaFrom,
  splitOffice,
  wrote,
} from './new-draft.ts';

interface YearDraft {
  path: string;
  file: string;
  text: string;
  isBooklet: boolean;
  suppressions: number;
}

/**
 * Carries a whole year, or one office's folder of it, over to another year: every table and booklet.yaml, in their folders.
 * All or nothing: one file that is there already, or one that cannot be read, and nothing is written. Throws EnvironmentError.
 */
export async function writeNewYear(options: NewOptions, fromYear: string): Promise<New> {
  const { cwd, projects } = options;
  const { from, to, oldYear, newYear, year } = choosePlaces(options, fromYear);
  const { sources: own, others, results } = listFiles(cwd, from);
  if (own.length === 0) throw new EnvironmentError('new/year-empty', { folder: showPath(cwd, from) });
  const sources = [...listInherited(options, from, { oldYear, newYear }), ...own];
  const forms = openForms(cwd, options.templates);
  const drafts: YearDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  for (const source of sources) {
    const drawn = drawUp(options, source, {
      folder: join(newYear, relative(oldYear, dirname(source))),
      year,
      forms,
    });
    diagnostics.push(...drawn.diagnostics);
    for (const [file, text] of drawn.texts) texts.set(file, text);
    if (drawn.draft !== null) drafts.push(drawn.draft);
  }
  if (diagnostics.length > 0) return refused(diagnostics, texts);
  const inTheWay = writeAllNew(drafts);
  if (inTheWay !== null) return refused([exists(showPath(cwd, inTheWay), '#year')], texts);
  const messages = reportYear(drafts, {
    year,
    projects,
    from: showPath(cwd, from),
    to: showPath(cwd, to),
    others,
    results,
  });
  return wrote(
    showPath(cwd, to),
    drafts.map(({ file }) => file),
    messages,
  );
}

function choosePlaces({ cwd, projects, names, from, code, into = '', ...options }: NewOptions, old: string) {
  const [name] = names;
  if (name !== undefined) throw new EnvironmentError('new/year-takes-no-name', { name });
  if (from !== undefined || code !== undefined) throw new EnvironmentError('new/year-takes-no-table');
  const known = listYears(cwd, projects);
  const fromYear = asYear('--from-year', old);
  const year = asYear('--year', options.year ?? String(Number(fromYear) + 1));
  if (year === fromYear) throw new EnvironmentError('new/same-year', { year });
  const root = resolve(cwd, projects);
  const office = splitOffice(into, { projects, year: fromYear });
  if (!known.includes(fromYear)) {
    throw new EnvironmentError('new/no-such-year', { year: fromYear, known: known.join('、') });
  }
  refuseLink(cwd, join(root, year));
  const [oldYear, newYear] = [join(root, fromYear), join(root, year)];
  const places = { from: join(oldYear, ...office), to: join(newYear, ...office), oldYear, newYear, year };
  if (kindOf(cwd, places.from) !== 'folder') {
    throw new EnvironmentError('new/no-such-office', { folder: showPath(cwd, places.from) });
  }
  return places;
}

/**
 * The booklet.yaml of the folders above an office that it inherits from and that the new year does not have yet: without them its
 * tables would be read by another form. An office that says its 年度 itself is checked by itself.
 */
function listInherited(
  { cwd }: NewOptions,
  office: string,
  { oldYear, newYear }: { oldYear: string; newYear: string },
): string[] {
  const own = readSourceIfAny(cwd, join(office, `${BOOKLET_STEM}.yaml`))?.value ?? null;
  if (own !== null && /^年度\s*:/m.test(own.text)) return [];
  const steps = relative(oldYear, office).split(sep).filter(Boolean);
  const above = steps.map((_, index) => join(...steps.slice(0, index), `${BOOKLET_STEM}.yaml`));
  const isMissing = (path: string) => kindOf(oldYear, path) === 'file' && kindOf(newYear, path) === null;
  return above.filter(isMissing).map((path) => join(oldYear, path));
}

interface DraftPlace {
  folder: string;
  year: string;
  forms: Forms;
}

function drawUp(options: NewOptions, source: string, { folder, year, forms }: DraftPlace) {
  const { cwd } = options;
  const texts = new Map<string, string>();
  const read = readSourceIfAny(cwd, source);
  const old = read?.value ?? null;
  if (old === null) return { draft: null, diagnostics: read?.diagnostics ?? [], texts };
  texts.set(old.file, old.text);
  const { form, words } = formOfFolder(options, dirname(source), old.stem, forms);
  const { value: parsed, diagnostics } = parse(old, words);
  const path = join(folder, `${old.stem}.yaml`);
  const file = showPath(cwd, path);
  const inTheWay = refusePlace({ ...old, file }, folder, '#year');
  if (parsed === null || inTheWay.length > 0) {
    return { draft: null, diagnostics: parsed === null ? diagnostics : inTheWay, texts };
  }
  const isBooklet = old.stem === BOOKLET_STEM;
  const schema = schemaFrom(folder, isBooklet ? 'booklet' : form, options);
  const text = isBooklet
    ? carryBooklet(parsed, { schema, year })
    : carryOver(parsed, { name: null, code: null, schema, form });
  const suppressions = listSuppressions(parsed).length;
  return { draft: { path, file, text, isBooklet, suppressions }, diagnostics: [], texts };
}

interface YearReport {
  year: string;
  projects: string;
  from: string;
  to: string;
  others: readonly string[];
  results: readonly string[];
}

function reportYear(
  drafts: readonly YearDraft[],
  { year, projects, from, to, others, results }: YearReport,
): Message[] {
  const tell = (code: MessageCode, args: Record<string, string>): Message => ({ code, args });
  const tables = drafts.filter(({ isBooklet }) => !isBooklet).length;
  const suppressions = drafts.reduce((sum, draft) => sum + draft.suppressions, 0);
  // A name may have the year in it on purpose, such as a grant's; whoever knows renames the file with it.
  const named = drafts.filter(({ path }) => findDates(basename(path)).some(({ years }) => years.length > 0));
  const files = listFirst(named.map(({ file }) => file));
  const check = projects === 'projects' ? `--year ${year}` : `--projects "${projects}" --year ${year}`;
  return [
    ...reportMade(drafts),
    ...(drafts.length === tables ? [tell('new/no-booklet', { from, to })] : []),
    ...(suppressions === 0 ? [] : [tell('new/suppressions-left', { count: String(suppressions) })]),
    ...(named.length === 0 ? [] : [tell('new/year-in-name', { files })]),
    ...(results.length === 0 ? [] : [tell('new/results-left', { folders: listFirst(results) })]),
    ...(others.length === 0 ? [] : [tell('new/others-left', { files: listFirst(others) })]),
    tell('new/year-written', { to, from, tables: String(tables), check }),
  ];
}

/** Each file; of many how many there are in each folder. */
function reportMade(drafts: readonly YearDraft[]): Message[] {
  if (drafts.length <= MOST_NAMES) return drafts.map(({ file }) => ({ code: 'new/made', args: { file } }));
  return [...groupBy(drafts, ({ file }) => posix.dirname(file))].map(([folder, files]) => ({
    code: 'new/made#folder',
    args: { folder, count: String(files.length) },
  }));
}
