import { expect, test } from 'vitest';
import { quoteSheetName, toSheetNames } from './sheet-names.ts';

test.each([
  [['甲'], ['甲']],
  [
    ['甲', '甲', '甲'],
    ['甲', '甲(2)', '甲(3)'],
  ],
  [
    ['A', 'a', 'Ａ'],
    ['A', 'a(2)', 'Ａ(3)'],
  ],
  [['a/b\\c?d*e[f]g:h'], ['a／b＼c？d＊e［f］g：h']],
  [["'甲'"], ['’甲’']],
  [["甲'乙"], ["甲'乙"]],
  [
    ['History', 'HISTORY'],
    ['History(2)', 'HISTORY(3)'],
  ],
  [
    ['', ''],
    ['(2)', '(3)'],
  ],
  [['一'.repeat(40)], ['一'.repeat(31)]],
  [
    ['一'.repeat(40), '一'.repeat(41)],
    ['一'.repeat(31), `${'一'.repeat(28)}(2)`],
  ],
  [['𪚥'.repeat(16)], ['𪚥'.repeat(15)]],
  [[`${'a'.repeat(30)}'b`], [`${'a'.repeat(30)}’`]],
  [
    ['甲(2)', '甲', '甲'],
    ['甲(2)', '甲', '甲(3)'],
  ],
])('%j are sheets %j', (names, sheets) => {
  expect(toSheetNames(names)).toEqual(sheets);
});

test('ten thousand names that are alike are told apart', () => {
  const names = toSheetNames(Array.from({ length: 10_000 }, () => '甲'));
  expect(new Set(names).size).toBe(10_000);
});

test('a name in a formula', () => {
  expect(quoteSheetName("甲'乙")).toBe("'甲''乙'");
});
