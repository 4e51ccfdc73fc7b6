import { describe, expect, test } from 'vitest';
import type { Diagnostic, Span } from '../../report/diagnostic.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { withoutToFillErrors } from '../cascading.ts';

/** The places of 待填 that are reported, as `line:column-column`. */
function placesIn(table: string): string[] {
  const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  return report.diagnostics
    .filter(({ code }) => code === 'text/to-fill')
    .map(({ line, column, endColumn }) => `${line}:${column}-${endColumn}`);
}

describe('待填 is reported where it is', () => {
  test.each([
    ['a whole value', SOUND_TABLE.replace('52270022P004296102284', '待填'), ['2:7-9']],
    ['inside a figure', SOUND_TABLE.replace('≥ 4 次', '≥ 待填 次'), ['8:16-18']],
    [
      'twice in a text',
      SOUND_TABLE.replace('教材和场地', '教材待填套，场地待填次'),
      ['18:15-17', '18:21-23'],
    ],
    ['in a block', SOUND_TABLE.replace('教材和场地', '|\n          教材\n          待填'), ['20:11-13']],
    [
      'not in a comment, nor behind a block’s sign',
      SOUND_TABLE.replace('备注: 教材', '备注: | # 去年待填\n          教材').replace('# 无', '# 待填'),
      [],
    ],
    ['written as an escape', SOUND_TABLE.replace('教材和场地', '"\\u5f85\\u586b"'), ['18:13-27']],
    ['nowhere', SOUND_TABLE, []],
  ])('%s', (_, table, places) => {
    expect(placesIn(table)).toEqual(places);
  });
});

/** Errors and warnings of the table with another figure, as `line:column code`. */
function findingsIn(table: string): string[] {
  const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  return report.diagnostics
    .filter(({ severity }) => severity !== 'suggestion')
    .map(({ line, column, code }) => `${line}:${column} ${code}`);
}

test.each([
  ['三级指标: 培训次数', '三级指标: 三级指标', '7:15-19'],
  ['三级指标: 培训次数', '三级指标: 某项目培训', '7:15-18'],
  ['备注: 教材和场地', '备注: 备注：', '18:13-16'],
  ['备注: 教材和场地', '备注: 暂缺', '18:13-15'],
  ['备注: 教材和场地', '备注: undefined', '18:13-22'],
  ['2022年1月至12月', '2022年？月', '14:18-19'],
  [/绩效目标: .*/, '绩效目标: 绩效目标1：', '3:7-13'],
])('%s → %s', (from, to, place) => {
  expect(placesIn(SOUND_TABLE.replace(from, to))).toEqual([place]);
});

describe('what is left of a blank form is to fill in, and nothing else is said of it', () => {
  test.each([
    ['（≥**个）', '8:15 text/to-fill'],
    ['≥**个', '8:14 text/to-fill'],
    ['≥ （ ） 个', '8:14 text/to-fill'],
    ['≥（ ）个', '8:14 text/to-fill'],
    ['≥ XX %', '8:14 text/to-fill'],
    ['≥N次', '8:14 text/to-fill'],
    ['≥ ____ 次', '8:16 text/to-fill'],
    ['……', '8:14 text/to-fill'],
    ['待定', '8:14 text/to-fill'],
    ['**个', '8:14 yaml/to-fill'],
    ['*', '8:14 yaml/to-fill'],
    ['** 个', '8:14 yaml/to-fill'],
  ])('指标值: %s', (value, finding) => {
    expect(findingsIn(SOUND_TABLE.replace('≥ 4 次', value))).toEqual([finding]);
  });

  test.each([
    'XX年培训',
    '20XX年培训',
    '202X年底',
    'X月X日前',
    '××局培训',
    '○○县培训',
    '某某镇培训',
    '培训**次',
    '培训____次',
    '培训（ ）次',
    '培训（　　）次',
    '……',
    '...',
    '同上',
    '（略）',
    '略。',
    'TBD',
    '时间待定',
    '待补充',
    '（待核实）',
    '请填写评分标准',
    '示例文字',
    '例：教材',
    '（填写具体内容）',
    '年  月  日',
    '？？',
    '目标1：……',
  ])('备注: %s', (remark) => {
    const findings = findingsIn(SOUND_TABLE.replace('教材和场地', remark));
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => finding.replace(/^18:\d+ /, '')))).toEqual(
      new Set(['text/to-fill']),
    );
  });

  test.each([
    '二〇〇八年建成的场地',
    'XXL码工作服',
    '3×4米展板',
    '场地5*8米',
    '制度有待完善',
    '等待确认后开展',
    '期待填补空白',
    '引导群众填写问卷',
    '请补充材料的单位及时报送',
    '略有提升',
    '同上级部门对接',
    '例会制度',
    '示例引领',
    '无',
    '/',
    '教材……等',
    '（1）教材（试行）',
    'XX染色体检测',
    '待业人员培训',
    '某市的做法',
    '教材、场地各20年使用权',
    '统一用N95口罩',
    '见附件',
  ])('备注: %s is no leftover', (remark) => {
    expect(placesIn(SOUND_TABLE.replace('教材和场地', remark))).toEqual([]);
  });

  test.each([
    ['绩效目标', SOUND_TABLE.replace(/绩效目标: .*/, '绩效目标: 43.2'), '3:7 text/to-fill'],
    ['绩效目标 as an amount', SOUND_TABLE.replace(/绩效目标: .*/, '绩效目标: 43.2万元'), '3:7 text/to-fill'],
    ...['见附件', '暂定', 'N/A', '某县某局', '一、', '绩效目标'].map((goal): [string, string, string] => [
      `绩效目标: ${goal}`,
      SOUND_TABLE.replace(/绩效目标: .*/, `绩效目标: ${goal}`),
      '3:7 text/to-fill',
    ]),
    ['绩效目标: 无', SOUND_TABLE.replace(/绩效目标: .*/, '绩效目标: 无'), '3:7 text/to-fill'],
    ['三级指标', SOUND_TABLE.replace('三级指标: 培训费', '三级指标: 指标1：'), '16:15 text/to-fill'],
    ['三级指标: -', SOUND_TABLE.replace('三级指标: 培训费', '三级指标: "-"'), '16:16 text/to-fill'],
    ['实施单位', `${SOUND_TABLE}实施单位: XX局\n`, '28:7 text/to-fill'],
  ])('%s', (_, table, finding) => {
    expect(findingsIn(table)).toContain(finding);
  });

  test('指标1： before a name is a warning, and the name stays', () => {
    const table = SOUND_TABLE.replace('三级指标: 培训费', '三级指标: 指标1：培训费');
    const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
    const [finding] = report.diagnostics.filter(({ code }) => code === 'text/to-fill');
    expect(finding).toMatchObject({ severity: 'warning', hint: '删去“指标1：”' });
  });

  test('Markdown stays Markdown, and 张某某 a hidden name', () => {
    expect(findingsIn(SOUND_TABLE.replace('教材和场地', '抓好**重点**工作'))).toEqual([
      '18:15 text/markdown',
    ]);
    expect(findingsIn(`${SOUND_TABLE}负责人: 张某某\n`)).toEqual([]);
  });

  test('the booklet, but not its lists of words', () => {
    const booklet = `${SOUND_BOOKLET.replace('样例单位', 'XX局')}常见错字:\n  某某: 同上\n`;
    const { report } = compileTexts({ '样例.yaml': SOUND_TABLE, 'booklet.yaml': booklet });
    expect(report.diagnostics.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 text/to-fill']);
  });
});

describe('withoutToFillErrors', () => {
  const at = (start: number, end: number, file = 'a.yaml') => ({ file, start, end });
  const error = (code: string, place: Span): Diagnostic => ({
    ...{ severity: 'error', code, wording: code, args: {}, at: place },
  });
  const toFill = error('text/to-fill', at(10, 12));

  test('drops what else is reported of the same characters, and nothing else', () => {
    const echo = error('value/no-number', at(8, 14));
    const others = [
      error('schema/missing-key', at(0, 0)),
      error('value/no-unit', at(12, 14)),
      error('value/no-unit', at(10, 12, 'b.yaml')),
    ];
    expect(withoutToFillErrors([toFill, echo, ...others])).toEqual([toFill, ...others]);
  });

  test('an error stays an error when the year takes 待填 lightly', () => {
    const lightly = { ...toFill, severity: 'warning' as const };
    const echo = error('code/shape', at(10, 12));
    expect(withoutToFillErrors([lightly, echo])).toEqual([lightly, echo]);
  });
});

describe('leftovers of other blank forms', () => {
  const inRemark = (text: string) => SOUND_TABLE.replace('教材和场地', JSON.stringify(text));
  test.each([
    ...['指标1：', '指标一', '三级指标2：', '指标名称', '【项目名称】', '[单位名称]', '{项目名称}', '<填写>'],
    ...[
      '（填写说明：按年度填）',
      '请选择',
      '单击此处输入文字',
      '□是 □否',
      '培训X次',
      '参训Y人',
      '共N个',
      'OO县',
    ],
    ...['?? 次', '？？人', '≥  个', '≥_个', '不少于  次', '至少\u3000\u3000人', '20  年'],
  ])('%s', (text) => {
    expect(findingsIn(inRemark(text))).toEqual([expect.stringContaining('text/to-fill')]);
  });

  test.each([
    ...['X光机3台', '第N次修订', '1+N个工作组', 'N95口罩3个', '20年来', '20 年', '选项□是'],
    ...[
      '三级指标按季度核对',
      '指标值说明见细则',
      '点击量3次',
      'XO酱',
      '≥ 3 个',
      '(填写率)',
      '为何？次年再报',
    ],
  ])('%s is none', (text) => {
    expect(findingsIn(inRemark(text)).filter((line) => line.includes('to-fill'))).toEqual([]);
  });
});
