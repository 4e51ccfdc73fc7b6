import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { openContext } from '../../commands/context.ts';
import { type CompiledYear, compileYear } from '../../compile.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { readSources } from '../../workspace/disk.ts';
import { toJson } from './json.ts';

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema/export.schema.json'), 'utf8')),
);

function toValid(year: CompiledYear) {
  const json = JSON.parse(toJson(year));
  validate(json);
  expect(validate.errors).toBeNull();
  return json;
}

test('the eight tables are as the schema says, with the decimals and signs of their sources', () => {
  const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
  const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
  const json = toValid(compileYear(years[0] as (typeof years)[number], context));
  expect(json).toMatchObject({
    ...{
      version: 1,
      title: '2022年度预算项目绩效目标表',
      unit: '黔南州直属机关工委',
      year: '2022',
      date: null,
    },
    totals: { projects: 8, indicators: 59, budget: null, cost: { number: '90.08', unit: '万元' } },
  });
  expect(json.projects[1]).toMatchObject({
    name: '巡回督导、党建述职工作经费',
    code: '52270022P00429610229P',
    form: '预算项目绩效目标表',
    digest: 'e8bcb91677',
    cost: { number: '4.55', unit: '万元' },
    facts: [{ field: '项目名称' }, { field: '项目编码' }, { field: '绩效目标' }],
  });
  const values = json.projects[1].indicators.flatMap(({ values }: { values: object[] }) => values);
  expect(values).toContainEqual({
    ...{ field: '指标值', text: '= 76.00 个', written: '= 76.00 个' },
    ...{ operator: '=', number: '76.00', unit: '个' },
  });
});

test('what is written in another way is there as it is printed, too', () => {
  const table = SOUND_TABLE.replace('≥ 4 次', '>=4次')
    .replace('指标值: >=4次', '指标值: ">=4次"')
    .replace('教材和场地', '|\n          教材\n          和场地\n\n          ，茶水')
    .replace('绩效目标:', '预算金额: 30.50万元\n绩效目标:');
  const { year, report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  expect(report.summary.errors).toBe(0);
  const json = toValid(year);
  const [project] = json.projects;
  expect(project.budget).toEqual({ number: '30.5', unit: '万元' });
  expect(project.facts).toContainEqual({
    ...{ field: '预算金额', text: '30.50 万元', written: '30.50万元' },
    ...{ number: '30.50', unit: '万元' },
  });
  const values = project.indicators.flatMap(({ values }: { values: object[] }) => values);
  expect(values).toContainEqual({
    ...{ field: '指标值', text: '≥ 4 次', written: '>=4次' },
    ...{ operator: '≥', number: '4', unit: '次' },
  });
  expect(values).toContainEqual({
    ...{ field: '备注', text: '教材和场地\n，茶水', written: '教材\n和场地\n\n，茶水\n' },
  });
  expect(values).toContainEqual({ field: '定性', text: '有所提升', written: '有所提升' });
});

test('above offices it has the sums of each; with 内容: 汇总 no table, as the volume', () => {
  const texts = (contents: string) => ({
    'booklet.yaml': `${SOUND_BOOKLET}${contents}`,
    '甲镇/booklet.yaml': '单位: 甲镇\n',
    '甲镇/样例.yaml': SOUND_TABLE,
    '甲镇/甲站/booklet.yaml': '单位: 甲站\n',
    '甲镇/甲站/样例.yaml': SOUND_TABLE.replace('P004296102284', 'T000000000001').replace(
      '30 万元',
      '1.50 万元',
    ),
  });
  const [whole, summary] = ['', '内容: 汇总\n'].map((contents) =>
    compileTexts(texts(contents)).years.map((year) => toValid(year)),
  );
  const money = (number: string) => ({ number, unit: '万元' });
  expect(whole?.[0].offices).toEqual([
    { office: '甲镇', unit: '甲镇', projects: 2, indicators: 12, budget: null, cost: money('31.5') },
    { office: '甲镇/甲站', unit: '甲站', projects: 1, indicators: 6, budget: null, cost: money('1.5') },
  ]);
  expect(whole?.map(({ projects }) => projects.length)).toEqual([2, 2, 1]);
  expect(summary?.map(({ projects }) => projects.length)).toEqual([0, 0, 1]);
  expect(summary?.[0]).toMatchObject({ totals: whole?.[0].totals, offices: whole?.[0].offices });
  expect(whole?.[2].offices).toBeUndefined();
});
