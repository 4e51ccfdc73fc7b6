import { MachineTrouble } from '../trouble.ts';
import { askGit } from './run-git.ts';

/** Git's version, and the folder of the repository that `cwd` lies in; null where there is none. */
export async function readGit(cwd: string): Promise<{ version: string | null; root: string | null }> {
  try {
    const version = await askGit(['--version'], cwd);
    if (version === null) return { version: null, root: null };
    const root = await askGit(['rev-parse', '--show-toplevel'], cwd);
    return { version: version.replace(/^git version /, ''), root };
  } catch (error) {
    if (error instanceof MachineTrouble) return { version: null, root: null };
    throw error;
  }
}
