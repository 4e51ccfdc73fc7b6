import { join, resolve } from 'node:path';
import { compareOffices, listPlaces } from '../check/across.ts';
import { promoteWarnings } from '../check/levels.ts';
import { type CheckedOffice, type CheckOptions, createOfficeChecker } from '../compile.ts';
import { BOOKLET_STEM, stemOf } from '../read/source.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../report/diagnostic.ts';
import {
  type FindingGroup,
  type Findings,
  findOffice,
  hasOffices,
  type OfficeFolderName,
} from '../report/groups.ts';
import { countFindings } from '../report/limit.ts';
import { type Excerpt, narrow } from '../report/lines.ts';
import { groupBy } from '../util/group-by.ts';
import { pack } from '../util/pack.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { openSources } from '../workspace/disk.ts';
import { hashOf, makeFolder, refuseLinks, writeWholeSync } from '../workspace/folder.ts';
import { readRequirements } from '../workspace/packages.ts';
import {
  CHECK_FILE,
  type CheckRecord,
  type Counts,
  formatCheckRecord,
  hashOfOffice,
  type RecordedOffice,
} from './check-record.ts';
import { readShard } from './compile-sources.ts';
import { type ContextFiles, readContextFiles, toContext } from './context.ts';

export interface CheckedSources extends Findings {
  /** What looks like a source and is not read; these are among the findings, too. */
  strays: Diagnostic[];
  tables: CheckedOffice['tables'];
}

/** An office whose findings wait, packed, until all offices are compared. */
interface WaitingOffice extends Pick<CheckedOffice, 'index' | 'tables'>, OfficeFolderName {
  /** Files of its results that were asked for. */
  results: number;
  /** One of its own files, not only of its results, was asked for, even if it cannot be read. */
  isNamed: boolean;
  /** Any of its files was. */
  isTouched: boolean;
  counts: Counts;
  /** Of its sources; only in a shard. */
  hash: string;
  unpack: () => Pick<CheckedOffice, 'diagnostics' | 'texts'>;
}

/**
 * Checks everything that was asked for, and holds one office at a time; starts no browser. A shard compares no offices: it writes
 * what they are compared by into `out`, for `merge`. `more`: strays that were found elsewhere. Throws EnvironmentError.
 */
export function check(
  {
    cwd,
    templates,
    strict,
    shard: part,
    out = 'out',
    ...request
  }: CheckOptions & { out?: string | undefined },
  more: readonly Diagnostic[] = [],
): CheckedSources {
  const shard = part === undefined ? undefined : readShard(part);
  const sources = openSources({ cwd, ...request, shard });
  const { selection } = sources;
  const isAskedFor = (file: string) => selection === null || selection.has(file);
  const known = new Set(sources.strays.map(({ at }) => at.file));
  const found = [...sources.strays, ...more.filter(({ at }) => !known.has(at.file))];
  const strays = strict ? found.map(promoteWarnings) : found;
  // What is found in no office's folder, or in another one's.
  const loose = [...strays];
  const looseTexts = new Map<string, Excerpt>();
  const files = readContextFiles(resolve(cwd, templates));
  const checkOffice = createOfficeChecker(toContext(files, strict));
  const offices = Array.from(sources.years, (office): WaitingOffice => {
    const { path, folder, name, index, tables, files, results, texts, ...checked } = checkOffice(office);
    const asked = files.filter(isAskedFor);
    const isAsked = ({ at }: Diagnostic) => isAskedFor(at.file);
    const isNamed = asked.length > 0 || checked.diagnostics.some(isAsked);
    const diagnostics = [...checked.diagnostics, ...results.diagnostics].filter(isAsked);
    const isOwn = ({ at }: Diagnostic) => isNamed && at.file.startsWith(`${folder}/`);
    const own = diagnostics.filter(isOwn);
    for (const finding of diagnostics) {
      if (isOwn(finding)) continue;
      const { file } = finding.at;
      loose.push(finding);
      looseTexts.set(file, texts.get(file) ?? []);
    }
    return {
      ...{ office: path, folder, name, index, tables },
      projects: asked.filter((file) => stemOf(file) !== BOOKLET_STEM).length,
      results: results.files.filter(isAskedFor).length,
      isNamed,
      isTouched: isNamed || results.files.some(isAskedFor) || diagnostics.length > 0,
      counts: countFindings(own),
      hash: shard === undefined ? '' : hashOfOffice(office),
      unpack: pack({ diagnostics: own, texts }),
    };
  });
  if (shard !== undefined) {
    const settings = { year: request.year ?? null, strict, identity: identityOf(files) };
    writeRecord(resolve(cwd, out), { ...shard, ...settings, ...toRecorded(offices, loose) });
  }
  const across =
    shard === undefined
      ? compareOffices(
          offices.map(({ index }) => index),
          strict,
        )
      : new Map();
  const acrossOf = ({ index }: WaitingOffice): Diagnostic[] =>
    across.get(index)?.diagnostics.filter(({ at }: Diagnostic) => isAskedFor(at.file)) ?? [];
  return {
    groups: { [Symbol.iterator]: () => groupOffices(offices, acrossOf, { loose, looseTexts }) },
    // Where only results were asked for, these.
    projects: sum(offices, 'projects') || sum(offices, 'results'),
    hasErrors: hasErrors(loose) || offices.some((one) => one.counts.error > 0 || hasErrors(acrossOf(one))),
    strays,
    tables: offices.flatMap(({ tables }) => tables),
  };
}

/** What `merge` needs of the offices of which the shard has a file. */
function toRecorded(
  offices: readonly WaitingOffice[],
  loose: readonly Diagnostic[],
): Pick<CheckRecord, 'offices' | 'loose'> {
  const byFile = groupBy(loose, ({ at }) => at.file);
  return {
    offices: offices.filter(({ isTouched }) => isTouched).map(toRecordedOffice),
    loose: new Map([...byFile].map(([file, found]) => [file, countFindings(found)] as const)),
  };
}

function toRecordedOffice({ unpack, tables: _, isTouched: __, ...office }: WaitingOffice): RecordedOffice {
  const { texts } = unpack();
  const places = groupBy(listPlaces(office.index), ({ file }) => file);
  const lines = [...places].map(([file, spans]) => [file, narrow(texts.get(file) ?? [], spans)] as const);
  return { ...office, texts: new Map(lines) };
}

/** A change of what checks finds other mistakes. */
function identityOf({ schemas, forms }: ContextFiles): string {
  return hashOf(JSON.stringify([readRequirements(PROGRAM_ROOT).version, schemas, [...forms]]));
}

function writeRecord(out: string, record: CheckRecord): void {
  refuseLinks(out, CHECK_FILE);
  makeFolder(out);
  writeWholeSync(join(out, CHECK_FILE), formatCheckRecord(record));
}

/** One office after another is unpacked; where a year has none, all at once. */
function* groupOffices(
  offices: readonly WaitingOffice[],
  acrossOf: (office: WaitingOffice) => Diagnostic[],
  { loose, looseTexts }: { loose: readonly Diagnostic[]; looseTexts: ReadonlyMap<string, Excerpt> },
): Generator<FindingGroup> {
  const named = offices.filter(({ isNamed }) => isNamed);
  if (!hasOffices(named)) {
    const unpacked = offices.map(({ unpack }) => unpack());
    const own = unpacked.flatMap(({ diagnostics }) => diagnostics);
    const texts = new Map([...looseTexts, ...unpacked.flatMap(({ texts }) => [...texts])]);
    yield {
      office: null,
      diagnostics: sortDiagnostics([...loose, ...own, ...offices.flatMap(acrossOf)]),
      texts,
    };
    return;
  }
  const byFolder = new Map(named.map((one) => [one.folder, one]));
  const looseIn = groupBy(loose, ({ at }) => findOffice(at.file, byFolder));
  yield { office: null, diagnostics: sortDiagnostics(looseIn.get(undefined) ?? []), texts: looseTexts };
  for (const office of named) {
    const { diagnostics, texts } = office.unpack();
    if (looseIn.has(office)) for (const [file, text] of looseTexts) texts.set(file, text);
    const all = [...(looseIn.get(office) ?? []), ...diagnostics, ...acrossOf(office)];
    yield { office, diagnostics: sortDiagnostics(all), texts };
  }
}

export function sum(
  offices: readonly Pick<WaitingOffice, 'projects' | 'results'>[],
  what: 'projects' | 'results',
): number {
  return offices.reduce((total, office) => total + office[what], 0);
}
