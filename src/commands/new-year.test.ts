import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tidy } from '../format/tidy.ts';
import { parse } from '../read/parse.ts';
import { WORDS } from '../test/forms.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compileSources } from './compile-sources.ts';
import { writeNewTable } from './new.ts';
import type { NewOptions } from './new-draft.ts';

const carry = ({ folder }: Workplace, options: Partial<NewOptions> = {}) =>
  writeNewTable({ cwd: folder, projects: 'projects', names: [], year: '2023', fromYear: '2022', ...options });

const checkYear = ({ folder }: Workplace, path: string) =>
  compileSources({
    cwd: folder,
    projects: 'projects',
    templates: join(PROGRAM_ROOT, 'templates'),
    paths: [path],
    strict: false,
  }).diagnostics;

const errorOf = (workplace: Workplace, options: Partial<NewOptions>) =>
  carry(workplace, options).then(
    () => null,
    (error: unknown) => (error instanceof EnvironmentError ? error.code : error),
  );

test('the eight tables and their booklet: what is written parses, is tidy, and has nothing but what is to fill in', async () => {
  await withWorkplace(async (workplace) => {
    const before = workplace.outputs('projects/2022');
    const { written, files, messages } = await carry(workplace);
    expect(written).toBe('projects/2023');
    expect(Object.keys(workplace.outputs('projects/2023'))).toEqual(Object.keys(before));
    expect(files).toHaveLength(9);
    expect(workplace.outputs('projects/2022')).toEqual(before);
    for (const file of files) {
      const text = workplace.read(file).toString();
      const { value } = parse({ file, stem: 'x', text }, WORDS);
      expect(value && tidy(value)).toBe(text);
      expect(text).not.toMatch(/#[\s#]*忽略/);
    }
    const found = checkYear(workplace, 'projects/2023');
    const errors = found.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['text/to-fill']));
    expect(new Set(errors.map(({ at }) => at.file))).toEqual(
      new Set(files.filter((file) => !file.endsWith('booklet.yaml'))),
    );
    // Nothing of last year is left outside the comments.
    expect(found.filter(({ code }) => code.startsWith('date/'))).toEqual([]);
    const table = workplace.read('projects/2023/党员志愿服务工作经费.yaml').toString();
    expect(table).toContain('项目名称: 党员志愿服务工作经费\n项目编码: 待填 # 去年：52270022P004296102284\n');
    expect(table).toContain('黔南考发〔2021〕1号');
    expect(table).toContain('定性: 待填 # 去年：2022年1月至12月\n');
    expect(messages.map(({ code }) => code)).toEqual([
      ...files.map(() => 'new/made'),
      'new/suppressions-left',
      'new/year-written',
    ]);
    expect(messages.at(-1)?.args).toMatchObject({ tables: '8', to: 'projects/2023', check: '--year 2023' });
  });
});

test('the booklet moves on a year: 年度, 标题 and 说明; its date is to fill in', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put(
      'projects/2022/booklet.yaml',
      `\ufeff标题: 二〇二二年度预算项目绩效目标表
单位: 黔南州第301局
年度: 2022
编制日期: 2022-01-20
# 忽略 date/other-year：去年的
说明: 本汇编收录2022年度8个项目，2022年3月编成，2021年另编。
顺序:
  - 党员干部教育经费
检查:
  code/check-character: 忽略
`.replace(/\n/g, '\r\n'),
    );
    await carry(workplace);
    const text = workplace.read('projects/2023/booklet.yaml').toString();
    expect(text).toMatch(/^# yaml-language-server: \$schema=.*schema\/booklet\.schema\.json\n/);
    expect(text).toContain(
      '标题: 二〇二三年度预算项目绩效目标表 # 去年：二〇二二年度预算项目绩效目标表\n单位: 黔南州第301局\n年度: 2023\n',
    );
    expect(text).toContain('编制日期: 待填 # 去年：2022-01-20\n');
    expect(text).toContain('本汇编收录2023年度待填个项目，待填编成，待填年另编。');
    expect(text).toContain('- 党员干部教育经费');
    expect(text).toContain('code/check-character: 忽略');
    expect(text).not.toContain('忽略 date');
    const errors = checkYear(workplace, 'projects/2023').filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['text/to-fill']));
  });
});

test('without --year it is the next one; two years on works as well', async () => {
  await withWorkplace(async (workplace) => {
    expect((await carry(workplace, { year: undefined })).written).toBe('projects/2023');
    expect((await carry(workplace, { year: '2024' })).written).toBe('projects/2024');
    expect(workplace.read('projects/2024/booklet.yaml').toString()).toContain('标题: 2024年度');
  });
});

test('what is there already is named, each file, and nothing is written', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('projects/2023/党员干部教育经费.yaml', '# 我的\n');
    workplace.put('projects/2023/BOOKLET.yaml', '# 我的\n');
    const before = workplace.outputs('projects');
    const { written, files, diagnostics } = await carry(workplace);
    expect([written, files]).toEqual([null, []]);
    expect(diagnostics.map(({ wording, at }) => `${wording} ${at.file}`)).toEqual([
      'new/exists#year projects/2023/booklet.yaml',
      'new/exists#year projects/2023/党员干部教育经费.yaml',
    ]);
    expect(workplace.outputs('projects')).toEqual(before);
  });
});

test('one table that cannot be read, and nothing is written', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('projects/2022/旧.yaml', '项目名称：旧\n');
    const { written, diagnostics, texts } = await carry(workplace);
    expect(written).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'yaml/full-width-colon', at: { file: 'projects/2022/旧.yaml' } },
    ]);
    expect(texts.get('projects/2022/旧.yaml')).toBe('项目名称：旧\n');
    expect(() => workplace.read('projects/2023/booklet.yaml')).toThrow();
  });
});

test('an office’s folder, with a blank in its name and folders below it; its results stay', async () => {
  await withWorkplace(async (workplace) => {
    const table = workplace.read('projects/2022/党员干部教育经费.yaml');
    const booklet = workplace.read('projects/2022/booklet.yaml');
    workplace.put('projects/2022/219 棠溪镇/booklet.yaml', booklet);
    workplace.put('projects/2022/219 棠溪镇/219001-本级/教育.yaml', table);
    workplace.put('projects/2022/219 棠溪镇/自评/教育.yaml', '完成情况: 好\n');
    workplace.put('projects/2022/219 棠溪镇/监控/7月/教育.yaml', '完成情况: 好\n');
    workplace.put('projects/2022/219 棠溪镇/附件.docx', 'x');
    const { written, files, messages } = await carry(workplace, { into: '219 棠溪镇/' });
    expect(written).toBe('projects/2023/219 棠溪镇');
    expect(files).toEqual([
      'projects/2023/219 棠溪镇/219001-本级/教育.yaml',
      'projects/2023/219 棠溪镇/booklet.yaml',
    ]);
    expect(Object.keys(workplace.outputs('projects/2023'))).toEqual([
      '219 棠溪镇/219001-本级/教育.yaml',
      '219 棠溪镇/booklet.yaml',
    ]);
    const [schema = ''] = /(?<=\$schema=).+/.exec(workplace.read(files[0] ?? '').toString()) ?? [];
    expect(join('projects/2023/219 棠溪镇/219001-本级', schema)).not.toContain('projects');
    expect(messages).toContainEqual({
      code: 'new/results-left',
      args: { folders: 'projects/2022/219 棠溪镇/监控、projects/2022/219 棠溪镇/自评' },
    });
    expect(messages).toContainEqual({
      code: 'new/others-left',
      args: { files: 'projects/2022/219 棠溪镇/附件.docx' },
    });
  });
});

test('an office that inherits brings the booklet.yaml of the folders above along, where the new year has none', async () => {
  await withWorkplace(async (workplace) => {
    const table = workplace.read('projects/2022/党员干部教育经费.yaml');
    workplace.put(
      'projects/2022/219-棠溪镇/booklet.yaml',
      '单位: 棠溪镇\n表式:\n  目标: 预算项目绩效目标表\n',
    );
    workplace.put('projects/2022/219-棠溪镇/本级/booklet.yaml', '单位: 棠溪镇本级\n');
    workplace.put('projects/2022/219-棠溪镇/本级/教育.yaml', table);
    // As a shell completes it.
    const { files } = await carry(workplace, { into: 'projects/2022/219-棠溪镇/本级/' });
    expect(files).toEqual([
      'projects/2023/booklet.yaml',
      'projects/2023/219-棠溪镇/booklet.yaml',
      'projects/2023/219-棠溪镇/本级/booklet.yaml',
      'projects/2023/219-棠溪镇/本级/教育.yaml',
    ]);
    workplace.put('projects/2023/219-棠溪镇/本级', null);
    workplace.put('projects/2023/booklet.yaml', '标题: 新\n单位: 新\n年度: 2023\n');
    expect((await carry(workplace, { into: '219-棠溪镇/本级' })).files).toHaveLength(2);
    expect(workplace.read('projects/2023/booklet.yaml').toString()).toContain('标题: 新');
  });
});

test('of many files it is said how many are in each folder', async () => {
  await withWorkplace(async (workplace) => {
    const table = workplace.read('projects/2022/党员干部教育经费.yaml').toString();
    workplace.put('projects/2022/甲镇/booklet.yaml', '单位: 甲镇\n');
    for (let index = 0; index < 21; index += 1) {
      workplace.put(
        `projects/2022/甲镇/2022年${index}.yaml`,
        table.replace('党员干部教育经费', `2022年${index}`),
      );
      workplace.put(`projects/2022/甲镇/${index}.docx`, 'x');
    }
    const { files, messages } = await carry(workplace);
    expect(files).toHaveLength(9 + 22);
    expect(messages.slice(0, 2)).toEqual([
      { code: 'new/made#folder', args: { folder: 'projects/2023', count: '9' } },
      { code: 'new/made#folder', args: { folder: 'projects/2023/甲镇', count: '22' } },
    ]);
    for (const code of ['new/year-in-name', 'new/others-left'])
      expect(messages.find((one) => one.code === code)?.args.files?.split('、')).toHaveLength(21);
  });
});

test('a project with last year in its name keeps it, and is named', async () => {
  await withWorkplace(async (workplace) => {
    const table = workplace.read('projects/2022/党员干部教育经费.yaml').toString();
    workplace.put(
      'projects/2022/2022年教育.yaml',
      table.replace('项目名称: 党员干部教育经费', '项目名称: 2022年教育'),
    );
    const { messages } = await carry(workplace);
    expect(messages).toContainEqual({
      code: 'new/year-in-name',
      args: { files: 'projects/2023/2022年教育.yaml' },
    });
    expect(workplace.read('projects/2023/2022年教育.yaml').toString()).toContain('项目名称: 2022年教育\n');
  });
});

test('a year without booklet.yaml is reported as that', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('projects/2022/booklet.yaml', null);
    const { messages } = await carry(workplace);
    expect(messages.map(({ code }) => code)).toContain('new/no-booklet');
  });
});

test.each([
  ['a name', { names: ['党员'] }, 'new/year-takes-no-name'],
  ['a table', { from: '党员干部教育经费' }, 'new/year-takes-no-table'],
  ['a code', { code: '52270022P004296102284' }, 'new/year-takes-no-table'],
  ['the same year', { year: '2022' }, 'new/same-year'],
  ['a year that is none', { year: '22' }, 'usage/value'],
  ['a year that is not there', { fromYear: '2019' }, 'new/no-such-year'],
  ['an office that is not there', { into: '民政局' }, 'new/no-such-office'],
  ['a folder outside', { into: '../2021' }, 'new/into-name'],
  ['a name that Windows cannot hold', { into: 'CON' }, 'new/into-name'],
  ['an empty year', { fromYear: '2020' }, 'new/year-empty'],
] as const)('%s beside --from-year is trouble', async (_, options, code) => {
  await withWorkplace(async (workplace) => {
    mkdirSync(join(workplace.folder, 'projects/2020'));
    expect(await errorOf(workplace, options as Partial<NewOptions>)).toBe(code);
    expect(Object.keys(workplace.outputs('projects')).every((path) => path.startsWith('2022/'))).toBe(true);
  });
});

test('a table that was never filled in is carried as it is: 待填 is no figure of last year', async () => {
  await withWorkplace(async (workplace) => {
    await carry(workplace);
    await carry(workplace, { year: '2024', fromYear: '2023' });
    const table = workplace.read('projects/2024/党员志愿服务工作经费.yaml').toString();
    expect(table).toContain('指标值: ≤ 待填 万元\n');
    expect(table).not.toContain('去年');
  });
});
