import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkStaged } from '../../commands/check-staged.ts';
import { startGit } from '../../test/office-git.ts';
import { type Repository, withRepository } from '../../test/repository.ts';
import { withWorkplace } from '../../test/workplace.ts';
import { EnvironmentError } from '../../util/environment-error.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { readSources } from '../disk.ts';
import { resolveRange } from './revision.ts';
import { findInGit, readRevision } from './tables.ts';

async function readHead({ folder, git }: Repository, projects = 'projects', cwd = folder) {
  return (await readRevision(await findInGit(cwd, projects), git(['rev-parse', 'HEAD']))).years;
}

/** The code and what it says of the trouble that something ends in. */
async function errorOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EnvironmentError)) throw new Error(`no trouble but ${String(error)}`);
  return { code: error.code, ...error.args };
}

test('a commit gives the same sources as the folder does', async () => {
  await withRepository(async (repository) => {
    const { folder, put } = repository;
    put('projects/2023/带 空格“引号”\t.yaml', '项目名称: 甲\n');
    put('projects/2023/乙.yml', '项目名称: 乙\n');
    put('projects/2023/丙.yaml', Buffer.alloc(1024 * 1024 + 1, 'a'));
    put('projects/2023/丁.yaml', Buffer.from([0xff, 0xfe, 0x00]));
    put('projects/2023/文件夹.yaml/里面.yaml', '项目名称: 己\n');
    put('projects/2023/.隐藏.yaml', '项目名称: 庚\n');
    put('projects/2023/更深/辛.yaml', '项目名称: 辛\n');
    put('projects/不是年度/壬.yaml', '项目名称: 壬\n');
    put('projects/2024/说明.txt', '没有项目\n');
    put('projects/2024/癸.yaml', '项目名称: 癸\n');
    if (process.platform !== 'win32') symlinkSync('丁.yaml', join(folder, 'projects/2023/链接.yaml'));
    repository.commit('各种文件');
    const fromDisk = readSources({ cwd: folder, projects: 'projects', paths: [] }).years;
    expect(await readHead(repository)).toEqual(fromDisk);
    const reported = fromDisk.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect(reported).toContain('file/too-large');
    if (process.platform !== 'win32') expect(reported).toContain('file/link');
    // From a folder inside the repository, paths are shown as they are from there.
    const inside = join(folder, 'projects');
    expect(await readHead(repository, '.', inside)).toEqual(
      readSources({ cwd: inside, projects: '.', paths: [] }).years,
    );
  });
});

test('git is asked twice, however many files there are', async () => {
  await withRepository(async (repository) => {
    const { folder } = repository;
    const trace = join(folder, 'trace.txt');
    const place = await findInGit(folder, 'projects');
    process.env.GIT_TRACE = trace;
    try {
      await readRevision(place, repository.git(['rev-parse', 'HEAD']));
    } finally {
      delete process.env.GIT_TRACE;
    }
    const commands = repository
      .read('trace.txt')
      .toString()
      .split('\n')
      .filter((line) => line.includes('trace: built-in: git') && !line.includes('rev-parse HEAD'));
    expect(commands).toHaveLength(2);
  });
});

test('a repository of SHA-256 hashes', async () => {
  await withRepository(
    async (repository) => {
      const { git, edit, diff } = repository;
      expect(git(['rev-parse', 'HEAD'])).toHaveLength(64);
      edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
      expect((await diff()).comparison.projects).toHaveLength(1);
    },
    ['--object-format=sha256'],
  );
});

test('each commit is reported with its day where it was made, the working tree without one', async () => {
  await withWorkplace(async ({ folder, put }) => {
    const git = startGit(folder);
    git.commit('八张表', '01-05');
    put('projects/2022/党员干部教育经费.yaml', null);
    git.commit('删掉一张', '02-01');
    // What a user may have configured for git log is not in the way.
    git('config', 'log.showSignature', 'true');
    git('config', 'log.date', 'relative');
    const days = async (revision: string) => {
      const { before, after } = await resolveRange(folder, revision);
      return [before.date, after.date];
    };
    expect(await days('HEAD')).toEqual(['2026-02-01', null]);
    expect(await days('HEAD~1..HEAD')).toEqual(['2026-01-05', '2026-02-01']);
    expect(await days('HEAD..HEAD~1')).toEqual(['2026-02-01', '2026-01-05']);
    expect(await days('HEAD..HEAD')).toEqual(['2026-02-01', '2026-02-01']);
    expect(await days('HEAD...HEAD~1')).toEqual(['2026-01-05', '2026-01-05']);
  });
});

test('A..B, A...B and their open ends mean what git means by them', async () => {
  await withRepository(async ({ folder, git, commit, edit }) => {
    const base = git(['rev-parse', 'HEAD']);
    git(['switch', '--quiet', '--create', '分支']);
    edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
    const branch = commit('分支上的改动');
    git(['switch', '--quiet', 'main']);
    edit('党员干部教育经费', '≤ 30 万元', '≤ 20 万元');
    const main = commit('主干上的改动');
    git(['tag', '--annotate', '--message', '标签', 'v1', base]);
    const ends = async (revision: string) => {
      const { before, after, isMergeBase } = await resolveRange(folder, revision);
      return [before.name, before.commit, after.name, after.commit, isMergeBase];
    };
    expect(await ends('HEAD')).toEqual(['HEAD', main, 'worktree', null, false]);
    expect(await ends('v1')).toEqual(['v1', base, 'worktree', null, false]);
    expect(await ends('HEAD~1..分支')).toEqual(['HEAD~1', base, '分支', branch, false]);
    expect(await ends('分支..')).toEqual(['分支', branch, 'HEAD', main, false]);
    expect(await ends('..分支')).toEqual(['HEAD', main, '分支', branch, false]);
    expect(await ends('main...分支')).toEqual(['main', base, '分支', branch, true]);
    expect(await ends(':/分支上的')).toEqual([':/分支上的', branch, 'worktree', null, false]);
  });
});

test('what is in the way is one sentence with its remedy', async () => {
  await withRepository(async ({ folder, git, commit, diff }) => {
    expect(await errorOf(diff('没有'))).toEqual({ code: 'git/unknown-revision', revision: '没有' });
    expect(await errorOf(diff('HEAD..没有'))).toEqual({ code: 'git/unknown-revision', revision: '没有' });
    expect(await errorOf(diff('--output=x'))).toEqual({
      code: 'git/unknown-revision',
      revision: '--output=x',
    });
    expect(await errorOf(diff('HEAD..-h'))).toEqual({ code: 'git/unknown-revision', revision: '-h' });
    expect(await errorOf(diff('HEAD', { revisions: ['HEAD', 'HEAD'] }))).toEqual({
      code: 'diff/several-revisions',
    });
    expect(await errorOf(diff('HEAD', { year: '1999' }))).toMatchObject({ code: 'sources/no-such-year' });
    expect(await errorOf(diff('HEAD', { projects: '没有' }))).toMatchObject({ code: 'sources/no-folder' });
    git(['switch', '--quiet', '--orphan', '另起']);
    const other = commit('没有共同的起点');
    expect(await errorOf(diff(`main...${other}`))).toEqual({
      code: 'git/no-merge-base',
      one: 'main',
      other,
    });

    const shallow = join(folder, '..', '浅');
    git(['switch', '--quiet', 'main']);
    commit('第二次');
    git(['clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${folder}`, shallow]);
    const bare = join(folder, '..', '裸.git');
    git(['clone', '--quiet', '--bare', `file://${folder}`, bare]);
    expect(await errorOf(diff('HEAD', { cwd: bare }))).toMatchObject({ code: 'git/no-worktree' });
    expect((await diff('HEAD..HEAD', { cwd: bare })).after[0]?.tables).toHaveLength(8);
    const inShallow = (revision: string) => diff(revision, { cwd: shallow });
    expect(await errorOf(inShallow('HEAD~1'))).toMatchObject({ code: 'git/unknown-revision#shallow' });
    expect(await errorOf(inShallow('HEAD...origin/另起'))).toMatchObject({
      code: 'git/no-merge-base#shallow',
    });
  });
});

test('no repository, no commit, no git, a repository that git does not trust', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jixiaoce-无仓库-')));
  try {
    mkdirSync(join(folder, 'projects'));
    const place = join(folder, 'projects');
    expect(await errorOf(findInGit(folder, 'projects'))).toEqual({
      code: 'git/no-repository',
      folder: place,
    });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    expect(await errorOf(resolveRange(folder, 'HEAD'))).toEqual({ code: 'git/no-commits' });

    process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER = '1';
    try {
      expect(await errorOf(findInGit(folder, 'projects'))).toEqual({
        code: 'git/not-trusted',
        path: folder,
      });
    } finally {
      delete process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER;
    }

    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      expect(await errorOf(findInGit(folder, 'projects'))).toEqual({ code: 'git/missing' });
    } finally {
      process.env.PATH = path;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a year that is a submodule in the revision', async () => {
  await withRepository(async ({ folder, git, diff }) => {
    const commit = git(['rev-parse', 'HEAD']);
    git(['update-index', '--add', '--cacheinfo', `160000,${commit},projects/2021`]);
    git(['commit', '--quiet', '--message', '子模块']);
    expect(await errorOf(diff())).toEqual({ code: 'git/submodule', path: 'projects/2021' });
    expect(folder).toContain('绩效');
  });
});

test('no hook, no pager and no external diff of the repository is run', async () => {
  await withRepository(async ({ folder, git, diff, edit }) => {
    const trap = join(folder, '..', 'trap');
    const program = join(folder, 'trap.sh');
    writeFileSync(program, `#!/bin/sh\ntouch '${trap}'\n`, { mode: 0o755 });
    for (const key of ['core.pager', 'diff.external', 'core.fsmonitor', 'core.editor', 'diff.x.textconv'])
      git(['config', key, program]);
    git(['config', 'core.hooksPath', folder]);
    writeFileSync(join(folder, '.gitattributes'), '*.yaml diff=x\n');
    edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
    expect((await diff()).comparison.projects).toHaveLength(1);
    expect(() => realpathSync(trap)).toThrow('ENOENT');
  });
});

test('a revision in which the folder of projects did not exist: all is new; and gone the other way', async () => {
  await withRepository(async ({ git, commit, diff, put }) => {
    git(['mv', 'projects', '资料']);
    commit('改了文件夹的名字');
    const changes = async (...args: Parameters<typeof diff>) =>
      (await diff(...args)).comparison.projects.map(({ change }) => change);
    expect(await changes('HEAD~1', { projects: '资料' })).toEqual(Array(8).fill('added'));
    expect(await changes('HEAD~1', { projects: 'projects' })).toEqual(Array(8).fill('removed'));
    put('资料/2022', null);
    expect(await changes('HEAD', { projects: '资料' })).toEqual(Array(8).fill('removed'));
  });
});

/** Files that together look like a bare repository, as a branch may hold them. */
function embed({ folder, git, put }: Repository, at: string) {
  git(['init', '--quiet', '--bare', '--initial-branch', 'main', join(folder, '别处')]);
  cpSync(join(folder, '别处'), join(folder, at), { recursive: true });
  put('别处', null);
}

test.each(['projects', 'projects/2022'])(
  'a bare repository embedded in %s is no history of these tables',
  async (at) => {
    await withRepository(async (repository) => {
      const { folder, edit, commit } = repository;
      embed(repository, at);
      commit('嵌了一个仓库');
      edit('党员志愿服务工作经费', '2.73', '9999');
      const path = join(realpathSync(folder), at);
      const projects = at === 'projects' ? 'projects' : 'projects/2022';
      expect(await errorOf(repository.diff('HEAD', { projects }))).toEqual({ code: 'git/embedded', path });
      // A folder beside it is read as ever.
      if (at !== 'projects') {
        const { comparison } = await repository.diff('HEAD');
        expect(comparison.totals).toMatchObject({ before: '90.08', after: '10086.35' });
      }
    });
  },
);

test('a sparse checkout without the tables is not one in which they were removed', async () => {
  await withRepository(async (repository) => {
    const { git, put, commit, diff } = repository;
    put('说明/一.txt', '一');
    commit('说明');
    git(['sparse-checkout', 'set', '说明']);
    expect(await errorOf(diff('HEAD'))).toMatchObject({
      code: 'git/sparse',
      count: '9',
      path: expect.stringMatching(/^projects\/2022\/.*\.yaml$/),
    });
    expect((await diff('HEAD~1..HEAD')).comparison.projects).toEqual([]);
    git(['sparse-checkout', 'disable']);
    expect((await diff('HEAD')).comparison.projects).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')('asking git runs no program of the configuration', async () => {
  await withRepository(async (repository) => {
    const { folder, git, put, read, diff } = repository;
    put('程序.sh', `#!/bin/sh\ntouch '${folder}/跑了'\ncat\n`);
    chmodSync(join(folder, '程序.sh'), 0o755);
    put('.gitattributes', '*.yaml filter=f diff=f\n');
    put('projects/2022/党员干部教育经费.yaml', `# 看过\n${read('projects/2022/党员干部教育经费.yaml')}`);
    git(['add', 'projects']);
    for (const key of ['core.fsmonitor', 'filter.f.smudge', 'filter.f.process', 'diff.f.textconv']) {
      git(['config', key, `'${folder}/程序.sh'`]);
    }
    const checked = await checkStaged({
      cwd: folder,
      projects: 'projects',
      templates: join(PROGRAM_ROOT, 'templates'),
      strict: false,
      paths: [],
    });
    expect(checked.projects).toBe(8);
    await diff('HEAD');
    expect(existsSync(join(folder, '跑了'))).toBe(false);
  });
});
