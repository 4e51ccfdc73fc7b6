import { randomBytes } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listNames, toEnvironmentError } from './folder.ts';
import { readPlainFile } from './plain-file.ts';

const JOURNAL = /^\.jixiaoce-[0-9a-f]{16}\.journal$/;

/**
 * What a run is about to write, noted before it is written: were the run killed before its list of outputs is, the next one
 * would not know them, and they would stay for ever.
 */
export interface Journal<Entry> {
  /** What runs before this one noted and put into no list. Whether it was really written only its hash tells. */
  left: readonly [path: string, entry: Entry][];
  /** The same of runs for another owner; their journals stay. */
  foreign: readonly { owner: string; left: readonly [path: string, entry: Entry][] }[];
  /** Throws EnvironmentError `out/…`; then the file is not to be written. */
  note(path: string, entry: Entry): void;
  /** The list is written: nothing has to be noted any more. */
  end(): void;
}

/**
 * Takes over an owner's journals that stand in a folder; a run that is still alive goes on in a new one. `owner`: whose outputs
 * they list, where a folder may be used for several.
 */
export function openJournal<Entry>(folder: string, owner = ''): Journal<Entry> {
  const own = join(folder, `.jixiaoce-${randomBytes(8).toString('hex')}.journal`);
  const found = listNames(folder)
    .filter((name) => JOURNAL.test(name))
    .map((name) => readJournal<Entry>(join(folder, name)));
  const mine = found.filter((journal) => journal.owner === owner);
  let isBegun = false;
  const append = (text: string) => {
    try {
      appendFileSync(own, isBegun ? text : `${JSON.stringify({ owner })}\n${text}`);
      isBegun = true;
    } catch (cause) {
      throw toEnvironmentError(own, cause);
    }
  };
  const left = mine.flatMap((journal) => journal.left);
  if (left.length > 0) append(left.map((noted) => `${JSON.stringify(noted)}\n`).join(''));
  for (const { path } of mine) remove(path);
  return {
    left,
    foreign: found.filter((journal) => journal.owner !== owner),
    note: (path, entry) => append(`\n${JSON.stringify([path, entry])}\n`),
    end: () => remove(own),
  };
}

function readJournal<Entry>(path: string) {
  const lines = readText(path).split('\n');
  return { path, owner: parseOwner(lines[0] ?? ''), left: lines.flatMap(parseLine<Entry>) };
}

function readText(path: string): string {
  try {
    return readPlainFile(path)?.toString('utf8') ?? '';
  } catch {
    return '';
  }
}

function parseOwner(line: string): string {
  try {
    const { owner } = JSON.parse(line) as { owner?: unknown };
    return typeof owner === 'string' ? owner : '';
  } catch {
    return '';
  }
}

/** The run may have been killed within a line. */
function parseLine<Entry>(line: string): [string, Entry][] {
  try {
    const [path, entry] = JSON.parse(line) as [unknown, Entry];
    return typeof path === 'string' ? [[path, entry]] : [];
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder has the name, or the disk is read only by now: the next run takes it over.
  }
}
