import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';

/** The findings about blanks, quotation marks and suppressions; the table's own suggestions are not looked at here. */
function findIn(table: string, booklet = SOUND_BOOKLET, others: Record<string, string> = {}): string[] {
  const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': booklet, ...others });
  return report.diagnostics
    .filter(({ code }) => /^(?:text|silence|schema|value|order)\//.test(code))
    .map(
      ({ file, line, column, code }) =>
        `${file === 'projects/2022/样例.yaml' ? '' : file.slice(14)}${line}:${column} ${code}`,
    );
}

/** The row 培训费 with this remark, and comments above and behind it. */
const withRemark = (written: string, above = '', behind = '') =>
  SOUND_TABLE.replace('        备注: 教材和场地', `${above}        备注: ${written}${behind}`);

const BLANK = '印制 2 册';
const COMMENT = '# 忽略 text/blank：原文如此';

describe('a comment suppresses its line', () => {
  test('without one, the finding is there', () => {
    expect(findIn(withRemark(BLANK))).toEqual(['18:15 text/blank']);
  });

  test.each([
    ['above', withRemark(BLANK, `        ${COMMENT}\n`)],
    ['above, at another indentation', withRemark(BLANK, `  ${COMMENT}\n`)],
    ['at the end', withRemark(BLANK, '', ` ${COMMENT}`)],
    ['half-width colon', withRemark(BLANK, '        # 忽略 text/blank: 原文如此\n')],
    ['reason without a colon', withRemark(BLANK, '        # 忽略 text/blank 原文如此\n')],
    ['no blanks', withRemark(BLANK, '        #忽略 text/blank：原文如此\n')],
    ['with another comment between', withRemark(BLANK, `        ${COMMENT}\n        # 待核对\n`)],
    ['above a block', withRemark('|\n          教材，\n          印制 2 册', `        ${COMMENT}\n`)],
    [
      'at the head of a block',
      withRemark('|\n          教材，\n          印制 2 册', '').replace('备注: |', `备注: | ${COMMENT}`),
    ],
    ['a quoted text', withRemark(`"${BLANK} # 册"`, `        ${COMMENT}\n`)],
    ['a value on the next line', withRemark(`\n          ${BLANK}`, `        ${COMMENT}\n`)],
    [
      'the first key of a row',
      SOUND_TABLE.replace('      - 三级指标: 培训费', `      ${COMMENT}\n      - 三级指标: 培训费 2 册`),
    ],
    ['CRLF', withRemark(BLANK, `        ${COMMENT}\n`).replaceAll('\n', '\r\n')],
    ['BOM', `\ufeff${withRemark(BLANK, `        ${COMMENT}\n`)}`],
  ])('%s', (_, table) => {
    expect(findIn(table)).toEqual([]);
  });

  test('several codes, and several comments one above the other', () => {
    const both = '“印制 2 册';
    expect(findIn(withRemark(both))).toEqual(['18:13 text/unbalanced-quotes', '18:16 text/blank']);
    for (const above of [
      '# 忽略 text/blank、text/unbalanced-quotes：原文如此\n',
      '# 忽略 text/blank text/unbalanced-quotes：原文如此\n',
      `# 忽略 text/unbalanced-quotes：原文如此\n${COMMENT}\n`,
    ])
      expect(findIn(withRemark(both, above))).toEqual([]);
  });

  test('in booklet.yaml too', () => {
    const booklet = (comment: string) =>
      `标题: 样例汇编\n单位: 样例单位\n年度: 2022\n${comment}说明: 共 8 个项目。\n`;
    expect(findIn(SOUND_TABLE, booklet(''))).toEqual(['booklet.yaml4:6 text/blank']);
    expect(findIn(SOUND_TABLE, booklet(`${COMMENT}\n`))).toEqual([]);
  });
});

describe('what is no suppression', () => {
  test.each([
    ['a text', withRemark(`"${BLANK}${COMMENT}"`), ['18:16 text/blank']],
    ['a # within a word', withRemark(`${BLANK}${COMMENT}`), ['18:15 text/blank']],
    [
      'a line of a block',
      withRemark(`|\n          ${COMMENT}\n          ${BLANK}`),
      ['19:11 text/markdown', '20:13 text/blank'],
    ],
    ['prose', withRemark(BLANK, '        # 忽略不计的尾数已经去掉\n'), ['19:15 text/blank']],
    [
      'a comment about one',
      withRemark(BLANK, '        # 不要写 # 忽略 text/blank：原文如此\n'),
      ['19:15 text/blank'],
    ],
  ])('%s', (_, table, findings) => {
    expect(findIn(table)).toEqual(findings);
  });

  test('a line further up, or another value of the row', () => {
    expect(findIn(withRemark(BLANK, `        ${COMMENT}\n\n`))).toEqual([
      '18:14 silence/unused',
      '20:15 text/blank',
    ]);
    const other = withRemark(BLANK).replace(
      '      - 三级指标: 培训费',
      `      ${COMMENT}\n      - 三级指标: 培训费`,
    );
    expect(findIn(other)).toEqual(['16:12 silence/unused', '19:15 text/blank']);
  });
});

describe('a suppression is analyzed itself', () => {
  test.each([
    ['no reason', BLANK, '# 忽略 text/blank', ['18:1 silence/no-reason']],
    ['a colon and no reason', BLANK, '# 忽略 text/blank：', ['18:1 silence/no-reason']],
    ['nothing to suppress', '教材', COMMENT, ['18:6 silence/unused']],
    ['nothing and no reason', '教材', '# 忽略 text/blank', ['18:6 silence/unused']],
    ['one of two has nothing', BLANK, '# 忽略 text/blank、text/doubled：原文如此', ['18:17 silence/unused']],
    ['unknown', BLANK, '# 忽略 text/blanks：原文如此', ['18:6 silence/unknown', '19:15 text/blank']],
    ['a code in Chinese', BLANK, '# 忽略 空格：原文如此', ['18:6 silence/unknown', '19:15 text/blank']],
    ['no code', BLANK, '# 忽略：原文如此', ['18:1 silence/unknown', '19:15 text/blank']],
    ['no code at all', BLANK, '# 忽略', ['18:1 silence/unknown', '19:15 text/blank']],
  ])('%s', (_, written, comment, findings) => {
    expect(findIn(withRemark(written, `${comment}\n`))).toEqual(findings);
  });

  test('errors of form cannot be suppressed', () => {
    const value = SOUND_TABLE.replace(
      '指标值: ≥ 4 次',
      '# 忽略 value/no-sign：原文如此\n        指标值: 4 次',
    );
    expect(findIn(value)).toEqual(['8:14 silence/unknown', '9:14 value/no-sign']);
    const schema = SOUND_TABLE.replace('指标值: ≥ 4 次', '# 忽略 row/no-value：原文如此');
    expect(findIn(schema)).toContain('8:14 silence/unknown');
  });

  test('a check that is off for the year leaves its suppressions in peace', () => {
    expect(findIn(withRemark(BLANK, `${COMMENT}\n`), `${SOUND_BOOKLET}检查:\n  text/blank: 忽略\n`)).toEqual(
      [],
    );
  });

  test('while a table of the year cannot be read, nobody knows what a suppression is for', () => {
    const table = withRemark('教材', `${COMMENT}\n`);
    expect(
      findIn(table, SOUND_BOOKLET, { '坏.yaml': '绩效目标: x\n' }).filter((found) =>
        found.includes('silence'),
      ),
    ).toEqual([]);
    expect(findIn(table, '标题 表\n').filter((found) => found.includes('silence'))).toEqual([]);
  });

  test('a raised level is suppressed all the same', () => {
    const booklet = `${SOUND_BOOKLET}检查:\n  text/blank: 错误\n`;
    expect(findIn(withRemark(BLANK, `${COMMENT}\n`), booklet)).toEqual([]);
  });
});
