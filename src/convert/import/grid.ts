import type { MessageCode } from '../../messages/wording.ts';
import type { Place, SourceCell, SourceRow } from '../../read/rows/source-row.ts';
import type { Message } from '../../report/diagnostic.ts';

/** The rows of a sheet, of a document with all its tables, or of a text. */
export interface SourceGrid {
  /** Of a sheet; empty for any other. */
  name: string;
  rows: readonly SourceRow[];
  /** Cells are kept apart by signs alone, so that they may have slid, and what was merged cannot be known. */
  isLoose: boolean;
}

/** A file as rows of cells, and what was noticed about it: what is hidden, a formula, a change that was tracked. */
export interface SourceDocument {
  grids: readonly SourceGrid[];
  notes: readonly Message[];
}

/** Why a file, or what is in it, cannot be imported. Caught where a file is read, and reported. */
export class Refusal extends Error {
  readonly sentence: Message;
  constructor(code: MessageCode, args: Record<string, string> = {}) {
    super(code);
    this.sentence = { code, args };
  }
}

/** Far beyond any file of tables. Measured before memory or time is spent on what is larger. */
export const LIMITS = {
  /** Bytes of a file. */
  file: 64 * 1024 ** 2,
  /** Bytes of one part of a package once it is unpacked. */
  part: 64 * 1024 ** 2,
  /** Bytes of all parts that are read. */
  parts: 128 * 1024 ** 2,
  /** Elements of one part. */
  elements: 2_000_000,
  /** Elements that are open at once: a table within a table opens six. */
  depth: 300,
  sheets: 2_000,
  rows: 10_000,
  columns: 200,
  /** Cells with something in them, of a whole file. */
  cells: 200_000,
  /** UTF-16 units of one cell. */
  text: 40_000,
} as const;

export function tooMany(what: 'sheets' | 'rows' | 'columns' | 'cells' | 'elements'): Refusal {
  return new Refusal(`import/too-many#${what}`, { limit: String(LIMITS[what]) });
}

/** Counts the cells of a file, and makes them. */
export function createCells() {
  let count = 0;
  return (text: string, place: Place, isMerged = false): SourceCell => {
    count += 1;
    if (count > LIMITS.cells) throw tooMany('cells');
    if (text.length > LIMITS.text) throw new Refusal('import/too-long', { limit: String(LIMITS.text) });
    const plain = withoutTags(text);
    return { text: trimCell(plain), place, isMerged, hadTags: plain !== text };
  };
}

const TAG =
  /<\/?(?:p|br|div|span|strong|b|em|i|u|font|table|tbody|tr|td|o:p|a|h\d|ul|ol|li)(?:\s[^<>]{0,500})?\/?>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  ge: '≥',
  le: '≤',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
};

/** A text that was copied out of a web page as its source. */
function withoutTags(text: string): string {
  const isMarkup = text.includes('<') && text.search(TAG) >= 0;
  if (!isMarkup && !/&(?:nbsp|ge|le|lt|gt|amp|quot|[lr]dquo);/.test(text)) return text;
  return text
    .replace(TAG, (tag) => (/^<(?:\/(?:p|div|tr|li|h\d)|br)/i.test(tag) ? '\n' : ''))
    .replace(/&([a-z]{2,5});/g, (written, name: string) => ENTITIES[name] ?? written);
}

/** Blanks of all kinds around lines, and empty lines. */
function trimCell(text: string): string {
  return text.includes('\n') || /^\s|\s$|[\u00a0\u200b\ufeff]/.test(text)
    ? text
        .replace(/[\u200b\ufeff]/g, '')
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
    : text;
}
