import { EnvironmentError } from '../../util/environment-error.ts';
import { askGit, runGit, toGitError, withoutLineEnd } from './run-git.ts';

/** What there is of git at a folder. `root`: the top of the working tree. `trouble`: whose repository it is, and what to do. */
export type GitHere =
  | { state: 'missing' }
  | { state: 'no-repository'; version: string }
  | { state: 'not-trusted'; version: string; trouble: EnvironmentError }
  | { state: 'ready'; version: string; root: string };

export async function readGit(cwd: string): Promise<GitHere> {
  const version = await readVersion(cwd);
  if (version === null) return { state: 'missing' };
  const { code, stdout, stderr } = await runGit(['rev-parse', '--show-toplevel'], cwd);
  if (code === 0) return { state: 'ready', version, root: withoutLineEnd(stdout) };
  const trouble = toGitError(stderr, cwd);
  return trouble.code === 'git/not-trusted'
    ? { state: 'not-trusted', version, trouble }
    : { state: 'no-repository', version };
}

async function readVersion(cwd: string): Promise<string | null> {
  try {
    return (await askGit(['--version'], cwd))?.replace(/^git version /, '') ?? null;
  } catch (error) {
    if (error instanceof EnvironmentError) return null;
    throw error;
  }
}
