import { compareOffices, detachIndex } from './check/across.ts';
import { type AnalysisTools, type AnalyzedYear, createOfficeAnalyzer } from './check/analyze.ts';
import { type AnalyzedResults, createResultsAnalyzer } from './check/analyze-results.ts';
import type { OfficeIndex } from './check/rule.ts';
import { nameOfOffice, type Office, toBookletView } from './document/booklet-view.ts';
import { type Document, toBookletDocument, type VolumeTable } from './document/document.ts';
import { type IndexOffice, toIndexOffices } from './document/index-offices.ts';
import { toIndexResults } from './document/index-results.ts';
import { type HasOutput, type HeldTable, toIndexView } from './document/index-view.ts';
import type { ListedTable } from './document/listed-table.ts';
import {
  createUnitRenderer,
  type LetGo,
  type RenderedDraft,
  type RenderedTable,
  type RenderedUnit,
  renderTable,
  toExcerpts,
} from './document/render-unit.ts';
import { toResultsBookletView } from './document/results-booklet-view.ts';
import type { Templates } from './document/templates.ts';
import { toLine } from './form/text.ts';
import { type Booklet, defaultBooklet, isSummary } from './read/booklet.ts';
import { BOOKLET_STEM, findAbove, stemOf, type YearSources } from './read/source.ts';
import { compareText, type Diagnostic, isWithin, type Span, sortDiagnostics } from './report/diagnostic.ts';
import type { Excerpt, Texts } from './report/lines.ts';
import { lazy, memoize, unmemoized } from './util/memoize.ts';

/** What the chain needs besides the sources; made once for a run. */
export interface CompilerContext extends AnalysisTools {
  templates: Templates;
}

/** A year or an office, all the way from text to HTML. */
export interface CompiledYear
  extends Pick<
    RenderedUnit,
    'year' | 'path' | 'folder' | 'sources' | 'suppressed' | 'booklet' | 'errors' | 'textOf'
  > {
  readonly diagnostics: Diagnostic[];
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

export type CompiledTable = RenderedTable;

/** A table with an error, or under a booklet.yaml with one. */
export type CompiledDraft = RenderedDraft;

/** One year without offices through the whole chain; see `createCompiler`. */
export function compileYear(year: YearSources, context: CompilerContext): CompiledYear {
  return createCompiler(context)([year])[0] as CompiledYear;
}

/** An office and its folders of results, rendered, until all offices are compared. */
interface RenderedOffice {
  goals: RenderedUnit;
  results: (RenderedUnit & Pick<AnalyzedResults, 'place' | 'without'>)[];
  index: OfficeIndex;
}

/**
 * READ FIRST. The chain, in order: parse → validate → toTable → rules (check/analyze.ts) → view → render. Pure and synchronous: the
 * same sources give the same result, and every mistake of every file comes back in one run. Called again it recomputes only
 * results whose source object changed; or else it is called once, and lets each office go when it is rendered (`letGo`).
 * Years come with all their offices, each behind the one above it.
 */
export function createCompiler(
  context: CompilerContext,
  letGo: LetGo | null = null,
): (years: Iterable<YearSources>) => CompiledYear[] {
  const { templates } = context;
  const begin = createOfficeAnalyzer(context, letGo === null ? memoize : unmemoized);
  const analyzeResults = createResultsAnalyzer(context);
  const renderUnit = createUnitRenderer(templates, letGo);
  const plain = new Map<string, Booklet>();
  // What a booklet.yaml says that cannot be read is not guessed.
  const findDraftBooklet = ({ path, ownBooklet }: AnalyzedYear): Booklet => {
    if (!plain.has(path)) plain.set(path, defaultBooklet(path, context.forms.first.form));
    return ownBooklet ?? (plain.get(path) as Booklet);
  };
  const renderOffice = (analyze: ReturnType<typeof begin>, sources: YearSources): RenderedOffice => {
    const { index, ...goals } = analyze(sources);
    return {
      goals: renderUnit(goals, findDraftBooklet(goals), index),
      results: analyzeResults(sources, goals).map((own) => {
        const { place, without } = own;
        return { ...renderUnit(own, findDraftBooklet(own)), place, without };
      }),
      index: letGo === null ? index : detachIndex(index),
    };
  };
  return (sources) => {
    const analyze = begin();
    const rendered = Array.from(sources, (office) => renderOffice(analyze, office));
    const across = compareOffices(
      rendered.map(({ index }) => index),
      context.strict,
    );
    const compared = rendered.map(({ goals, results, index }) => {
      const { diagnostics = [], suppressed = [] } = across.get(index) ?? {};
      const found = addFindings(goals, diagnostics, suppressed);
      // Asked for again and again.
      const all = letGo === null ? found.listDiagnostics() : null;
      return { goals: all === null ? found : { ...found, listDiagnostics: () => all }, results };
    });
    const byFolder = new Map(
      compared.map((one) => [one.goals.folder, { one, inherits: true, offices: [] as CompiledYear[] }]),
    );
    for (const place of byFolder.values()) {
      const above = findAbove(place.one.goals.folder, byFolder);
      place.inherits = above === null || (above.inherits && !holdsOffices(above.one.goals));
    }
    // From the bottom up: a folder's volume holds the tables of its offices.
    const compiled = [...byFolder.values()].reverse().map(({ one, inherits, offices }) => {
      const done = compileOffice(one, { inherits, offices: offices.reverse() }, templates);
      findAbove(done.folder, byFolder)?.offices.push(done);
      return done;
    });
    return compiled.reverse();
  };
}

/** `found`: when it was compared. */
function addFindings(unit: RenderedUnit, found: Diagnostic[], suppressed: Diagnostic[]): RenderedUnit {
  const { listDiagnostics } = unit;
  return {
    ...unit,
    suppressed: [...unit.suppressed, ...suppressed],
    errors: [...unit.errors, ...found.filter(({ severity }) => severity === 'error')],
    listDiagnostics: () => sortDiagnostics([...listDiagnostics(), ...found]),
  };
}

function compileOffice(
  { goals, results }: Pick<RenderedOffice, 'goals' | 'results'>,
  { inherits, offices }: { inherits: boolean; offices: CompiledYear[] },
  templates: Templates,
): CompiledYear {
  const { booklet, mayFallBack, path } = goals;
  const isBookletSound = inherits && !holdsTables(goals);
  const divided = divideTables(goals, () => isBookletSound);
  const { tables, held } = divided;
  const isHeld = !inherits || goals.errors.length > 0 || offices.some((office) => office.isHeld);
  const hasTables = tables.length > 0 || offices.some((office) => office.bind !== null);
  const bind =
    isHeld || !hasTables ? null : later(bindYear, { booklet, mayFallBack }, { tables, offices }, templates);
  const sound = new Set(tables.map(({ listed }) => listed.stem));
  const ofGoals = results.map((own): CompiledResults => {
    const divided = divideTables(own, ({ stem }) => sound.has(stem));
    const isHeld = own.errors.length > 0 || divided.held.length > 0;
    const { place, without, booklet, mayFallBack } = own;
    const bound = { booklet, without, mayFallBack };
    const bind =
      isHeld || divided.tables.length === 0 ? null : later(bindResults, bound, divided.tables, templates);
    const rest = { isBookletSound, offices: [], isHeld, bind, toIndex: null, results: [] };
    return Object.assign(toCompiled(own, { ...divided, ...rest }), { place, without });
  });
  const index = { path, booklet, tables, held, isHeld, results: ofGoals, offices };
  const rest = { isBookletSound, offices, isHeld, bind, results: ofGoals };
  return toCompiled(goals, { ...divided, ...rest, toIndex: laterIndex(index, templates) });
}

function toCompiled(
  { year, path, folder, booklet, sources, suppressed, errors, textOf, listDiagnostics }: RenderedUnit,
  rest: Omit<CompiledYear, Exclude<keyof RenderedUnit, 'tables'> | 'diagnostics'>,
): CompiledYear {
  const said = { year, path, folder, booklet, sources, suppressed, errors, textOf, ...rest };
  return {
    ...said,
    get diagnostics() {
      return listDiagnostics();
    },
  };
}

/** Into what is printed and what is not. */
function divideTables(
  unit: RenderedUnit,
  mayPrint: (table: ListedTable) => boolean,
): Pick<CompiledYear, 'tables' | 'drafts' | 'held'> {
  const faulty = new Set(unit.errors.map(({ at }) => at.file));
  const tables: CompiledTable[] = [];
  const drafts: CompiledDraft[] = [];
  for (const { listed, toTable, toDraft } of unit.tables) {
    const table = toTable === null || faulty.has(listed.file) ? null : toTable();
    if (table !== null && mayPrint(table.listed)) tables.push(table);
    else drafts.push(toDraft());
  }
  return { tables, drafts, held: listHeld(unit, { tables, drafts, faulty }) };
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
    return {
      ...{ path: office.path, folder: office.folder, name: nameOfOffice(analyzed.booklet) },
      ...listed([analyzed]),
      results: listed(units.slice(1)),
      tables: units.flatMap(({ tables, drafts }) =>
        [...tables, ...drafts].map(({ table: { file, form } }) => ({ file, form: form.name })),
      ),
      texts: toExcerpts(sources, diagnostics, index),
      index: detachIndex(index),
    };
  };
}

/** The offices below a folder, each behind the one above it, with how far they are. */
function listOverview(offices: readonly CompiledYear[], top: string): IndexOffice[] {
  return offices.flatMap((office): IndexOffice[] => {
    const path = office.path.slice(top.length + 1);
    const unprinted = listUnprinted(office);
    const unfinished = unprinted.filter(({ isToFill }) => isToFill).length;
    return [
      {
        ...{ path, name: nameOfOffice(office.booklet), projects: listTables(office) },
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

function listUnprinted({ held, offices }: CompiledYear): HeldTable[] {
  return [...held, ...offices.flatMap(listUnprinted)];
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
    return templates.renderIndex(toIndexView(booklet, listedOf(tables), held, !isHeld, has, below, overview));
  };
}

/** The tables that a folder's booklet is made of: its own, then those of the offices below it. */
export function listTables({ tables, offices }: Pick<CompiledYear, 'tables' | 'offices'>): ListedTable[] {
  return [...listedOf(tables), ...offices.flatMap(listTables)];
}

function listedOf(tables: readonly CompiledTable[]): ListedTable[] {
  return tables.map(({ listed }) => listed);
}

/** A year or an office with its folders of results. */
export function unitsOf(year: CompiledYear): CompiledYear[] {
  return [year, ...year.results];
}

/** Whether 单位, 年度, 编制日期 or another thing that booklet.yaml says of every table is wrong, or cannot be known. */
function holdsTables(year: RenderedUnit): boolean {
  return hasErrorsBut(year, year.ownBooklet?.ofVolume ?? []);
}

/** The same of what it says of the offices below. */
function holdsOffices(year: RenderedUnit): boolean {
  const { ofVolume = [], ofOffice = [] } = year.ownBooklet ?? {};
  return hasErrorsBut(year, [...ofVolume, ...ofOffice]);
}

function hasErrorsBut({ folder, errors }: RenderedUnit, places: readonly Span[]): boolean {
  const file = `${folder}/${BOOKLET_STEM}.yaml`;
  return errors.some(({ at }) => at.file === file && !places.some((span) => isWithin(at, span)));
}

/** What is not printed, a result whose goals cannot be read among it. */
function listHeld(
  { sources, toFill }: RenderedUnit,
  {
    tables,
    drafts,
    faulty,
  }: { tables: readonly CompiledTable[]; drafts: readonly CompiledDraft[]; faulty: ReadonlySet<string> },
): HeldTable[] {
  const known = new Set([...tables, ...drafts].map(({ listed }) => listed.file));
  const all = new Set([...faulty, ...sources.map(({ file }) => file)]);
  const unread = [...all]
    .filter((file) => !known.has(file) && stemOf(file) !== BOOKLET_STEM)
    .sort(compareText);
  return [
    ...drafts.map(({ listed: { file, stem, name, code } }) => ({
      ...{ file, stem, name: name || stem, code: toLine(code) },
      ...{ isRead: true, isToFill: toFill.has(file) },
    })),
    ...unread.map((file) => ({
      ...{ file, stem: stemOf(file), name: stemOf(file), code: '' },
      ...{ isRead: false, isToFill: toFill.has(file) },
    })),
  ];
}

function bindYear(
  { booklet, mayFallBack }: Pick<RenderedUnit, 'booklet' | 'mayFallBack'>,
  { tables, offices }: Pick<CompiledYear, 'tables' | 'offices'>,
  templates: Templates,
): Document {
  const below = offices.map(toOffice);
  const contents = { isSummary: isSummary(booklet, offices.length > 0) };
  const toView = () => toBookletView(booklet, listedOf(tables), { offices: below, ...contents });
  const front = templates.renderBookletFront(toView());
  const documents = [
    ...tables.map(({ document }) => ({ document, offices: [] })),
    ...offices.flatMap(listBelow),
  ];
  const glyphs = { mayFallBack: mayFallBack || documents.some(({ document }) => document.mayFallBack) };
  return toBookletDocument(booklet, { front, toView }, documents, { ...contents, ...glyphs });
}

/** The volume of a folder of results. */
function bindResults(
  { booklet, mayFallBack, without }: Pick<AnalyzedResults, 'booklet' | 'mayFallBack' | 'without'>,
  compiled: readonly CompiledTable[],
  templates: Templates,
): Document {
  const toView = () => toResultsBookletView(booklet, listedOf(compiled), without);
  const front = templates.renderResultsFront(toView());
  const documents = compiled.map(({ document }) => ({ document, offices: [] }));
  return toBookletDocument(booklet, { front, toView }, documents, { isSummary: false, mayFallBack });
}

function toOffice({ booklet, tables, offices }: CompiledYear): Office {
  return { name: nameOfOffice(booklet), tables: listedOf(tables), offices: offices.map(toOffice) };
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
  readonly diagnostics: Diagnostic[];
  /** What looks like a source and is not read; these are in `diagnostics`, too. */
  strays: Diagnostic[];
  /** Each file's text, for the report's lines. */
  texts: ReadonlyMap<string, string>;
  /** How many projects were asked for. */
  projects: number;
  /** What they were read and rendered with. */
  context: CompilerContext;
}

/** The same of a build, which holds no sources. */
export type CheckedOnce = Omit<Checked, 'texts'> & { texts: Texts };
