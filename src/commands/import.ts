import { basename, extname, join, resolve } from 'node:path';
import { type TableDraft, toDraft } from '../convert/import/draft.ts';
import { Refusal, type SourceDocument } from '../convert/import/grid.ts';
import { doubtful } from '../convert/import/note.ts';
import { formatOfFile, readDocument } from '../convert/import/read-file.ts';
import { recognize } from '../convert/import/recognize.ts';
import { toResultsDraft } from '../convert/import/results-draft.ts';
import { FIRST_FORM, type Form } from '../form/form.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { writeBookletSkeleton } from '../format/booklet-skeleton.ts';
import type { Forms } from '../read/forms.ts';
import { mergedForm } from '../read/results/to-table.ts';
import { BOOKLET_STEM, isSourceName } from '../read/source.ts';
import type { Sentence } from '../report/sentence.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { refuseLink, showPath } from '../workspace/disk.ts';
import { makeFolder, readTextIfAny, removeFile, writeWhole } from '../workspace/folder.ts';
import { readGivenFile } from '../workspace/input-file.ts';
import { writeNew } from '../workspace/new-file.ts';
import { convertFiles, findOfficeSuite } from '../workspace/office-suite.ts';
import { listNames } from '../workspace/year-folder.ts';
import { openForms } from './context.ts';
import { chooseYear, formOfFolder, refusePlace, schemaFrom, splitOffice } from './new-draft.ts';

export interface ImportOptions {
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  /** The program's own when not given. */
  templates?: string | undefined;
  /** The newest year there is when it is not given. */
  year?: string | undefined;
  /** An office's folder below the year. */
  into?: string | undefined;
  /** Files that are there are replaced. */
  force: boolean;
  /** Nothing is written. */
  dryRun: boolean;
  /** Paths as the command line gave them, or files that are in memory already. */
  files: readonly (string | GivenFile)[];
  env: NodeJS.ProcessEnv;
}

export interface GivenFile {
  /** Without a folder. */
  name: string;
  bytes: Uint8Array;
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
  notes: Sentence[];
  tables: ImportedTable[];
  /** Why nothing of it was written; null when all is well. */
  trouble: Sentence | null;
}

export interface Imported {
  files: ImportedFile[];
  /** Where the tables are, as it is shown. */
  folder: string;
  /** What else was written, and what to do next. */
  told: Sentence[];
}

interface Target {
  folder: string;
  year: string;
  forms: Forms;
  /** Those that a table may be in: the folder's own where it has one. */
  candidates: readonly Form[];
}

/** Reads tables from files of offices and writes drafts of sources. Throws EnvironmentError. */
export async function importFiles(options: ImportOptions): Promise<Imported> {
  const { cwd, files, into = '' } = options;
  if (files.length === 0) throw new EnvironmentError('import/no-files');
  const year = chooseYear(options);
  const yearFolder = join(resolve(cwd, options.projects), year);
  refuseLink(cwd, yearFolder);
  const folder = join(yearFolder, ...splitOffice(into));
  refuseLink(cwd, folder);
  const forms = openForms(cwd, options.templates);
  const target = { folder, year, forms, candidates: listCandidates(options, folder, forms) };
  const read = await readFiles(options);
  const imported: ImportedFile[] = [];
  const taken = new Set<string>();
  for (const one of read) imported.push(await importOne(one, target, taken, options));
  const booklet = await writeBooklet(imported, target, options);
  return { files: imported, folder: showPath(cwd, folder), told: booklet };
}

/** A folder whose year is described, or that has tables, has its form; any other takes that of its first tables. */
function listCandidates(options: ImportOptions, folder: string, forms: Forms): Form[] {
  const { form } = formOfFolder(options, folder, '', forms);
  const isBegun = form.name !== FIRST_FORM || listNames(folder).some(isSourceName);
  const sound = forms.listSound().map((known) => known.form);
  const goals = isBegun ? [form] : sound.filter(({ kind }) => kind === 'goal');
  return [...goals, ...sound.filter(({ kind }) => kind === 'department')];
}

/** The forms of results, over the goals of the folder; those of monitoring where the file says which month. */
function listResults(document: SourceDocument, { forms, candidates }: Target) {
  const [goals] = candidates;
  const texts = document.grids.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? '')),
  );
  const month = Number(texts.map((text) => MONTHS.exec(text)?.[1]).find(Boolean) ?? 0) || null;
  if (goals === undefined) return [];
  const { names, find } = forms.results();
  return names.flatMap((name) => {
    const known = find(name);
    if (known === null || (known.form.kind === 'monitoring' && month === null)) return [];
    const isMonitoring = known.form.kind === 'monitoring';
    return [{ known, month, form: mergedForm(known.form)(goals, isMonitoring ? month : null) }];
  });
}

/** 1-7月执行数 */
const MONTHS = /1月?\s?[-–—~～至到]\s?(1[0-2]|[2-9])月/u;

interface ReadFile {
  /** Its bytes, where it is to be converted first. */
  foreign?: { bytes: Uint8Array; to: 'xlsx' | 'docx' };
  file: string;
  format: string | null;
  document: SourceDocument | null;
  notes: Sentence[];
  trouble: Sentence | null;
}

/** The cells of each file. Those in other formats are converted together: LibreOffice takes a second to start. */
async function readFiles({ cwd, files, env }: ImportOptions): Promise<ReadFile[]> {
  const read = files.map((file): ReadFile => {
    const shown = typeof file === 'string' ? showPath(cwd, resolve(cwd, file)) : file.name;
    const base: ReadFile = { file: shown, format: null, document: null, notes: [], trouble: null };
    return attempt(base, () => {
      const bytes = typeof file === 'string' ? readGivenFile(cwd, file) : file.bytes;
      if (bytes === null) throw new Refusal('import/missing');
      const format = formatOfFile(bytes, basename(shown));
      if (typeof format !== 'string') {
        const ending = extname(shown).slice(1).toLowerCase();
        return { ...base, format: ending, foreign: { bytes, to: format.foreign } };
      }
      const document = readDocument(bytes, format);
      return { ...base, format, document, notes: [...document.notes] };
    });
  });
  for (const to of ['xlsx', 'docx'] as const) {
    const waiting = read.filter(({ foreign }) => foreign?.to === to);
    if (waiting.length === 0) continue;
    const program = findOfficeSuite(env);
    const inputs = waiting.map(({ foreign, format }) => ({
      bytes: foreign?.bytes ?? new Uint8Array(),
      ending: /^[a-z]{1,5}$/.test(format ?? '') ? (format ?? '') : 'bin',
    }));
    const converted = program === null ? null : await convertFiles(program, inputs, to);
    for (const [index, one] of waiting.entries()) {
      const bytes = converted?.[index] ?? null;
      const code = converted === null ? 'import/no-office' : 'import/not-converted';
      if (bytes === null) one.trouble = { code, args: { format: to } };
      else {
        const mended = attempt(one, () => {
          const document = readDocument(bytes, to);
          return {
            ...one,
            document,
            notes: [{ code: 'import/converted', args: { format: to } }, ...document.notes],
          };
        });
        Object.assign(one, mended);
      }
    }
  }
  return read;
}

function attempt(base: ReadFile, run: () => ReadFile): ReadFile {
  try {
    return run();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { ...base, trouble: refusal.sentence };
  }
}

async function importOne(
  { file, format, document, notes, trouble }: ReadFile,
  target: Target,
  taken: Set<string>,
  options: ImportOptions,
): Promise<ImportedFile> {
  const failed = (sentence: Sentence, tables: ImportedTable[] = []): ImportedFile => {
    return { file, format, notes, tables, trouble: sentence };
  };
  if (document === null) return failed(trouble ?? { code: 'import/damaged', args: {} });
  const results = listResults(document, target);
  const { tables, notes: more } = recognize(document, [
    ...target.candidates,
    ...results.map(({ form }) => form),
  ]);
  if (tables.length === 0) return failed({ code: 'import/no-tables', args: {} });
  const stem = basename(file, extname(file));
  const place = (draft: TableDraft): ImportedTable => {
    const path = join(target.folder, draft.folder, `${draft.stem}.yaml`);
    return { ...draft, path: showPath(options.cwd, path), isWritten: false };
  };
  const drafts = tables.map((table, index) => {
    const { words } = target.forms.find(table.form.name) ?? target.forms.first;
    const written = table.about.get('年度')?.replace(/\D/g, '') ?? '';
    if (written !== '' && written !== target.year)
      table.notes.push(doubtful(table.place, 'import/other-year', { written, year: target.year }));
    const count = tables.length === 1 ? '' : `（${index + 1}）`;
    const fallback = table.sheet === '' || /^sheet\d*$/i.test(table.sheet) ? `${stem}${count}` : table.sheet;
    const result = results.find(({ form }) => form === table.form);
    if (result === undefined) {
      const schema = schemaFrom(target.folder, table.form);
      return place(toDraft(table, { schema, words, fallback }));
    }
    const month = result.known.form.kind === 'monitoring' ? result.month : null;
    const folder = join(target.folder, month === null ? '自评' : `监控/${month}月`);
    const made = { schema: schemaFrom(folder, table.form), words: result.known.words, fallback };
    return place(toResultsDraft(table, result.known.form, month, made));
  });
  for (const draft of drafts.filter(({ folder }) => folder !== '')) {
    const isThere =
      taken.has(keyOf({ ...draft, folder: '' })) || listNames(target.folder).includes(`${draft.stem}.yaml`);
    const code = 'import/no-goal';
    if (!isThere) more.push({ code, args: { stem: draft.stem } });
  }
  const all = [...notes, ...more];
  const refused = refuse(drafts, target, taken, options);
  if (refused !== null) return { ...failed(refused, drafts), notes: all };
  for (const draft of drafts) taken.add(keyOf(draft));
  if (!options.dryRun) {
    const inTheWay = await writeAll(drafts, target.folder, options.force);
    if (inTheWay !== null) return { ...failed(existing(inTheWay), drafts), notes: all };
  }
  const isWritten = !options.dryRun;
  return {
    file,
    format,
    notes: all,
    tables: drafts.map((draft) => ({ ...draft, isWritten })),
    trouble: null,
  };
}

/** Windows takes names in other letters' case for the same. */
function keyOf({ folder, stem }: TableDraft): string {
  return `${folder}/${stem}`.toLowerCase();
}

function existing(file: string): Sentence {
  return { code: 'import/exists', args: { file } };
}

/** Why the tables of a file cannot be written, or null. */
function refuse(
  drafts: readonly ImportedTable[],
  { folder }: Target,
  taken: ReadonlySet<string>,
  { force, dryRun }: ImportOptions,
): Sentence | null {
  const own = new Set<string>();
  for (const draft of drafts) {
    const { stem, path, text } = draft;
    const key = keyOf(draft);
    if (own.has(key) || taken.has(key)) return { code: 'import/same-name', args: { stem } };
    own.add(key);
    const [refused] = refusePlace({ file: path, stem, text }, join(folder, draft.folder));
    if (refused === undefined) continue;
    if (refused.code !== 'new/exists') return { code: refused.wording, args: refused.args };
    if (!force && !dryRun) return existing(path);
  }
  return null;
}

/** Writes all of them, or none: the file that another program wrote meanwhile, or null. */
async function writeAll(
  drafts: readonly ImportedTable[],
  folder: string,
  force: boolean,
): Promise<string | null> {
  const undo: (() => void | Promise<void>)[] = [];
  const takeBack = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    for (const { stem, folder: below, path: shown, text } of drafts) {
      makeFolder(join(folder, below));
      const path = join(folder, below, `${stem}.yaml`);
      const old = force ? readTextIfAny(path) : null;
      if (old !== null) {
        await writeWhole(path, text);
        undo.push(() => writeWhole(path, old));
      } else if (await writeNew(path, text)) undo.push(() => removeFile(path));
      else {
        await takeBack();
        return shown;
      }
    }
  } catch (trouble) {
    await takeBack();
    throw trouble;
  }
  return null;
}

/**
 * An office's folder is known by its booklet.yaml, and a year whose tables are not in the first form has to name theirs: where
 * there is none, one is written.
 */
async function writeBooklet(
  imported: readonly ImportedFile[],
  { folder, year }: Target,
  { cwd, into = '', dryRun }: ImportOptions,
): Promise<Sentence[]> {
  const tables = imported.flatMap((file) => file.tables.filter(() => file.trouble === null));
  const [first] = tables;
  const path = join(folder, `${BOOKLET_STEM}.yaml`);
  const isThere = listNames(folder).some((name) => /^booklet\.ya?ml$/i.test(name));
  if (first === undefined || dryRun || isThere) return [];
  const { form } = first;
  if (into === '' && form.name === FIRST_FORM) return [];
  const office = splitOffice(into)
    .at(-1)
    ?.replace(/^\d+[-—_ ]*/, '');
  const unit = tables.flatMap(({ table }) => table.about.get('单位') ?? table.about.get('填报单位') ?? [])[0];
  const text = writeBookletSkeleton({
    title: `${year}年度${form.title}`,
    unit: unit || office || TO_FILL,
    year,
    forms: form.name === FIRST_FORM ? [] : [{ kind: 'goal', name: form.name }],
    schema: schemaFrom(folder, 'booklet'),
  });
  const file = showPath(cwd, path);
  return (await writeNew(path, text)) ? [{ code: 'import/booklet', args: { file } }] : [];
}
