import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { MachineTrouble } from '../trouble.ts';
import { askGit, GIT_ENVIRONMENT, runGit, showText } from './git-runner.ts';
import { LARGEST_SOURCE } from './source.ts';

/** A commit, as it is shown. */
export interface Revision {
  commit: string;
  /** Of the commit, as YYYY-MM-DDThh:mm:ss+hh:mm. */
  date: string;
  author: string;
  /** The first line of its message. */
  subject: string;
}

/** A YAML file as a commit left it. */
export interface PastFile {
  revision: Revision;
  /** From the top of the repository, with forward slashes. */
  path: string;
  bytes: Buffer;
}

/**
 * What there is to ask: no program, no repository, one of another user that git does not trust, one whose older commits were
 * not fetched, or all of it.
 */
export type GitCondition = 'missing' | 'no-repository' | 'not-trusted' | 'shallow' | 'ready';

export async function readGitCondition(folder: string): Promise<GitCondition> {
  if ((await askGit(folder, ['--version'])) === null) return 'missing';
  try {
    const isShallow = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
    return isShallow.toString().trim() === 'true' ? 'shallow' : 'ready';
  } catch (error) {
    const { reason = '' } = error instanceof MachineTrouble ? error.args : {};
    return reason.includes('dubious ownership') ? 'not-trusted' : 'no-repository';
  }
}

/**
 * Every version of every YAML file that a branch, a tag or HEAD reaches, the newest first, wherever in the repository it
 * stood and whatever it was called. Two processes serve all of it. Throws MachineTrouble `repository/failed`.
 */
export async function* readHistory(folder: string): AsyncGenerator<PastFile> {
  const versions = await listVersions(folder);
  for await (const [id, bytes] of readBlobs(folder, [...versions.keys()])) {
    const version = versions.get(id);
    if (version) yield { ...version, bytes };
  }
}

/** Blob → the newest commit that has it. A merge counts with what neither of its parents had. */
async function listVersions(folder: string): Promise<Map<string, Omit<PastFile, 'bytes'>>> {
  const hasHead = (await askGit(folder, ['rev-parse', '--quiet', '--verify', 'HEAD'])) !== null;
  const output = await runGit(folder, [
    'log',
    ...['--branches', '--tags', '--remotes', ...(hasHead ? ['HEAD'] : [])],
    ...['--date-order', '--full-history', '--no-show-signature', '--encoding=UTF-8'],
    ...['-z', '--raw', '-c', '--no-renames', '--no-abbrev', '--format=%H%x00%cI%x00%an%x00%s'],
    ...['--', ':(top,icase)*.yaml'],
  ]);
  const fields = output.toString('utf8').split('\0');
  const versions = new Map<string, Omit<PastFile, 'bytes'>>();
  for (let at = 0; at + 3 < fields.length; ) {
    const [commit = '', date = '', author = '', subject = ''] = fields.slice(at, at + 4);
    at += 4;
    const revision = { commit: commit.trim(), date, author: showText(author), subject: showText(subject) };
    // Before what a merge changed there is one more.
    while (fields[at] === '') at += 1;
    for (; /^\n?:/.test(fields[at] ?? ''); at += 2) {
      // `:modes ids status`, with one mode and one id for each parent and, last, the commit's own.
      const words = (fields[at] ?? '').trim().split(' ');
      const id = words.at(-2) ?? '';
      if (!/^0+$/.test(id) && !versions.has(id)) versions.set(id, { revision, path: fields[at + 1] ?? '' });
    }
  }
  return versions;
}

/** The bytes of each blob that is here and may be a source. Whoever stops asking ends the process. */
async function* readBlobs(
  folder: string,
  ids: readonly string[],
): AsyncGenerator<[id: string, bytes: Buffer]> {
  if (ids.length === 0) return;
  const child = spawn('git', ['cat-file', '--batch'], {
    cwd: folder,
    env: { ...process.env, ...GIT_ENVIRONMENT },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  // Both end the output, too, which the reader tells.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.stdin.end(`${ids.join('\n')}\n`);
  try {
    const { readLine, read, skip } = readPieces(child.stdout);
    for (const id of ids) {
      const size = Number(/ blob (\d+)$/.exec(await readLine())?.[1] ?? -1);
      if (size > LARGEST_SOURCE) await skip(size + 1);
      else if (size >= 0) yield [id, (await read(size + 1)).subarray(0, size)];
    }
  } finally {
    child.kill();
  }
}

/** Lines and stretches of bytes out of a stream. */
function readPieces(stream: Readable) {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const next = async (): Promise<Buffer> => {
    const { value, done } = await chunks.next();
    if (done) throw new MachineTrouble('repository/failed', { reason: 'cat-file' });
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
