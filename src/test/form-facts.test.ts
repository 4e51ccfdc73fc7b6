import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { diff } from '../commands/diff.ts';
import { writeNewTable } from '../commands/new.ts';
import { tidySources } from '../commands/tidy.ts';
import { unitsOf } from '../compile.ts';
import { toReport } from '../report/report.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { withRepository } from './repository.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

/** Facts, funds, periods and choices, of a project and of an office as a whole: the shipped forms with their examples. */
const CITY = '项目支出绩效目标申报表（市级）';
const DEPARTMENT = '部门整体支出绩效目标申报表';
const readExample = (form: string) =>
  readFileSync(join(PROGRAM_ROOT, `templates/forms/例/${form}.yaml`), 'utf8');
const PROJECT = readExample(CITY);
const WHOLE = readExample(DEPARTMENT);
const FILE = 'projects/2023/青溪河城区段综合整治.yaml';
const WHOLE_FILE = 'projects/2023/整体.yaml';
const BOOKLET = `标题: 样例汇编\n单位: 棠溪镇人民政府\n年度: 2023\n表式:\n  目标: ${CITY}\n`;

function moveIn({ folder, put }: Workplace) {
  put('projects', null);
  put('projects/2023/booklet.yaml', BOOKLET);
  put(FILE, PROJECT);
  put(WHOLE_FILE, WHOLE);
  return { cwd: folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates') };
}

function edit(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

function told(options: ReturnType<typeof moveIn>): string[] {
  const { diagnostics, texts, projects } = compileSources({ ...options, paths: [], strict: false });
  return toReport(diagnostics, texts, projects, 'zh')
    .diagnostics.filter(({ severity }) => severity !== 'suggestion')
    .map(({ line, column, code, message, hint = '' }) => `${line}:${column} ${code} ${message} ${hint}`);
}

test('the filled examples have nothing to report, and 整体.yaml need not be named after its office', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    expect(told(options)).toEqual([]);
    const [year] = compileSources({ ...options, paths: [], strict: false }).years;
    // First in the volume, and in no sum.
    expect(year?.tables.map(({ table }) => table.stem)).toEqual(['整体', '青溪河城区段综合整治']);
    const front = year?.bind?.()?.volume?.front ?? '';
    expect(front).toContain('编报绩效目标的项目 1 个，成本指标合计 420 万元。');
    expect(front).toMatch(/部门整体支出绩效目标申报表<\/span>/);
    // 预算金额 is the sum of its funds.
    expect(front).toMatch(/<td class="amount">420\.00<\/td><td class="amount">420\.00<\/td>/);
  });
});

test.each<[string, string, string, RegExp]>([
  ['a sum', '上级资金: 300 万元', '上级资金: 290 万元', /^11:9 funds\/sum .*420 万元.*410 万元.*10 万元/],
  [
    'a sum with a part that is not written',
    '  其他资金: 20.5 万元\n',
    '',
    /^11:9 funds\/sum .*399\.5 万元.*补上一行“其他资金: 20\.5 万元”/,
  ],
  [
    'a sum in another unit',
    '本级财政资金: 99.5 万元',
    '本级财政资金: 995001 元',
    /^11:9 funds\/sum .*0\.0001 万元/,
  ],
  ['no sum', '  资金总额: 420 万元\n', '', /^11:3 schema\/missing-key .*资金总额/],
  ['costs over the funds', '≤ 420 万元', '≤ 421 万元', /^11:9 money\/over-budget .*421.*420/],
  ['a period backwards', '2023.07–2024.01', '2024.07–2024.01', /^9:6 value\/period .*在开始时间前面/],
  ['a period without an end', '2023.07–2024.01', '2023年7月', /^9:6 value\/period .*没有写到什么时候/],
  ['a period that is none', '2023.07–2024.01', '半年左右', /^9:6 value\/period .*不是起止时间/],
  ['a month that is none', '2023.07–2024.01', '2023年7月至2024年13月', /^9:6 date\/impossible .*日历上没有/],
  ['a choice that is not made', '属性: 延续项目', '属性:', /^4:1 schema\/empty /],
  [
    'a choice that is none',
    '属性: 延续项目',
    '属性: 延续性项目',
    /^4:7 schema\/not-allowed .*是不是“延续项目”.*新增项目/,
  ],
  [
    'funds as one amount',
    /项目资金:\n(?: {2}.*\n)+/.exec(PROJECT)?.[0] ?? '',
    '项目资金: 420 万元\n',
    /^10:7 schema\/type .*分项写：资金总额/,
  ],
  ['funds of another name', '  上级资金:', '  上级资金额:', /^12:3 schema\/unknown-key .*上级资金/],
  ['an amount that is none', '上级资金: 300 万元', '上级资金: 约三百万', /^12:9 value\//],
])('a mistake above the rows: %s', async (_, from, to, says) => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    workplace.put(FILE, edit(PROJECT, from, to));
    expect(told(options)).toEqual([expect.stringMatching(says)]);
  });
});

test.each<[string, string, string, RegExp]>([
  ['the sum of a task', '总额: 312 万元', '总额: 313 万元', /^19:9 funds\/sum .*313 万元.*312 万元/],
  [
    'a task without a name',
    '  - 任务名称: 农田水利建设\n    主要',
    '  - 主要',
    /^17:5 schema\/missing-key .*任务名称/,
  ],
  ['a task without a dash', '  - 任务名称: 农田', '  任务名称: 农田', /^/],
  ['a sum that is not written', '    总额: 183 万元\n', '', /schema\/missing-key .*总额/],
])('a mistake in the list of tasks: %s', async (_, from, to, says) => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    workplace.put(WHOLE_FILE, edit(WHOLE, from, to));
    expect(told(options)[0]).toMatch(says);
  });
});

test('every place on the page has its place in the source', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    const [year] = compileSources({ ...options, paths: [], strict: false }).years;
    const bodies = new Map(year?.tables.map(({ table, document }) => [table.stem, document.body]));
    for (const [stem, fields] of [
      ['青溪河城区段综合整治', ['项目属性', '实施期', '项目资金/上级资金', '实施期目标', '填报人']],
      ['整体', ['年度主要任务/2/财政拨款', '按支出性质分/项目支出']],
    ] as const) {
      for (const field of fields) expect(bodies.get(stem)).toContain(`data-field="${field}"`);
    }
    const html = bodies.get('青溪河城区段综合整治') ?? '';
    expect(html).toContain('□新增项目</span><span class="option">□<span>√</span>延续项目');
    // Two goals side by side, below their names, and their name before both.
    expect(html).toMatch(
      /rowspan="2">总体目标<\/th><th scope="col"[^>]*>实施期目标<\/th><th scope="col"[^>]*>年度目标/,
    );
    // The points of amounts are below each other.
    expect(html.match(/class="amount"[^>]*><p>[\d.]+/g)?.map((cell) => cell.split('>').at(-1))).toEqual([
      '420.0',
      '300.0',
      '99.5',
      '20.5',
    ]);
    const whole = bodies.get('整体') ?? '';
    expect(whole).toMatch(
      />金额合计<\/th><td class="amount"[^>]*><p>881\.65<\/p>\s*<\/td><td class="amount"[^>]*><p>821\.65/,
    );
  });
});

test('tidy knows the order of funds and of tasks, and the way to write amounts', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    const mixed = edit(
      edit(
        PROJECT,
        '  资金总额: 420 万元\n  上级资金: 300 万元\n',
        '  上级资金: 300万元\n  资金总额: 420.0万元\n',
      ),
      '项目属性: 延续项目\n',
      '',
    ).replace('项目概况:', '项目属性: 延续项目\n项目概况:');
    workplace.put(FILE, mixed);
    const [first = '', ...rest] = WHOLE.split(/(?=年度主要任务:\n)/);
    const swapped = rest
      .join('')
      .replace(/( {2}- )(任务名称: .*)\n {4}(主要内容: 整修.*)\n/, '$1$3\n    $2\n');
    workplace.put(WHOLE_FILE, first + swapped);
    const { written } = await tidySources({ ...options, paths: [], check: false });
    expect(written.sort()).toEqual([FILE, WHOLE_FILE].sort());
    expect(workplace.read(FILE).toString()).toBe(PROJECT.replace('420 万元\n', '420.0 万元\n'));
    expect(workplace.read(WHOLE_FILE).toString()).toBe(WHOLE);
    expect((await tidySources({ ...options, paths: [], check: false })).written).toEqual([]);
  });
});

test('new begins one with all its parts, and carries last year’s over', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    const made = await writeNewTable({ ...options, names: ['河堤加固'] });
    const text = workplace.read(made.written ?? '').toString();
    expect(text).toContain('项目属性: 待填\n');
    expect(text).toContain(
      '项目资金:\n  资金总额: 待填 万元\n  上级资金: 待填 万元\n  本级财政资金: 待填 万元\n  其他资金: 待填 万元\n',
    );
    const codes = compileSources({ ...options, paths: [], strict: false }).diagnostics.flatMap(
      ({ code, at, severity }) => (at.file === made.written && severity !== 'suggestion' ? [code] : []),
    );
    expect([...new Set(codes)]).toEqual(['text/to-fill']);
    workplace.put(made.written ?? '', null);
    workplace.put(WHOLE_FILE, null);
    const whole = await writeNewTable({ ...options, names: [], form: '整体' });
    expect(whole.written).toBe(WHOLE_FILE);
    const begun = workplace.read(WHOLE_FILE).toString();
    expect(begun).toContain('部门名称: 棠溪镇人民政府\n');
    expect(begun).toContain(
      '年度主要任务:\n  - 任务名称: 待填\n    主要内容: 待填\n    总额: 待填 万元\n    财政拨款: 待填 万元\n',
    );
    // Of another year: figures go, names and choices stay.
    workplace.put(WHOLE_FILE, WHOLE);
    await writeNewTable({ ...options, names: [], fromYear: '2023' });
    const carried = workplace.read(FILE.replace('2023', '2024')).toString();
    expect(carried).toContain('项目属性: 延续项目\n');
    expect(carried).toContain('实施期: 待填 # 去年：2023.07–2024.01\n');
    expect(carried).toContain('  上级资金: 待填 万元 # 去年：300 万元\n');
    expect(workplace.read(WHOLE_FILE.replace('2023', '2024')).toString()).toMatch(
      /- 任务名称: 农田水利建设\n {4}主要内容: .*待填[\s\S]*总额: 待填 万元 # 去年：312 万元\n/,
    );
  });
});

test('diff names what changed by block and line', async () => {
  await withRepository(async (repository) => {
    const options = moveIn(repository);
    repository.commit('一');
    repository.put(
      FILE,
      PROJECT.replace('上级资金: 300 万元', '上级资金: 310 万元').replace('延续项目', '新增项目'),
    );
    repository.put(WHOLE_FILE, WHOLE.replace('总额: 312 万元', '总额: 322 万元'));
    const { comparison } = await diff({ ...options, revisions: [] });
    expect(comparison.projects.flatMap(({ fields }) => fields)).toEqual([
      expect.objectContaining({
        field: '年度主要任务·农田水利建设·总额',
        before: '312 万元',
        after: '322 万元',
        delta: '10 万元',
      }),
      expect.objectContaining({ field: '项目属性', before: '延续项目', after: '新增项目' }),
      expect.objectContaining({
        field: '项目资金·上级资金',
        before: '300 万元',
        after: '310 万元',
        delta: '10 万元',
      }),
    ]);
    expect(comparison.totals).toMatchObject({ projectsBefore: 1, projectsAfter: 1 });
  });
});

test('booklet.yaml names a form of another kind', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    workplace.put('projects/2023/booklet.yaml', `${BOOKLET}  整体: ${CITY}\n`);
    expect(told(options)[0]).toMatch(/^6:7 form\/other-kind .*“目标”的表式，不能写在“整体”后面/);
  });
});

test('each office has its own 整体.yaml; the volume above leads to each', async () => {
  await withWorkplace(async (workplace) => {
    const options = moveIn(workplace);
    const { put } = workplace;
    for (const file of [FILE, WHOLE_FILE]) put(file, null);
    const offices = ['219-棠溪镇', '220-青石镇'];
    for (const office of offices) {
      put(`projects/2023/${office}/booklet.yaml`, `标题: ${office}目标\n单位: ${office}\n年度: 2023\n`);
      put(`projects/2023/${office}/整体.yaml`, WHOLE);
      put(`projects/2023/${office}/河道整治.yaml`, PROJECT.replace('青溪河城区段综合整治', '河道整治'));
    }
    const { years } = compileSources({ ...options, paths: [], strict: false });
    const bodies = years
      .flatMap(unitsOf)
      .flatMap(({ tables }) => tables.map(({ document }) => document.body));
    const anchors = bodies.map((body) => /id="(p-[^"]+)"/.exec(body)?.[1]);
    expect(anchors).toHaveLength(4);
    expect(new Set(anchors).size).toBe(4);
  });
});
