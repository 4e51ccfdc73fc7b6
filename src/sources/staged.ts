import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { demandGit, withoutLineEnd } from './run-git.ts';

/** The sources as they are staged, in a folder of their own. */
export interface Staged {
  /** Stands for the folder that `projects` stands in. */
  cwd: string;
  /** The years of which something is staged, as paths from there. */
  years: string[];
}

/**
 * Lends what the next commit will hold of the years that it changes; `projects` is absolute. Git writes the files, so line ends
 * and filters are what a checkout has. Throws MachineTrouble `git/…`.
 */
export async function withStaged<T>(projects: string, use: (staged: Staged) => Promise<T>): Promise<T> {
  const [outside, name] = [dirname(projects), basename(projects)];
  const prefix = withoutLineEnd(await demandGit(['rev-parse', '--show-prefix'], outside));
  const index = 'of-commit';
  const list = async (...args: string[]) => {
    const listing = ['--literal-pathspecs', ...args, '--', name];
    return (await demandGit(listing, outside, { index })).toString('utf8').split('\0');
  };
  const changed = await list('diff', '--cached', '--name-only', '--no-renames', '--no-ext-diff', '-z');
  const years = new Set(
    changed.flatMap((path) => {
      const [first, year = '', file = '', ...deeper] = path.slice(prefix.length).split('/');
      const isSource =
        first === name && /^\d{4}$/.test(year) && /\.ya?ml$/i.test(file) && deeper.length === 0;
      return isSource ? [`${name}/${year}`] : [];
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), 'jixiaoce-staged-'));
  const cwd = join(folder, prefix);
  try {
    const files = (await list('ls-files', '-z')).filter((path) => years.has(dirname(path)));
    if (files.length > 0) {
      const args = ['checkout-index', '--quiet', '-z', '--stdin', `--prefix=${folder}/`];
      await demandGit(args, outside, { index, input: files.map((path) => `${path}\0`).join('') });
    }
    return await use({ cwd, years: [...years].filter((year) => existsSync(join(cwd, year))).sort() });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
