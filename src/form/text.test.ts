import { expect, test } from 'vitest';
import { toLine, toParagraphs } from './text.ts';

test.each([
  ['第一句。\n第二句。', ['第一句。第二句。']],
  ['甲\nABC', ['甲ABC']],
  ['use of\nthe form', ['use of the form']],
  ['目标 1: 党建，\n目标 2: 宣传', ['目标 1: 党建，目标 2: 宣传']],
  ['第一段。\n\n第二段。\n', ['第一段。', '第二段。']],
  ['第一段。\r\n \r\n第二段。\r\n接着。\r\n', ['第一段。', '第二段。接着。']],
  ['“甲”\nB', ['“甲”B']],
  ['𠮷\n𠮷', ['𠮷𠮷']],
  ['  ', []],
])('%j', (text, paragraphs) => {
  expect(toParagraphs(text)).toEqual(paragraphs);
});

test('a label is one line', () => {
  expect(toLine('甲，\n乙\n\n丙\n')).toBe('甲，乙丙');
});
