/**
 * What git runs once `npm run hooks` was used: `pre-commit`, and `pdf-words FILE` to compare PDFs. A copy of this file lies
 * in the repository's own git folder with a copy of the program, for a branch that is checked out must not change what git
 * runs. Of the working tree only node_modules is used, and only while git keeps no file of it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** What `hooks` wrote: see src/commands/hooks.ts. */
const { modules, from, check, words } = JSON.parse(readFileSync(join(here, 'program.json'), 'utf8'));
const [job, file = ''] = process.argv.slice(2);

const why = findObstacle();
process.exitCode = job === 'pre-commit' ? preCommit() : pdfWords();

/** Why the program must not, or cannot, run; null when it can. */
function findObstacle() {
  if (!existsSync(modules)) {
    return `先在 ${from.folder} 里运行 npm ci / run npm ci in that folder first`;
  }
  // The variables that a hook gets name another repository than the one that node_modules may lie in.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const listing = ['-C', dirname(modules), 'ls-files', '--cached', '-z', '--', 'node_modules'];
  const { stdout } = spawnSync('git', listing, { env, encoding: 'utf8', windowsHide: true });
  if (!stdout) return null;
  return 'node_modules 里有 git 管着的文件，可能不是您装的 / git keeps files of node_modules, which may not be what you installed';
}

function preCommit() {
  if (why !== null) {
    process.stderr.write(`提交前没有检查：${why}\n`);
    return 0;
  }
  const top = process.cwd();
  const folders = new Set([join(top, 'projects'), join(top, from.inTree, 'projects')]);
  for (const folder of folders) {
    // A folder that is gone may still have staged tables.
    if (!existsSync(folder) && run('git', ['ls-files', '--cached', '--', folder]).stdout === '') continue;
    const { status } = run(
      process.execPath,
      [...toArguments(check), '--staged', '--quiet', '--projects', folder],
      'inherit',
    );
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

/** Git gives up the whole comparison when this fails. */
function pdfWords() {
  if (why === null) return run(process.execPath, [...toArguments(words), file], 'inherit').status ?? 1;
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  process.stdout.write(`〔没有读文字：${why}〕 sha256 ${hash}\n`);
  return 0;
}

/** @param {string[]} script */
function toArguments([script = '', ...rest]) {
  return [join(here, 'program', script), ...rest];
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {'pipe' | 'inherit'} output
 */
function run(program, args, output = 'pipe') {
  return spawnSync(program, args, {
    stdio: ['ignore', output, 'inherit'],
    encoding: 'utf8',
    windowsHide: true,
  });
}
