import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { createFinder } from '../../test/family.ts';
import { checkCharacterOf } from './code.ts';

const SOUND_CODE = '52270022P004296102284';
const withCode = (code: string) => SOUND_TABLE.replace(SOUND_CODE, code);
const { find, hints } = createFinder('code');
const hintsOf = (code: string) => hints(withCode(code));

/** The codes of the eight tables of 2022. */
const REAL = [
  '52270022P004296102284',
  '52270022P004296102303',
  '52270022P00429610229P',
  '52270022P00430210119J',
  '52270022P00430210136F',
  '52270022P00430210139A',
  '52270022P00430210140M',
  '52270022P004302101373',
];

test.each(REAL)('%s is sound', (code) => {
  expect(checkCharacterOf(code)).toBe(code.at(-1));
  expect(find(withCode(code))).toEqual([]);
});

describe('code/letter', () => {
  test.each([
    ['O for 0', '52270022P0043O210119J', ['2:20 code/letter']],
    ['two letters', '522700Z2P0043O210119J', ['2:13 code/letter', '2:20 code/letter']],
    ['a letter in the region', '5227A022P00430210119J', ['2:11 code/letter']],
    ['a check character that is none', '52270022P00430210119V', ['2:27 code/letter']],
    ['another class', '52270022T0043I210119J', ['2:20 code/letter']],
    ['other letters of another class', '52270022TYX43A210119K', []],
    ['a class letter of any kind', '52270022O004302101190', []],
    ['a wrong length is reported by its shape only', '52270022P0043O210119', ['2:7 code/shape']],
  ])('%s', (_, code, findings) => {
    expect(find(withCode(code))).toEqual(findings);
  });

  test('the hint gives the corrected code, with every letter mended', () => {
    expect(hintsOf('52270022P0043O210119J')).toEqual([
      '对照预算系统核对这一位：是不是“52270022P00430210119J”？',
    ]);
    expect(hintsOf('522700Z2P0043O210119J')[0]).toContain('52270022P00430210119J');
    expect(hintsOf('52270022P00430210119V')[0]).toContain('52270022P00430210119U');
  });

  test('the place is right in quotes, too', () => {
    expect(find(withCode('"52270022P0043O210119J"'))).toEqual(['2:21 code/letter']);
  });
});

describe('code/check-character', () => {
  test.each([
    ['a wrong last character', '52270022P00430210119K', ['2:27 code/check-character']],
    ['two digits swapped', '52270022P00430120119J', ['2:27 code/check-character']],
    ['another class does not follow the rule', '52270022T00430210119K', []],
  ])('%s', (_, code, findings) => {
    expect(find(withCode(code))).toEqual(findings);
  });

  test('the hint gives the right character', () => {
    expect(hintsOf('52270022P00430210119K')[0]).toContain('最后一位应该是“J”');
  });
});

test('code/year: the year digits against the booklet', () => {
  const table = withCode('52270021T004302101190');
  expect(find(table)).toEqual(['2:13 code/year']);
  expect(find(table, SOUND_BOOKLET.replace('2022', '2021'))).toEqual([]);
});

describe('code/region', () => {
  const year = (...codes: string[]) => {
    const tables = codes.map((code, index) => [
      `样例${index}.yaml`,
      withCode(code).replace('样例', `样例${index}`),
    ]);
    const { report } = compileTexts({ ...Object.fromEntries(tables), 'booklet.yaml': SOUND_BOOKLET });
    return report.diagnostics
      .filter(({ code }) => code.startsWith('code/'))
      .map(({ file, column, code }) => `${file.slice(14)} ${column} ${code}`);
  };

  test('one region that differs from the others', () => {
    expect(year('52270022T004302101190', '52270022T004302101191', '52230022T004302101192')).toEqual([
      '样例2.yaml 7 code/region',
    ]);
  });

  test('two projects have no majority, nor have three regions', () => {
    expect(year('52270022T004302101190', '52230022T004302101192')).toEqual([]);
    expect(year('52270022T004302101190', '52230022T004302101191', '52010022T004302101192')).toEqual([]);
  });
});
