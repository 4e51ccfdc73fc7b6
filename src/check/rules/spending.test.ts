import { describe, expect, test } from 'vitest';
import { toIndexOffices } from '../../document/index-offices.ts';
import { toIndexView } from '../../document/index-view.ts';
import { readSpending } from '../../read/spending.ts';
import type { Table } from '../../read/table.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

type Row = readonly [name: string, value: string];

const COST = `      - 三级指标: 培训费
        指标值: ≤ 30 万元
        备注: 教材和场地
`;
const write = (rows: readonly Row[]) =>
  rows
    .map(([name, value]) => `      - 三级指标: ${name}\n        指标值: ${JSON.stringify(value)}\n`)
    .join('');
/** The sound table with these rows of costs in the tree of 2015. */
const withCosts = (...rows: Row[]) => SOUND_TABLE.replace(COST, write(rows));
const withBudget = (amount: string, table = SOUND_TABLE) =>
  table.replace('绩效目标', `预算金额: ${amount}\n绩效目标`);

/** What the summary and the index say of the table, and the findings about money. */
function look(table: string, booklet = SOUND_BOOKLET) {
  const { year, report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': booklet });
  const bound = year.bind?.() ?? null;
  const cells = [...(bound?.body ?? '').matchAll(/<td class="amount">([^<]*)</g)].map(([, text]) => text);
  const projects = year.tables.map(({ listed }) => listed);
  const index = toIndexView(year.booklet, projects, [], true, () => true, [], {
    ...toIndexOffices([], () => true),
    all: [],
  });
  if (bound !== null) {
    const rows = [...index.projects, index.total];
    expect(rows.flatMap(({ budget, cost }) => [budget, cost])).toEqual(cells);
  }
  return {
    /** Those of the one table; its year's total is the same. */
    columns: cells.slice(0, 2),
    total: cells.slice(2),
    sentence: /成本指标[^<，]*。/.exec(bound?.body ?? '')?.[0],
    findings: report.diagnostics.filter(({ code }) => /^(?:money|value)\/|negative/.test(code)),
  };
}

const codesOf = (table: string) => look(table).findings.map(({ code }) => code);
const costOf = (...rows: Row[]) => look(withCosts(...rows)).columns[1];

describe('what is money', () => {
  test.each([
    ['≤ 300 万', '≤ 300 万元'],
    ['≤ 3 百万', '≤ 3 百万元'],
    ['≤ 0.5 亿', '≤ 0.5 亿元'],
    ['< 8 千', '< 8 千元'],
    ['≤ 300 RMB', '≤ 300 元'],
    ['≤ 300 万RMB', '≤ 300 万元'],
    ['≤ 300 块', '≤ 300 元'],
    ['≤ 3 万块钱', '≤ 3 万元'],
    ['≤ 300w', '≤ 300 万元'],
    ['≤ 300 圆', '≤ 300 元'],
    ['≤ 30 万元整', '≤ 30 万元'],
    ['= 250万', '= 250 万元'],
    ['≤ 3 万/年', '≤ 3 万元/年'],
    ['≤ 300 元（每人）', '≤ 300 元/人'],
    ['≤ 3 个亿', '≤ 3 亿元'],
    ['≤ 12 仟元', '≤ 12 千元'],
    ['≤ 3 拾万元', '≤ 3 十万元'],
    ['≤ 30 万元正', '≤ 30 万元'],
    ['≤ 30［万元］', '≤ 30 万元'],
    ['≤ 30 “万元”', '≤ 30 万元'],
  ])('%s in a row of costs is an error, and what is meant is known', (value, corrected) => {
    const { findings } = look(withCosts(['培训费', value]));
    expect(findings.map(({ severity, code, hint }) => [severity, code, hint])).toEqual([
      ['error', 'value/money-unit', `写成“${corrected}”`],
    ]);
    expect(
      look(withCosts(['培训费', corrected])).findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  test.each([
    ['250万', '≤ 250 万元'],
    ['250万元', '≤ 250 万元'],
    ['￥250万', '≤ 250 万元'],
    ['不超过250万', '≤ 250 万元'],
    ['三万', '≤ 3 万元'],
    ['叁佰伍拾万元整', '≤ 350 万元'],
    ['（≤30 万元）', '≤ 30 万元'],
    ['1600元/亩', '≤ 1600 元/亩'],
    ['100%', '= 100 %'],
  ])('%s without a sign', (value, corrected) => {
    expect(look(withCosts(['培训费', value])).findings.map(({ hint }) => hint)).toEqual([
      `写成“${corrected}”`,
    ]);
  });

  test('what is saved without a sign is at least so much; a number alone is asked for its unit', () => {
    expect(look(withCosts(['节约成本', '5万元'])).findings[0]?.hint).toBe('写成“≥ 5 万元”');
    const [asked] = look(withCosts(['培训费', '≤ 300'])).findings;
    expect(asked?.code).toBe('value/no-unit');
    expect(asked?.hint).not.toContain('写成');
  });

  test('words behind the unit would leave the amount out of the sum', () => {
    expect(codesOf(withCosts(['培训费', '≤ 30 万元（含税）']))).toEqual(['value/money-unit']);
  });

  test.each([
    ['≤ 8 千元', '0.80'],
    ['≤ 2 百万元', '200.00'],
    ['≤ 2 千万元', '2000.00'],
    ['≤ 90 万元人民币', '90.00'],
    ['≤ 90 人民币万元', '90.00'],
    ['≤ 300 元人民币', '0.03'],
    ['= 0.002 亿元', '20.00'],
    ['< 5 元', '0.0005'],
    ['≤ 0.123456 万元', '0.123456'],
    ['≤ 123456789012 元', '12345678.9012'],
    ['≤ 0 万元', '0.00'],
    ['≤ 2.50 万元', '2.50'],
  ])('%s is summed', (value, cost) => {
    const { columns, total, findings } = look(withCosts(['培训费', value]));
    expect([columns, total, findings]).toEqual([['—', cost], ['—', cost], []]);
  });
});

describe('what is not spent', () => {
  test.each([
    ['≤ 3 万元/年', '≤ 3 万元/年'],
    ['≤ 475 元/亩', '≤ 475 元/亩'],
    ['≤ 40 元/人·天', '≤ 40 元/人·天'],
    ['≤ 12 元每株', '≤ 12 元每株'],
  ])('%s is a price: said once where the table has no sum', (value, text) => {
    const { columns, sentence, findings } = look(withCosts(['管护费', value], ['补助', value]));
    expect(columns).toEqual(['—', '—']);
    expect(sentence).toBe('成本指标没有金额。');
    expect(findings.map(({ severity, code, message }) => [severity, code, message])).toEqual([
      ['suggestion', 'money/not-summed', `“${text}”是单价，没有计入成本合计`],
    ]);
    expect(look(withCosts(['培训费', '≤ 30 万元'], ['补助', value])).findings).toEqual([]);
  });

  test('a name that makes plain 元 a price is a guess, and reported', () => {
    const table = withCosts(['培训费', '≤ 30 万元'], ['人均培训费', '≤ 300 元']);
    expect(look(table).columns[1]).toBe('30.00');
    expect(codesOf(table)).toEqual(['money/not-summed']);
    expect(costOf(['每年运行费', '≤ 3 万元'])).toBe('3.00');
  });

  test.each([
    ['较市场价节约成本', '≥ 5 万元'],
    ['节支额', '= 5 万元'],
    ['降低企业用能成本', '> 5 万元'],
    ['压减一般性支出', '≥ 5 万元'],
    ['减少农户种植投入（每年）', '≥ 5 万元'],
  ])('%s %s is saved', (name, value) => {
    const { columns, findings } = look(withCosts(['培训费', '≤ 30 万元'], [name, value]));
    expect([columns[1], findings]).toEqual(['30.00', []]);
  });

  test('a saving with ≤ is against its meaning; what saves something may cost', () => {
    const { report } = compileTexts({
      '样例.yaml': withCosts(['培训费', '≤ 30 万元'], ['节约成本', '≤ 5 万元']),
      'booklet.yaml': SOUND_BOOKLET,
    });
    expect(report.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['figure/direction', '核对符号：是不是“≥ 5 万元”？'],
    ]);
    expect(costOf(['节约用水宣传费', '≤ 1 万元'], ['降低噪声设备购置费', '= 2 万元'])).toBe('3.00');
    expect(codesOf(withCosts(['培训费', '≥ 30 万元'], ['场地费', '> 3 万元']))).toEqual([
      'money/direction',
      'money/direction',
    ]);
  });

  test('foreign money and amounts in words are said', () => {
    expect(codesOf(withCosts(['培训费', '≤ 30 万美元']))).toEqual(['money/not-summed']);
    const inWords = (text: string) => codesOf(SOUND_TABLE.replace('指标值: ≤ 30 万元', text));
    expect(inWords('定性: 控制在30万以内')).toEqual(['money/not-summed']);
    expect(inWords('定性: 不超过30万元')).toEqual(['money/not-summed']);
    expect(inWords('定量其他: 30-50万元\n        指标值说明: 按实际支出')).toEqual(['money/not-summed']);
    // Told as a figure already, and not twice.
    expect(inWords('定性: 30万元')).toEqual(['value/figure-in-words']);
    expect(inWords('定性: 严格控制成本')).toEqual([]);
  });

  test('only 经济成本 is spent in the tree of 2021', () => {
    const group = (name: string, value: string) => `    ${name}:\n${write([['培训', value]])}`;
    const newer = (...groups: string[]) =>
      SOUND_TABLE.replace(`    成本指标:\n${COST}`, '').replace(
        '  产出指标:',
        `  成本指标:\n${groups.join('')}  产出指标:`,
      );
    const table = newer(
      group('经济成本指标', '≤ 30 万元'),
      group('社会成本指标', '≤ 2 万元'),
      group('生态环境成本指标', '≤ 1 万元'),
    );
    const booklet = `${SOUND_BOOKLET}指标体系: '2021'\n`;
    const { columns, findings } = look(withBudget('30 万元', table), booklet);
    expect([columns, findings]).toEqual([['30.00', '30.00'], []]);
    expect(look(newer(group('社会成本指标', '≤ 2 万')), booklet).findings.map(({ code }) => code)).toEqual([
      'value/money-unit',
    ]);
    const total = newer(
      `    经济成本指标:\n${write([
        ['总成本', '≤ 30 万元'],
        ['培训费', '≤ 30 万元'],
      ])}`,
    );
    expect(look(withBudget('30 万元', total), booklet).columns).toEqual(['30.00', '30.00']);
  });
});

describe('a sum that is a row is not added to its parts', () => {
  test.each<[string, string, string[], Row[]]>([
    [
      'first',
      '90.00',
      [],
      [
        ['项目总成本', '≤ 90 万元'],
        ['设备', '≤ 30 万元'],
        ['人员', '≤ 30 万元'],
        ['场地', '≤ 30 万元'],
      ],
    ],
    [
      'last',
      '60.00',
      [],
      [
        ['设备', '≤ 30 万元'],
        ['人员', '≤ 30 万元'],
        ['合计', '≤ 60 万元'],
      ],
    ],
    [
      'in another unit',
      '60.00',
      ['money/mixed-units'],
      [
        ['总投入', '≤ 600000 元'],
        ['设备', '≤ 30 万元'],
        ['人员', '≤ 30 万元'],
      ],
    ],
    [
      'named after the project',
      '60.00',
      [],
      [
        ['样例总成本', '≤ 60 万元'],
        ['设备', '≤ 30 万元'],
        ['人员', '≤ 30 万元'],
      ],
    ],
    [
      'less than its parts',
      '50.00',
      ['money/parts'],
      [
        ['总投入', '≤ 50 万元'],
        ['设备', '≤ 30 万元'],
        ['人员', '≤ 30 万元'],
      ],
    ],
    [
      'more than its parts',
      '90.00',
      ['money/parts'],
      [
        ['成本合计', '≤ 90 万元'],
        ['设备', '≤ 30 万元'],
        ['人员', '≤ 30 万元'],
      ],
    ],
    [
      'twice the same',
      '90.00',
      [],
      [
        ['总成本', '≤ 90 万元'],
        ['总投入', '≤ 90 万元'],
        ['设备', '≤ 90 万元'],
      ],
    ],
    [
      'two that differ',
      '90.00',
      ['money/parts'],
      [
        ['总成本', '≤ 90 万元'],
        ['总投入', '≤ 80 万元'],
      ],
    ],
    [
      '其中',
      '90.00',
      [],
      [
        ['培训费', '≤ 60 万元'],
        ['其中：师资费', '≤ 40 万元'],
        ['资料费', '≤ 30 万元'],
      ],
    ],
    [
      '其中 before the first part only',
      '90.00',
      [],
      [
        ['培训费', '≤ 60 万元'],
        ['其中：师资费', '≤ 40 万元'],
        ['场地费', '≤ 20 万元'],
        ['资料费', '≤ 30 万元'],
        ['总成本', '≤ 90 万元'],
      ],
    ],
    [
      '其中 of the total',
      '90.00',
      [],
      [
        ['总成本', '≤ 90 万元'],
        ['其中：人员经费', '≤ 60 万元'],
      ],
    ],
    [
      '其中 of 其中',
      '90.00',
      [],
      [
        ['总成本', '≤ 90 万元'],
        ['其中：人员经费', '≤ 60 万元'],
        ['其中：工资', '≤ 40 万元'],
        ['其中：社保', '≤ 20 万元'],
        ['其中：办公经费', '≤ 30 万元'],
      ],
    ],
    [
      '其中 over its whole',
      '60.00',
      ['money/parts'],
      [
        ['培训费', '≤ 60 万元'],
        ['其中：师资费', '≤ 70 万元'],
      ],
    ],
    [
      '小计 and 合计',
      '90.00',
      [],
      [
        ['工资', '≤ 40 万元'],
        ['社保', '≤ 20 万元'],
        ['人员小计', '≤ 60 万元'],
        ['电脑', '≤ 20 万元'],
        ['桌椅', '≤ 10 万元'],
        ['设备小计', '≤ 30 万元'],
        ['合计', '≤ 90 万元'],
      ],
    ],
    [
      'a wrong 小计',
      '50.00',
      ['money/parts'],
      [
        ['工资', '≤ 40 万元'],
        ['社保', '≤ 20 万元'],
        ['人员小计', '≤ 50 万元'],
      ],
    ],
    [
      'of several things',
      '90.00',
      [],
      [
        ['设备采购总价', '≤ 50 万元'],
        ['设备安装总价', '≤ 40 万元'],
      ],
    ],
    [
      'of one thing, with its parts',
      '60.00',
      [],
      [
        ['设备采购总价', '≤ 50 万元'],
        ['电脑', '≤ 30 万元'],
        ['桌椅', '≤ 20 万元'],
        ['培训费', '≤ 10 万元'],
      ],
    ],
    [
      'of one thing, with its only part',
      '30.00',
      [],
      [
        ['A工程施工费', '≤ 10 万元'],
        ['B工程总成本', '≤ 20 万元'],
        ['B工程施工费', '≤ 20 万元'],
      ],
    ],
    [
      'of one thing, below its only part',
      '30.00',
      [],
      [
        ['B工程施工费', '≤ 20 万元'],
        ['B工程总成本（含税）', '≤ 20 万元'],
        ['A工程施工费', '≤ 10 万元'],
      ],
    ],
    [
      'of one thing, beside another of as much',
      '40.00',
      [],
      [
        ['设备采购总价', '≤ 20 万元'],
        ['人员经费', '≤ 20 万元'],
      ],
    ],
    [
      '总 that is no sum',
      '60.00',
      [],
      [
        ['总工会活动费', '≤ 30 万元'],
        ['人员', '≤ 30 万元'],
      ],
    ],
  ])('%s: %s', (_, cost, codes, rows) => {
    const { columns, findings } = look(withCosts(...rows));
    expect([columns[1], findings.map(({ code }) => code)]).toEqual([cost, codes]);
    // Nothing is over a budget of that much.
    expect(codesOf(withBudget(`${cost} 万元`, withCosts(...rows)))).toEqual(codes);
  });

  test('the message names the sum and what its rows make', () => {
    const [finding] = look(withCosts(['总成本', '≤ 90 万元'], ['设备', '≤ 30 万元'])).findings;
    expect(finding?.message).toContain('“总成本”是合计，各项（1 行）加起来是 30 万元，与“≤ 90 万元”对不上');
  });
});

describe('预算金额', () => {
  test('its column has it in 万元, and — stands for what a table does not have', () => {
    const noMoney = withCosts(['成本控制率', '= 100 %']);
    expect(look(withBudget('854 万元', noMoney)).columns).toEqual(['854.00', '—']);
    expect(look(withBudget('300000 元')).columns).toEqual(['30.00', '30.00']);
    expect(look(withBudget('2 百万元')).columns).toEqual(['200.00', '30.00']);
    expect(look(withBudget('0 万元', noMoney)).columns).toEqual(['0.00', '—']);
  });

  test.each([
    ['300000', '是“300000 元”，还是“30 万元”？'],
    ['￥300000', '是“300000 元”，还是“30 万元”？'],
    ['30', '是“30 万元”，还是“30 元”？'],
  ])('%s is asked for its unit', (amount, asked) => {
    const [finding] = look(withBudget(amount)).findings;
    expect(finding?.severity).toBe('error');
    expect(finding?.hint).toContain(asked);
    expect(finding?.hint).not.toContain('写成');
    expect(finding?.fix).toBeUndefined();
  });

  test.each([
    ['30万', '写成“30 万元”'],
    ['￥30万', '写成“30 万元”'],
    ['RMB 30万元', '写成“30 万元”'],
    ['三十万元', '写成“30 万元”'],
    ['30 圆', '写成“30 元”'],
  ])('%s can only mean one thing', (amount, hint) => {
    expect(look(withBudget(amount)).findings.map((finding) => finding.hint)).toEqual([hint]);
  });

  test.each(['3 次', '30万元（财政资金）', '若干'])('%s is no amount, and nothing is made up', (amount) => {
    const [finding] = look(withBudget(amount)).findings;
    expect(finding?.hint).toContain('30 万元');
    expect(finding?.hint).not.toContain('次');
    expect(finding?.fix).toBeUndefined();
  });

  test('an amount less than nothing is reported', () => {
    expect(codesOf(withBudget('-3 万元', withCosts(['成本控制率', '= 100 %'])))).toEqual(['figure/negative']);
    expect(codesOf(withCosts(['培训费', '≤ -3 万元']))).toEqual(['figure/negative']);
  });
});

test.each([
  ['10-20万元', '≤ 20 万元'],
  ['≤ 10 万元-20 万元', '≤ 20 万元'],
  ['10～20万', '≤ 20 万元'],
  ['约20万', '≤ 20 万元'],
  ['≤ 20 万元左右', '≤ 20 万元'],
])('of %s in a row of costs the upper end is the limit', (value, example) => {
  const [finding] = look(withCosts(['培训费', value])).findings;
  expect(finding?.code).toMatch(/^value\/(?:range|about)$/);
  expect(finding?.hint).toContain(`“${example}”`);
});

test.each(['≤ 30 wan', '≤ 30 万一年', '≤ 5 角', '≤ 30 人'])('%s is in no sum, and that is said', (value) => {
  expect(codesOf(withCosts(['培训费', value]))).toEqual(['money/not-summed']);
});

test('what is behind a unit of money without a sign is reported at once, not after a remedy', () => {
  const { findings } = look(withCosts(['培训费', '30 万元（含税）']));
  expect(findings.map(({ code, fix }) => [code, fix])).toEqual([['value/money-unit', undefined]]);
});

const PARTS: readonly Row[] = [
  ['场地费', '≤ 30 万元'],
  ['师资费', '≤ 30 万元'],
  ['教材费', '≤ 30 万元'],
];

test.each([
  ...['总 成 本', '总概算', '总建设成本', '总补助资金', '总运营成本', '总采购金额'],
  ...['总预算', '总经费', '合计数', '经费总数', '合 计', '项目总花费', '项目预算控制数'],
  // Names that do not say that they are a sum, of as much as all others.
  ...['项目成本', '年度成本', '年度预算', '整体成本', '全部费用', '项目经济成本', '预算金额'],
])('%s of as much as its parts is their sum', (name) => {
  expect(costOf([name, '≤ 90 万元'], ...PARTS)).toBe('90.00');
  expect(costOf(...PARTS, [name, '≤ 90 万元'])).toBe('90.00');
});

test.each([
  '1.人员经费 60、1.1 工资 40、1.2 社保 20、2.设备费 30',
  '一、人员经费 60、（一）工资 40、（二）社保 20、二、设备费 30',
  '（一）人员经费 60、1.工资 40、2.社保 20、（二）设备费 30',
  '第一部分：人员 60、（一）工资 60、第二部分：设备 30',
  '1.人员经费 60、（1）其中：工资 40、2.设备费 30',
  '人员经费 60、①工资 40、②社保 20、设备费 30',
  '人员经费 60、——工资 40、——社保 20、设备费 30',
  '人员经费 60、人员经费-工资 40、人员经费-社保 20、设备费 30',
  '一、总成本 90、（一）工资 60、（二）社保 30',
  '总成本 90、1.人员 60、1.1 工资 40、1.1.1 基本 30、1.1.2 津贴 10、1.2 社保 20、2.设备 30',
  // No outline, and nothing to take out.
  '①人员经费 60、②设备费 30',
  '1.人员经费 30、1.5吨货车 30、2.5G设备 30',
])('what the numbers of an outline put below another row is in its amount: %s', (outline) => {
  const rows = [...outline.matchAll(/(.+?) (\d+)(?:、|$)/gu)].map(
    ([, name = '', amount]): Row => [name, `≤ ${amount} 万元`],
  );
  expect(look(withCosts(...rows)).columns[1]).toBe('90.00');
  expect(codesOf(withCosts(...rows))).toEqual([]);
});

test('of a project of several years what the year’s row says is the cost, where it is 预算金额', () => {
  const rows: Row[] = [
    ['项目总投资', '≤ 9000 万元'],
    ['其中：2022年投资', '≤ 3000 万元'],
  ];
  const ofBudget = (amount: string) => look(withBudget(amount, withCosts(...rows)));
  expect(ofBudget('3000 万元')).toMatchObject({ columns: ['3000.00', '3000.00'], findings: [] });
  expect(ofBudget('2000 万元').findings.map(({ code }) => code)).toEqual(['money/over-budget']);
  expect(costOf(...rows)).toBe('9000.00');
});

test('parts by their numbers that do not add up are a warning; rows below one without a number are its parts only if they do', () => {
  const parts: Row[] = [
    ['（1）工资', '≤ 40 万元'],
    ['（2）社保', '≤ 25 万元'],
  ];
  const numbered = withCosts(['1.人员', '≤ 60 万元'], ...parts);
  expect([look(numbered).columns[1], codesOf(numbered)]).toEqual(['60.00', ['money/parts']]);
  expect(costOf(['人员', '≤ 60 万元'], ...parts)).toBe('125.00');
});

test('项目成本 of as much as 预算金额 is the whole, whatever is listed beside it', () => {
  const table = withBudget('90 万元', withCosts(['项目成本', '≤ 90 万元'], ...PARTS.slice(1)));
  expect(look(table).columns).toEqual(['90.00', '90.00']);
  expect(codesOf(table)).toEqual(['money/parts']);
  // Of another amount it is one of several.
  expect(costOf(['项目成本', '≤ 50 万元'], ...PARTS)).toBe('140.00');
});

test.each([
  ...['减免税费', '挽回经济损失', '追缴资金', '盘活存量资金', '企业增收', '门票收入', '带动投资', '价格优惠'],
  ...['争取上级资金', '自筹资金', '配套资金', '新增税收', '销售额', '避免损失', '节能降耗', '审减金额'],
  ...['撬动社会资本', '吸引社会资本', '向农户让利', '经济效益'],
])('%s is no cost, and may be at least so much', (name) => {
  expect(codesOf(withCosts(['培训费', '≤ 3 万元'], [name, '≥ 5 万元']))).toEqual([]);
  expect(costOf(['培训费', '≤ 3 万元'], [name, '≥ 5 万元'])).toBe('3.00');
});

test.each([
  ...['日均成本', '生均经费', '班均费用', '村均补助', '单次活动成本', '单场费用', '单位造价', '住宿费/人'],
  ...['讲课费（每学时）', '餐费（元/人）'],
])('%s is the price of one', (name) => {
  expect(codesOf(withCosts([name, '≤ 300 元']))).toEqual(['money/not-summed']);
});

test.each(['年均费用', '均衡发展经费', '单位人员经费', '单位经费', '平台建设费'])('%s is spent', (name) => {
  expect(costOf([name, '≤ 3 万元'])).toBe('3.00');
});

test.each(['$', 'US$', '€', '泰铢', '新元', '万台币'])('≤ 300 %s is foreign money', (unit) => {
  expect(codesOf(withCosts(['培训费', `≤ 300 ${unit}`]))).toEqual(['money/not-summed']);
});

test.each(['≤ 30 余万元', '≤ 30 万多元', '≤ 3 比特币'])('%s is no amount, and is reported', (value) => {
  expect(codesOf(withCosts(['培训费', value]))).toEqual(['value/money-unit']);
});

test.each(['约30万元', '共 30 万元', '30万元左右', '30万5千元', '(30) 万元', '30万元。'])(
  '预算金额: %s is not one amount, and the table is shown all the same',
  (amount) => {
    const { year, report } = compileTexts({
      '样例.yaml': withBudget(amount),
      'booklet.yaml': SOUND_BOOKLET,
    });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['value/not-one-amount']);
    expect(readSpending(year.drafts[0]?.table as Table).total?.toFixed()).toBe('30');
    expect(year.drafts[0]?.toDocument().body).toContain('培训费');
  },
);

test.each(['三十万元', '叁拾万元整', '共￥300000'])('定性: %s in a row of costs is reported', (words) => {
  const table = SOUND_TABLE.replace('指标值: ≤ 30 万元', `定性: ${words}`);
  expect(look(table).findings.map(({ code }) => code)).toEqual(['money/not-summed']);
});
