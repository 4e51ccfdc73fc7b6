import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Milliseconds; git answers in a few. */
const LIMIT = 10_000;

/** Git's version, and the folder of the repository that `cwd` lies in; null where there is none. */
export async function readGit(cwd: string): Promise<{ version: string | null; root: string | null }> {
  const version = await ask(['--version'], cwd);
  if (version === null) return { version: null, root: null };
  const root = await ask(['rev-parse', '--show-toplevel'], cwd);
  return { version: version.replace(/^git version /, ''), root };
}

async function ask(args: string[], cwd: string): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd, timeout: LIMIT, windowsHide: true });
    return stdout.trim();
  } catch {
    return null;
  }
}
