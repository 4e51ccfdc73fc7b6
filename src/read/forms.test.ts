import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
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
    // `new` writes what the year's form asks for; a form of one's own has no schema file to point at.
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
