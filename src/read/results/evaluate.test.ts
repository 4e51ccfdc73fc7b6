import { expect, test } from 'vitest';
import { openForms } from '../../commands/context.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { compareWithTarget, withAdjustedTarget } from './evaluate.ts';

const { year } = compileTexts({ '样例.yaml': SOUND_TABLE, 'booklet.yaml': SOUND_BOOKLET });
const rows = year.tables[0]?.table.indicators ?? [];
const form = openForms('').results().find('自评表')?.form;
const adjustable = openForms('').results().find('绩效自评表（重庆）')?.form;

function toRow(name: string, values: Record<string, string>) {
  const indicator = rows.find((row) => row.name.text === name);
  if (indicator === undefined || form === undefined) throw new Error(name);
  const locate = (text: string) => ({ text, at: { file: '自评/样例.yaml', start: 0, end: text.length } });
  const row = {
    name: locate(name),
    values: new Map(Object.entries(values).map(([key, text]) => [key, locate(text)])),
  };
  return { indicator, row, form };
}

/** What a form without points says of one row. */
function compare(name: string, values: Record<string, string>): string[] {
  const { indicator, row, form } = toRow(name, values);
  const found: Parameters<typeof compareWithTarget>[3] = [];
  compareWithTarget(indicator, row, { form, source: '' }, found);
  return found.map(({ severity, code }) => `${severity} ${code}`);
}

test.each<[string, Record<string, string>, string[]]>([
  ['培训次数', { 实际: '4 次' }, []],
  ['培训次数', { 实际: '3 次' }, ['warning result/missed']],
  ['培训次数', { 实际: '3 次', 原因: '一期取消。' }, []],
  ['培训次数', { 实际: '3 期' }, ['error result/unit']],
  ['培训次数', { 实际: '三次' }, ['error result/not-a-figure']],
  ['培训费', { 实际: '285000 元' }, []],
  ['培训费', { 实际: '31 万元' }, ['warning result/missed']],
  ['完成时限', { 实际: '按时完成' }, []],
])('without points, %s with %o: %o', (name, values, expected) => {
  expect(compare(name, values)).toEqual(expected);
});

test.each<[string, string, string[], string[]]>([
  ['培训次数', '5 次', ['≥', '5', '次'], []],
  ['培训次数', '5 期', ['≥', '4', '次'], ['error result/unit']],
  ['培训次数', '≥ 5 次', ['≥', '4', '次'], ['error result/sign']],
  ['培训费', '285000 元', ['≤', '28.5', '万元'], []],
  ['培训费', '待填', ['≤', '30', '万元'], []],
  ['完成时限', '2022年12月底前', [], []],
])('the target of %s is adjusted by %s: %j', (name, adjusted, target, codes) => {
  const { indicator, row } = toRow(name, { 调整: adjusted });
  if (adjustable === undefined) throw new Error('no form');
  const found: Parameters<typeof withAdjustedTarget>[3] = [];
  const compared = withAdjustedTarget(indicator, row, { form: adjustable, source: '' }, found).target;
  expect(compared.kind === 'figure' ? [compared.operator, compared.number, compared.unit] : []).toEqual(
    target,
  );
  expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(codes);
});
