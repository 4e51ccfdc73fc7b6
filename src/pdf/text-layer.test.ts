import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listGlyphSources } from '../font/cmap.ts';
import { facePath, faces } from '../font/faces.ts';
import { listWrittenCharacters, restoreText } from './text-layer.ts';

const written = listWrittenCharacters(faces.map((face) => listGlyphSources(readFileSync(facePath(face)))));
const code = (character: string) => character.codePointAt(0) ?? 0;

test('a radical, a compatibility form and a special blank say the character that people write', () => {
  expect(written.get(code('⼀'))).toBe(code('一'));
  expect(written.get(code('⽬'))).toBe(code('目'));
  expect(written.get(code('\u00a0'))).toBe(code(' '));
  expect(written.get(code('\u2012'))).toBe(code('–'));
  for (const character of '一目 绩效，。（）“”≥%A1–—-')
    expect(written.has(code(character)), character).toBe(false);
});

test('every entry of a ToUnicode stream is restored, in ranges too, in blocks of at most a hundred', () => {
  const cmap = `/CIDInit /ProcSet findresource begin
begincmap
2 beginbfchar
<0005> <2F00>
<0007> <D840DC00>
endbfchar
1 beginbfrange
<0100> <0177> <4E00>
endbfrange
endcmap
end
`;
  const restored = inflateSync(restoreText(deflateSync(cmap), written)).toString();
  expect(restored).toMatch(
    /^\/CIDInit \/ProcSet findresource begin\nbegincmap\n100 beginbfchar\n<0005> <4E00>\n<0007> <D840DC00>\n<0100> <4E00>\n<0101> <4E01>\n/,
  );
  expect(restored).toMatch(/<0177> <4E77>\nendbfchar\nendcmap\nend\n$/);
  expect(restored).toContain('endbfchar\n22 beginbfchar\n');
});
