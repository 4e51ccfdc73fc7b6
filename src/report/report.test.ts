import { expect, test } from 'vitest';
import { RULES } from '../check/rules.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { diagnose } from './diagnostic.ts';
import { applyFix } from './fix.ts';
import { formatGithub, formatText, type TextStyle, toReport } from './report.ts';

const text = '项目名称: 样例\r\n绩校目标: 全面完成\r\n';
const file = 'projects/2022/样例.yaml';
const at = (start: number, end: number) => ({ file, start, end });
const texts = new Map([[file, text]]);
const plain: TextStyle = { language: 'zh', verbose: false, paint: (_, painted) => painted };
/** A rule's finding brings its own words. */
const message = RULES.find(({ code }) => code === 'name/file')?.messages.default;
const report = toReport(
  [
    diagnose('error', 'schema/unknown-key#nearest', at(10, 14), { key: '绩校目标', nearest: '绩效目标' }),
    {
      ...{
        severity: 'suggestion',
        code: 'name/file',
        wording: 'name/file',
        args: { stem: '甲', name: '样例' },
      },
      ...{ at: at(6, 8), ...(message && { message }) },
    },
  ],
  texts,
  1,
  'zh',
);

test('lines and columns count from 1 and the end is behind the last character', () => {
  expect(report.diagnostics[0]).toEqual({
    severity: 'error',
    code: 'schema/unknown-key',
    message: '没有“绩校目标”这一项',
    hint: '是不是“绩效目标”？',
    file,
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 5,
  });
  expect(report.summary).toEqual({
    projects: 1,
    errors: 1,
    warnings: 0,
    suggestions: 1,
  });
});

test('the mark is under the characters: a Han character takes two columns', () => {
  expect(
    formatText(report, texts, plain),
  ).toBe(`projects/2022/样例.yaml:2:1 错误 没有“绩校目标”这一项 schema/unknown-key
   2 │ 绩校目标: 全面完成
     │ ^^^^^^^^
  → 是不是“绩效目标”？

1 个项目：1 个错误，0 个警告，1 条建议（加 --verbose 列出）
`);
  expect(formatText(report, texts, { ...plain, verbose: true })).toContain('│           ^^^^');
});

test('a long line is cut around the place', () => {
  const long = `备注: ${'很'.repeat(200)}错${'长'.repeat(200)}`;
  const [frame, mark] = formatText(
    toReport(
      [diagnose('error', 'yaml/syntax', at(204, 205), { text: '错' })],
      new Map([[file, long]]),
      1,
      'zh',
    ),
    new Map([[file, long]]),
    plain,
  )
    .split('\n')
    .slice(1, 3);
  expect(frame?.length).toBeLessThan(80);
  const before = frame?.slice(frame.indexOf('│') + 2, frame.indexOf('错')) ?? '';
  const columns = [...before].reduce((sum, character) => sum + (character === '…' ? 1 : 2), 0);
  expect(mark?.indexOf('^')).toBe((frame?.indexOf('│') ?? 0) + 2 + columns);
});

test('what a stranger wrote cannot steer the terminal or a workflow', () => {
  const evil = 'a\x1b[2J\u202eb\nc';
  const hostile = toReport(
    [diagnose('error', 'yaml/syntax', at(0, 1), { text: evil })],
    new Map([[file, evil]]),
    1,
    'zh',
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(formatText(hostile, new Map([[file, evil]]), plain)).not.toMatch(/[\x1b\u202e]/);
  expect(formatGithub(hostile).trim().split('\n')).toHaveLength(1);
});

test('workflow commands', () => {
  expect(formatGithub(report).split('\n')[0]).toBe(
    '::error file=projects/2022/样例.yaml,line=2,endLine=2,col=1,endColumn=5,title=schema/unknown-key::没有“绩校目标”这一项%0A是不是“绩效目标”？',
  );
});

test('a remedy is reported in words and as edits of the file, under the words of its hint', () => {
  const table = SOUND_TABLE.replace('≥ 4 次', '＞4次').replaceAll('\n', '\r\n');
  const { report: reported } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  const found = reported.diagnostics.find(({ fix }) => fix !== undefined);
  expect(found).toMatchObject({ code: 'value/not-canonical', hint: '写成“"> 4 次"”' });
  expect(found?.fix?.title).toBe(found?.hint);
  const made = applyFix(table, { edits: found?.fix?.edits ?? [] });
  expect(made).toBe(table.replace('＞4次', '"> 4 次"'));
  const after = compileTexts({ '样例.yaml': made, 'booklet.yaml': SOUND_BOOKLET }).report;
  expect(after.diagnostics.filter(({ code }) => code === 'value/not-canonical')).toEqual([]);
});
