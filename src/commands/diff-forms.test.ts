import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasChanges, toComparisonReport } from '../compare/formats/json.ts';
import { formatMarkdown } from '../compare/formats/markdown.ts';
import { startProgram } from '../test/program.ts';
import { withRepository } from '../test/repository.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { diff } from './diff.ts';
import { writeNewTable } from './new.ts';

const FORM = '模板/forms/预算项目绩效目标表.yaml';
const OTHER = '模板/forms/县级表.yaml';

test('a form that changes says which filed tables it touches, in diff and its formats', async () => {
  await withRepository(async ({ folder, put, read, commit }) => {
    cpSync(join(PROGRAM_ROOT, 'templates'), join(folder, '模板'), { recursive: true });
    put(OTHER, '基于: 预算项目绩效目标表\n标题: 县级表\n');
    const table = read('projects/2022/党员干部教育经费.yaml').toString();
    put('projects/2023/booklet.yaml', '标题: 甲\n单位: 乙\n年度: 2023\n表式:\n  目标: 县级表\n');
    put('projects/2023/党员干部教育经费.yaml', table);
    commit('filed');
    const options = { cwd: folder, projects: 'projects', templates: '模板', revisions: [] };
    const unchanged = (await diff(options)).comparison;
    expect(unchanged.forms).toEqual([]);

    const form = read(FORM).toString();
    // A field of the base; a new table is not one that was filed before.
    put(
      FORM,
      form.replace(/ {2}负责人:\n(?: {4}.*\n| {6}.*\n)+/, '').replace('主管部门, 负责人]', '主管部门]'),
    );
    put(OTHER, '基于: 预算项目绩效目标表\n标题: 县级申报表\n');
    put(
      'projects/2023/党员志愿服务工作经费.yaml',
      read('projects/2022/党员志愿服务工作经费.yaml').toString(),
    );
    const compared = await diff(options);
    expect(compared.comparison.forms).toEqual([
      {
        form: '预算项目绩效目标表',
        parts: [
          { part: '字段', name: '负责人', change: 'removed' },
          { part: '表头', name: null, change: 'changed' },
        ],
        tables: expect.arrayContaining(['projects/2022/党员干部教育经费.yaml']),
      },
      {
        form: '县级表',
        parts: expect.arrayContaining([
          { part: '标题', name: null, change: 'changed' },
          { part: '字段', name: '负责人', change: 'removed' },
        ]),
        tables: ['projects/2023/党员干部教育经费.yaml'],
      },
    ]);
    expect(compared.comparison.forms[0]?.tables).toHaveLength(8);
    const report = toComparisonReport(compared.range, compared.comparison, compared.texts, 'zh');
    expect(hasChanges(report)).toBe(true);
    expect(formatMarkdown(report, 'zh')).toContain(
      '表式“预算项目绩效目标表”改了（字段 负责人（删除），表头），原来就有的 8 张表都按新的印：',
    );
    const { finished } = startProgram(folder, ['diff', '--templates', '模板', '--lang', 'en']);
    const { stderr } = await finished;
    expect(stderr).toContain('The form “县级表” has changed');

    const checked = await startProgram(folder, ['check', '--templates', '模板']).finished;
    expect(checked.stderr).toContain(
      '表式“县级表”改了（标题，字段 负责人（删除），表头），还没有提交；按它印的有 2 张表：',
    );

    // Between two commits: each side by its own form, so that the field that only the old one has is still read.
    put('projects/2022/党员干部教育经费.yaml', table.replace('绩效目标:', '负责人: 张三\n绩效目标:'));
    put(FORM, form);
    commit('with a name');
    put('projects/2022/党员干部教育经费.yaml', table);
    put(
      FORM,
      readFileSync(join(folder, FORM), 'utf8')
        .replace(/ {2}负责人:\n(?: {4}.*\n| {6}.*\n)+/, '')
        .replace('主管部门, 负责人]', '主管部门]'),
    );
    commit('without');
    const { comparison } = await diff({ ...options, year: '2022', revisions: ['HEAD~1..HEAD'] });
    expect(comparison.notCompared).toEqual([]);
    expect(comparison.projects).toMatchObject([{ fields: [{ field: '负责人', before: '张三', after: '' }] }]);
  });
});

test('a form of results says which results it touches', async () => {
  await withRepository(async ({ folder, put, read, commit }) => {
    cpSync(join(PROGRAM_ROOT, 'templates'), join(folder, '模板'), { recursive: true });
    const options = { cwd: folder, projects: 'projects', templates: '模板' };
    await writeNewTable({ ...options, names: ['自评表'], example: true, year: '2023' });
    commit('evaluated');
    const form = '模板/forms/自评表.yaml';
    put(
      form,
      read(form)
        .toString()
        .replace(/^标题: .*$/m, '标题: 自评报告表'),
    );
    const { comparison } = await diff({ ...options, revisions: [] });
    expect(comparison.forms).toEqual([
      {
        form: '自评表',
        parts: [{ part: '标题', name: null, change: 'changed' }],
        tables: ['projects/2023/自评/基层党务干部培训经费.yaml'],
      },
    ]);
    const { stderr } = await startProgram(folder, ['check', '--templates', '模板']).finished;
    expect(stderr).toContain('表式“自评表”改了（标题），还没有提交；按它印的有 1 张表：基层党务干部培训经费');
  });
});

test('forms that are somewhere else have no history: nothing is reported', async () => {
  await withRepository(async ({ folder, commit }) => {
    commit('filed');
    const templates = join(PROGRAM_ROOT, 'templates');
    const { comparison } = await diff({ cwd: folder, projects: 'projects', templates, revisions: [] });
    expect(comparison.forms).toEqual([]);
  });
});
