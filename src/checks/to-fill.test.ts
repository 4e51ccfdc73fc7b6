import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnostic.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { withoutToFillEchoes } from './to-fill.ts';

/** The places of 待填 that are told, as `line:column-column`. */
function placesIn(table: string): string[] {
  const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  return report.diagnostics
    .filter(({ code }) => code === 'text/to-fill')
    .map(({ line, column, endColumn }) => `${line}:${column}-${endColumn}`);
}

describe('待填 is told where it stands', () => {
  test.each([
    ['a whole value', SOUND_TABLE.replace('52270022P004296102284', '待填'), ['2:7-9']],
    ['inside a figure', SOUND_TABLE.replace('≥ 4 次', '≥ 待填 次'), ['8:16-18']],
    [
      'twice in a text',
      SOUND_TABLE.replace('教材和场地', '教材待填套，场地待填次'),
      ['18:15-17', '18:21-23'],
    ],
    ['in a block', SOUND_TABLE.replace('教材和场地', '|\n          教材\n          待填'), ['20:11-13']],
    [
      'not in a comment, nor behind a block’s sign',
      SOUND_TABLE.replace('备注: 教材', '备注: | # 去年待填\n          教材').replace('# 无', '# 待填'),
      [],
    ],
    ['written as an escape', SOUND_TABLE.replace('教材和场地', '"\\u5f85\\u586b"'), []],
    ['nowhere', SOUND_TABLE, []],
  ])('%s', (_, table, places) => {
    expect(placesIn(table)).toEqual(places);
  });
});

describe('withoutToFillEchoes', () => {
  const at = (start: number, end: number, file = 'a.yaml') => ({ file, start, end });
  const toFill = diagnose('error', 'text/to-fill', at(10, 12));

  test('drops what else is told of the same characters, and nothing else', () => {
    const echo = diagnose('error', 'value/no-number', at(8, 14));
    const others = [
      diagnose('error', 'schema/missing-key', at(0, 0)),
      diagnose('error', 'value/no-unit', at(12, 14)),
      diagnose('error', 'value/no-unit', at(10, 12, 'b.yaml')),
    ];
    expect(withoutToFillEchoes([toFill, echo, ...others])).toEqual([toFill, ...others]);
  });

  test('an error stays an error when the year takes 待填 lightly', () => {
    const lightly = { ...toFill, severity: 'warning' as const };
    const echo = diagnose('error', 'code/shape', at(10, 12));
    expect(withoutToFillEchoes([lightly, echo])).toEqual([lightly, echo]);
  });
});
