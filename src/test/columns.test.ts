import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { toTableView } from '../document/table-view.ts';
import { toReport } from '../report/report.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { withWorkplace } from './workplace.ts';

/** Two halves, each with its own values; weights of 90; a choice in a column for each option. */
const FORM = `基于: 预算项目绩效目标表
标题: 项目支出绩效目标申报表
去掉:
  字段: [项目编码]
  行: [备注, 指标值说明, 定量其他]
  体系: ["2015"]
表头:
  - [项目名称]
  - [绩效目标]
固定行: []
开放: [效益指标]
空着也印: [社会成本指标, 生态效益指标]
行:
  权重: { 类型: 分值, 总分: 90, 分项总分: { 满意度指标: 10 }, 说明: 各行合计 90。 }
  中期指标值: { 类型: 值, 说明: 实施期末要达到多少。 }
  方向: { 类型: 选项, 选项: [正向, 反向], 说明: 越大越好还是越小越好。 }
列:
  - 标题: 实施期
    列:
      - { 标题: 一级指标, 内容: 一级, 宽: 8 }
      - { 标题: 二级指标, 内容: 二级, 合并: 否, 宽: 8 }
      - { 标题: 三级指标, 内容: 三级指标, 随: 中期指标值, 宽: 14 }
      - { 标题: 指标值, 内容: 中期指标值, 宽: 12 }
  - 标题: 本年度
    列:
      - { 标题: 一级指标, 内容: 一级, 宽: 8 }
      - { 标题: 三级指标, 内容: 三级指标, 宽: 14 }
      - { 标题: 指标值, 内容: 指标值, 宽: 12 }
      - { 标题: 权重, 内容: 权重, 宽: 8 }
      - { 标题: 正向, 内容: 方向, 选项: 正向, 宽: 8 }
      - { 标题: 反向, 内容: 方向, 选项: 反向, 宽: 8 }
`;

const TABLE = `项目名称: 农田水渠
绩效目标: 新修水渠12公里，改善灌溉面积3000亩，秋收前全部通水。
绩效指标:
  成本指标:
    经济成本指标:
      - { 三级指标: 工程费, 权重: 20, 中期指标值: ≤ 90 万元, 指标值: ≤ 30 万元, 方向: 反向 }
  产出指标:
    数量指标:
      - { 三级指标: 新修水渠长度, 权重: 30, 中期指标值: ≥36公里, 指标值: ≥ 12 公里, 方向: 正向 }
    质量指标:
      - { 三级指标: 验收合格率, 权重: 10, 指标值: = 100 %, 方向: 正向 }
    时效指标:
      - { 三级指标: 完成时限, 权重: 10, 中期指标值: 2025年底, 定性: 2023年9月前 }
  效益指标:
    社会效益指标:
      - { 三级指标: 受益农户, 权重: 5, 指标值: ≥ 400 户 }
    粮食安全指标:
      - { 三级指标: 增产粮食, 权重: 5, 指标值: ≥ 60 吨 }
  满意度指标:
    服务对象满意度指标:
      - { 三级指标: 农户满意度, 权重: 10, 指标值: ≥ 90 % }
`;

function checkTable(table: string) {
  return withWorkplace(async ({ folder, put }) => {
    cpSync(join(PROGRAM_ROOT, 'templates'), join(folder, '模板'), { recursive: true });
    put('模板/forms/省表.yaml', FORM);
    put('projects', null);
    put('projects/2023/booklet.yaml', '标题: 汇编\n单位: 水务局\n年度: 2023\n表式:\n  目标: 省表\n');
    put('projects/2023/农田水渠.yaml', table);
    const options = { cwd: folder, projects: 'projects', templates: '模板', paths: [], strict: false };
    const checked = compileSources(options);
    const { diagnostics } = toReport(checked.diagnostics, checked.texts, 1, 'zh');
    const [year] = checked.years;
    const project = year?.tables[0]?.table ?? year?.drafts[0]?.table;
    if (year === undefined || project === undefined)
      throw new Error(JSON.stringify(diagnostics.map(({ file, line, message }) => [file, line, message])));
    return {
      findings: diagnostics
        .filter(({ severity, file }) => severity !== 'suggestion' && file.includes('农田'))
        .map(({ line, code, message, hint }) => `${line} ${code} ${message} → ${hint}`),
      view: toTableView(project, year.booklet),
    };
  });
}

test('columns of a form: halves, whole values, marks, blank and own groups, repeated labels', async () => {
  const { findings, view } = await checkTable(TABLE);
  expect(findings).toEqual([]);
  const printed = view.rows.map(({ number, cells }) =>
    [
      number,
      ...cells.map(({ kind, rows, text, parts }) =>
        [parts.join('') || text.join('/'), ...(kind === 'level1' ? [rows] : [])].join('×'),
      ),
    ].join('|'),
  );
  expect(printed).toEqual([
    '0|成本指标×2|经济成本指标|工程费|≤90万元|成本指标×2|工程费|≤30万元|20||√',
    '|社会成本指标|||||||',
    '1|产出指标×3|数量指标|新修水渠长度|≥36公里|产出指标×3|新修水渠长度|≥12公里|30|√|',
    '2|质量指标|||验收合格率|=100%|10|√|',
    '3|时效指标|完成时限|2025年底|完成时限|2023年9月前|10||',
    '4|效益指标×3|社会效益指标|||效益指标×3|受益农户|≥400户|5||',
    '|生态效益指标|||||||',
    '5|粮食安全指标|||增产粮食|≥60吨|5||',
    '6|满意度指标×1|服务对象满意度指标|||满意度指标×1|农户满意度|≥90%|10||',
  ]);
});

test.each<[string, [string, string], string[]]>([
  [
    'a sum of weights',
    ['权重: 30', '权重: 25'],
    ['3 weight/sum “权重”合计是 85，应是 90 → 核对各行的“权重”，差 5'],
  ],
  [
    'the sum under a 一级指标',
    ['权重: 10, 指标值: ≥ 90 %', '权重: 12.5, 指标值: ≥ 90 %'],
    ['19 weight/sum “满意度指标”的“权重”合计是 12.5，应是 10 → 核对“满意度指标”下面各行的“权重”，差 2.5'],
  ],
  [
    'the one weight that is missing',
    ['权重: 30, ', ''],
    ['9 weight/sum 这一行没有“权重”，别的行都有 → 加一行“权重: 30”，合计正好是 90'],
  ],
  ['a weight that is none', ['权重: 30', '权重: 30分'], ['9 value/weight “权重”只写数：“30分” → 写成“30”']],
  [
    'a figure that is written wrong in a column of values',
    ['≥36公里', '36公里以上'],
    ['9 value/words-for-sign “36公里以上”用文字代替了符号 → 写成“≥ 36 公里”'],
  ],
  ['a choice that is none', ['方向: 正向 }\n    质', '方向: 正 }\n    质'], ['9 schema/']],
  [
    'nearly a group of the form',
    ['粮食安全指标', '经济效益指票'],
    ['17 structure/group “经济效益指票”不是表上的二级指标'],
  ],
  ['a group that the form does not open', ['质量指标', '安全指标'], ['10 schema/']],
])('%s', async (_, [from, to], expected) => {
  expect(TABLE).toContain(from);
  const { findings } = await checkTable(TABLE.replace(from, to));
  for (const [index, start] of expected.entries()) expect(findings[index]).toContain(start);
  expect(findings).toHaveLength(expected.length);
});
