import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOrigins } from '../pdf/provenance.ts';
import { SOUND_BOOKLET } from '../test/compile-source.ts';
import { type OfficeGit, startGit } from '../test/office-git.ts';
import { readPdfText } from '../test/pdf-text.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { describeTrace } from './describe-trace.ts';
import { type TracedTable, trace } from './trace.ts';

const TABLE = 'projects/2022/党员干部教育经费.yaml';
const OTHER = 'projects/2022/党员志愿服务工作经费.yaml';
const PDF = 'out/2022/党员干部教育经费.pdf';

/** An office with the eight tables committed, and what they say replaced. */
async function withOffice(use: (office: Workplace & { git: OfficeGit; change: Change }) => Promise<void>) {
  await withWorkplace(async (workplace) => {
    const { folder, put, read } = workplace;
    put('.gitignore', 'out/\n');
    const git = startGit(folder);
    const change: Change = (before, after, table = TABLE) => {
      const text = read(table).toString();
      expect(text).toContain(before);
      put(table, text.replace(before, after));
    };
    await use({ ...workplace, git, change });
  });
}

type Change = (before: string, after: string, table?: string) => void;

async function traceOne({ folder }: Workplace, target: string): Promise<TracedTable> {
  const { targets } = await trace({ cwd: folder, projects: 'projects', targets: [target] });
  const [table] = targets[0]?.tables ?? [];
  if (table === undefined) throw new Error(JSON.stringify(targets));
  return table;
}

test('a comment and a line wrapped elsewhere: the same bytes, current, made from the newest revision', async () => {
  await withOffice(async (office) => {
    const { git, change, build, read } = office;
    const first = git.commit('八张表', '01-05');
    await build({ paths: [TABLE] });
    const before = read(PDF);
    expect(await traceOne(office, PDF)).toMatchObject({
      origin: { year: '2022', stem: '党员干部教育经费', code: '52270022P00430210136F' },
      currency: 'current',
      source: { file: TABLE },
      revision: {
        commit: first,
        date: '2026-01-05T09:00:00+08:00',
        author: '张三',
        subject: '八张表',
        path: TABLE,
      },
    });
    change('绩效指标:', '# 预算股已看过\n绩效指标:');
    change('，', '，\n  ');
    const second = git.commit('只改注释和换行', '02-01');
    expect((await build({ paths: [TABLE], force: true })).printed).toHaveLength(1);
    expect(read(PDF).equals(before)).toBe(true);
    expect(await traceOne(office, PDF)).toMatchObject({
      currency: 'current',
      revision: { commit: second, subject: '只改注释和换行' },
    });
  });
});

test('what was changed and renamed since is found under its old name, by the PDF and by what is on paper', async () => {
  await withOffice(async (office) => {
    const { git, change, build, read, put } = office;
    const first = git.commit('八张表', '01-05');
    await build({ paths: [TABLE] });
    const [origin] = readOrigins(read(PDF)).tables;
    const { pages } = await readPdfText(read(PDF));
    for (const page of pages) expect(page).toContain(`52270022P00430210136F·${origin?.digest}`);

    change('≤ 30 万元', '≤ 31 万元');
    git.commit('调整培训费', '02-01');
    put(
      'projects/2022/党员教育经费.yaml',
      read(TABLE).toString().replace('党员干部教育经费', '党员教育经费'),
    );
    put(TABLE, null);
    git.commit('项目改名', '03-01');
    const expected = {
      currency: 'changed',
      source: { file: 'projects/2022/党员教育经费.yaml' },
      revision: { commit: first, path: TABLE },
    };
    const traced = await traceOne(office, PDF);
    expect(traced).toMatchObject(expected);
    expect(traced.source?.digest).not.toBe(origin?.digest);
    for (const typed of [
      String(origin?.digest),
      ` ${origin?.digest.toUpperCase()}`,
      `52270022P00430210136F · ${origin?.digest}`,
    ]) {
      expect(await traceOne(office, typed)).toEqual({
        ...traced,
        origin: { digest: origin?.digest, code: origin?.code, stem: origin?.stem },
      });
    }
    expect(await traceOne(office, '0123456789')).toEqual({
      origin: { digest: '0123456789' },
      currency: 'gone',
      source: null,
      revision: null,
    });
  });
});

test('the booklet: each of its tables by itself; what was never committed has no revision', async () => {
  await withOffice(async ({ folder, git, change, build }) => {
    const first = git.commit('八张表');
    change('≤ 2.73 万元', '≤ 2.74 万元', 'projects/2022/党员志愿服务工作经费.yaml');
    await build();
    change('≤ 30 万元', '≤ 31 万元');
    const request = { cwd: folder, projects: 'projects', targets: ['out/2022/booklet.pdf'] };
    const { targets, isCurrent } = await trace(request);
    const tables = targets[0]?.tables ?? [];
    expect(tables).toHaveLength(8);
    const told = (stem: string) => tables.find(({ origin }) => origin.stem === stem);
    expect(told('党员志愿服务工作经费')).toMatchObject({ currency: 'current', revision: null });
    expect(told('党员干部教育经费')).toMatchObject({ currency: 'changed', revision: { commit: first } });
    const others = tables.filter(
      ({ currency, revision }) => currency === 'current' && revision?.commit === first,
    );
    expect([others.length, isCurrent]).toEqual([6, false]);
  });
});

test('the booklet as a whole: its front, which tables it holds, and their order', async () => {
  await withOffice(async ({ folder, put, read, build }) => {
    const file = 'projects/2022/booklet.yaml';
    const [front, table] = [read(file).toString(), read(OTHER).toString()];
    await build();
    const traceBooklet = async () => {
      const request = { cwd: folder, projects: 'projects', targets: ['out/2022/booklet.pdf'] };
      const { targets, isCurrent } = await trace(request);
      expect(targets[0]?.booklets).toMatchObject([{ origin: { year: '2022' } }]);
      expect(isCurrent).toBe(targets[0]?.booklets[0]?.currency === 'current');
      return targets[0]?.booklets[0]?.currency;
    };
    expect(await traceBooklet()).toBe('current');
    put(file, `# 只是注释\n${front}`);
    expect(await traceBooklet()).toBe('current');
    put(file, front.replace('标题: ', '标题: 新的'));
    expect(await traceBooklet()).toBe('changed');
    put(file, `${front}顺序:\n  - 党员干部教育经费\n`);
    expect(await traceBooklet()).toBe('changed');
    put(file, '标题: [\n');
    expect(await traceBooklet()).toBe('unreadable');
    put(file, front);
    put('projects/2022/又一个.yaml', table.replace('党员志愿服务工作经费', '又一个').replace('2284', '2285'));
    expect(await traceBooklet()).toBe('changed');
    put('projects/2022/又一个.yaml', '项目名称：又一个\n');
    expect(await traceBooklet()).toBe('unreadable');
    put('projects/2022/又一个.yaml', null);
    expect(await traceBooklet()).toBe('current');
    // The year is the one that the booklet names, whatever its folder is called.
    renameSync(join(folder, 'projects/2022'), join(folder, 'projects/2023'));
    expect(await traceBooklet()).toBe('current');
    put('projects/2023/booklet.yaml', front.replace('年度: 2022', '年度: 2023'));
    expect(await traceBooklet()).toBe('gone');
  });
});

test('what only a merge has, and what only another branch has', async () => {
  await withOffice(async (office) => {
    const { git, change, build, put } = office;
    git.commit('八张表', '01-01');
    git('switch', '--quiet', '--create', 'fees');
    change('≤ 30 万元', '≤ 31 万元');
    change('≤ 2.73 万元', '≤ 2.74 万元', OTHER);
    const fees = git.commit('调整培训费', '01-02');
    await build({ paths: [TABLE], out: 'out/fees' });
    git('switch', '--quiet', 'main');
    change('项目名称: 党员干部教育经费', '项目名称: 党员干部教育经费\n实施单位: 某局');
    change('项目名称: 党员志愿服务工作经费', '项目名称: 党员志愿服务工作经费\n实施单位: 某局', OTHER);
    git.commit('补实施单位', '01-03');
    git('merge', '--quiet', '--no-edit', 'fees');
    const merge = git('rev-parse', 'HEAD').trim();
    await build({ paths: [TABLE, OTHER] });
    change('≤ 31 万元', '≤ 32 万元');
    git.commit('再调整', '01-04');
    git('switch', '--quiet', '--create', 'notes', 'fees');
    put('说明.txt', '不是表');
    git.commit('别的文件', '01-05');
    git('switch', '--quiet', 'main');
    git('merge', '--quiet', '--no-edit', 'notes');
    expect(await traceOne(office, PDF)).toMatchObject({ currency: 'changed', revision: { commit: merge } });
    expect(await traceOne(office, 'out/2022/党员志愿服务工作经费.pdf')).toMatchObject({
      currency: 'current',
      revision: { commit: merge },
    });
    expect(await traceOne(office, 'out/fees/2022/党员干部教育经费.pdf')).toMatchObject({
      revision: { commit: fees },
    });
  });
});

test('revisions that cannot be read are passed over; a source with mistakes and one that is gone', async () => {
  await withOffice(async (office) => {
    const { git, change, build, put, read } = office;
    const first = git.commit('八张表', '01-01');
    await build({ paths: [TABLE] });
    change('    时效指标:', '    时效指标（二）:');
    expect((await traceOne(office, PDF)).currency).toBe('unreadable');
    change('    时效指标（二）:', '    时效指标:');
    change('绩效目标:', '负责任人: 张三\n绩效目标:');
    expect((await traceOne(office, PDF)).currency).toBe('unreadable');
    change('负责任人: 张三\n', '');
    change('项目名称: ', '项目名称：');
    git.commit('写坏了', '01-02');
    put('projects/2022/大.yaml', Buffer.alloc(3_000_000, `# ${'52270022P00430210136F'}\n`));
    put('projects/2022/乱码.yaml', Buffer.from([0xff, 0xfe, 0, 0, 1]));
    git.commit('放错了文件', '01-03');
    put('projects/2022/大.yaml', null);
    put('projects/2022/乱码.yaml', null);
    expect(await traceOne(office, PDF)).toMatchObject({
      currency: 'unreadable',
      source: { file: TABLE, digest: null },
      revision: { commit: first },
    });
    put(TABLE, null);
    expect(await traceOne(office, PDF)).toMatchObject({
      currency: 'gone',
      source: null,
      revision: { commit: first },
    });
    // The same content under another file's name is still the same table.
    put('projects/2023/干部教育.yaml', git('show', `${first}:${TABLE}`));
    put('projects/2023/booklet.yaml', read('projects/2022/booklet.yaml'));
    expect(await traceOne(office, PDF)).toMatchObject({
      currency: 'current',
      source: { file: 'projects/2023/干部教育.yaml' },
    });
  });
});

test('what is no PDF of ours', async () => {
  await withOffice(async ({ folder, put }) => {
    put('别的.pdf', Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'));
    put('文字.pdf', '不是 PDF');
    const targets = ['别的.pdf', '文字.pdf', '没有.pdf', 'projects'];
    const traced = trace({ cwd: folder, projects: 'projects', targets: targets.slice(0, 3) });
    expect((await traced).targets.map(({ problem }) => problem)).toEqual(['not-ours', 'not-pdf', 'no-file']);
    expect((await traced).isCurrent).toBe(false);
    await expect(trace({ cwd: folder, projects: 'projects', targets })).rejects.toMatchObject({
      code: 'sources/is-folder',
    });
  });
});

test('no repository, one without a commit, and one whose older commits were not fetched', async () => {
  await withWorkplace(async (workplace) => {
    const { folder, build, put } = workplace;
    await build({ paths: [TABLE] });
    const request = { cwd: folder, projects: 'projects', targets: [PDF] };
    const nothing = { targets: [{ tables: [{ currency: 'current', revision: null }] }], isCurrent: true };
    expect(await trace(request)).toMatchObject({ ...nothing, git: 'no-repository' });
    const git = startGit(folder);
    expect(await trace(request)).toMatchObject({ ...nothing, git: 'ready' });
    put('.gitignore', 'out/\n');
    const first = git.commit('八张表', '01-01');
    expect(await traceOne(workplace, PDF)).toMatchObject({ revision: { commit: first } });
    put(TABLE, null);
    git.commit('删掉', '01-02');
    const copy = join(folder, 'out/copy');
    git('clone', '--quiet', '--depth=1', `file://${folder}`, copy);
    const { targets, ...rest } = await trace({ ...request, cwd: copy, targets: [join(folder, PDF)] });
    expect(rest).toEqual({ git: 'shallow', isCurrent: false, strays: [] });
    expect(targets[0]?.tables[0]).toMatchObject({ currency: 'gone', revision: null });
  });
});

test('of the volume of an office it is said whose it is, and the mistakes of another office do not matter', async () => {
  await withWorkplace(async ({ folder, build, put, read }) => {
    const table = read('projects/2022/党员志愿服务工作经费.yaml').toString();
    put('projects/2022', null);
    put('projects/2022/booklet.yaml', SOUND_BOOKLET);
    for (const [index, office] of ['甲镇', '甲镇/甲站', '乙镇'].entries()) {
      put(`projects/2022/${office}/booklet.yaml`, `单位: ${office.slice(-2)}\n`);
      const own = table.replace('P004296102284', `T00000000000${index}`);
      put(`projects/2022/${office}/党员志愿服务工作经费.yaml`, own);
    }
    await build();
    const request = { cwd: folder, projects: 'projects', targets: ['out/2022/甲镇/booklet.pdf'] };
    const volumeOf = async () => {
      const traced = await trace(request);
      const [first] = describeTrace(traced, 'projects').targets[0]?.found ?? [];
      return [first?.name, traced.targets[0]?.booklets[0]?.currency];
    };
    expect(await volumeOf()).toEqual(['2022/甲镇/booklet', 'current']);
    put('projects/2022/乙镇/党员志愿服务工作经费.yaml', '项目名称: [\n');
    expect(await volumeOf()).toEqual(['2022/甲镇/booklet', 'current']);
    const station = read('projects/2022/甲镇/甲站/党员志愿服务工作经费.yaml').toString();
    put('projects/2022/甲镇/甲站/党员志愿服务工作经费.yaml', station.replace('≤ 2.73 万元', '≤ 3.00 万元'));
    expect(await volumeOf()).toEqual(['2022/甲镇/booklet', 'changed']);
    put('projects/2022/甲镇/甲站/党员志愿服务工作经费.yaml', station.replace('≤ 2.73 万元', '许多'));
    expect(await volumeOf()).toEqual(['2022/甲镇/booklet', 'unreadable']);
  });
});
