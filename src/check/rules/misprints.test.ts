import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { MISPRINTS } from '../language/misprint-list.ts';

const find = (remark: string, own = '') =>
  compileTexts({
    '样例.yaml': SOUND_TABLE.replace('教材和场地', remark),
    'booklet.yaml': `${SOUND_BOOKLET}${own}`,
  })
    .report.diagnostics.filter(({ code }) => code === 'text/misprint' || code.startsWith('schema/'))
    .map(({ file, line, column, message }) => `${file.slice(14)}:${line}:${column} ${message}`);

describe('the built-in list', () => {
  test.each([
    ['格局《实施意见》', ['样例.yaml:18:13 “格局”多半是“根据”的笔误']],
    ['水平正题提升', ['样例.yaml:18:15 “正题”多半是“整体”的笔误']],
    ['按时拔付资金', ['样例.yaml:18:15 “拔付”多半是“拨付”的笔误']],
    ['截止2022年底', ['样例.yaml:18:13 “截止”多半是“截至”的笔误']],
    ['布署工作，再次布署', ['样例.yaml:18:13 “布署”多半是“部署”的笔误']],
    [
      '布署工作，拔付资金',
      ['样例.yaml:18:13 “布署”多半是“部署”的笔误', '样例.yaml:18:18 “拔付”多半是“拨付”的笔误'],
    ],
    ['新格局《》', []],
    ['选拔付出者，创建没有经验，防犯罪，按装备目录', []],
    ['构建新格局，引入正题，报名截止时间，根据《意见》整体提升', []],
  ])('%s', (remark, findings) => {
    expect(find(remark)).toEqual(findings);
  });

  test('has no word twice and none that means itself', () => {
    expect(new Set(MISPRINTS.map(({ wrong }) => wrong)).size).toBe(MISPRINTS.length);
    expect(MISPRINTS.filter(({ wrong, right }) => wrong === right)).toEqual([]);
  });
});

describe('常见错字 of the office', () => {
  test('adds words', () => {
    expect(find('支步活动')).toEqual([]);
    expect(find('支步活动', '常见错字:\n  支步: 支部\n')).toEqual([
      '样例.yaml:18:13 “支步”多半是“支部”的笔误',
    ]);
  });

  test('takes the place of a built-in word, or switches it off', () => {
    expect(find('帐户', '常见错字:\n  帐户: 户头\n')).toEqual(['样例.yaml:18:13 “帐户”多半是“户头”的笔误']);
    expect(find('帐户', '常见错字:\n  帐户: 帐户\n')).toEqual([]);
  });

  test('a word that is part of the right one is right there', () => {
    const words = '常见错字:\n  支部: 党支部\n';
    expect(find('党支部活动', words)).toEqual([]);
    expect(find('支部活动', words)).toEqual(['样例.yaml:18:13 “支部”多半是“党支部”的笔误']);
  });

  test('is checked like the rest of booklet.yaml', () => {
    expect(find('教材', '常见错字:\n  帐户:\n')).toEqual(['booklet.yaml:5:3 “帐户”没有内容']);
  });
});
