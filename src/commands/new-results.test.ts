import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../test/program.ts';
import { SOUND_RESULT } from '../test/results.ts';
import { withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compileSources } from './compile-sources.ts';
import { tidySources } from './tidy.ts';

const TEMPLATES = join(PROGRAM_ROOT, 'templates');

test('new --form 自评: the results of each table, of which only 待填 is left to be mended', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const run = (...args: string[]) => startProgram(folder, ['new', ...args]).finished;
    put('projects/2022/自评/党员干部教育经费.yaml', '指标: {}\n');
    const { code, stderr } = await run('--form', '自评');
    expect(code).toBe(0);
    expect(stderr).toMatch(/写好了 7 个结果文件/);
    expect(stderr).toMatch(/已经有的 1 个没有动：projects\/2022\/自评\/党员干部教育经费.yaml/);
    expect(read('projects/2022/自评/党员干部教育经费.yaml').toString()).toBe('指标: {}\n');
    put('projects/2022/自评/党员干部教育经费.yaml', null);
    expect((await run('--form', '自评', '党员干部教育经费')).code).toBe(0);
    expect((await run('--form', '自评')).code).toBe(1);
    const text = read('projects/2022/自评/党员志愿服务工作经费.yaml').toString();
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=.+schema\/自评表\.schema\.json\n# 分来源的.*\n资金:\n/,
    );
    expect(text).toContain('完成情况: |\n  待填\n');
    expect(text).toContain('  项目或定额成本控制率: 待填 # 目标 = 100 %\n');
    expect(text).toMatch(
      /抓好机关“志愿服务”工作:\n {4}实际: 待填 # 目标 党员志愿服务等志愿活动≥1次\n {4}程度: 待填/,
    );

    expect((await run('--form', '监控')).code).toBe(2);
    expect((await run('--form', '监控', '--month', '07')).code).toBe(0);
    const found = compileSources({
      cwd: folder,
      projects: 'projects',
      templates: TEMPLATES,
      paths: [],
      strict: false,
    });
    const errors = found.diagnostics.filter(({ severity }) => severity === 'error');
    const codes = new Set(errors.map(({ code }) => code));
    expect([...codes]).toEqual(['text/to-fill']);
    expect(found.years[0]?.results.map(({ place, held }) => `${place.name} ${held.length}`)).toEqual([
      '监控/7月 8',
      '自评 8',
    ]);
    const tidied = await tidySources({ cwd: folder, projects: 'projects', paths: [], check: true });
    expect(tidied.diagnostics).toEqual([]);
  });
});

test('tidy brings results into the order of their form', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const [funds = '', ...rest] = SOUND_RESULT.replace(
      '培训次数: 4 次',
      '培训次数: { 原因: 无, 实际: 4 次 } # 四期',
    ).split('\n');
    put('projects/2022/自评/样例.yaml', [...rest.filter(Boolean), funds, ''].join('\n'));
    await tidySources({ cwd: folder, projects: 'projects', paths: ['projects/2022/自评'], check: false });
    expect(read('projects/2022/自评/样例.yaml').toString().split('\n').slice(0, 9)).toEqual([
      '资金:',
      '  年初预算数: 30 万元',
      '  全年预算数: 30 万元',
      '  全年执行数: 28.50 万元',
      '完成情况: 举办培训4期，570人次。',
      '指标:',
      '  培训次数:',
      '    实际: 4 次 # 四期',
      '    原因: 无',
    ]);
  });
});

test('the results of 整体.yaml are written when they are asked for; where there is no table it is said', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    const run = (...args: string[]) => startProgram(folder, ['new', ...args]).finished;
    put('projects/2022', null);
    put('projects/.keep', '');
    await run('--example', '部门整体支出绩效目标申报表', '--year', '2022');
    const nothing = await run('--form', '自评', '--year', '2022');
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toMatch(/^无法继续 2022 年还没有项目的目标表/);
    expect((await run('--form', '自评', '--year', '2022', '整体')).code).toBe(0);
    expect(read('projects/2022/自评/整体.yaml').toString()).toContain('  清淤渠道长度: 待填');
  });
});
