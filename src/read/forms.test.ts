import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { toForms } from '../commands/context.ts';
import { writeNewTable } from '../commands/new.ts';
import { withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

const OWN = '项目支出绩效目标表';

/** A folder of templates with a second form, which has another title, field and heading than the first. */
function withOwnForm(folder: string): string {
  const templates = join(folder, '模板');
  cpSync(join(PROGRAM_ROOT, 'templates'), templates, { recursive: true });
  const first = readFileSync(join(templates, 'forms/预算项目绩效目标表.yaml'), 'utf8');
  const own = first
    .replace('标题: 预算项目绩效目标表', `标题: ${OWN}`)
    .replaceAll('负责人', '联系电话')
    .replace('标题: 备注,', '标题: 绩效标准,');
  writeFileSync(join(templates, `forms/${OWN}.yaml`), own);
  return templates;
}

test('booklet.yaml names the form of its year; another year keeps the first one', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const templates = withOwnForm(folder);
    const booklet = read('projects/2022/booklet.yaml').toString();
    const table = read('projects/2022/党员干部教育经费.yaml').toString();
    put('projects/2023/booklet.yaml', `${booklet.replaceAll('2022', '2023')}表式:\n  目标: ${OWN}\n`);
    put(
      'projects/2023/党员干部教育经费.yaml',
      table.replace('绩效目标:', '联系电话: 13800000000\n绩效目标:'),
    );
    const options = { cwd: folder, projects: 'projects', templates, strict: false, paths: [] };
    const [old, now] = compileSources(options).years;
    const bodyOf = (year: typeof old) => year?.tables.map(({ document }) => document.body).join('') ?? '';
    expect(bodyOf(old)).not.toMatch(/项目支出绩效目标表|绩效标准/);
    expect(bodyOf(now)).toContain(`<h1 class="form-title">${OWN}</h1>`);
    expect(bodyOf(now)).toMatch(/绩效标准<span>（指标解释等）/);
    expect(bodyOf(now)).toMatch(/联系电话<\/th>\s*<td[^>]*data-field="联系电话"[^>]*><p>13800000000/);
    // `new` writes what the year's form asks for; a form of one's own has no schema file before `tidy` wrote it.
    const made = await writeNewTable({
      cwd: folder,
      projects: 'projects',
      templates,
      year: '2023',
      names: ['新项目'],
    });
    expect(made.written).toBe('projects/2023/新项目.yaml');
    const text = read('projects/2023/新项目.yaml').toString();
    expect(text).toContain('联系电话');
    expect(text).not.toContain('$schema');
  });
});

test('a form that is not there is an error of booklet.yaml, which names those that are', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const booklet = read('projects/2022/booklet.yaml').toString();
    put('projects/2022/booklet.yaml', `${booklet}表式:\n  目标: 没有的表\n`);
    const templates = join(PROGRAM_ROOT, 'templates');
    const { diagnostics } = compileSources({
      cwd: folder,
      projects: 'projects',
      templates,
      strict: false,
      paths: [],
    });
    const missing = diagnostics.filter(({ code }) => code === 'form/missing');
    expect(missing).toMatchObject([
      { severity: 'error', args: { name: '没有的表', known: expect.stringContaining('预算项目绩效目标表') } },
    ]);
    expect(missing[0]?.at.file).toBe('projects/2022/booklet.yaml');
  });
});

/** What is wrong with a first form that says something else: the line that is named, and the code. */
function faultOf(from: string | RegExp, to: string) {
  const read = (path: string) => readFileSync(join(PROGRAM_ROOT, path), 'utf8');
  const text = read('templates/forms/预算项目绩效目标表.yaml');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const schemas = {
    form: read('schema/form.schema.json'),
    resultsForm: read('schema/results-form.schema.json'),
  };
  try {
    toForms(new Map([['预算项目绩效目标表', changed]]), schemas);
    return '';
  } catch (error) {
    const { code, place } = error as { code: string; place: string };
    return `${changed.split('\n')[Number(place.split(':')[1]) - 1]?.trim()} ← ${code}`;
  }
}

const REMARK = /( {2}- \{ 标题: 备注,.*\n)/;
const CHOICE = '\n行:\n  重要性: { 类型: 选项, 选项: [核心, 一般], 说明: 选一样。 }\n';

test.each<[string | RegExp, string, RegExp]>([
  [/( {2}- \[项目名称.*\n)/, '$1$1', /^- \[项目名称.* ← form\/field-twice$/],
  [/ {2}- \[项目名称.*\n/, '', /^表头: ← form\/name-nowhere$/],
  [REMARK, '$1$1', /^- \{ 标题: 备注.* ← form\/column-twice$/],
  ['内容: 三级指标,', '内容: 指标值说明,', /.* ← form\/column-twice$/],
  [/内容: 备注, 宽/, '宽', /^- \{ 标题: 备注.* ← form\/empty-column$/],
  ['内容: 备注,', '内容: 备注, 部分: 数,', /^- \{ 标题: 备注.* ← form\/part-of-none$/],
  ['内容: 备注,', '内容: 备注, 选项: 核心,', /^- \{ 标题: 备注.* ← form\/options$/],
  [
    /内容: 指标值, 部分: 数, (宽: [\d.]+)/,
    '列: [{ 标题: 数, 内容: 指标值, 部分: 数, $1 }]',
    /← form\/too-deep$/,
  ],
  ['数量指标, 质量指标', '数量指标, 质量指标, 质量指标', /← form\/group-twice$/],
  [
    /( {6})数量指标:\n/,
    '$1规模指标: { 写法: 数量, 说明: 甲, 例: { 三级指标: 甲, 指标值: ≥ 4 次 } }\n$&',
    /^规模指标.*← form\/group-nowhere$/,
  ],
  [
    '\n行:\n',
    `${CHOICE}  甲: { 类型: 分值, 总分: 90, 分项总分: { 产出指标: 95 }, 说明: 甲 }\n`,
    /^甲: .*← form\/weights$/,
  ],
])('a mistake in a form has its line: %s → %s', (from, to, expected) => {
  expect(faultOf(from, to)).toMatch(expected);
});
