import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';

const ENDS = { LF: '\n', CRLF: '\r\n', CR: '\r', 'LF with a byte order mark': '\n' } as const;
const FAULTY = SOUND_TABLE.replace('≥ 4 次', '＞4次')
  .replace('备注: 教材和场地', '备注: |\n          教材，，和场地\n\n          共 4 批\n          满意')
  .replace('指标值: ≤ 30 万元', '指标值：≤ 30 万元');
const RULES_ONLY = FAULTY.replace('指标值：', '指标值: ');

function inStyle(text: string, name: keyof typeof ENDS): string {
  return `${name.includes('mark') ? '\ufeff' : ''}${text.replaceAll('\n', ENDS[name])}`;
}

test.each(Object.keys(ENDS) as (keyof typeof ENDS)[])('%s: the same findings at the same places', (name) => {
  for (const table of [SOUND_TABLE, FAULTY, RULES_ONLY]) {
    const told = (text: string) =>
      compileTexts({
        '样例.yaml': text,
        'booklet.yaml': inStyle(SOUND_BOOKLET, name),
      }).report.diagnostics.map(({ fix, ...finding }) => finding);
    expect(told(inStyle(table, name))).toEqual(told(table));
  }
});
