import { type Booklet, defaultBooklet, toBooklet } from './booklet/booklet.ts';
import { orderTables } from './booklet/order.ts';
import { withoutEchoes } from './checks/characters.ts';
import type { CheckedYear } from './checks/check.ts';
import { NO_GLYPH } from './checks/glyphs.ts';
import { applyLevels } from './checks/levels.ts';
import { listTexts } from './checks/printed-texts.ts';
import { createSilencerLookup, silence } from './checks/silence.ts';
import { CHECKS } from './checks/table.ts';
import { withoutToFillEchoes } from './checks/to-fill.ts';
import { type Diagnostic, diagnose, hasErrors, sortDiagnostics } from './diagnostic.ts';
import type { Coverage } from './fonts.ts';
import { type ParsedSource, parse } from './project/parse.ts';
import { type Project, toProject } from './project/project.ts';
import { type Validate, validate } from './project/validate.ts';
import { once, remember } from './remember.ts';
import { type Document, toBookletDocument, toProjectDocument } from './render/document.ts';
import type { Templates } from './render/templates.ts';
import { BOOKLET_STEM, type Source, type YearSources } from './sources/source.ts';
import { toBookletView, toIndexView } from './view/booklet-view.ts';
import { toProjectView } from './view/project-view.ts';

/** What the chain needs besides the sources; made once for a run. */
export interface Workshop {
  projectSchema: Validate;
  bookletSchema: Validate;
  templates: Templates;
  coverage: Coverage;
  /** Warnings count as errors. */
  strict: boolean;
}

/** One year, all the way from text to HTML. */
export interface CompiledYear {
  year: string;
  folder: string;
  /** Every source of the year: reports take their lines and frames from here. */
  sources: Source[];
  diagnostics: Diagnostic[];
  booklet: Booklet;
  /** False while booklet.yaml has an error: what `booklet` says is not what its author means. */
  isBookletSound: boolean;
  /** The projects without an error, in the booklet's order, each with its document. */
  projects: CompiledProject[];
  /** Makes the booklet and the year's index.html, once; null while any source of the year has an error. */
  bind: (() => BoundYear) | null;
}

export interface BoundYear {
  booklet: Document;
  index: string;
}

export interface CompiledProject {
  project: Project;
  document: Document;
}

/** READ FIRST. One year through the whole chain; see `createCompiler`. */
export function compileYear(year: YearSources, workshop: Workshop): CompiledYear {
  return createCompiler(workshop)(year);
}

/**
 * READ FIRST. The chain, in order: parse → validate → toProject → checks → view → render. Pure and synchronous: the same
 * sources give the same result, and every mistake of every file comes back in one run. Called again it does only what a
 * source that is another object asks for: of a thousand tables with one edited, that one and what compares them all.
 */
export function createCompiler(workshop: Workshop): (year: YearSources) => CompiledYear {
  const readTable = remember((source: Source) => readProject(source, workshop));
  const readYear = remember((source: Source) => readBooklet(source, workshop));
  const plainBooklets = new Map<string, Booklet>();
  const noBooklet = (year: YearSources): ReadBooklet => {
    const booklet = plainBooklets.get(year.year) ?? defaultBooklet(year.year);
    plainBooklets.set(year.year, booklet);
    return { parsed: null, project: null, booklet, diagnostics: tellMissingBooklet(year) };
  };
  const lookUp = remember((parsed: ParsedSource) => createSilencerLookup(parsed));
  const judge = remember((booklet: Booklet) =>
    remember((table: ReadSource) => judgeSource(table, booklet, workshop)),
  );
  const render = remember((booklet: Booklet) =>
    remember((table: ReadSource & { project: Project }): CompiledProject => {
      const { project } = table;
      const body = workshop.templates.renderProject(toProjectView(project));
      const { mayFallBack } = judge(booklet)(table);
      return { project, document: toProjectDocument(project, body, booklet, { mayFallBack }) };
    }),
  );

  return (year) => {
    const read = year.booklet ? readYear(year.booklet) : noBooklet(year);
    const { booklet } = read;
    const tables = year.projects.map(readTable);
    const sound = orderTables(tables.filter(hasProject), booklet);
    const projects = sound.map(({ project }) => project);
    const sources = [...tables, read].flatMap(({ parsed }) => parsed ?? []);
    const judged = [...tables, read].map(judge(booklet));
    const compared = compareTables({ booklet, projects, sources, texts: [], coverage: workshop.coverage });
    const levelled = applyLevels([...judged.flatMap(({ found }) => found), ...compared], booklet);
    const isWhole = projects.length === year.projects.length && !hasErrors(year.diagnostics);
    const silenced = silence(withoutEchoes(levelled), sources.map(lookUp), booklet.levels, isWhole);
    const diagnostics = sortDiagnostics(
      withoutToFillEchoes([
        ...year.diagnostics,
        ...read.diagnostics,
        ...tables.flatMap((table) => table.diagnostics),
        ...silenced,
      ]),
    ).map((diagnostic) => (workshop.strict ? withoutMercy(diagnostic) : diagnostic));

    const faulty = new Set(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ at }) => at.file),
    );
    const compiled = sound.filter(({ project }) => !faulty.has(project.file)).map(render(booklet));
    return {
      year: year.year,
      folder: year.folder,
      sources: [...(year.booklet ? [year.booklet] : []), ...year.projects],
      diagnostics,
      booklet,
      isBookletSound: !faulty.has(`${year.folder}/${BOOKLET_STEM}.yaml`),
      projects: compiled,
      bind: hasErrors(diagnostics)
        ? null
        : once(() => bindYear(booklet, compiled, judged, workshop.templates)),
    };
  };
}

/** The booklet, and the year's index. */
function bindYear(
  booklet: Booklet,
  compiled: readonly CompiledProject[],
  judged: readonly { mayFallBack: boolean }[],
  templates: Templates,
): BoundYear {
  const projects = compiled.map(({ project }) => project);
  const view = toBookletView(booklet, projects);
  return {
    booklet: toBookletDocument(
      booklet,
      templates.renderBookletFront(view),
      compiled.map(({ document }) => document),
      { mayFallBack: judged.some(({ mayFallBack }) => mayFallBack) },
    ),
    index: templates.renderIndex(toIndexView(view, projects)),
  };
}

/** What the checks that look at one source at a time find in it. */
function judgeSource({ parsed, project }: ReadSource, booklet: Booklet, { coverage }: Workshop) {
  const sources = parsed === null ? [] : [parsed];
  const texts = sources.flatMap(listTexts);
  const projects = project === null ? [] : [project];
  const found = CHECKS.filter(({ comparesTables }) => !comparesTables).flatMap((check) =>
    check.run({ booklet, projects, sources, texts, coverage }),
  );
  return { found, mayFallBack: found.some(({ code }) => code === NO_GLYPH) };
}

/** What the checks find that look at all tables of a year together. */
function compareTables(year: CheckedYear): Diagnostic[] {
  return CHECKS.filter(({ comparesTables }) => comparesTables).flatMap((check) => check.run(year));
}

function withoutMercy(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic;
}

function hasProject(table: ReadSource): table is ReadSource & { project: Project } {
  return table.project !== null;
}

/** What one source became, as far as it could be followed. */
interface ReadSource {
  parsed: ParsedSource | null;
  project: Project | null;
  diagnostics: Diagnostic[];
}

/** booklet.yaml, read; where it is missing or wrong, what a year gets without it. */
interface ReadBooklet extends ReadSource {
  booklet: Booklet;
}

function readProject(source: Source, { projectSchema }: Workshop): ReadSource {
  const { value: parsed, diagnostics } = parse(source);
  if (parsed === null) return { parsed, project: null, diagnostics };
  const faults = validate(parsed, projectSchema);
  const { value: project, diagnostics: valueFaults } = toProject(parsed, faults.length === 0);
  return { parsed, project, diagnostics: [...diagnostics, ...faults, ...valueFaults] };
}

function readBooklet(source: Source, { bookletSchema }: Workshop): ReadBooklet {
  const { value: parsed, diagnostics } = parse(source);
  const faults = parsed === null ? [] : validate(parsed, bookletSchema);
  const booklet = parsed !== null && faults.length === 0 ? toBooklet(parsed) : defaultBooklet('');
  return { parsed, project: null, booklet, diagnostics: [...diagnostics, ...faults] };
}

/** Without a booklet.yaml the tables are made all the same, under a plain title. */
function tellMissingBooklet({ year, folder, diagnostics }: YearSources): Diagnostic[] {
  const at = { file: `${folder}/booklet.yaml`, start: 0, end: 0 };
  // One that is there and cannot be read is told as that.
  if (diagnostics.some(({ at: { file } }) => file === at.file)) return [];
  return [diagnose('warning', 'booklet/missing', at, { year })];
}
