import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanEnvironment, type OfficeGit, startGit } from '../test/office-git.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { checkStaged } from './check-staged.ts';
import { examine } from './doctor.ts';
import { switchHooks } from './hooks.ts';

const TABLE = 'projects/2022/党员干部教育经费.yaml';
const PDF = 'out/2022/党员干部教育经费.pdf';

type Office = Workplace & { git: OfficeGit; change(before: string, after: string): void };

/** An office with our attributes, and everything committed. */
async function withOffice(use: (office: Office) => Promise<void>) {
  await withWorkplace(async (workplace) => {
    const { folder, put, read } = workplace;
    const git = startGit(folder);
    put('.gitattributes', readFileSync(join(PROGRAM_ROOT, '.gitattributes')));
    const change = (before: string, after: string) => {
      const text = read(TABLE).toString();
      expect(text).toContain(before);
      put(TABLE, text.replace(before, after));
    };
    await use({ ...workplace, git, change });
  });
}

/** `git commit`, which may be refused. */
function tryCommit(folder: string, ...args: string[]) {
  const { status, stderr } = spawnSync('git', ['commit', '--quiet', '--message', '试', ...args], {
    cwd: folder,
    env: cleanEnvironment(),
    encoding: 'utf8',
  });
  return { status, stderr };
}

test('on and off: git’s own configuration is as it was', async () => {
  await withOffice(async ({ folder, git, read }) => {
    git('config', 'diff.pdf.cachetextconv', 'false');
    git('config', 'core.quotePath', 'false');
    const before = git('config', '--local', '--list');
    const codes = async (off: boolean) => {
      const { messages, isDone } = await switchHooks({ cwd: folder, off });
      return [...messages.map(({ code }) => code), isDone];
    };
    expect(await codes(true)).toEqual(['hooks/already-off', true]);
    expect(await codes(false)).toEqual(['hooks/on', true]);
    const on = git('config', '--local', '--list');
    expect(on).not.toMatch(/hookspath/i);
    expect(read('.git/hooks/pre-commit').toString()).toMatch(/^#!\/bin\/sh\n# jixiaoce: /);
    expect(await codes(false)).toEqual(['hooks/already-on', true]);
    expect(git('config', '--local', '--list')).toBe(on);
    expect(await codes(true)).toEqual(['hooks/off', true]);
    expect(git('config', '--local', '--list')).toBe(before);
    expect(readdirSync(join(folder, '.git'))).not.toContain('jixiaoce');
    expect(readdirSync(join(folder, '.git/hooks'))).not.toContain('pre-commit');
  });
});

test('what was changed since is somebody’s own; an older value of ours is brought up to date', async () => {
  await withOffice(async ({ folder, git }) => {
    await switchHooks({ cwd: folder, off: false });
    const on = git('config', '--local', '--list');
    git('config', 'diff.pdf.textconv', 'node --import ./elsewhere.mjs old/scripts/pdf-words.ts');
    git('config', 'core.hooksPath', '.githooks');
    const record = git('config', 'jixiaoce.switchedOn').trim();
    git('config', 'jixiaoce.switchedOn', `${record} core.hooksPath`);
    expect(await switchHooks({ cwd: folder, off: false })).toMatchObject({
      messages: [{ code: 'hooks/on' }],
    });
    expect(git('config', '--local', '--list')).toBe(on);
    git('config', 'diff.pdf.textconv', 'pdftotext');
    expect(await switchHooks({ cwd: folder, off: false })).toMatchObject({ isDone: false });
    await switchHooks({ cwd: folder, off: true });
    expect(git('config', '--local', '--list')).toMatch(/^diff\.pdf\.textconv=pdftotext$/m);
    expect(git('config', '--local', '--list')).not.toMatch(/hookspath|jixiaoce/i);
  });
});

test.each([
  ['core.hooksPath', '.husky'],
  ['diff.pdf.textconv', 'pdftotext'],
  ['diff.jixiaoce.xfuncname', '^x'],
])('what somebody set is reported and stays: %s', async (key, value) => {
  await withOffice(async ({ folder, git }) => {
    git('config', key, value);
    const before = git('config', '--local', '--list');
    const args = { key, value };
    expect(await switchHooks({ cwd: folder, off: false })).toEqual({
      messages: [{ code: 'hooks/taken', args }],
      isDone: false,
    });
    expect(await switchHooks({ cwd: folder, off: true })).toMatchObject({ isDone: true });
    expect(git('config', '--local', '--list')).toBe(before);
  });
});

test('a pre-commit of the repository’s own stays, and nothing is changed; other hooks go on beside ours', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    put('.git/hooks/commit-msg', '#!/bin/sh\n');
    put('.git/hooks/pre-commit', '#!/bin/sh\n');
    const before = git('config', '--local', '--list');
    const { messages } = await switchHooks({ cwd: folder, off: false });
    expect(messages).toEqual([{ code: 'hooks/own-script', args: { key: 'pre-commit' } }]);
    expect(git('config', '--local', '--list')).toBe(before);
    expect(read('.git/hooks/pre-commit').toString()).toBe('#!/bin/sh\n');
    put('.git/hooks/pre-commit', null);
    expect(await switchHooks({ cwd: folder, off: false })).toMatchObject({ isDone: true });
    expect(readdirSync(join(folder, '.git/hooks'))).toEqual(
      expect.arrayContaining(['commit-msg', 'pre-commit']),
    );
  });
});

test('a branch that is checked out changes nothing of what git runs', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    git.commit('八张表');
    await switchHooks({ cwd: folder, off: false });
    git('checkout', '--quiet', '-b', '生人');
    const evil = `#!/bin/sh\ntouch "${folder}/跑了"\n`;
    for (const hook of ['post-checkout', 'pre-commit', 'post-commit']) {
      put(`.githooks/${hook}`, evil);
      chmodSync(join(folder, `.githooks/${hook}`), 0o755);
    }
    put('src/cli/main.ts', `import { writeFileSync } from 'node:fs'; writeFileSync('${folder}/跑了', '');`);
    for (const file of [
      'src/cli/entry.mjs',
      'scripts/compile.mjs',
      'scripts/git-run.mjs',
      'dist/current.json',
    ])
      put(file, read('src/cli/main.ts'));
    put('package.json', JSON.stringify({ scripts: { check: 'touch 跑了' } }));
    git('add', '--all');
    git('commit', '--quiet', '--no-verify', '--message', '坏');
    git('checkout', '--quiet', 'main');
    git('checkout', '--quiet', '生人');
    put(TABLE, `# 看过\n${read(TABLE)}`);
    expect(tryCommit(folder, '--all')).toEqual({ status: 0, stderr: '' });
    put('a.pdf', '%PDF-1.4');
    git('add', 'a.pdf');
    git('diff', '--cached');
    expect(readdirSync(folder)).not.toContain('跑了');
  });
});

test('packages that git keeps are not run', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    const program = installProgram(folder, '.');
    put('.gitignore', 'node_modules\n');
    git.commit('八张表和程序');
    await switchHooks({ cwd: folder, off: false, program });
    const wrong = read(TABLE).toString().replace('项目名称: ', '项目名称：');
    put(TABLE, wrong);
    expect(tryCommit(folder, '--', TABLE).status).toBe(1);
    // As a branch would that brings node_modules along.
    put('packages.txt', '');
    rmSync(join(folder, 'node_modules'));
    put('node_modules/tsx/package.json', '{}');
    git('add', '--force', 'node_modules');
    const unchecked = tryCommit(folder);
    expect(unchecked.status).toBe(0);
    expect(unchecked.stderr).toContain('提交前没有检查：node_modules 里有 git 管着的文件');
  });
});

test('a repository of another user is reported as that, by hooks and by doctor', async () => {
  await withOffice(async ({ folder }) => {
    process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER = '1';
    try {
      await expect(switchHooks({ cwd: folder, off: false })).rejects.toMatchObject({
        code: 'git/not-trusted',
      });
      const probe = {
        cwd: folder,
        projects: 'projects',
        templates: join(PROGRAM_ROOT, 'templates'),
        out: 'out',
      };
      const found = await examine({ ...probe, env: process.env, node: process.versions.node });
      expect(found.find(({ what }) => what === 'git')).toMatchObject({
        condition: 'note',
        code: 'git/not-trusted',
        args: { path: folder },
      });
    } finally {
      delete process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER;
    }
  });
});

test('the hook refuses what is staged with errors, whatever lies in the folder', async () => {
  await withOffice(async ({ folder, git, change, put }) => {
    git.commit('八张表');
    await switchHooks({ cwd: folder, off: false });

    change('项目名称: ', '项目名称：');
    git('add', TABLE);
    const staged = tryCommit(folder);
    expect(staged.status).toBe(1);
    expect(staged.stderr).toMatch(/^projects\/2022\/党员干部教育经费\.yaml:\d+:5 错误/m);
    expect(staged.stderr).toContain('git add 过的内容里的错误，所以没有提交');
    // Mended in the folder only: what is staged is still wrong.
    change('项目名称：', '项目名称: ');
    expect(tryCommit(folder).status).toBe(1);
    git('add', TABLE);
    put('说明.txt', '别的');
    git('add', '说明.txt');
    // Wrong in the folder only: what is staged is right.
    change('项目名称: ', '项目名称：');
    expect(tryCommit(folder)).toEqual({ status: 0, stderr: '' });
    // `git commit FILE` has an index of its own.
    expect(tryCommit(folder, '--', TABLE).status).toBe(1);
    expect(tryCommit(folder, '--no-verify', '--', TABLE).status).toBe(0);
  });
});

test('a staged booklet.yaml has the offices below it checked, and no others', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    const table = read(TABLE).toString();
    const name = TABLE.slice('projects/2022/'.length);
    put('projects/2022/甲镇/booklet.yaml', '单位: 甲镇\n');
    put('projects/2022/甲镇/乙站/booklet.yaml', '单位: 乙站\n');
    put(`projects/2022/甲镇/乙站/${name}`, table.replace('指标值: ', '指标值：'));
    put('projects/2022/丙镇/booklet.yaml', '单位: 丙镇\n');
    put(`projects/2022/丙镇/${name}`, table.replace('指标值: ', '指标值：'));
    git.commit('各单位');
    const options = { cwd: folder, projects: 'projects', paths: [], strict: false };
    const check = async () => {
      const templates = join(PROGRAM_ROOT, 'templates');
      const { groups } = await checkStaged({ ...options, templates });
      const found = [...groups].flatMap(({ diagnostics }) => diagnostics);
      const wrong = found.filter(({ severity }) => severity === 'error');
      return [...new Set(wrong.map(({ at }) => at.file))];
    };
    expect(await check()).toEqual([]);
    put('projects/2022/甲镇/booklet.yaml', '单位: 甲镇\n说明: 改了。\n');
    git('add', 'projects');
    expect(await check()).toEqual([`projects/2022/甲镇/乙站/${name}`]);
    // One that goes: what was inherited of it is gone, too.
    git('commit', '--quiet', '--message', '改');
    git('rm', '--quiet', 'projects/2022/甲镇/booklet.yaml');
    expect(await check()).toEqual([`projects/2022/甲镇/乙站/${name}`]);
  });
});

test('a staged code that an office has which is not touched is found', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    const table = read(TABLE).toString();
    const name = TABLE.slice('projects/2022/'.length);
    const withCode = (code: string) => table.replace(/(?<=项目编码: ).*/, code);
    const [one, other] = ['52270022T000000000001', '52270022T000000000002'];
    put('projects/2022/甲镇/booklet.yaml', '单位: 甲镇\n单位编码: 219\n');
    put('projects/2022/甲镇/乙站/booklet.yaml', '单位: 乙站\n');
    put(`projects/2022/甲镇/乙站/${name}`, withCode(one));
    put('projects/2022/丙镇/booklet.yaml', '单位: 丙镇\n单位编码: 220\n');
    put(`projects/2022/丙镇/${name}`, withCode(other));
    git.commit('各单位');
    const check = async () => {
      git('add', 'projects');
      const templates = join(PROGRAM_ROOT, 'templates');
      const options = { cwd: folder, projects: 'projects', paths: [], strict: false };
      const { groups } = await checkStaged({ ...options, templates });
      const found = [...groups].flatMap(({ diagnostics }) => diagnostics);
      return found.flatMap(({ severity, code, at }) => (severity === 'error' ? `${at.file} ${code}` : []));
    };
    put(`projects/2022/丙镇/${name}`, withCode(other).replace('≤ 2.73 万元', '≤ 2.70 万元'));
    expect(await check()).toEqual([]);
    put(`projects/2022/丙镇/${name}`, withCode(one));
    expect(await check()).toEqual([`projects/2022/丙镇/${name} code/repeated`]);
    put(`projects/2022/丙镇/${name}`, withCode(other));
    put('projects/2022/丙镇/booklet.yaml', "单位: 丙镇\n单位编码: '219'\n");
    expect(await check()).toEqual(['projects/2022/丙镇/booklet.yaml office/repeated-code']);
  });
});

test('a staged table that nobody reads is reported by the hook, which is quiet otherwise', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    git.commit('八张表');
    await switchHooks({ cwd: folder, off: false });
    put('projects/2022/新表.yaml.txt', read(TABLE));
    git('add', 'projects');
    const { status, stderr } = tryCommit(folder);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^– projects\/2022\/新表\.yaml\.txt .*没有读/m);
    expect(stderr).not.toContain('个项目');
  });
});

test('the hook checks what is staged in a linked working tree, from wherever git is started', async () => {
  await withOffice(async ({ folder, git, read, put }) => {
    git.commit('八张表');
    await switchHooks({ cwd: folder, off: false });
    git('worktree', 'add', '--quiet', '../另一处');
    const linked = join(folder, '../另一处');
    put(`../另一处/${TABLE}`, read(TABLE).toString().replace('项目名称: ', '项目名称：'));
    expect(tryCommit(join(linked, 'projects'), '--all').status).toBe(1);
    expect(tryCommit(linked, '--', TABLE).status).toBe(1);
    put(`../另一处/${TABLE}`, read(TABLE).toString().replace('≤ 30 万元', '≤ 31 万元'));
    expect(tryCommit(linked, '--', TABLE)).toEqual({ status: 0, stderr: '' });
  });
});

test('the hook is quick about other files, about a year that goes, and before the first commit', async () => {
  await withOffice(async ({ folder, git, put }) => {
    await switchHooks({ cwd: folder, off: false });
    git('add', '--all');
    expect(tryCommit(folder)).toEqual({ status: 0, stderr: '' });
    put('projects/2021/坏.yaml', '项目名称：坏\n');
    put('projects/2022/子目录/不是表.yaml', '项目名称：坏\n');
    git('add', 'projects/2022');
    // What looks like a table and is not read is named, and does not stop the commit.
    const stray = tryCommit(folder);
    expect(stray.status).toBe(0);
    expect(stray.stderr).toContain('projects/2022/子目录/不是表.yaml');
    put('projects/2022', null);
    git('add', 'projects/2022');
    expect(tryCommit(folder)).toEqual({ status: 0, stderr: '' });
    git('add', '--all');
    expect(tryCommit(folder).status).toBe(1);
  });
});

/** The program as it is installed below a repository, with its packages. */
function installProgram(folder: string, below: string): string {
  const program = join(folder, below);
  for (const part of ['dist', 'scripts', 'src', 'schema', 'templates', 'package.json']) {
    cpSync(join(PROGRAM_ROOT, part), join(program, part), { recursive: true });
  }
  symlinkSync(join(PROGRAM_ROOT, 'node_modules'), join(program, 'node_modules'), 'junction');
  return program;
}

test('a program below the top of its repository checks the tables beside it and those at the top', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    const program = installProgram(folder, '工具');
    cpSync(join(folder, 'projects'), join(program, 'projects'), { recursive: true });
    put('.gitignore', 'node_modules\n');
    git.commit('八张表和程序');
    await switchHooks({ cwd: folder, off: false, program });
    const table = `工具/${TABLE}`;
    const right = read(table).toString();
    put(table, right.replace('项目名称: ', '项目名称：'));
    const refused = tryCommit(join(program, 'projects'), '--all');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/党员干部教育经费\.yaml:\d+:5 错误/m);
    put(
      table,
      `# 看过
${right}`,
    );
    expect(tryCommit(folder, '--all').status).toBe(0);
    // Tables at the top are checked as well, and staged ones whose folder is gone.
    put(TABLE, right.replace('项目名称: ', '项目名称：'));
    expect(tryCommit(folder, '--all').status).toBe(1);
    git('add', '--all');
    renameSync(join(folder, 'projects'), join(folder, '别处'));
    expect(tryCommit(folder).status).toBe(1);
    renameSync(join(folder, '别处'), join(folder, 'projects'));
    rmSync(join(program, 'node_modules'));
    const unchecked = tryCommit(folder);
    expect(unchecked.status).toBe(0);
    expect(unchecked.stderr).toMatch(/^提交前没有检查：先在 .*工具 里运行 npm ci/);
  });
});

test('a folder that is nowhere, and a conflict that is not resolved, are reported', async () => {
  await withOffice(async ({ folder, git, change }) => {
    git.commit('八张表');
    const staged = (projects: string) =>
      checkStaged({ cwd: folder, projects, templates: 'templates', strict: false, paths: [] });
    await expect(staged('没有')).rejects.toMatchObject({ code: 'sources/no-folder' });
    await expect(staged('没有/也没有')).rejects.toMatchObject({ code: 'sources/no-folder' });
    git('checkout', '--quiet', '-b', '别的');
    change('≤ 30 万元', '≤ 31 万元');
    git.commit('三十一');
    git('checkout', '--quiet', 'main');
    change('≤ 30 万元', '≤ 32 万元');
    git.commit('三十二');
    expect(() => git('merge', '别的')).toThrow();
    await expect(staged('projects')).rejects.toMatchObject({ code: 'git/unmerged', args: { path: TABLE } });
  });
});

test('git compares PDFs by their words, and names the row of a source', async () => {
  await withOffice(async ({ folder, git, change, build }) => {
    await build({ paths: [TABLE] });
    git.commit('八张表');
    change('≤ 30 万元', '≤ 31 万元');
    change('培训全覆盖', '培训全部覆盖');
    change('党员统计培训，', '党员信息统计培训，');
    await build({ paths: [TABLE] });
    expect(git('diff', '--', PDF)).toContain('Binary files');
    await switchHooks({ cwd: folder, off: false });
    const words = git('diff', '--', PDF);
    expect(words).toMatch(/^-30$/m);
    expect(words).toMatch(/^\+31$/m);
    expect(words).toMatch(/^-.*培训全覆盖/m);
    expect(words).toMatch(/^\+.*培训全部覆盖/m);
    expect(git('-C', 'projects', 'diff', '--', `:/${PDF}`)).toBe(words);
    const headings = [...git('diff', '--unified=0', '--', TABLE).matchAll(/^@@ .* @@ (.*)$/gm)].map(
      ([, text]) => text,
    );
    expect(headings).toEqual(['绩效目标', '三级指标: 培训费', '三级指标: 建强党员队伍，强化党支部战斗堡垒']);
  });
});
