import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { digestOf } from './content-hash.ts';

function digest(table: string): string {
  const { year, report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  const [compiled] = year.tables;
  if (compiled === undefined) throw new Error(JSON.stringify(report.diagnostics));
  return digestOf(compiled.table);
}

test('is the same in every version of the program, because it is on paper', () => {
  expect(digest(SOUND_TABLE)).toBe('031a20e59e');
});

test.each([
  ['a comment', SOUND_TABLE.replace('绩效指标:', '# 预算股已看过\n绩效指标:')],
  ['blanks and another sign for ≥', SOUND_TABLE.replace('≥ 4 次', '  ≧4次')],
  ['quotes', SOUND_TABLE.replace('项目名称: 样例', '项目名称: "样例"')],
  [
    'one sentence a line',
    SOUND_TABLE.replace('绩效目标: 开展党员教育培训4次，', '绩效目标: |\n  开展党员教育培训4次，\n  '),
  ],
  ['the order of keys', SOUND_TABLE.replace(/(绩效目标: .*\n)([\s\S]*)/, '$2$1')],
  ['line ends', SOUND_TABLE.replaceAll('\n', '\r\n')],
])('%s changes nothing', (_, table) => {
  expect(table).not.toBe(SOUND_TABLE);
  expect(digest(table)).toBe(digest(SOUND_TABLE));
});

test('whatever a reader sees changes it, each in its own way', () => {
  const first = '      - 三级指标: 培训次数\n        指标值: ≥ 4 次\n';
  const changes: [before: string | RegExp, after: string][] = [
    ['项目名称: 样例', '项目名称: 样品'],
    ['项目编码: 52270022P004296102284', '项目编码: 52270022P00430210136F'],
    ['全面完成年度任务。', '全面完成年度任务！'],
    ['绩效目标:', '预算金额: 30 万元\n绩效目标:'],
    ['绩效目标:', '预算金额: 30.0 万元\n绩效目标:'],
    ['绩效目标:', '实施单位: 某局\n绩效目标:'],
    ['绩效目标:', '主管部门: 某局\n绩效目标:'],
    ['≥ 4 次', '= 4 次'],
    ['≥ 4 次', '≥ 4.0 次'],
    ['≥ 4 次', '≥ 4 场'],
    ['备注: 教材和场地', '指标值说明: 教材和场地'],
    ['备注: 教材和场地', '备注: 教材'],
    ['定性: 有所提升', '定量其他: 有所提升'],
    ['社会效益指标', '经济效益指标'],
    [first, `${first}      - 三级指标: 培训人数\n        指标值: ≥ 600 人\n`],
    [first, `      - 三级指标: 培训人数\n        指标值: ≥ 600 人\n${first}`],
  ];
  const tables = changes.map(([before, after]) => SOUND_TABLE.replace(before, after));
  const digests = [SOUND_TABLE, ...tables].map(digest);
  expect(new Set(digests).size).toBe(digests.length);
});
