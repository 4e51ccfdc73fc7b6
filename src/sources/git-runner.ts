import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { MachineTrouble } from '../trouble.ts';

/** Neither the user's language nor a question nor the network may come between: history that is not here is not fetched. */
export const GIT_ENVIRONMENT = {
  LC_ALL: 'C',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
};

/** Git's output. Throws MachineTrouble `repository/failed`. */
export async function runGit(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  try {
    const running = promisify(execFile)('git', args, {
      cwd: folder,
      env: { ...process.env, ...GIT_ENVIRONMENT },
      encoding: 'buffer',
      maxBuffer: Number.POSITIVE_INFINITY,
      windowsHide: true,
    });
    // Git may have said no before it read anything; what it said is told below.
    running.child.stdin?.on('error', () => {}).end(input);
    return (await running).stdout;
  } catch (cause) {
    const { stderr, code } = cause as { stderr?: Buffer; code?: string | number };
    const reason = stderr?.toString('utf8').trim().split('\n')[0] || String(code);
    throw new MachineTrouble('repository/failed', { reason: showText(reason) }, cause);
  }
}

/** Null when git is not there or says no. */
export async function askGit(folder: string, args: readonly string[]): Promise<string | null> {
  try {
    return (await runGit(folder, args)).toString('utf8').trim();
  } catch {
    return null;
  }
}

/** Nothing that a repository says may steer the terminal. */
export function showText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
