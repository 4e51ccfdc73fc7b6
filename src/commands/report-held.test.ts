import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { reportHeld } from './report-held.ts';

const OTHER = SOUND_TABLE.replace('52270022P004296102284', '52270022P00430210119J');

function held(change: Record<string, string>): string[] {
  const { years } = compileTexts({
    'booklet.yaml': SOUND_BOOKLET,
    '甲镇/booklet.yaml': '单位: 甲镇\n',
    '甲镇/甲站/booklet.yaml': '单位: 甲站\n',
    '甲镇/甲站/样例.yaml': SOUND_TABLE,
    '乙镇/booklet.yaml': '单位: 乙镇\n',
    '乙镇/样例.yaml': OTHER,
    ...change,
  });
  const all = { isWhole: true, isDrafted: false, has: () => false };
  return years.flatMap((year) =>
    reportHeld(year, { ...all, tables: year.held }).map(
      ({ code, args }) => `${args.path} ${code} ${args.names ?? ''}`,
    ),
  );
}

test('each volume says what it waits for: its tables, its booklet.yaml, that of an office above, or offices', () => {
  expect(held({})).toEqual([]);
  expect(held({ '甲镇/甲站/样例.yaml': SOUND_TABLE.replace('≥ 4 次', '许多') })).toEqual([
    '2022 build/volume-held 2022/甲镇',
    '2022/甲镇 build/volume-held 2022/甲镇/甲站',
    '2022/甲镇/甲站 build/table-held 样例',
    '2022/甲镇/甲站 build/volume-held 样例',
  ]);
  expect(held({ '甲镇/booklet.yaml': '单位: 甲镇\n年度: 2021\n' })).toEqual([
    '2022 build/volume-held 2022/甲镇',
    '2022/甲镇 build/volume-held booklet.yaml',
    '2022/甲镇/甲站 build/booklet-held ',
  ]);
  const above = held({
    'booklet.yaml': SOUND_BOOKLET.replace('2022', '年度'),
    '甲镇/丁站/booklet.yaml': '单位: 丁站\n',
  });
  expect(above).toContain('2022/甲镇 build/volume-held#above ');
});
