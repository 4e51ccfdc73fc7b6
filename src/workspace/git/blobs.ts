import type { Readable } from 'node:stream';
import { LIMITS } from '../../read/limits.ts';
import { startGit, toGitError } from './run-git.ts';

/**
 * The bytes of each blob, in the order of `ids`, all through one process and one after the other, for a history may be larger
 * than the memory; null for one that is not here or is too large for a source. The process ends when the caller stops asking. Throws
 * EnvironmentError `git/…`.
 */
export async function* readBlobs(
  cwd: string,
  ids: readonly string[],
): AsyncGenerator<[id: string, bytes: Buffer | null]> {
  if (ids.length === 0) return;
  const input = `${ids.join('\n')}\n`;
  const { child, ended, complaints } = startGit(['cat-file', '--batch'], cwd, { input });
  // Its end also ends the output, which the reader reports.
  ended.catch(() => {});
  const { readLine, read, skip } = readPieces(child.stdout, async () => {
    await ended;
    return toGitError(complaints() || 'cat-file', cwd);
  });
  try {
    for (const id of ids) {
      const size = Number(/ blob (\d+)$/.exec(await readLine())?.[1] ?? -1);
      if (size > LIMITS.file) await skip(size + 1);
      const isRead = size >= 0 && size <= LIMITS.file;
      yield [id, isRead ? (await read(size + 1)).subarray(0, size) : null];
    }
  } finally {
    child.kill();
  }
}

/** Lines and stretches of bytes out of a stream; `explain` says why it ended before them. */
function readPieces(stream: Readable, explain: () => Promise<Error>) {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const next = async (): Promise<Buffer> => {
    const { value, done } = await chunks.next();
    if (done) throw await explain();
    return value;
  };
  const read = async (length: number): Promise<Buffer> => {
    while (held.length < length) held = Buffer.concat([held, await next()]);
    const piece = held.subarray(0, length);
    held = held.subarray(length);
    return piece;
  };
  return {
    read,
    readLine: async (): Promise<string> => {
      while (!held.includes(0x0a)) held = Buffer.concat([held, await next()]);
      return (await read(held.indexOf(0x0a) + 1)).toString('utf8').trimEnd();
    },
    skip: async (length: number): Promise<void> => {
      let left = length - held.length;
      while (left > 0) {
        held = await next();
        left -= held.length;
      }
      held = held.subarray(held.length + left);
    },
  };
}
