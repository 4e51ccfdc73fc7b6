import { expect, test } from 'vitest';
import { gatherYear } from '../../read/source.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

const other = SOUND_TABLE.replace('102284', '102303');

/** The findings of these checks, as `file severity code`. */
function findings(texts: Record<string, string>): string[] {
  const { report } = compileTexts({ ...texts, 'booklet.yaml': SOUND_BOOKLET });
  return report.diagnostics
    .filter(({ code }) => /^(?:name\/repeated|name\/file|name\/windows|file\/|code\/repeated)/.test(code))
    .map(({ file, severity, code }) => `${file.slice('projects/2022/'.length)} ${severity} ${code}`);
}

test('name/repeated: two projects with one name; a similar name is another', () => {
  expect(findings({ '样例.yaml': SOUND_TABLE, '样例二.yaml': other })).toEqual([
    '样例二.yaml warning name/file',
    '样例二.yaml warning name/repeated',
  ]);
  expect(findings({ '样例.yaml': SOUND_TABLE, '样例二.yaml': other.replace('样例', '样例二') })).toEqual([]);
});

test('booklet/year: the year of another folder', () => {
  const reported = (booklet: string) =>
    compileTexts({ '样例.yaml': SOUND_TABLE, 'booklet.yaml': booklet })
      .report.diagnostics.filter(({ code }) => code === 'booklet/year')
      .map(({ file, line, column, severity }) => `${file}:${line}:${column} ${severity}`);
  expect(reported(SOUND_BOOKLET)).toEqual([]);
  expect(reported(SOUND_BOOKLET.replace('年度: 2022', '年度: 2021'))).toEqual([
    'projects/2022/booklet.yaml:3:5 warning',
  ]);
});

test('file/reserved: the names of our own outputs, in any case; a name that holds one is free', () => {
  const named = (name: string) => ({ [`${name}.yaml`]: SOUND_TABLE.replace('样例', name) });
  expect(findings(named('index'))).toEqual(['index.yaml error file/reserved']);
  expect(findings(named('Manifest'))).toEqual(['Manifest.yaml error file/reserved']);
  expect(findings(named('index二'))).toEqual([]);
  // A 项目名称 that no file may have is not what to rename the file to.
  const { report } = compileTexts({
    '样例.yaml': SOUND_TABLE.replace('样例', 'booklet'),
    'booklet.yaml': SOUND_BOOKLET,
  });
  expect(report.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([['name/file', '换一个项目名称']]);
});

test('name/windows: devices, signs, and ends that Windows cannot hold, in the file or in 项目名称', () => {
  const named = (name: string) => ({ [`${name}.yaml`]: SOUND_TABLE.replace('样例', JSON.stringify(name)) });
  for (const name of [
    'CON',
    'nul',
    'COM1',
    'lpt9',
    'aux.2022',
    'a:b',
    'a*b',
    'a?b',
    '甲<乙>',
    '甲|乙',
    '甲.',
  ])
    expect(findings(named(name)), name).toEqual([`${name}.yaml error name/windows`]);
  for (const name of ['CONTROL', 'COM10', '甲：乙', '甲.乙', '控制con'])
    expect(findings(named(name)), name).toEqual([]);
  expect(findings({ '样例.yaml': SOUND_TABLE.replace('样例', '"a:b"') })).toEqual([
    '样例.yaml warning name/file',
    '样例.yaml error name/windows',
  ]);
});

test('file/same-name: two booklets that differ in case of their ending', () => {
  const files = ['booklet.YAML', 'booklet.yaml'].map((name) => {
    return { file: `projects/2022/${name}`, bytes: Buffer.from(SOUND_BOOKLET) };
  });
  const sources = gatherYear('2022', 'projects/2022', files, []);
  expect(sources.diagnostics.map(({ code, at }) => `${at.file} ${code}`)).toEqual([
    'projects/2022/booklet.yaml file/same-name',
  ]);
});

test('file/same-name: names that differ only in case', () => {
  const texts = {
    'A党建.yaml': SOUND_TABLE.replace('样例', 'A党建'),
    'a党建.yaml': other.replace('样例', 'a党建'),
  };
  expect(findings(texts)).toEqual(['a党建.yaml error file/same-name']);
});

test('file/same-name: names that differ only in how their characters are encoded', () => {
  const [composed = '', decomposed = ''] = ['NFC', 'NFD'].map((form) => 'é党建'.normalize(form));
  expect(composed).not.toBe(decomposed);
  const texts = {
    [`${composed}.yaml`]: SOUND_TABLE.replace('样例', composed),
    [`${decomposed}.yaml`]: other.replace('样例', composed),
  };
  expect(findings(texts)).toContainEqual(expect.stringMatching(/ error file\/same-name$/));
});
