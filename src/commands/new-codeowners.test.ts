import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startGit } from '../test/office-git.ts';
import { withWorkplace } from '../test/workplace.ts';
import { writeNewTable } from './new.ts';

const FILE = '.github/CODEOWNERS';
const linesOf = (text: Buffer) =>
  text
    .toString()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

test('CODEOWNERS has a line for each office’s folder, those below behind it; one that is there is not touched', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const git = startGit(folder);
    const options = { cwd: folder, projects: 'projects', names: [], codeowners: true };
    put('projects/2022/219-棠溪镇/booklet.yaml', '单位: 棠溪镇\n');
    put('projects/2022/219-棠溪镇/219001 本级#/booklet.yaml', '单位: 棠溪镇本级\n');
    put('projects/2022/乡镇/220-茶店镇/booklet.yaml', '单位: 茶店镇\n');
    put('projects/2022/219-棠溪镇/自评/党员教育.yaml', '指标:\n');
    const { written, messages } = await writeNewTable(options);
    expect(written).toBe(FILE);
    expect(messages).toEqual([{ code: 'new/codeowners-written', args: { file: FILE, count: '4' } }]);
    expect(read(FILE).toString()).toMatch(/^# [^\n]*审核/);
    expect(linesOf(read(FILE))).toEqual([
      '/projects/2022/ @待填',
      '/projects/2022/219-棠溪镇/ @待填',
      '/projects/2022/219-棠溪镇/219001\\ 本级\\#/ @待填',
      '/projects/2022/乡镇/220-茶店镇/ @待填',
    ]);
    // GitHub reads patterns as .gitignore does, and so does git.
    put('.gitignore', linesOf(read(FILE)).slice(2).join('\n').replaceAll(' @待填', ''));
    const isMatched = (path: string) => git('check-ignore', '--no-index', '-q', '--', path) === '';
    expect(isMatched('projects/2022/219-棠溪镇/219001 本级#/甲.yaml')).toBe(true);
    expect(isMatched('projects/2022/乡镇/220-茶店镇/甲.yaml')).toBe(true);

    const mended = read(FILE).toString().replace('@待填', '@xian/caizheng');
    put(FILE, mended);
    const again = await writeNewTable(options);
    expect(again.written).toBeNull();
    expect(again.diagnostics).toMatchObject([{ wording: 'new/exists#codeowners', at: { file: FILE } }]);
    expect(read(FILE).toString()).toBe(mended);
    // The one in docs would not count any more.
    put(FILE, null);
    put('docs/CODEOWNERS', mended);
    expect((await writeNewTable(options)).diagnostics).toMatchObject([{ at: { file: 'docs/CODEOWNERS' } }]);
  });
});

test('CODEOWNERS that is there gets the lines of new offices, and of a new year with last year’s owners', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    startGit(folder);
    const options = { cwd: folder, projects: 'projects', names: [], codeowners: true };
    put('projects/2022/219-棠溪镇/219001 本级/booklet.yaml', '单位: 棠溪镇本级\n');
    const own = [
      '# 我们的',
      '* @xian/caizheng',
      'projects/2022 @zhangsan',
      '/projects/2022/219-棠溪镇/219001\\ 本级/ @lisi @xian/tangxi # 本级',
      'docs/ @wangwu',
    ];
    put(FILE, `${own.join('\r\n')}\r\n\r\n`);
    put('projects/2022/219-棠溪镇/booklet.yaml', '单位: 棠溪镇\n');
    put('projects/2022/220-茶店镇/booklet.yaml', '单位: 茶店镇\n');
    const args = { file: FILE, count: '2', carried: '0' };
    expect(await writeNewTable(options)).toMatchObject({
      written: FILE,
      messages: [{ code: 'new/codeowners-added', args }],
    });
    // The last line that fits counts: the town is before its own office.
    const [head = '', all = '', year = '', station = '', docs = ''] = own;
    const town = '/projects/2022/219-棠溪镇/ @待填';
    const grown = [head, all, year, town, station, docs, '/projects/2022/220-茶店镇/ @待填'];
    expect(read(FILE).toString()).toBe(`${grown.join('\r\n')}\r\n`);
    expect(await writeNewTable(options)).toMatchObject({ written: null });

    for (const office of ['', '219-棠溪镇/', '219-棠溪镇/219001 本级/', '221-白果镇/'])
      put(`projects/2023/${office}booklet.yaml`, '单位: 某单位\n');
    expect(await writeNewTable(options)).toMatchObject({
      messages: [{ code: 'new/codeowners-added#carried', args: { count: '4', carried: '3' } }],
    });
    expect(read(FILE).toString().split('\r\n').slice(grown.length, -1)).toEqual([
      '/projects/2023/ @zhangsan',
      '/projects/2023/219-棠溪镇/ @待填',
      '/projects/2023/219-棠溪镇/219001\\ 本级/ @lisi @xian/tangxi # 本级',
      '/projects/2023/221-白果镇/ @待填',
    ]);
  });
});

test('CODEOWNERS is at the top of the repository, with paths from there', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    put('县/projects/2026/甲镇/booklet.yaml', '单位: 甲镇\n');
    startGit(folder);
    const options = { cwd: join(folder, '县'), projects: 'projects', names: [], codeowners: true };
    await writeNewTable(options);
    expect(linesOf(read(FILE))).toEqual(['/县/projects/2026/ @待填', '/县/projects/2026/甲镇/ @待填']);
  });
});

test('CODEOWNERS goes with nothing that is about a table, needs its year, and follows no link', async () => {
  await withWorkplace(async ({ folder, put }) => {
    const options = { cwd: folder, projects: 'projects', names: [], codeowners: true };
    for (const more of [
      { names: ['甲'] },
      { from: '甲' },
      { fromYear: '2022' },
      { form: '自评' },
      { into: '甲镇' },
    ]) {
      await expect(writeNewTable({ ...options, ...more })).rejects.toMatchObject({ code: 'usage/not-with' });
    }
    await expect(writeNewTable({ ...options, year: '2031' })).rejects.toMatchObject({
      code: 'sources/no-such-year',
    });
    put('别处/说明.txt', '');
    symlinkSync(join(folder, '别处'), join(folder, '.github'), 'junction');
    await expect(writeNewTable(options)).rejects.toMatchObject({ code: 'sources/link' });
  });
});
