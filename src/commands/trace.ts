import { resolve } from 'node:path';
import { type AnalysisTools, type AnalyzedYear, createAnalyzer } from '../check/analyze.ts';
import { createResultsAnalyzer } from '../check/analyze-results.ts';
import { nameOfOffice } from '../document/booklet-view.ts';
import { type BookletOrigin, isOurs, readOrigins } from '../pdf/provenance.ts';
import { type Booklet, isSummary, orderTables } from '../read/booklet.ts';
import { digestOf, originOf } from '../read/content-hash.ts';
import { placeOfOrigin, toOriginStem } from '../read/results-place.ts';
import { BOOKLET_STEM, type Source, type YearSources } from '../read/source.ts';
import type { Table } from '../read/table.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { DIGEST_LENGTH } from '../util/digest.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { readSources, type SourceRequest } from '../workspace/disk.ts';
import { type GitCondition, type Revision, readGitCondition } from '../workspace/git/history.ts';
import { readGivenFile } from '../workspace/input-file.ts';
import { openAnalysisTools } from './context.ts';
import { findPast, type Origin, type Past } from './find-past.ts';

export interface TraceOptions extends Pick<SourceRequest, 'cwd' | 'projects'> {
  /** The program's own when not given. */
  templates?: string | undefined;
  /** PDFs, or digests typed from paper. */
  targets: string[];
}

/**
 * current: a present source has this content. changed: the table's source has another content now. unreadable: its source has
 * errors, so it cannot be compared. gone: it has no source any more.
 */
export type Currency = 'current' | 'changed' | 'unreadable' | 'gone';

export interface TracedTable {
  /** Of a digest alone, as far as it was found out. */
  origin: Origin;
  currency: Currency;
  /** The present source that it is compared with, and the hash of its content. */
  source: { file: string; digest: string | null } | null;
  /** The newest commit with this content, and its file there; null when none was found. */
  revision: (Revision & { path: string }) | null;
}

/** A booklet as a whole: changed when its front, or which tables it holds and what they say, is another now. */
export interface TracedBooklet {
  origin: BookletOrigin;
  /** The folder among the years whose volume it is; null while that is not known. */
  path: string | null;
  currency: Currency;
}

export interface TracedTarget {
  target: string;
  problem: 'no-file' | 'not-pdf' | 'not-ours' | 'no-tables' | null;
  /** One when it is a booklet. */
  booklets: TracedBooklet[];
  tables: TracedTable[];
}

export interface Traced {
  targets: TracedTarget[];
  git: GitCondition;
  isCurrent: boolean;
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
  const tools = openAnalysisTools(cwd, templates);
  const { years, strays } =
    origins.length === 0 ? { years: [], strays: [] } : readPresent(cwd, projects, tools);
  const present = years.flatMap(({ sources }) => sources);
  const folder = resolve(cwd, projects);
  const git = await readGitCondition(origins.length === 0 ? cwd : folder);
  const hasHistory = git === 'ready' || git === 'shallow';
  const past =
    hasHistory && origins.length > 0 ? await findPast(folder, origins, tools.forms) : new Map<string, Past>();
  const traced = asked.map(({ target, problem, origins, booklets }) => {
    const tables = origins.map((origin) => traceTable(origin, present, past.get(origin.digest) ?? null));
    return {
      target,
      problem,
      booklets: booklets.map((origin) => traceBooklet(origin, tables, years)),
      tables,
    };
  });
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

/** As it is printed: 项目编码 · digest, or the digest alone, in upper or lower case. */
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
  tools: AnalysisTools,
): { years: PresentYear[]; strays: Diagnostic[] } {
  const { years, strays } = readSources({ cwd, projects, paths: [] });
  const analyzed = createAnalyzer(tools)(years);
  const analyzeResults = createResultsAnalyzer(tools);
  const goals = analyzed.map((own, index) => {
    const { booklet: source, diagnostics } = years[index] as YearSources;
    const isKnown = diagnostics.length === 0 && (own.ownBooklet !== null || source === null);
    return toPresent(own, isKnown ? own.booklet : null, (stem) => stem);
  });
  const results = analyzed.flatMap((own, index) => {
    const booklet = goals[index]?.booklet ?? null;
    const folders = booklet === null ? [] : analyzeResults(years[index] as YearSources, own);
    return folders.map((folder) => {
      const present = toPresent(folder, folder.booklet, (stem) => toOriginStem(folder.place.name, stem));
      const tables = listKnown(present.sources, folder.booklet).map((digest) => ({ digest, offices: [] }));
      const isWhole = tables.length === present.sources.length;
      return {
        ...present,
        digest: isWhole ? originOf(folder.booklet, { tables, isSummary: false }).digest : null,
      };
    });
  });
  return {
    years: [...goals.map((one) => ({ ...one, digest: digestOfBooklet(one, goals) })), ...results],
    strays,
  };
}

function toPresent(
  { year, path, sources, tables }: AnalyzedYear,
  booklet: Booklet | null,
  nameOf: (stem: string) => string,
): PresentYear {
  const known = new Map(tables.map(({ table }) => [table.file, table]));
  const present = sources
    .filter(({ stem }) => stem !== BOOKLET_STEM)
    .map((source): PresentSource => {
      const project = known.get(source.file) ?? null;
      return { year, stem: nameOf(source.stem), source, project, digest: project && digestOf(project) };
    });
  return { path, year: booklet?.year ?? year, booklet, sources: present, digest: null };
}

/** What the tables that can be read give, in the booklet's order. */
function listKnown(sources: readonly PresentSource[], booklet: Booklet): string[] {
  const known = sources.flatMap(({ project, digest }) =>
    project && digest ? [{ table: project, digest }] : [],
  );
  return orderTables(known, booklet).map(({ digest }) => digest);
}

/** Null while a table that the booklet holds cannot be read. */
function digestOfBooklet(own: PresentYear, all: readonly PresentYear[]): string | null {
  const held = all.filter(({ path }) => path === own.path || path.startsWith(`${own.path}/`));
  const names = new Map(
    held.flatMap(({ path, booklet }) => (booklet ? [[path, nameOfOffice(booklet)]] : [])),
  );
  const tables = held.flatMap(({ path, booklet, sources }) => {
    const offices = [...names].flatMap(([above, name]) =>
      above !== own.path && (path === above || path.startsWith(`${above}/`)) ? [name] : [],
    );
    return booklet === null ? [] : listKnown(sources, booklet).map((digest) => ({ digest, offices }));
  });
  const isWhole = held.every(({ booklet }) => booklet !== null);
  const count = held.reduce((sum, { sources }) => sum + sources.length, 0);
  if (own.booklet === null || !isWhole || tables.length < count) return null;
  return originOf(own.booklet, { tables, isSummary: isSummary(own.booklet, held.length > 1) }).digest;
}

/** The file of that name that cannot be read: names repeat between offices, codes do not. */
function findUnreadable(
  present: readonly PresentSource[],
  stem?: string,
  code?: string,
): PresentSource | undefined {
  const named = present.filter((one) => one.project === null && one.stem === stem);
  return named.find(({ source }) => code && source.text.includes(code)) ?? named[0];
}

/** By what it is made of now, else by the folder that holds the sources of all its tables. */
function traceBooklet(
  origin: BookletOrigin,
  tables: readonly TracedTable[],
  years: readonly PresentYear[],
): TracedBooklet {
  const ofYear = years.filter(({ year }) => year === origin.year);
  const same = ofYear.find(({ digest }) => digest === origin.digest);
  if (same !== undefined) return { origin, path: same.path, currency: 'current' };
  const files = new Set(tables.flatMap(({ source }) => source?.file ?? []));
  const holders = ofYear.filter(({ sources }) => sources.some(({ source: { file } }) => files.has(file)));
  const isAbove = ({ path }: PresentYear) => holders.every((one) => `${one.path}/`.startsWith(`${path}/`));
  const [volume = null] = ofYear.filter(isAbove).sort((a, b) => b.path.length - a.path.length);
  if (volume === null || holders.length === 0) {
    const isAny = ofYear.some(({ digest }) => digest === null);
    return { origin, path: null, currency: ofYear.length === 0 ? 'gone' : isAny ? 'unreadable' : 'changed' };
  }
  return { origin, path: volume.path, currency: volume.digest === null ? 'unreadable' : 'changed' };
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
    findUnreadable(present, stem, code);
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
