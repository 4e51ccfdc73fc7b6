import type { ImportedFile, ImportedTable } from '../commands/import.ts';
import type { TableDraft } from '../convert/import/draft.ts';
import { TREE_KEY } from '../form/form.ts';
import { ROWS_KEY } from '../form/results-form.ts';
import type { Value } from '../format/layout.ts';
import { type Language, word } from '../messages/wording.ts';
import {
  type ImportReview,
  type ReviewedNote,
  type ReviewedTable,
  toError,
} from '../preview/import-review.ts';
import type { Note } from '../read/rows/source-row.ts';
import type { Message } from '../report/diagnostic.ts';

/** Notes that name something which is not in the draft. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'import/unused',
  'import/no-column',
  'import/twice',
  'import/scores-left',
  'import/fact-differs',
  'import/other-form',
]);

export function toReview(imported: ImportedFile, language: Language): ImportReview {
  const { file, format, notes, tables, trouble } = imported;
  return {
    file,
    format,
    notes: notes.map((note) => say(note, language)),
    tables: tables.map((table) => toReviewedTable(table, language)),
    error: trouble === null ? null : toError(trouble, language),
  };
}

function toReviewedTable(table: ImportedTable, language: Language): ReviewedTable {
  const rowOf = new Map(table.rows.flatMap(({ notes }, index) => notes.map((note) => [note, index])));
  const toNote = (note: Note): ReviewedNote => ({
    kind: note.kind,
    code: note.code,
    place: say(note.place, language),
    message: sayNote(note, language),
    before: note.before,
    row: rowOf.get(note) ?? null,
    leftOut: LEFT_OUT.has(note.code),
  });
  return {
    file: table.path,
    folder: table.folder,
    stem: table.stem,
    written: table.isWritten,
    place: say(table.table.place, language),
    form: table.form.name,
    name: table.name,
    code: table.code,
    notes: table.notes.map(toNote),
    facts: toFacts(table, language),
    rows: table.rows.map(({ row, keys, after }) => ({
      place: say(row.place, language),
      before: row.before,
      after,
      keys,
    })),
    text: table.text,
  };
}

/** Those of the draft in its order, then those of the source that are not in it. */
function toFacts({ entries, table }: TableDraft, language: Language): ReviewedTable['facts'] {
  const written = entries.filter(({ key }) => key !== TREE_KEY && key !== ROWS_KEY);
  const keys = new Set([...written, ...table.facts].flatMap(({ key }) => key ?? []));
  return [...keys].map((key) => ({
    key,
    before: table.facts
      .filter((fact) => fact.key === key)
      .map(({ place, text }) => ({ place: say(place, language), text })),
    after: written.filter((entry) => entry.key === key).flatMap(({ value }) => listTexts(value, '')),
  }));
}

function listTexts(value: Value, path: string): { path: string; text: string }[] {
  if (value.kind === 'text' || value.kind === 'raw') return [{ path, text: value.text }];
  return value.entries.flatMap(({ key, value: below }, index) =>
    listTexts(below, [path, key ?? String(index + 1)].filter(Boolean).join(' ')),
  );
}

export function say({ code, args }: Message, language: Language): string {
  return word(code, args, language).text;
}

/** Its place and what it says, as one sentence. */
export function sayNote(note: Note, language: Language): string {
  return `${say(note.place, language)}${language === 'zh' ? '' : ': '}${say(note, language)}`;
}
