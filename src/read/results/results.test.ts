import { describe, expect, test } from 'vitest';
import { applyFix } from '../../report/fix.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { SOUND_MONITORING, SOUND_RESULT } from '../../test/results.ts';

const RESULT = SOUND_RESULT;
const MONITORED = SOUND_MONITORING;

function find(result: string, name = '自评/样例.yaml', table = SOUND_TABLE) {
  const { year, report } = compileTexts({
    '样例.yaml': table,
    'booklet.yaml': SOUND_BOOKLET,
    [name]: result,
  });
  const found = report.diagnostics.map(({ line, code, hint = '' }) => `${line} ${code} ${hint}`);
  const [table1] = year.results[0]?.tables ?? [];
  return { found, results: table1?.table.results, rows: table1?.table.indicators ?? [] };
}

/** The points of each row, as printed. */
function scores({ rows }: ReturnType<typeof find>): string[] {
  return rows.map(({ cells }) => cells.find(({ field }) => field.key === '得分')?.value.text ?? '');
}

describe('what is only warned of can be suppressed with a reason', () => {
  const FORECAST = MONITORED.replace('预计: 4 次', '预计: 3 次');
  const SPENT = RESULT.replace('全年执行数: 28.50', '全年执行数: 31');
  test.each([
    ['result/forecast', FORECAST, / {2}培训次数/, '监控/7月/样例.yaml'],
    ['result/overspent', SPENT, /资金/, '自评/样例.yaml'],
  ])('%s', (code, text, line, name) => {
    const withComment = (comment: string) => text.replace(line, `${comment}\n$&`);
    const codes = (comment: string) => find(withComment(comment), name).found.map((one) => one.split(' ')[1]);
    expect(codes('# 说明')).toEqual([code]);
    expect(codes(`# 忽略 ${code}：已说明`)).toEqual([]);
    expect(codes(`# 忽略 ${code}`)).toEqual(['silence/no-reason']);
    expect(codes('# 忽略 result/missed：已说明')).toEqual(['silence/unused', code]);
    const off = compileTexts({
      '样例.yaml': SOUND_TABLE,
      'booklet.yaml': `${SOUND_BOOKLET}检查: { ${code}: 忽略 }\n`,
      [name]: text,
    });
    expect(off.report.diagnostics).toEqual([]);
  });

  test('an error is corrected', () => {
    const wrong = RESULT.replace('  培训次数: 4 次', '  # 忽略 result/unit：已说明\n  培训次数: 4 期');
    expect(find(wrong).found).toEqual([
      '4 silence/unknown 这样的错误要改掉，不然表报不上去',
      '5 result/unit 换算成“次”再写',
    ]);
  });
});

describe('自评', () => {
  test('is matched with its table and given points', () => {
    const read = find(RESULT);
    expect(read.found).toEqual([]);
    expect(scores(read)).toEqual(['12.50', '12.50', '12.50', '12.50', '30.00', '9.47']);
    expect(read.results?.funds?.rows[0]?.cells.map(({ text }) => text)).toEqual([
      '30.00',
      '30.00',
      '28.50',
      '10',
      '95.00%',
      '9.50',
    ]);
    expect(read.results?.total).toMatchObject({ weight: '100', text: '98.97', grade: '优' });
  });

  test.each([
    ['培训次数: 4 次', '培训次数: 3 次', '12.50 → 9.38'],
    ['培训次数: 4 次', '培训次数: 5 次', '12.50 → 12.50'],
    ['培训费: 28.5 万元', '培训费: 40 万元', '12.50 → 9.38'],
    ['培训费: 28.5 万元', '培训费: 285000 元', '12.50 → 12.50'],
    ['完成时限: 达成', '完成时限: 85 %', '12.50 → 10.63'],
    ['完成时限: 达成', '完成时限: 基本达成 75 %', '12.50 → 9.38'],
    ['完成时限: 达成', '完成时限: 未达成', '12.50 → 3.75'],
  ])('%s → %s', (before, after, expected) => {
    const index = RESULT.slice(RESULT.indexOf('培训次数'))
      .split('\n')
      .findIndex((line) => line.includes(before));
    const reason = after.replace(/: (.*)$/, ': { 实际: $1, 原因: 如此 }');
    const read = find(RESULT.replace(before, reason));
    expect(read.found).toEqual([]);
    expect(`12.50 → ${scores(read)[index]}`).toBe(expected);
  });

  test('points that the author wrote count, are marked, and said below the table', () => {
    const read = find(
      RESULT.replace('培训次数: 4 次', '培训次数: { 实际: 4 次, 得分: 11, 原因: 一期没有签到表 }'),
    );
    expect(read.found).toEqual([]);
    expect(scores(read)[0]).toBe('11.00＊');
    expect(read.results?.total?.text).toBe('97.47');
    expect(read.results?.notes).toEqual([
      '注：带＊的得分是填报单位写的；按计分办法，培训次数应得 12.50 分。',
    ]);
    expect(find(RESULT.replace('培训次数: 4 次', '培训次数: { 实际: 4 次, 得分: 13 }')).found).toEqual([
      '4 result/score-range 最多是它的分值 12.5',
    ]);
  });

  test('written weights take the place of the form’s', () => {
    const read = find(RESULT.replace('培训次数: 4 次', '培训次数: { 实际: 4 次, 分值: 20 }'));
    expect(scores(read)).toEqual(['20.00', '10.00', '10.00', '10.00', '30.00', '9.47']);
    expect(read.results?.total?.text).toBe('98.97');
  });

  test.each([
    ['培训次数: 4 次', '培训次次数: 4 次', ['4 result/unknown-indicator 是不是“培训次数”？']],
    [
      '  培训次数: 4 次\n',
      '',
      ['3 result/missing-indicator 在“指标”下面加一行“培训次数: ”和实际完成的值；还没有的先写“待填”'],
    ],
    ['培训次数: 4 次', '培训次数: 4 次\n  数量指标/培训次数: 4 次', ['5 result/doubled-indicator 留一处']],
    ['培训合格率: 96 %', '培训合格率: 95%以上', ['5 result/not-a-figure 照目标的单位写，例如“95 %”']],
    ['培训次数: 4 次', '培训次数: 四次', ['4 result/not-a-figure 写成“4 次”']],
    [
      '程度: 达成',
      '程度: 很好',
      [
        '8 result/degree 写 达成（100–80 %）、基本达成（80–60 %）、未达成（60–0 %） 里的一档，或者百分之几，例如“85 %”',
      ],
    ],
    ['培训次数: 4 次', '培训次数: 4', ['4 result/no-unit 目标的单位是“次”；同一个单位就写“4 次”']],
    ['培训次数: 4 次', '培训次数: ４', ['4 result/no-unit 目标的单位是“次”；同一个单位就写“4 次”']],
    ['培训合格率: 96 %', '培训合格率: 0.96', ['5 result/no-unit 目标的单位是“%”；同一个单位就写“96 %”']],
    ['培训合格率: 96 %', '培训合格率: 九成六', ['5 result/not-a-figure 照目标的单位写，例如“95 %”']],
    ['培训费: 28.5 万元', '培训费: 28.5万', ['7 result/not-a-figure 写成“28.5 万元”']],
    ['培训合格率: 96 %', '培训合格率: 120 %', ['5 figure/percent-range 核对数字']],
    [
      '培训合格率: 96 %',
      '培训合格率: { 实际: 292%, 原因: 认错 }',
      ['5 figure/percent-range 核对数字：是不是“92 %”？'],
    ],
    ['培训合格率: 96 %', '培训合格率: 120 % # 忽略 figure/percent-range：含补考', []],
    [
      '培训次数: 4 次',
      '培训次数: { 实际: -4 次, 原因: 写错 }',
      ['4 figure/negative 核对数字：是不是多打了负号？'],
    ],
    ['培训次数: 4 次', '培训次数: 4.5 次', ['4 figure/decimals 核对数字，改成整数']],
    ['培训次数: 4 次', '培训次数: { 实际: 4 次, 分值: 10分 }', ['4 value/weight 写成“10”']],
    [
      '培训次数: 4 次',
      '培训次数: { 实际: 4 次, 得分: 满分 }',
      ['4 value/weight 只写数，例如 10 或者 7.5，不写“分”和“%”'],
    ],
    ['全年执行数: 28.50 万元', '全年执行数: ￥28.50万', ['1 value/no-money-unit 写成“28.50 万元”']],
    [
      '全年执行数: 28.50 万元 }',
      '年度资金总额: { 全年预算数: 40 万元, 全年执行数: 28.50 万元 } }',
      ['1 result/funds-twice 留一处'],
    ],
    ['培训次数: 4 次', '培训次数: ≥ 4 次', ['4 result/sign 写实际的数，例如“4 次”']],
    ['培训次数: 4 次', '培训次数: 4 期', ['4 result/unit 换算成“次”再写']],
    ['培训次数: 4 次', '培训次数: 待填', ['4 text/to-fill 把“待填”换成内容']],
    ['培训次数: 4 次', '培训次数: 很多', ['4 result/not-a-figure 照目标的单位写，例如“4 次”']],
    ['培训次数: 4 次', '培训次数: 3 次', ['4 result/unexplained 低于 100 % 的要写：加一项“原因: ……”']],
    ['培训次数: 4 次', '培训次数: 6 次', ['4 result/unexplained 超过 130 % 的要写：加一项“原因: ……”']],
    [
      '培训次数: 4 次',
      '培训次数: { 分值: 5 }',
      ['4 result/missing-value 在它下面加一行“实际: ……”；还没有的先写“待填”'],
    ],
    [
      '完成时限: 达成',
      '完成时限: 12月完成',
      [
        '6 result/no-degree 加一项“程度: ”，写 达成（100–80 %）、基本达成（80–60 %）、未达成（60–0 %） 里的一档，或者百分之几',
      ],
    ],
    [
      '全年执行数: 28.50 万元',
      '全年执行数: 28.50',
      ['1 value/no-money-unit 在数字后面补上单位：是“28.50 万元”，还是“28.50 元”？'],
    ],
    ['全年执行数: 28.50 万元', '全年支出数: 28.50 万元', ['1 schema/unknown-key 是不是“全年执行数”？']],
    ['完成情况: 举办培训4期，570人次。', '完成情况: 无', ['2 text/to-fill 把“无”换成内容']],
    ['原因: 场地小。', '原因: 无', ['9 result/unexplained 低于 100 % 的要写：加一项“原因: ……”']],
    ['培训次数: 4 次', '培训次数: { 实际: 4 次, 原因: 无 }', []],
    ['完成情况:', '完成情祝:', ['2 schema/unknown-key 是不是“完成情况”？']],
  ])('%s → %s', (before, after, expected) => {
    expect(find(RESULT.replace(before, after)).found.map((line) => line.trimEnd())).toEqual(expected);
  });

  test.each([
    ['≤ 3 天', '72 小时'],
    ['≤ 2 年', '24 个月'],
    ['≤ 5 工作日', '5 个工作日'],
    ['≤ 50 dB', '50 分贝'],
    ['≥ 5 km²', '5 平方公里'],
    ['≥ 5 mg/L', '5 毫克/升'],
    ['≥ 5 mg/L', '5 克/立方米'],
    ['≥ 2 台/套', '2 台套'],
    ['≥ 5 ha', '75 亩'],
  ])('%s is reached by %s', (target, actual) => {
    const table = SOUND_TABLE.replace('≥ 4 次', target);
    expect(find(RESULT.replace('培训次数: 4 次', `培训次数: ${actual}`), undefined, table).found).toEqual([]);
  });

  test('a remedy is made in 资金 too, and a share is as it was written', () => {
    const compiled = (result: string) =>
      compileTexts({ '样例.yaml': SOUND_TABLE, 'booklet.yaml': SOUND_BOOKLET, '自评/样例.yaml': result })
        .report.diagnostics;
    const wrong = RESULT.replace('28.50 万元', '28.50万');
    const [finding] = compiled(wrong);
    expect(applyFix(wrong, finding?.fix ?? { edits: [] })).toBe(RESULT);
    expect(compiled(RESULT.replace('完成时限: 达成', '完成时限: 85 %'))[0]?.message).toContain('分值的 85 %');
  });

  test('a name that occurs twice needs its 二级指标', () => {
    const table = SOUND_TABLE.replace('三级指标: 培训合格率', '三级指标: 培训次数');
    const names = (first: string, second: string) =>
      RESULT.replace('  培训次数: 4 次', `  ${first}: 4 次`).replace('  培训合格率: 96', `  ${second}: 96`);
    const codes = (first: string, second: string) =>
      find(names(first, second), undefined, table).found.filter((line) => line.includes('result/'));
    expect(codes('数量指标/培训次数', '质量指标/培训次数')).toEqual([]);
    expect(codes('培训次数', '质量指标/培训次数')).toEqual([
      '4 result/ambiguous-indicator 写清是哪一个：“数量指标/培训次数”、“质量指标/培训次数”',
    ]);
  });

  test('the results of a table that is gone', () => {
    expect(find(RESULT, '自评/样列.yaml').found).toEqual([
      '1 result/no-goal 是不是“样例”？把文件改成那个名字',
    ]);
    expect(find(RESULT, '自评/桥梁养护.yaml').found[0]).toMatch(
      /^1 result\/no-goal 文件名要与目标表的文件名相同/,
    );
  });

  test('a total that is not the sum of its parts', () => {
    const funds = `资金:
  年度资金总额: { 全年预算数: 30 万元, 全年执行数: 29 万元 }
  当年财政拨款: { 全年预算数: 20 万元, 全年执行数: 20 万元 }
  上年结转资金: { 全年预算数: 10 万元, 全年执行数: 8.5 万元 }
`;
    const read = (text: string) => find(RESULT.replace(/^资金.*\n/, text));
    expect(read(funds).found).toEqual(['2 result/funds-sum 核对数字；总额不写也可以，由程序加']);
    const { results } = read(funds.replace(/ {2}年度资金总额.*\n/, ''));
    expect(results?.funds?.rows.map(({ cells }) => cells.map(({ text }) => text).join(' '))).toEqual([
      ' 30.00 28.50 10 95.00% 9.50',
      ' 20.00 20.00 — 100.00% —',
      ' 10.00 8.50 — 85.00% —',
      '   — — —',
    ]);
  });
});

describe('监控', () => {
  test.each([
    ['{ 实际: 2 次, 预计: 3 次 }', ['3 result/forecast 核对预计的数；达不到的，改“可能性”，并写偏差和说明']],
    ['{ 实际: 2 次, 预计: 1 次 }', ['3 result/forecast 核对两个数']],
    ['{ 实际: 2 次, 预计: 5 次 }', []],
    ['{ 实际: 2 次, 预计: 3 次, 可能性: 有可能, 偏差: 人员保障, 说明: 推迟 }', []],
    [
      '{ 实际: 2 次, 预计: 4 次, 偏差: 钱 }',
      ['3 schema/not-allowed 可以写：经费保障、制度保障、人员保障、硬件条件保障、其他'],
    ],
  ])('what is forecast: %s', (written, expected) => {
    const monitored = MONITORED.replace('{ 实际: 2 次, 预计: 4 次 }', written);
    expect(find(monitored, '监控/7月/样例.yaml').found).toEqual(expected);
  });

  test('lamps go by what was due by the month', () => {
    const lamps = (actual: string, more = '') => {
      const read = find(
        MONITORED.replace('{ 实际: 2 次, 预计: 4 次 }', `{ 实际: ${actual}${more} }`),
        '监控/7月/样例.yaml',
      );
      return [read.found, read.results?.lamps[0]?.lamp];
    };
    // Of 4 times 7 ⁄ 12 are 2.33.
    expect(lamps('2 次')).toEqual([[], '绿']);
    const doubt = ', 可能性: 有可能, 预计: 3 次, 偏差: [人员保障, 其他], 说明: 推迟';
    expect(lamps('1 次', doubt)).toEqual([[], '红']);
    expect(lamps('1 次', ', 可能性: 确定能')).toEqual([[], '红']);
    expect(lamps('1 次')).toEqual([
      ['3 result/no-likelihood 写确定能、有可能、完全不可能里的一样'],
      undefined,
    ]);
    expect(lamps('1 次', ', 可能性: 有可能')).toEqual([
      ['3 result/doubt-unexplained 在它下面加上'],
      undefined,
    ]);
    expect(lamps('3 次', ', 可能性: 确定能')).toEqual([[], '超']);
  });
});
