import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../report/diagnostic.ts';
import { hashOf, makeFolder, readTextIfAny, refuseLinks, removeFile, writeWhole } from './folder.ts';
import { openJournal } from './journal.ts';
import { findLink, readHash } from './plain-file.ts';

/** Tells the next run which pictures are the program's own. A name that is unlikely to be taken: the folder may be in other use. */
export const PICTURE_LIST = '.jixiaoce-pictures.json';

const VERSION = 1;

const PICTURE = /^\d{4}\/[^/\\:]+-[前后]-\d+\.png$/;

/** `name`: year and file, e.g. `2022/项目-前-1.png`. Throws EnvironmentError `out/…`. */
export type WritePicture = (name: string, png: Buffer) => Promise<void>;

export interface PicturesKept {
  written: string[];
  removed: string[];
}

/**
 * Lends a folder that holds the pictures of one run. When `use` is done those of earlier runs that it did not write again are
 * removed, but for what somebody has changed or replaced since: only bytes that the list knows are the program's own. Nothing
 * is made where nothing is written.
 */
export async function withPictureFolder(
  folder: string,
  use: (write: WritePicture) => Promise<void>,
): Promise<PicturesKept> {
  const list = join(folder, PICTURE_LIST);
  refuseLinks(folder, PICTURE_LIST);
  const known = parseList(readTextIfAny(list));
  const journal = openJournal<string>(folder);
  for (const [name, hash] of journal.left) {
    if (PICTURE.test(name) && readPicture(folder, name) === hash) known.set(name, hash);
  }
  const written = new Set<string>();
  const removed: string[] = [];
  try {
    await use(async (name, png) => {
      const path = join(folder, name);
      refuseLinks(folder, name);
      makeFolder(dirname(path));
      journal.note(name, hashOf(png));
      await writeWhole(path, png);
      written.add(name);
      known.set(name, hashOf(png));
    });
    for (const [name, hash] of [...known].filter(([name]) => !written.has(name))) {
      if (readPicture(folder, name) === hash) {
        removeFile(join(folder, name));
        removed.push(name);
      }
      known.delete(name);
    }
  } finally {
    if (known.size > 0) await writeWhole(list, formatList(known));
    else if (existsSync(list)) removeFile(list);
    journal.end();
  }
  return { written: [...written].sort(compareText), removed: removed.sort(compareText) };
}

function readPicture(folder: string, name: string): string | null {
  return findLink(folder, name) === null ? readHash(join(folder, name)) : null;
}

/** Anybody may have edited it: what is no picture's name is not followed, and a list of another kind counts as none. */
function parseList(text: string | null): Map<string, string> {
  try {
    const { version, files } = JSON.parse(text ?? '{}') as { version?: number; files?: object };
    const entries = version === VERSION ? Object.entries(files ?? {}) : [];
    return new Map(entries.filter(([name, hash]) => PICTURE.test(name) && typeof hash === 'string'));
  } catch {
    return new Map();
  }
}

function formatList(files: ReadonlyMap<string, string>): string {
  const sorted = Object.fromEntries([...files].sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ version: VERSION, files: sorted }, null, 1)}\n`;
}
