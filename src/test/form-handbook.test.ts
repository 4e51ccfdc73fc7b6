import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { SOUND_TABLE } from './compile-source.ts';
import { withWorkplace } from './workplace.ts';

/** The YAML of a section of the handbook, block by block. */
function readBlocks(heading: string): string[] {
  const handbook = readFileSync(join(PROGRAM_ROOT, 'docs/forms.md'), 'utf8').replaceAll('\r\n', '\n');
  const section = handbook.split(/^### /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block);
}

test('what the handbook shows of lines, funds and tasks is a form, and its sources are sound', async () => {
  const [lines = ''] = readBlocks('表头和表尾');
  const [funds = '', ofFunds = ''] = readBlocks('资金');
  const [tasks = '', ofTasks = ''] = readBlocks('任务清单');
  const others = ['联系电话', '项目属性', '填报人', '填报日期'].map(
    (key) => `  ${key}: { 类型: 单行, 说明: 无 }\n`,
  );
  const texts = ['中期目标', '实施期目标', '立项依据'].map((key) => `  ${key}: { 类型: 段落, 说明: 无 }\n`);
  const own =
    '  起止时间: { 类型: 起止, 说明: 无 }\n  年度目标: { 类型: 段落, 用途: 目标, 必填: 是, 说明: 无 }\n';
  const head = lines.replace('表尾:', '  - [年度资金]\n  - [年度主要任务]\n表尾:');
  const form = `基于: 预算项目绩效目标表\n去掉:\n  字段: [项目编码, 绩效目标]\n${funds}${tasks}${own}${others.join('')}${texts.join('')}${head}`;
  const table = SOUND_TABLE.replace(/项目编码.*\n/, '')
    .replace('绩效目标:', '年度目标:')
    .replace('绩效指标:', `起止时间: 2022.01–2023.06\n${ofFunds}${ofTasks}绩效指标:`);
  await withWorkplace(async ({ folder, put }) => {
    cpSync(join(PROGRAM_ROOT, 'templates'), join(folder, '模板'), { recursive: true });
    put('模板/forms/手册.yaml', form);
    put('projects/2022', null);
    put('projects/2022/booklet.yaml', '标题: 汇编\n单位: 样例单位\n年度: 2022\n表式: { 目标: 手册 }\n');
    put('projects/2022/样例.yaml', table);
    const { years, diagnostics } = compileSources({
      ...{ cwd: folder, projects: 'projects', templates: '模板', paths: [], strict: false },
    });
    expect(diagnostics.filter(({ severity }) => severity !== 'suggestion')).toEqual([]);
    const html = years[0]?.tables[0]?.document.body ?? '';
    for (const text of [
      '总体目标',
      '二、绩效指标',
      '财政部门审核意见',
      '金额合计',
      '本表一式两份',
      '填报人：',
    ]) {
      expect(html).toContain(text);
    }
  });
});
