import type { Wording } from '../messages/catalogue.ts';
import { type Language, word } from '../messages/wording.ts';
import type { Editor } from './editor.ts';
import type { Importer, KeptTable } from './importer.ts';
import { asIndex, asRecord, asText, readRequest } from './operations.ts';
import type { WritingRoute } from './writing.ts';

/** Bytes: the longest text that a source may hold, and what is around it. */
const MOST = 64 * 1024;

/** Bytes: a file has at most ten thousand rows, each of which may be a table. */
const MOST_KEPT = 1024 * 1024;

const NOT_ASKED_SO = { status: 400, body: {} };

export interface Writers {
  editor: Editor;
  importer: Importer;
}

/** What the page can ask to be written, by the name behind `/-/write/`. */
export function createWritingRoutes(
  { editor, importer }: Writers,
  language: Language,
): Readonly<Record<string, WritingRoute>> {
  return {
    /** `edit/YEAR/STEM` */
    edit: {
      kind: 'json',
      most: MOST,
      answer: (path, body) => {
        const request = readRequest(body);
        const stem = path.at(-1) ?? '';
        return request ? editor.edit(path.slice(0, -1).join('/'), stem, request) : NOT_ASKED_SO;
      },
    },
    /** `undo` */
    undo: {
      kind: 'json',
      most: MOST,
      answer: (_, body) => {
        const id = asRecord(body)?.id;
        return typeof id === 'number' ? editor.undo(id) : NOT_ASKED_SO;
      },
    },
    /** `new/YEAR` */
    new: {
      kind: 'json',
      most: MOST,
      answer: (path, body) => {
        const name = asText(asRecord(body)?.name);
        return name === null ? NOT_ASKED_SO : editor.create(path.join('/'), name);
      },
    },
    /** `import/YEAR`: reads a file; nothing of it is written. */
    import: {
      kind: 'file',
      most: importer.most,
      tooLarge: { status: 413, body: sayTooLarge(importer.most, language) },
      busy: { status: 409, body: word('import/busy', {}, language) },
      begin: () => importer.begin(),
    },
    /** `keep`: writes drafts of the file that was read last. */
    keep: {
      kind: 'json',
      most: MOST_KEPT,
      answer: (_, body) => {
        const [id, tables] = [asText(asRecord(body)?.id), readKept(asRecord(body)?.tables)];
        return id === null || tables === null ? NOT_ASKED_SO : importer.keep(id, tables);
      },
    },
  };
}

/** Null for whatever is no list of drafts. */
function readKept(json: unknown): KeptTable[] | null {
  if (!Array.isArray(json)) return null;
  const kept = json.flatMap((one) => {
    const [index, over] = [asIndex(asRecord(one)?.index), asRecord(one)?.over];
    return index !== null && (over === null || typeof over === 'string') ? [{ index, over }] : [];
  });
  return kept.length === json.length ? kept : null;
}

/** `most`: bytes. */
export function sayTooLarge(most: number, language: Language): Wording {
  return word('import/too-large', { limit: String(most / 1024 ** 2) }, language);
}
