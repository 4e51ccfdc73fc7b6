import { spawn } from 'node:child_process';
import { MachineTrouble } from '../trouble.ts';

/** What git said, and how it ended. */
export interface GitAnswer {
  code: number;
  stdout: Buffer;
  stderr: string;
}

/**
 * Plain English for us to read, no lock on the index beside somebody's own git, no question, no network. The variables that a
 * hook gets name its repository relative to its own folder; git is to look for itself.
 */
function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...rest } = env;
  return {
    ...rest,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_LITERAL_PATHSPECS: '1',
  };
}

/**
 * Runs git in a folder and waits for its end, whatever its exit code. `input` goes to its stdin. Only for commands that run no
 * hook. Throws MachineTrouble `git/missing` when there is no git.
 */
export async function runGit(args: readonly string[], cwd: string, input = ''): Promise<GitAnswer> {
  const child = spawn('git', ['--no-pager', ...args], {
    cwd,
    env: environment(process.env),
    windowsHide: true,
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => stdout.push(piece));
  child.stderr.on('data', (piece: Buffer) => stderr.push(piece));
  // Git may end before it has read everything; its exit code says why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'ENOENT' ? new MachineTrouble('git/missing', {}, cause) : cause),
    );
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') };
}

/** The one line that git answered, or null when it failed. */
export async function askGit(args: readonly string[], cwd: string): Promise<string | null> {
  const { code, stdout } = await runGit(args, cwd);
  return code === 0 ? stdout.toString('utf8').replace(/\r?\n$/, '') : null;
}
