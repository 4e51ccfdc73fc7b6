import { resolve } from 'node:path';
import { nameOfOffice } from '../document/booklet-view.ts';
import { type BookletOrigin, DIGEST_LENGTH, isOurs, readOrigins } from '../pdf/provenance.ts';
import { type Booklet, defaultBooklet, findFormOf, isSummary, toBooklet } from '../read/booklet.ts';
import { originOf } from '../read/booklet-hash.ts';
import { digestOf } from '../read/content-hash.ts';
import { findResultsForm } from '../read/find-results-form.ts';
import type { Forms } from '../read/forms.ts';
import { orderTables } from '../read/order.ts';
import { parse } from '../read/parse.ts';
import { toResultsBooklet } from '../read/results-booklet.ts';
import { placeOfOrigin, toOriginStem } from '../read/results-place.ts';
import { findAbove, type Source, type YearSources } from '../read/source.ts';
import { type Table, toTable } from '../read/table.ts';
import { validate } from '../read/validate.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { readSources } from '../workspace/disk.ts';
import { type GitCondition, type Revision, readGitCondition } from '../workspace/git/history.ts';
import { readGivenFile } from '../workspace/input-file.ts';
import { openBookletSchemas, openForms } from './context.ts';
import { findPast, type Origin, type Past, readResult } from './find-past.ts';

export interface TraceOptions {
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  /** The program's own when not given. */
  templates?: string | undefined;
  /** PDFs, or digests typed from paper. */
  targets: string[];
}

/**
 * current: a source of today has this content. changed: the table's source has another now. unreadable: it has mistakes,
 * so nobody knows. gone: there is no source of it any more.
 */
export type Currency = 'current' | 'changed' | 'unreadable' | 'gone';

export interface TracedTable {
  /** Of a digest alone, as far as it was found out. */
  origin: Origin;
  currency: Currency;
  /** The source of today that it is compared with, and what that one's content gives. */
  source: { file: string; digest: string | null } | null;
  /** The newest commit with this content, and its file there; null when none was found. */
  revision: (Revision & { path: string }) | null;
}

/** A booklet as a whole: changed when its front, or which tables it holds and what they say, is another now. */
export interface TracedBooklet {
  origin: BookletOrigin;
  currency: Currency;
}

export interface TracedTarget {
  target: string;
  /** Why there is nothing to trace. */
  problem: 'no-file' | 'not-pdf' | 'not-ours' | 'no-tables' | null;
  /** One when it is a booklet. */
  booklets: TracedBooklet[];
  tables: TracedTable[];
}

export interface Traced {
  targets: TracedTarget[];
  git: GitCondition;
  /** Whether every booklet and every table of every target is. */
  isCurrent: boolean;
  /** What looks like a source and is not read. */
  strays: Diagnostic[];
}

/** A source of the working tree; without a project when it cannot be read. */
interface PresentSource {
  year: string;
  /** What it is known by in its year: the file's name, with that of the folder of a result. */
  stem: string;
  source: Source;
  project: Table | null;
  digest: string | null;
}

/** A year or an office of the working tree. */
interface PresentYear {
  path: string;
  /** 年度; the folder's name while booklet.yaml cannot be read. */
  year: string;
  booklet: Booklet | null;
  sources: PresentSource[];
  /** What its booklet's content gives; null when some source of it cannot be read. */
  digest: string | null;
}

/** Which source and which revision PDFs were made from, and whether they are what the sources say now. */
export async function trace({ cwd, projects, templates, targets }: TraceOptions): Promise<Traced> {
  if (targets.length === 0) throw new EnvironmentError('trace/no-target');
  const asked = targets.map((target) => readTarget(cwd, target));
  const origins = asked.flatMap((one) => one.origins);
  const forms = openForms(cwd, templates);
  const { years, strays } =
    origins.length === 0 ? { years: [], strays: [] } : readPresent(cwd, projects, forms);
  const present = years.flatMap(({ sources }) => sources);
  const folder = resolve(cwd, projects);
  const git = await readGitCondition(origins.length === 0 ? cwd : folder);
  const hasHistory = git === 'ready' || git === 'shallow';
  const past =
    hasHistory && origins.length > 0 ? await findPast(folder, origins, forms) : new Map<string, Past>();
  const traced = asked.map(({ target, problem, origins, booklets }) => ({
    target,
    problem,
    booklets: booklets.map((origin) => traceBooklet(origin, years)),
    tables: origins.map((origin) => traceTable(origin, present, past.get(origin.digest) ?? null)),
  }));
  const isCurrent = traced.every(
    ({ problem, booklets, tables }) =>
      problem === null && [...booklets, ...tables].every(({ currency }) => currency === 'current'),
  );
  return { targets: traced, git, isCurrent, strays };
}

type Asked = Pick<TracedTarget, 'target' | 'problem'> & {
  origins: Origin[];
  booklets: BookletOrigin[];
};

/** As it is printed: 项目编码 · digest, or the digest alone, in whatever letters somebody typed it. */
const TYPED = new RegExp(`^(?:[0-9A-Z]{21}\\s{0,9}(?:·\\s{0,9})?)?([0-9A-F]{${DIGEST_LENGTH}})$`, 'i');

function readTarget(cwd: string, target: string): Asked {
  const nothing = { origins: [], booklets: [] };
  const digest = TYPED.exec(target.normalize('NFKC').trim())?.[1]?.toLowerCase();
  if (digest !== undefined) return { target, problem: null, ...nothing, origins: [{ digest }] };
  const bytes = readGivenFile(cwd, target);
  if (bytes === null) return { target, problem: 'no-file', ...nothing };
  // Some programs put a few bytes before it.
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return { target, problem: 'not-pdf', ...nothing };
  const { tables, booklets } = readOrigins(bytes);
  if (tables.length === 0) return { target, problem: isOurs(bytes) ? 'no-tables' : 'not-ours', ...nothing };
  return { target, problem: null, origins: tables, booklets };
}

function readPresent(
  cwd: string,
  projects: string,
  forms: Forms,
): { years: PresentYear[]; strays: Diagnostic[] } {
  const { years, strays } = readSources({ cwd, projects, paths: [] });
  const schemas = openBookletSchemas();
  const booklets = new Map<string, Booklet>();
  const present: PresentYear[] = years.map((year) => {
    const above = findAbove(year.path, booklets);
    const booklet = year.diagnostics.length === 0 ? readBooklet(year, above, schemas, forms) : null;
    if (booklet !== null) booklets.set(year.path, booklet);
    const known = booklet ?? defaultBooklet(year.path, forms.first.form);
    const sources = year.projects.map((source) => {
      const { form, words, validate: schema } = findFormOf(source.stem, known, forms);
      const { value: parsed } = parse(source, words);
      // With a key misspelt, what can be read of a table may be what it was without that key.
      const project = parsed && toTable(parsed, form, validate(parsed, schema()).length === 0).project;
      return { year: year.year, stem: source.stem, source, project, digest: project && digestOf(project) };
    });
    return { path: year.path, year: booklet?.year ?? year.year, booklet, sources, digest: null };
  });
  const results = present.flatMap((one, index) => readResults(years[index] as YearSources, one, forms));
  const goals = present.map((one) => ({ ...one, digest: digestOfBooklet(one, present) }));
  return { years: [...goals, ...results], strays };
}

/** The folders of results below a year or an office, each with what its tables and its volume give. */
function readResults(year: YearSources, goals: PresentYear, forms: Forms): PresentYear[] {
  const { booklet } = goals;
  if (booklet === null) return [];
  return year.results.map((folder): PresentYear => {
    const known = findResultsForm(folder.kind, booklet, forms.results());
    const own = toResultsBooklet(booklet, known, folder.name);
    const sources = folder.sources.map((source): PresentSource => {
      const table = goals.sources.find(({ stem }) => stem === source.stem)?.project ?? null;
      const project = table && readResult(source, table, known, folder.month);
      const stem = toOriginStem(folder.name, source.stem);
      return { year: year.year, stem, source, project, digest: project && digestOf(project) };
    });
    const read = sources.flatMap(({ project, digest }) => (project && digest ? [{ project, digest }] : []));
    const tables = orderTables(read, own).map(({ digest }) => ({ digest, offices: [] }));
    const isWhole = read.length === sources.length;
    const digest = isWhole ? originOf(own, { tables, isSummary: false }).digest : null;
    return { path: own.path, year: goals.year, booklet: own, sources, digest };
  });
}

function readBooklet(
  { path, booklet }: YearSources,
  above: Booklet | null,
  { bookletSchema, officeSchema }: ReturnType<typeof openBookletSchemas>,
  forms: Forms,
): Booklet | null {
  if (booklet === null) return defaultBooklet(path, forms.first.form);
  const { value: parsed } = parse(booklet, forms.first.words);
  const faults = parsed && validate(parsed, above === null ? bookletSchema : officeSchema);
  return parsed && faults?.length === 0 ? toBooklet(parsed, forms, { path, above }) : null;
}

/** Null while a table that the booklet holds cannot be read. */
function digestOfBooklet(own: PresentYear, all: readonly PresentYear[]): string | null {
  const held = all.filter(({ path }) => path === own.path || path.startsWith(`${own.path}/`));
  const names = new Map(
    held.flatMap(({ path, booklet }) => (booklet ? [[path, nameOfOffice(booklet)]] : [])),
  );
  const tables = held.flatMap(({ path, booklet, sources }) => {
    const known = sources.flatMap(({ project, digest }) => (project && digest ? [{ project, digest }] : []));
    const offices = [...names].flatMap(([above, name]) =>
      above !== own.path && (path === above || path.startsWith(`${above}/`)) ? [name] : [],
    );
    return booklet === null ? [] : orderTables(known, booklet).map(({ digest }) => ({ digest, offices }));
  });
  const isWhole = held.every(({ booklet }) => booklet !== null);
  const count = held.reduce((sum, { sources }) => sum + sources.length, 0);
  if (own.booklet === null || !isWhole || tables.length < count) return null;
  return originOf(own.booklet, { tables, isSummary: isSummary(own.booklet, held.length > 1) }).digest;
}

function traceBooklet(origin: BookletOrigin, years: readonly PresentYear[]): TracedBooklet {
  const digests = years.filter(({ year }) => year === origin.year).map(({ digest }) => digest);
  if (digests.includes(origin.digest)) return { origin, currency: 'current' };
  return {
    origin,
    currency: digests.length === 0 ? 'gone' : digests.includes(null) ? 'unreadable' : 'changed',
  };
}

function traceTable(origin: Origin, present: readonly PresentSource[], past: Past | null): TracedTable {
  const same = present.filter(({ digest }) => digest === origin.digest);
  const now = same.find(({ year }) => year === origin.year) ?? same[0];
  const code = origin.code ?? now?.project?.code.text ?? past?.code;
  const stem = origin.stem ?? now?.stem ?? past?.stem;
  // Without a code, a table is known by its file; goals and results have one code.
  const isSame = ({ project, stem: own }: PresentSource) =>
    placeOfOrigin(own) === placeOfOrigin(stem ?? own) &&
    (code ? project?.code.text === code : project !== null && own === stem);
  const ofCode = present.filter(isSame);
  const later =
    now ??
    ofCode.find(({ year }) => year === origin.year) ??
    ofCode[0] ??
    present.find((one) => one.project === null && one.stem === stem);
  const revision = past && (({ code: _, stem: __, ...rest }) => rest)(past);
  return {
    origin: {
      ...origin,
      ...(code === undefined ? {} : { code }),
      ...(stem === undefined ? {} : { stem }),
    },
    currency: now ? 'current' : !later ? 'gone' : later.project ? 'changed' : 'unreadable',
    source: later ? { file: later.source.file, digest: later.digest } : null,
    revision,
  };
}
