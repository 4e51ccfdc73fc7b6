import { listSources, type Source, type YearSources } from '../read/source.ts';
import type { Diagnostic, Edit } from '../report/diagnostic.ts';
import { applyFix, spanOfEdits } from '../report/fix.ts';
import { groupBy } from '../util/group-by.ts';
import { type AnalysisTools, createAnalyzer } from './analyze.ts';
import { createResultsAnalyzer } from './analyze-results.ts';
import { RULES } from './rules.ts';

export interface FixedSource {
  before: Source;
  after: Source;
  /** What leads from one to the other, to be made group after group. */
  groups: Edit[][];
  made: MadeFix[];
}

/** One remedy: the lines that it touched, before and after. */
export interface MadeFix {
  code: string;
  /** Where these lines begin in the text as it is at the end. */
  at: number;
  before: string;
  after: string;
}

interface Step {
  source: Source;
  findings: readonly Diagnostic[];
  edits: Edit[];
  after: Source;
}

export function createFinder(tools: AnalysisTools): (years: readonly YearSources[]) => Diagnostic[] {
  const analyze = createAnalyzer(tools);
  const analyzeResults = createResultsAnalyzer(tools);
  return (years) => {
    const analyzed = analyze(years);
    return analyzed
      .flatMap((goals, index) => [goals, ...analyzeResults(years[index] as YearSources, goals)])
      .flatMap(({ diagnostics }) => diagnostics);
  };
}

/**
 * Makes the remedies of all findings until none is left. Those of one source are made together when they touch different lines;
 * then all are analyzed again. Where one did not end its finding or brought an error, all of that source are taken back and
 * made one by one, and one that fails alone is left out. `isWanted`: which findings are fixed.
 */
export function makeFixes(
  sources: readonly YearSources[],
  analyze: (years: readonly YearSources[]) => Diagnostic[],
  isWanted: (finding: Diagnostic) => boolean,
): FixedSource[] {
  const fixed = new Map<string, FixedSource>();
  const refused = new Set<string>();
  const oneByOne = new Set<string>();
  const seen = new Set<string>();
  let years = sources;
  const look = (now: readonly YearSources[]) => groupByFile(analyze(now));
  let found = look(years);
  for (;;) {
    const steps = listSources(years).flatMap((source) => {
      const own = (found.get(source.file) ?? []).filter(
        (finding) => isWanted(finding) && !refused.has(keyOf(finding)),
      );
      return toStep(source, own, oneByOne.has(source.file)) ?? [];
    });
    if (steps.length === 0) break;
    const next = look(replaceSources(years, steps));
    const isSound = ({ after: { file, text }, findings }: Step) =>
      !seen.has(`${file}\n${text}`) && isMended(findings, found.get(file) ?? [], next.get(file) ?? []);
    const [sound, unsound] = [steps.filter(isSound), steps.filter((step) => !isSound(step))];
    for (const { source, findings } of unsound) {
      const [only, ...others] = findings;
      if (only !== undefined && others.length === 0) refused.add(keyOf(only));
      else oneByOne.add(source.file);
    }
    for (const step of sound) {
      seen.add(`${step.source.file}\n${step.source.text}`);
      fixed.set(step.source.file, addStep(step, fixed.get(step.source.file)));
    }
    years = replaceSources(years, sound);
    found = unsound.length === 0 ? next : look(years);
  }
  return [...fixed.values()];
}

function groupByFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  return groupBy(diagnostics, ({ at }) => at.file);
}

const RANKS = ['error', 'warning', 'suggestion'];

/** The worst first, then from the top, each that touches no line of another one. */
function toStep(source: Source, found: readonly Diagnostic[], isAlone: boolean): Step | null {
  const taken: { start: number; end: number }[] = [];
  const findings = found
    .toSorted((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity) || a.at.start - b.at.start)
    .filter(({ fix }) => {
      if (fix === undefined || (isAlone && taken.length > 0)) return false;
      const lines = linesAround(source.text, spanOfEdits(fix.edits));
      if (taken.some(({ start, end }) => lines.start <= end && start <= lines.end)) return false;
      taken.push(lines);
      return true;
    });
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  if (edits.length === 0) return null;
  return { source, findings, edits, after: { ...source, text: applyFix(source.text, { edits }) } };
}

function linesAround(text: string, { start, end }: { start: number; end: number }) {
  const found = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: found < 0 ? text.length : found };
}

function replaceSources(years: readonly YearSources[], steps: readonly Step[]): YearSources[] {
  const replaced = new Map(steps.map(({ source, after }) => [source, after]));
  const replace = (source: Source) => replaced.get(source) ?? source;
  return years.map((year) => ({
    ...year,
    booklet: year.booklet && replace(year.booklet),
    tables: year.tables.map(replace),
    results: year.results.map((results) => ({ ...results, sources: results.sources.map(replace) })),
  }));
}

/** What a finding says of its file; elsewhere in it, after other edits, it is the same. */
function keyOf({ at, code, args }: Diagnostic): string {
  return JSON.stringify([at.file, code, args]);
}

/** What compares tables says of one what the remedies of another brought. */
const OF_YEAR: ReadonlySet<string> = new Set(
  RULES.flatMap(({ sees, code }) => (sees === 'year' || sees === 'offices' ? [code] : [])),
);

/** Whether the findings are gone and no error came. A source that could not be read had not been looked at by any check. */
function isMended(
  mended: readonly Diagnostic[],
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): boolean {
  const isFewer = (keyOf: (finding: Diagnostic) => string) => (finding: Diagnostic) => {
    const key = keyOf(finding);
    const [old, now, gone] = [before, after, mended].map((list) => list.filter((one) => keyOf(one) === key));
    return (old?.length ?? 0) - (now?.length ?? 0) >= (gone?.length ?? 0);
  };
  const countErrors = (list: readonly Diagnostic[], codes: RegExp) =>
    list.filter(({ severity, code }) => severity === 'error' && codes.test(code) && !OF_YEAR.has(code))
      .length;
  const wasRead = countErrors(before, /^(?:yaml|schema|value)\//) === 0;
  const codes = wasRead ? /^/ : /^yaml\//;
  return (
    mended.every((finding) => isFewer(keyOf)(finding) || isFewer(({ code }) => code)(finding)) &&
    countErrors(after, codes) <= countErrors(before, codes)
  );
}

function addStep({ source, findings, edits, after }: Step, earlier: FixedSource | undefined): FixedSource {
  const made = findings.flatMap(({ code, fix }) => {
    const own = fix?.edits ?? [];
    const { start, end } = linesAround(source.text, spanOfEdits(own));
    const old = source.text.slice(start, end);
    const inner = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return { code, at: moveOffset(start, edits), before: old, after: applyFix(old, { edits: inner }) };
  });
  const moved = earlier?.made.map((one) => ({ ...one, at: moveOffset(one.at, edits) })) ?? [];
  return {
    before: earlier?.before ?? source,
    after,
    groups: [...(earlier?.groups ?? []), edits],
    made: [...moved, ...made].sort((a, b) => a.at - b.at),
  };
}

/** Where an offset is once the edits in front of it were made. */
function moveOffset(offset: number, edits: readonly Edit[]): number {
  return edits.reduce(
    (moved, { start, end, text }) =>
      end <= offset && start < offset ? moved + text.length - (end - start) : moved,
    offset,
  );
}
