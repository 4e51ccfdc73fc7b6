import { describe, expect, test } from 'vitest';
import { compileTexts, findIn, SOUND_BOOKLET, SOUND_TABLE } from './test/compile-source.ts';

/** The sound table with one thing written differently. */
const change = (from: string | RegExp, to: string) => {
  const changed = SOUND_TABLE.replace(from, to);
  expect(changed).not.toBe(SOUND_TABLE);
  return changed;
};

test('a sound table has no finding, and becomes a project, a booklet and an index', () => {
  const { year, report } = compileTexts({ '样例.yaml': SOUND_TABLE, 'booklet.yaml': SOUND_BOOKLET });
  expect(report.diagnostics).toEqual([]);
  expect(year.tables.map(({ document }) => document.stem)).toEqual(['样例']);
  expect(year.bind?.().body).toContain('编报绩效目标的项目 1 个，成本指标合计 30 万元。');
  expect(year.toIndex?.(() => true)).toContain('%E6%A0%B7%E4%BE%8B.pdf');
});

describe('each mistake is told once, at its place', () => {
  test.each([
    ['full-width colon', change('项目编码: ', '项目编码：'), ['2:5 yaml/full-width-colon']],
    ['full-width colon on the first line', change('项目名称: ', '项目名称：'), ['1:5 yaml/full-width-colon']],
    ['tab', change('  产出指标', '\t产出指标'), ['5:1 yaml/tab']],
    ['colon in a text', change('教材和场地', '教材: 两套'), ['18:15 yaml/colon-in-text']],
    ['unquoted >=', change('≥ 4 次', '>= 4 次'), ['8:14 yaml/block-sign']],
    ['> and a number', change('≥ 4 次', '>4'), ['8:14 yaml/block-sign']],
    ['| and a number', change('≥ 4 次', '|4'), ['8:14 yaml/block-text']],
    ['unquoted %', change('教材和场地', '%教材'), ['18:13 yaml/needs-quotes']],
    ['unquoted *', change('教材和场地', '*教材'), ['18:13 yaml/alias']],
    ['anchor', change('教材和场地', '&a 教材'), ['18:16 yaml/anchor']],
    ['tag', change('教材和场地', '!教材 x'), ['18:13 yaml/tag']],
    ['braces', change('教材和场地', '{{教材}}'), ['18:14 yaml/key-not-text']],
    [
      'key twice',
      change('        备注', '        指标值: ≤ 3 万元\n        备注'),
      ['18:9 yaml/duplicate-key'],
    ],
    ['two documents', `${SOUND_TABLE}---\n项目名称: 二\n`, ['28:1 yaml/several-documents']],
    ['misspelt key', change('绩效目标', '绩校目标'), ['3:1 schema/unknown-key']],
    ['misspelt group', change('时效指标', '实效指标'), ['12:5 schema/unknown-key']],
    ['misspelt value key', change('指标值: ≥ 4', '指标植: ≥ 4'), ['8:9 schema/unknown-key']],
    ['missing key', change(/绩效目标.*\n/, ''), ['1:1 schema/missing-key']],
    ['empty', change('培训次数', ''), ['7:9 schema/empty']],
    ['no value', change('        指标值: ≥ 4 次\n', ''), ['7:9 row/no-value']],
    ['two values', change('        备注', '        定性: 少\n        备注'), ['16:9 row/two-values']],
    ['no sign', change('≥ 4 次', '4 次'), ['8:14 value/no-sign']],
    ['no unit', change('≥ 4 次', '≥4'), ['8:14 value/no-unit']],
    ['code too short', change('52270022P004296102284', '52270022P00429'), ['2:7 code/shape']],
    ['name with a slash', change('项目名称: 样例', '项目名称: 样/例'), ['1:7 name/characters']],
    ['text where rows belong', change(/数量指标:\n.*\n.*\n/, '数量指标: 无\n'), ['6:11 schema/type']],
    ['rows where text belongs', change('备注: 教材和场地', '备注:\n          - 教材'), ['18:9 schema/type']],
    ['character without a glyph', change('教材和场地', '教材\u{2A6A5}'), ['18:15 text/no-glyph']],
    ['empty file', '', ['1:1 yaml/empty']],
    ['only a comment', '# 空\n', ['1:1 yaml/empty']],
    ['GBK', Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf, 0x3a, 0x20, 0x31, 0x0a]), ['1:1 file/not-utf8']],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x79, 0x98]), ['1:1 file/not-utf8']],
    ['NUL', 'a: \0', ['1:1 file/nul']],
  ])('%s', (_, table, findings) => {
    expect(findIn(table)).toEqual(findings);
  });
});

test('several mistakes are told in one run', () => {
  const table = SOUND_TABLE.replace('绩效目标', '绩校目标')
    .replace('≥ 4 次', '4 次')
    .replace('≤ 30 万元', '≤ 30');
  expect(findIn(table)).toEqual(['3:1 schema/unknown-key', '8:14 value/no-sign', '17:14 value/no-unit']);
});

test('a BOM and CRLF change nothing', () => {
  expect(findIn(`\uFEFF${SOUND_TABLE.replaceAll('\n', '\r\n')}`)).toEqual([]);
  const windows = compileTexts({
    '样例.yaml': SOUND_TABLE.replaceAll('\n', '\r\n'),
    'booklet.yaml': SOUND_BOOKLET,
  });
  const unix = compileTexts({ '样例.yaml': SOUND_TABLE, 'booklet.yaml': SOUND_BOOKLET });
  expect(windows.year.tables[0]?.document.body).toBe(unix.year.tables[0]?.document.body);
});

test('the order of keys in the file does not matter: rows print in the form’s order', () => {
  const [head, tree] = SOUND_TABLE.split('绩效指标:\n');
  const groups = tree?.split(/^(?= {2}\S)/m) ?? [];
  const reversed = `${head}绩效指标:\n${groups.toReversed().join('')}`;
  const body = (table: string) =>
    compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET }).year.tables[0]?.document.body;
  expect(body(reversed)).toBe(body(SOUND_TABLE));
});

describe('the year', () => {
  const second = SOUND_TABLE.replace('样例', '另一个')
    .replace('102284', '102303')
    .replace('开展党员教育', '开展干部轮训');
  const codes = (texts: Record<string, string>) =>
    compileTexts(texts).report.diagnostics.map(
      ({ file, severity, code }) => `${file.slice(14)} ${severity} ${code}`,
    );

  test('the same code twice is an error at the later file', () => {
    const repeated = second.replace('102303', '102284');
    const texts = { '另一个.yaml': repeated, '样例.yaml': SOUND_TABLE, 'booklet.yaml': SOUND_BOOKLET };
    expect(codes(texts)).toEqual(['样例.yaml error code/repeated']);
  });

  test('a file that is not named after its project', () => {
    expect(codes({ '别名.yaml': SOUND_TABLE, 'booklet.yaml': SOUND_BOOKLET })).toEqual([
      '别名.yaml warning name/file',
    ]);
  });

  test('order: unknown names are errors, names left out a warning', () => {
    const order = (...names: string[]) =>
      `${SOUND_BOOKLET}顺序:\n${names.map((name) => `  - ${name}\n`).join('')}`;
    const texts = (booklet: string) => ({
      '样例.yaml': SOUND_TABLE,
      '另一个.yaml': second,
      'booklet.yaml': booklet,
    });
    expect(codes(texts(order('另一个', '样例')))).toEqual([]);
    expect(codes(texts(order('另一个')))).toEqual(['booklet.yaml warning order/incomplete']);
    expect(codes(texts(order('另一个', '样例', '没有的')))).toEqual([
      'booklet.yaml error order/unknown-name',
    ]);
    const { year } = compileTexts(texts(order('另一个', '样例')));
    expect(year.tables.map(({ document }) => document.stem)).toEqual(['另一个', '样例']);
    expect(compileTexts(texts(SOUND_BOOKLET)).year.tables.map(({ document }) => document.stem)).toEqual([
      '样例',
      '另一个',
    ]);
  });

  test('检查 changes a level, and an unknown code there is told', () => {
    const levels = (text: string) => `${SOUND_BOOKLET}检查:\n  ${text}\n`;
    const texts = (booklet: string) => ({ '别名.yaml': SOUND_TABLE, 'booklet.yaml': booklet });
    expect(codes(texts(levels('name/file: 错误')))).toEqual(['别名.yaml error name/file']);
    expect(codes(texts(levels('name/file: 忽略')))).toEqual([]);
    expect(codes(texts(levels('value/no-sign: 忽略'))).sort()).toEqual([
      'booklet.yaml warning booklet/unknown-check',
      '别名.yaml warning name/file',
    ]);
  });

  test('an error in one table leaves the others’ documents, but no booklet', () => {
    const { year } = compileTexts({
      '样例.yaml': '项目名称：坏\n',
      '另一个.yaml': second,
      'booklet.yaml': SOUND_BOOKLET,
    });
    expect(year.tables.map(({ document }) => document.stem)).toEqual(['另一个']);
    expect(year.bind).toBeNull();
    expect(year.held.map(({ stem }) => stem)).toEqual(['样例']);
  });

  test.each([
    ['a file that cannot be read', '项目名称：坏\n'],
    ['a table with a wrong key', SOUND_TABLE.replace('三级指标', '三级指标名')],
  ])('顺序 names %s: that is no mistake of booklet.yaml', (_, table) => {
    const booklet = `${SOUND_BOOKLET}顺序:\n  - 样例\n  - 另一个\n`;
    const { year } = compileTexts({ '样例.yaml': table, '另一个.yaml': second, 'booklet.yaml': booklet });
    expect(new Set(year.diagnostics.map(({ at }) => at.file))).toEqual(new Set(['projects/2022/样例.yaml']));
    expect(year.tables).toHaveLength(1);
  });

  test.each([
    ['a name in 顺序 that no table has', `${SOUND_BOOKLET}顺序: [样例, 没有的]\n`, 1],
    ['说明 that is to be filled in', `${SOUND_BOOKLET}说明: 待填\n`, 1],
    ['单位 that is to be filled in', SOUND_BOOKLET.replace('样例单位', '待填'), 0],
    ['a 编制日期 that cannot be', `${SOUND_BOOKLET}编制日期: 2022-13-40\n`, 0],
    ['a key that is unknown', `${SOUND_BOOKLET}单味: 某局\n`, 0],
  ])('%s holds the booklet up; the tables only when they would say it', (_, booklet, printed) => {
    const { year } = compileTexts({ '样例.yaml': SOUND_TABLE, 'booklet.yaml': booklet });
    expect([year.bind, year.tables.length]).toEqual([null, printed]);
    // Nothing is lost to the preview and to a draft.
    expect(year.tables.length + year.drafts.length).toBe(1);
  });

  test('without booklet.yaml the tables are made under a plain title, with a warning', () => {
    const { year, report } = compileTexts({ '样例.yaml': SOUND_TABLE });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['booklet/missing']);
    expect(year.bind?.().about.title).toBe('2022年度预算项目绩效目标表');
  });
});

test('text is text: markup prints as the characters it is', () => {
  const table = SOUND_TABLE.replace('教材和场地', `'<script>alert(1)</script> & "{{x}}"'`);
  const { year } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  expect(year.tables[0]?.document.body).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;{{x}}&quot;',
  );
});
