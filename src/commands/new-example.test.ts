import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compileSources } from './compile-sources.ts';
import { openExamples, openForms } from './context.ts';
import { writeNewTable } from './new.ts';
import { tidySources } from './tidy.ts';

const forms = openForms('');
const NAMES = [...forms.names, ...forms.results().names];
const FIRST = '预算项目绩效目标表';
const COUNTY = '项目支出绩效目标申报表（县级）';
const templates = join(PROGRAM_ROOT, 'templates');

test('every form has an example, and every example a form', () => {
  expect([...openExamples('').keys()].sort()).toEqual([...NAMES].sort());
});

test.each(NAMES)('the example of %s is sound in another year, in a folder of its own', async (form) => {
  await withWorkplace(async ({ folder, read }) => {
    const options = { cwd: folder, projects: 'projects' };
    const { written, files, diagnostics } = await writeNewTable({
      ...{ ...options, names: [form], example: true, year: '2031' },
    });
    expect(diagnostics).toEqual([]);
    expect(files).toContain('projects/2031/booklet.yaml');
    expect(files[0]).toBe(written);
    const checked = compileSources({ ...options, templates, paths: ['projects/2031'], strict: false });
    expect(checked.diagnostics.filter(({ severity }) => severity !== 'suggestion')).toEqual([]);
    expect(checked.texts.get(written ?? '')).toBeDefined();
    const tidied = await tidySources({ ...options, paths: ['projects/2031'], check: true });
    // Results may be written shorter than tidy writes them.
    if (forms.names.includes(form)) expect(tidied.diagnostics).toEqual([]);
    const text = read(written ?? '').toString();
    expect(text).toMatch(/^# yaml-language-server: \$schema=.+\.schema\.json\n/);
    expect(text).not.toMatch(/20[12]\d年|20[12]\d\.\d/);
  });
});

test('dates move with the year, citations stay, and the code fits', async () => {
  await withWorkplace(async ({ folder, read }) => {
    const options = { cwd: folder, projects: 'projects', example: true };
    const { written } = await writeNewTable({ ...options, names: [COUNTY], year: '2027' });
    const county = read(written ?? '').toString();
    expect(county).toContain('起止时间: 2027.07–2028.01');
    expect(county).toContain('《青溪县高标准农田建设规划（2021—2030年）》（青政发〔2021〕12号）');
    const { written: second } = await writeNewTable({ ...options, names: [FIRST], year: '2026' });
    expect(read(second ?? '').toString()).toMatch(/项目编码: 52270026P/);
    expect(read(second ?? '').toString()).toContain('定性: 2026年3月至9月');
    expect(read('projects/2027/booklet.yaml').toString()).toContain(`表式:\n  目标: ${COUNTY}\n`);
    expect(read('projects/2026/booklet.yaml').toString()).not.toContain('表式');
  });
});

test('an example of results has to say which table it is about', async () => {
  await withWorkplace(async ({ folder, put }) => {
    cpSync(join(PROGRAM_ROOT, 'templates'), join(folder, '模板'), { recursive: true });
    put('模板/forms/例/结果/自评表.yaml', '指标:\n  培训次数: 4 次\n');
    const options = { cwd: folder, projects: 'projects', templates: '模板', example: true };
    await expect(writeNewTable({ ...options, names: ['自评表'] })).rejects.toMatchObject({
      code: 'new/example-without-goal',
    });
  });
});

test('without a name it is the form of the year; another form is written and reported', async () => {
  await withWorkplace(async ({ folder, read, put }) => {
    const options = { cwd: folder, projects: 'projects', example: true };
    const own = await writeNewTable({ ...options, names: [] });
    expect(own).toMatchObject({ written: 'projects/2022/基层党务干部培训经费.yaml', diagnostics: [] });
    expect(own.messages.map(({ code }) => code)).toEqual(['new/example-written']);
    const evaluated = await writeNewTable({ ...options, names: [], form: '自评', year: '2024' });
    expect(evaluated.written).toBe('projects/2024/自评/基层党务干部培训经费.yaml');
    await expect(writeNewTable({ ...options, names: [], code: '1' })).rejects.toMatchObject({
      code: 'usage/not-with',
    });
    const again = await writeNewTable({ ...options, names: [] });
    expect(again).toMatchObject({ written: null, diagnostics: [{ code: 'new/exists' }] });
    const other = await writeNewTable({ ...options, names: [COUNTY] });
    expect(other.messages.map(({ code }) => code)).toEqual(['new/example-written', 'new/other-form']);
    put('projects/2025/booklet.yaml', `标题: 甲\n单位: 乙\n年度: 2025\n表式:\n  目标: ${COUNTY}\n`);
    const { written } = await writeNewTable({ ...options, names: [] });
    expect(read(written ?? '').toString()).toContain('2025.07–2026.01');
    await expect(writeNewTable({ ...options, names: ['没有的表'] })).rejects.toMatchObject({
      code: 'form/missing',
    });
  });
});
