import { type Dirent, existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { EnvironmentError } from '../util/environment-error.ts';

/** Reports that something under the watched folders changed; what it was is for the reader to see. */
export interface ChangeFeed {
  /**
   * Resolves at the next change, or at once when there was one since the last call. Rejects with the signal's reason.
   */
  next(signal: AbortSignal): Promise<void>;
  /** Milliseconds since the last change that was reported. */
  quietFor(): number;
  close(): Promise<void>;
}

/**
 * Milliseconds. chokidar swallows a second change of a file within 50 ms of the first, so after the last change that it
 * reported, everything is read once more.
 */
const SECOND_LOOK = 70;

/** Milliseconds between two looks whether a watched folder that was removed is back: chokidar does not see that itself. */
const REVIVAL = 250;

/**
 * Milliseconds between two looks at names and times. A file that goes and comes back quickly may be watched no longer, and
 * some network drives report nothing.
 */
const ROUND = 1000;

/** Files of editors, and everything that is neither a source nor part of the templates. */
const IGNORED = /^\.|~$|\.tmp$|\.swp$/;
const WATCHED = /\.(?:ya?ml|json|hbs|css|js)$/i;

/**
 * Watches folders and all that is in them. Resolves when every later change will be reported. `onTrouble`: the system watches no
 * more files, or not these; what is not watched is reported within a second.
 */
export async function createChangeFeed(
  folders: readonly string[],
  onTrouble: (trouble: EnvironmentError) => void,
): Promise<ChangeFeed> {
  // What the folders themselves are links to is watched; links inside them are not followed.
  const roots = folders.map((folder) => (existsSync(folder) ? realpathSync(folder) : folder));
  let hasChanged = false;
  let lastChange = 0;
  let onChange = () => {};
  let echo: NodeJS.Timeout | undefined;
  let revival: NodeJS.Timeout | undefined;
  let isClosed = false;
  const wake = () => {
    hasChanged = true;
    onChange();
  };
  const tellLater = () => {
    lastChange = performance.now();
    clearTimeout(echo);
    echo = setTimeout(wake, SECOND_LOOK);
  };
  const tell = () => {
    tellLater();
    wake();
  };
  const open = async (): Promise<FSWatcher> => {
    const watcher = watch([...roots], {
      ignoreInitial: true,
      // One that leads to its own folder has no end.
      followSymlinks: false,
      ignored: (path, stats) =>
        !roots.includes(path) &&
        (IGNORED.test(basename(path)) || (stats?.isFile() === true && !WATCHED.test(path))),
    });
    watcher.on('all', (_, path) => {
      tell();
      if (roots.includes(path) && !existsSync(path)) awaitRevival();
    });
    // What the system says, before anything is left out of it: of a file that is replaced at once chokidar may report nothing.
    // It says several things of each change, which are not worth a look each.
    watcher.on('raw', (_, path) => {
      if (path && WATCHED.test(path) && !IGNORED.test(basename(path))) tellLater();
    });
    watcher.on('error', (cause) => {
      const { code = String(cause) } = cause as NodeJS.ErrnoException;
      onTrouble(new EnvironmentError('watch/not-watched', { reason: code }, cause));
      tell();
    });
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    return watcher;
  };
  const awaitRevival = () => {
    clearTimeout(revival);
    revival = setTimeout(async () => {
      if (!roots.every((folder) => existsSync(folder))) return awaitRevival();
      await watcher.close();
      if (isClosed) return;
      watcher = await open();
      if (isClosed) await watcher.close();
      else tell();
    }, REVIVAL);
  };
  let watcher = await open();
  let seen = describeFiles(folders);
  const rounds = setInterval(() => {
    const now = describeFiles(folders);
    if (now !== seen) tell();
    seen = now;
  }, ROUND);

  return {
    next: (signal) =>
      new Promise((resolve, reject) => {
        const end = () => {
          signal.removeEventListener('abort', abort);
          onChange = () => {};
        };
        const abort = () => {
          end();
          reject(signal.reason);
        };
        const take = () => {
          end();
          hasChanged = false;
          resolve();
        };
        if (signal.aborted) return abort();
        if (hasChanged) return take();
        onChange = take;
        signal.addEventListener('abort', abort, { once: true });
      }),
    quietFor: () => performance.now() - lastChange,
    close: async () => {
      isClosed = true;
      clearTimeout(echo);
      clearTimeout(revival);
      clearInterval(rounds);
      await watcher.close();
    },
  };
}

/** The names, sizes and times of all that is watched, as one text. */
function describeFiles(folders: readonly string[]): string {
  return folders.flatMap(describeFolder).join('\n');
}

function describeFolder(folder: string): string[] {
  return listEntries(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (IGNORED.test(entry.name)) return [];
    if (entry.isDirectory()) return describeFolder(path);
    return WATCHED.test(entry.name) ? [describeFile(path)] : [];
  });
}

/** None of a folder that cannot be read. */
function listEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function describeFile(path: string): string {
  let stats: Stats | undefined;
  try {
    stats = statSync(path);
  } catch {
    // It went in this moment.
  }
  return `${path} ${stats?.size} ${stats?.mtimeMs} ${stats?.ino}`;
}
