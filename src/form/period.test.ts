import { expect, test } from 'vitest';
import { parsePeriod } from './period.ts';

test.each([
  '2023.07–2024.01',
  '2023.07-2024.01',
  '2023.7—2024.1',
  '2023.07~2024.01',
  '2023.07～2024.01',
  '2023.07至2024.01',
  '2023年7月至2024年1月',
  '2023年7月—2024年1月',
  '2023年7月1日至2024年6月30日',
  '2023.7.1-2024.6.30',
  '2023/07-2024/01',
  '2023-07至2024-01',
  '2023年1月至12月',
  '2023年1—12月',
  '2023—2025年',
  '2023-2025',
  '2023年至2025年',
  '2023年',
  '2023年度',
  '2023年7月至次年1月',
  '2023.07–2023.07',
])('a period: %s', (text) => {
  expect(parsePeriod(text)).not.toHaveProperty('wording');
});

test.each([
  ['2024.07–2024.01', 'value/period#reversed'],
  ['2024年1月至2023年12月', 'value/period#reversed'],
  ['2025—2023年', 'value/period#reversed'],
  ['2023年12月至1月', 'value/period#reversed'],
  ['2023年7月', 'value/period#open'],
  ['2023.07', 'value/period#open'],
  ['长期', 'value/period'],
  ['三年', 'value/period'],
  ['1月至12月', 'value/period'],
  ['2023.07–2024.01（暂定）', 'value/period'],
  ['自2023年7月至2024年1月', 'value/period'],
  ['', 'value/period'],
])('no period: %s', (text, wording) => {
  expect(parsePeriod(text)).toMatchObject({ wording });
});
