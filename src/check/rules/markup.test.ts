import { describe, expect, test } from 'vitest';
import { compileTexts, findIn, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

/** The findings of these checks in a remark written as a block, where nothing needs quotes. */
function findInRemark(text: string): string[] {
  const block = `备注: |\n${text.replace(/^/gm, '          ')}`;
  return findIn(SOUND_TABLE.replace('备注: 教材和场地', block)).filter((found) =>
    /text\/(?:html|braces|markdown|formula)/.test(found),
  );
}

describe('leftover markup is reported once a text, at its first sign', () => {
  test.each([
    ['a tag with a style', '购买<p style="text-align: center;">教材</p>', ['19:13 text/html']],
    ['a bare tag', '教材<br/>场地', ['19:13 text/html']],
    ['an entity', '教材&nbsp;场地', ['19:13 text/html']],
    ['a numbered entity', '教材&#160;场地', ['19:13 text/html']],
    ['a comment', '教材<!-- 待定 -->', ['19:13 text/html']],
    ['a tag on the second line', '教材，\n场地<b>费</b>', ['20:13 text/html']],
    ['an unknown tag with an attribute', '<w:p rsid="1">教材', ['19:11 text/html']],
    ['comparisons', '时间<3 天，人数>2 人，1≥2', []],
    ['a company and a name in brackets', 'R&D 与 A&B；<党员> 和 <3 天>', []],
    ['braces', '印制{{数量}}册', ['19:13 text/braces']],
    ['half of them', '印制{{数量册', ['19:13 text/braces']],
    ['a set', '集合{1, 2}', []],
    ['a link', '见[通知](https://example.com/1)', ['19:12 text/markdown']],
    ['a picture', '![图](a.png)', ['19:11 text/markdown']],
    ['bold', '印制**教材**', ['19:13 text/markdown']],
    ['a heading on the second line', '教材\n## 场地', ['20:11 text/markdown']],
    ['a document number', '按照[2021](试行)1号', []],
    ['multiplication, a lone star, a number sign', '3**2；教材*；3# 楼', []],
    ['a function', '=SUM(A1:A3)', ['19:11 text/formula']],
    ['an error of one', '合计#REF!', ['19:11 text/formula']],
    ['a cell too narrow', '####', ['19:11 text/formula']],
    ['a cell', '+B12*2', ['19:11 text/formula']],
    ['a call of another program', "@cmd|'/C calc'!A0", ['19:11 text/formula']],
    ['a dash, a plus, an equation', '-教材\n+86 电话\n=100', []],
  ])('%s', (_, text, findings) => {
    expect(findInRemark(text)).toEqual(findings);
  });

  test('a figure begins with a sign by right', () => {
    expect(findIn(SOUND_TABLE).filter((found) => found.includes('formula'))).toEqual([]);
  });

  test('says that it prints as written, and offers the words alone', () => {
    const table = SOUND_TABLE.replace('教材和场地', '<b>教材</b>&nbsp;和场地');
    const [{ message, hint } = {}] = compileTexts({
      '样例.yaml': table,
      'booklet.yaml': SOUND_BOOKLET,
    }).report.diagnostics;
    expect(message).toBe('这里有网页标签“<b>”，会原样印出来');
    expect(hint).toBe('只留文字：“教材和场地”');
  });
});
