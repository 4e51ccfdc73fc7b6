import { type Booklet, defaultBooklet, toBooklet } from './booklet/booklet.ts';
import { orderProjects } from './booklet/order.ts';
import { withoutEchoes } from './checks/characters.ts';
import { NO_GLYPH } from './checks/glyphs.ts';
import { applyLevels } from './checks/levels.ts';
import { listTexts } from './checks/printed-texts.ts';
import { silence } from './checks/silence.ts';
import { CHECKS } from './checks/table.ts';
import { withoutToFillEchoes } from './checks/to-fill.ts';
import { type Diagnostic, diagnose, hasErrors, sortDiagnostics } from './diagnostic.ts';
import type { Coverage } from './fonts.ts';
import { type ParsedSource, parse } from './project/parse.ts';
import { type Project, toProject } from './project/project.ts';
import { type Validate, validate } from './project/validate.ts';
import { type Document, toBookletDocument, toProjectDocument } from './render/document.ts';
import type { Templates } from './render/templates.ts';
import type { Source, YearSources } from './sources/source.ts';
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

/** What judging a year needs: no templates. */
export type JudgingTools = Omit<Workshop, 'templates'>;

/** One year, all the way from text to HTML. */
export interface CompiledYear {
  year: string;
  folder: string;
  /** Every source of the year: reports take their lines and frames from here. */
  sources: Source[];
  diagnostics: Diagnostic[];
  booklet: Booklet;
  /** The projects without an error, in the booklet's order, each with its document. */
  projects: CompiledProject[];
  /** The booklet and the year's index.html; null while any source of the year has an error. */
  whole: { booklet: Document; index: string } | null;
}

/** One year, from text to what its tables say and what is wrong with them: the chain without its last two stages. */
export interface JudgedYear {
  year: string;
  folder: string;
  sources: Source[];
  diagnostics: Diagnostic[];
  booklet: Booklet;
  /** What its booklet.yaml says; null when there is none, or none that can be understood. */
  ownBooklet: Booklet | null;
  /** Every project that could be understood, in the booklet's order, whatever its checks found. */
  projects: Project[];
  /** The files whose table holds a character that no font has. */
  fallingBack: ReadonlySet<string>;
}

export interface CompiledProject {
  project: Project;
  document: Document;
}

/**
 * READ FIRST. The chain, in order: parse → validate → toProject → checks → view → render. Pure and synchronous: the same
 * sources give the same result, and every mistake of every file comes back in one run.
 */
export function compileYear(year: YearSources, workshop: Workshop): CompiledYear {
  const { templates } = workshop;
  const { sources, diagnostics, booklet, projects, fallingBack } = judgeYear(year, workshop);
  const faulty = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ at }) => at.file));
  const compiled = projects
    .filter((project) => !faulty.has(project.file))
    .map((project) => ({
      project,
      document: toProjectDocument(project, templates.renderProject(toProjectView(project)), booklet, {
        mayFallBack: fallingBack.has(project.file),
      }),
    }));
  const bookletView = toBookletView(booklet, projects);
  return {
    year: year.year,
    folder: year.folder,
    sources,
    diagnostics,
    booklet,
    projects: compiled,
    whole: hasErrors(diagnostics)
      ? null
      : {
          booklet: toBookletDocument(
            booklet,
            templates.renderBookletFront(bookletView),
            compiled.map(({ document }) => document),
            { mayFallBack: fallingBack.size > 0 },
          ),
          index: templates.renderIndex(toIndexView(bookletView, projects)),
        },
  };
}

/** The first four stages, parse → validate → toProject → checks: for whoever needs no HTML. */
export function judgeYear(year: YearSources, workshop: JudgingTools): JudgedYear {
  const read = year.booklet ? readBooklet(year.booklet, workshop) : noBooklet(year);
  const tables = year.projects.map((source) => readProject(source, workshop));
  const projects = orderProjects(
    tables.flatMap(({ project }) => project ?? []),
    read.booklet,
  );

  const sources = [...tables, read].flatMap(({ parsed }) => parsed ?? []);
  const texts = sources.flatMap(listTexts);
  const checked = { booklet: read.booklet, projects, sources, texts, coverage: workshop.coverage };
  const found = CHECKS.flatMap((check) => check.run(checked));
  const levelled = applyLevels(found, read.booklet);
  const isWhole = projects.length === year.projects.length && !hasErrors(year.diagnostics);
  const diagnostics = sortDiagnostics(
    withoutToFillEchoes([
      ...year.diagnostics,
      ...read.diagnostics,
      ...tables.flatMap((table) => table.diagnostics),
      ...silence(withoutEchoes(levelled), { sources, levels: read.booklet.levels, isWhole }),
    ]),
  ).map((diagnostic) => (workshop.strict ? withoutMercy(diagnostic) : diagnostic));

  const fallingBack = new Set(found.filter(({ code }) => code === NO_GLYPH).map(({ at }) => at.file));
  return {
    year: year.year,
    folder: year.folder,
    sources: [...(year.booklet ? [year.booklet] : []), ...year.projects],
    diagnostics,
    booklet: read.booklet,
    ownBooklet: read.own,
    projects,
    fallingBack,
  };
}

function withoutMercy(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic;
}

/** What one source became, as far as it could be followed. */
interface ReadTable {
  parsed: ParsedSource | null;
  project: Project | null;
  diagnostics: Diagnostic[];
}

function readProject(source: Source, { projectSchema }: JudgingTools): ReadTable {
  const { value: parsed, diagnostics } = parse(source);
  if (parsed === null) return { parsed, project: null, diagnostics };
  const faults = validate(parsed, projectSchema);
  const { value: project, diagnostics: valueFaults } = toProject(parsed, faults.length === 0);
  return { parsed, project, diagnostics: [...diagnostics, ...faults, ...valueFaults] };
}

function readBooklet(source: Source, { bookletSchema }: JudgingTools) {
  const { value: parsed, diagnostics } = parse(source);
  const faults = parsed === null ? [] : validate(parsed, bookletSchema);
  const own = parsed !== null && faults.length === 0 ? toBooklet(parsed) : null;
  return { parsed, own, booklet: own ?? defaultBooklet(''), diagnostics: [...diagnostics, ...faults] };
}

/** Without a booklet.yaml the tables are made all the same, under a plain title. */
function noBooklet(year: YearSources) {
  const at = { file: `${year.folder}/booklet.yaml`, start: 0, end: 0 };
  const missing = year.diagnostics.some(({ at: { file } }) => file === at.file)
    ? []
    : [diagnose('warning', 'booklet/missing', at, { year: year.year })];
  return { parsed: null, own: null, booklet: defaultBooklet(year.year), diagnostics: missing };
}
