import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../../util/environment-error.ts';
import { escapeControls } from '../../util/escape-controls.ts';

export interface GitAnswer {
  code: number;
  stdout: Buffer;
  stderr: string;
}

export interface GitOptions {
  input?: string;
  /** `own`: the repository's index. `of-commit`: the one that `git commit FILE` makes for its hooks, where there is one. */
  index?: 'own' | 'of-commit';
}

/**
 * Plain English for us to read, no lock on the index beside somebody's own git, no question, no network: history that is not
 * here is not fetched. The variables that a hook gets name its repository relative to its own folder; git is to look for itself.
 */
function environment(env: NodeJS.ProcessEnv, index: GitOptions['index']): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_COMMON_DIR, GIT_WORK_TREE, GIT_PREFIX, GIT_INDEX_FILE, ...rest } = env;
  return {
    ...rest,
    // Relative to the top of the working tree, from wherever git is started.
    ...(index === 'of-commit' && GIT_INDEX_FILE ? { GIT_INDEX_FILE } : {}),
    LC_ALL: 'C',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/**
 * A branch can hold files that together look like a bare repository (HEAD, objects, refs). Git, started there or below, would
 * answer for that one, with its history, instead of the one that the files belong to.
 */
function refuseEmbedded(cwd: string): void {
  let embedded: string | null = null;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      if (embedded === null) return;
      throw new EnvironmentError('git/embedded', { path: escapeControls(embedded) });
    }
    if (['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)))) embedded ??= folder;
    if (dirname(folder) === folder) return;
  }
}

/** Git that has been started, with its stderr. */
export interface RunningGit {
  child: ChildProcessWithoutNullStreams;
  /** Its exit code. Rejects with EnvironmentError: `git/missing`, `sources/no-folder`. */
  ended: Promise<number>;
  complaints(): string;
}

/**
 * Starts git in a folder. Only for commands that run no hook. Throws EnvironmentError `git/embedded` where git would take a
 * folder of the working tree for a repository.
 */
export function startGit(args: readonly string[], cwd: string, options: GitOptions = {}): RunningGit {
  refuseEmbedded(cwd);
  // A file system monitor is a program of the configuration's choice.
  const child = spawn('git', ['--no-pager', '-c', 'core.fsmonitor=false', ...args], {
    cwd,
    env: environment(process.env, options.index ?? 'own'),
    windowsHide: true,
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) => reject(toStartError(cause, cwd)));
    child.on('close', (code) => resolve(code ?? 1));
  });
  const stderr: Buffer[] = [];
  // Where the system opens no more files there are no streams, and `ended` says so.
  child.stderr?.on('data', (piece: Buffer) => stderr.push(piece));
  // Git may end before it has read everything; its exit code says why.
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return { child, ended, complaints: () => Buffer.concat(stderr).toString('utf8') };
}

/** Runs git in a folder and waits for its end, whatever its exit code. Throws as `RunningGit.ended` does. */
export async function runGit(
  args: readonly string[],
  cwd: string,
  options: GitOptions = {},
): Promise<GitAnswer> {
  const { child, ended, complaints } = startGit(args, cwd, options);
  const stdout: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => stdout.push(piece));
  const code = await ended;
  return { code, stdout: Buffer.concat(stdout), stderr: complaints() };
}

/** What git put out. Throws EnvironmentError `git/…` when it failed. */
export async function demandGit(
  args: readonly string[],
  cwd: string,
  options: GitOptions = {},
): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(args, cwd, options);
  if (code !== 0) throw toGitError(stderr, cwd);
  return stdout;
}

/** The same in pieces, where git was asked for NULs between them. */
export async function listGit(
  args: readonly string[],
  cwd: string,
  options: GitOptions = {},
): Promise<string[]> {
  return (await demandGit(args, cwd, options)).toString('utf8').split('\0');
}

/** The same as text, without the line end behind it; null when git failed. */
export async function askGit(args: readonly string[], cwd: string): Promise<string | null> {
  const { code, stdout } = await runGit(args, cwd);
  return code === 0 ? withoutLineEnd(stdout) : null;
}

export function withoutLineEnd(output: Buffer): string {
  return output.toString('utf8').replace(/\r?\n$/, '');
}

/** What git complained of, as a sentence with a remedy. */
export function toGitError(complaints: string, folder: string): EnvironmentError {
  if (complaints.includes('dubious ownership')) {
    const path = /safe\.directory (.+)$/m.exec(complaints)?.[1]?.replace(/^'|'$/g, '') ?? folder;
    return new EnvironmentError('git/not-trusted', { path: escapeControls(path) });
  }
  if (complaints.includes('not a git repository'))
    return new EnvironmentError('git/no-repository', { folder });
  const reason = complaints.trim().split('\n')[0] ?? '';
  return new EnvironmentError('git/failed', {
    reason: escapeControls(reason.replace(/^(?:fatal|error): /, '')),
  });
}

/** A folder that is not there is reported in the same words as a program that is not. */
function toStartError(cause: NodeJS.ErrnoException, cwd: string): Error {
  if (cause.code !== 'ENOENT') return cause;
  if (existsSync(cwd)) return new EnvironmentError('git/missing', {}, cause);
  return new EnvironmentError('sources/no-folder', { folder: cwd }, cause);
}
