import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { openForms } from '../commands/context.ts';
import { tidySources } from '../commands/tidy.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

const BASE = '预算项目绩效目标表';

/** A province's form, as what it changes: another title, no code, a telephone, its own columns. */
const DERIVED = `基于: ${BASE}
标题: 项目绩效目标申报表
去掉:
  字段: [项目编码]
  行: [指标值说明]
字段:
  联系电话:
    类型: 单行
    必填: 是
    说明: 负责人的电话。
  负责人:
    类型: 单行
    必填: 是
    说明: 姓名。
表头:
  - [项目名称, 实施单位]
  - [负责人, 联系电话]
  - [绩效目标]
列:
  - { 标题: 一级指标, 内容: 一级, 宽: 10 }
  - { 标题: 二级指标, 内容: 二级, 宽: 10 }
  - { 标题: 三级指标, 内容: 三级指标, 宽: 30 }
  - { 标题: 符号, 内容: 指标值, 部分: 符号, 宽: 10 }
  - { 标题: 值, 内容: 指标值, 部分: 数, 宽: 10 }
  - { 标题: 单位, 内容: 指标值, 部分: 单位, 宽: 10 }
  - { 标题: 备注, 内容: 备注, 宽: 20 }
`;

function withForms(forms: Record<string, string>, use: (workplace: Workplace) => void | Promise<void>) {
  return withWorkplace(async (workplace) => {
    cpSync(join(PROGRAM_ROOT, 'templates'), join(workplace.folder, '模板'), { recursive: true });
    for (const [name, text] of Object.entries(forms)) workplace.put(`模板/forms/${name}.yaml`, text);
    await use(workplace);
  });
}

const open = ({ folder }: Workplace) => openForms(folder, '模板');

test('a form takes over what it does not state, each entry whole', async () => {
  await withForms({ 省表: DERIVED, 县表: '基于: 省表\n标题: 县级申报表\n' }, (workplace) => {
    const forms = open(workplace);
    const base = forms.find(BASE)?.form;
    const form = forms.find('省表')?.form;
    expect(form).toMatchObject({ title: '项目绩效目标申报表', kind: 'goal' });
    expect([...(form?.trees ?? [])]).toEqual([...(base?.trees ?? [])]);
    expect(form?.level1s).toEqual(base?.level1s);
    // What is stated keeps its place, what is new follows what is printed before it, though it is written before it.
    expect(form?.fields.map(({ key }) => key)).toEqual([
      '项目名称',
      '预算金额',
      '实施单位',
      '主管部门',
      '负责人',
      '联系电话',
      '绩效目标',
    ]);
    // Nothing of the entry that was replaced is left.
    expect(form?.fields.find(({ key }) => key === '负责人')).toMatchObject({
      isRequired: true,
      description: '姓名。',
      reminder: null,
      examples: [],
    });
    expect(form?.rowFields.map(({ key }) => key)).not.toContain('指标值说明');
    const { name, title, ...rest } = forms.find('县表')?.form ?? {};
    expect({ name, title }).toEqual({ name: '县表', title: '县级申报表' });
    expect(rest).toEqual({ ...form, name: undefined, title: undefined, ...rest });
    expect(rest).toMatchObject({ fields: form?.fields, columns: form?.columns });
  });
});

test('a form may have a page of its own; one without its form is refused', async () => {
  await withForms({}, ({ folder, put }) => {
    const compile = () =>
      compileSources({ cwd: folder, projects: 'projects', templates: '模板', paths: [], strict: false });
    put(`模板/forms/${BASE}.hbs`, '<p>{{unit}}：{{name}}</p>\n');
    const bodies = compile().years.flatMap(({ tables }) => tables.map(({ document }) => document.body));
    expect(bodies.filter((body) => /^<p>[^<]+：党员干部教育经费<\/p>$/.test(body.trim()))).toHaveLength(1);
    put('模板/forms/没有这个.hbs', '');
    expect(compile).toThrow(
      new EnvironmentError('template/no-form', { file: 'forms/没有这个.hbs', form: 'forms/没有这个.yaml' }),
    );
  });
});

test('its tables are checked and tidied as those of any form', async () => {
  await withForms({ 省表: DERIVED }, async ({ folder, put, read }) => {
    put('projects', null);
    put('projects/2023/booklet.yaml', '标题: 汇编\n单位: 某局\n年度: 2023\n表式:\n  目标: 省表\n');
    put(
      'projects/2023/农田水渠.yaml',
      `联系电话: 0854-8220000
项目名称: 农田水渠
负责人: 张三
绩效目标: |
  新修水渠12公里，改善灌溉面积3000亩，秋收前全部通水。
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 新修水渠长度
        指标值: ≥ 12 公里
  效益指标:
    社会效益指标:
      - 三级指标: 受益农户
        指标值: ≥ 400 户
`,
    );
    const options = { cwd: folder, projects: 'projects', templates: '模板', paths: [] };
    const errors = compileSources({ ...options, strict: false }).diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ wording }) => wording)).toEqual([]);
    await tidySources({ ...options, check: false });
    const tidied = read('projects/2023/农田水渠.yaml').toString();
    expect(tidied.match(/^\S+(?=:)/gm)).toEqual(['项目名称', '负责人', '联系电话', '绩效目标', '绩效指标']);
  });
});

test.each<[string, Record<string, string>, string, string, string, RegExp]>([
  ['no such base', { 省表: '基于: 没有的表\n标题: 甲\n' }, '省表', '没有的表', 'form/missing', /没有的表/],
  [
    'a cycle',
    { 甲: '基于: 乙\n标题: 甲\n', 乙: '基于: 丙\n标题: 乙\n', 丙: '基于: 甲\n标题: 丙\n' },
    '乙',
    '丙',
    'form/base-cycle',
    /丙 → 甲 → 乙 → 丙/,
  ],
  ['itself', { 甲: '基于: 甲\n' }, '甲', '甲', 'form/base-cycle', /甲 → 甲/],
  [
    'nothing to drop',
    { 甲: `基于: ${BASE}\n去掉:\n  字段: [负责人, 联系电话]\n` },
    '甲',
    '联系电话',
    'form/nothing-to-drop',
    /联系电话/,
  ],
  [
    'what can only be stated again',
    { 甲: `基于: ${BASE}\n去掉:\n  固定行: [项目或定额成本控制率]\n` },
    '甲',
    '固定行',
    'form/not-dropped#list',
    /固定行/,
  ],
  [
    'dropped and stated',
    { 甲: DERIVED.replace('[项目编码]', '[项目编码, 负责人]') },
    '甲',
    '负责人',
    'form/dropped-and-stated',
    /负责人/,
  ],
  [
    'dropped, and the head that is inherited names it',
    { 甲: `基于: ${BASE}\n去掉:\n  字段: [项目编码]\n` },
    '甲',
    '项目编码',
    'form/dropped-and-used',
    /项目编码/,
  ],
  [
    'dropped, and its own head names it',
    { 甲: DERIVED.replace('[项目名称, 实施单位]', '[项目名称, 项目编码]') },
    '甲',
    '项目编码',
    'form/unknown-name',
    /项目编码/,
  ],
  [
    'more in an inherited line than upright paper holds',
    {
      甲: '基于: 乙\n纸张: 竖\n',
      乙: `基于: ${BASE}\n表头:\n  - [项目名称, 项目编码, 实施单位, 主管部门, 负责人]\n`,
    },
    '甲',
    '乙',
    'form/crowded',
    /4/,
  ],
  [
    'an error of the base is reported in the base',
    { 甲: '基于: 乙\n', 乙: DERIVED.replace('宽: 30', '宽: 31') },
    '乙',
    '列',
    'form/widths',
    /101/,
  ],
  [
    'half an entry',
    { 甲: `基于: ${BASE}\n字段:\n  负责人: { 必填: 是 }\n` },
    '甲',
    '必填',
    'schema/missing-key',
    /类型/,
  ],
  [
    'a part that is missing, and no base',
    { 甲: '标题: 甲\n种类: 目标\n说明: 无。\n' },
    '甲',
    '',
    'schema/missing-key',
    /字段/,
  ],
  [
    'something dropped from nothing',
    { 甲: DERIVED.replace(/^基于.*\n/, '') },
    '甲',
    '',
    'schema/missing-key',
    /种类/,
  ],
])('a mistake in a form that builds on another: %s', async (_, forms, file, shown, wording, says) => {
  await expectMistake(forms, file, shown, wording, says);
});

async function expectMistake(
  forms: Record<string, string>,
  file: string,
  shown: string,
  wording: string,
  says: RegExp,
): Promise<void> {
  await withForms(forms, (workplace) => {
    let thrown: unknown = null;
    try {
      const { names, find } = open(workplace);
      for (const name of names) if (name in forms) find(name);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(EnvironmentError);
    const { code, args, place } = thrown as EnvironmentError;
    const [, at = '', line = '', column = ''] = /^forms\/(.+)\.yaml:(\d+):(\d+)$/.exec(place ?? '') ?? [];
    expect([code, at]).toEqual([wording, file]);
    const written = forms[at]?.split('\n')[Number(line) - 1]?.slice(Number(column) - 1) ?? '';
    expect(written.slice(0, shown.length), place ?? '').toBe(shown);
    expect(Object.values(args).join(' ')).toMatch(says);
  });
}

const field = (text: string) => `基于: ${BASE}\n字段:\n  甲: { 说明: 无, ${text} }\n`;
const head = (line: string) => `基于: ${BASE}\n字段:
  资金: { 类型: 资金, 说明: 无, 项: { 总额: {} } }
  清单: { 类型: 清单, 说明: 无, 项: { 任务: { 类型: 单行, 宽: 100 } } }
表头:
  - ${line}
`;

test.each<[string, string, string, string, RegExp]>([
  ['funds without lines', field('类型: 资金'), '甲', 'form/no-parts', /甲/],
  ['lines of what is no funds', field('类型: 单行, 项: { 总额: {} }'), '甲', 'form/parts-of-none', /甲/],
  ['a choice of nothing', field('类型: 选项'), '甲', 'form/options', /甲/],
  [
    'a sum of an unknown part',
    field('类型: 资金, 项: { 总额: { 合计: [拨款] }, 其他: {} }'),
    '拨款',
    'form/unknown-name',
    /其他/,
  ],
  [
    'a sum of itself',
    field('类型: 资金, 项: { 一: { 合计: [二] }, 二: { 合计: [一] } }'),
    '二]',
    'form/sum-of-itself',
    /一/,
  ],
  ['words among funds', field('类型: 资金, 项: { 一: { 类型: 单行 } }'), '项', 'form/funds-of-money', /甲/],
  [
    'the widths of a list',
    field('类型: 清单, 项: { 一: { 类型: 单行, 宽: 90 } }'),
    '项',
    'form/widths',
    /90/,
  ],
  [
    'a unit of no amount',
    field('类型: 清单, 单位: 万元, 项: { 一: { 类型: 单行, 宽: 100 } }'),
    '单位',
    'form/unit-of-none',
    /甲/,
  ],
  [
    'a total of no list',
    field('类型: 资金, 合计行: 合计, 项: { 一: {} }'),
    '合计行',
    'form/total-of-none',
    /甲/,
  ],
  [
    'funds in a row',
    `基于: ${BASE}\n行:\n  甲: { 类型: 资金, 说明: 无, 项: { 一: {} } }\n`,
    '甲',
    'form/block-in-row',
    /甲/,
  ],
  ['funds beside a name', head('[项目名称, 资金]'), '[项目', 'form/block-alone', /资金/],
  ['a list beside funds', head('{ 并排: [资金, 清单] }'), '{ 并排', 'form/not-beside', /清单/],
  ['signatures above', head('{ 签字: [甲] }'), '{ 签字', 'form/below-only', /^$/],
  [
    'widths of a line',
    head('[{ 字段: 项目名称, 宽: 60 }, { 字段: 项目编码, 宽: 60 }]'),
    '[{',
    'form/line-widths',
    /120/,
  ],
  ['two kinds of line', head('{ 整行: 负责人, 小标题: 甲 }'), '小标题', 'form/line-kind', /整行/],
  ['no kind of line', head('{ 标题: 甲 }'), '{ 标题', 'form/unknown-name', /并排/],
])('a mistake above the rows of a form: %s', async (_, text, shown, wording, says) => {
  await expectMistake({ 甲: text }, '甲', shown, wording, says);
});
