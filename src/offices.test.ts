import { describe, expect, test } from 'vitest';
import { nameOfOffice } from './document/booklet-view.ts';
import { formatJsonParts, formatTextParts, groupFindings } from './report/groups.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from './test/compile-source.ts';
import { SOUND_MONITORING } from './test/results.ts';

const OTHER = SOUND_TABLE.replace('52270022P004296102284', '52270022P00430210119J');
const BOOKLET = { 'booklet.yaml': SOUND_BOOKLET };

const codesOf = (texts: Record<string, string>) =>
  compileTexts(texts)
    .report.diagnostics.filter(({ severity }) => severity !== 'suggestion')
    .map(({ file, code }) => `${file.slice('projects/2022/'.length)} ${code}`);

const findOffice = (texts: Record<string, string>, path: string) => {
  const office = compileTexts(texts).years.find((one) => one.path === `2022/${path}`);
  if (office === undefined) throw new Error(`no office ${path}`);
  return office;
};

describe('an office', () => {
  test('needs its 单位 alone, and inherits from every folder above it', () => {
    const year = `${SOUND_BOOKLET}编制日期: 2022-01-20\n说明: 年度的说明。\n另存: [docx]\n常见错字:\n  支步: 支部\n检查:\n  text/half-width: 错误\n`;
    const texts = {
      'booklet.yaml': year,
      '甲镇/booklet.yaml': '单位: 甲镇\n另存: [xlsx]\n检查:\n  goal/short: 忽略\n',
      '甲镇/乙站/booklet.yaml': '单位: 乙站\n常见错字:\n  站场: 站点\n',
      '甲镇/乙站/样例.yaml': SOUND_TABLE,
    };
    expect(codesOf(texts)).toEqual([]);
    const { booklet } = findOffice(texts, '甲镇/乙站');
    expect(booklet).toMatchObject({ unit: '乙站', year: '2022', date: '2022-01-20', notes: null });
    expect(booklet.title).toBe('2022年度预算项目绩效目标表');
    expect([...booklet.formats]).toEqual(['xlsx']);
    expect([...booklet.misprints.keys()]).toEqual(['支步', '站场']);
    expect([...booklet.levels.keys()]).toEqual(['text/half-width', 'goal/short']);
  });

  test('a year has to say what its offices inherit', () => {
    const texts = {
      'booklet.yaml': '单位: 样例单位\n',
      '甲镇/booklet.yaml': '单位: 甲镇\n',
      '甲镇/样例.yaml': SOUND_TABLE,
    };
    expect(codesOf(texts).join()).toMatch(/^booklet\.yaml schema\//);
    // What is inherited of a booklet.yaml that cannot be read is not guessed.
    expect(findOffice(texts, '甲镇').tables).toEqual([]);
  });

  test('whose 年度 is another year is an error, once, and its tables are not printed', () => {
    const texts = {
      ...BOOKLET,
      '甲镇/booklet.yaml': '单位: 甲镇\n年度: 2021\n',
      '甲镇/样例.yaml': SOUND_TABLE,
    };
    expect(codesOf(texts)).toEqual(['甲镇/booklet.yaml booklet/year']);
    expect(findOffice(texts, '甲镇')).toMatchObject({
      tables: [],
      isHeld: true,
      booklet: { year: '2022' },
    });
  });

  test('a form or 指标体系 that is not there is said once, where it is written, and nothing of the tables that are read by it', () => {
    const texts = (setting: string) => ({
      ...BOOKLET,
      '甲镇/booklet.yaml': `单位: 甲镇\n${setting}`,
      '甲镇/甲站/booklet.yaml': '单位: 甲站\n',
      '甲镇/甲站/样例.yaml': SOUND_TABLE.replace('    成本指标:', '    经济成本指标:'),
      '甲镇/乙站/booklet.yaml': '单位: 乙站\n',
      '甲镇/乙站/样例.yaml': OTHER.replace('绩效目标:', '年度总体目标:'),
      '甲镇/丙站/booklet.yaml': '单位: 丙站\n表式:\n  目标: 预算项目绩效目标表\n指标体系: 2015\n',
      '甲镇/丙站/样例.yaml': SOUND_TABLE.replace('102284', '1022X4').replace('绩效目标:', '目标:'),
      '甲镇/丁站/booklet.yaml': '单位: 丁站\n',
      '甲镇/丁站/样例.yaml': '项目名称: [',
    });
    for (const setting of ['表式:\n  目标: 目标表\n', '指标体系: 2016\n']) {
      const [first, ...others] = codesOf(texts(setting));
      expect(first).toMatch(/^甲镇\/booklet\.yaml (?:form\/missing|schema\/not-allowed)$/);
      expect(new Set(others.map((line) => line.split(' ')[0]))).toEqual(
        new Set(['甲镇/丁站/样例.yaml', '甲镇/丙站/样例.yaml']),
      );
      expect(findOffice(texts(setting), '甲镇/甲站')).toMatchObject({ tables: [], isHeld: true });
    }
  });

  test('a form of results that is not there is said once, however many offices inherit it, and none is printed by another', () => {
    const result = '资金: { 当年财政拨款: { 全年预算数: 3 万元, 全年执行数: 3 万元 } }\n完成情况: 好\n';
    const texts = {
      ...BOOKLET,
      '甲镇/booklet.yaml': '单位: 甲镇\n表式:\n  自评: 自评\n',
      '甲镇/甲站/booklet.yaml': '单位: 甲站\n',
      '甲镇/甲站/样例.yaml': SOUND_TABLE,
      '甲镇/甲站/自评/样例.yaml': result,
      '甲镇/乙站/booklet.yaml': '单位: 乙站\n',
      '甲镇/乙站/样例.yaml': OTHER,
      '甲镇/乙站/自评/样例.yaml': result,
    };
    expect(codesOf(texts)).toEqual(['甲镇/booklet.yaml form/missing']);
    const [folder] = findOffice(texts, '甲镇/乙站').results;
    expect(folder).toMatchObject({ tables: [], isHeld: true });
  });

  test('what its booklet.yaml lacks or has wrong is said as of an office, not of a table', () => {
    const hintOf = (text: string) =>
      compileTexts({ ...BOOKLET, '甲镇/booklet.yaml': text }).report.diagnostics.find(
        ({ severity }) => severity === 'error',
      )?.hint;
    expect(hintOf('')).toBe('至少写一行“单位: 单位的名称”');
    expect(hintOf('单位: 甲镇\n单位编码: 21-9\n')).toContain('例如 219001');
  });

  test('an office whose booklet.yaml cannot be read is called as its folder', () => {
    const office = findOffice({ ...BOOKLET, '甲镇/booklet.yaml': '单位: [\n' }, '甲镇');
    expect(nameOfOffice(office.booklet)).toBe('甲镇');
  });
});

describe('between offices', () => {
  const two = (second: string) => ({
    ...BOOKLET,
    '甲镇/booklet.yaml': '单位: 甲镇\n',
    '甲镇/样例.yaml': SOUND_TABLE,
    '乙镇/booklet.yaml': '单位: 乙镇\n',
    '乙镇/样例.yaml': second,
  });

  test('names and texts repeat freely', () => {
    expect(codesOf(two(OTHER))).toEqual([]);
  });

  test('a code is used once in the year: both are told where the other is', () => {
    const { report } = compileTexts(two(SOUND_TABLE));
    const found = report.diagnostics.filter(({ code }) => code === 'code/repeated');
    expect(found.map(({ file, message }) => [file, message.match(/projects\S+/)?.[0]])).toEqual([
      ['projects/2022/乙镇/样例.yaml', 'projects/2022/甲镇/样例.yaml'],
      ['projects/2022/甲镇/样例.yaml', 'projects/2022/乙镇/样例.yaml'],
    ]);
  });

  test('a code in many tables is one error in each', () => {
    const texts = { ...two(SOUND_TABLE), '甲镇/二.yaml': SOUND_TABLE.replace('样例', '二') };
    const { report } = compileTexts(texts);
    const found = report.diagnostics.filter(({ code }) => code === 'code/repeated');
    expect(found.map(({ message }) => message.replace(/^.*在 projects\/2022\//, ''))).toEqual([
      '甲镇/二.yaml 等 2 个文件里也有',
      '乙镇/样例.yaml 等 2 个文件里也有',
      '乙镇/样例.yaml 等 2 个文件里也有',
    ]);
    const units = ['甲镇', '乙镇', '丙镇'].map((name) => [
      `${name}/booklet.yaml`,
      `单位: ${name}\n单位编码: 219\n`,
    ]);
    expect(
      codesOf({ ...BOOKLET, ...Object.fromEntries(units) }).filter((line) => line.includes('repeated')),
    ).toHaveLength(3);
  });

  test('an error holds up its table and the volumes that hold it, and nothing else', () => {
    const { years } = compileTexts(two(OTHER.replace('≥ 4 次', '许多')));
    const state = years.map(({ path, tables, isHeld }) => [path, tables.length, isHeld]);
    expect(state).toEqual([
      ['2022', 0, true],
      ['2022/乙镇', 0, true],
      ['2022/甲镇', 1, false],
    ]);
  });
});

describe('a volume above offices', () => {
  const texts = (contents: string) => ({
    'booklet.yaml': `${SOUND_BOOKLET}${contents}`,
    '甲镇/booklet.yaml': '单位: 甲镇\n',
    '甲镇/甲站/booklet.yaml': '单位: 甲站\n',
    '甲镇/甲站/样例.yaml': SOUND_TABLE,
    '甲镇/乙站/booklet.yaml': '单位: 乙站\n',
    '甲镇/乙站/样例.yaml': OTHER,
  });
  const volumes = (contents: string) =>
    compileTexts(texts(contents)).years.map(({ bind }) =>
      bind?.().volume?.tables.map(({ document, offices }) => [document.path, ...offices]),
    );

  test('holds every table below its own, under the offices that it belongs to', () => {
    const [second, first] = [
      ['2022/甲镇/乙站/样例', '乙站'],
      ['2022/甲镇/甲站/样例', '甲站'],
    ];
    const all = [second, first].map(([path, station]) => [path, '甲镇', station]);
    expect(volumes('')).toEqual([all, [second, first], [['2022/甲镇/乙站/样例']], [['2022/甲镇/甲站/样例']]]);
  });

  test('with 内容: 汇总 holds none; the offices’ own still do', () => {
    expect(volumes('内容: 汇总\n').map((tables) => tables?.length)).toEqual([0, 0, 1, 1]);
  });

  test('has the sums of each office and of all', () => {
    const { years } = compileTexts(texts('内容: 汇总\n'));
    const front = years[0]?.bind?.().volume?.front ?? '';
    const rows = [...front.matchAll(/<tr class="(?:office|total)[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
    );
    expect(rows).toEqual([
      ['1', '甲镇', '2', '12', '—', '60.00'],
      ['1.1', '乙站', '1', '6', '—', '30.00'],
      ['1.2', '甲站', '1', '6', '—', '30.00'],
      ['合计', '2', '12', '—', '60.00'],
    ]);
    expect(front).toContain('编报绩效目标的项目 2 个，成本指标合计 60 万元。');
    // None of their tables is in it: 目录 leads to their lines.
    const lines = [...front.matchAll(/<tr [^>]*id="([^"]+)"/g)].map(([, id]) => id);
    const entries = [...front.matchAll(/<li class="office"><a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(entries).toEqual(lines);
    expect(lines).toEqual(['office-1', 'office-1-1', 'office-1-2']);
  });
});

test('the report names each finding’s office, and ends with a table of offices; a year without offices has neither', () => {
  const { years } = compileTexts({
    ...BOOKLET,
    '甲镇/booklet.yaml': '单位: 甲镇\n',
    '甲镇/样例.yaml': SOUND_TABLE.replace('≥ 4 次', '许多'),
  });
  const offices = years.map(({ path, folder, booklet }) => ({
    ...{ office: path, folder, name: booklet.unit, projects: path === '2022' ? 0 : 1 },
  }));
  const findings = (names: typeof offices) => ({
    groups: groupFindings(
      years.flatMap(({ diagnostics }) => diagnostics),
      new Map(),
      names,
    ),
    ...{ projects: 1, hasErrors: true },
  });
  const toJson = (names: typeof offices) => JSON.parse([...formatJsonParts(findings(names), 'zh')].join(''));
  expect(toJson(offices).diagnostics).toContainEqual(
    expect.objectContaining({ severity: 'error', office: '2022/甲镇' }),
  );
  const style = { language: 'zh', verbose: false, paint: (_: string, words: string) => words } as const;
  const text = [...formatTextParts(findings(offices), style)].join('');
  expect(text).toContain('── 甲镇（2022/甲镇）');
  expect(text).toMatch(/甲镇（2022\/甲镇）\s+1\s+1\s+0\s+0\n/);
  expect(toJson(offices.slice(0, 1))).not.toHaveProperty('offices');
  expect(toJson([])).toEqual(toJson(offices.slice(0, 1)));
});

test('the overview of a year has each office with what is filed, unfinished and wrong, how far its results are, and leads to its page', () => {
  const { years } = compileTexts({
    ...BOOKLET,
    '甲镇/booklet.yaml': '单位: 甲镇\n',
    '甲镇/样例.yaml': SOUND_TABLE,
    '甲镇/监控/7月/样例.yaml': SOUND_MONITORING,
    '甲镇/监控/10月/样例.yaml': '完成情况: 待填\n',
    '甲镇/乙站/booklet.yaml': '单位: 乙站\n',
    '甲镇/乙站/样例.yaml': OTHER.replace('教材和场地', '待填'),
    '甲镇/乙站/错.yaml': OTHER.replace('≥ 4 次', '许多'),
  });
  const html = years[0]?.toIndex?.(() => false) ?? '';
  const rows = [...html.matchAll(/<tr(?: class="depth-\d")?>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  );
  expect(rows).toEqual([
    [
      '单位',
      '已编报',
      '没写完',
      '有错误',
      '监控 7月',
      '监控 10月',
      '预算金额（万元）',
      '成本控制数（万元）',
      '全册',
    ],
    ['甲镇', '1', '1', '1', '1/3', '0/3', '—', '30.00', ''],
    ['乙站', '0', '1', '1', '0/2', '0/2', '—', '—', ''],
    ['合计', '1', '1', '1', '1/3', '0/3', '—', '30.00', ''],
  ]);
  expect(html).toContain(`href="${encodeURIComponent('甲镇')}/${encodeURIComponent('乙站')}/index.html"`);
});
