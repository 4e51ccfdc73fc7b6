import type { Coverage } from '../font/faces.ts';
import type { Form } from '../form/form.ts';
import { toLine } from '../form/text.ts';
import { type Booklet, defaultBooklet, findFormOf, orderTables } from '../read/booklet.ts';
import type { ParsedSource } from '../read/parse.ts';
import {
  hasKnownForm,
  type ReadBooklet,
  type ReadingTools,
  type ReadSource,
  readBooklet,
  readTableSource,
  reportMissingBooklet,
  withoutFindings,
} from '../read/read-sources.ts';
import { BOOKLET_STEM, findAbove, type Source, type YearSources } from '../read/source.ts';
import { listSuppressions, type Suppression } from '../read/suppressions.ts';
import type { Draft, Table } from '../read/table.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../report/diagnostic.ts';
import { limitFindings } from '../report/limit.ts';
import { memoize } from '../util/memoize.ts';
import { COMPARING, compareOffices, toIndex } from './across.ts';
import { withoutMissingGlyphs, withoutToFillErrors } from './cascading.ts';
import { contain } from './contain.ts';
import { applyLevels, findUnknownChecks, promoteWarnings } from './levels.ts';
import { listTexts } from './printed-texts.ts';
import { type CheckedSource, checkSource, checkYear, type OfficeIndex } from './rule.ts';
import { noGlyph } from './rules/glyphs.ts';
import { RULES } from './rules.ts';
import { createSuppressionLookup, suppress } from './suppress.ts';

/** What analyzing a year needs: no templates. */
export interface AnalysisTools extends ReadingTools {
  coverage: Coverage;
  /** Warnings count as errors. */
  strict: boolean;
}

/** A year or an office, from text to what its tables say and what is wrong with them: the chain without its last two stages. */
export interface AnalyzedYear {
  year: string;
  path: string;
  folder: string;
  /** Every source of the folder: reports take their lines and frames from here. */
  sources: Source[];
  diagnostics: Diagnostic[];
  /** What would be in `diagnostics` but for 检查 or a comment `# 忽略 …`, and these comments. */
  suppressed: Diagnostic[];
  suppressions: Suppression[];
  booklet: Booklet;
  /** What its booklet.yaml says; null when there is none, or none that can be understood. */
  ownBooklet: Booklet | null;
  /**
   * Every table that could be understood, in the booklet's order, whatever its checks found; the same object as long as its source
   * is.
   */
  tables: AnalyzedTable[];
  /** The tables that have an error in their keys or values, as far as they can be read. */
  drafts: AnalyzedDraft[];
  /** Some source of the year holds a character that no font has. */
  mayFallBack: boolean;
}

export function tablesOf<T>({ tables }: { tables: readonly { table: T }[] }): T[] {
  return tables.map(({ table }) => table);
}

/** Before it is compared with the others. */
export interface AnalyzedOffice extends AnalyzedYear {
  index: OfficeIndex;
}

export interface AnalyzedDraft {
  table: Draft;
  /** It holds a character that no font has. */
  mayFallBack: boolean;
}

export interface AnalyzedTable extends AnalyzedDraft {
  table: Table;
}

/**
 * The first four stages, parse → validate → toTable → checks: for whoever needs no HTML. It takes years with all their offices, each
 * behind the one above it. Called again, it recomputes only tables whose source is another object, and what compares them all.
 */
export function createAnalyzer(
  tools: AnalysisTools,
  remember = memoize,
): (folders: Iterable<YearSources>) => AnalyzedYear[] {
  const begin = createOfficeAnalyzer(tools, remember);
  return (folders) => {
    const analyze = begin();
    const analyzed = [...folders].map(analyze);
    const across = compareOffices(
      analyzed.map(({ index }) => index),
      tools.strict,
    );
    return analyzed.map(({ index, ...office }) => {
      const { diagnostics = [], suppressed = [] } = across.get(index) ?? {};
      return {
        ...office,
        diagnostics: sortDiagnostics([...office.diagnostics, ...diagnostics]),
        suppressed: [...office.suppressed, ...suppressed],
      };
    });
  };
}

/**
 * The same for one office after another, each without what is found when all are compared (`compareOffices`): nobody has to hold
 * them all. The function that `begin` returns is given each office behind the one above it.
 */
export function createOfficeAnalyzer(
  tools: AnalysisTools,
  remember = memoize,
): () => (office: YearSources) => AnalyzedOffice {
  const readTable = remember((form: Form) =>
    remember((source: Source) =>
      contain(
        source.file,
        () => readTableSource(source, form, tools),
        (fault) => ({ parsed: null, table: null, draft: null, diagnostics: [fault] }),
      ),
    ),
  );
  const plainBooklets = new Map<string, Booklet>();
  const findPlain = (path: string): Booklet => {
    const booklet = plainBooklets.get(path) ?? defaultBooklet(path, tools.forms.first.form);
    plainBooklets.set(path, booklet);
    return booklet;
  };
  const lastRead = new WeakMap<Source, { above: Booklet | null; read: ReadBooklet }>();
  const readYear = (year: YearSources, above: Booklet | null): ReadBooklet => {
    const { path, booklet: source } = year;
    if (source === null) {
      const [booklet, diagnostics] = [findPlain(path), reportMissingBooklet(year)];
      return { parsed: null, table: null, draft: null, own: null, booklet, diagnostics };
    }
    const last = lastRead.get(source);
    if (last?.above === above) return last.read;
    const read = readBooklet(source, { path, above }, tools);
    lastRead.set(source, { above, read });
    return read;
  };
  const analyze = remember((booklet: Booklet) =>
    remember((table: ReadSource) => analyzeSource(table, booklet, tools)),
  );

  const analyzeOffice = (year: YearSources, read: ReadBooklet, yearFolder: string): AnalyzedOffice => {
    const { booklet } = read;
    const readTables = year.tables.map((source) => {
      const { form } = findFormOf(source.stem, booklet, tools.forms);
      const read = readTable(form)(source);
      return hasKnownForm(source.stem, booklet, tools.forms) ? read : withoutFindings(read);
    });
    const analyzed = [...readTables, read].map(analyze(booklet));
    const ordered = orderTables(
      analyzed.flatMap(({ table }) => table ?? []),
      booklet,
    );
    const drafts = analyzed.flatMap(({ table, draft }) => (table === null ? (draft ?? []) : []));
    const tables = tablesOf({ tables: ordered });
    const parsed = [...readTables, read].flatMap((source) => source.parsed ?? []);
    const texts = new Map(parsed.map(({ source }) => [source.file, source.text]));
    const unread = listUnread(year, tables, drafts);
    const compared = { booklet, tables, unread, textOf: ({ file }: Table) => texts.get(file) ?? '' };
    const ofYear = applyLevels(
      RULES.flatMap((rule) => checkYear(rule, compared)),
      booklet,
    );
    const levelled = [
      ...analyzed.flatMap(({ found }) => found),
      ...ofYear.kept,
      ...findUnknownChecks(booklet, `${year.folder}/${BOOKLET_STEM}.yaml`),
    ];
    const isWhole =
      tables.length === year.tables.length &&
      !hasErrors(year.diagnostics) &&
      (read.own !== null || year.booklet === null);
    const lookups = parsed.map(lookUp);
    const levels = { levels: booklet.levels, isWhole };
    const { kept, suppressed, open } = suppress(levelled, lookups, levels, COMPARING);
    const diagnostics = sortDiagnostics(
      withoutToFillErrors([
        ...year.diagnostics,
        ...read.diagnostics,
        ...readTables.flatMap((table) => table.diagnostics),
        ...kept,
      ]),
    ).map((diagnostic) => (tools.strict ? promoteWarnings(diagnostic) : diagnostic));
    const file = read.parsed?.source.file ?? null;
    const hasTables = tables.length + unread.length > 0;
    return {
      year: year.year,
      path: year.path,
      folder: year.folder,
      sources: [...(year.booklet ? [year.booklet] : []), ...year.tables],
      diagnostics,
      suppressed: [...suppressed, ...analyzed.flatMap(({ off }) => off), ...ofYear.off],
      suppressions: lookups.flatMap(({ all }) => all),
      booklet,
      ownBooklet: read.own,
      tables: ordered,
      drafts,
      mayFallBack: analyzed.some(({ mayFallBack }) => mayFallBack),
      index: toIndex(booklet, tables, diagnostics, { yearFolder, file, hasTables, isWhole, open }),
    };
  };

  return () => {
    const known = new Map<string, { booklet: Booklet; yearFolder: string }>();
    return (year) => {
      const above = findAbove(year.folder, known);
      const read = readYear(year, above?.booklet ?? null);
      const yearFolder = above?.yearFolder ?? year.folder;
      known.set(year.folder, { booklet: read.booklet, yearFolder });
      return analyzeOffice(year, read, yearFolder);
    };
  };
}

/** The suppressions in a source. */
export const lookUp = memoize((parsed: ParsedSource) =>
  createSuppressionLookup(parsed.source.file, listSuppressions(parsed)),
);

/** Findings of one source that are compared, suppressed and sorted one by one: no table has so many. */
const MOST_KEPT = 1000;

/** What a source becomes, and what the rules find that see one source at a time. */
export function analyzeSource(
  { parsed, table, draft }: ReadSource,
  booklet: Booklet,
  { coverage }: AnalysisTools,
) {
  const found = parsed === null ? [] : checkOne(parsed, { booklet, table, coverage });
  const mayFallBack = found.some(({ code }) => code === noGlyph.code);
  const { kept, off } = applyLevels(found, booklet);
  return {
    found: limitFindings(withoutMissingGlyphs(kept), MOST_KEPT),
    off: off.slice(0, MOST_KEPT),
    mayFallBack,
    table: table && { table, mayFallBack },
    draft: draft && { table: draft, mayFallBack },
  };
}

function checkOne(
  parsed: ParsedSource,
  rest: Pick<CheckedSource, 'booklet' | 'table' | 'coverage'>,
): Diagnostic[] {
  const source = { ...rest, parsed, text: parsed.source.text, texts: listTexts(parsed) };
  return RULES.flatMap((rule) =>
    contain(
      parsed.source.file,
      () => checkSource(rule, source),
      (fault) => [fault],
    ),
  );
}

/** What the tables are called that no project was made of: by themselves, or else by their files. */
function listUnread(
  { tables: sources }: YearSources,
  tables: readonly Table[],
  drafts: readonly AnalyzedDraft[],
): string[] {
  const read = new Set([...tables, ...drafts.map(({ table }) => table)].map(({ file }) => file));
  const named = drafts.map(({ table: { name, stem } }) => toLine(name.text) || stem);
  return [...named, ...sources.flatMap(({ file, stem }) => (read.has(file) ? [] : [stem]))];
}
