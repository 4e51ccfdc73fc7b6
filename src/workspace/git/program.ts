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
import { dirname, join, relative, sep } from 'node:path';
import { compareText } from '../../report/diagnostic.ts';
import { EnvironmentError } from '../../util/environment-error.ts';
import { readCurrent } from '../compiled.mjs';

/** What of the program git needs to run it, beside what is compiled. */
const PARTS = ['package.json', 'schema', 'templates'];

/** How the copy is started: git-run.mjs reads it. */
interface Start {
  /** The folder of packages that the program was installed with. */
  modules: string;
  from: { folder: string; inTree: string };
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
  const compiled = findCompiled(program);
  return hashProgram(join(folder, 'program'), compiled) === hashProgram(program, compiled);
}

/** Copies the program into the git folder, and links its packages there. Replaces an older copy. */
export function copyProgram(commonDir: string, program: string, root: string): void {
  const folder = gitProgramFolder(commonDir);
  const start = describeStart(program, root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const path of listProgram(program, findCompiled(program)))
    cpSync(join(program, path), join(folder, 'program', path));
  // A junction needs no rights on Windows; elsewhere the word is ignored.
  symlinkSync(start.modules, join(folder, 'program', 'node_modules'), 'junction');
  cpSync(join(program, 'scripts', 'git-run.mjs'), join(folder, 'run.mjs'));
  writeFileSync(join(folder, 'program.json'), JSON.stringify(start));
}

export function removeCopy(commonDir: string): void {
  rmSync(gitProgramFolder(commonDir), { recursive: true, force: true });
}

function describeStart(program: string, root: string): Start {
  const require = createRequire(join(program, 'package.json'));
  // As the folder is reached from the program, links and all.
  const modules = require.resolve.paths(PACKAGE)?.find((folder) => existsSync(join(folder, PACKAGE)));
  if (modules === undefined) throw new EnvironmentError('packages/missing', { packages: PACKAGE });
  // Where `npm ci` is run: a program may be a package of the repository that holds the tables.
  const folder = program.split(sep).includes('node_modules') ? dirname(modules) : program;
  const inTree = relative(root, folder);
  return {
    modules,
    from: { folder, inTree: inTree.startsWith('..') ? '' : inTree },
    check: [`${findCompiled(program)}/main.js`, 'check'],
    words: [`${findCompiled(program)}/pdf-words.js`],
  };
}

/** One that lies where the program looks for its packages. */
const PACKAGE = 'pdfjs-dist';

/** The folder of what is compiled, below the program. */
function findCompiled(program: string): string {
  const current = readCurrent(program);
  if (current === null) throw new EnvironmentError('program/not-compiled', { reason: 'dist/' });
  return `dist/${current.folder}`;
}

function hashProgram(program: string, compiled: string): string {
  const hash = createHash('sha256');
  for (const path of listProgram(program, compiled))
    hash.update(`${path}\0`).update(readFileSync(join(program, path)));
  return hash.digest('hex');
}

/** Files below a program's folder, with forward slashes, in order. */
function listProgram(program: string, compiled: string): string[] {
  return [compiled, ...PARTS]
    .filter((part) => existsSync(join(program, part)))
    .flatMap((part) => {
      if (part.endsWith('.json')) return [part];
      const files = readdirSync(join(program, part), { recursive: true, withFileTypes: true });
      return files
        .filter((file) => file.isFile())
        .map((file) => relative(program, join(file.parentPath, file.name)).split(sep).join('/'));
    })
    .sort(compareText);
}

function readIfAny(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
