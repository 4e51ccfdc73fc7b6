import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { type Checked, unitsOf } from '../compile.ts';
import { type Language, type MessageCode, word } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { makeFolder, writeWholeSync } from '../workspace/folder.ts';
import { writeNew } from '../workspace/new-file.ts';
import { refuseLink } from '../workspace/show-path.ts';
import { editSourceFile } from '../workspace/source-file.ts';
import { type LoggedEdit, revisionOf, type Undo } from './edit-log.ts';
import type { FileReader } from './file-reader.ts';
import { type ImportReview, type ReviewedTable, toError } from './import-review.ts';
import type { Answered, FileTurn, SentFile } from './writing.ts';

export interface ImporterOptions {
  /** Bytes of the largest file that is read. */
  most: number;
  cwd: string;
  projects: string;
  templates: string;
  language: Language;
  read: FileReader;
  /** Why a table of this name cannot be in the folder of `file`; null when it can. */
  refuseName(file: string, name: string): Message | null;
  /** Lists edits that can be undone, reads everything again, and shows it. */
  record(edits: Omit<LoggedEdit, 'id' | 'time'>[]): void;
}

/** A file in the place of a draft. */
export interface PresentFile {
  /** Of its text: a draft takes its place only as long as it says this. Null where none can. */
  revision: string | null;
  /** It is the draft already. */
  isSame: boolean;
}

/** A draft that the reader wants. */
export interface KeptTable {
  index: number;
  /** The revision of the file whose place it is to take; null where there is none. */
  over: string | null;
}

/** What became of it. */
export interface KeptOutcome {
  index: number;
  /** Where it is now; null when it was not written, and then why. */
  at: { year: string; stem: string } | null;
  text: string;
  present: PresentFile | null;
}

/** Imports files for the page: one is read at a time, and its drafts are remembered until the next one is. */
export interface Importer extends Pick<ImporterOptions, 'most'> {
  /** Null while another file is being read. */
  begin(): FileTurn | null;
  keep(id: string, tables: readonly KeptTable[]): Answered;
  /** Ends what is being read. */
  close(): Promise<void>;
}

/** The drafts that somebody is looking at. `folder`: that of their goals, as it is shown; `year` its path in the list. */
interface OpenReview {
  id: string;
  file: string;
  year: string;
  folder: string;
  tables: readonly ReviewedTable[];
}

export function createImporter(look: () => Checked, options: ImporterOptions): Importer {
  const { cwd, projects, templates, language } = options;
  let open: OpenReview | null = null;
  let reading: { ending: AbortController; ended: Promise<void> } | null = null;

  const answer = (status: number, { code, args }: Message): Answered => ({
    status,
    body: word(code, args, language),
  });

  const sendTrouble = (error: unknown) => answer(422, asTrouble(error));

  const presentOf = (review: OpenReview, table: ReviewedTable): PresentFile | null => {
    const file = fileOf(review, table);
    const text = look().texts.get(file);
    if (text !== undefined) return { revision: revisionOf(text), isSame: text === table.text };
    return options.refuseName(file, table.stem) === null ? null : { revision: null, isSame: false };
  };

  const read = async (path: string[], { name, bytes }: SentFile, signal: AbortSignal): Promise<Answered> => {
    const wanted = path.join('/');
    const goals = look().years.find((year) => unitsOf(year).some((unit) => unit.path === wanted));
    if (goals === undefined) return answer(404, { code: 'edit/gone', args: {} });
    const [year = '', ...offices] = goals.path.split('/');
    const order = { cwd, projects, templates, language, year, into: offices.join('/'), name };
    const read = await options.read(order, bytes, signal);
    const made: ImportReview =
      'tables' in read
        ? read
        : { ...{ file: name, format: null, notes: [], tables: [] }, error: toError(read, language) };
    const { path: place, folder } = goals;
    const review = {
      id: randomBytes(12).toString('base64url'),
      ...{ file: name, year: place, folder },
      tables: made.error === null ? made.tables : [],
    };
    open = review;
    const present = review.tables.map((table) => presentOf(review, table));
    return { status: 200, body: { ...made, tables: review.tables, id: review.id, year: place, present } };
  };

  /** Writes one draft, as `import` does. */
  const write = (review: OpenReview, table: ReviewedTable, over: string | null) => {
    const { stem, text, folder: below } = table;
    const file = fileOf(review, table);
    const path = resolve(cwd, file);
    for (const above of [resolve(cwd, review.folder), dirname(path)]) refuseLink(cwd, above);
    const year = below === '' ? review.year : `${review.year}/${below}`;
    const log = (code: MessageCode, undo: Undo) => {
      const did = { code, args: { file: review.file, name: stem } };
      return { year, stem, did, file, revision: revisionOf(text), undo };
    };
    if (over === null) {
      const refusal = options.refuseName(file, stem);
      if (refusal !== null) return { refusal };
      makeFolder(dirname(path));
      const isNew = writeNew(path, text);
      return isNew
        ? { entry: log('edit/did-import', { kind: 'remove' }) }
        : { refusal: { code: 'new/exists', args: {} } };
    }
    const now = look().texts.get(file) ?? '';
    const old = revisionOf(now) === over ? editSourceFile(path, now, []) : null;
    if (old === null) return { refusal: { code: 'edit/changed', args: {} } };
    writeWholeSync(path, text, old.mode);
    const groups = [[{ start: 0, end: text.length, text: old.before }]];
    return { entry: log('edit/did-import#over', { kind: 'edit', groups }) };
  };

  return {
    most: options.most,
    begin: () => {
      if (reading !== null) return null;
      let release = () => {};
      const ended = new Promise<void>((resolve) => {
        release = resolve;
      });
      const ending = new AbortController();
      reading = { ending, ended };
      return {
        answer: (path, file, signal) =>
          read(path, file, AbortSignal.any([signal, ending.signal])).catch(sendTrouble),
        end: () => {
          reading = null;
          release();
        },
      };
    },
    // Without a pause: what is watched is compiled again once, not for each file.
    keep: (id, tables) => {
      const review = open;
      if (review === null || review.id !== id) return answer(409, { code: 'import/other-review', args: {} });
      const entries: Omit<LoggedEdit, 'id' | 'time'>[] = [];
      const outcomes: KeptOutcome[] = [];
      for (const { index, over } of tables) {
        const table = review.tables[index];
        if (table === undefined) continue;
        const written = attempt(() => write(review, table, over));
        if ('entry' in written) {
          const { entry } = written;
          entries.push(entry);
          outcomes.push({ index, at: { year: entry.year, stem: entry.stem }, text: '', present: null });
        } else {
          const { code, args } = written.refusal;
          outcomes.push({ index, at: null, text: word(code, args, language).text, present: null });
        }
      }
      options.record(entries);
      for (const outcome of outcomes) {
        const table = review.tables[outcome.index];
        if (outcome.at === null && table !== undefined) outcome.present = presentOf(review, table);
      }
      return { status: 200, body: { tables: outcomes } };
    },
    close: async () => {
      reading?.ending.abort();
      await reading?.ended;
    },
  };
}

function fileOf({ folder: goals }: OpenReview, { folder, stem }: ReviewedTable): string {
  return [goals, folder, `${stem}.yaml`].filter((part) => part !== '').join('/');
}

function attempt<T>(run: () => T): T | { refusal: Message } {
  try {
    return run();
  } catch (error) {
    return { refusal: asTrouble(error) };
  }
}

/** A bug is thrown again. */
function asTrouble(error: unknown): EnvironmentError {
  if (error instanceof EnvironmentError) return error;
  throw error;
}
