import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openForms } from '../../commands/context.ts';
import { compileTexts } from '../../test/compile-source.ts';
import { createForms } from '../forms.ts';
import { compileSchema } from '../validate.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const FORMS = openForms('').results();
const GOALS = read('templates/forms/例/预算项目绩效目标表.yaml');

describe('each form of results', () => {
  test.each(FORMS.names)('%s has a filled example without a finding', (name) => {
    const form = FORMS.find(name)?.form;
    const [key, folder] = form?.kind === 'evaluation' ? ['自评', '自评'] : ['监控', '监控/7月'];
    const { year, report } = compileTexts({
      'booklet.yaml': `标题: 样例\n单位: 青溪县\n年度: 2022\n表式: { ${key}: ${name} }\n`,
      '基层党务干部培训经费.yaml': GOALS,
      [`${folder}/基层党务干部培训经费.yaml`]: read(`templates/forms/例/结果/${name}.yaml`),
    });
    expect(report.diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    expect(year.results[0]?.tables.map(({ table }) => table.form.name)).toEqual([name]);
  });
});

/** What is wrong with a form that says something else than 自评表, as `place wording`. */
function faultOf(from: string | RegExp, to: string): string {
  const text = read('templates/forms/自评表.yaml');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const schema = (name: string) => compileSchema(name, read(`schema/${name}`));
  const first = '预算项目绩效目标表';
  const files = new Map([
    [first, read(`templates/forms/${first}.yaml`)],
    ['自评表', changed],
  ]);
  try {
    createForms(
      files,
      () => schema('form.schema.json'),
      () => schema('results-form.schema.json'),
    )
      .results()
      .find('自评表');
    return '';
  } catch (error) {
    const { code, place } = error as { code: string; place: string };
    const line = Number(place.split(':')[1]);
    return `${changed.split('\n')[line - 1]?.trim()} ← ${code}`;
  }
}

describe('a mistake in a form of results has its line', () => {
  test.each([
    ['产出指标: 50', '产出指标: 40', /一级: .* ← form\/points$/],
    ['基本达成: { 从: 80', '基本达成: { 从: 70', /基本达成.* ← form\/bands$/],
    ['取: 70', '取: 90', /基本达成.* ← form\/band-take$/],
    ['未达成: { 从: 60, 到: 0', '未达成: { 从: 60, 到: 10', /未达成.* ← form\/bands#end$/],
    ['良: 80', '良: 95', /等级.* ← form\/grades$/],
    ['差: 0', '差: 10', /等级.* ← form\/grades#end$/],
    ['内容: 得分', '内容: 得份', /得份.* ← form\/unknown-name$/],
    ['内容: 得分, 宽: 8', '内容: 得分, 宽: 9', /^列: ← form\/widths$/],
    ['    用途: 实际\n', '', /^行: ← form\/no-actual$/],
    [/计分:\n.*$/su, '', /^列: ← form\/score-without-rule$/],
    ['    全年执行数: { 用途: 执行数, ', '    全年执行数: { ', /列: ← form\/funds-rate$/],
    ['年初预算数: { 宽: 15', '年初预算数: { 宽: 60', /列: ← form\/funds-widths$/],
    ['  - [资金]\n', '', /^资金: ← form\/funds-nowhere$/],
    ['用途: 分值, 宽: 9', '用途: 分数, 宽: 9', /分值: .* ← schema\/not-allowed/],
    [/计分:.*/s, '计分: 不计分\n', /^计分: 不计分 ← schema\//],
    ['标题: 项目支出绩效自评表', '标提: 项目支出绩效自评表', /标提: .* ← schema\//],
  ])('%s → %s', (from, to, expected) => {
    expect(faultOf(from, to)).toMatch(expected);
  });
});

test('a form that builds on another takes over what it does not say, and can drop the scoring', () => {
  const base = FORMS.find('自评表')?.form;
  const hubei = FORMS.find('项目绩效自评表（湖北）')?.form;
  expect(hubei?.scoring?.execution?.points).toBe('20');
  expect(hubei?.head).toEqual(base?.head);
  const transfers = FORMS.find('转移支付自评表')?.form;
  expect(transfers?.scoring).toBeNull();
  expect(transfers?.rowFields.map(({ key }) => key)).toEqual(['实际', '原因']);
});

describe('a form that builds on one of results is one of results', () => {
  const derive = (own: string) =>
    compileTexts({
      'booklet.yaml': '标题: 样例\n单位: 青溪县\n年度: 2022\n表式: { 自评: 本地自评 }\n',
      '基层党务干部培训经费.yaml': GOALS,
      '自评/基层党务干部培训经费.yaml': read('templates/forms/例/结果/自评表.yaml'),
      'forms/本地自评.yaml': `基于: 自评表\n${own}`,
    });

  test('without its own 种类', () => {
    const { year, report } = derive('标题: 本县自评表\n');
    expect(report.diagnostics).toEqual([]);
    expect(year.results[0]?.tables.map(({ table }) => table.form.title)).toEqual(['本县自评表']);
  });

  test.each([
    ['去掉:\n  计分: [执行率]\n', 'form/not-dropped#scoring'],
    ['去掉:\n  列: [得分]\n', 'form/not-dropped'],
  ])('%j', (own, code) => {
    expect(() => derive(own)).toThrow(code);
  });
});

test('booklet.yaml names a form of results that is not there, or is one of another kind', () => {
  const find = (name: string) =>
    compileTexts({
      'booklet.yaml': `标题: 样例\n单位: 青溪县\n年度: 2022\n表式: { 自评: ${name} }\n`,
      '基层党务干部培训经费.yaml': GOALS,
      '自评/基层党务干部培训经费.yaml': read('templates/forms/例/结果/自评表.yaml'),
    }).report.diagnostics.map(({ file, line, code }) => `${file}:${line} ${code}`);
  expect(find('自评表')).toEqual([]);
  expect(find('自评表2')).toEqual(['projects/2022/booklet.yaml:4 form/missing']);
  expect(find('监控表')).toEqual(['projects/2022/booklet.yaml:4 form/missing']);
});

test.each([
  ['去掉: 计分', 'form/drop-shape#scoring'],
  ['去掉: [计分]', 'form/drop-shape#scoring'],
  ['去掉: { 字段: 主管部门 }', 'form/drop-shape'],
])('what is not left out in this way is said: %s', (dropped, code) => {
  expect(faultOf('标题: 项目支出绩效自评表', `${dropped}\n标题: 项目支出绩效自评表`)).toBe(
    `${dropped} ← ${code}`,
  );
});
