import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tidy } from '../format/tidy.ts';
import { word } from '../messages/wording.ts';
import { parse } from '../read/parse.ts';
import { WORDS } from '../test/forms.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compileSources } from './compile-sources.ts';
import { writeNewTable } from './new.ts';
import type { NewOptions } from './new-draft.ts';

const FROM = 'projects/2022/巡回督导、党建述职工作经费.yaml';

const begin = ({ folder }: Workplace, options: Partial<NewOptions>) =>
  writeNewTable({ cwd: folder, projects: 'projects', names: ['党员教育'], ...options });

const codesOf = ({ diagnostics }: { diagnostics: { code: string }[] }) =>
  [...new Set(diagnostics.map(({ code }) => code))].sort();

/** What `check` says of one file. */
const checkFile = ({ folder }: Workplace, file: string) =>
  compileSources({
    cwd: folder,
    projects: 'projects',
    templates: join(PROGRAM_ROOT, 'templates'),
    paths: [file],
    strict: false,
  });

function expectTidy(text: string): void {
  const { value } = parse({ file: 'x', stem: 'x', text }, WORDS);
  expect(value && tidy(value)).toBe(text);
}

test('a skeleton in the newest year: only what its author has to write is reported', async () => {
  await withWorkplace(async (workplace) => {
    const { written, messages } = await begin(workplace, {});
    expect(written).toBe('projects/2022/党员教育.yaml');
    expect(messages).toEqual([{ code: 'new/written', args: { file: written } }]);
    const text = workplace.read('projects/2022/党员教育.yaml').toString();
    expectTidy(text);
    expect(text).toContain(
      '- 三级指标: 项目或定额成本控制率\n        指标值: = 100 %\n        备注: 项目或定额成本控制率',
    );
    // The other tables of the year call it so.
    expect(text).toContain('\n  满意度指标:\n    满意度指标:\n');
    const schema = /\$schema=(.+)/.exec(text)?.[1] ?? '';
    expect(existsSync(join(workplace.folder, 'projects/2022', schema))).toBe(true);
    expect(codesOf(checkFile(workplace, 'projects/2022/党员教育.yaml'))).toEqual(['text/to-fill']);
  });
});

test('filled in, the skeleton is a table without an error', async () => {
  await withWorkplace(async (workplace) => {
    await begin(workplace, { code: '52270022P00430210119J', year: '2023' });
    const file = 'projects/2023/党员教育.yaml';
    const numbers = Array.from({ length: 20 }, (_, index) => String(index + 1));
    const fill = (text: string) => text.replace(/待填/g, () => numbers.shift() ?? '');
    const text = workplace
      .read(file)
      .toString()
      .replace('|\n  待填', '|\n  开展党员教育培训4次，培训600人，提升履职能力，全面完成年度任务。')
      .replace('定性: 待填', '定性: 2023年1月至12月')
      .replaceAll('指标值: 待填', '指标值: ≥ 4 次')
      .replaceAll('三级指标: 待填', '三级指标: 培训次数');
    workplace.put(file, fill(text));
    const errors = checkFile(workplace, file).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});

test('a year of the newer tree gets that tree; a missing year is made', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('projects/2023/booklet.yaml', '标题: 甲\n单位: 乙\n年度: 2023\n指标体系: 2021\n');
    await begin(workplace, {});
    const text = workplace.read('projects/2023/党员教育.yaml').toString();
    expectTidy(text);
    expect(text).toContain('\n  成本指标:\n    经济成本指标:\n');
    expect(text).toContain('服务对象满意度指标');
    expect(codesOf(checkFile(workplace, 'projects/2023/党员教育.yaml'))).toEqual(['text/to-fill']);
    expect((await begin(workplace, { year: '2031' })).written).toBe('projects/2031/党员教育.yaml');
  });
});

test('last year’s table: names and structure stay, figures and dates are to fill, the old ones are beside', async () => {
  await withWorkplace(async (workplace) => {
    const source = workplace.read(FROM).toString();
    workplace.put(FROM, source.replace('= 76.00 个', '= 76.00 个 # 去年：= 70 个'));
    await begin(workplace, { year: '2023', from: FROM });
    const text = workplace.read('projects/2023/党员教育.yaml').toString();
    expectTidy(text);
    expect(text).toContain('项目名称: 党员教育\n项目编码: 待填 # 去年：52270022P00429610229P\n');
    expect(text).toContain('指标值: = 待填 个 # 去年：= 76.00 个\n');
    expect(text).toContain('定性: 待填 # 去年：2022年1月至12月\n');
    expect(text).toContain('定性: 1. 开展党建巡察评估≥待填次。2. 开展基层党建述职工作≥待填次。\n');
    expect(text).toContain('# 去年：1. 开展党建巡察评估≥1次。2. 开展基层党建述职工作≥1次。\n');
    expect(text).toContain('- 三级指标: 项目或定额成本控制率\n        指标值: = 100 %\n');
    expect(text).not.toContain('70 个');
    const { data: now } = parse({ file: 'x', stem: 'x', text }, WORDS).value ?? {};
    const { data: then } = parse({ file: 'x', stem: 'x', text: source }, WORDS).value ?? {};
    const names = (data: unknown) => JSON.stringify(data).match(/"三级指标":"[^"]*"|"[^"]*":[[{]/g);
    expect(names(now)).toEqual(names(then));
    expect(codesOf(checkFile(workplace, 'projects/2023/党员教育.yaml'))).toContain('text/to-fill');
    // Carried over once more, the year before last is forgotten.
    await begin(workplace, { year: '2024', from: 'projects/2023/党员教育.yaml' });
    expect(workplace.read('projects/2024/党员教育.yaml').toString()).not.toContain('76.00');
  });
});

test('a name is enough for --from: the latest year that has it, and without a new name the same', async () => {
  await withWorkplace(async (workplace) => {
    const latest = workplace.read(FROM).toString().replace('= 76.00 个', '= 80 个');
    workplace.put('projects/2023/巡回督导、党建述职工作经费.yaml', latest);
    const name = '巡回督导、党建述职工作经费';
    const { written, files } = await begin(workplace, { names: [], year: '2024', from: name });
    expect(written).toBe(`projects/2024/${name}.yaml`);
    expect(files).toEqual([written]);
    expect(workplace.read(written ?? '').toString()).toContain('# 去年：= 80 个');
    // Where the file to be written would be found itself, the year before is meant.
    workplace.put(`projects/2024/${name}.yaml`, null);
    workplace.put('projects/2024/民政局/党员.yaml', latest);
    await begin(workplace, { names: ['党员.yaml'], year: '2025', from: '党员' });
    expect(workplace.read('projects/2025/党员.yaml').toString()).toContain('项目名称: 党员\n');
    workplace.put('projects/2025', null);
    workplace.put('projects/2024/财政局/党员.yaml', latest);
    const trouble = await begin(workplace, { year: '2025', from: '党员' }).catch((error: unknown) => error);
    expect(trouble).toMatchObject({
      code: 'new/from-ambiguous',
      args: { files: 'projects/2024/民政局/党员.yaml、projects/2024/财政局/党员.yaml' },
    });
  });
});

test('a folder for --from is answered with the command for a whole year', async () => {
  await withWorkplace(async (workplace) => {
    const trouble = await begin(workplace, { from: 'projects/2022/' }).catch((error: unknown) => error);
    const { code, args } = trouble as EnvironmentError;
    expect(word(code, args, 'zh').hint).toContain('--year 2023 --from-year 2022');
  });
});

test('the file’s name is taken for the project’s', async () => {
  await withWorkplace(async (workplace) => {
    expect((await begin(workplace, { names: ['党员教育.yaml'] })).written).toBe(
      'projects/2022/党员教育.yaml',
    );
    expect(workplace.read('projects/2022/党员教育.yaml').toString()).toContain('项目名称: 党员教育\n');
  });
});

test('dates and figures in every spelling are to fill in, suppressions are not carried over', async () => {
  await withWorkplace(async (workplace) => {
    const source = workplace
      .read(FROM)
      .toString()
      .replace('定性: 2022年1月至12月', '定性: 二〇二二年1—12月 # 忽略 date/order：原文如此')
      .replace('会议费培训费、资料费等', '2022.12.31前召开六百人大会')
      .replace(/\n/g, '\r\n');
    workplace.put(FROM, `\ufeff${source}`);
    const { messages } = await begin(workplace, { year: '2023', from: FROM });
    const text = workplace.read('projects/2023/党员教育.yaml').toString();
    expectTidy(text);
    expect(text).toContain('定性: 待填 # 去年：二〇二二年1—12月\n');
    expect(text).toContain('三级指标: 待填前召开待填人大会');
    expect(text).not.toContain('忽略');
    expect(messages).toEqual([
      { code: 'new/suppressions-left', args: { count: '2' } },
      { code: 'new/written', args: { file: 'projects/2023/党员教育.yaml' } },
    ]);
  });
});

test('the row that the budget system fills in keeps its figure; what its author wrote beside it is to fill in', async () => {
  await withWorkplace(async (workplace) => {
    const source = workplace
      .read(FROM)
      .toString()
      .replace(/(指标值: = 100 %\n)( +)备注: 项目或定额成本控制率/, '$1$2备注: 2022年12月31日前支付1 000元');
    workplace.put(FROM, source);
    await begin(workplace, { year: '2023', from: FROM });
    const text = workplace.read('projects/2023/党员教育.yaml').toString();
    expect(text).toContain(
      '指标值: = 100 %\n        备注: 待填前支付待填元 # 去年：2022年12月31日前支付1 000元\n',
    );
  });
});

test('a year folder that is a link to nowhere is reported, not a stack', async () => {
  await withWorkplace(async (workplace) => {
    symlinkSync(join(workplace.folder, 'nowhere'), join(workplace.folder, 'projects/2030'));
    expect((await begin(workplace, {})).written).toBe('projects/2022/党员教育.yaml');
    await expect(begin(workplace, { year: '2030' })).rejects.toBeInstanceOf(EnvironmentError);
  });
});

test.each([
  ['a name with a slash', { names: ['甲/乙'] }, ['name/characters']],
  ['a name that leads out of the folder', { names: ['..'] }, ['name/characters']],
  ['an empty name', { names: [''] }, ['schema/empty']],
  ['a long name', { names: ['长'.repeat(101)] }, ['schema/too-long']],
  ['one of the program’s own names', { names: ['Booklet'] }, ['file/reserved']],
  ['the booklet', { names: ['booklet'] }, ['file/reserved']],
  ['a booklet to carry over', { names: [], from: 'projects/2022/booklet.yaml' }, ['file/reserved']],
  ['a name that Windows takes for a device', { names: ['CON'] }, ['name/windows']],
  ['one with an ending', { names: ['nul.yaml'] }, ['name/windows']],
  ['a colon', { names: ['甲:乙'] }, ['name/windows']],
  ['a question mark', { names: ['甲?'] }, ['name/windows']],
  ['a dot at its end', { names: ['甲.'] }, ['name/windows']],
  ['a file that is there', { names: ['党员干部教育经费'] }, ['new/exists']],
  ['a code that is none', { code: '52270022P' }, ['code/shape']],
])('%s is refused and nothing is written', async (_, options, codes) => {
  await withWorkplace(async (workplace) => {
    const before = workplace.outputs('.');
    const result = await begin(workplace, options);
    expect(result.written).toBeNull();
    expect(codesOf(result)).toEqual(codes);
    expect(workplace.outputs('.')).toEqual(before);
  });
});

test('last year’s table that YAML cannot read is reported as check reports it', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('旧.yaml', '项目名称：旧\n');
    const result = await begin(workplace, { from: '旧.yaml' });
    expect(result.written).toBeNull();
    expect(result.diagnostics).toMatchObject([{ code: 'yaml/full-width-colon', at: { file: '旧.yaml' } }]);
    expect(result.texts.get('旧.yaml')).toBe('项目名称：旧\n');
  });
});

test.each([
  ['no name', { names: [] }, 'new/no-name'],
  ['a name that was not quoted', { names: ['党员', '教育'] }, 'new/several-names'],
  ['a year that is none', { year: '../2022' }, 'usage/value'],
  ['no folder', { projects: '没有' }, 'sources/no-folder'],
  ['no such table to carry over', { from: '没有.yaml' }, 'sources/no-such-path'],
  ['no table of this name', { from: '没有' }, 'new/from-unknown'],
  ['a name that is nearly one', { from: '党员志愿服务' }, 'new/from-unknown'],
  ['a folder to carry over', { from: 'projects/2022' }, 'new/from-folder'],
  ['any other folder', { from: 'projects' }, 'new/from-folder'],
  ['what is no table', { names: ['甲'], from: 'projects/2022/booklet.yaml' }, 'new/from-no-table'],
  ['an office without a year', { into: '民政局' }, 'new/into-alone'],
  ['a file in the place of an office', { into: 'projects/2022/党员干部教育经费.yaml' }, 'new/into-alone'],
])('%s is trouble', async (_, options, code) => {
  await withWorkplace(async (workplace) => {
    const trouble = await begin(workplace, options).catch((error: unknown) => error);
    expect(trouble).toBeInstanceOf(EnvironmentError);
    expect((trouble as EnvironmentError).code.replace(/#.*/, '')).toBe(code);
  });
});

test('names that YAML would take for something else', async () => {
  await withWorkplace(async (workplace) => {
    for (const name of ['&甲', '甲： 乙', '# 甲', '“甲”', "'", '{甲}', '甲 #乙', '待填']) {
      const { written } = await begin(workplace, { names: [name] });
      const text = readFileSync(join(workplace.folder, written ?? ''), 'utf8');
      expect(parse({ file: 'x', stem: 'x', text }, WORDS).value?.data).toMatchObject({ 项目名称: name });
    }
  });
});

test('a form without codes has no use for --code, and says so', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put(
      'projects/2024/booklet.yaml',
      '年度: 2024\n表式:\n  目标: 项目支出绩效目标申报表（市级）\n',
    );
    const code = '52270024P00430210000W';
    await expect(begin(workplace, { year: '2024', code })).rejects.toMatchObject({ code: 'new/no-code' });
    expect((await begin(workplace, { year: '2024' })).written).toBe('projects/2024/党员教育.yaml');
  });
});

test('a value over several lines is beside its 待填 line by line', async () => {
  await withWorkplace(async (workplace) => {
    const source = workplace.read(FROM).toString();
    workplace.put(FROM, source.replace('指标值: = 76.00 个', '指标值: |\n          = 76.00\n          个'));
    await begin(workplace, { year: '2023', from: FROM });
    const text = workplace.read('projects/2023/党员教育.yaml').toString();
    expect(text).toContain('        # 去年：= 76.00\n        # 去年：个\n');
    expect(codesOf(checkFile(workplace, 'projects/2023/党员教育.yaml'))).not.toContain('yaml/no-key');
  });
});
