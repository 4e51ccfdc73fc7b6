import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanEnvironment, type OfficeGit, startGit } from '../test/office-git.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { checkStaged } from './check-staged.ts';
import { switchHooks } from './hooks.ts';
import { PROGRAM_ROOT } from './workshop.ts';

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
  await withOffice(async ({ folder, git }) => {
    git('config', 'diff.pdf.cachetextconv', 'false');
    git('config', 'core.quotePath', 'false');
    const before = git('config', '--local', '--list');
    const codes = async (off: boolean) => {
      const { told, isDone } = await switchHooks({ cwd: folder, off });
      return [...told.map(({ code }) => code), isDone];
    };
    expect(await codes(true)).toEqual(['hooks/already-off', true]);
    expect(await codes(false)).toEqual(['hooks/on', true]);
    const on = git('config', '--local', '--list');
    expect(on).toMatch(/^core\.hookspath=.*\.githooks$/m);
    expect(await codes(false)).toEqual(['hooks/already-on', true]);
    expect(git('config', '--local', '--list')).toBe(on);
    expect(await codes(true)).toEqual(['hooks/off', true]);
    expect(git('config', '--local', '--list')).toBe(before);
  });
});

test('what was changed since is somebody’s own; an older value of ours is brought up to date', async () => {
  await withOffice(async ({ folder, git }) => {
    await switchHooks({ cwd: folder, off: false });
    const on = git('config', '--local', '--list');
    git('config', 'diff.pdf.textconv', 'node --import ./elsewhere.mjs old/scripts/pdf-words.ts');
    expect(await switchHooks({ cwd: folder, off: false })).toMatchObject({ told: [{ code: 'hooks/on' }] });
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
])('what somebody set is told and stays: %s', async (key, value) => {
  await withOffice(async ({ folder, git }) => {
    git('config', key, value);
    const before = git('config', '--local', '--list');
    const args = { key, value };
    expect(await switchHooks({ cwd: folder, off: false })).toEqual({
      told: [{ code: 'hooks/taken', args }],
      isDone: false,
    });
    expect(await switchHooks({ cwd: folder, off: true })).toMatchObject({ isDone: true });
    expect(git('config', '--local', '--list')).toBe(before);
  });
});

test('hooks of the repository’s own would no longer run, so nothing is changed', async () => {
  await withOffice(async ({ folder, git, put }) => {
    put('.git/hooks/commit-msg', '#!/bin/sh\n');
    const before = git('config', '--local', '--list');
    const { told } = await switchHooks({ cwd: folder, off: false });
    expect(told).toEqual([
      { code: 'hooks/own-scripts', args: { key: 'core.hooksPath', value: 'commit-msg' } },
    ]);
    expect(git('config', '--local', '--list')).toBe(before);
  });
});

test('the hook refuses what is staged with errors, whatever lies in the folder', async () => {
  await withOffice(async ({ folder, git, change, put }) => {
    git.commit('八张表');
    await switchHooks({ cwd: folder, off: false });
    chmodSync(join(PROGRAM_ROOT, '.githooks/pre-commit'), 0o755);

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
    expect(tryCommit(folder)).toEqual({ status: 0, stderr: '' });
    put('projects/2022', null);
    git('add', 'projects/2022');
    expect(tryCommit(folder)).toEqual({ status: 0, stderr: '' });
    git('add', '--all');
    expect(tryCommit(folder).status).toBe(1);
  });
});

test('a program below the top of its repository checks the tables that stand beside it', async () => {
  await withOffice(async ({ folder, git, put, read }) => {
    const program = join(folder, '工具');
    for (const part of ['scripts', 'src', 'schema', 'templates', 'projects', '.githooks', 'package.json']) {
      cpSync(join(PROGRAM_ROOT, part), join(program, part), { recursive: true });
    }
    put('.gitignore', 'node_modules\n');
    git.commit('八张表和程序');
    git('config', 'core.hooksPath', '工具/.githooks');
    const table = `工具/${TABLE}`;
    const right = read(table).toString();
    put(table, right.replace('项目名称: ', '项目名称：'));
    // As in a linked working tree: nothing is installed there.
    const unchecked = tryCommit(folder, '--', table);
    expect(unchecked.status).toBe(0);
    expect(unchecked.stderr).toMatch(/^提交前没有检查：先在 .*工具 里运行 npm ci/);
    symlinkSync(join(PROGRAM_ROOT, 'node_modules'), join(program, 'node_modules'), 'junction');
    put(table, right.replace('项目名称: ', '项目名称：：'));
    const refused = tryCommit(join(program, 'projects'), '--all');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/^projects\/2022\/党员干部教育经费\.yaml:\d+:5 错误/m);
    put(table, right);
    expect(tryCommit(folder, '--all')).toEqual({ status: 0, stderr: '' });
    // Tables at the top are checked as well, and staged ones whose folder is gone.
    put(TABLE, right.replace('项目名称: ', '项目名称：'));
    expect(tryCommit(folder, '--all').status).toBe(1);
    git('add', '--all');
    renameSync(join(folder, 'projects'), join(folder, '别处'));
    expect(tryCommit(folder).status).toBe(1);
    renameSync(join(folder, '别处'), join(folder, 'projects'));
    put(TABLE, right);
    // As a link among git's own hooks.
    git('config', '--unset', 'core.hooksPath');
    put('.githooks/pre-commit', readFileSync(join(PROGRAM_ROOT, '.githooks/pre-commit')));
    chmodSync(join(folder, '.githooks/pre-commit'), 0o755);
    symlinkSync(join(PROGRAM_ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const part of ['scripts', 'src', 'schema', 'templates', 'package.json']) {
      cpSync(join(PROGRAM_ROOT, part), join(folder, part), { recursive: true });
    }
    symlinkSync('../../.githooks/pre-commit', join(folder, '.git/hooks/pre-commit'));
    put(TABLE, right.replace('项目名称: ', '项目名称：'));
    expect(tryCommit(folder, '--all').status).toBe(1);
  });
});

test.skipIf(process.platform === 'win32')(
  'a program that is a submodule checks the tables around it',
  async () => {
    await withOffice(async ({ folder, git, put, read }) => {
      const program = join(folder, '工具');
      for (const part of ['scripts', 'src', 'schema', 'templates', 'projects', '.githooks', 'package.json']) {
        cpSync(join(PROGRAM_ROOT, part), join(program, part), { recursive: true });
      }
      startGit(program).commit('程序');
      symlinkSync(join(PROGRAM_ROOT, 'node_modules'), join(program, 'node_modules'), 'junction');
      git.commit('表');
      git('config', 'core.hooksPath', '工具/.githooks');
      const right = read(TABLE).toString();
      put(TABLE, `# 看过\n${right}`);
      expect(tryCommit(folder, '--', TABLE)).toEqual({ status: 0, stderr: '' });
      put(TABLE, right.replace('项目名称: ', '项目名称：'));
      expect(tryCommit(folder, '--', TABLE).status).toBe(1);
    });
  },
);

test('a folder that is nowhere, and a conflict that is not resolved, are told', async () => {
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
