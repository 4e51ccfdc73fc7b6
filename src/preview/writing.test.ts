import { expect, test } from 'vitest';
import { toFileName } from './writing.ts';

test('a name that comes with a file is one line without a folder', () => {
  const names: [string, string][] = [
    ['../../../别处.txt', '别处.txt'],
    ['C:\\Windows\\别处.txt', '别处.txt'],
    ['/etc/passwd', 'passwd'],
    ['..', 'file'],
    ['a/..', 'file'],
    ['.隐藏.txt', '隐藏.txt'],
    ['a\u0000b\u202e\n.txt', 'ab.txt'],
    ['', 'file'],
  ];
  for (const [name, shown] of names)
    expect([name, toFileName(encodeURIComponent(name))]).toEqual([name, shown]);
  expect(toFileName('%E4%zz')).toBe('file');
  const long = toFileName(`${'长'.repeat(5000)}.txt`);
  expect([long.length, long.endsWith('长.txt')]).toEqual([120, true]);
});
