import { orderTables } from '../booklet/order.ts';
import type { Checked } from '../commands/check.ts';
import type { CompiledProject, CompiledYear } from '../compile.ts';
import { compareText, type Diagnostic, type Severity } from '../diagnostic.ts';
import { groupBy } from '../group-by.ts';
import type { Language } from '../messages/wording.ts';
import type { Document } from '../render/document.ts';
import { frameOf, type ReportedDiagnostic, toReport } from '../report.ts';
import { countFindings, limitFindings } from '../report-limit.ts';
import { BOOKLET_STEM, type Source, stemOf } from '../sources/source.ts';
import { anchorOf } from '../view/project-view.ts';
import { type CellOfFinding, findCell, locateCells, placeNowhere, type TablePlaces } from './places.ts';

export type Counts = Record<Severity, number>;

/** One line of the list at the left. */
export interface PreviewEntry {
  /** The source's name without `.yaml`; `booklet` is the year's own. */
  stem: string;
  name: string;
  /** 项目编码, as far as it was ever understood. */
  code: string;
  counts: Counts;
}

export interface PreviewYear {
  year: string;
  /** booklet.yaml first, then the projects in the booklet's order. */
  entries: PreviewEntry[];
}

export interface PreviewFinding extends ReportedDiagnostic {
  cell: CellOfFinding | null;
  /** The line it stands in, and the stretch of it; null for a line without text. */
  frame: { text: string; from: number; to: number } | null;
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
   * good: what the source says now. kept: it has errors, and this is what it said before. none: there is nothing to show.
   * gone: there is no such source any more.
   */
  state: 'good' | 'kept' | 'none' | 'gone';
  /** The article that the browser divides into pages; null for the booklet, which is shown as it was printed. */
  body: string | null;
  places: TablePlaces;
  findings: PreviewFinding[];
  /** Where a table went whose file is gone: the stem of the one that bears its code now. */
  movedTo: string | null;
}

/** What clients see of the years as they were compiled last; pages are made when somebody looks at them. */
export interface Preview {
  years: PreviewYear[];
  /** Null when there never was such a source. */
  page(year: string, stem: string): PreviewPage | null;
  /** The page of the table whose sheets bear an anchor. */
  pageOfAnchor(year: string, anchor: string): PreviewPage | null;
  /** The document that the page's PDF is to be printed from; null while there is none. */
  document(year: string, stem: string): Document | null;
}

/** The last sound state of each table, by `year/stem`: outputs, not inputs. It outlives what broke the source. */
export type LastSound = Map<string, CompiledProject>;

function locate(
  sound: CompiledProject | undefined,
  kept: CompiledProject | undefined,
  source: Source | undefined,
): TablePlaces {
  if (sound !== undefined && source !== undefined) return locateCells(sound.project, source);
  return kept === undefined ? { fields: {}, rows: [] } : placeNowhere(kept.project);
}

export function toPreview(
  { years, strays, texts }: Checked,
  lastSound: LastSound,
  language: Language,
): Preview {
  for (const { year, projects } of years) {
    for (const compiled of projects) lastSound.set(`${year}/${compiled.document.stem}`, compiled);
  }
  const find = (year: string) => years.find((compiled) => compiled.year === year);
  const findSound = (year: CompiledYear | undefined, stem: string) =>
    year?.projects.find(({ document }) => document.stem === stem);

  const page = (name: string, stem: string): PreviewPage | null => {
    const year = find(name);
    if (year === undefined) return null;
    const source = year.sources.find((candidate) => candidate.stem === stem);
    const file = source?.file ?? `${year.folder}/${stem}.yaml`;
    const diagnostics = [
      ...(stem === BOOKLET_STEM ? straysOf(year, years, strays) : []),
      ...year.diagnostics.filter(({ at }) => at.file === file),
    ];
    const sound = findSound(year, stem);
    const kept = lastSound.get(`${name}/${stem}`);
    if (source === undefined && diagnostics.length === 0 && kept === undefined && stem !== BOOKLET_STEM)
      return null;
    const shown = sound ?? kept;
    const isGone = source === undefined && diagnostics.length === 0 && stem !== BOOKLET_STEM;
    return {
      year: name,
      stem,
      name: stem === BOOKLET_STEM ? year.booklet.title : (shown?.project.name.text.trim() ?? stem),
      code: shown?.project.code.text ?? '',
      file,
      state: isGone ? 'gone' : sound !== undefined ? 'good' : shown === undefined ? 'none' : 'kept',
      body: shown?.document.body ?? null,
      places: locate(sound, kept, source),
      findings: toFindings(diagnostics, texts, language, sound),
      movedTo: isGone ? findSuccessor(year, kept) : null,
    };
  };

  return {
    years: years.map((year) => toPreviewYear(year, lastSound, straysOf(year, years, strays))),
    page,
    pageOfAnchor: (name, anchor) => {
      const found = find(name)?.projects.find(({ project }) => anchorOf(project) === anchor);
      return found === undefined ? null : page(name, found.document.stem);
    },
    document: (name, stem) => {
      const year = find(name);
      if (stem === BOOKLET_STEM) return year?.bind?.().booklet ?? null;
      // Without its booklet.yaml a table would be printed under another office and date.
      return year?.isBookletSound ? (findSound(year, stem)?.document ?? null) : null;
    },
  };
}

/** Whether the list names a source. */
export function isListed({ years }: Preview, year: string, stem: string): boolean {
  return years.some((known) => known.year === year && known.entries.some((entry) => entry.stem === stem));
}

/** A renamed file is the one that bears the same code. */
function findSuccessor({ projects }: CompiledYear, kept: CompiledProject | undefined): string | null {
  const code = kept?.project.code.text;
  return projects.find(({ project }) => project.code.text === code)?.document.stem ?? null;
}

/** A table keeps its place in the list while it has an error. */
function toPreviewYear(year: CompiledYear, lastSound: LastSound, strays: readonly Diagnostic[]): PreviewYear {
  const counts = countByFile(year.diagnostics);
  const entry = (stem: string, file: string, name: string, code = ''): PreviewEntry => ({
    stem,
    name,
    code,
    counts: counts.get(file) ?? NO_COUNTS,
  });
  const bookletFile = `${year.folder}/${BOOKLET_STEM}.yaml`;
  const files = [...new Set([...year.sources.map(({ file }) => file), ...counts.keys()])]
    .filter((file) => file !== bookletFile)
    .map((file) => ({ file, stem: stemOf(file), sound: lastSound.get(`${year.year}/${stemOf(file)}`) }));
  const known = files.flatMap(({ file, stem, sound }) =>
    sound === undefined ? [] : [{ file, stem, project: sound.project }],
  );
  const unknown = files
    .filter(({ sound }) => sound === undefined)
    .sort((a, b) => compareText(a.stem, b.stem));
  return {
    year: year.year,
    entries: [
      {
        ...entry(BOOKLET_STEM, bookletFile, BOOKLET_STEM),
        counts: countWith(counts.get(bookletFile), strays),
      },
      ...orderTables(known, year.booklet).map(({ stem, file, project }) =>
        entry(stem, file, project.name.text.trim(), project.code.text),
      ),
      ...unknown.map(({ stem, file }) => entry(stem, file, stem)),
    ],
  };
}

/** What is ignored in a year's folder, and what lies in none: both are told beside the year's booklet. */
function straysOf(
  { folder }: CompiledYear,
  years: readonly CompiledYear[],
  strays: readonly Diagnostic[],
): Diagnostic[] {
  const isIn = (folder: string, { at }: Diagnostic) => at.file.startsWith(`${folder}/`);
  return strays.filter((stray) => isIn(folder, stray) || !years.some((year) => isIn(year.folder, stray)));
}

function countWith(known: Counts = NO_COUNTS, more: readonly Diagnostic[]): Counts {
  const counts = { ...known };
  for (const { severity } of more) counts[severity] += 1;
  return counts;
}

const NO_COUNTS: Counts = { error: 0, warning: 0, suggestion: 0 };

function countByFile(diagnostics: readonly Diagnostic[]): Map<string, Counts> {
  return new Map(
    [...groupBy(diagnostics, ({ at }) => at.file)].map(([file, own]) => [file, countFindings(own)]),
  );
}

function toFindings(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  language: Language,
  sound: CompiledProject | undefined,
): PreviewFinding[] {
  const listed = limitFindings(diagnostics);
  const reported = toReport(listed, texts, 0, language).diagnostics;
  return reported.map((finding, index) => ({
    ...finding,
    cell: sound && listed[index] ? findCell(sound.project, listed[index].at) : null,
    frame: frameOf(finding, texts.get(finding.file)),
  }));
}
