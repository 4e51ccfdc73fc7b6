import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAnalyzer } from '../check/analyze.ts';
import { openContext } from '../commands/context.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compareTables } from './compare.ts';

const context = openContext(join(PROGRAM_ROOT, 'templates'), false);

/** A year of tables, by the files' names; `booklet` is its booklet.yaml. */
function analyze(sources: Record<string, string>, year = '2022') {
  const folder = `projects/${year}`;
  const all = Object.entries(sources).map(([stem, text]) => ({ file: `${folder}/${stem}.yaml`, stem, text }));
  const [analyzed] = createAnalyzer(context)([
    {
      year,
      path: year,
      folder,
      booklet: all.find(({ stem }) => stem === 'booklet') ?? null,
      tables: all.filter(({ stem }) => stem !== 'booklet'),
      results: [],
      diagnostics: [],
    },
  ]);
  return analyzed as NonNullable<typeof analyzed>;
}

/** A table with these rows under 产出指标 / 数量指标: name, value, remark. */
function table(rows: [name: string, value: string, remark?: string][], more: Record<string, string> = {}) {
  const { name = '甲', code = '52270022Z000000000001', goal = '培训1次。' } = more;
  const lines = rows.map(
    ([row, value, remark]) =>
      `      - 三级指标: ${row}\n        ${/^[=≥≤]/.test(value) ? '指标值' : '定性'}: ${value}\n${remark === undefined ? '' : `        备注: ${remark}\n`}`,
  );
  return `项目名称: ${name}\n项目编码: ${code}\n绩效目标: ${goal}\n绩效指标:\n  产出指标:\n    数量指标:\n${lines.join('')}  效益指标:\n    社会效益指标:\n      - 三级指标: 覆盖率\n        指标值: ≥ 90 %\n`;
}

const compare = (before: Record<string, string>, after: Record<string, string>) =>
  compareTables([analyze(before)], [analyze(after)]);
const rowsOf = (before: Parameters<typeof table>[0], after: Parameters<typeof table>[0]) =>
  compare({ 甲: table(before) }, { 甲: table(after) }).projects.flatMap(({ rows }) => rows);

test('of rows in a new order the fewest are reported as moved', () => {
  const rows = ['一', '二', '三', '四', '五'].map((name): [string, string] => [`${name}类培训`, '≥ 4 次']);
  const [first, ...others] = rows as [[string, string], ...[string, string][]];
  expect(rowsOf(rows, [...others, first])).toEqual([
    expect.objectContaining({ indicator: '一类培训', change: 'moved', place: { before: 1, after: 5 } }),
  ]);
  expect(rowsOf(rows, rows.toReversed())).toHaveLength(4);
  // What is where it was has stayed.
  const reversed = rowsOf(rows.slice(0, 3), rows.slice(0, 3).toReversed());
  expect(reversed.map(({ indicator }) => indicator)).toEqual(['三类培训', '一类培训']);
});

test('rows with one name find each its own', () => {
  const two: [string, string, string?][] = [
    ['培训次数', '≥ 4 次', '党员。'],
    ['培训次数', '≥ 9 次', '群众。'],
  ];
  expect(rowsOf(two, [...two])).toEqual([]);
  expect(rowsOf(two, [two[0] as [string, string], ['培训次数', '≥ 8 次', '群众。']])).toEqual([
    expect.objectContaining({
      change: 'changed',
      cells: [{ cell: '指标值', before: '≥ 9 次', after: '≥ 8 次', delta: '-1 次', percent: -11.11 }],
    }),
  ]);
  expect(rowsOf(two, [two[1] as [string, string]])).toEqual([
    expect.objectContaining({
      change: 'removed',
      cells: [
        { cell: '指标值', before: '≥ 4 次', after: '' },
        { cell: '备注', before: '党员。', after: '' },
      ],
    }),
  ]);
});

test.each([
  ['100 100', '90 100', ['100→90']],
  ['100 80', '80 80', ['100→80']],
  ['1 1 1', '1 2 1', ['1→2']],
  ['1 1 1', '2 1 3', ['1→2', '1→3']],
  ['1 1', '1', ['1→']],
  ['1', '1 1', ['→1']],
  ['1 2', '2 1', ['moved']],
  ['1 2 1', '1 1 2', ['moved']],
])('twins that were %s and are %s', (before, after, expected) => {
  const toRows = (numbers: string) =>
    numbers.split(' ').map((number): [string, string] => ['培训次数', `≥ ${number} 次`]);
  const reported = rowsOf(toRows(before), toRows(after)).map(({ change, cells: [cell] }) =>
    change === 'moved'
      ? change
      : [cell?.before, cell?.after].map((text) => text?.replace(/[^\d]/g, '')).join('→'),
  );
  expect(reported).toEqual(expected);
});

test('a row with a like name is renamed, one with another is not', () => {
  const changes = (before: [string, string, string?], after: [string, string, string?]) =>
    rowsOf([before], [after])
      .map(({ change }) => change)
      .sort();
  expect(changes(['举办培训班次数', '≥ 4 次'], ['举办培训场次', '≥ 5 次'])).toEqual(['renamed']);
  expect(changes(['培训人数', '≥ 4 人'], ['走访户数', '≥ 4 人'])).toEqual(['added', 'removed']);
  expect(changes(['合格数', '= 100 人'], ['出勤天数', '= 100 人'])).toEqual(['added', 'removed']);
  const remark = '按照年度计划，每季度一次，由各支部轮流组织。';
  expect(changes(['志愿服务', '≥ 4 次', remark], ['上门帮扶', '≥ 4 次', remark])).toEqual(['renamed']);
});

test('figures are subtracted as decimals; a percentage in points; what has no common unit not at all', () => {
  const cell = (before: string, after: string) =>
    rowsOf([['费用', before]], [['费用', after]]).flatMap(({ cells }) => cells)[0];
  expect(cell('≤ 0.1 万元', '≤ 0.3 万元')).toMatchObject({ delta: '0.2 万元', percent: 200 });
  expect(cell('≤ 3 万元', '≤ 29999 元')).toEqual({
    cell: '指标值',
    before: '≤ 3 万元',
    after: '≤ 29999 元',
    delta: '-1 元',
  });
  expect(cell('≥ 90 %', '≥ 95.5 %')).toEqual({
    cell: '指标值',
    before: '≥ 90 %',
    after: '≥ 95.5 %',
    delta: '5.5 个百分点',
  });
  expect(cell('≥ 4 次', '≥ 4 人')).toEqual({ cell: '指标值', before: '≥ 4 次', after: '≥ 4 人' });
  expect(cell('≥ 0 次', '≥ 4 次')).toMatchObject({ delta: '4 次' });
  expect(cell('≥ 0 次', '≥ 4 次')).not.toHaveProperty('percent');
  expect(cell('良好', '≥ 4 次')).toEqual({ cell: '指标值', before: '定性 良好', after: '≥ 4 次' });
});

test('a table that cannot be read on one side is reported with its first error, not as removed or added', () => {
  const [good, bad] = [table([['培训', '≥ 4 次']]), '项目编码: 52270022Z000000000001\n绩效目标 没有冒号\n'];
  const reported = ({ projects, notCompared, totals }: ReturnType<typeof compare>) => ({
    projects: projects.map(({ change }) => change),
    notCompared: notCompared.map(({ file, side }) => [file, side]),
    delta: totals.delta,
  });
  expect(reported(compare({ 甲: good }, { 甲: bad }))).toEqual({
    projects: [],
    notCompared: [['projects/2022/甲.yaml', 'after']],
  });
  expect(reported(compare({ 甲: bad }, { 甲: good }))).toEqual({
    projects: [],
    notCompared: [['projects/2022/甲.yaml', 'before']],
  });
  // Known by its code although the file has another name.
  expect(reported(compare({ 甲: good }, { 乙: bad }))).toEqual({
    projects: [],
    notCompared: [['projects/2022/乙.yaml', 'after']],
  });
  // The same mistake on both sides is reported, and is no change.
  const same = compare({ 甲: bad, 乙: good }, { 甲: bad, 乙: good.replace('≥ 90 %', '≥ 91 %') });
  expect(same.notCompared).toMatchObject([
    { file: 'projects/2022/甲.yaml', side: 'both', isUnchanged: true },
  ]);
  expect(same.totals).toMatchObject({ projectsBefore: 1, projectsAfter: 1, isComplete: true });
  expect(reported(compare({ 甲: bad }, { 甲: `${bad}\n# 还是不行\n` })).notCompared).toEqual([
    ['projects/2022/甲.yaml', 'both'],
  ]);
  const { findings } = compare({ 甲: good }, { 甲: bad });
  expect(findings.mended.filter(({ at }) => at.file.endsWith('甲.yaml'))).toEqual([]);
  const booklet = '标题: 表\n单位: 局\n年度: 2022\n';
  const { totals, ...rest } = compare(
    { 甲: table([['费用', '≤ 3 万元']]), booklet },
    { 甲: table([['费用', '≤ 4 万元']]), booklet: '标题 表\n' },
  );
  expect(reported({ totals, ...rest }).notCompared).toEqual([['projects/2022/booklet.yaml', 'after']]);
  // The sums are the tables'.
  expect(totals.isComplete).toBe(true);
});

test('projects are known by code, then by file, then by what they say', () => {
  const [one, two] = [table([['培训次数', '≥ 4 次']]), table([['走访户数', '≥ 9 户']])];
  const called = (text: string, name: string, code: string) =>
    text.replace('甲', name).replace(/Z\d+/, `Z${code.padStart(12, '0')}`);
  const names = (before: Record<string, string>, after: Record<string, string>) =>
    compare(before, after).projects.map(({ change, previousName, name }) => [change, previousName, name]);
  expect(names({ 甲: called(one, '甲', '1') }, { 乙: called(two, '乙', '1') })).toEqual([
    ['renamed', '甲', '乙'],
  ]);
  expect(names({ 甲: called(one, '甲', '1') }, { 甲: called(two, '甲', '2') })).toEqual([
    ['changed', undefined, '甲'],
  ]);
  expect(names({ 甲: called(one, '甲', '1') }, { 乙: called(one, '乙', '2') })).toEqual([
    ['renamed', '甲', '乙'],
  ]);
  expect(
    names(
      { 甲: called(one, '甲', '1') },
      { 乙: called(two, '乙', '2').replace('培训1次', '入户走访困难群众') },
    ),
  ).toEqual([
    ['added', undefined, '乙'],
    ['removed', undefined, '甲'],
  ]);
  // Two projects that have one code by mistake.
  const twins = { 甲: called(one, '甲', '1'), 乙: called(two, '乙', '1') };
  expect(names(twins, { ...twins })).toEqual([]);
  expect(names(twins, { 乙: twins.乙 })).toEqual([['removed', undefined, '甲']]);
});

test('a project that went to another year is renamed; totals are reported for each year', () => {
  const project = table([['培训次数', '≥ 4 次']]);
  const comparison = compareTables([analyze({ 甲: project }, '2021')], [analyze({ 甲: project }, '2022')]);
  expect(comparison.projects).toMatchObject([
    { year: '2022', change: 'renamed', previousFile: 'projects/2021/甲.yaml', file: 'projects/2022/甲.yaml' },
  ]);
  expect(comparison.years).toMatchObject([
    { year: '2021', projectsBefore: 1, projectsAfter: 0 },
    { year: '2022', projectsBefore: 0, projectsAfter: 1 },
  ]);
});

test('a finding is the same wherever its lines have gone', () => {
  const codes = (before: string, after: string, file = '甲') => {
    const { brought, mended } = compare({ 甲: before }, { [file]: after }).findings;
    const list = (findings: typeof brought) => findings.map(({ code }) => code);
    return { brought: list(brought), mended: list(mended) };
  };
  const before = table([
    ['服务态度', '良好'],
    ['检查数', '= 76.00 个'],
  ]);
  const none = { brought: [], mended: [] };
  expect(codes(before, `# 一行\n# 两行\n${before}`)).toEqual(none);
  expect(
    codes(
      before,
      table([
        ['检查数', '= 76.00 个'],
        ['服务态度', '良好'],
      ]),
    ),
  ).toEqual(none);
  expect(codes(before, before.replace('76.00', '78.00'))).toEqual(none);
  expect(codes(before, before.replace('检查数', '检查个数'))).toEqual(none);
  expect(codes(before, before.replaceAll('甲', '乙'), '乙')).toEqual(none);
  expect(codes(before, before.replace('76.00', '76'))).toEqual({ brought: [], mended: ['figure/decimals'] });
  expect(codes(before, before.replace('培训1次。', '培训1次，，完成。'))).toEqual({
    brought: ['text/doubled'],
    mended: [],
  });
});

test('what a table costs is what its 汇总表 says: no sum is added to its parts, and where there is no amount there is none', () => {
  const costs = (...rows: [name: string, value: string][]) => ({
    样例: SOUND_TABLE.replace(
      /三级指标: 培训费\n.*\n.*/,
      rows.map(([name, value]) => `三级指标: ${name}\n        指标值: ${value}`).join('\n      - '),
    ),
    booklet: SOUND_BOOKLET,
  });
  const three = costs(['项目总成本', '≤ 90 万元'], ['设备', '≤ 50 万元'], ['人员', '≤ 40 万元']);
  const more = costs(['项目总成本', '≤ 95 万元'], ['设备', '≤ 50 万元'], ['人员', '≤ 45 万元']);
  const none = costs(['管护费', '≤ 3 万元/年'], ['节约成本', '≥ 5 万元']);
  const changed = compare(three, more);
  expect(changed.projects[0]?.cost).toEqual({ before: '90', after: '95', delta: '5 万元', percent: 5.56 });
  expect(changed.totals).toMatchObject({ before: '90', after: '95', delta: '5 万元' });
  const gone = compare(three, none);
  expect(gone.projects[0]?.cost).toEqual({ before: '90', after: '' });
  expect(gone.totals).toMatchObject({ before: '90', after: '' });
  expect(gone.totals.delta).toBeUndefined();
  // 百分比 is %.
  const rates = (unit: string) => ({
    样例: SOUND_TABLE.replace('≥ 95 %', `≥ 90 ${unit}`),
    booklet: SOUND_BOOKLET,
  });
  const rate = compare({ 样例: SOUND_TABLE, booklet: SOUND_BOOKLET }, rates('百分比'));
  expect(rate.projects[0]?.rows[0]?.cells[0]).toMatchObject({ delta: '-5 个百分点' });
});

test('the same quantity in another unit or with other decimals is equal; with another sign or amount it is not', () => {
  const cellOf = (before: string, after: string) =>
    rowsOf([['经费', before]], [['经费', after]]).flatMap(({ cells }) => cells)[0];
  expect(cellOf('≤ 4 万元', '≤ 40000 元')).toEqual({
    cell: '指标值',
    before: '≤ 4 万元',
    after: '≤ 40000 元',
    isEqual: true,
  });
  expect(cellOf('≤ 0.5 亿元', '≤ 5000 万元')?.isEqual).toBe(true);
  expect(cellOf('= 76.00 个', '= 76 个')?.isEqual).toBe(true);
  expect(cellOf('≤ 1 千元', '≤ 1000 元')?.isEqual).toBe(true);
  expect(cellOf('≥ 90 百分比', '≥ 90 %')?.isEqual).toBe(true);
  expect(cellOf('≤ 4 万元', '= 40000 元')).not.toHaveProperty('isEqual');
  expect(cellOf('≤ 4 万元', '≤ 4000 元')).not.toHaveProperty('isEqual');
  expect(cellOf('≥ 4 次', '≥ 4 场')).not.toHaveProperty('isEqual');
});

test('what an office’s own booklet.yaml says is compared; what it inherits is reported of the year', () => {
  const office = (year: string, unit: string) =>
    createAnalyzer(context)(
      [
        ['2022', year],
        ['2022/甲镇', unit],
      ].map(([path = '', text = '']) => ({
        ...{ year: '2022', path, folder: `projects/${path}`, tables: [], results: [], diagnostics: [] },
        booklet: { file: `projects/${path}/booklet.yaml`, stem: 'booklet', text },
      })),
    );
  const changed = (...sides: [string, string][]) => {
    const [before, after] = sides.map(([year, unit]) => office(year, unit));
    return compareTables(before ?? [], after ?? []).booklets.map(({ file }) => file);
  };
  const unit = '单位: 甲镇\n';
  expect(changed([SOUND_BOOKLET, unit], [SOUND_BOOKLET, '单位: 甲镇人民政府\n'])).toEqual([
    'projects/2022/甲镇/booklet.yaml',
  ]);
  const dated = `${SOUND_BOOKLET}编制日期: 2022-01-20\n`;
  expect(changed([SOUND_BOOKLET, unit], [dated, unit])).toEqual(['projects/2022/booklet.yaml']);
});
