import { spawnSync } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';
import { startGit } from './office-git.ts';
import { processesBelow, stillRunning } from './processes.ts';
import { ENTRY, startProgram } from './program.ts';
import { withRepository } from './repository.ts';
import { withWorkplace } from './workplace.ts';

const run = (cwd: string, ...args: string[]) => startProgram(cwd, args).finished;

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
    const errors = diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors).toMatchObject([
      { severity: 'error', code: 'yaml/full-width-colon', file: 'projects/2022/坏.yaml', line: 1, column: 5 },
    ]);
    expect(summary).toMatchObject({ projects: 9, errors: 1 });
    const one = await run(folder, 'check', 'projects/2022/党员干部教育经费.yaml', '--format=json');
    expect(JSON.parse(one.stdout).summary).toMatchObject({ projects: 1, errors: 0 });
    expect((await run(folder, 'check', '--format', 'github')).stdout).toMatch(
      /^::error file=projects\/2022\/坏\.yaml,line=1/m,
    );
  });
});

test('machine trouble: 2, one sentence and a remedy on stderr, no JSON', async () => {
  await withWorkplace(async ({ folder, put }) => {
    put('文件夹.pdf/一个文件', '');
    const commandLines = [
      ['check', '--projects', '没有', '--format', 'json'],
      ['check', '--format', 'xml'],
      ['check', '--nonsense'],
      ['check', '--lang', 'fr'],
      ['build', '--browser', '没有'],
      ['gibberish'],
      ['constructor'],
      ['check', '--year'],
      ['check', '--quiet=yes'],
      ['build', '--list'],
      ['watch', '--port', '99999'],
      ['watch', '--projects', '没有'],
      ['watch', '--editor', 'vscode://'],
      ['watch', 'projects/2022'],
      ['new'],
      ['new', '甲', '乙'],
      ['new', '甲', '--format', 'github'],
      ['new', '甲', '--projects', '没有'],
      ['tidy', '没有.yaml'],
      ['doctor', '--format', 'github'],
      ['check', '--staged', 'projects/2022'],
      ['check', '--staged'],
      ['hooks'],
      ['hooks', '--format', 'json'],
      ['trace'],
      ['trace', '3f9a1c2e77', '--projects', '没有'],
      ['diff'],
      ['diff', '--format', 'github'],
      ['trace', '文件夹.pdf'],
      ['diff', 'HEAD', 'HEAD~1'],
    ];
    await Promise.all(
      commandLines.map(async (args) => {
        const { code, stdout, stderr } = await run(folder, ...args);
        expect({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
        expect(stderr, args.join(' ')).toMatch(/^无法继续 .+\n {2}→ .+\n$/);
      }),
    );
  });
});

test('a reader that has seen enough is no trouble, a full disk is', async () => {
  await withWorkplace(async ({ folder, put }) => {
    const table = 'projects/2022/党员志愿服务工作经费.yaml';
    put(table, readFileSync(join(folder, table), 'utf8').replace('≤ 2.73', '2.73'));
    const program = startProgram(folder, ['check', '--format', 'json', '--verbose']);
    program.child.stdout?.destroy();
    expect(await program.finished).toMatchObject({ code: 1, stderr: '' });
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    const halted = spawnSync(process.execPath, [ENTRY, 'check', '--format', 'json'], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(halted.stderr).toMatch(/^无法继续 结果没有写完（ENOSPC）\n {2}→ .+\n$/);
    expect(halted.status).toBe(2);
  });
});

test('diff --pdf writes over a PDF, and touches nothing else', async () => {
  await withRepository(async ({ folder, put, read, edit }) => {
    edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
    put('不是.PDF', '一份说明');
    put('文件夹.pdf/一个文件', '');
    const table = 'projects/2022/党员干部教育经费.yaml';
    const before = [read(table), read('不是.PDF')];
    const refused = [
      [table, `“${table}”不是 PDF 的文件名，没有动它`],
      ['没有的/对照表.txt', '“没有的/对照表.txt”不是 PDF 的文件名，没有动它'],
      ['不是.PDF', '“不是.PDF”已经有了，里面不是 PDF，没有动它'],
      ['文件夹.pdf', '文件夹.pdf 是一个文件夹'],
      [`${table}/对照表.pdf`, `写不了 ${table}：要放文件夹的地方有一个同名的文件`],
    ];
    for (const [pdf = '', sentence = ''] of refused) {
      const { code, stdout, stderr } = await run(folder, 'diff', '--pdf', pdf, '--quiet');
      expect({ code, stdout }, pdf).toEqual({ code: 2, stdout: '' });
      expect(stderr.replace(`${folder}/`, '')).toContain(`无法继续 ${sentence}\n  → `);
      expect(stderr).not.toContain('--out');
    }
    // The place is judged before the revision.
    expect((await run(folder, 'diff', '没有这个版本', '--pdf', table)).stderr).toContain('不是 PDF 的文件名');
    expect([read(table), read('不是.PDF')]).toEqual(before);
    put('对照/表.PDF', '%PDF-1.4\n旧的');
    for (const pdf of ['对照/表.PDF', '新/文件夹/表.pdf']) {
      expect((await run(folder, 'diff', '--pdf', pdf, '--quiet')).code).toBe(0);
      expect(read(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      expect(read(pdf).length).toBeGreaterThan(10_000);
    }
  });
});

test('help for the program and for each command, in both languages', async () => {
  await withWorkplace(async ({ folder }) => {
    const commands = ['check', 'build', 'watch', 'diff', 'new', 'tidy', 'trace', 'hooks', 'doctor'];
    const { stdout: list } = await run(folder);
    await Promise.all(
      commands.map(async (command) => {
        expect(list).toMatch(new RegExp(`^ {2}${command} `, 'm'));
        const { code, stdout } = await run(folder, command, '--help');
        expect({ code, stdout }).toEqual({
          code: 0,
          stdout: expect.stringContaining(`npm run ${command} -- `),
        });
        const english = await run(folder, command, '--help', '--lang', 'en');
        expect(english.stdout).toContain(`Usage: npm run ${command} -- `);
      }),
    );
    expect((await run(folder, '--help')).stdout).toBe(list);
  });
});

test('an option that nobody knows is named, with those that are known', async () => {
  await withWorkplace(async ({ folder }) => {
    expect((await run(folder, 'tidy', '--chek')).stderr).toMatch(
      /没有“--chek”这个选项；是不是 --check？\n.*[： ]--check /,
    );
    expect((await run(folder, 'tidy', '--chek', '--lang=en')).stderr).toContain(
      'There is no option “--chek”',
    );
  });
});

test('check --list: every check with its level, as text and as json', async () => {
  await withWorkplace(async ({ folder }) => {
    const text = await run(folder, 'check', '--list');
    expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^code\/repeated +错误 +\S/m);
    const json = await run(folder, 'check', '--list', '--format', 'json', '--lang', 'en');
    const { checks } = JSON.parse(json.stdout);
    expect(checks).toHaveLength(text.stdout.trimEnd().split('\n').length);
    expect(checks).toContainEqual(expect.objectContaining({ code: 'name/file', level: 'warning' }));
    expect(json.stdout).not.toMatch(/\{\w+\}/);
  });
});

test('new, check, tidy: a table is begun, reported as unfinished, and left as it is', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const begun = await run(folder, 'new', '党员教育', '--year', '2023');
    expect({ code: begun.code, stdout: begun.stdout }).toEqual({ code: 0, stdout: '' });
    expect(begun.stderr).toMatch(/^写好了 projects\/2023\/党员教育\.yaml\n {2}→ .*npm run check/);
    const file = 'projects/2023/党员教育.yaml';
    const checked = await run(folder, 'check', file);
    expect(checked.code).toBe(1);
    expect(checked.stderr).toContain('text/to-fill');
    const again = await run(folder, 'new', '党员教育', '--year', '2023', '--format', 'json');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stdout)).toMatchObject({ written: null, diagnostics: [{ code: 'new/exists' }] });

    expect((await run(folder, 'tidy', '--check')).code).toBe(0);
    const before = read(file).toString();
    put(file, before.replaceAll('≥ 待填', '≥   待填').replace(': = 100 %', ': ＝100%'));
    const told = await run(folder, 'tidy', '--check', '--format', 'json');
    expect(told.code).toBe(1);
    expect(JSON.parse(told.stdout)).toMatchObject({
      written: [],
      diagnostics: [{ code: 'tidy/would-change', file }],
    });
    const tidied = await run(folder, 'tidy', file);
    expect(tidied.code).toBe(0);
    expect(tidied.stderr).toBe(`整理好了 ${file}\n看过 1 个文件，整理了 1 个\n`);
    expect(read(file).toString()).toContain('指标值: = 100 %\n');
  });
});

test('diff: text on stderr, all else on stdout alone; 1 only when it is asked for', async () => {
  await withRepository(async ({ folder, edit }) => {
    const none = { code: 0, stdout: '', stderr: expect.stringContaining('没有变化') };
    expect(await run(folder, 'diff', '--exit-code')).toEqual(none);
    edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
    const text = await run(folder, 'diff');
    expect({ code: text.code, stdout: text.stdout }).toEqual({ code: 0, stdout: '' });
    expect(text.stderr).toMatch(/^HEAD（[0-9a-f]{7}，\d{4}-\d{2}-\d{2}） → 现在的文件\n/);
    expect(text.stderr).toContain('≤ 2.73 万元 → ≤ 3.00 万元（+0.27 万元，+9.89%）');
    expect(await run(folder, 'diff', '--quiet', '--exit-code')).toEqual({ code: 1, stdout: '', stderr: '' });
    expect((await run(folder, 'diff', 'HEAD..HEAD', '--exit-code')).code).toBe(0);
    const english = await run(folder, 'diff', '--lang', 'en');
    expect(english.stderr).toContain('+0.27 万元, +9.89%');
    for (const format of ['json', 'markdown', 'html']) {
      const { code, stdout, stderr } = await run(folder, 'diff', 'HEAD', '--format', format);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('党员志愿服务工作经费');
    }
    const { from, to, fromDate, toDate } = JSON.parse(
      (await run(folder, 'diff', 'HEAD', '--format', 'json')).stdout,
    );
    expect([from, to, toDate]).toEqual(['HEAD', 'worktree', null]);
    expect(fromDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await run(folder, 'diff', '没有这个版本', '--format', 'json')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^无法继续 没有“没有这个版本”这个版本\n {2}→ /),
    });
  });
});

test('diff: with a file that cannot be read, no format gives a difference of counts or sums', async () => {
  await withRepository(async ({ folder, edit }) => {
    edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
    edit('党员干部教育经费', '项目名称: ', '项目名称：');
    const show = async (format: string, stream: 'stdout' | 'stderr' = 'stdout') =>
      (await run(folder, 'diff', '--format', format))[stream];
    const why = '有文件读不出来，增减不作比较';
    expect((await show('text', 'stderr')).split('\n')[1]).toMatch(
      new RegExp(
        `^项目 8 个 → 7 个，三级指标 59 条 → \\d+ 条，成本指标合计 90.08 万元 → \\S+ 万元（${why}）$`,
      ),
    );
    const markdown = await show('markdown');
    expect(markdown).toContain(`（${why}）`);
    for (const name of ['项目', '三级指标', '成本指标合计'])
      expect(markdown).toMatch(new RegExp(`^\\| ${name} \\| [^|]+ \\| [^|]+ \\| +\\|$`, 'm'));
    const html = await show('html');
    expect(html).toContain(`<p class="withheld">${why}。</p>`);
    const totals = /<table class="form totals">([\s\S]*?)<\/table>/.exec(html)?.[1] ?? '';
    expect(totals.match(/<td>[^<]+<\/td><td>[^<]+<\/td><td>\s*<\/td><\/tr>/g)).toHaveLength(3);
    const json = JSON.parse(await show('json'));
    for (const sums of [json.totals, ...json.years]) {
      expect(sums).toMatchObject({ projectsBefore: 8, projectsAfter: 7, isComplete: false });
      expect(sums).not.toHaveProperty('delta');
      expect(sums).not.toHaveProperty('percent');
    }
  });
});

test('doctor: one line each; 2 when something needs attention', async () => {
  await withWorkplace(async ({ folder }) => {
    const well = await run(folder, 'doctor');
    expect({ code: well.code, stdout: well.stdout }).toEqual({ code: 0, stdout: '' });
    expect(well.stderr).toMatch(/^✓ Node\.js /);
    expect(well.stderr).not.toContain('✗');
    const ill = await run(folder, 'doctor', '--browser', '没有', '--format', 'json', '--lang', 'en');
    expect({ code: ill.code, stderr: ill.stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(ill.stdout).findings).toContainEqual({
      what: 'browser',
      condition: 'trouble',
      message: expect.stringContaining('not there'),
      hint: expect.any(String),
    });
  });
});

test('trace: 0 when all is current, 1 otherwise; says what it can without git', async () => {
  await withWorkplace(async ({ folder, build, put, read }) => {
    startGit(folder).commit('八张表', '01-05');
    const [table, pdf] = ['projects/2022/党员干部教育经费.yaml', 'out/2022/党员干部教育经费.pdf'];
    await build({ paths: [table] });
    const well = await run(folder, 'trace', pdf);
    expect({ code: well.code, stdout: well.stdout }).toEqual({ code: 0, stdout: '' });
    expect(well.stderr).toMatch(
      /^✓ 党员干部教育经费 · 52270022P00430210136F · [0-9a-f]{10}\n {2}是最新的：.+\n {2}git 版本 [0-9a-f]{10}，2026-01-05，张三：八张表\n$/,
    );
    expect(await run(folder, 'trace', pdf, '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });

    put(table, read(table).toString().replace('≤ 30 万元', '≤ 31 万元'));
    const old = await run(folder, 'trace', pdf, '没有.pdf');
    expect(old.code).toBe(1);
    expect(old.stderr).toMatch(
      /✗ .+\n {2}不是最新的：.+\n {2}→ .+\n {2}git 版本 .+\n {2}从那时起改了什么：npm run diff/,
    );
    expect(old.stderr).toMatch(/✗ 没有\.pdf 没有这个文件\n {2}→ /);
    const json = await run(folder, 'trace', pdf, '--format', 'json');
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      targets: [
        { target: pdf, problem: null, tables: [{ currency: 'changed', revision: { author: '张三' } }] },
      ],
      git: 'ready',
      isCurrent: false,
    });
    const strange = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
    const foreign = await startProgram(folder, ['trace', pdf], strange).finished;
    expect(foreign.stderr).toMatch(/– 这个仓库的文件夹是别的用户的.+\n {2}→ .*safe\.directory/);
    const alone = await startProgram(folder, ['trace', pdf, '--lang', 'en'], { PATH: '', Path: '' }).finished;
    expect(alone.code).toBe(1);
    expect(alone.stderr).toMatch(/is not current: .+\n.+\n– There is no git, .+\n {2}→ Install it/);
  });
});

test('no command is loaded before it is asked for', () => {
  const text = ['main', 'parse', 'commands', 'options']
    .map((name) => readFileSync(join(PROGRAM_ROOT, `src/cli/${name}.ts`), 'utf8'))
    .join('');
  const modules = [...text.matchAll(/^import .* from '([^']+)'/gm)].map(([, module]) => module);
  expect(modules.filter((module) => /run-|\.\.\/commands/.test(module ?? ''))).toEqual([]);
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
    await withWorkplace(async ({ folder, outputs, multiply }) => {
      multiply(60);
      const { child, finished } = startProgram(folder, ['build']);
      const browsers = () =>
        processesBelow(child.pid ?? 0).filter(({ command }) => /chrom|edge/i.test(command));
      await expect.poll(() => browsers().length).toBeGreaterThan(0);
      const started = processesBelow(child.pid ?? 0);
      child.kill('SIGINT');
      expect((await finished).code).toBe(130);
      // Killed all at once, they end one after the other.
      await expect.poll(() => stillRunning(started)).toEqual([]);
      const files = Object.keys(outputs('.')).filter((path) => path.startsWith('out/'));
      expect(files.filter((path) => path.includes('.tmp'))).toEqual([]);
    });
  },
);

test('check --fix: each remedy on stderr, the state afterwards as exit code; --dry-run shows a diff', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const file = 'projects/2022/党员志愿服务工作经费.yaml';
    const wrong = read(file).toString().replace('≤ 2.73 万元', '2.73 万元');
    put(file, wrong);
    const tried = await run(folder, 'check', file, '--fix', '--dry-run');
    expect(tried.code).toBe(1);
    expect(tried.stdout).toContain(`--- a/${file}\n+++ b/${file}\n`);
    expect(tried.stderr).toContain('-        指标值: 2.73 万元\n+        指标值: ≤ 2.73 万元\n');
    const json = await run(folder, 'check', file, '--fix', '--dry-run', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      fixed: expect.arrayContaining([
        {
          ...{ file, line: 29, code: 'value/no-sign' },
          ...{ before: '        指标值: 2.73 万元', after: '        指标值: ≤ 2.73 万元' },
        },
      ]),
      patch: tried.stdout,
      summary: { errors: 1 },
    });
    expect(read(file).toString()).toBe(wrong);
    const fixed = await run(folder, 'check', file, '--fix');
    expect({ code: fixed.code, stdout: fixed.stdout }).toEqual({ code: 0, stdout: '' });
    expect(fixed.stderr).toContain(
      `${file}:29 改好了 value/no-sign\n  指标值: 2.73 万元 → 指标值: ≤ 2.73 万元\n`,
    );
    expect(read(file).toString()).toContain('指标值: ≤ 2.73 万元\n');
    for (const args of [['--dry-run'], ['--fix', '--staged']])
      expect((await run(folder, 'check', ...args)).code).toBe(2);
  });
});
