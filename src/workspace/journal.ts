import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listNames, toEnvironmentError } from './folder.ts';
import { readPlainFile } from './plain-file.ts';

const JOURNAL = /^\.jixiaoce-[0-9a-f]{16}\.journal$/;

/**
 * What a run is about to write, noted before it is written: were the run killed before its list of outputs is, the next one
 * would not know them, and they would never be removed.
 */
export interface Journal<Entry> {
  /** What runs that have ended noted and put into no list. Whether it was really written only its hash tells. */
  left: readonly [path: string, entry: Entry][];
  /** The same of runs for the same owner that are still at work. */
  others(): [path: string, entry: Entry][];
  /** The same of runs for another owner; their journals stay. */
  foreign: readonly { owner: string; left: readonly [path: string, entry: Entry][] }[];
  /** Throws EnvironmentError `out/…`; then the file is not to be written. */
  note(path: string, entry: Entry): void;
  /** The list is written: nothing has to be noted any more. */
  end(): void;
}

/**
 * Takes over an owner's journals of runs that have ended. `owner`: whose outputs they list, where a folder may be used for several.
 *
 * Two runs at once: each notes before it writes, and ends its journal after it has written the list. So a run that first asks for what
 * the `others` noted and then reads the list has everything that was written before.
 */
export function openJournal<Entry>(folder: string, owner = ''): Journal<Entry> {
  const own = join(folder, `.jixiaoce-${randomBytes(8).toString('hex')}.journal`);
  const find = () =>
    listNames(folder)
      .map((name) => join(folder, name))
      .filter((path) => JOURNAL.test(basename(path)) && path !== own)
      .map(readJournal<Entry>);
  const append = (text: string) => {
    try {
      // Another machine on the same disk may have taken it over.
      const head = existsSync(own) ? '' : `${JSON.stringify({ owner, ...RUN })}\n`;
      appendFileSync(own, head + text);
    } catch (cause) {
      throw toEnvironmentError(own, cause);
    }
  };
  const found = find();
  const ended = found.filter((journal) => journal.owner === owner && !isRunning(journal.run));
  const taken = ended.flatMap(({ left }) => left);
  if (taken.length > 0) append(taken.map((noted) => `${JSON.stringify(noted)}\n`).join(''));
  for (const { path } of ended) remove(path);
  return {
    left: taken,
    others: () => find().flatMap((journal) => (journal.owner === owner ? journal.left : [])),
    foreign: found.filter((journal) => journal.owner !== owner),
    note: (path, entry) => append(`\n${JSON.stringify([path, entry])}\n`),
    end: () => remove(own),
  };
}

function readJournal<Entry>(path: string) {
  const lines = readText(path).split('\n');
  return { path, ...parseHead(lines[0] ?? ''), left: lines.flatMap(parseLine<Entry>) };
}

/** The process of a run, and when it began, in milliseconds: in a container every run has the same number. */
const RUN = { pid: process.pid, began: Math.round(performance.timeOrigin) };

function isRunning({ pid, began }: typeof RUN): boolean {
  if (pid === RUN.pid) return began === RUN.began;
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readText(path: string): string {
  try {
    return readPlainFile(path)?.toString('utf8') ?? '';
  } catch {
    return '';
  }
}

function parseHead(line: string): { owner: string; run: typeof RUN } {
  let head: { owner?: unknown; pid?: unknown; began?: unknown } = {};
  try {
    head = Object(JSON.parse(line));
  } catch {
    // Killed while it wrote its first line.
  }
  const { owner, pid, began } = head;
  return {
    owner: typeof owner === 'string' ? owner : '',
    run: { pid: Number(pid) || 0, began: Number(began) || 0 },
  };
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
