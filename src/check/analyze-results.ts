import { toLine } from '../form/text.ts';
import { listed } from '../messages/wording.ts';
import type { Booklet } from '../read/booklet.ts';
import { orderTables } from '../read/booklet.ts';
import { findNearest } from '../read/explain/nearest.ts';
import type { KnownResultsForm, ResultsForms } from '../read/forms.ts';
import { type ParsedSource, parse } from '../read/parse.ts';
import { hasKnownForm } from '../read/read-sources.ts';
import { type Result, toResult } from '../read/results/result.ts';
import { type ResultTable, toResultTable } from '../read/results/to-table.ts';
import { findResultsForm, toResultsBooklet } from '../read/results-booklet.ts';
import type { ResultsKind } from '../read/results-place.ts';
import type { ResultsSources, Source, YearSources } from '../read/source.ts';
import type { Table } from '../read/table.ts';
import { validate } from '../read/validate.ts';
import { type Diagnostic, diagnose, hasErrors, sortDiagnostics } from '../report/diagnostic.ts';
import { memoize } from '../util/memoize.ts';
import {
  type AnalysisTools,
  type AnalyzedDraft,
  type AnalyzedYear,
  analyzeSource,
  lookUp,
} from './analyze.ts';
import { withoutToFillErrors } from './cascading.ts';
import { contain } from './contain.ts';
import { applyLevels, promoteWarnings } from './levels.ts';
import { suppress } from './suppress.ts';

/** A folder of results, as a year of tables of its own: `path` is `2022/自评`. */
export interface AnalyzedResults extends AnalyzedYear {
  place: Pick<ResultsSources, 'kind' | 'month' | 'name'>;
  /** The goals' tables that have no result here, as they call themselves. */
  without: string[];
}

/** A source as far as it can be followed without its goals. */
interface ReadResult {
  parsed: ParsedSource | null;
  result: Result | null;
  diagnostics: Diagnostic[];
}

/**
 * Results from text to tables that can be printed: parse → validate → toResult → toResultTable → the checks that see texts.
 * Called again, it recomputes only results whose source or goals are another object.
 */
export function createResultsAnalyzer(
  tools: AnalysisTools,
): (sources: YearSources, goals: AnalyzedYear) => AnalyzedResults[] {
  const read = memoize((form: KnownResultsForm) =>
    memoize((source: Source) =>
      contain(
        source.file,
        () => readResult(source, form),
        (fault): ReadResult => ({ parsed: null, result: null, diagnostics: [fault] }),
      ),
    ),
  );
  const check = memoize((booklet: Booklet) =>
    memoize(({ parsed }: ReadResult) =>
      analyzeSource({ parsed, table: null, draft: null, diagnostics: [] }, booklet, tools),
    ),
  );
  // 0 is 自评.
  const mergeIn = Array.from({ length: 13 }, (_, month) =>
    memoize((goals: AnalyzedDraft) =>
      memoize((result: ReadResult) => mergeResult(result, goals, month === 0 ? null : month)),
    ),
  );
  const bookletsOf = memoize((booklet: Booklet) =>
    memoize((form: KnownResultsForm) => {
      const known = new Map<string, Booklet>();
      return (name: string) => {
        const own = known.get(name) ?? toResultsBooklet(booklet, form, name);
        known.set(name, own);
        return own;
      };
    }),
  );

  const analyzeFolder = (sources: ResultsSources, goals: AnalyzedYear, isFirst: boolean): AnalyzedResults => {
    const forms = tools.forms.results();
    const known = findResultsForm(sources.kind, goals.booklet, forms);
    const unknown = findUnknownForm(sources.kind, goals.booklet, forms);
    const booklet = bookletsOf(goals.booklet)(known)(sources.name);
    const tables = new Map([...goals.tables, ...goals.drafts].map((one) => [one.table.stem, one]));
    const readAll = sources.sources.map((source) => ({ source, own: read(known)(source) }));
    const merged = readAll.map(({ source, own }) => {
      const table = tables.get(source.stem);
      const merge = mergeIn[sources.month ?? 0];
      return table === undefined || merge === undefined
        ? { table: null, diagnostics: reportMissingGoals(source, goals) }
        : merge(table)(own);
    });
    const analyzed = readAll.map(({ own }) => check(goals.booklet)(own));
    const lookups = readAll.flatMap(({ own }) => (own.parsed === null ? [] : [lookUp(own.parsed)]));
    const isWhole = readAll.every(({ own }) => own.result !== null);
    // By another form than the one that is meant, nothing is wrong.
    const isKnown = unknown.length === 0 && hasKnownForm('', goals.booklet, tools.forms);
    const { kept: ofResults, off } = applyLevels(
      isKnown ? merged.flatMap((one) => one.diagnostics) : [],
      goals.booklet,
    );
    const found = [...analyzed.flatMap((one) => one.found), ...ofResults];
    const { kept, suppressed } = suppress(found, lookups, { levels: booklet.levels, isWhole });
    const diagnostics = sortDiagnostics(
      withoutToFillErrors([
        ...sources.diagnostics,
        ...(isFirst ? unknown : []),
        ...readAll.flatMap(({ own }) => (isKnown || own.parsed === null ? own.diagnostics : [])),
        ...kept,
      ]),
    ).map((diagnostic) => (tools.strict ? promoteWarnings(diagnostic) : diagnostic));
    const faulty = new Set(
      diagnostics.flatMap(({ severity, at }) => (severity === 'error' ? [at.file] : [])),
    );
    const drafts = orderTables(
      merged.flatMap(({ table }, index) =>
        table === null ? [] : [{ table, mayFallBack: analyzed[index]?.mayFallBack ?? false }],
      ),
      booklet,
    );
    const sound = new Set(goals.tables.map(({ table }) => table.stem));
    const whole = drafts.flatMap(({ table, mayFallBack }) =>
      isKnown && sound.has(table.stem) && !faulty.has(table.file)
        ? [{ table: table as Table, mayFallBack }]
        : [],
    );
    const printed = new Set(whole.map(({ table }) => table.file));
    const have = new Set(sources.sources.map(({ stem }) => stem));
    return {
      year: goals.year,
      path: `${goals.path}/${sources.name}`,
      folder: sources.folder,
      place: sources,
      sources: sources.sources,
      diagnostics,
      suppressed: [...suppressed, ...off, ...analyzed.flatMap(({ off }) => off)],
      suppressions: lookups.flatMap(({ all }) => all),
      booklet,
      ownBooklet: goals.ownBooklet === null ? null : booklet,
      tables: whole,
      drafts: drafts.filter(({ table }) => !printed.has(table.file)),
      mayFallBack: analyzed.some(({ mayFallBack }) => mayFallBack),
      without: [...goals.tables, ...goals.drafts].flatMap(({ table }) =>
        have.has(table.stem) ? [] : [toLine(table.name.text) || table.stem],
      ),
    };
  };

  return ({ results }, goals) => {
    // A missing form is reported once.
    const isFirst = (folder: ResultsSources) => results.find(({ kind }) => kind === folder.kind) === folder;
    return results.map((folder) => analyzeFolder(folder, goals, isFirst(folder)));
  };
}

function readResult(source: Source, { form, words, validate: schema }: KnownResultsForm): ReadResult {
  const { value: parsed, diagnostics } = parse(source, words);
  if (parsed === null) return { parsed, result: null, diagnostics };
  const faults = validate(parsed, schema());
  return { parsed, result: toResult(parsed, form), diagnostics: [...diagnostics, ...faults] };
}

/** What cannot be computed while its keys are wrong is not reported as missing, too. */
function mergeResult(
  { parsed, result, diagnostics: before }: ReadResult,
  { table: goals }: AnalyzedDraft,
  month: number | null,
): { table: ResultTable | null; diagnostics: Diagnostic[] } {
  if (parsed === null || result === null) return { table: null, diagnostics: [] };
  const { table, diagnostics } = toResultTable(result, goals, parsed.source, month);
  return { table, diagnostics: hasErrors(before) ? [] : diagnostics };
}

/** A form that booklet.yaml names and that is not there, or is of another kind. */
function findUnknownForm(kind: ResultsKind, { formNames }: Booklet, forms: ResultsForms): Diagnostic[] {
  const named = formNames.get(kind);
  const isOfKind = (name: string) => forms.find(name)?.form.kind === kind;
  if (named === undefined || isOfKind(named.text.trim())) return [];
  const args = { name: named.text.trim(), known: listed(forms.names.filter(isOfKind)) };
  return [diagnose('error', 'form/missing', named.at, args)];
}

/** A result of no table: renamed, gone, or not there yet. */
function reportMissingGoals({ file, stem }: Source, goals: AnalyzedYear): Diagnostic[] {
  const unread = goals.sources.some((source) => source.stem === stem);
  // A table that cannot be read has its own errors.
  if (unread) return [];
  const stems = goals.sources.map((source) => source.stem);
  const nearest = findNearest(stem, stems);
  const args = { name: stem, folder: goals.folder, nearest: nearest ?? '' };
  const wording = nearest === null ? 'result/no-goal' : 'result/no-goal#nearest';
  return [diagnose('error', wording, { file, start: 0, end: 0 }, args)];
}
