import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { diff } from '../commands/diff.ts';
import { writeNewTable } from '../commands/new.ts';
import { tidySources } from '../commands/tidy.ts';
import { toReport } from '../report/report.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { startProgram } from './program.ts';
import { withRepository } from './repository.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

const FORM_FILE = '模板/forms/预算项目绩效目标表.yaml';

/** A form with other fields, groups and columns than the program's own. */
const FORM = `标题: 政策绩效目标申报表
种类: 目标
说明: 一项政策的绩效目标。
字段:
  政策名称:
    类型: 名称
    必填: 是
    说明: 政策的名称。
  政策编码:
    类型: 编码
    必填: 是
    说明: 政策的编码。
    提醒: 从系统里复制
  主管单位:
    类型: 单行
    必填: 是
    说明: 主管这项政策的单位。
  年度资金:
    类型: 金额
    用途: 预算
    说明: 当年的资金。
    例: [5 万元]
  政策目标:
    类型: 段落
    用途: 目标
    必填: 是
    说明: 政策要达到的目标。
表头:
  - [政策名称, 政策编码]
  - 有则印: [年度资金]
  - [主管单位]
  - [政策目标]
体系:
  试行:
    投入: [资金成本]
    成果: [办成数量, 办成质量]
    评价: [群众评价]
指标:
  投入:
    说明: 花多少钱。
    二级:
      资金成本: { 写法: 成本, 起步: 指标值, 说明: 花多少钱。, 例: { 三级指标: 补贴, 指标值: ≤ 3 万元 } }
  成果:
    说明: 办成什么。
    提醒: 办成了什么
    二级:
      办成数量: { 写法: 数量, 起步: 指标值, 说明: 多少。, 例: { 三级指标: 户数, 指标值: ≥ 4 户 } }
      办成质量: { 写法: 比率, 起步: 定性, 说明: 多好。, 例: { 三级指标: 合格率, 指标值: ≥ 95 % } }
  评价:
    说明: 群众怎样说。
    二级:
      群众评价: { 写法: 满意度, 起步: 指标值, 说明: 满意度。, 例: { 三级指标: 群众满意度, 指标值: ≥ 95 % } }
行:
  三级指标: { 类型: 文字, 必填: 是, 说明: 名称。 }
  权重: { 类型: 单行, 必填: 是, 说明: 分值。 }
  指标值: { 类型: 指标值, 说明: 符号、数、单位。 }
  定性: { 类型: 文字, 说明: 写不成数的。 }
  数据来源: { 类型: 段落, 用途: 备注, 说明: 数从哪里来。 }
列:
  - { 标题: 投入产出, 内容: 一级, 宽: 12 }
  - { 标题: 分类, 内容: 二级, 宽: 13 }
  - { 标题: 指标名称, 内容: 三级指标, 宽: 25 }
  - { 标题: 分值, 内容: 权重, 宽: 8 }
  - { 标题: 符号, 内容: 指标值, 部分: 符号, 宽: 6 }
  - { 标题: 目标值, 内容: 指标值, 部分: 数, 宽: 12 }
  - { 标题: 单位, 内容: 指标值, 部分: 单位, 宽: 6 }
  - { 标题: 数据出处, 内容: 数据来源, 宽: 18 }
写法:
  数量: { 提示: 写数。, 符号: [≥], 单位: [户] }
  比率: { 提示: 写百分比。, 符号: [≥], 单位: ["%"] }
  时间: { 提示: 写时间。, 符号: [≤], 单位: [天] }
  成本: { 提示: 写金额。, 符号: [≤], 单位: [万元] }
  外部成本: { 提示: 写代价。, 符号: [≤], 单位: [次] }
  满意度: { 提示: 写满意度。, 符号: [≥], 单位: ["%"] }
  其他: { 提示: 写数。, 符号: [≥], 单位: [个] }
`;

/** Its keys in an order of their own. */
const TABLE = `政策编码: 52270022P004296102284
政策名称: 高龄补贴
主管单位: 民政局
年度资金: 5.00万元
政策目标: 给全县80岁以上老人按月发放高龄补贴，全年发放4次，应补尽补，按时足额。
绩效指标:
  评价:
    群众评价:
      - 三级指标: 老人满意度
        指标值: ≥ 95 %
        权重: "20"
  成果:
    办成质量:
      - 三级指标: 发放准确率
        指标值: ≥ 99 %
        权重: "30"
    办成数量:
      - 指标值: ">=4次"
        数据来源: 发放台账
        三级指标: 发放次数
        权重: "30"
  投入:
    资金成本:
      - 三级指标: 补贴资金
        权重: "20"
        指标值: ≤ 6 万元
`;

const FILE = 'projects/2022/高龄补贴.yaml';

/** The office with this form, and one table in it. */
function moveIn({ folder, put }: Workplace): { cwd: string; projects: string; templates: string } {
  put('projects', null);
  cpSync(join(PROGRAM_ROOT, 'templates'), join(folder, '模板'), { recursive: true });
  put(FORM_FILE, FORM);
  put('projects/2022/booklet.yaml', '标题: 政策汇编\n单位: 民政局\n年度: 2022\n');
  put(FILE, TABLE);
  return { cwd: folder, projects: 'projects', templates: '模板' };
}

function checkAll(options: ReturnType<typeof moveIn>) {
  const checked = compileSources({ ...options, paths: [], strict: false });
  const { diagnostics } = toReport(checked.diagnostics, checked.texts, checked.projects, 'zh');
  return { ...checked, codes: diagnostics.map(({ line, code }) => `${line} ${code}`), reported: diagnostics };
}

test('another form is checked by its own keys and groups, and printed with its own headings', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    const { codes, reported, years } = checkAll(options);
    // 6 万元 of a budget of 5: money is known by the kind of its group.
    expect(codes.filter((code) => !/text\/|value\//.test(code))).toEqual(['4 money/over-budget']);
    expect(reported.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'money/over-budget',
    ]);
    workplace.put(FILE, TABLE.replace('≤ 6 万元', '≤ 5 万元'));
    const [year] = checkAll(options).years;
    const html = year?.tables[0]?.document.body ?? '';
    expect(year?.tables[0]?.document.about.subject).toBe('政策绩效目标申报表');
    for (const text of [
      '政策绩效目标申报表',
      '投入产出',
      '分类',
      '数据出处',
      '主管单位',
      '民政局',
      '发放台账',
    ]) {
      expect(html, text).toContain(text);
    }
    expect(html.replace(/<[^>]+>/g, '')).not.toMatch(/备注|指标值说明|一级指标|项目名称/);
    // Its own order of groups, and the weights in their column.
    expect(html.indexOf('资金成本')).toBeLessThan(html.indexOf('办成数量'));
    expect(html).toMatch(/data-field="权重">(?:<p>)?30/);
    expect(years).toHaveLength(1);
  });
});

test('slips are explained with the words of that form', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    const told = (table: string) => {
      workplace.put(FILE, table);
      const { reported } = checkAll(options);
      return reported
        .filter(({ severity }) => severity === 'error')
        .map(({ line, code, message, hint }) => `${line} ${code} ${message} ${hint}`);
    };
    const sound = TABLE.replace('≤ 6 万元', '≤ 5 万元');
    expect(told(sound)).toEqual([]);
    expect(told(sound.replace('主管单位: ', '主管单位：'))).toEqual([
      expect.stringMatching(/^3 yaml\/full-width-colon .*主管单位: 民政局/),
    ]);
    expect(told(sound.replace('数据来源', '数据来原'))).toEqual([
      expect.stringMatching(/^19 schema\/unknown-key .*数据来源/),
    ]);
    expect(told(sound.replace('        权重: "20"\n  成果', '  成果'))).toEqual([
      expect.stringMatching(/^9 schema\/missing-key .*权重/),
    ]);
    expect(told(sound.replace('  投入:', '备注: 甲\n  投入:'))).not.toEqual([]);
    expect(told(sound.replace(/ {2}评价:\n(?:.*\n){4}/, ''))).toEqual([]);
    expect(checkAll(options).reported.map(({ message, hint }) => `${message} ${hint}`)).toContainEqual(
      expect.stringContaining('没有评价 补上：\n  评价:\n    群众评价:'),
    );
    expect(told(sound.replace(/ {2}成果:\n(?:.*\n){9}/, ''))).toEqual([
      expect.stringMatching(/structure\/no-output 没有成果 补上：\n {2}成果:\n {4}办成数量:/),
    ]);
  });
});

test('tidy brings its keys into that form’s order, new begins a table of it', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    const { written } = await tidySources({ ...options, paths: [], check: false });
    expect(written).toEqual([FILE]);
    const tidied = workplace.read(FILE).toString();
    expect(tidied.match(/^\S+(?=:)/gm)).toEqual([
      '政策名称',
      '政策编码',
      '主管单位',
      '年度资金',
      '政策目标',
      '绩效指标',
    ]);
    expect(tidied).toContain('年度资金: 5.00 万元\n');
    expect(tidied).toMatch(/ {2}投入:[\s\S]* {2}成果:\n {4}办成数量:[\s\S]* {4}办成质量:[\s\S]* {2}评价:/);
    expect(tidied).toContain(
      '- 三级指标: 发放次数\n        权重: "30"\n        指标值: ≥ 4 次\n        数据来源: 发放台账\n',
    );

    const made = await writeNewTable({ ...options, names: ['临时救助'] });
    expect(made.written).toBe('projects/2022/临时救助.yaml');
    expect(workplace.read(made.written ?? '').toString()).toBe(`# yaml-language-server: $schema=${
      /\$schema=(.+)/.exec(workplace.read(made.written ?? '').toString())?.[1]
    }
政策名称: 临时救助
# 从系统里复制
政策编码: 待填
主管单位: 待填
# 下面一项可以不写；要写就去掉前面的“# ”
# 年度资金: 5 万元
政策目标: |
  待填
绩效指标:
  投入:
    资金成本:
      - 三级指标: 待填
        权重: 待填
        指标值: 待填
  # 办成了什么
  成果:
    办成数量:
      - 三级指标: 待填
        权重: 待填
        指标值: 待填
    办成质量:
      - 三级指标: 待填
        权重: 待填
        定性: 待填
  评价:
    群众评价:
      - 三级指标: 待填
        权重: 待填
        指标值: 待填
`);
    const codes = new Set(
      checkAll(options).diagnostics.flatMap(({ code, at }) => (at.file === made.written ? [code] : [])),
    );
    expect([...codes]).toEqual(['text/to-fill']);
    // Carried over: figures go, names and offices stay.
    await writeNewTable({ ...options, names: [], year: '2023', from: FILE });
    const carried = workplace.read('projects/2023/高龄补贴.yaml').toString();
    expect(carried).toContain('主管单位: 民政局\n年度资金: 待填 万元 # 去年：5.00 万元\n');
    expect(carried).toContain('政策编码: 待填 # 去年：52270022P004296102284\n');
  });
});

test('diff names its changes by its labels', async () => {
  await withRepository(async (repository) => {
    const options = moveIn(repository);
    repository.commit('高龄补贴');
    repository.put(
      FILE,
      TABLE.replace('民政局', '民政和社保局')
        .replace('权重: "30"\n  投入', '权重: "25"\n  投入')
        .replace('台账', '名册'),
    );
    const { comparison } = await diff({ ...options, revisions: [] });
    const [change] = comparison.projects;
    expect(change?.fields).toMatchObject([{ field: '主管单位', before: '民政局', after: '民政和社保局' }]);
    expect(change?.rows).toMatchObject([
      {
        level1: '成果',
        level2: '办成数量',
        indicator: '发放次数',
        cells: [
          { cell: '权重', before: '30', after: '25' },
          { cell: '数据来源', before: '发放台账', after: '发放名册' },
        ],
      },
    ]);
  });
});

test('a form without codes: its tables are known by their files', async () => {
  await withRepository(async (repository) => {
    const options = moveIn(repository);
    const codeless = FORM.replace(/ {2}政策编码:\n(?: {4}.*\n)+/, '').replace(
      '[政策名称, 政策编码]',
      '[政策名称]',
    );
    repository.put(FORM_FILE, codeless);
    const table = TABLE.replace(/政策编码.*\n/, '').replace('≤ 6 万元', '≤ 5 万元');
    const other = `政策名称: 农田水渠
主管单位: 水利局
政策目标: |
  新修水渠12公里，改善灌溉面积3000亩，秋收前全部通水。
绩效指标:
  成果:
    办成数量:
      - 三级指标: 新修水渠长度
        权重: "60"
        指标值: ≥ 12 公里
    办成质量:
      - 三级指标: 验收合格率
        权重: "20"
        指标值: = 100 %
  投入:
    资金成本:
      - 三级指标: 工程款
        权重: "10"
        指标值: ≤ 80 万元
  评价:
    群众评价:
      - 三级指标: 农户满意度
        权重: "10"
        指标值: ≥ 90 %
`;
    repository.put(FILE, table);
    repository.commit('高龄补贴');
    repository.put('projects/2022/农田水渠.yaml', other);
    const { years, reported } = checkAll(options);
    expect(reported.filter(({ severity }) => severity !== 'suggestion')).toEqual([]);
    const bodies = years.flatMap(({ tables }) => tables.map(({ document }) => document.body));
    const anchors = bodies.map((body) => /id="(p-[^"]+)"/.exec(body)?.[1]);
    expect(new Set(anchors).size).toBe(2);
    expect(bodies[0]).toMatch(/class="origin">[0-9a-f]{10}</);
    repository.put(FILE, null);
    const { comparison } = await diff({ ...options, revisions: [] });
    expect(comparison.projects.map(({ name, change }) => `${change} ${name}`).sort()).toEqual([
      'added 农田水渠',
      'removed 高龄补贴',
    ]);
  });
});

test.each([
  ['a name that the form does not describe', '内容: 权重', '内容: 权种', /没有“权种”/],
  ['widths that are not 100', '宽: 25', '宽: 24', /99/],
  ['a type that is none', '类型: 金额', '类型: 钱', /类型/],
  ['a key that is none', '必填: 是\n    说明: 政策的名称', '必须: 是\n    说明: 政策的名称', /必须/],
  ['a row key in an example that no row has', '例: { 三级指标: 户数', '例: { 指标: 户数', /“指标”/],
  ['a slip of the keyboard', '标题: 政策', '标题：政策', /：/],
])('a mistake in the form file: %s', async (_, sound, wrong, says) => {
  await withWorkplace(async (workplace) => {
    const { cwd } = moveIn(workplace);
    expect(FORM).toContain(sound);
    writeFileSync(join(cwd, FORM_FILE), FORM.replace(sound, wrong));
    const text = readFileSync(join(cwd, FORM_FILE), 'utf8');
    const { finished } = startProgram(cwd, ['check', '--templates', '模板']);
    const { code, stderr } = await finished;
    expect(code).toBe(2);
    const [, line = '', column = ''] = /forms\/预算项目绩效目标表\.yaml:(\d+):(\d+)/.exec(stderr) ?? [];
    expect(stderr).toMatch(says);
    const at = text.split('\n')[Number(line) - 1] ?? '';
    expect(at.slice(Number(column) - 1), stderr).not.toBe('');
    // Widths belong to all columns.
    const place = wrong.split(/[:：]/)[0]?.trim() ?? '';
    expect(at).toContain(wrong.startsWith('宽') ? '列' : place);
  });
});
