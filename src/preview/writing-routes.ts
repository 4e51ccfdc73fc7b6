import type { Editor } from './editor.ts';
import { asRecord, asText, readRequest } from './operations.ts';
import type { WritingRoute } from './writing.ts';

/** Bytes: the longest text that a source may hold, and what is around it. */
const MOST = 64 * 1024;

const NOT_ASKED_SO = { status: 400, body: {} };

/** What the page can ask to be written, by the name behind `/-/write/`. */
export function createWritingRoutes(editor: Editor): Readonly<Record<string, WritingRoute>> {
  return {
    /** `edit/YEAR/STEM` */
    edit: {
      most: MOST,
      answer: (path, body) => {
        const request = readRequest(body);
        const stem = path.at(-1) ?? '';
        return request ? editor.edit(path.slice(0, -1).join('/'), stem, request) : NOT_ASKED_SO;
      },
    },
    /** `undo` */
    undo: {
      most: MOST,
      answer: (_, body) => {
        const id = asRecord(body)?.id;
        return typeof id === 'number' ? editor.undo(id) : NOT_ASKED_SO;
      },
    },
    /** `new/YEAR` */
    new: {
      most: MOST,
      answer: (path, body) => {
        const name = asText(asRecord(body)?.name);
        return name === null ? NOT_ASKED_SO : editor.create(path.join('/'), name);
      },
    },
  };
}
