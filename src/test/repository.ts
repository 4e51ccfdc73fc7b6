import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Compared, type DiffOptions, diff } from '../commands/diff.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { cleanEnvironment } from './office-git.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

/** A workplace that is a git repository, with the eight tables committed. */
export interface Repository extends Workplace {
  /** Runs git in the workplace, or in `cwd`, and returns what it says. */
  git(args: string[], cwd?: string): string;
  /** Commits everything and returns the commit's hash. */
  commit(message: string): string;
  /** Changes a text that must be there, in a file under `projects/2022/`. */
  edit(name: string, from: string | RegExp, to: string): void;
  diff(revision?: string, options?: Partial<DiffOptions>): Promise<Compared>;
}

const IDENTITY = {
  GIT_AUTHOR_NAME: '某人',
  GIT_AUTHOR_EMAIL: 'someone@example.org',
  GIT_COMMITTER_NAME: '某人',
  GIT_COMMITTER_EMAIL: 'someone@example.org',
};

export async function withRepository<T>(
  use: (repository: Repository) => Promise<T>,
  initialize: string[] = [],
): Promise<T> {
  return withWorkplace(async (workplace) => {
    const { folder, put, read } = workplace;
    const git = (args: string[], cwd = folder) =>
      execFileSync('git', args, {
        cwd,
        env: { ...cleanEnvironment(), ...IDENTITY },
        encoding: 'utf8',
      }).trim();
    const commit = (message: string) => {
      git(['add', '--all']);
      git(['commit', '--quiet', '--allow-empty', '--message', message]);
      return git(['rev-parse', 'HEAD']);
    };
    git(['init', '--quiet', '--initial-branch', 'main', ...initialize]);
    commit('八张表');
    return use({
      ...workplace,
      git,
      commit,
      edit: (name, from, to) => {
        const path = `projects/2022/${name}.yaml`;
        const text = read(path).toString();
        const edited = text.replace(from, () => to);
        if (edited === text) throw new Error(`${name} does not hold ${from}`);
        put(path, edited);
      },
      diff: (revision, options = {}) =>
        diff({
          cwd: folder,
          projects: 'projects',
          templates: join(PROGRAM_ROOT, 'templates'),
          revisions: revision === undefined ? [] : [revision],
          ...options,
        }),
    });
  });
}
