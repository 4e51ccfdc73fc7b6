import { isChangeable } from '../check/levels.ts';
import { type Checked, type CompiledYear, unitsOf } from '../compile.ts';
import type { Document } from '../document/document.ts';
import { anchorOf } from '../document/table-view.ts';
import { toLine } from '../form/text.ts';
import type { Language } from '../messages/wording.ts';
import { listValues } from '../read/facts.ts';
import { BOOKLET_STEM, type Source, stemOf } from '../read/source.ts';
import type { Draft } from '../read/table.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { limitFindings } from '../report/limit.ts';
import { frameOf, type ReportedDiagnostic, toReport } from '../report/report.ts';
import { lazy, memoize } from '../util/memoize.ts';
import { collectWords, type OfficeWords } from './completions.ts';
import { type CellOfFinding, findCell, locateCells, placeNowhere, type TablePlaces } from './places.ts';
import { nameOf, type PreviewYear, straysOf, toPreviewYear } from './preview-list.ts';
import { type TableEditing, toEditing } from './table-editing.ts';

export interface PreviewFinding extends ReportedDiagnostic {
  cell: CellOfFinding | null;
  /** The line it is in, and the stretch of it; null for a line without text. */
  frame: { text: string; from: number; to: number } | null;
  /** A comment may suppress it. */
  isSuppressible: boolean;
}

/** One of a project's pages: its goals, its monitoring in a month, its self-evaluation. */
export interface PreviewVersion {
  /** The path of its folder. */
  year: string;
  /** Empty for the goals. */
  label: string;
  isCurrent: boolean;
  /** Errors in its file. */
  errors: number;
}

/** What the browser shows of one source. */
export interface PreviewPage {
  year: string;
  stem: string;
  name: string;
  code: string;
  /** As it is shown, and for an editor to open. */
  file: string;
  /**
   * good: what the source says now, as far as it can be read. kept: it cannot be read, and this is what it said before. none:
   * there is nothing to show. gone: there is no such source any more.
   */
  state: 'good' | 'kept' | 'none' | 'gone';
  /** The article that the browser divides into pages; null for the booklet, which is shown as it was printed. */
  body: string | null;
  places: TablePlaces;
  /** Null where nothing can be edited: what is shown is not what the source says. */
  editing: TableEditing | null;
  findings: PreviewFinding[];
  /** The findings of the kept page, whose marks stay, too. */
  formerFindings: PreviewFinding[];
  /** The goals and results of the same project, in the order of their time; empty where there are goals only. */
  versions: PreviewVersion[];
  /** Where a table went whose file is gone: the stem of the one that has its code now. */
  movedTo: string | null;
}

/** What clients see of the years as they were compiled last; pages are made when somebody looks at them. */
export interface Preview {
  years: PreviewYear[];
  /** Null when there never was such a source. */
  page(year: string, stem: string): PreviewPage | null;
  /** The page of the table, in a folder or below it, whose sheets have an anchor. */
  pageOfAnchor(year: string, anchor: string): PreviewPage | null;
  /** The document that the page's PDF is to be printed from; null while there is none. */
  document(year: string, stem: string): Document | null;
  /** What the tables of a year say already; null when there is no such year. */
  words(year: string): OfficeWords | null;
  /** The tables of a year and its offices in which a text is, by their outputs' paths. */
  search(year: string, wanted: string): string[];
}

/** A table as it could be read last, and what was found in it. */
interface ShownTable {
  table: Draft;
  toDocument: () => Document;
  /** Those of its file, as they were reported then. */
  findings: () => PreviewFinding[];
}

/** The last state of each table that could be read, by its outputs' path: outputs, not inputs. It outlives what broke the source. */
export type LastShown = Map<string, ShownTable>;

export function toPreview(checked: Checked, lastShown: LastShown, language: Language): Preview {
  const { strays, texts } = checked;
  const years = checked.years.flatMap(unitsOf);
  const tables = new Map<string, ShownTable>();
  for (const year of years) {
    for (const { table, toDocument } of listTables(year)) {
      const findings = lazy(() => toFindings(findingsIn(year, table.file), texts, language, table));
      const shown = { table, toDocument, findings };
      tables.set(`${year.path}/${table.stem}`, shown);
      lastShown.set(`${year.path}/${table.stem}`, shown);
    }
  }
  const find = (year: string) => years.find((compiled) => compiled.path === year);

  const page = (name: string, stem: string): PreviewPage | null => {
    const year = find(name);
    if (year === undefined) return null;
    const source = year.sources.find((candidate) => candidate.stem === stem);
    const file = source?.file ?? `${year.folder}/${stem}.yaml`;
    const now = tables.get(`${name}/${stem}`);
    const kept = now === undefined ? lastShown.get(`${name}/${stem}`) : undefined;
    const strange = stem === BOOKLET_STEM ? straysOf(year, years, strays) : [];
    const findings =
      now?.findings() ?? toFindings([...strange, ...findingsIn(year, file)], texts, language, null);
    const isMissing = source === undefined && findings.length === 0 && stem !== BOOKLET_STEM;
    if (isMissing && kept === undefined) return null;
    const shown = now ?? kept;
    return {
      year: name,
      stem,
      name: stem === BOOKLET_STEM ? year.booklet.title : nameOf(shown?.table, stem),
      code: toLine(shown?.table.code.text ?? ''),
      file,
      state: isMissing ? 'gone' : now !== undefined ? 'good' : kept === undefined ? 'none' : 'kept',
      body: shown?.toDocument().body ?? null,
      places: locate(now, kept, source),
      editing: source === undefined ? null : toEditing(source, now?.table ?? null, year),
      versions: listVersions(checked.years, name, stem),
      findings,
      formerFindings: kept?.findings() ?? [],
      movedTo: isMissing ? findSuccessor(year, kept) : null,
    };
  };

  const listed = lazy(() =>
    years.map((year) => toPreviewYear(year, lastShown, straysOf(year, years, strays))),
  );
  return {
    get years() {
      return listed();
    },
    page,
    pageOfAnchor: (name, anchor) => {
      const below = years.filter(({ path }) => path === name || path.startsWith(`${name}/`));
      for (const { path, tables } of below) {
        const found = tables.find(({ table }) => anchorOf(table) === anchor);
        if (found !== undefined) return page(path, found.document.stem);
      }
      return null;
    },
    document: (name, stem) => {
      const year = find(name);
      if (stem === BOOKLET_STEM) return year?.bind?.() ?? null;
      return year?.tables.find(({ document }) => document.stem === stem)?.document ?? null;
    },
    words: (name) => {
      const year = find(name);
      return year === undefined ? null : collectWords(year);
    },
    search: (name, wanted) => {
      const text = wanted.toLowerCase();
      return listed()
        .filter(({ year }) => year === name || year.startsWith(`${name}/`))
        .flatMap(({ year, entries }) => entries.map(({ stem }) => `${year}/${stem}`))
        .filter((path) => {
          const table = lastShown.get(path);
          return table !== undefined && textOf(table.table).includes(text);
        });
    },
  };
}

function nameOfResults({ path }: CompiledYear, goals: CompiledYear): string {
  return path.slice(goals.path.length + 1).replace('/', ' ');
}

function listVersions(years: readonly CompiledYear[], path: string, stem: string): PreviewVersion[] {
  const goals = years.find((year) => unitsOf(year).some((unit) => unit.path === path));
  if (goals === undefined) return [];
  const having = unitsOf(goals).filter(
    (unit) => stem === BOOKLET_STEM || unit.sources.some((source) => source.stem === stem),
  );
  if (having.length < 2) return [];
  return having.map((unit) => ({
    year: unit.path,
    label: unit === goals ? '' : nameOfResults(unit, goals),
    isCurrent: unit.path === path,
    errors: unit.diagnostics.filter(({ at, severity }) => severity === 'error' && stemOf(at.file) === stem)
      .length,
  }));
}

/** Every table that can be read. */
function listTables({ tables, drafts }: CompiledYear): Omit<ShownTable, 'findings'>[] {
  return [...tables.map(({ table, document }) => ({ table, toDocument: () => document })), ...drafts];
}

function locate(
  now: ShownTable | undefined,
  kept: ShownTable | undefined,
  source: Source | undefined,
): TablePlaces {
  if (now !== undefined && source !== undefined) return locateCells(now.table, source);
  return kept === undefined ? { fields: {}, rows: [] } : placeNowhere(kept.table);
}

/** All that a table says, for the search; made when it is first asked for. */
const textOf = memoize(({ goal, facts, indicators }: Draft): string => {
  const rows = indicators.flatMap(({ level1, level2, name, target, remark, explanation }) => [
    level1,
    level2,
    ...[name, target, remark, explanation].map((located) => located?.text ?? ''),
  ]);
  return [goal.text, ...listValues(facts).map(({ fact }) => fact.value.text), ...rows]
    .map(toLine)
    .join('\n')
    .toLowerCase();
});

/** Whether the list names a source. */
export function isListed({ years }: Preview, year: string, stem: string): boolean {
  return years.some((known) => known.year === year && known.entries.some((entry) => entry.stem === stem));
}

/** A renamed file is the one that has the same code. */
function findSuccessor(year: CompiledYear, kept: ShownTable | undefined): string | null {
  const code = kept?.table.code.text ?? '';
  if (code === '') return null;
  return listTables(year).find(({ table }) => table.code.text === code)?.table.stem ?? null;
}

function findingsIn({ diagnostics }: CompiledYear, file: string): Diagnostic[] {
  return diagnostics.filter(({ at }) => at.file === file);
}

/** `project`: the table that they are marked on. */
function toFindings(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  language: Language,
  table: Draft | null,
): PreviewFinding[] {
  const listed = limitFindings(diagnostics);
  return toReport(listed, texts, 0, language).diagnostics.map((finding, index) => ({
    ...finding,
    cell: table && listed[index] ? findCell(table, listed[index]) : null,
    frame: frameOf(finding, texts.get(finding.file)),
    isSuppressible: isChangeable(finding.code),
  }));
}
