import { describe, expect, test } from 'vitest';
import { applyFix } from '../../report/fix.ts';
import type { ReportedDiagnostic } from '../../report/report.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

const findingsIn = (table: string): ReportedDiagnostic[] =>
  compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET }).report.diagnostics;

/** The sound table with lines below one of its own. */
const paste = (below: string, lines: string) => SOUND_TABLE.replace(below, `${below}\n${lines}`);

/** The only finding of a table, its fix made, and what is said of that. */
function mend(table: string): { line: number; code: string; mended: string; after: string[] } {
  const [found, ...more] = findingsIn(table);
  expect(more).toEqual([]);
  if (found?.fix === undefined) throw new Error(`no fix: ${JSON.stringify(found)}`);
  const mended = applyFix(table, found.fix);
  return { line: found.line, code: found.code, mended, after: findingsIn(mended).map(({ code }) => code) };
}

const ROW = '      - 三级指标: 培训人次\n        指标值: ≥ 600 人次\n';

describe('rows pasted below a list take the place that they were pasted at', () => {
  test.each([
    ['at the margin', '培训人次\t≥\t600\t人次'],
    ['indented', '        培训人次\t≥\t600\t人次'],
    ['indented by tabs', '\t\t培训人次\t≥\t600\t人次'],
    ['commas', '培训人次,≥,600,人次'],
    ['the label of a blank form', '指标3：培训人次\t≥\t600\t人次'],
    ['with a dash', '      - 培训人次\t≥\t600\t人次'],
    ['value in one cell', '培训人次\t≥600人次'],
    ['sign in a cell, number with its unit', '培训人次\t≥\t600人次\t'],
    ['a unit twice', '培训人次\t≥\t600人次\t人次'],
    ['full-width figures', '培训人次\t＞＝\t６００\t人次'],
    ['a running number and empty cells', '3\t培训人次\t\t≥\t600\t人次\t\t'],
    ['labels of the group', '产出指标\t数量指标\t培训人次\t≥\t600\t人次'],
    ['labels without 指标', '产出\t数量\t培训人次\t≥\t600\t人次'],
    ['a heading', '三级指标\t计量单位\t值\t符号\n培训人次\t人次\t600\t≥'],
    ['a name over two lines', '"培训\n人次"\t≥\t600\t人次'],
    ['bars', '培训人次 | ≥ | 600 | 人次'],
    ['a Markdown table', '| 三级指标 | 符号 | 值 | 单位 |\n|---|---|---|---|\n| 培训人次 | ≥ | 600 | 人次 |'],
    ['several blanks', '培训人次    ≥    600    人次'],
    ['full-width blanks', '培训人次　　≥600人次'],
  ])('%s', (_, lines) => {
    const expected = {
      line: 9,
      code: 'yaml/pasted',
      mended: paste('指标值: ≥ 4 次', ROW.trimEnd()),
      after: [],
    };
    const table = paste('指标值: ≥ 4 次', lines);
    expect(mend(table)).toEqual(expected);
    const windows = mend(table.replaceAll('\n', '\r\n'));
    expect(windows).toEqual({ ...expected, mended: expected.mended.replaceAll('\n', '\r\n') });
  });

  test.each(['培训人次 ≥\t\t600\t人次', '2      指标值: ≥-  95 %'])(
    'a sign in the name is not guessed: %s',
    (lines) => {
      const [found] = findingsIn(paste('指标值: ≥ 4 次', lines));
      expect(found?.code).toBe('yaml/pasted');
      expect(found?.fix).toBeUndefined();
    },
  );

  test('several, some lines empty', () => {
    const { mended, after } = mend(
      paste('备注: 教材和场地', '资料费\t\t2\t万元\n\n住宿费\t≤3万元\t含税\t按发票'),
    );
    expect(mended).toBe(
      paste(
        '备注: 教材和场地',
        `      - 三级指标: 资料费\n        指标值: ≤ 2 万元
      - 三级指标: 住宿费\n        指标值: ≤ 3 万元\n        备注: 含税\n        指标值说明: 按发票`,
      ),
    );
    expect(after).toEqual([]);
  });

  test('into a group that had no row, and behind the last line of a file', () => {
    const rows = '      - 三级指标: 培训次数\n        指标值: ≥ 4 次\n';
    const empty = SOUND_TABLE.replace(rows, '培训人次\t≥\t600\t人次\n');
    expect(mend(empty).mended).toBe(SOUND_TABLE.replace(rows, ROW));
    const last = '      - 三级指标: 学员满意度\n        指标值: ≥ 90 %\n';
    expect(mend(`${SOUND_TABLE}学员满意度\t≥\t90\t%`).mended).toBe(SOUND_TABLE + last);
  });

  test('within a row, behind that row', () => {
    const { mended, after } = mend(paste('三级指标: 培训费', '住宿费\t≤\t3\t万元'));
    expect(mended).toBe(paste('备注: 教材和场地', '      - 三级指标: 住宿费\n        指标值: ≤ 3 万元'));
    expect(after).toEqual([]);
  });

  test('texts that need quotes or several lines', () => {
    const { mended, after } = mend(
      paste('指标值: ≥ 4 次', '培训人次\t≥\t600\t人次\t"一；\n三“四”"\t- 每少1人扣1分'),
    );
    expect(mended).toContain(
      `${ROW}        备注: |\n          一；\n          三“四”\n        指标值说明: "- 每少1人扣1分"\n`,
    );
    expect(after).toEqual([]);
  });
});

describe('rows that name their groups go there', () => {
  test('the printed form, with its two lines of headings and merged cells', () => {
    const table = paste(
      '项目编码: 52270022P004296102284',
      `一级指标\t二级指标\t*三级指标\t指标值\t\t\t"备注\n（指标解释等）"\t指标值说明
\t\t\t*符号\t*值\t计量单位\t\t
产出指标\t数量指标\t培训人次\t≥\t600\t人次\t含网络\t
\t\t培训天数\t=\t3\t天\t\t
\t时效指标\t开班时间\t\t2022年12月31日前\t\t\t
效益指标\t可持续影响指标\t学习机制\t定性\t健全\t\t\t看制度文件`,
    );
    const { mended, after } = mend(table);
    expect(after).toEqual([]);
    expect(mended).toBe(
      SOUND_TABLE.replace(
        '    质量指标:',
        `${ROW}        备注: 含网络\n      - 三级指标: 培训天数\n        指标值: = 3 天\n    质量指标:`,
      )
        .replace('    成本指标:', '      - 三级指标: 开班时间\n        定性: 2022年12月31日前\n    成本指标:')
        .replace(
          '  满意度指标:\n',
          `    可持续影响指标:\n      - 三级指标: 学习机制\n        定性: 健全\n        指标值说明: 看制度文件\n  满意度指标:\n`,
        ),
    );
  });

  test('a 一级指标 that the table does not have yet', () => {
    const table = SOUND_TABLE.replace(/ {2}满意度指标:\n[\s\S]*/, '');
    const { mended } = mend(`${table}满意度指标\t满意度指标\t参训人员满意度\t≥\t95%\t`);
    expect(mended).toBe(SOUND_TABLE);
  });
});

describe('where it cannot be known, that is said and nothing is rewritten', () => {
  const sayOf = (table: string) =>
    findingsIn(table).map(({ line, code, fix, hint = '' }) => [line, code, fix === undefined, hint]);

  test.each([
    ['below a 一级指标', paste('  产出指标:', '培训人次\t≥\t600\t人次'), 6],
    ['above the indicators', paste('项目名称: 样例', '培训人次\t≥\t600\t人次'), 2],
    [
      'a group on one line',
      `${SOUND_TABLE.replace(/ {4}数量指标:\n[\s\S]*?(?= {4}质量)/, '    数量指标: [{ 三级指标: 甲, 指标值: ≥ 4 次 }]\n')}产出指标\t数量指标\t培训人次\t≥\t600\t人次`,
      26,
    ],
  ])('no place: %s', (_, table, line) => {
    expect(sayOf(table)).toEqual([[line, 'yaml/pasted', true, expect.stringContaining(ROW.trimEnd())]]);
  });

  test('a cell that no key takes', () => {
    const [said] = findingsIn(paste('指标值: ≥ 4 次', '培训人次\t≥\t600\t人次\t10'));
    expect(said).toMatchObject({ code: 'yaml/pasted', message: expect.stringContaining('“10”') });
    expect(said?.fix).toBeUndefined();
  });

  test.each(['培训人次\t3-5\t？', '甲\t\t', '培训人次\t4', '≥\t4\t次', '培训人次\t≥\t若干'])(
    'cells: %s',
    (cells) => {
      const said = sayOf(paste('指标值: ≥ 4 次', cells));
      expect(said.map(([line, , noFix]) => [line, noFix])).toEqual([[9, true]]);
      expect(String(said[0]?.[3])).not.toContain('写成');
    },
  );
});

test.each([
  ['a block', '绩效目标: |\n  培训\t≥\t4\t次，培训600人，提升履职能力，全面完成年度任务，巩固成果。'],
  [
    'words of a text over two lines',
    '绩效目标: 开展党员教育培训4次，培训600人，\n  提升    履职    能力，全面完成年度任务，巩固成果',
  ],
  [
    'a tab in such a text',
    '绩效目标: 开展党员教育培训4次，培训600人，\n  提升\t能力，全面完成年度任务，巩固成果',
  ],
])('no rows: %s', (_, goal) => {
  const found = findingsIn(SOUND_TABLE.replace(/绩效目标: .*/, goal));
  expect(found.filter(({ code }) => code.startsWith('yaml/'))).toEqual([]);
});

test.each(['空气质量AQI ≤ 100 的天数', '贫困发生率<3%', '材料（≥ 3 份）', 'A组,B组'])(
  'the name %s is one cell',
  (name) => {
    const table = SOUND_TABLE.replace('三级指标: 培训次数', `三级指标: ${name}`);
    expect(findingsIn(table).filter(({ code }) => code === 'yaml/cells-in-name')).toEqual([]);
  },
);

describe('cells within 三级指标', () => {
  const sound = '培训次数\n        指标值: ≥ 4 次';
  test.each([
    '培训次数\t≥\t4\t次',
    '培训次数\t≥4次\t',
    '"培训次数\t≥\t4\t次"',
    '培训次数    ≥    4    次',
    '培训次数 | ≥ | 4 | 次',
    '培训次数 ≥ 4 次',
    '培训次数 ≥4次',
    '培训次数,≥,4,次',
    '培训次数，≥4次',
    '指标1：培训次数\t≥\t4\t次',
  ])('%s is name and value', (cells) => {
    const table = SOUND_TABLE.replace(sound, cells);
    const expected = { line: 7, code: 'yaml/cells-in-name', mended: SOUND_TABLE, after: [] };
    expect(mend(table)).toEqual(expected);
    expect(mend(table.replaceAll('\n', '\r\n')).mended).toBe(SOUND_TABLE.replaceAll('\n', '\r\n'));
  });

  test.each([
    ['above a value', '培训次数\t≥\t4\t次\n        指标值: ≥ 4 次', '指标值: ≥ 4 次'],
    ['below one', '培训次数\t≥\t4\t次\n        定性: 按时', '指标值: ≥ 4 次'],
    ['with labels', '数量指标\t培训次数\t≥\t4\t次', '“培训次数”'],
    ['not understood', '培训次数\t若干\t3-5\n        指标值: ≥ 4 次', '只写'],
  ])('%s it is advice', (_, cells, hint) => {
    const found = findingsIn(SOUND_TABLE.replace(sound, cells));
    expect(found.map(({ line, code, fix }) => [line, code, fix])).toEqual([
      [7, 'yaml/cells-in-name', undefined],
    ]);
    expect(found[0]?.hint).toContain(hint);
  });
});
