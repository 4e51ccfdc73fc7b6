import { expect, test } from 'vitest';
import { readTar } from './tar.ts';

/** One ustar entry, as a writer other than ours would make it: header and content in blocks of 512 bytes. */
function entry(path: string, text: string, type = '0', prefix = ''): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  header.write(prefix, 345);
  const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
  content.write(text);
  return Buffer.concat([header, content]);
}
const end = Buffer.alloc(1024);

test('reads regular files and leaves out folders and links', () => {
  const long = 'x'.repeat(600);
  const archive = [
    entry('lib/', '', '5'),
    entry('lib/a.so', long),
    entry('b', '', '2'),
    entry('c.so', 'c', '0', 'lib'),
  ];
  const files = readTar(Buffer.concat([...archive, end]));
  expect(files.map(({ path, bytes }) => [path, bytes.toString()])).toEqual([
    ['lib/a.so', long],
    ['lib/c.so', 'c'],
  ]);
});

test.each(['../a', 'lib/../../a', '/etc/a', '..\\a'])('refuses %s, which leads out of the folder', (path) => {
  expect(() => readTar(Buffer.concat([entry(path, 'a'), end]))).toThrow('unsafe path');
});

test('refuses an archive that was cut off', () => {
  expect(() => readTar(entry('a', 'x'.repeat(600)).subarray(0, 700))).toThrow('truncated');
});
