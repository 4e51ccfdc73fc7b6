import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { textRule } from './rule.ts';

const HEAD = {
  code: 'text/test',
  severity: 'warning',
  docs: { zh: '例', en: 'test', example: '例' },
} as const;

/** Nothing runs here: `npx tsc` fails when one of these mistakes compiles, for then there is no error to expect. */
test('messages and their arguments are types', () => {
  const rule = textRule({
    ...HEAD,
    messages: {
      default: {
        zh: { text: '“{word}”有 {count} 处', hint: '改成“{corrected}”' },
        en: { text: '{count} {count#place|places} of “{word}”', hint: 'Write “{corrected}”' },
      },
      plain: { zh: { text: '不对' }, en: { text: 'Wrong' } },
    },
    check({ at }, report) {
      report('default', at, { word: '甲', count: '2', corrected: '乙' });
      report('plain', at);
      // @ts-expect-error There is no such message.
      report('other', at);
      // @ts-expect-error An argument is missing.
      report('default', at, { word: '甲', count: '2' });
      // @ts-expect-error All are missing.
      report('default', at);
      // @ts-expect-error No message has this one.
      report('default', at, { word: '甲', count: '2', corrected: '乙', wrong: '丙' });
    },
  });
  textRule({
    ...HEAD,
    messages: {
      // @ts-expect-error The English sentence has no {word}.
      default: { zh: { text: '“{word}”不对' }, en: { text: 'It is wrong' } },
    },
    check() {},
  });
  expect(rule.sees).toBe('text');
});

test('a finding has the severity of its message, or else that of its rule', () => {
  const severityOf = (name: string) => {
    const table = SOUND_TABLE.replace('培训次数', name);
    const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
    return report.diagnostics.find(({ code }) => code === 'text/to-fill')?.severity;
  };
  expect(severityOf('待填')).toBe('error');
  expect(severityOf('指标1：培训次数')).toBe('warning');
});
