import type { Booklet } from './booklet/booklet.ts';
import { hasErrors } from './diagnostic.ts';
import { createJudge, type JudgedTable, type JudgedYear, type JudgingTools } from './judge.ts';
import type { Project } from './project/project.ts';
import { once, remember } from './remember.ts';
import { type Document, toBookletDocument, toProjectDocument } from './render/document.ts';
import type { Templates } from './render/templates.ts';
import { BOOKLET_STEM, type YearSources } from './sources/source.ts';
import { toBookletView, toIndexView } from './view/booklet-view.ts';
import { toProjectView } from './view/project-view.ts';

/** What the chain needs besides the sources; made once for a run. */
export interface Workshop extends JudgingTools {
  templates: Templates;
}

/** One year, all the way from text to HTML. */
export interface CompiledYear
  extends Pick<JudgedYear, 'year' | 'folder' | 'sources' | 'diagnostics' | 'booklet'> {
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

/** One year through the whole chain; see `createCompiler`. */
export function compileYear(year: YearSources, workshop: Workshop): CompiledYear {
  return createCompiler(workshop)(year);
}

/**
 * READ FIRST. The chain, in order: parse → validate → toProject → checks (judge.ts) → view → render. Pure and synchronous: the
 * same sources give the same result, and every mistake of every file comes back in one run. Called again it makes anew only
 * what comes of a source that is another object.
 */
export function createCompiler(workshop: Workshop): (year: YearSources) => CompiledYear {
  const { templates } = workshop;
  const judge = createJudge(workshop);
  const render = remember((booklet: Booklet) =>
    remember(
      (table: JudgedTable): CompiledProject => ({
        project: table.project,
        document: renderTable(table, booklet, templates),
      }),
    ),
  );
  return (sources) => {
    const judged = judge(sources);
    const { year, folder, diagnostics, booklet } = judged;
    const faulty = new Set(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ at }) => at.file),
    );
    const projects = judged.tables.filter(({ project }) => !faulty.has(project.file)).map(render(booklet));
    return {
      year,
      folder,
      sources: judged.sources,
      diagnostics,
      booklet,
      isBookletSound: !faulty.has(`${folder}/${BOOKLET_STEM}.yaml`),
      projects,
      bind: hasErrors(diagnostics) ? null : once(() => bindYear(judged, projects, templates)),
    };
  };
}

/** view → render, for one table. */
export function renderTable(
  { project, mayFallBack }: JudgedTable,
  booklet: Booklet,
  templates: Templates,
): Document {
  const body = templates.renderProject(toProjectView(project, booklet));
  return toProjectDocument(project, body, booklet, { mayFallBack });
}

/** The booklet, and the year's index. */
function bindYear(
  { booklet, mayFallBack }: JudgedYear,
  compiled: readonly CompiledProject[],
  templates: Templates,
): BoundYear {
  const projects = compiled.map(({ project }) => project);
  const documents = compiled.map(({ document }) => document);
  const view = toBookletView(booklet, projects);
  const front = templates.renderBookletFront(view);
  return {
    booklet: toBookletDocument(booklet, front, documents, { mayFallBack }),
    index: templates.renderIndex(toIndexView(view, projects)),
  };
}
