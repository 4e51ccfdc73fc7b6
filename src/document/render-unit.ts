import { listPlaces } from '../check/across.ts';
import type { AnalyzedDraft, AnalyzedTable, AnalyzedYear } from '../check/analyze.ts';
import type { OfficeIndex } from '../check/rule.ts';
import { toFill } from '../check/rules/to-fill.ts';
import type { ExportFormat } from '../form/vocabulary.ts';
import type { Booklet } from '../read/booklet.ts';
import { orderTables } from '../read/booklet.ts';
import { BOOKLET_STEM, type Source } from '../read/source.ts';
import type { Draft, Table } from '../read/table.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { type Excerpt, type ReportedText, toExcerpt } from '../report/lines.ts';
import { groupBy } from '../util/group-by.ts';
import { lazy, memoize } from '../util/memoize.ts';
import { createPacker } from '../util/pack.ts';
import { type Document, packDocument, toTableDocument } from './document.ts';
import { type ListedDraft, type ListedTable, toListedDraft, toListedTable } from './listed-table.ts';
import { toTableView } from './table-view.ts';
import type { Templates } from './templates.ts';

export interface RenderedTable {
  listed: ListedTable;
  readonly table: Table;
  document: Document;
}

export interface RenderedDraft {
  listed: ListedDraft;
  readonly table: Draft;
  /** Made when it is first asked for. */
  toDocument: () => Document;
}

/** What is read of a folder, with the documents of its tables, before it is compared with other offices. */
export interface RenderedUnit extends Pick<AnalyzedYear, 'year' | 'path' | 'folder' | 'booklet'> {
  sources: Source[];
  suppressed: Diagnostic[];
  mayFallBack: boolean;
  ownBooklet: Booklet | null;
  errors: Diagnostic[];
  /** Files in which something is still 待填. */
  toFill: ReadonlySet<string>;
  listDiagnostics: () => Diagnostic[];
  /** What a report takes the lines of a file from. */
  textOf: (file: string) => ReportedText | undefined;
  /** All that can be read, in the booklet's order. */
  tables: { listed: ListedDraft; toTable: (() => RenderedTable) | null; toDraft: () => RenderedDraft }[];
}

/** What a build wants of tables besides their pages; it holds nothing else of them, and packs that. */
export interface LetGo {
  /** Drafts are printed, too. */
  drafts: boolean;
  /** Formats in which everything is written, besides those that booklet.yaml names. */
  also: readonly ExportFormat[];
}

/** `draftBooklet`: what drafts are shown with. `index`: by which an office is compared. */
type RenderUnit = (analyzed: AnalyzedYear, draftBooklet: Booklet, index?: OfficeIndex) => RenderedUnit;

export function createUnitRenderer(templates: Templates, letGo: LetGo | null): RenderUnit {
  return letGo === null ? renderAndKeep(templates) : renderAndLetGo(templates, letGo);
}

/** A table that is the same object as before has the same documents as before. */
function renderAndKeep(templates: Templates): RenderUnit {
  const render = memoize((booklet: Booklet) =>
    memoize((analyzed: AnalyzedTable): RenderedTable => {
      const { table } = analyzed;
      return { listed: toListedTable(table), table, document: renderTable(analyzed, booklet, templates) };
    }),
  );
  const sketch = memoize((booklet: Booklet) =>
    memoize((analyzed: AnalyzedDraft): RenderedDraft => {
      const { table } = analyzed;
      const toDocument = lazy(() => renderTable(analyzed, booklet, templates));
      return { listed: toListedDraft(table), table, toDocument };
    }),
  );
  return (analyzed, draftBooklet) => {
    const { booklet, sources, diagnostics } = analyzed;
    const texts = new Map(sources.map(({ file, text }) => [file, text]));
    return toUnit(analyzed, {
      sources,
      listDiagnostics: () => diagnostics,
      textOf: (file) => texts.get(file),
      tables: listInOrder(analyzed).map(({ one, whole }) => ({
        listed: toListedDraft(one.table),
        toTable: whole && (() => render(booklet)(whole)),
        toDraft: () => sketch(draftBooklet)(one),
      })),
    });
  };
}

function renderAndLetGo(templates: Templates, { drafts, also }: LetGo): RenderUnit {
  const pack = createPacker();
  return (analyzed, draftBooklet, index) => {
    const { booklet } = analyzed;
    const formats = new Set([...booklet.formats, ...also]);
    const faulty = new Set(listErrors(analyzed).map(({ at }) => at.file));
    const renderPacked = ({ table, mayFallBack }: AnalyzedDraft, booklet: Booklet): Document => {
      const view = toTableView(table, booklet);
      const body = templates.renderTable(view);
      return packDocument(
        toTableDocument(table, () => view, body, booklet, { mayFallBack }),
        formats.size > 0,
      );
    };
    const renderWhole = (one: AnalyzedTable): RenderedTable => {
      const listed = toListedTable(one.table);
      const document = renderPacked(one, booklet);
      if (formats.has('json')) return { listed, document, table: one.table };
      return {
        listed,
        document,
        get table() {
          return gone();
        },
      };
    };
    const tables = listInOrder(analyzed).map(({ one, whole }): RenderedUnit['tables'][number] => {
      const isSound = whole !== null && !faulty.has(whole.table.file);
      const rendered = isSound ? renderWhole(whole) : null;
      const listed = rendered?.listed ?? toListedDraft(one.table);
      const isSketched = drafts && (rendered === null || draftBooklet !== booklet);
      const sketched = isSketched ? renderPacked(one, draftBooklet) : rendered?.document;
      const draft: RenderedDraft = {
        listed,
        toDocument: () => sketched ?? gone(),
        get table() {
          return gone();
        },
      };
      return { listed, toTable: rendered && (() => rendered), toDraft: () => draft };
    });
    return toUnit({ ...analyzed, suppressed: [] }, { ...packFindings(analyzed, index, pack), tables });
  };
}

/** What a report is written of. */
function packFindings(
  { sources, folder, diagnostics }: AnalyzedYear,
  index: OfficeIndex | undefined,
  pack: ReturnType<typeof createPacker>,
): Pick<RenderedUnit, 'sources' | 'listDiagnostics' | 'textOf'> {
  const isOwn = ({ at }: Diagnostic) => at.file.startsWith(`${folder}/`);
  const excerpts = toExcerpts(sources, diagnostics, index);
  const unpack = pack({ own: diagnostics.filter(isOwn), excerpts });
  // They are distinguished by identity.
  const foreign = diagnostics.filter((finding) => !isOwn(finding));
  const booklet = sources.find(({ stem }) => stem === BOOKLET_STEM) ?? null;
  return { sources: sources.map(withoutText), ...toUnpacked(unpack, foreign, booklet) };
}

/** Functions keep all that is around them in memory: here it is nothing else. */
function toUnpacked(
  unpack: () => { own: Diagnostic[]; excerpts: Map<string, Excerpt> },
  foreign: readonly Diagnostic[],
  booklet: Source | null,
): Pick<RenderedUnit, 'listDiagnostics' | 'textOf'> {
  return {
    listDiagnostics: () => [...unpack().own, ...foreign],
    textOf: (file) => (file === booklet?.file ? booklet.text : unpack().excerpts.get(file)),
  };
}

/** The lines in which something is found, or may be when offices are compared. */
export function toExcerpts(
  sources: readonly Source[],
  diagnostics: readonly Diagnostic[],
  index?: OfficeIndex,
): Map<string, Excerpt> {
  const places = [...diagnostics.map(({ at }) => at), ...(index ? listPlaces(index) : [])];
  const spans = groupBy(places, ({ file }) => file);
  const offsetsIn = (file: string) => spans.get(file)?.flatMap(({ start, end }) => [start, end]) ?? [];
  return new Map(sources.map(({ file, text }) => [file, toExcerpt(text, offsetsIn(file))]));
}

function withoutText({ file, stem }: Source): Source {
  return {
    file,
    stem,
    get text() {
      return gone();
    },
  };
}

/** For what nobody asks a build for. */
function gone(): never {
  throw new Error('it was let go when it was rendered');
}

function toUnit(
  analyzed: AnalyzedYear,
  rest: Pick<RenderedUnit, 'sources' | 'listDiagnostics' | 'textOf' | 'tables'>,
): RenderedUnit {
  const { year, path, folder, booklet, mayFallBack, ownBooklet, suppressed, diagnostics } = analyzed;
  return {
    ...{ year, path, folder, booklet, mayFallBack, ownBooklet, suppressed },
    errors: listErrors(analyzed),
    toFill: new Set(diagnostics.flatMap(({ code, at }) => (code === toFill.code ? [at.file] : []))),
    ...rest,
  };
}

function listErrors({ diagnostics }: AnalyzedYear): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** `whole`: the same, where its values can all be read. */
function listInOrder({
  tables,
  drafts,
  booklet,
}: AnalyzedYear): { one: AnalyzedDraft; table: Draft; whole: AnalyzedTable | null }[] {
  const all = [
    ...tables.map((one) => ({ one, table: one.table, whole: one })),
    ...drafts.map((one) => ({ one, table: one.table, whole: null })),
  ];
  return orderTables(all, booklet);
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
