import { describe, expect, it } from 'vitest';
import {
  decodeName,
  decodeText,
  encodeText,
  readArray,
  readDictionary,
  readReference,
  writeDictionary,
} from './pdf-syntax.ts';

describe('PDF values', () => {
  it('are read as the text that they were written as', () => {
    const text =
      '<</Type /Annot\n/Rect [72.75 -4 9 .5]\n/A <</S /URI\n/URI (https://x.cn/\\(y\\) >>)>>\n/P 12 0 R\n/T <FEFF8868>>>';
    expect([...readDictionary(text)]).toEqual([
      ['Type', '/Annot'],
      ['Rect', '[72.75 -4 9 .5]'],
      ['A', '<</S /URI\n/URI (https://x.cn/\\(y\\) >>)>>'],
      ['P', '12 0 R'],
      ['T', '<FEFF8868>'],
    ]);
    expect(writeDictionary(readDictionary(text))).toBe(text);
    expect(readArray('[<</O /Table>> (a b) [1 0 R 2] 3 0 R]')).toEqual([
      '<</O /Table>>',
      '(a b)',
      '[1 0 R 2]',
      '3 0 R',
    ]);
    expect(readReference('12 0 R')).toBe(12);
  });

  it.each(['<</A 1', '[1 2', '<</A 1>> 2', '12', '<<1 2>>', '<</A (b(c)d)>>', '<</A>>'])(
    '%s is refused',
    (text) => {
      expect(() => readDictionary(text)).toThrow();
    },
  );

  it('hold texts', () => {
    expect(decodeText('(A \\(b\\) \\\\ \\101)')).toBe('A (b) \\ A');
    expect(decodeText('<FEFF7EE96548>')).toBe('绩效');
    expect(decodeText(encodeText('𠮷“表”'))).toBe('𠮷“表”');
    expect(encodeText('表')).toBe('<FEFF8868>');
    expect(decodeName('/a#20b')).toBe('a b');
  });
});
