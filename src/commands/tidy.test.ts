import { expect, test } from 'vitest';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { writeNewTable } from './new.ts';
import { type TidyOptions, tidySources } from './tidy.ts';

const FILE = 'projects/2022/党员干部教育经费.yaml';

const run = ({ folder }: Workplace, options: Partial<TidyOptions> = {}) =>
  tidySources({ cwd: folder, projects: 'projects', paths: [], check: false, ...options });

test('writes what is not canonical, and only that', async () => {
  await withWorkplace(async (workplace) => {
    const canonical = workplace.read(FILE).toString();
    const before = workplace.outputs('projects');
    workplace.put(FILE, `\uFEFF${canonical.replace('≤ 30 万元', '≤30万元').replaceAll('\n', '\r\n')}`);
    const { written, diagnostics, messages } = await run(workplace);
    expect({ written, diagnostics }).toEqual({ written: [FILE], diagnostics: [] });
    expect(messages.map(({ code }) => code)).toEqual(['tidy/written', 'tidy/done']);
    expect(workplace.outputs('projects')).toEqual(before);
    expect((await run(workplace)).written).toEqual([]);
  });
});

test('a byte order mark alone is a change', async () => {
  await withWorkplace(async (workplace) => {
    const canonical = workplace.read(FILE).toString();
    workplace.put(FILE, `\uFEFF${canonical}`);
    expect((await run(workplace, { check: true })).diagnostics).toMatchObject([
      { code: 'tidy/would-change', at: { file: FILE, start: 0 } },
    ]);
    await run(workplace);
    expect(workplace.read(FILE).toString()).toBe(canonical);
  });
});

test('lines that end in CR alone are read, and written with LF', async () => {
  await withWorkplace(async (workplace) => {
    const canonical = workplace.read(FILE).toString();
    workplace.put(FILE, canonical.replaceAll('\n', '\r'));
    expect(await run(workplace)).toMatchObject({ written: [FILE], diagnostics: [] });
    expect(workplace.read(FILE).toString()).toBe(canonical);
  });
});

test('--check reports the first line that would change, and writes nothing', async () => {
  await withWorkplace(async (workplace) => {
    const text = workplace.read(FILE).toString().replace('≤ 30 万元', '≤30万元');
    workplace.put(FILE, text);
    const { written, diagnostics } = await run(workplace, { check: true });
    expect(written).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'tidy/would-change', severity: 'error' }]);
    const at = diagnostics[0]?.at;
    expect(text.slice(at?.start, at?.end)).toBe('        指标值: ≤30万元');
    expect(workplace.read(FILE).toString()).toBe(text);
  });
});

test('what cannot be read is left alone and reported; the others are tidied', async () => {
  await withWorkplace(async (workplace) => {
    const broken = '项目名称：坏\n   甲: 乙\n';
    workplace.put('projects/2022/坏.yaml', broken);
    workplace.put('projects/2022/国标.yaml', Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf, 0x0a]));
    workplace.put(FILE, workplace.read(FILE).toString().replace('≤ 30 万元', '≤30万元'));
    const { written, diagnostics } = await run(workplace);
    expect(written).toEqual([FILE]);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['file/not-utf8', 'yaml/full-width-colon']);
    expect(workplace.read('projects/2022/坏.yaml').toString()).toBe(broken);
  });
});

test('only what was asked for', async () => {
  await withWorkplace(async (workplace) => {
    const other = 'projects/2022/机关党建宣传经费.yaml';
    for (const file of [FILE, other]) workplace.put(file, `${workplace.read(file)}\n\n`);
    expect((await run(workplace, { paths: [other] })).written).toEqual([other]);
    expect((await run(workplace, { year: '2022' })).written).toEqual([FILE]);
  });
});

test('a table with mistakes of its own is tidied all the same', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put(FILE, '绩校目标:   甲\n项目名称: 乙\n');
    await run(workplace);
    expect(workplace.read(FILE).toString()).toBe('绩校目标: 甲\n项目名称: 乙\n');
  });
});

test('a text with line ends of two kinds is tidied, and so are the files after it', async () => {
  await withWorkplace(async (workplace) => {
    const text = workplace.read(FILE).toString();
    const mixed = '≤30万元\n        指标值说明: "。\\n\\r\\na"';
    workplace.put('projects/2022/三.yaml', text.replace('≤ 30 万元', mixed));
    workplace.put('projects/2022/龘.yaml', text.replace('≤ 30 万元', '≤30万元'));
    const { written, diagnostics } = await run(workplace);
    expect(diagnostics).toEqual([]);
    expect(written.sort()).toEqual(['projects/2022/三.yaml', 'projects/2022/龘.yaml']);
  });
});

test('the schema line leads to the form of the year; one of somebody’s own stays', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const options = { cwd: folder, projects: 'projects', paths: ['projects/2030'], check: false };
    const FORM = '项目支出绩效目标表（2021）';
    await writeNewTable({ cwd: folder, projects: 'projects', names: [FORM], example: true, year: '2030' });
    const file = 'projects/2030/法治宣传教育.yaml';
    const text = read(file).toString();
    expect((await tidySources(options)).written).toEqual([]);
    put(file, text.replace(`schema/${FORM}.schema.json`, 'schema/project.schema.json'));
    expect((await tidySources({ ...options, check: true })).diagnostics).toMatchObject([
      { code: 'tidy/would-change' },
    ]);
    expect((await tidySources(options)).written).toEqual([file]);
    expect(read(file).toString()).toBe(text);
    // Wherever the program is.
    const far = text.replace(/\$schema=.*/, '$schema=../绩 效/schema/project.schema.json');
    put(file, far);
    expect((await tidySources(options)).written).toEqual([file]);
    expect(read(file).toString()).toBe(far.replace('project', FORM));
    const own = text.replace(/\$schema=.*/, '$schema=../../ours/own.schema.json');
    put(file, own);
    expect((await tidySources(options)).written).toEqual([]);
    const without = text.replace(/^.*\n/, '');
    put(file, without);
    expect((await tidySources(options)).written).toEqual([]);
  });
});

test('a folder of templates holds only a form of its own: tidy writes its schema and leads the sources to it', async () => {
  await withWorkplace(async (workplace) => {
    const { folder, put, read, outputs } = workplace;
    const form = (note: string) =>
      `基于: 预算项目绩效目标表\n标题: 本县申报表\n去掉: { 字段: [项目编码] }\n字段: { 联系电话: { 类型: 单行, 必填: 是, 说明: ${note} } }\n表头: [[项目名称, 联系电话], [绩效目标]]\n`;
    put('模板/forms/本县申报表.yaml', form('手机'));
    put('模板/forms/写坏的.yaml', '标题: 坏\n');
    put('projects', null);
    put('projects/2022/booklet.yaml', '标题: 汇编\n单位: 甲局\n年度: 2022\n表式:\n  目标: 本县申报表\n');
    const templates = '模板';
    const made = await writeNewTable({ cwd: folder, projects: 'projects', templates, names: ['修路'] });
    expect(made).toMatchObject({ written: 'projects/2022/修路.yaml', diagnostics: [] });
    const source = 'projects/2022/修路.yaml';
    const codes = ({ messages, diagnostics }: Awaited<ReturnType<typeof run>>) =>
      [...messages, ...diagnostics].map(({ code }) => code);
    expect(read(source).toString()).not.toContain('$schema');
    const header =
      '# yaml-language-server: $schema=../../模板/schema/本县申报表.schema.json\n项目名称: 修路\n';
    expect(codes(await run(workplace, { templates }))).toEqual(['new/made', 'tidy/written', 'tidy/done']);
    expect(read(source).toString()).toContain(header);
    expect(Object.keys(outputs('模板/schema'))).toEqual(['本县申报表.schema.json']);
    const next = await writeNewTable({ cwd: folder, projects: 'projects', templates, names: ['修桥'] });
    expect(read(next.written ?? '').toString()).toContain(header.replace('修路', '修桥'));
    put('模板/forms/本县申报表.yaml', form('座机'));
    put(
      'projects/2022/修路.yaml',
      read('projects/2022/修路.yaml')
        .toString()
        .replace(/\$schema=.*/, '$schema=../../schema/project.schema.json'),
    );
    expect(codes(await run(workplace, { templates, check: true }))).toEqual([
      'tidy/would-change',
      'tidy/schema',
    ]);
    expect(codes(await run(workplace, { templates }))).toEqual(['new/made', 'tidy/written', 'tidy/done']);
    expect(read(source).toString()).toContain(header);
    expect(read('模板/schema/本县申报表.schema.json').toString()).toContain('座机');
    expect(codes(await run(workplace, { templates, check: true }))).toEqual(['tidy/done']);
  });
});
