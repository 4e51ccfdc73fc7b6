import { UNPRINTABLE } from '../../read/source.ts';
import { readBlobs } from './blobs.ts';
import { isShallow } from './revision.ts';
import { askGit, listGit } from './run-git.ts';
import { readGit } from './version.ts';

export interface Revision {
  commit: string;
  /** Of the commit, as YYYY-MM-DDThh:mm:ss+hh:mm. */
  date: string;
  author: string;
  subject: string;
}

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
  const { state } = await readGit(folder);
  return state === 'ready' && (await isShallow(folder)) ? 'shallow' : state;
}

/**
 * Every version of every YAML file that a branch, a tag or HEAD reaches, the newest first, wherever in the repository it
 * was and whatever it was called. Two processes serve all of it. Throws EnvironmentError `git/…`.
 */
export async function* readHistory(folder: string): AsyncGenerator<PastFile> {
  const versions = await listVersions(folder);
  for await (const [id, bytes] of readBlobs(folder, [...versions.keys()])) {
    for (const version of versions.get(id) ?? []) if (bytes) yield { ...version, bytes };
  }
}

/** Blob → for each path where it was, the newest commit that put it there. A merge counts with what neither of its parents had. */
async function listVersions(folder: string): Promise<Map<string, Omit<PastFile, 'bytes'>[]>> {
  const hasHead = (await askGit(['rev-parse', '--quiet', '--verify', 'HEAD'], folder)) !== null;
  const listing = [
    'log',
    ...['--branches', '--tags', '--remotes', ...(hasHead ? ['HEAD'] : [])],
    ...['--date-order', '--full-history', '--no-show-signature', '--encoding=UTF-8'],
    ...['-z', '--raw', '-c', '--no-renames', '--no-abbrev', '--format=%H%x00%cI%x00%an%x00%s'],
    ...['--', ':(top,icase)*.yaml'],
  ];
  const fields = await listGit(listing, folder);
  const versions = new Map<string, Omit<PastFile, 'bytes'>[]>();
  const seen = new Set<string>();
  for (let at = 0; at + 3 < fields.length; ) {
    const [commit = '', date = '', author = '', subject = ''] = fields.slice(at, at + 4);
    at += 4;
    const revision = { commit: commit.trim(), date, author: oneLine(author), subject: oneLine(subject) };
    // Before what a merge changed there is one more.
    while (fields[at] === '') at += 1;
    for (; /^\n?:/.test(fields[at] ?? ''); at += 2) {
      // `:modes ids status`, with one mode and one id for each parent and, last, the commit's own.
      const words = (fields[at] ?? '').trim().split(' ');
      const id = words.at(-2) ?? '';
      const path = fields[at + 1] ?? '';
      if (/^0+$/.test(id) || seen.has(`${id} ${path}`)) continue;
      seen.add(`${id} ${path}`);
      const known = versions.get(id);
      if (known === undefined) versions.set(id, [{ revision, path }]);
      else known.push({ revision, path });
    }
  }
  return versions;
}

/** Nothing that a repository says may steer the terminal, or begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd');
}
