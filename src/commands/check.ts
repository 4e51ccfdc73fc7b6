import { resolve } from 'node:path';
import { compareOffices } from '../check/across.ts';
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
import { groupBy } from '../util/group-by.ts';
import { pack } from '../util/pack.ts';
import { openSources } from '../workspace/disk.ts';
import { readShard } from './compile-sources.ts';
import { openContext } from './context.ts';

export interface CheckedSources extends Findings {
  /** What looks like a source and is not read; these are among the findings, too. */
  strays: Diagnostic[];
  tables: CheckedOffice['tables'];
}

/** An office whose findings wait, packed, until all offices are compared. */
interface WaitingOffice extends Pick<CheckedOffice, 'index' | 'tables'>, OfficeFolderName {
  /** Files of its results that were asked for. */
  results: number;
  /** One of its own files, not only of its results, was asked for. */
  isAskedFor: boolean;
  hasErrors: boolean;
  unpack: () => Pick<CheckedOffice, 'diagnostics' | 'texts'>;
}

/**
 * Checks everything that was asked for, and holds one office at a time; starts no browser. `more`: strays that were found
 * elsewhere. Throws EnvironmentError.
 */
export function check(
  { cwd, templates, strict, shard, ...request }: CheckOptions,
  more: readonly Diagnostic[] = [],
): CheckedSources {
  const sources = openSources({ cwd, ...request, shard: shard === undefined ? undefined : readShard(shard) });
  const { selection } = sources;
  const isAskedFor = (file: string) => selection === null || selection.has(file);
  const known = new Set(sources.strays.map(({ at }) => at.file));
  const found = [...sources.strays, ...more.filter(({ at }) => !known.has(at.file))];
  const strays = strict ? found.map(promoteWarnings) : found;
  // What is found in no office's folder, or in another one's.
  const loose = [...strays];
  const checkOffice = createOfficeChecker(openContext(resolve(cwd, templates), strict));
  const offices = Array.from(sources.years, (office): WaitingOffice => {
    const { path, folder, name, index, tables, files, results, texts, ...checked } = checkOffice(office);
    const own: Diagnostic[] = [];
    for (const finding of checked.diagnostics) {
      const { file } = finding.at;
      if (isAskedFor(file)) (file.startsWith(`${folder}/`) ? own : loose).push(finding);
    }
    const asked = files.filter(isAskedFor);
    return {
      ...{ office: path, folder, name, index, tables },
      projects: asked.filter((file) => stemOf(file) !== BOOKLET_STEM).length,
      results: results.filter(isAskedFor).length,
      isAskedFor: asked.length > 0,
      hasErrors: hasErrors(own),
      unpack: pack({ diagnostics: own, texts }),
    };
  });
  const across = compareOffices(
    offices.map(({ index }) => index),
    strict,
  );
  const acrossOf = ({ index }: WaitingOffice) =>
    across.get(index)?.diagnostics.filter(({ at }) => isAskedFor(at.file)) ?? [];
  return {
    groups: groupOffices(offices, acrossOf, loose),
    // Where only results were asked for, these.
    projects: sum(offices, 'projects') || sum(offices, 'results'),
    hasErrors: hasErrors(loose) || offices.some((one) => one.hasErrors || hasErrors(acrossOf(one))),
    strays,
    tables: offices.flatMap(({ tables }) => tables),
  };
}

/** One office after another is unpacked; where a year has none, all at once. */
function* groupOffices(
  offices: readonly WaitingOffice[],
  acrossOf: (office: WaitingOffice) => Diagnostic[],
  loose: readonly Diagnostic[],
): Generator<FindingGroup> {
  const named = offices.filter((one) => one.isAskedFor);
  if (!hasOffices(named)) {
    const unpacked = offices.map(({ unpack }) => unpack());
    const own = unpacked.flatMap(({ diagnostics }) => diagnostics);
    const texts = new Map(unpacked.flatMap(({ texts }) => [...texts]));
    yield {
      office: null,
      diagnostics: sortDiagnostics([...loose, ...own, ...offices.flatMap(acrossOf)]),
      texts,
    };
    return;
  }
  const byFolder = new Map(named.map((one) => [one.folder, one]));
  const looseIn = groupBy(loose, ({ at }) => findOffice(at.file, byFolder));
  yield { office: null, diagnostics: sortDiagnostics(looseIn.get(undefined) ?? []), texts: new Map() };
  for (const office of named) {
    const { diagnostics, texts } = office.unpack();
    const all = [...(looseIn.get(office) ?? []), ...diagnostics, ...acrossOf(office)];
    yield { office, diagnostics: sortDiagnostics(all), texts };
  }
}

function sum(offices: readonly WaitingOffice[], what: 'projects' | 'results'): number {
  return offices.reduce((total, office) => total + office[what], 0);
}
