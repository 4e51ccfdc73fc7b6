import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { askGit, demandGit, withoutLineEnd } from './run-git.ts';

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

/** Throws EnvironmentError `git/…`. */
export async function writeGitSetting(folder: string, key: string, value: string | null): Promise<void> {
  const change = value === null ? ['--unset', key] : [key, value];
  await demandGit(['config', '--local', ...change], folder);
}

/** The git folder that all working trees of the repository share. Throws EnvironmentError `git/…`. */
export async function findCommonDir(folder: string): Promise<string> {
  return resolve(folder, withoutLineEnd(await demandGit(['rev-parse', '--git-common-dir'], folder)));
}

export async function readHook(folder: string, name: string): Promise<GitSetting> {
  const file = await findHook(folder, name);
  if (!existsSync(file)) return { own: [], effective: null };
  const text = readFileSync(file, 'utf8');
  return { own: [text], effective: text };
}

export async function writeHook(folder: string, name: string, text: string | null): Promise<void> {
  const file = await findHook(folder, name);
  if (text === null) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

async function findHook(folder: string, name: string): Promise<string> {
  return join(await findCommonDir(folder), 'hooks', name);
}
