import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { formatComparisonHtml, toDocument } from '../commands/print-comparison.ts';
import { type Repository, withRepository } from '../test/repository.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { formatComparisonJson, toComparisonReport } from './formats/json.ts';
import { formatMarkdown } from './formats/markdown.ts';
import { formatComparisonText } from './formats/text.ts';

const TABLE = '党员志愿服务工作经费';
const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema/comparison.schema.json'), 'utf8')),
);

async function compare(repository: Repository) {
  const compared = await repository.diff();
  const report = toComparisonReport(compared.range, compared.comparison, compared.texts, 'zh');
  const style = {
    language: 'zh',
    verbose: false,
    hasColour: false,
    paint: (_: string, text: string) => text,
  } as const;
  const json = JSON.parse(formatComparisonJson(report));
  validate(json);
  expect(validate.errors).toBeNull();
  return {
    json,
    text: formatComparisonText(report, style),
    markdown: formatMarkdown(report, 'zh'),
    html: formatComparisonHtml(toDocument(compared, report), compared),
  };
}

test('with offices each change says whose it is, under the sums of its office; without, nothing is said of any', async () => {
  await withRepository(async (repository) => {
    const { put, read, edit, commit } = repository;
    edit(TABLE, '≤ 2.73 万元', '≤ 3.00 万元');
    const alone = await compare(repository);
    expect(JSON.stringify(alone.json)).not.toContain('"office');
    for (const output of [alone.text, alone.markdown]) expect(output).not.toMatch(/── |####\s/);
    expect(alone.html).not.toContain('class="office"');

    const table = read(`projects/2022/${TABLE}.yaml`).toString();
    put('projects/2022/甲镇/booklet.yaml', '单位: 甲<镇>\n');
    put('projects/2022/甲镇/乙站/booklet.yaml', '单位: 乙站\n');
    put('projects/2022/丙镇/booklet.yaml', '单位: 丙镇\n');
    for (const office of ['甲镇', '甲镇/乙站', '丙镇']) put(`projects/2022/${office}/${TABLE}.yaml`, table);
    commit('三个单位');
    edit(`甲镇/${TABLE}`, '≤ 3.00 万元', '≤ 4.00 万元');
    put(`projects/2022/丙镇/${TABLE}.yaml`, null);
    edit(TABLE, '≤ 3.00 万元', '≤ 3.50 万元');
    const { json, text, markdown, html } = await compare(repository);
    expect(json.projects.map(({ office, change }: Record<string, string>) => [office, change])).toEqual([
      ['2022', 'changed'],
      ['2022/丙镇', 'removed'],
      ['2022/甲镇', 'changed'],
    ]);
    const sums = json.offices.map(
      ({ office, name, before, after, delta, projectsAfter }: Record<string, unknown>) => [
        ...[office, name, before, after, delta, projectsAfter],
      ],
    );
    expect(sums).toEqual([
      ['2022', expect.any(String), '90.35', '90.85', '0.5 万元', 8],
      ['2022/丙镇', '丙镇', '3', '0', '-3 万元', 0],
      ['2022/甲镇', '甲<镇>', '3', '4', '1 万元', 1],
      ['2022/甲镇/乙站', '乙站', '3', '3', undefined, 1],
    ]);
    expect(text.split('\n').filter((line) => line.startsWith('── '))).toHaveLength(3);
    expect(text).toMatch(/── 甲<镇>（2022\/甲镇）\n项目 1 个，三级指标 \d+ 条，成本指标合计 3 万元 → 4 万元/);
    expect(markdown).toMatch(/#### 甲&#60;镇&#62;（2022\/甲镇）\n\n\|/);
    expect([...html.matchAll(/<tr class="office"><th[^>]*>([^；]+)；/g)].map(([, name]) => name)).toEqual([
      expect.stringContaining('（2022）'),
      '丙镇（2022/丙镇）',
      '甲&lt;镇&gt;（2022/甲镇）',
    ]);
  });
});

test('an office whose folder was renamed is compared with what it was; what only came along is counted, and so are offices without changes', async () => {
  await withRepository(async (repository) => {
    const { folder, put, read, edit, commit } = repository;
    const table = read(`projects/2022/${TABLE}.yaml`).toString();
    const other = read('projects/2022/党员干部教育经费.yaml').toString();
    for (const [index, office] of ['甲镇', '乙镇', '丙镇'].entries()) {
      put(`projects/2022/${office}/booklet.yaml`, `单位: ${office}\n`);
      for (const [name, text] of [
        [TABLE, table],
        ['党员干部教育经费', other],
      ] as const) {
        const own = text.replace(/(项目编码: \d{8})P\d{11}/, `$1T${String(index).repeat(11)}`);
        put(`projects/2022/${office}/${name}.yaml`, own);
      }
    }
    commit('三个单位');
    renameSync(join(folder, 'projects/2022/甲镇'), join(folder, 'projects/2022/219-甲镇'));
    edit(`219-甲镇/${TABLE}`, '≤ 2.73 万元', '≤ 4.00 万元');
    renameSync(
      join(folder, 'projects/2022/乙镇/党员干部教育经费.yaml'),
      join(folder, 'projects/2022/219-甲镇/乙镇的.yaml'),
    );
    const { json, text, markdown, html } = await compare(repository);
    const offices = json.offices.map(
      ({ office, previousOffice, projectsBefore, projectsAfter }: Record<string, unknown>) => [
        ...[office, previousOffice, projectsBefore, projectsAfter],
      ],
    );
    // With a table of another office it is no longer the same office.
    expect(offices).toEqual([
      ['2022', undefined, 8, 8],
      ['2022/219-甲镇', undefined, 0, 3],
      ['2022/丙镇', undefined, 2, 2],
      ['2022/乙镇', undefined, 2, 1],
      ['2022/甲镇', undefined, 2, 0],
    ]);
    for (const output of [text, markdown, html]) {
      expect(output).toMatch(/乙镇（2022\/乙镇）：项目 2 个 → 1 个/);
      expect(output).toContain('其余 2 个单位没有变化，共有项目 10 个');
    }

    put('projects/2022/219-甲镇/乙镇的.yaml', null);
    const renamed = await compare(repository);
    expect(renamed.json.offices[1]).toMatchObject({
      ...{ office: '2022/219-甲镇', previousOffice: '2022/甲镇' },
      ...{ projectsBefore: 2, projectsAfter: 2, delta: '1.27 万元' },
    });
    expect(
      renamed.json.projects.filter(({ change }: { change: string }) => change === 'renamed'),
    ).toHaveLength(2);
    for (const output of [renamed.text, renamed.markdown, renamed.html]) {
      expect(output).toContain('甲镇（2022/甲镇 → 2022/219-甲镇）');
      expect(output).toContain('的文件夹改了名，其中 1 张表没有别的变化');
      expect(output).not.toContain('219-甲镇/党员干部教育经费');
    }
  });
});
