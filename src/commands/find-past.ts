import type { TableOrigin } from '../pdf/provenance.ts';
import { digestOf } from '../read/content-hash.ts';
import type { Forms, KnownResultsForm } from '../read/forms.ts';
import { parse } from '../read/parse.ts';
import { toResult } from '../read/results/result.ts';
import { toResultTable } from '../read/results/to-table.ts';
import { splitAtResults, toOriginStem, toResultsPlace } from '../read/results-place.ts';
import { decodeSource, type Source } from '../read/source.ts';
import { type Draft, type Table, toTable } from '../read/table.ts';
import { validate } from '../read/validate.ts';
import { hasErrors } from '../report/diagnostic.ts';
import { type PastFile, type Revision, readHistory } from '../workspace/git/history.ts';

export type Origin = Partial<TableOrigin> & { digest: string };

/** The newest revision that gives a content hash, with what the table was called there. */
export type Past = Revision & { path: string; code: string; stem: string };

/** Content hash → the newest revision that gives it. Reads no further back than it has to. */
export async function findPast(
  folder: string,
  origins: readonly Origin[],
  forms: Forms,
): Promise<Map<string, Past>> {
  const wanted = new Set(origins.map(({ digest }) => digest));
  const codes = new Set(origins.flatMap(({ code }) => code ?? []));
  const isAnyCode = origins.some(({ code = '' }) => code === '');
  const past = new Map<string, Past>();
  const results = new Set<string>();
  for await (const { revision, path, bytes } of readHistory(folder)) {
    const result = toPlace(path);
    if (result !== null) {
      results.add(result.goals);
      continue;
    }
    const { value: source } = decodeSource(path, bytes);
    if (source === null || !(isAnyCode || mentions(source.text, codes))) continue;
    for (const table of readTables(source, forms)) {
      const digest = digestOf(table);
      if (!wanted.delete(digest)) continue;
      past.set(digest, { ...revision, path, code: table.code.text, stem: table.stem });
    }
    if (wanted.size === 0) break;
  }
  return wanted.size === 0 || results.size === 0
    ? past
    : new Map([...past, ...(await findResults(folder, { wanted, results }, forms))]);
}

/** What a result prints comes from two files, which change at different times: each state that the two were in is tried. */
async function findResults(
  folder: string,
  { wanted, results }: { wanted: Set<string>; results: ReadonlySet<string> },
  forms: Forms,
): Promise<Map<string, Past>> {
  const byGoals = new Map([...results].map((path) => [path, [] as PastFile[]]));
  for await (const file of readHistory(folder)) {
    byGoals.get(toPlace(file.path)?.goals ?? file.path.normalize('NFC'))?.push(file);
  }
  const past = new Map<string, Past>();
  for (const files of byGoals.values()) {
    const places = new Set(files.map(({ path }) => path).filter((path) => toPlace(path) !== null));
    for (const path of places) {
      const versions = files.filter((file) => file.path === path || toPlace(file.path) === null);
      for (const { revision, table, stem } of readStates(versions, forms)) {
        const digest = digestOf(table);
        if (wanted.delete(digest)) past.set(digest, { ...revision, path, code: table.code.text, stem });
      }
      if (wanted.size === 0) return past;
    }
  }
  return past;
}

/** `versions`: of one result and of its goals, the newest first. */
function* readStates(
  versions: readonly PastFile[],
  forms: Forms,
): Generator<{ revision: Revision; table: Draft; stem: string }> {
  // From the oldest on, each state is what was last seen of both.
  const states: { revision: Revision; result: PastFile; goals: PastFile }[] = [];
  let result: PastFile | null = null;
  let goals: PastFile | null = null;
  for (const file of versions.toReversed()) {
    if (toPlace(file.path) === null) goals = file;
    else result = file;
    if (result !== null && goals !== null) states.push({ revision: file.revision, result, goals });
  }
  for (const { revision, result, goals } of states.reverse()) {
    const place = toPlace(result.path);
    const { value: source } = decodeSource(result.path, result.bytes);
    const { value: above } = decodeSource(goals.path, goals.bytes);
    if (place === null || source === null || above === null) continue;
    for (const table of readTables(above, forms)) {
      for (const form of listResultsForms(forms, place.kind)) {
        const read = readResult(source, table, form, place.month);
        if (read !== null) yield { revision, table: read, stem: toOriginStem(place.name, source.stem) };
      }
    }
  }
}

/** Where results are, and the file of their goals; null for a path that is in no folder of results. */
function toPlace(path: string) {
  const split = splitAtResults(path.normalize('NFC').split('/'));
  const place = split && toResultsPlace(split.inside.slice(0, -1));
  return split && place && { ...place, goals: [...split.goals, split.inside.at(-1)].join('/') };
}

function listResultsForms(forms: Forms, kind: KnownResultsForm['form']['kind']): KnownResultsForm[] {
  return forms
    .results()
    .listSound()
    .filter(({ form }) => form.kind === kind);
}

/** By each form: a year may have had another. Checked against no schema: what was filed under an older one is found, too. */
function readTables(source: Source, { listSound }: Forms): Table[] {
  return listSound().flatMap(({ form, words }) => {
    const { value: parsed } = parse(source, words);
    return (parsed && toTable(parsed, form, true).table) ?? [];
  });
}

function readResult(
  source: Source,
  goals: Table,
  { form, words, validate: schema }: KnownResultsForm,
  month: number | null,
): Table | null {
  const { value: parsed } = parse(source, words);
  if (parsed === null || validate(parsed, schema()).length > 0) return null;
  const { table, diagnostics } = toResultTable(toResult(parsed, form), goals, source, month);
  return hasErrors(diagnostics) ? null : (table as Table);
}

/** Spares reading all the other tables as YAML. */
function mentions(text: string, codes: ReadonlySet<string>): boolean {
  return (text.match(/[0-9A-Z]{21}/g) ?? []).some((code) => codes.has(code));
}
