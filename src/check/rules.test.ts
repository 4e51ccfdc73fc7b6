import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toReport } from '../report/report.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { RULES } from './rules.ts';

type Texts = Record<string, string>;

/** The sound table with pieces of it replaced. */
function edit(...changes: [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  }, SOUND_TABLE);
}

const one = (...changes: [from: string, to: string][]): Texts => ({ '样例.yaml': edit(...changes) });
const name = (text: string) => one(['培训次数', text]);
const row = (indicator: string, value: string) => one(['培训次数', indicator], ['≥ 4 次', value]);
const quality = (indicator: string, value: string) => one(['培训合格率', indicator], ['≥ 95 %', value]);
const words = (text: string) => one(['指标值: ≥ 4 次', `定性: ${text}`]);
const time = (text: string) => one(['2022年1月至12月', text]);
const cost = (value: string) => one(['≤ 30 万元', value]);
const remark = (text: string) => one(['教材和场地', JSON.stringify(text)]);
const code = (text: string) => one(['52270022P004296102284', text]);
const budget = (amount: string) => one(['绩效目标', `预算金额: ${amount}\n绩效目标`]);
const satisfaction = (indicator: string, value: string) =>
  one(['参训人员满意度\n        指标值: ≥ 95 %', `${indicator}\n        指标值: ${value}`]);
const goal = (text: string) => one([/绩效目标: .*/.exec(SOUND_TABLE)?.[0] ?? '', `绩效目标: ${text}`]);
/** One row more in a group. */
const add = (group: string, indicator: string, value: string): [string, string] => [
  `    ${group}:\n`,
  `    ${group}:\n      - 三级指标: ${indicator}\n        指标值: ${value}\n`,
];
const OTHER_CODE: [string, string] = ['52270022P004296102284', '52270022P00430210119J'];
const OTHER_NAME: [string, string] = ['项目名称: 样例', '项目名称: 党员志愿服务工作经费'];
const two = (...changes: [from: string, to: string][]): Texts => ({
  ...one(),
  '党员志愿服务工作经费.yaml': edit(...changes),
});
const booklet = (text: string, tables: Texts = one()): Texts => ({ ...tables, 'booklet.yaml': text });
const ordered = (names: string[], tables?: Texts) =>
  booklet(`${SOUND_BOOKLET}顺序:\n${names.map((entry) => `  - ${entry}\n`).join('')}`, tables);

/** The filled example of a form with a piece replaced. */
function filled(form: string, [from, to]: [from: string, to: string]): Texts {
  const text = readFileSync(join(PROGRAM_ROOT, `templates/forms/例/${form}.yaml`), 'utf8');
  expect(text).toContain(from);
  const year = '标题: 样例汇编\n单位: 样例局\n年度: 2022\n';
  return { '样例.yaml': text.replace(from, to), 'booklet.yaml': `${year}表式:\n  目标: ${form}\n` };
}

/** A form of its own that requires two groups, and the sound table with it, in a row of what only this form asks for. */
const asking = (table: string): Texts => ({
  'forms/要求.yaml': `基于: 预算项目绩效目标表
标题: 甲
去掉: { 体系: ["2021"] }
指标:
  效益指标:
    说明: 效益。
    必填: 是
    二级:
      社会效益指标: { 写法: 其他, 说明: 社会。, 例: { 三级指标: 甲, 指标值: ≥ 1 次 } }
      生态效益指标: { 写法: 其他, 必填: 是, 说明: 生态。, 例: { 三级指标: 甲, 指标值: ≥ 1 次 } }
体系:
  "2015":
    产出指标: [数量指标, 质量指标, 时效指标, 成本指标]
    效益指标: [社会效益指标, 生态效益指标]
    满意度指标: [满意度指标]
`,
  '样例.yaml': table,
  'booklet.yaml': `${SOUND_BOOKLET}表式:\n  目标: 要求\n`,
});

/** The sound table without a key and all that is below it. */
function cut(key: string): Texts {
  const lines = SOUND_TABLE.split('\n');
  const from = lines.findIndex((line) => line.trim() === `${key}:`);
  const depth = lines[from]?.search(/\S/) ?? 0;
  const length = lines.slice(from + 1).findIndex((line) => line.search(/\S/) <= depth);
  return { '样例.yaml': lines.toSpliced(from, length + 1).join('\n') };
}

const NEWER_COST =
  '  成本指标:\n    经济成本指标:\n      - 三级指标: 培训费\n        指标值: ≤ 30 万元\n  效益指标:';
const newer = {
  '样例.yaml': (cut('成本指标')['样例.yaml'] ?? '').replace('  效益指标:', NEWER_COST),
};

/** Of each rule the example of its docs made real, and a source next to it of which it says nothing. */
const office = (path: string, code: string, ...files: [string, string][]): Texts =>
  Object.fromEntries([
    [`${path}/booklet.yaml`, `单位: ${path}\n单位编码: ${code}\n`],
    ...files.map(([file, text]) => [`${path}/${file}`, text]),
  ]);

const CASES: Record<string, { fires: Texts; passes: Texts }> = {
  'code/repeated': { fires: two(OTHER_NAME), passes: two(OTHER_NAME, OTHER_CODE) },
  'name/repeated': { fires: two(OTHER_CODE), passes: two(OTHER_NAME, OTHER_CODE) },
  'name/file': { fires: { '新建.yaml': SOUND_TABLE }, passes: one() },
  'file/reserved': { fires: { 'index.yaml': SOUND_TABLE }, passes: { 'index2.yaml': SOUND_TABLE } },
  'name/windows': { fires: { 'CON.yaml': SOUND_TABLE }, passes: { 'CONTRACT.yaml': SOUND_TABLE } },
  'file/same-name': {
    fires: { 'A项目.yaml': SOUND_TABLE, 'a项目.yaml': SOUND_TABLE },
    passes: { 'A项目.yaml': SOUND_TABLE, 'B项目.yaml': SOUND_TABLE },
  },
  'order/unknown-name': { fires: ordered(['样例', '党建经费']), passes: ordered(['样例']) },
  'order/incomplete': {
    fires: ordered(['样例'], two(OTHER_NAME, OTHER_CODE)),
    passes: ordered(['样例', '党员志愿服务工作经费'], two(OTHER_NAME, OTHER_CODE)),
  },
  'booklet/year': {
    fires: booklet(SOUND_BOOKLET.replace('2022', '2023')),
    passes: booklet(SOUND_BOOKLET),
  },
  'import/unreviewed': {
    fires: one(['      - 三级指标: 培训次数', '      # 待核对 疑：第 12 行\n      - 三级指标: 培训次数']),
    passes: one(['      - 三级指标: 培训次数', '      # 已核对\n      - 三级指标: 培训次数']),
  },
  'text/to-fill': { fires: row('培训次数', '≥（ ）个'), passes: row('填报表数', '≥ 4 个') },
  'code/letter': { fires: code('52270022P0043O210119J'), passes: code('52270022P00430210119J') },
  'code/check-character': { fires: code('52270022P00430210119K'), passes: code('52270022P00430210119J') },
  'code/year': { fires: code('52270021P004296102284'), passes: code('52270022P004296102284') },
  'code/region': {
    fires: { ...two(OTHER_NAME, OTHER_CODE), '丙.yaml': edit(['522700', '522701']) },
    passes: two(OTHER_NAME, ['522700', '522701']),
  },
  'structure/group': { fires: newer, passes: booklet(`${SOUND_BOOKLET}指标体系: 2021\n`, newer) },
  'structure/no-output': { fires: cut('产出指标'), passes: cut('数量指标') },
  'structure/no-quantity': { fires: cut('数量指标'), passes: cut('产出指标') },
  'structure/no-quality': { fires: cut('质量指标'), passes: cut('产出指标') },
  'structure/no-timeliness': { fires: cut('时效指标'), passes: cut('产出指标') },
  'structure/no-cost': { fires: cut('成本指标'), passes: cut('产出指标') },
  'structure/no-benefit': { fires: cut('效益指标'), passes: cut('满意度指标') },
  'structure/no-satisfaction': { fires: cut('满意度指标'), passes: cut('效益指标') },
  'money/over-budget': { fires: budget('29 万元'), passes: budget('30 万元') },
  'money/direction': { fires: cost('≥ 30 万元'), passes: cost('= 30 万元') },
  'money/mixed-units': {
    fires: one(add('成本指标', '教材费', '≤ 5000 元')),
    passes: one(add('成本指标', '教材费', '≤ 0.5 万元')),
  },
  'money/parts': {
    fires: remark('教材 10 万元，场地 15 万元'),
    passes: remark('教材 10 万元，场地 15 万元等'),
  },
  'money/not-summed': {
    fires: cost('≤ 475 元/亩'),
    passes: one(['≤ 30 万元', '≤ 475 元/亩'], add('成本指标', '总成本', '≤ 30 万元')),
  },
  'figure/negative': { fires: row('培训次数', '≥ -4 次'), passes: row('人员增减', '≥ -4 人') },
  'figure/percent-range': { fires: quality('合格率', '= 292 %'), passes: quality('产值增长率', '= 292 %') },
  'figure/direction': { fires: quality('合格率', '≤ 95 %'), passes: quality('差错率', '≤ 5 %') },
  'figure/decimals': { fires: row('支部数', '= 76.00 个'), passes: row('道路长度', '= 76.50 公里') },
  'figure/class': { fires: quality('支部', '= 76 个'), passes: quality('差错次数', '≤ 2 次') },
  'figure/satisfaction-full': {
    fires: satisfaction('参训人员满意度', '= 100 %'),
    passes: satisfaction('参训人员满意度', '≥ 99 %'),
  },
  'figure/satisfaction-name': {
    fires: satisfaction('州直机关党组织及党员', '≥ 95 %'),
    passes: satisfaction('党员满意率', '≥ 95 %'),
  },
  'value/not-canonical': { fires: quality('合格率', '≥95%'), passes: quality('合格率', '≥ 95 %') },
  'value/explanation-missing': {
    fires: one(['指标值: ≥ 4 次', '定量其他: 按进度完成']),
    passes: one(['指标值: ≥ 4 次', '定量其他: 按进度完成\n        指标值说明: 按季度评分']),
  },
  'value/figure-in-words': { fires: words('100%'), passes: words('100%完成') },
  'date/impossible': { fires: time('2022年2月30日前'), passes: time('2022年2月28日前') },
  'date/order': { fires: time('2022年12月至1月'), passes: time('2022年12月至2023年1月') },
  'date/outside-year': {
    fires: time('2023年1月至12月'),
    passes: one(['完成时限', '实施期'], ['2022年1月至12月', '2021年1月至2023年12月']),
  },
  'date/other-year': { fires: remark('按2021年度合作协议'), passes: remark('按《2021年度合作协议》') },
  'text/html': { fires: remark('<p style="margin:0">教材'), passes: remark('甲<乙') },
  'text/braces': { fires: remark('{{项目名称}}'), passes: remark('{项目名称}') },
  'text/markdown': { fires: remark('**重点**'), passes: remark('黔南考发[2021](试行)') },
  'text/formula': { fires: remark('=SUM(A1:A3)'), passes: remark('=三项合计') },
  'text/invisible': { fires: remark('党建\u200b工作'), passes: remark('葛\u{e0100}') },
  'text/compatibility': { fires: remark('⼀次'), passes: remark('① 一次') },
  'text/folded': {
    fires: goal('>\n  开展培训，\n  提升能力。'),
    passes: goal('|\n  开展培训，\n  提升能力。'),
  },
  'text/no-glyph': { fires: remark('𪚥'), passes: remark('龙') },
  'text/unbalanced-quotes': { fires: remark('“七一系列活动'), passes: remark('“七一”系列活动') },
  'text/reversed-quotes': { fires: remark('”七一“系列活动'), passes: remark('“七一”系列活动') },
  'text/unbalanced-brackets': { fires: remark('《实施意见的通知'), passes: remark('《实施意见》的通知') },
  'text/half-width': { fires: remark('复核, 印制'), passes: remark('印制 1,200 册') },
  'text/lost-dot': { fires: remark('“晋级升星？好花更红”'), passes: remark('“怎么升星？谁来评”') },
  'text/blank': { fires: remark('自2022 年 1 月起'), passes: remark('自2022年1月起') },
  'text/doubled': { fires: remark('复核，，印制'), passes: remark('复核，印制……') },
  'text/misprint': { fires: remark('格局《关于学习的意见》'), passes: remark('形成格局') },
  'row/hidden-quantity': { fires: words('志愿服务活动≥1次'), passes: words('按期开展志愿服务活动') },
  'row/several-quantities': {
    fires: words('培训次数≥4次，培训人数≥600人'),
    passes: words('培训次数≥4次'),
  },
  'row/contradiction': {
    fires: one(add('数量指标', '观摩会', '≥ 1 次'), ['开展党员', '举办观摩会2次，开展党员']),
    passes: one(add('数量指标', '观摩会', '≥ 2 次'), ['开展党员', '举办观摩会2次，开展党员']),
  },
  'row/repeated': {
    fires: one(add('数量指标', '培训次数', '≥ 4 次')),
    passes: one(add('数量指标', '培训次数', '≥ 5 次')),
  },
  'office/repeated-code': {
    fires: { ...office('甲镇', '219001'), ...office('乙镇', '219001') },
    passes: { ...office('甲镇', '219001'), ...office('乙镇', '219002') },
  },
  'file/long-path': {
    fires: office(['一', '二', '三'].map((part) => part.repeat(60)).join('/'), '219001', [
      '样例.yaml',
      SOUND_TABLE,
    ]),
    passes: office('甲镇/乙站', '219001', ['样例.yaml', SOUND_TABLE]),
  },
  'office/folder': {
    fires: office('甲镇.pdf', '219001', ['样例.yaml', SOUND_TABLE]),
    passes: office('甲镇pdf', '219001', ['样例.yaml', SOUND_TABLE]),
  },
  'office/empty': {
    fires: office('甲镇', '219001'),
    passes: office('甲镇', '219001', ['样例.yaml', SOUND_TABLE]),
  },
  'row/vague': { fires: words('良好'), passes: one(['有所提升', '良好']) },
  'name/slogan': { fires: name('加大党员志愿服务力度，展现作用。'), passes: name('提高群众满意度') },
  'text/copied': {
    fires: two(OTHER_NAME, OTHER_CODE),
    passes: two(OTHER_NAME, OTHER_CODE, ['开展党员教育培训4次，培训600人', '宣传党建工作12次']),
  },
  'text/other-project': {
    fires: { ...two(OTHER_NAME, OTHER_CODE), ...remark('与党员志愿服务一起支付') },
    passes: { ...two(OTHER_NAME, OTHER_CODE), ...remark('与志愿服务一起支付') },
  },
  'structure/required': {
    fires: asking(SOUND_TABLE),
    passes: asking(
      edit(add('社会效益指标', '绿化面积', '≥ 3 亩'), ['    社会效益指标:', '    生态效益指标:']),
    ),
  },
  'weight/sum': {
    fires: filled('部门预算项目绩效目标表（四川）', ['权重: 15', '权重: 20']),
    passes: filled('部门预算项目绩效目标表（四川）', ['权重: 15', '权重: 15.0']),
  },
  'funds/sum': {
    fires: filled('项目支出绩效目标申报表（县级）', ['财政拨款: 80 万元', '财政拨款: 60 万元']),
    passes: filled('项目支出绩效目标申报表（县级）', ['财政拨款: 80 万元', '财政拨款: 800000 元']),
  },
  'goal/short': { fires: goal('提高党建工作宣传力。'), passes: one() },
  'goal/no-quantity': {
    fires: goal('加强党建工作宣传，扩大党建工作的影响，提高党员的履职能力和服务水平。'),
    passes: goal('加强宣传，扩大影响。'),
  },
  'goal/no-row': {
    fires: one(['开展党员教育培训4次', '开展困难党员走访慰问4次']),
    passes: one(['开展党员教育培训4次', '困难党员走访慰问工作见附件']),
  },
};

const compile = (texts: Texts) =>
  compileTexts({
    ...texts,
    ...('booklet.yaml' in texts ? {} : { 'booklet.yaml': SOUND_BOOKLET }),
  }).years.flatMap(({ diagnostics }) => diagnostics);

test('every code has one rule, every rule its case, and no case is left over', () => {
  const codes = RULES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(CASES).sort()).toEqual(codes.toSorted());
});

describe.each(RULES)('$code', ({ code, docs }) => {
  test('is documented in both languages', () => {
    expect(docs.zh).toMatch(/\p{Script=Han}/u);
    expect(docs.en).toMatch(/[a-z]/);
    expect(docs.example).not.toBe('');
  });

  test('finds the mistake, in words without gaps, and not the source next to it', () => {
    const { fires, passes } = CASES[code] ?? { fires: {}, passes: {} };
    const diagnostics = compile(fires);
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(found, JSON.stringify(diagnostics.map((diagnostic) => diagnostic.code))).not.toEqual([]);
    for (const language of ['zh', 'en'] as const) {
      for (const { message, hint = '' } of toReport(found, new Map(), 1, language).diagnostics) {
        expect(`${message} ${hint}`).not.toMatch(/\{[a-z]\w*(?:#[^}]*)?\}|undefined/);
      }
    }
    expect(compile(passes).map((diagnostic) => diagnostic.code)).not.toContain(code);
  });
});

describe('a code is one file’s business', () => {
  const folder = join(PROGRAM_ROOT, 'src');
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
  );
  const homeOf = (code: string) =>
    [...files].filter(([, text]) => text.includes(`code: '${code}'`)).map(([file]) => file);

  test.each(RULES)('$code', ({ code, messages }) => {
    const [home = '', ...others] = homeOf(code);
    expect(home).toMatch(/^check\/rules\/[a-z-]+\.ts$/);
    expect(others).toEqual([]);
    // A message whose key is nowhere else in its file is never reported.
    const text = files.get(home) ?? '';
    for (const key of Object.keys(messages)) expect(text.split(`'${key}'`).length, key).toBeGreaterThan(1);
  });
});
