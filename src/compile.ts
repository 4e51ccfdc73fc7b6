import { detachIndex, listPlaces } from './check/across.ts';
import {
  type AnalysisTools,
  type AnalyzedDraft,
  type AnalyzedTable,
  type AnalyzedYear,
  createAnalyzer,
  createOfficeAnalyzer,
  tablesOf,
} from './check/analyze.ts';
import { type AnalyzedResults, createResultsAnalyzer } from './check/analyze-results.ts';
import type { OfficeIndex } from './check/rule.ts';
import { toFill } from './check/rules/to-fill.ts';
import { nameOfOffice, type Office, toBookletView } from './document/booklet-view.ts';
import { type Document, toBookletDocument, toTableDocument, type VolumeTable } from './document/document.ts';
import { type IndexOffice, toIndexOffices } from './document/index-offices.ts';
import { toIndexResults } from './document/index-results.ts';
import { type HasOutput, type HeldTable, toIndexView } from './document/index-view.ts';
import { toResultsBookletView } from './document/results-booklet-view.ts';
import { toTableView } from './document/table-view.ts';
import type { Templates } from './document/templates.ts';
import { toLine } from './form/text.ts';
import { type Booklet, defaultBooklet, isSummary } from './read/booklet.ts';
import { orderTables } from './read/order.ts';
import { BOOKLET_STEM, findAbove, stemOf, type YearSources } from './read/source.ts';
import type { Draft, Table } from './read/table.ts';
import { compareText, type Diagnostic, hasErrors, isWithin, type Span } from './report/diagnostic.ts';
import { type Excerpt, toExcerpt } from './report/lines.ts';
import { groupBy } from './util/group-by.ts';
import { lazy, memoize, unmemoized } from './util/memoize.ts';

/** What the chain needs besides the sources; made once for a run. */
export interface CompilerContext extends AnalysisTools {
  templates: Templates;
}

/** A year or an office, all the way from text to HTML. */
export interface CompiledYear
  extends Pick<
    AnalyzedYear,
    'year' | 'path' | 'folder' | 'sources' | 'diagnostics' | 'suppressed' | 'booklet'
  > {
  /** False while booklet.yaml has an error in what its tables are printed with: none of them is. */
  isBookletSound: boolean;
  /** The tables that are printed, in the booklet's order, each with its document. */
  tables: CompiledTable[];
  /** The other tables that can be read, in the booklet's order. */
  drafts: CompiledDraft[];
  /** What is not printed before it is mended: the drafts, then the files that cannot be read. */
  held: HeldTable[];
  /** The offices right below it. */
  offices: CompiledYear[];
  /** A source of the folder, or of an office below it, has an error: the booklet is not made before that is mended. */
  isHeld: boolean;
  /** Makes the booklet, once; null while it is held, and where there is no table. */
  bind: (() => Document) | null;
  /**
   * Makes the year's index.html of what is in `out`: `has` says whether a table's or the booklet's outputs are. Null for a folder
   * of results, which the index of its year has.
   */
  toIndex: ((has: HasOutput) => string) | null;
  /** Its folders of results, each like a year of its own: `2022/自评`. */
  results: CompiledResults[];
}

export interface CompiledResults extends CompiledYear, Pick<AnalyzedResults, 'place' | 'without'> {}

export interface CompiledTable {
  table: Table;
  document: Document;
}

/** A table with an error, or under a booklet.yaml with one. */
export interface CompiledDraft {
  table: Draft;
  /** Made when it is first asked for. */
  toDocument: () => Document;
}

/** One year without offices through the whole chain; see `createCompiler`. */
export function compileYear(year: YearSources, context: CompilerContext): CompiledYear {
  return createCompiler(context, unmemoized)([year])[0] as CompiledYear;
}

/**
 * READ FIRST. The chain, in order: parse → validate → toTable → rules (check/analyze.ts) → view → render. Pure and synchronous: the
 * same sources give the same result, and every mistake of every file comes back in one run. Called again it recomputes only
 * what comes of a source that is another object; one that is called once need not hold the parsed sources (`unmemoized`). Years
 * come with all their offices, each behind the one above it.
 */
export function createCompiler(
  context: CompilerContext,
  remember = memoize,
): (years: readonly YearSources[]) => CompiledYear[] {
  const { templates } = context;
  const analyze = createAnalyzer(context, remember);
  const analyzeResults = createResultsAnalyzer(context);
  const render = memoize((booklet: Booklet) =>
    memoize(
      (analyzed: AnalyzedTable): CompiledTable => ({
        table: analyzed.table,
        document: renderTable(analyzed, booklet, templates),
      }),
    ),
  );
  const sketch = memoize((booklet: Booklet) =>
    memoize(
      (analyzed: AnalyzedDraft): CompiledDraft => ({
        table: analyzed.table,
        toDocument: later(renderTable, analyzed, booklet, templates),
      }),
    ),
  );
  const plain = new Map<string, Booklet>();
  const compile = (analyzed: AnalyzedYear, mayPrint: (table: AnalyzedTable) => boolean) => {
    const { year, path, folder, sources, diagnostics, suppressed, booklet } = analyzed;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const faulty = new Set(errors.map(({ at }) => at.file));
    const isPrinted = (one: AnalyzedTable) => !faulty.has(one.table.file) && mayPrint(one);
    const tables = analyzed.tables.filter(isPrinted).map(render(booklet));
    const unfinished = [...analyzed.tables.filter((table) => !isPrinted(table)), ...analyzed.drafts];
    // What a booklet.yaml says that cannot be read is not guessed.
    if (!plain.has(path)) plain.set(path, defaultBooklet(path, context.forms.first.form));
    const known = analyzed.ownBooklet ?? plain.get(path) ?? booklet;
    const drafts = orderTables(unfinished, booklet).map(sketch(known));
    const held = listHeld(analyzed, { tables, drafts, faulty });
    return { year, path, folder, sources, diagnostics, suppressed, booklet, tables, drafts, held };
  };
  const compileOffice = (
    analyzed: AnalyzedYear,
    sources: YearSources,
    { inherits, offices }: { inherits: boolean; offices: CompiledYear[] },
  ): CompiledYear => {
    const { diagnostics, booklet, mayFallBack } = analyzed;
    const isBookletSound = inherits && !holdsTables(analyzed);
    const compiled = compile(analyzed, () => isBookletSound);
    const { tables, held } = compiled;
    const isHeld = !inherits || hasErrors(diagnostics) || offices.some((office) => office.isHeld);
    const hasTables = tables.length > 0 || offices.some((office) => office.bind !== null);
    const bind =
      isHeld || !hasTables ? null : later(bindYear, { booklet, mayFallBack }, { tables, offices }, templates);
    const sound = new Set(tables.map(({ table }) => table.stem));
    const results = analyzeResults(sources, analyzed).map((own): CompiledResults => {
      const ofGoals = compile(own, ({ table }) => sound.has(table.stem));
      const isHeld = hasErrors(own.diagnostics) || ofGoals.held.length > 0;
      const hasAny = !isHeld && ofGoals.tables.length > 0;
      const { place, without, booklet, mayFallBack } = own;
      const bound = { booklet, without, mayFallBack };
      const bind = hasAny ? later(bindResults, bound, ofGoals.tables, templates) : null;
      return {
        ...ofGoals,
        isBookletSound,
        offices: [],
        isHeld,
        bind,
        toIndex: null,
        results: [],
        place,
        without,
      };
    });
    return {
      ...{ ...compiled, isBookletSound, offices, isHeld, bind, results },
      toIndex: laterIndex(
        { path: analyzed.path, booklet, tables, held, isHeld, results, offices },
        templates,
      ),
    };
  };
  return (sources) => {
    const analyzed = analyze(sources);
    const byFolder = new Map(
      analyzed.map((one) => [one.folder, { one, inherits: true, offices: [] as CompiledYear[] }]),
    );
    for (const place of byFolder.values()) {
      const above = findAbove(place.one.folder, byFolder);
      place.inherits = above === null || (above.inherits && !holdsOffices(above.one));
    }
    // From the bottom up: a folder's volume holds the tables of its offices.
    const compiled = [...byFolder.values()].reverse().map(({ one, inherits, offices }, index) => {
      const own = sources[sources.length - 1 - index] as YearSources;
      const done = compileOffice(one, own, { inherits, offices: offices.reverse() });
      findAbove(one.folder, byFolder)?.offices.push(done);
      return done;
    });
    return compiled.reverse();
  };
}

/** What is left of an office that was only checked: what a report says of it, and what it is compared by with the others. */
export interface CheckedOffice extends Pick<CompiledYear, 'path' | 'folder' | 'diagnostics'> {
  name: string;
  /** The files of its booklet.yaml and its tables. */
  files: string[];
  results: Pick<CheckedOffice, 'files' | 'diagnostics'>;
  /** Those that can be read, each with the name of its form. */
  tables: { file: string; form: string }[];
  /** The lines that findings speak of. */
  texts: Map<string, Excerpt>;
  index: OfficeIndex;
}

/**
 * The same chain for one office after another: nothing of it is held when the next one comes. The function that is returned is
 * given each office behind the one above it. What is found by comparing offices (`compareOffices`) is not in it.
 */
export function createOfficeChecker(context: CompilerContext): (office: YearSources) => CheckedOffice {
  const analyze = createOfficeAnalyzer(context)();
  const analyzeResults = createResultsAnalyzer(context);
  return (office) => {
    const { index, ...analyzed } = analyze(office);
    const units = [analyzed, ...analyzeResults(office, analyzed)];
    const listed = (of: readonly AnalyzedYear[]) => ({
      files: of.flatMap(({ sources }) => sources.map(({ file }) => file)),
      diagnostics: of.flatMap((unit) => unit.diagnostics),
    });
    const { diagnostics } = listed(units);
    const faulty = new Set(diagnostics.flatMap(({ severity, at }) => (severity === 'error' ? at.file : [])));
    for (const { tables, booklet } of units) {
      // For what is wrong with the templates.
      for (const one of tables) if (!faulty.has(one.table.file)) renderTable(one, booklet, context.templates);
    }
    const sources = units.flatMap((unit) => unit.sources);
    const spans = groupBy([...diagnostics.map(({ at }) => at), ...listPlaces(index)], ({ file }) => file);
    const offsetsIn = (file: string) => spans.get(file)?.flatMap(({ start, end }) => [start, end]) ?? [];
    return {
      ...{ path: office.path, folder: office.folder, name: nameOfOffice(analyzed.booklet) },
      ...listed([analyzed]),
      results: listed(units.slice(1)),
      tables: units.flatMap(({ tables, drafts }) =>
        [...tables, ...drafts].map(({ table: { file, form } }) => ({ file, form: form.name })),
      ),
      texts: new Map(sources.map(({ file, text }) => [file, toExcerpt(text, offsetsIn(file))])),
      index: detachIndex(index),
    };
  };
}

/** The offices below a folder, each behind the one above it, with how far they are. */
function listOverview(offices: readonly CompiledYear[], top: string): IndexOffice[] {
  return offices.flatMap((office): IndexOffice[] => {
    const path = office.path.slice(top.length + 1);
    const unprinted = listUnprinted(office);
    const unfinished = unprinted.filter((isToFill) => isToFill).length;
    return [
      {
        ...{ path, name: nameOfOffice(office.booklet), projects: listBoundTables(office) },
        ...{ unfinished, faulty: unprinted.length - unfinished, results: listWritten(office) },
      },
      ...listOverview(office.offices, top),
    ];
  });
}

/** The folders of results, each with how many of its tables are printed. */
function listWritten({ results, offices }: CompiledYear): IndexOffice['results'] {
  const own = results.map(({ place, tables }) => ({ place: place.name, count: tables.length }));
  return [...own, ...offices.flatMap(listWritten)];
}

/** Of each table that is not printed, whether it is only not finished. */
function listUnprinted({ held, diagnostics, offices }: CompiledYear): boolean[] {
  const leftOpen = new Set(diagnostics.flatMap(({ code, at }) => (code === toFill.code ? [at.file] : [])));
  return [...held.map(({ file }) => leftOpen.has(file)), ...offices.flatMap(listUnprinted)];
}

/**
 * What is made when it is asked for. Out here, so that it holds on to these arguments alone: a function within the compiler would keep
 * the parsed sources of the whole year.
 */
function later<Args extends unknown[], Made>(make: (...args: Args) => Made, ...args: Args): () => Made {
  return lazy(() => make(...args));
}

function laterIndex(
  {
    booklet,
    tables,
    held,
    isHeld,
    results,
    path,
    offices,
  }: Pick<CompiledYear, 'path' | 'booklet' | 'tables' | 'held' | 'isHeld' | 'results' | 'offices'>,
  templates: Templates,
): (has: HasOutput) => string {
  return (has) => {
    const below = results.map((folder) => toIndexResults(folder, has));
    const overview = {
      ...toIndexOffices(listOverview(offices, path), has),
      all: offices.map(toOffice),
    };
    return templates.renderIndex(
      toIndexView(booklet, tablesOf({ tables }), held, !isHeld, has, below, overview),
    );
  };
}

/** The tables that a folder's booklet is made of: its own, then those of the offices below it. */
export function listBoundTables({ tables, offices }: Pick<CompiledYear, 'tables' | 'offices'>): Table[] {
  return [...tablesOf({ tables }), ...offices.flatMap(listBoundTables)];
}

/** A year or an office with its folders of results. */
export function unitsOf(year: CompiledYear): CompiledYear[] {
  return [year, ...year.results];
}

/** Whether 单位, 年度, 编制日期 or another thing that booklet.yaml says of every table is wrong, or cannot be known. */
function holdsTables(year: AnalyzedYear): boolean {
  return hasErrorsBut(year, year.ownBooklet?.ofVolume ?? []);
}

/** The same of what it says of the offices below. */
function holdsOffices(year: AnalyzedYear): boolean {
  const { ofVolume = [], ofOffice = [] } = year.ownBooklet ?? {};
  return hasErrorsBut(year, [...ofVolume, ...ofOffice]);
}

function hasErrorsBut({ folder, diagnostics }: AnalyzedYear, places: readonly Span[]): boolean {
  const file = `${folder}/${BOOKLET_STEM}.yaml`;
  return diagnostics.some(
    ({ severity, at }) =>
      severity === 'error' && at.file === file && !places.some((span) => isWithin(at, span)),
  );
}

/** What is not printed, a result whose goals cannot be read among it. */
function listHeld(
  { sources }: AnalyzedYear,
  {
    tables,
    drafts,
    faulty,
  }: { tables: readonly CompiledTable[]; drafts: readonly CompiledDraft[]; faulty: ReadonlySet<string> },
): HeldTable[] {
  const read = drafts.map(({ table }) => ({
    ...{ table, file: table.file, stem: table.stem },
    name: toLine(table.name.text) || table.stem,
  }));
  const known = new Set([...read.map(({ file }) => file), ...tables.map(({ table }) => table.file)]);
  const all = new Set([...faulty, ...sources.map(({ file }) => file)]);
  const unread = [...all]
    .filter((file) => !known.has(file) && stemOf(file) !== BOOKLET_STEM)
    .sort(compareText);
  return [...read, ...unread.map((file) => ({ table: null, file, stem: stemOf(file), name: stemOf(file) }))];
}

/** view → render, for one table. */
export function renderTable(
  { table, mayFallBack }: AnalyzedDraft,
  booklet: Booklet,
  templates: Templates,
): Document {
  const toView = () => toTableView(table, booklet);
  return toTableDocument(table, toView, templates.renderTable(toView()), booklet, { mayFallBack });
}

function bindYear(
  { booklet, mayFallBack }: Pick<AnalyzedYear, 'booklet' | 'mayFallBack'>,
  { tables, offices }: Pick<CompiledYear, 'tables' | 'offices'>,
  templates: Templates,
): Document {
  const below = offices.map(toOffice);
  const contents = { isSummary: isSummary(booklet, offices.length > 0) };
  const view = toBookletView(booklet, tablesOf({ tables }), { offices: below, ...contents });
  const front = templates.renderBookletFront(view);
  const documents = [
    ...tables.map(({ document }) => ({ document, offices: [] })),
    ...offices.flatMap(listBelow),
  ];
  const glyphs = { mayFallBack: mayFallBack || documents.some(({ document }) => document.mayFallBack) };
  return toBookletDocument(booklet, { front, view }, documents, { ...contents, ...glyphs });
}

/** The volume of a folder of results. */
function bindResults(
  { booklet, mayFallBack, without }: Pick<AnalyzedResults, 'booklet' | 'mayFallBack' | 'without'>,
  compiled: readonly CompiledTable[],
  templates: Templates,
): Document {
  const view = toResultsBookletView(booklet, tablesOf({ tables: compiled }), without);
  const front = templates.renderResultsFront(view);
  const documents = compiled.map(({ document }) => ({ document, offices: [] }));
  return toBookletDocument(booklet, { front, view }, documents, { isSummary: false, mayFallBack });
}

function toOffice({ booklet, tables, offices }: CompiledYear): Office {
  return { name: nameOfOffice(booklet), tables: tablesOf({ tables }), offices: offices.map(toOffice) };
}

/** The tables of an office and of those below it, each with the names of the offices that it belongs to. */
function listBelow({ booklet, tables, offices }: CompiledYear): VolumeTable[] {
  const below = [...tables.map(({ document }) => ({ document, offices: [] })), ...offices.flatMap(listBelow)];
  const name = nameOfOffice(booklet);
  return below.map(({ document, offices }) => ({ document, offices: [name, ...offices] }));
}

export interface CheckOptions {
  /** The working directory: paths are read and shown relative to it. */
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  templates: string;
  year?: string | undefined;
  /** Only these files or folders; empty for all. */
  paths: string[];
  /** Only the i-th of n parts of everything, as `i/n`. */
  shard?: string | undefined;
  /** Warnings count as errors. */
  strict: boolean;
}

export interface Checked {
  years: CompiledYear[];
  /** The files asked for by path; null when everything was asked for. */
  selection: Set<string> | null;
  /** The folders of the years that were asked for as a whole. */
  whole: ReadonlySet<string>;
  /** The mistakes in what was asked for, and what was ignored. */
  diagnostics: Diagnostic[];
  /** What looks like a source and is not read; these are in `diagnostics`, too. */
  strays: Diagnostic[];
  /** Each file's text, for the report's lines. */
  texts: Map<string, string>;
  /** How many projects were asked for. */
  projects: number;
  /** What they were read and rendered with. */
  context: CompilerContext;
}
