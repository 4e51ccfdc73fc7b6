import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { disarm } from '../disarm.ts';
import { MachineTrouble } from '../trouble.ts';
import { demandGit, withoutLineEnd } from './run-git.ts';
import { isSourceName, isYear } from './source.ts';
import { type FoundPath, tellStrays } from './strays.ts';

/** The sources as they are staged, in a folder of their own. */
export interface Staged {
  /** Stands for the folder that `projects` stands in. */
  cwd: string;
  /** The years of which something is staged, as paths from there. */
  years: string[];
  /** What looks like a source, is staged, and is not read. */
  strays: Diagnostic[];
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
  const paths = changed.filter(Boolean).map((path) => path.slice(prefix.length).split('/').slice(1));
  const years = new Set(
    paths.flatMap(([year = '', file = '', ...deeper]) =>
      isYear(year) && isSourceName(file) && deeper.length === 0 ? [`${name}/${year}`] : [],
    ),
  );
  const entries = (await list('ls-files', '--stage', '-z')).flatMap((entry) => readEntry(entry) ?? []);
  const kept = new Map(entries.map(({ path, isLink }) => [path.slice(prefix.length), isLink]));
  const others = paths.flatMap((steps): FoundPath[] => {
    const isLink = kept.get([name, ...steps].join('/'));
    return isLink === undefined ? [] : [{ steps, kind: isLink ? 'link' : 'file' }];
  });
  const strays = tellStrays(others, (steps) => disarm([name, ...steps].join('/')));
  if (entries.length === 0 && years.size === 0 && !existsSync(projects)) {
    throw new MachineTrouble('sources/no-folder', { folder: projects });
  }
  const unmerged = entries.find(({ stage }) => stage !== '0');
  if (unmerged !== undefined) throw new MachineTrouble('git/unmerged', { path: disarm(unmerged.path) });
  const folder = mkdtempSync(join(tmpdir(), 'jixiaoce-staged-'));
  const cwd = join(folder, prefix);
  try {
    const files = entries.map(({ path }) => path).filter((path) => years.has(dirname(path)));
    if (files.length > 0) {
      const args = ['checkout-index', '--quiet', '-z', '--stdin', `--prefix=${folder}/`];
      await demandGit(args, outside, { index, input: files.map((path) => `${path}\0`).join('') });
    }
    return await use({ cwd, years: [...years].filter((year) => existsSync(join(cwd, year))).sort(), strays });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line of `git ls-files --stage`: mode, hash, stage, a tab, path. A file in conflict has stages 1 to 3 instead of 0. */
function readEntry(line: string): { stage: string; path: string; isLink: boolean } | null {
  const [, mode, stage, path] = /^(\d+) [\da-f]+ (\d)\t(.+)$/s.exec(line) ?? [];
  return stage === undefined || path === undefined ? null : { stage, path, isLink: mode === '120000' };
}
