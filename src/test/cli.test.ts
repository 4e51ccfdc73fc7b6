import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../commands/workshop.ts';
import { processesBelow } from './processes.ts';
import { withWorkplace } from './workplace.ts';

interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the program as `npm run` does, in another working directory. */
function start(cwd: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, join(PROGRAM_ROOT, 'scripts/cli.ts'), ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, finished };
}

const run = (cwd: string, ...args: string[]) => start(cwd, args).finished;

test('check: 0 when all is well, with a count on stderr and nothing on stdout', async () => {
  await withWorkplace(async ({ folder }) => {
    const { code, stdout, stderr } = await run(folder, 'check');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('8 个项目：0 个错误');
    expect(await run(folder, 'check', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await run(folder, 'check', '--lang', 'en')).stderr).toContain('8 projects: 0 errors');
  });
});

test('check: 1 with every mistake; json is alone on stdout and its paths are relative', async () => {
  await withWorkplace(async ({ folder, put }) => {
    put('projects/2022/坏.yaml', '项目名称：坏\n');
    const text = await run(folder, 'check');
    expect(text.code).toBe(1);
    expect(text.stderr).toContain('projects/2022/坏.yaml:1:5 错误');
    const json = await run(folder, 'check', '--format', 'json');
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 1, stderr: '' });
    const { diagnostics, summary } = JSON.parse(json.stdout);
    expect(diagnostics).toMatchObject([
      { severity: 'error', code: 'yaml/full-width-colon', file: 'projects/2022/坏.yaml', line: 1, column: 5 },
    ]);
    expect(summary).toEqual({ projects: 9, errors: 1, warnings: 0, suggestions: 0 });
    const one = await run(folder, 'check', 'projects/2022/党员干部教育经费.yaml', '--format=json');
    expect(JSON.parse(one.stdout).summary).toMatchObject({ projects: 1, errors: 0 });
    expect((await run(folder, 'check', '--format', 'github')).stdout).toMatch(
      /^::error file=projects\/2022\/坏\.yaml,line=1/,
    );
  });
});

test('machine trouble: 2, one sentence and a remedy on stderr, no JSON', async () => {
  await withWorkplace(async ({ folder }) => {
    for (const args of [
      ['check', '--projects', '没有', '--format', 'json'],
      ['check', '--format', 'xml'],
      ['check', '--nonsense'],
      ['check', '--lang', 'fr'],
      ['build', '--browser', '没有'],
      ['gibberish'],
    ]) {
      const { code, stdout, stderr } = await run(folder, ...args);
      expect({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
      expect(stderr, args.join(' ')).toMatch(/^无法继续 .+\n {2}→ .+\n$/);
    }
  });
});

test('help for the program and for each command, in both languages', async () => {
  await withWorkplace(async ({ folder }) => {
    for (const args of [[], ['--help'], ['check', '--help'], ['build', '--help']]) {
      const { code, stdout } = await run(folder, ...args);
      expect(code).toBe(0);
      expect(stdout).toContain('用法');
    }
    expect((await run(folder, 'build', '--help', '--lang', 'en')).stdout).toContain('Usage');
  });
});

test('build: writes, says so, and a second run has nothing to do', async () => {
  await withWorkplace(async ({ folder, outputs }) => {
    const first = await run(folder, 'build', '--out', '成果 2022');
    expect(first.code).toBe(0);
    expect(first.stderr).toContain('打印 9 份');
    expect(Object.keys(outputs('成果 2022'))).toContain('2022/booklet.pdf');
    expect((await run(folder, 'build', '--out', '成果 2022')).stderr).toContain('打印 0 份，9 份没有变化');
  });
});

test.skipIf(process.platform === 'win32')(
  'an interrupted build exits 130 and leaves no process',
  async () => {
    await withWorkplace(async ({ folder, outputs }) => {
      const { child, finished } = start(folder, ['build']);
      await new Promise<void>((resolve) => {
        const watch = setInterval(() => {
          if (!processesBelow(child.pid ?? 0).some(({ command }) => /chrom|edge/i.test(command))) return;
          clearInterval(watch);
          resolve();
        }, 5);
      });
      const started = processesBelow(child.pid ?? 0).map(({ pid }) => pid);
      child.kill('SIGINT');
      expect((await finished).code).toBe(130);
      const left = processesBelow(1).filter(
        ({ pid, command }) => started.includes(pid) && /chrom|edge/i.test(command),
      );
      expect(left).toEqual([]);
      const files = Object.keys(outputs('.')).filter((path) => path.startsWith('out/'));
      expect(files.filter((path) => path.includes('.tmp'))).toEqual([]);
    });
  },
);
