import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAll, readPackage, readSheet } from '../test/office-files.ts';
import { withPrintedWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

const NAME = '党员志愿服务工作经费';
const SOURCE = `projects/2022/${NAME}.yaml`;

/** The outputs of a year with one of these endings. */
const listOf = (folder: string, ...endings: string[]) =>
  readdirSync(join(folder, 'out/2022'))
    .filter((name) => endings.some((ending) => name.endsWith(`.${ending}`)))
    .sort();

test('what is asked for is written once, kept, and removed when nobody asks any more', async () => {
  await withPrintedWorkplace(async ({ build, folder, put, read, outputs }) => {
    const before = outputs();
    const first = await build({ also: ['xlsx', 'docx', 'json'] });
    expect(first.printed).toHaveLength(8 + 8 + 1 + 1);
    expect(listOf(folder, 'xlsx', 'docx', 'json')).toHaveLength(18);
    const index = String(read('out/2022/index.html'));
    expect(index).toContain(`href="${encodeURIComponent(NAME)}.docx"`);
    expect(index).toContain('href="booklet.xlsx"');
    const whole = outputs();

    const again = await build({ also: ['json', 'docx', 'xlsx'] });
    expect([again.printed, again.removed]).toEqual([[], []]);
    expect(outputs()).toEqual(whole);

    put('projects/2022/booklet.yaml', `${read('projects/2022/booklet.yaml')}另存: [xlsx, docx, json]\n`);
    const named = await build();
    expect([named.printed, named.removed]).toEqual([[], []]);
    expect(outputs()).toEqual(whole);

    put('out/2022/我的.xlsx', '别人的');
    writeFileSync(join(folder, `out/2022/${NAME}.docx`), '改过了');
    put(
      'projects/2022/booklet.yaml',
      String(read('projects/2022/booklet.yaml')).replace('[xlsx, docx, json]', '[xlsx]'),
    );
    const less = await build();
    expect(less.removed).toHaveLength(8);
    expect(listOf(folder, 'docx')).toEqual([`${NAME}.docx`]);
    expect(String(read(`out/2022/${NAME}.docx`))).toBe('改过了');

    put(
      'projects/2022/booklet.yaml',
      String(read('projects/2022/booklet.yaml')).replace('另存: [xlsx]\n', ''),
    );
    expect((await build()).removed).toHaveLength(9);
    expect(listOf(folder, 'xlsx')).toEqual(['我的.xlsx']);
    put('out/2022/我的.xlsx', null);
    put(`out/2022/${NAME}.docx`, null);
    expect(outputs()).toEqual(before);
  });
});

test('a table with an error keeps its last files, and so does the workbook that holds it', async () => {
  await withPrintedWorkplace(async ({ build, folder, put, read }) => {
    await build({ also: ['xlsx', 'docx'] });
    const last = [`${NAME}.docx`, `${NAME}.xlsx`, 'booklet.xlsx'].map((name) => read(`out/2022/${name}`));
    const text = String(read(SOURCE));
    put(SOURCE, text.replace('≤ 2.73 万元', '2.73'));
    const other = 'projects/2022/党员干部教育经费.yaml';
    put(other, String(read(other)).replace('≤ 30 万元', '≤ 31 万元'));
    const built = await build({ also: ['xlsx', 'docx'] });
    expect(built.printed.sort()).toEqual(
      ['docx', 'pdf', 'xlsx'].map((ending) => `2022/党员干部教育经费.${ending}`),
    );
    expect(built.removed).toEqual([]);
    expect([`${NAME}.docx`, `${NAME}.xlsx`, 'booklet.xlsx'].map((name) => read(`out/2022/${name}`))).toEqual(
      last,
    );
    put(SOURCE, null);
    await build({ also: ['xlsx', 'docx'] });
    expect(listOf(folder, 'xlsx', 'docx')).toHaveLength(15);
    const book = readPackage(readFileSync(join(folder, 'out/2022/booklet.xlsx')));
    expect(findAll(book.get('xl/workbook.xml'), 'sheet')).toHaveLength(8);
    expect([...readSheet(book, 0).values()].map(({ text }) => text)).toContain('88.35');
  });
});

test('one table alone: its own files, and nothing of the year', async () => {
  await withPrintedWorkplace(async ({ build, folder }) => {
    const built = await build({ paths: [SOURCE], also: ['xlsx', 'docx', 'json'] });
    expect(built.printed.sort()).toEqual([`2022/${NAME}.docx`, `2022/${NAME}.xlsx`]);
    expect(listOf(folder, 'xlsx', 'docx', 'json')).toEqual([`${NAME}.docx`, `${NAME}.xlsx`]);
    expect((await build({ paths: [SOURCE] })).removed).toEqual([]);
  });
});

test('results have files of their own, beside theirs', async () => {
  await withPrintedWorkplace(async ({ build, folder, put, read }) => {
    const example = (name: string) => readFileSync(join(PROGRAM_ROOT, 'templates/forms/例', `${name}.yaml`));
    const name = '基层党务干部培训经费';
    for (const file of readdirSync(join(folder, 'projects/2022'))) put(`projects/2022/${file}`, null);
    put('projects/2022/booklet.yaml', '标题: 汇编\n单位: 样例单位\n年度: 2022\n另存: [xlsx, docx, json]\n');
    put(`projects/2022/${name}.yaml`, example('预算项目绩效目标表'));
    put(`projects/2022/自评/${name}.yaml`, example('结果/自评表'));
    const built = await build();
    const own = built.printed.filter((path) => path.startsWith('2022/自评/'));
    expect(own.sort()).toEqual(
      ['booklet.json', 'booklet.pdf', 'booklet.xlsx', `${name}.docx`, `${name}.pdf`, `${name}.xlsx`].map(
        (file) => `2022/自评/${file}`,
      ),
    );
    expect(String(read('out/2022/index.html'))).toContain(encodeURI(`自评/${name}.docx`));
    const book = readPackage(readFileSync(join(folder, 'out/2022/自评/booklet.xlsx')));
    const summary = [...readSheet(book, 0).values()].map(({ text }) => text);
    expect(summary).toEqual(expect.arrayContaining(['执行率', '93.28%', '得分', '97.42', '优']));
    expect((await build()).printed).toEqual([]);
    put('projects/2022/自评', null);
    const removed = (await build()).removed.filter((path) => path.startsWith('2022/自评/'));
    expect(removed).toHaveLength(8);
  });
});
