import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForms } from '../../commands/context.ts';
import type { Message } from '../../report/diagnostic.ts';
import { recognizeBy } from '../../test/recognize-by.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { chooseForms } from './choose-form.ts';
import { toDraft } from './draft.ts';
import { readDocument } from './read-file.ts';
import { recognize } from './recognize.ts';

const forms = openForms(PROGRAM_ROOT, join(PROGRAM_ROOT, 'templates'));
const { first } = forms;

/** Drafts of a text in which bars stand for tabs. */
function importText(text: string) {
  const bytes = Buffer.from(text.replaceAll('|', '\t'));
  const { tables } = recognizeBy(readDocument(bytes, 'text'), [first.form]);
  return tables.map((table) => toDraft(table, { schema: null, words: first.words, fallback: '表' }));
}

const codesOf = (drafts: ReturnType<typeof importText>) =>
  drafts.map(({ notes }) => notes.map(({ code }) => code));

test('a list of all projects becomes a table for each', () => {
  const drafts = importText(`某局2022年项目绩效目标汇总表
序号|项目名称|项目编码|项目金额（万元）|年度绩效目标|一级指标|二级指标|三级指标|计算符号|指标值|度量单位
1|甲项目|52270022P004296102284|30|办好甲|产出指标|数量指标|培训次数|≥|4|次
||||||质量指标|合格率|≥|95|%
|||||满意度指标|满意度指标|满意度|≥|90|%
2|乙项目|52270022P00430210119J|4.50|办好乙|产出指标|数量指标|印制册数|=|500|册
`);
  expect(drafts.map(({ text }) => text)).toEqual([
    `项目名称: 甲项目
项目编码: 52270022P004296102284
预算金额: 30 万元
绩效目标: 办好甲
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 培训次数
        指标值: ≥ 4 次
    质量指标:
      - 三级指标: 合格率
        指标值: ≥ 95 %
  满意度指标:
    满意度指标:
      - 三级指标: 满意度
        指标值: ≥ 90 %
`,
    `项目名称: 乙项目
项目编码: 52270022P00430210119J
预算金额: 4.50 万元
绩效目标: 办好乙
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 印制册数
        指标值: = 500 册
`,
  ]);
  expect(codesOf(drafts)).toEqual([[], []]);
});

test('words of other offices, names and values in one cell, the whole value in one column', () => {
  const drafts = importText(`项目支出绩效目标申报表
填报单位：青溪县民政局||单位：万元
项目名称：敬老院运行||项目负责人|张三
预算单位|青溪县敬老院|项目资金|120|
年度总体目标|保障120名老人的生活。
一级指标|二级指标|指标内容|指标值|备注
产出指标|数量指标|供养人数|≥120人|
|质量指标|膳食合格率|100%以上|
|时效指标|资金到位时间|2022年12月底前|
|成本指标|运行费|≤120万|按月结算
效益指标|社会效益指标|老人生活质量|明显提高|
满意度指标|服务对象满意度|老人满意度|不低于95%|
注：本表一式两份
`);
  expect(drafts[0]?.text).toContain(`预算金额: 120 万元
实施单位: 青溪县敬老院
负责人: 张三
绩效目标: 保障120名老人的生活。
`);
  expect(drafts[0]?.text).toContain('定性: 明显提高');
  expect(drafts[0]?.text).toContain('定性: 2022年12月底前');
  expect(drafts[0]?.text).toContain('指标值: ≤ 120 万元');
  expect(drafts[0]?.text).toContain('    服务对象满意度指标:\n');
  expect(codesOf(drafts)).toEqual([['import/unused', 'import/value', 'import/value', 'import/value']]);
});

test('what no form has a place for is said, cell by cell', () => {
  const [draft] = importText(`项目名称|甲|项目类型|经常性
一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重
产出指标|数量指标|次数|≥|4|次|30
合计||||||100
`);
  expect(draft?.notes.map(({ args }) => args.text)).toEqual(['项目类型', '经常性', '合计｜100', '30']);
  expect(draft?.text).toContain('指标值: ≥ 4 次');
});

test('several tables below each other, each with or without its title', () => {
  const table = (name: string) => `项目名称|${name}
绩效目标|办好
一级指标|二级指标|三级指标|符号|值|计量单位
产出指标|数量指标|次数|≥|4|次
`;
  const drafts = importText(
    `预算项目绩效目标表\n${table('甲')}${table('乙')}\n表二 预算项目绩效目标表\n${table('丙')}`,
  );
  expect(drafts.map(({ stem, rows }) => [stem, rows.length])).toEqual([
    ['甲', 1],
    ['乙', 1],
    ['丙', 1],
  ]);
});

test.each([
  ['a slash', '甲/乙', '甲／乙'],
  ['a colon and a question mark', '甲:乙?', '甲：乙？'],
  ['a way out of the folder', '../../甲', '．．／．．／甲'],
  ['the name of a device', 'CON', 'CON_'],
  ['a dot at its end', '甲.', '甲'],
])('a name with %s', (_, name, stem) => {
  const [draft] = importText(`项目名称|${name}|项目编码|
一级指标|二级指标|三级指标|符号|值|计量单位
产出指标|数量指标|次数|≥|4|次
`);
  expect(draft?.stem).toBe(stem);
  expect(draft?.name).toBe(name);
  expect(draft?.notes.map(({ code }) => code)).toEqual(['import/renamed']);
});

test('a table without a name has its file’s', () => {
  const [draft] = importText(`绩效目标|办好
一级指标|二级指标|三级指标|符号|值|计量单位
产出指标|数量指标|次数|≥|4|次
`);
  expect(draft?.text).toContain('项目名称: 表\n项目编码: 待填\n');
  expect(draft?.notes.map(({ code }) => code)).toEqual(['import/no-name']);
});

test('what is beside, above and below the rows for people only is left alone', () => {
  const drafts = importText(
    `附件2
2022年度项目支出绩效目标申报表
（2022年度）
项目名称|培训|项目编码|52270022P004296102284
绩效目标|开展培训4次
绩效指标|一级指标|二级指标|三级指标|指标值
绩效指标|产出指标|数量指标|培训次数|≥4次
绩效指标||质量指标|合格率|≥95%`,
  );
  expect(codesOf(drafts)).toEqual([[]]);
  expect(drafts[0]?.table.about.get('年度')).toBe('（2022年度）');
  expect(drafts[0]?.table.rows.map(({ name }) => name)).toEqual(['培训次数', '合格率']);
});

test.each([
  ['a heading', '1—6月执行情况', '', ''],
  ['the sheet', '执行情况', '6月', ''],
  ['the file', '执行情况', 'Sheet1', '2022年6月监控.xlsx'],
  ['nothing', '执行情况', 'Sheet1', '监控.xlsx'],
])('monitoring is of the month that %s names', (named, heading, sheet, file) => {
  const month = named === 'nothing' ? null : 6;
  const rows = [
    ['项目支出绩效目标执行监控表'],
    ['项目名称', '培训'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', heading, '全年预计完成情况', '完成目标可能性'],
    ['产出指标', '数量指标', '培训次数', '≥4次', '2次', '4次', '确定能'],
  ];
  const bytes = Buffer.from(rows.map((cells) => cells.join('\t')).join('\n'));
  const [grid] = readDocument(bytes, 'text').grids;
  if (grid === undefined) throw new Error('no cells');
  const results = forms.results();
  const shelf = {
    tables: [first.form] as const,
    results: results.names.flatMap((name) => results.find(name) ?? []),
    own: new Map(),
  };
  const own = { ...grid, name: sheet };
  const choices = chooseForms([{ grid: own, name: file }], shelf);
  expect(choices.get(own)).toMatchObject({ form: { kind: 'monitoring' }, month, likely: null });
  const { tables, notes } = recognize({ grids: [own], notes: [] }, choices);
  expect(tables).toHaveLength(month === null ? 0 : 1);
  expect(notes.map(({ code }) => code)).toEqual(month === null ? ['import/no-month'] : []);
});

test('in a sheet a cell is where it is: an empty one is said, and one beyond the headings moves nothing', () => {
  const place: Message = { code: 'import/place#line', args: { line: '1' } };
  const toRow = (line: string) => ({
    place,
    cells: line
      .split('|')
      .map((text) => (text === '' ? null : { text, place, isMerged: false, hadTags: false })),
  });
  const rows = `项目名称|培训
一级指标|二级指标|三级指标|符号|值|计量单位|备注|指标值说明
产出指标|数量指标|教材|≥|1000|本||||张三核
产出指标|成本指标||≤|5|万元||`;
  const grid = { name: '表', rows: rows.split('\n').map(toRow), isLoose: false };
  const [table] = recognizeBy({ grids: [grid], notes: [] }, [first.form]).tables;
  expect(table?.rows.map(({ name, notes }) => [name, notes.map(({ code, args }) => [code, args])])).toEqual([
    ['教材', [['import/no-column', { text: '张三核' }]]],
    ['', [['import/cell-empty', { columns: '三级指标' }]]],
  ]);
});

test('where each row has its labels, an empty one is doubted', () => {
  const [draft] = importText(
    `项目名称|培训
一级指标|二级指标|三级指标|符号|值|计量单位
产出指标|数量指标|培训次数|≥|4|次
产出指标||结业考核|≥|1|次
产出指标|成本指标|培训费|≤|3|万元`,
  );
  expect(draft?.rows.map(({ notes }) => notes[0]?.code)).toEqual([
    undefined,
    'import/label-empty',
    undefined,
  ]);
});

function importAs(name: string, text: string) {
  const { form, words } = forms.find(name) ?? first;
  const [table] = recognizeBy(readDocument(Buffer.from(text.replaceAll('|', '\t')), 'text'), [form]).tables;
  if (table === undefined) throw new Error('no table');
  return toDraft(table, { schema: null, words, fallback: '表' });
}

test('each half of a table has its own 指标值, whatever is above them', () => {
  const draft = importAs(
    '项目支出绩效目标申报表（2015）',
    `项目名称|培训
一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值
产出指标|数量指标|培训人数|≥900人次|数量指标|培训人数|≥300人次
满意度指标|服务对象满意度指标|学员满意度|≥92%|服务对象满意度指标|教师满意度|≥90%`,
  );
  expect(draft.text).toContain('中期指标值: ≥ 900 人次\n        指标值: ≥ 300 人次\n');
  expect(draft.notes.map(({ code, args }) => [code, args.text])).toEqual([['import/twice', '教师满意度']]);
});

test('a value that is given twice is not replaced in silence', () => {
  const [draft] = importText(`项目名称|培训
一级指标|二级指标|三级指标|指标值|年度目标值
产出指标|数量指标|培训人数|≥900人次|≥300人次`);
  expect(draft?.text).toContain('指标值: ≥ 900 人次\n');
  expect(draft?.notes.map(({ code, args }) => [code, args.text])).toEqual([['import/twice', '≥300人次']]);
});

test('funds below their names, and a dash where a group has no rows', () => {
  const draft = importAs(
    '项目支出绩效目标申报表（县级）',
    `项目名称|培训
资金来源（万元）|财政拨款|自筹|其他|合计
|30|5|0|35
一级指标|二级指标|指标内容|指标值|备注
产出指标|数量指标|培训人数|≥300人次|
效益指标|经济效益指标|—|—|—
|社会效益指标|知晓率|≥90%|`,
  );
  expect(draft.text).toContain(`资金来源:
  资金总额: 35 万元
  财政拨款: 30 万元
  自筹资金: 5 万元
  其他资金: 0 万元
`);
  expect(draft.rows.map(({ after }) => after.slice(0, 3))).toEqual([
    ['产出指标', '数量指标', '培训人数'],
    ['效益指标', '社会效益指标', '知晓率'],
  ]);
  expect(draft.notes).toEqual([]);
});
