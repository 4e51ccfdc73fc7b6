import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';
import { findCurrent } from '../workspace/compiled.mjs';
import { startGit } from './office-git.ts';

let work = '';
/** An empty folder in which the packed program is installed. */
let office = '';
let packed: string[] = [];

const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

beforeAll(() => {
  work = realpathSync(mkdtempSync(join(tmpdir(), 'jixiaoce-')));
  office = join(work, '绩效 数据');
  const [{ filename, files }] = JSON.parse(
    npm(PROGRAM_ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', work),
  );
  packed = files.map(({ path }: { path: string }) => path);
  execFileSync('tar', ['-xzf', filename], { cwd: work });
  // As npm installs it, without asking a registry for packages that are here.
  const modules = join(office, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  cpSync(join(work, 'package'), join(modules, 'jixiaoce'), { recursive: true });
  for (const name of readdirSync(join(PROGRAM_ROOT, 'node_modules')).filter((name) => !name.startsWith('.')))
    symlinkSync(join(PROGRAM_ROOT, 'node_modules', name), join(modules, name), 'junction');
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const entry = join(office, 'node_modules/jixiaoce/src/cli/entry.mjs');
  const { status, stderr } = spawnSync(process.execPath, [entry, ...args], { cwd: office, encoding: 'utf8' });
  return { status, stderr };
};
const read = (path: string) => readFileSync(join(office, path), 'utf8');

test('the package holds what a repository of tables needs, and nothing else', () => {
  const folder = findCurrent(PROGRAM_ROOT);
  const others = packed.filter(
    (path) => !path.startsWith(`dist/${folder}/`) && !/^(?:templates|schema)\//.test(path),
  );
  // Earlier programs that a process may still run are removed when `npm pack` compiles.
  expect(others.filter((path) => !/^dist\/[0-9a-f]{16}\//.test(path)).sort()).toEqual([
    '.gitattributes',
    '.github/workflows/comparison.yml',
    '.github/workflows/tables.yml',
    '.vscode/extensions.json',
    '.vscode/settings.json',
    '.vscode/yaml.code-snippets',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'dist/current.json',
    'package.json',
    'scripts/git-run.mjs',
    'src/cli/entry.mjs',
    'src/messages/start.mjs',
    'src/workspace/compiled.mjs',
  ]);
  expect(packed.filter((path) => /\.ts$|\.test\./.test(path))).toEqual([]);
});

test('init, new, check, build and hooks in a repository of tables', () => {
  writeFileSync(join(office, 'README.md'), '我们自己的\n');
  const begun = run('init', '--year', '2023');
  expect(begun.status).toBe(0);
  expect(begun.stderr).toContain('写好了 package.json\n');
  expect(begun.stderr).toContain('README.md 已经有了，没有动\n');
  expect(begun.stderr).toMatch(
    /接下来：把 projects\/2023\/booklet\.yaml 里的“待填”换成单位全称\n {2}→ .*npm run new/,
  );
  expect(read('README.md')).toBe('我们自己的\n');
  const { scripts, dependencies } = JSON.parse(read('package.json'));
  const { version } = JSON.parse(readFileSync(join(PROGRAM_ROOT, 'package.json'), 'utf8'));
  expect(dependencies).toEqual({ jixiaoce: `^${version}` });
  expect(scripts).toMatchObject({
    check: 'jixiaoce check',
    build: 'jixiaoce build',
    hooks: 'jixiaoce hooks',
  });
  for (const schema of Object.keys(JSON.parse(read('.vscode/settings.json'))['yaml.schemas']))
    expect(existsSync(join(office, schema)), schema).toBe(true);
  const again = run('init');
  expect(again).toEqual({ status: 0, stderr: expect.not.stringContaining('写好了') });

  const booklet = 'projects/2023/booklet.yaml';
  writeFileSync(join(office, booklet), read(booklet).replace('待填', '某某单位'));
  expect(run('new', '党员教育').status).toBe(0);
  const table = 'projects/2023/党员教育.yaml';
  for (const file of [booklet, table]) {
    const [, schema = ''] = /\$schema=(.+)/.exec(read(file)) ?? [];
    expect(existsSync(join(office, dirname(file), schema)), schema).toBe(true);
  }
  const unfinished = run('check');
  expect(unfinished.status).toBe(1);
  expect(unfinished.stderr).toContain('“待填”');
  rmSync(join(office, table));
  cpSync(join(PROGRAM_ROOT, 'projects/2022'), join(office, 'projects/2022'), { recursive: true });
  expect(run('check', '--year', '2022')).toEqual({
    status: 0,
    stderr: expect.stringContaining('8 个项目：0 个错误'),
  });
  expect(run('build', 'projects/2022')).toEqual({ status: 0, stderr: expect.stringContaining('打印 9 份') });
  expect(readdirSync(join(office, 'out/2022'))).toHaveLength(19);
  expect(run('build', 'projects/2022').stderr).toContain('打印 0 份，9 份没有变化');
  if (process.platform !== 'win32') {
    symlinkSync('../jixiaoce/src/cli/entry.mjs', join(office, 'node_modules/.bin/jixiaoce'));
    npm(office, 'run', 'check', '--', '--quiet', '--year', '2022');
  }

  const git = startGit(office);
  expect(run('hooks').status).toBe(0);
  git.commit('八张表');
  expect(git('ls-files', 'node_modules', 'out')).toBe('');
  const wrong = 'projects/2022/党员干部教育经费.yaml';
  writeFileSync(join(office, wrong), read(wrong).replace('项目名称: ', '项目名称：'));
  expect(() => git.commit('错的')).toThrow(/党员干部教育经费\.yaml:\d+:5 错误/);
  git('checkout', '--', '.');
  rmSync(join(office, 'node_modules'), { recursive: true });
  writeFileSync(join(office, wrong), `# 看过\n${read(wrong)}`);
  expect(() => git.commit('没有程序')).not.toThrow();
});

test('init: a package.json of somebody’s own gets its commands from them; the program’s own folder is no place for tables', () => {
  const entry = join(PROGRAM_ROOT, 'src/cli/entry.mjs');
  const start = (cwd: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [entry, 'init', ...args], {
      cwd,
      encoding: 'utf8',
    });
    return { status, stderr };
  };
  expect(start(PROGRAM_ROOT)).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^无法继续 .+\n {2}→ .+\n$/),
  });
  expect(start(work, '甲', '乙').status).toBe(2);
  mkdirSync(join(work, '别处'));
  const own = '{ "scripts": { "check": "真的" } }';
  writeFileSync(join(work, '别处/package.json'), own);
  const { status, stderr } = start(work, '别处', '--lang', 'en');
  expect(status).toBe(0);
  expect(readFileSync(join(work, '别处/package.json'), 'utf8')).toBe(own);
  expect(stderr).toContain('npm pkg set "scripts.build=jixiaoce build"');
  expect(stderr).not.toContain('scripts.check=');
  expect(stderr).toMatch(/Next: run npm install in 别处/);
  expect(start(work, '新的').status).toBe(0);
  const { dependencies } = JSON.parse(readFileSync(join(work, '新的/package.json'), 'utf8'));
  expect(realpathSync(join(work, '新的', dependencies.jixiaoce.replace('file:', '')))).toBe(PROGRAM_ROOT);
  expect(readdirSync(join(work, '新的/projects'))).toEqual([String(new Date().getFullYear())]);
});
