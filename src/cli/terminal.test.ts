import { expect, test } from 'vitest';
import { toTerminal } from './terminal.ts';

test('no text steers the terminal, and no line of it is a workflow command', () => {
  expect(toTerminal('a\x1b[31m\x1b]8;;x\x07b\u202ec\r\u2028d\n')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
  for (const line of [
    '::add-mask::错误',
    '  ::stop-commands::x',
    '\t::x',
    '\u3000::x',
    '字 ##[add-mask]x',
    '##vso[task.x]',
  ])
    for (const text of [line, `1\n${line}`, `1\r\n${line}`])
      for (const shown of toTerminal(`${text}\n`).split('\n'))
        expect(shown).not.toMatch(/^\s*::|##\[|##vso\[/i);
  expect(toTerminal('比 A::B\n## 标题\n')).toBe('比 A::B\n## 标题\n');
});
