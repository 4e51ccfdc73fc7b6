import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readRequirements } from './packages.ts';

/** The program's own files that a repository of tables gets, too. */
const SHARED = [
  '.gitattributes',
  '.github/workflows/comparison.yml',
  '.github/workflows/tables.yml',
  '.vscode/extensions.json',
  '.vscode/settings.json',
  '.vscode/yaml.code-snippets',
];

/** Where a repository finds the program once it is installed, from its top. */
export const INSTALLED = 'node_modules/jixiaoce';

/** By path; the schemas are those of the installed program. */
export function readStarterFiles(): Map<string, string> {
  return new Map(
    SHARED.map((path) => {
      const text = readFileSync(join(PROGRAM_ROOT, path), 'utf8').replaceAll('\r\n', '\n');
      return [path, text.replaceAll(/(\.\/|\.\.\/\.\.\/)schema\//g, `$1${INSTALLED}/schema/`)];
    }),
  );
}

/**
 * What package.json in `folder` is to ask for, so that npm gets the program where this one came from: a registry, a file, or
 * the folder that it runs in.
 */
export function describeDependency(folder: string): string {
  const holder = dirname(PROGRAM_ROOT);
  if (basename(holder) !== 'node_modules') return toFileAddress(folder, PROGRAM_ROOT);
  const home = dirname(holder);
  const file = join(home, 'package.json');
  const { dependencies, devDependencies } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const asked: string | undefined = dependencies?.jixiaoce ?? devDependencies?.jixiaoce;
  const path = /^file:(.*)$/s.exec(asked ?? '')?.[1];
  if (path !== undefined) return toFileAddress(folder, resolve(home, path));
  return asked ?? `^${readRequirements(PROGRAM_ROOT).version}`;
}

function toFileAddress(folder: string, path: string): string {
  return `file:${relative(folder, path).split(sep).join('/')}`;
}
