import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { askGit, demandGit } from './run-git.ts';

/** A setting's values in this repository's own configuration, and the one that counts, wherever it was made. */
export interface GitSetting {
  own: string[];
  effective: string | null;
}

export async function readGitSetting(folder: string, key: string): Promise<GitSetting> {
  const own = await askGit(['config', '--local', '--null', '--get-all', key], folder);
  const effective = await askGit(['config', '--null', '--get', key], folder);
  return {
    own: own === null ? [] : own.split('\0').slice(0, -1),
    effective: effective?.split('\0')[0] ?? null,
  };
}

/** Throws MachineTrouble `git/…`. */
export async function writeGitSetting(folder: string, key: string, value: string | null): Promise<void> {
  const change = value === null ? ['--unset', key] : [key, value];
  await demandGit(['config', '--local', ...change], folder);
}

/** The hooks that would no longer run when another folder of hooks is named: those of the repository's own folder. */
export async function listOwnHooks(folder: string): Promise<string[]> {
  const common = await askGit(['rev-parse', '--git-common-dir'], folder);
  const hooks = resolve(folder, common ?? '.git', 'hooks');
  if (!existsSync(hooks)) return [];
  return readdirSync(hooks)
    .filter((name) => /^[a-z][a-z-]+$/.test(name))
    .sort();
}
