import { EnvironmentError } from '../../util/environment-error.ts';
import { escapeControls } from '../../util/escape-controls.ts';
import { askGit, demandGit, runGit, toGitError } from './run-git.ts';

/** One side of a comparison: a commit, or the working tree. */
export interface Side {
  /** As the user wrote it, e.g. `HEAD~1`; `worktree` for the working tree. */
  name: string;
  commit: string | null;
  /** The commit's own day, YYYY-MM-DD where it was made; null for the working tree. */
  date: string | null;
}

export interface RevisionRange {
  before: Side;
  after: Side;
  /** True when `before` is where the two named revisions part (`A...B`). */
  isMergeBase: boolean;
}

type Undated = Omit<Side, 'date'>;

const WORKTREE: Undated = { name: 'worktree', commit: null };

/**
 * Finds what a user means by `HEAD~1` (compared with the working tree), `A..B` or `A...B`, as git means them; an end that is
 * left out is HEAD. Throws EnvironmentError `git/…`.
 */
export async function resolveRange(cwd: string, revision: string): Promise<RevisionRange> {
  const { before, after, isMergeBase } = await resolveEnds(cwd, revision);
  const dates = await readDates(
    cwd,
    [before, after].flatMap(({ commit }) => commit ?? []),
  );
  const toSide = (end: Undated): Side => ({ ...end, date: dates.get(end.commit ?? '') ?? null });
  return { before: toSide(before), after: toSide(after), isMergeBase };
}

async function resolveEnds(
  cwd: string,
  revision: string,
): Promise<{ before: Undated; after: Undated; isMergeBase: boolean }> {
  const commit = await findCommit(cwd, revision);
  if (commit !== null) return { before: { name: revision, commit }, after: WORKTREE, isMergeBase: false };
  const found = /\.{2,3}/.exec(revision);
  if (found === null) throw await toUnknown(cwd, revision);
  const [dots] = found;
  const [left, right] = [revision.slice(0, found.index), revision.slice(found.index + dots.length)];
  const before = await resolveCommit(cwd, left || 'HEAD');
  const after = await resolveCommit(cwd, right || 'HEAD');
  if (dots === '..') return { before, after, isMergeBase: false };
  const base = await askGit(['merge-base', before.commit, after.commit], cwd);
  if (base === null) {
    const wording = (await isShallow(cwd)) ? 'git/no-merge-base#shallow' : 'git/no-merge-base';
    throw new EnvironmentError(wording, { one: before.name, other: after.name });
  }
  return { before: { name: before.name, commit: base }, after, isMergeBase: true };
}

async function readDates(cwd: string, commits: readonly string[]): Promise<Map<string, string>> {
  const asked = ['log', '--no-walk', '--no-show-signature', '--format=%H %cI', ...commits];
  const lines = (await demandGit(asked, cwd)).toString('utf8').trim().split('\n');
  return new Map(
    lines.map((line) => line.split(' ')).map(([hash = '', date = '']) => [hash, date.slice(0, 10)]),
  );
}

async function resolveCommit(cwd: string, name: string): Promise<{ name: string; commit: string }> {
  const commit = await findCommit(cwd, name);
  if (commit === null) throw await toUnknown(cwd, name);
  return { name, commit };
}

/** Null when there is no such commit. A name that begins with `-` would be an option. */
async function findCommit(cwd: string, name: string): Promise<string | null> {
  if (name.startsWith('-') || name.includes('\0')) return null;
  const answer = await runGit(['rev-parse', '--verify', '--end-of-options', name], cwd);
  const object = answer.stdout.toString('utf8').trim();
  // In two steps, for `:/words` takes all that follows for words. A tag is an object of its own.
  if (answer.code === 0 && /^[0-9a-f]+$/.test(object)) {
    return await askGit(['rev-parse', '--verify', '--quiet', `${object}^{commit}`], cwd);
  }
  if (/dubious ownership|not a git repository/.test(answer.stderr)) throw toGitError(answer.stderr, cwd);
  return null;
}

async function toUnknown(cwd: string, revision: string): Promise<EnvironmentError> {
  if ((await askGit(['rev-list', '--max-count=1', '--all'], cwd)) === '') {
    return new EnvironmentError('git/no-commits');
  }
  const wording = (await isShallow(cwd)) ? 'git/unknown-revision#shallow' : 'git/unknown-revision';
  return new EnvironmentError(wording, { revision: escapeControls(revision) });
}

/** Whether older commits were not fetched. */
export async function isShallow(cwd: string): Promise<boolean> {
  return (await askGit(['rev-parse', '--is-shallow-repository'], cwd)) === 'true';
}
