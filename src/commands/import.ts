import { basename, extname, join } from 'node:path';
import { chooseForms } from '../convert/import/choose-form.ts';
import { type TableDraft, toDraft } from '../convert/import/draft.ts';
import { type FoundTable, recognize } from '../convert/import/recognize.ts';
import { toResultsDraft } from '../convert/import/results-draft.ts';
import { isMoney } from '../form/money.ts';
import { USUAL_FORMS } from '../form/results-form.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { writeBookletSkeleton } from '../format/booklet-skeleton.ts';
import { nameOfPlace } from '../read/results-place.ts';
import { doubtful } from '../read/rows/source-row.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import { type Message, toMessage } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { writeAllNew, writeNew } from '../workspace/new-file.ts';
import { showPath } from '../workspace/show-path.ts';
import { listNames } from '../workspace/year-folder.ts';
import { type FilesOptions, type ReadFile, readFiles } from './import-files.ts';
import { createGoalsFinder, keyOf, openTarget, type Target, type TargetOptions } from './import-target.ts';
import { refuseStem, splitOffice } from './new-draft.ts';

export interface ImportOptions extends FilesOptions, TargetOptions {
  /** Files that are there are replaced. */
  force: boolean;
  /** Nothing is written. */
  dryRun: boolean;
}

/** What became of one table. */
export interface ImportedTable extends TableDraft {
  /** Where it is, or would be, as it is shown. */
  path: string;
  isWritten: boolean;
}

/** What became of one file: its tables are all written, or none is. */
export interface ImportedFile {
  file: string;
  /** null where it could not be known. */
  format: string | null;
  notes: Message[];
  tables: ImportedTable[];
  /** Why nothing of it was written; null when all is well. */
  trouble: Message | null;
}

export interface Imported {
  files: ImportedFile[];
  /** Where the tables are, as it is shown. */
  folder: string;
  /** What else was written, and what to do next. */
  messages: Message[];
}

/** Reads tables from files of offices and writes drafts of sources. Throws EnvironmentError. */
export async function importFiles(options: ImportOptions): Promise<Imported> {
  if (options.files.length === 0) throw new EnvironmentError('import/no-files');
  const target = openTarget(options);
  const read = await readFiles(options);
  const sheets = read.flatMap(({ file, document }) =>
    (document?.grids ?? []).map((grid) => ({ grid, name: basename(file) })),
  );
  const choices = chooseForms(sheets, target.shelf);
  const recognized = read.map((file): RecognizedFile => {
    const { tables, notes } = recognize(file.document ?? { grids: [], notes: [] }, choices);
    return { ...file, tables, notes: [...file.notes, ...notes] };
  });
  const drafts = draftTables(recognized, target, options.cwd);
  const imported: ImportedFile[] = [];
  const taken = new Map<string, string>();
  for (const file of recognized) {
    const own = file.tables.flatMap((table) => drafts.get(table) ?? []);
    imported.push(await writeFile(file, own, target, taken, options));
  }
  const booklet = await writeBooklet(imported, target, options);
  return { files: imported, folder: showPath(options.cwd, target.folder), messages: booklet };
}

interface RecognizedFile extends ReadFile {
  tables: FoundTable[];
}

/** Goals before results, which are compared with them. */
function draftTables(
  files: readonly RecognizedFile[],
  target: Target,
  cwd: string,
): ReadonlyMap<FoundTable, ImportedTable> {
  const { folder, year, forms, schemaFor } = target;
  const named = files.flatMap(({ file, tables }) => {
    const stem = basename(file, extname(file));
    return tables.map((table, index) => {
      const count = tables.length === 1 ? '' : `（${index + 1}）`;
      const isNameless = table.sheet === '' || /^sheet\d*$/i.test(table.sheet);
      return { table, fallback: isNameless ? `${stem}${count}` : table.sheet };
    });
  });
  const drafts = new Map<FoundTable, ImportedTable>();
  const add = (table: FoundTable, draft: TableDraft) => {
    const path = join(folder, draft.folder, `${draft.stem}.yaml`);
    drafts.set(table, { ...draft, path: showPath(cwd, path), isWritten: false });
  };
  for (const { table } of named) {
    const written = table.about.get('年度')?.replace(/\D/g, '') ?? '';
    if (written !== '' && written !== year)
      table.notes.push(doubtful(table.place, 'import/other-year', { written, year }));
  }
  for (const { table, fallback } of named.filter(({ table: { results } }) => results === null)) {
    const { words } = forms.find(table.form.name) ?? forms.first;
    add(table, toDraft(table, { schema: schemaFor(table.form), words, fallback }));
  }
  const findGoals = createGoalsFinder(target, [...drafts.values()], cwd);
  for (const { table, fallback } of named) {
    const { results, month, form } = table;
    if (results === null) continue;
    const place = nameOfPlace({ kind: results.form.kind, month });
    const schema = schemaFor(form, place);
    add(table, toResultsDraft(table, results.form, { schema, words: results.words, fallback, findGoals }));
  }
  return drafts;
}

/** Writes the tables of a file, or says why none of them is. `taken`: what was written before, and from which file. */
async function writeFile(
  { file, format, document, notes, trouble }: RecognizedFile,
  drafts: ImportedTable[],
  target: Target,
  taken: Map<string, string>,
  options: ImportOptions,
): Promise<ImportedFile> {
  const failed = (sentence: Message): ImportedFile => {
    return { file, format, notes, tables: drafts, trouble: sentence };
  };
  if (document === null) return failed(trouble ?? { code: 'import/damaged', args: {} });
  if (drafts.length === 0) return failed({ code: 'import/no-tables', args: {} });
  const refused = refuse(drafts, target, taken, options);
  if (refused !== null) return failed(refused);
  for (const draft of drafts) taken.set(keyOf(draft), file);
  if (!options.dryRun) {
    const files = drafts.map(({ stem, folder, text }) => {
      return { path: join(target.folder, folder, `${stem}.yaml`), text };
    });
    const inTheWay = writeAllNew(files, options.force);
    if (inTheWay !== null) return failed(existing(showPath(options.cwd, inTheWay)));
  }
  const isWritten = !options.dryRun;
  return { file, format, notes, tables: drafts.map((draft) => ({ ...draft, isWritten })), trouble: null };
}

function existing(file: string): Message {
  return { code: 'import/exists', args: { file } };
}

/** Why the tables of a file cannot be written, or null. */
function refuse(
  drafts: readonly ImportedTable[],
  target: Target,
  taken: ReadonlyMap<string, string>,
  { force, dryRun }: ImportOptions,
): Message | null {
  const own = new Set<string>();
  for (const draft of drafts) {
    const { stem, path, text } = draft;
    const key = keyOf(draft);
    const file = taken.get(key);
    if (file !== undefined) return { code: 'import/same-name#file', args: { stem, file } };
    if (own.has(key)) return { code: 'import/same-name', args: { stem } };
    own.add(key);
    const unfit = refuseStem({ file: path, stem, text });
    if (unfit !== null) return toMessage(unfit);
    if (!force && !dryRun && target.has(draft)) return existing(path);
  }
  return null;
}

/**
 * An office's folder is known by its booklet.yaml, and a year whose tables are not in the first form has to name theirs: where
 * there is none, one is written.
 */
async function writeBooklet(
  imported: readonly ImportedFile[],
  { folder, year, schemaFor }: Target,
  { cwd, projects, into = '', dryRun }: ImportOptions,
): Promise<Message[]> {
  const tables = imported.flatMap((file) => file.tables.filter(() => file.trouble === null));
  const first = tables.find(({ table }) => table.results === null) ?? tables[0];
  const path = join(folder, `${BOOKLET_STEM}.yaml`);
  const isThere = listNames(folder).some((name) => /^booklet\.ya?ml$/i.test(name));
  if (first === undefined || dryRun || isThere) return [];
  const used = new Map(tables.map(({ form: { kind, name } }) => [kind, name]));
  const named = [...used].filter(([kind, name]) => name !== USUAL_FORMS[kind]);
  if (into === '' && named.length === 0) return [];
  const office = splitOffice(into, { projects, year })
    .at(-1)
    ?.replace(/^\d+[-—_ ]*/, '');
  const unit = tables.flatMap(({ table }) =>
    ['单位', '填报单位'].flatMap((name) => table.about.get(name) ?? []).filter((text) => !isMoney(text)),
  )[0];
  const text = writeBookletSkeleton({
    title: `${year}年度${first.form.title}`,
    unit: unit || office || TO_FILL,
    year,
    forms: named.map(([kind, name]) => ({ kind, name })),
    schema: schemaFor('booklet'),
  });
  const file = showPath(cwd, path);
  return writeNew(path, text) ? [{ code: 'import/booklet', args: { file } }] : [];
}
