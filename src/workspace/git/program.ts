import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareText } from '../../report/diagnostic.ts';
import { MachineTrouble } from '../../util/trouble.ts';

/** What of the program git needs to run it; tests and sources of other people's tables are left out. */
const PARTS = ['package.json', 'dist', 'src', 'scripts', 'schema', 'templates'];

/** How the copy is started: git-run.mjs reads it. */
interface Start {
  /** The folder of packages that the program was installed with. */
  modules: string;
  from: { folder: string; inTree: string };
  /** Loads TypeScript; null for a compiled program. */
  loader: string | null;
  /** Script and arguments, below the copy. */
  check: string[];
  words: string[];
}

/** Where the copy of the program lies: in the git folder that all working trees of the repository share. */
export function gitProgramFolder(commonDir: string): string {
  return join(commonDir, 'jixiaoce');
}

/** Whether the copy is of this very program, installed here. */
export function isCopyCurrent(commonDir: string, program: string, root: string): boolean {
  const folder = gitProgramFolder(commonDir);
  const start = readIfAny(join(folder, 'program.json'));
  if (start !== JSON.stringify(describeStart(program, root))) return false;
  if (readIfAny(join(folder, 'run.mjs')) !== readIfAny(join(program, 'scripts', 'git-run.mjs'))) return false;
  return hashProgram(join(folder, 'program')) === hashProgram(program);
}

/** Copies the program into the git folder, and links its packages there. Replaces an older copy. */
export function copyProgram(commonDir: string, program: string, root: string): void {
  const folder = gitProgramFolder(commonDir);
  const start = describeStart(program, root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const path of listProgram(program)) cpSync(join(program, path), join(folder, 'program', path));
  // A junction needs no rights on Windows; elsewhere the word is ignored.
  symlinkSync(start.modules, join(folder, 'program', 'node_modules'), 'junction');
  cpSync(join(program, 'scripts', 'git-run.mjs'), join(folder, 'run.mjs'));
  writeFileSync(join(folder, 'program.json'), JSON.stringify(start));
}

export function removeCopy(commonDir: string): void {
  rmSync(gitProgramFolder(commonDir), { recursive: true, force: true });
}

function describeStart(program: string, root: string): Start {
  const { scripts } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8'));
  const [, script = ''] = /(?<!\S)(\S+\.[cm]?[jt]s) check$/.exec(scripts.check) ?? [];
  const require = createRequire(join(program, 'package.json'));
  // As the folder is reached from the program, links and all.
  const modules = require.resolve.paths('yaml')?.find((folder) => existsSync(join(folder, 'yaml')));
  if (modules === undefined) throw new MachineTrouble('packages/missing', { packages: 'yaml' });
  const inTree = relative(root, program);
  return {
    modules,
    from: { folder: program, inTree: inTree.startsWith('..') ? '' : inTree },
    loader: script.endsWith('.ts') ? pathToFileURL(require.resolve('tsx/esm')).href : null,
    check: [script, 'check'],
    words: ['scripts/pdf-words.ts'],
  };
}

function hashProgram(program: string): string {
  const hash = createHash('sha256');
  for (const path of listProgram(program)) hash.update(`${path}\0`).update(readFileSync(join(program, path)));
  return hash.digest('hex');
}

/** Files below a program's folder, with forward slashes, in order. */
function listProgram(program: string): string[] {
  return PARTS.filter((part) => existsSync(join(program, part)))
    .flatMap((part) => {
      if (part.endsWith('.json')) return [part];
      const files = readdirSync(join(program, part), { recursive: true, withFileTypes: true });
      return files
        .filter((file) => file.isFile())
        .map((file) => relative(program, join(file.parentPath, file.name)).split(sep).join('/'));
    })
    .filter((path) => !/^src\/test\/|\.test\.ts$/.test(path))
    .sort(compareText);
}

function readIfAny(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
