import { type Language, word } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';

/** What was read from a file that is to be imported, in the reader's language: for `--format json`, and for the page. */
export interface ImportReview {
  /** Its name as it is shown. */
  file: string;
  format: string | null;
  notes: string[];
  tables: ReviewedTable[];
  /** Why nothing of it can be written. */
  error: { code: string; message: string; hint?: string | undefined } | null;
}

export interface ReviewedTable {
  /** Where the draft is, or would be, as it is shown. */
  file: string;
  /** Below that of the goals: empty for goals themselves. */
  folder: string;
  stem: string;
  written: boolean;
  /** Where the table begins in the source. */
  place: string;
  form: string;
  name: string;
  code: string;
  notes: ReviewedNote[];
  /** What is above and below the indicators, by the form's own key. */
  facts: { key: string; before: PlacedText[]; after: { path: string; text: string }[] }[];
  rows: ReviewedRow[];
  /** The draft. */
  text: string;
}

export interface PlacedText {
  place: string;
  text: string;
}

export interface ReviewedRow {
  place: string;
  /** The cells of the source. */
  before: readonly string[];
  /** What they are in the draft, and under which keys. */
  after: readonly string[];
  keys: readonly string[];
}

export interface ReviewedNote {
  kind: 'repaired' | 'doubtful';
  code: string;
  place: string;
  /** With its place. */
  message: string;
  before: readonly string[];
  /** The row that it is about; null for one about the table. */
  row: number | null;
  /** Whether something of the source is not in the draft. */
  leftOut: boolean;
}

export function toError({ code, args }: Message, language: Language): NonNullable<ImportReview['error']> {
  const { text, hint } = word(code, args, language);
  return { code, message: text, hint };
}
