import { execFileSync } from 'node:child_process';

/** Git as an office uses it: who commits and when is given, what this machine's user has configured does not count. */
export interface OfficeGit {
  (...args: string[]): string;
  /** Stages everything and commits; returns the commit. `day` as MM-DD of 2026. */
  commit(subject: string, day?: string): string;
}

/** A new repository in a folder. */
export function startGit(folder: string): OfficeGit {
  const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const git = (...args: string[]) => run(args);
  git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of [
    ['user.name', '张三'],
    ['user.email', 'zhang@example.com'],
    ['core.autocrlf', 'false'],
  ] as const) {
    git('config', key, value);
  }
  return Object.assign(git, {
    commit: (subject: string, day = '01-01') => {
      const date = `2026-${day}T09:00:00+08:00`;
      git('add', '--all');
      run(['commit', '--quiet', '--message', subject], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
      return git('rev-parse', 'HEAD').trim();
    },
  });
}

/** Without what a hook of another repository, in which the tests may run, hands down. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const nothing = process.platform === 'win32' ? 'NUL' : '/dev/null';
  return { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: nothing, GIT_CONFIG_NOSYSTEM: '1' };
}
