import { expect, test } from 'vitest';
import type { TableOrigin } from '../project/origin.ts';
import { readOrigins, writeOrigins } from './origins.ts';

const table: TableOrigin = {
  year: '2022',
  stem: '“七一” <系列> & 活动',
  code: '52270022P004296102284',
  digest: '3f9a1c2e77',
};

/** A PDF as far as this reader looks at one. */
const pdfOf = (...properties: string[]) =>
  Buffer.from(
    `%PDF-1.7\n${properties.map((value) => `<jixiaoce:tables>${value}</jixiaoce:tables>`).join('\n')}`,
  );

test('what was written is read, in its order', () => {
  const other = { ...table, stem: '党建', digest: '0123456789' };
  expect(readOrigins(pdfOf(writeOrigins([table, other])))).toEqual([table, other]);
  expect(writeOrigins([])).toBe('');
});

test('a table whose booklet.yaml could not be read has no year', () => {
  expect(readOrigins(pdfOf(writeOrigins([{ ...table, year: '' }])))).toEqual([{ ...table, year: '' }]);
});

test('another program may have joined files, broken lines and written characters as numbers', () => {
  const spread = writeOrigins([table])
    .replaceAll('><', '>\n  <')
    .replaceAll('&amp;', '&#38;')
    .replace('七', '&#x4e03;');
  const other = { ...table, year: '2023' };
  expect(readOrigins(pdfOf(spread, writeOrigins([other, table])))).toEqual([table, other]);
});

test.each([
  ['a year that is none', { year: '../2022' }],
  ['a code that is none', { code: '5227' }],
  ['a digest that is none', { digest: '3F9A1C2E7' }],
  ['a name that steers the terminal', { stem: '党建\u001b[2J' }],
  ['a name that is a path', { stem: '../../党建' }],
  ['no name', { stem: '' }],
])('%s is not ours', (_, wrong) => {
  expect(readOrigins(pdfOf(writeOrigins([{ ...table, ...wrong }, table])))).toEqual([table]);
});

test('a file cut short has nothing to tell', () => {
  const whole = pdfOf(writeOrigins([table]));
  expect(readOrigins(whole.subarray(0, -5))).toEqual([]);
  expect(readOrigins(Buffer.from('%PDF-1.7\n'))).toEqual([]);
});
