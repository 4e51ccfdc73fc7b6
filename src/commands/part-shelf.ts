import { dirname, join } from 'node:path';
import { formatPart, type PartLabel, type PrintedPart, parsePart, readLabel } from '../print/printed-part.ts';
import {
  listNames,
  makeFolder,
  refuseLinks,
  removeAbandoned,
  removeEmpty,
  removeFile,
  writeWhole,
} from '../workspace/folder.ts';
import { findLink, lookAt, readPlainFile } from '../workspace/plain-file.ts';

/** Below `out`: a part for each table, and for what is before the tables of a volume, named as its outputs are. */
export const PART_FOLDER = '.parts';

const ENDING = '.part';

/** Parts of earlier runs. What is damaged, or of another fingerprint, counts as not there. */
export interface PartShelf {
  look(path: string, fingerprint: string): PartLabel | null;
  read(path: string, fingerprint: string): PrintedPart | null;
  /** Throws EnvironmentError `out/…`. */
  write(path: string, fingerprint: string, part: PrintedPart): Promise<void>;
  /**
   * Removes the parts in folders that are done, but for those that are wanted, by path, and what killed builds left half written.
   */
  clear(isDone: (folder: string) => boolean, isWanted: (path: string) => boolean, now: number): void;
}

/** `out`: an absolute path. */
export function openShelf(out: string): PartShelf {
  const place = (path: string) => `${PART_FOLDER}/${path}${ENDING}`;
  const open = <T>(path: string, parse: (file: Buffer) => T | null): T | null => {
    try {
      const file = findLink(out, place(path)) === null ? readPlainFile(join(out, place(path))) : null;
      return file && parse(file);
    } catch {
      return null;
    }
  };
  return {
    look: (path, fingerprint) => open(path, (file) => readLabel(file, fingerprint)),
    read: (path, fingerprint) => open(path, (file) => parsePart(file, fingerprint)),
    write: async (path, fingerprint, part) => {
      refuseLinks(out, place(path));
      makeFolder(dirname(join(out, place(path))));
      await writeWhole(join(out, place(path)), formatPart(part, fingerprint));
    },
    clear: (isDone, isWanted, now) => {
      const clearFolder = (folder: string) => {
        const absolute = join(out, PART_FOLDER, folder);
        if (lookAt(absolute)?.isDirectory() !== true) return;
        if (isDone(folder)) removeAbandoned(absolute, now);
        for (const name of listNames(absolute)) {
          const inside = folder === '' ? name : `${folder}/${name}`;
          const path = inside.slice(0, -ENDING.length);
          if (!name.endsWith(ENDING)) clearFolder(inside);
          else if (isDone(folder) && !isWanted(path)) removeFile(join(out, place(path)));
        }
        removeEmpty(absolute);
      };
      clearFolder('');
    },
  };
}
