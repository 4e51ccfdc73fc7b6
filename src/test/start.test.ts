import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';
import { ENTRY } from './program.ts';
import { withWorkplace } from './workplace.ts';

const SENTENCE = /^无法继续 .+\n {2}→ .+\n$/;

/** Lends a copy of the program as a checkout has it before `npm ci` has compiled it. */
async function withCheckout(use: (checkout: ReturnType<typeof checkOut>) => Promise<void> | void) {
  const checkout = checkOut();
  try {
    await use(checkout);
  } finally {
    rmSync(checkout.folder, { recursive: true, force: true });
  }
}

function checkOut() {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'jixiaoce-'))), '程序 一');
  for (const name of [
    'src',
    'scripts',
    'schema',
    'templates',
    'projects',
    'package.json',
    'package-lock.json',
  ])
    cpSync(join(PROGRAM_ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROGRAM_ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const entry = join(folder, 'src/cli/entry.mjs');
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [entry, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stderr };
  };
  const put = (path: string, text: string | null) => {
    rmSync(join(folder, path), { recursive: true, force: true });
    if (text !== null) writeFileSync(join(folder, path), text);
  };
  const edit = (path: string, from: string, to: string) => {
    const text = readFileSync(join(folder, path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, path), text.replaceAll(from, to));
  };
  return { folder, entry, run, put, edit };
}

test('the first commands compile by themselves, several at once; a change is compiled by the next one', async () => {
  await withCheckout(async ({ folder, entry, run, edit }) => {
    const first = Array.from(
      { length: 2 },
      () =>
        new Promise((resolve) => {
          execFile(process.execPath, [entry, 'check'], { cwd: folder }, (error, _, stderr) =>
            resolve({ failed: error !== null, stderr }),
          );
        }),
    );
    for (const finished of await Promise.all(first))
      expect(finished).toEqual({ failed: false, stderr: expect.stringContaining('8 个项目：0 个错误') });
    const compiled = () => readdirSync(join(folder, 'dist')).sort();
    const before = compiled();
    expect(before).toContain('current.json');
    expect(before.filter((name) => name !== 'current.json')).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);

    const note = () => statSync(join(folder, 'dist/current.json')).mtimeMs;
    const noted = note();
    expect(run('check', '--quiet')).toEqual({ status: 0, stderr: '' });
    expect(note()).toBe(noted);
    // Checked out again: another time, the same text.
    utimesSync(join(folder, 'src/compile.ts'), 1, 1);
    expect(run('check', '--quiet')).toEqual({ status: 0, stderr: '' });
    expect(compiled()).toEqual(before);

    edit('src/messages/commands.ts', '个项目：', '个 项 目：');
    expect(run('check').stderr).toContain('8 个 项 目：0 个错误');
    expect(compiled()).toHaveLength(3);
  });
});

test('a program that cannot be compiled is reported in a sentence, with the place', async () => {
  await withCheckout(({ folder, run, put, edit }) => {
    put('dist', '一个文件');
    const taken = run('check');
    expect(taken).toEqual({ status: 2, stderr: expect.stringMatching(SENTENCE) });
    expect(taken.stderr).toContain(join(folder, 'dist'));
    put('dist', null);

    edit('src/compile.ts', 'import ', 'import import ');
    const broken = run('check', '--lang', 'en');
    expect(broken.status).toBe(2);
    expect(broken.stderr).toMatch(
      /^Cannot go on The program could not be compiled: .*src\/compile\.ts:1:\d+.*\n {2}→ .+\n$/,
    );
    edit('src/compile.ts', 'import import ', 'import ');

    expect(run('check').status).toBe(0);
    const current = JSON.parse(readFileSync(join(folder, 'dist/current.json'), 'utf8')).folder;
    for (const name of readdirSync(join(folder, 'dist', current)))
      if (name.startsWith('run-check')) put(`dist/${current}/${name}`, null);
    expect(run('check')).toEqual({ status: 2, stderr: expect.stringMatching(SENTENCE) });
    expect(spawnSync(process.execPath, ['scripts/compile.mjs'], { cwd: folder }).status).toBe(0);
    expect(run('check').status).toBe(0);
  });
});

test('packages that are missing, and a Node.js that is too old', async () => {
  await withCheckout(({ run, put, edit }) => {
    edit('package.json', '>=20.19', '>=99.1');
    expect(run('check')).toEqual({
      status: 2,
      stderr: `无法继续 Node.js ${process.versions.node} 太旧\n  → 从 nodejs.org 安装 99.1 或更新的版本\n`,
    });
    edit('package.json', '>=99.1', '>=20.19');
    put('node_modules', null);
    expect(run('check')).toEqual({
      status: 2,
      stderr: '无法继续 缺少 npm 包 esbuild\n  → 在项目文件夹里运行 npm ci\n',
    });
  });
});

test.skipIf(process.platform === 'win32')(
  'few open files, little memory: a sentence, never a stack',
  async () => {
    await withWorkplace(async ({ folder }) => {
      const limited = (limit: string, ...args: string[]) => {
        const line = `ulimit ${limit}; exec "$0" "$@"`;
        const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath, ENTRY, ...args], {
          cwd: folder,
          encoding: 'utf8',
        });
        return { status, stderr };
      };
      const files =
        '无法继续 系统不让再打开更多文件\n  → 关掉一些程序，或者放宽限制（ulimit -n 1024），再运行一次\n';
      for (const limit of ['-n 20', '-n 24']) {
        expect(limited(limit, 'check')).toEqual({ status: 2, stderr: files });
        expect(limited(limit, 'build')).toEqual({ status: 2, stderr: files });
      }
      expect(limited('-n 24', 'check', '--lang', 'en').stderr).toMatch(
        /^Cannot go on The system allows no more open files\n/,
      );
      if (process.platform !== 'linux') return;
      // What Node.js itself takes differs from machine to machine: below that it ends before any script runs.
      const line =
        'for v in 800000 900000 1000000 1300000; do (ulimit -v $v; "$0" -e 0 2>/dev/null && echo $v); done';
      const enough = spawnSync('bash', ['-c', line, process.execPath], { encoding: 'utf8' }).stdout.trim();
      for (const size of enough.split('\n').slice(1)) {
        const { status, stderr } = limited(`-v ${size}`, 'check', '--quiet');
        expect([0, 2]).toContain(status);
        expect(stderr).toMatch(status === 0 ? /^$/ : /^无法继续 内存不够\n {2}→ .+\n$/);
      }
    });
  },
);

test.skipIf(process.platform === 'win32')('a working directory that is gone is a sentence', async () => {
  await withWorkplace(async ({ folder }) => {
    const line = 'mkdir x && cd x && rmdir ../x && exec "$0" "$@"';
    const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath, ENTRY, 'check'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(SENTENCE) });
  });
});

test.skipIf(process.platform !== 'linux')('too little memory to compile is a sentence, too', async () => {
  await withCheckout(({ folder, edit }) => {
    edit('src/compile.ts', 'import ', '/* changed */ import ');
    const line = 'ulimit -v 1300000; exec "$0" "$@"';
    const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath, 'src/cli/entry.mjs', 'check'], {
      cwd: folder,
      encoding: 'utf8',
    });
    // How much a compiler takes differs from machine to machine.
    expect([0, 2]).toContain(status);
    expect(stderr).toMatch(status === 0 ? /8 个项目/ : /^无法继续 内存不够\n {2}→ .+\n$/);
  });
});

test('a temporary folder that is none: what needs none goes on, the rest says so', async () => {
  await withWorkplace(async ({ folder, put }) => {
    put('文件', '');
    for (const place of ['文件', '没有']) {
      const path = join(folder, place);
      const run = (command: string) =>
        spawnSync(process.execPath, [ENTRY, command], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, TMPDIR: path, TEMP: path, TMP: path },
        });
      expect(run('check').status).toBe(0);
      const built = run('build');
      expect(built.stderr).toMatch(SENTENCE);
      expect(built.stderr).toContain(path);
      expect(built.status).toBe(2);
    }
  });
});

/** What of the program and its packages a command loads, e.g. `src/compile.ts`. */
function listLoaded(cwd: string, ...args: string[]): string[] {
  const place = mkdtempSync(join(tmpdir(), 'jixiaoce-'));
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: place };
    spawnSync(process.execPath, [ENTRY, ...args], { cwd, env });
    return readdirSync(place).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(place, name), 'utf8')) as { result: { url: string }[] };
      const files = result.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url));
      return files.flatMap((file) => {
        const parts = readFileSync(file, 'utf8').matchAll(/^\/\/ ((?:src|node_modules)\/\S+)$/gm);
        return [...parts].map(([, part = '']) => part);
      });
    });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

test('a command loads what it needs', async () => {
  await withWorkplace(async ({ folder }) => {
    const check = listLoaded(folder, 'check');
    expect(check).toEqual(
      expect.arrayContaining(['src/compile.ts', 'src/commands/check.ts', 'src/cli/run-check.ts']),
    );
    const others =
      /^src\/(?:print|browser|preview|compare|format|pdf\/pdf-file)\b|^node_modules\/(?:chokidar|diff|puppeteer|open|pdfjs-dist)\//;
    expect(check.filter((part) => others.test(part))).toEqual([]);
    const help = listLoaded(folder, '--help');
    expect(help).toContain('src/cli/help.ts');
    expect(
      help.filter((part) => /^src\/(?:check|read|document|commands)\/(?!explain\/nearest)/.test(part)),
    ).toEqual([]);
    const diff = listLoaded(folder, 'diff');
    expect(diff).toContain('src/compare/compare.ts');
    expect(diff.filter((part) => /^src\/(?:print|browser|preview)\//.test(part))).toEqual([]);
  });
});
