import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bytes. Nothing that this program writes is larger; a device in its place may be endless. */
const LARGEST = 1024 ** 3;

const PIECE = 1024 * 1024;

/** Never waits for the other end of a pipe, and follows no link, where the system knows how. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The pieces of a plain file. Whatever else has the name, a link, a device, a pipe, a folder, or a file without end, is not
 * opened and has none: undefined, as when there is nothing.
 */
function* readPieces(path: string): Generator<Buffer, true | undefined> {
  if (lookAt(path)?.isFile() !== true) return undefined;
  const file = openSync(path, FLAGS);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > LARGEST) return undefined;
    // The byte beyond its size is where its end is seen.
    let room = Buffer.allocUnsafe(Math.min(PIECE, stats.size + 1));
    for (let left = LARGEST; left > 0; ) {
      const length = readSync(file, room, 0, room.length, null);
      if (length === 0) return true;
      left -= length;
      yield room.subarray(0, length);
      room = length < room.length ? room.subarray(length) : Buffer.allocUnsafe(PIECE);
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** The bytes of a plain file; null for anything else. Throws what the system says of one that cannot be read. */
export function readPlainFile(path: string): Buffer | null {
  const pieces: Buffer[] = [];
  return take(path, (piece) => pieces.push(piece)) ? Buffer.concat(pieces) : null;
}

/** The hash of a plain file's bytes; null for anything else, and for one that cannot be read. */
export function readHash(path: string): string | null {
  const hash = createHash('sha256');
  try {
    return take(path, (piece) => hash.update(piece)) ? hash.digest('hex') : null;
  } catch {
    return null;
  }
}

function take(path: string, onPiece: (piece: Buffer) => void): boolean {
  const pieces = readPieces(path);
  let next = pieces.next();
  for (; next.done !== true; next = pieces.next()) onPiece(next.value);
  return next.value === true;
}

/** The first folder between `root`, itself included, and a path below it that is a link; null when there is none. */
export function findLink(root: string, path: string): string | null {
  const parts = path.split('/').slice(0, -1);
  const folders = ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
  return (
    folders.map((folder) => join(root, folder)).find((folder) => lookAt(folder)?.isSymbolicLink()) ?? null
  );
}

/** The nearest folder at or above a path that exists. */
export function nearestFolder(path: string): string {
  let folder = path;
  while (lookAt(folder) === undefined && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** What has a name, itself and not what it leads to; undefined when nothing has, or it cannot be looked at. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
