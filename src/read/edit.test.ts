import { describe, expect, test } from 'vitest';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Located } from '../report/diagnostic.ts';
import { applyFix, narrowEdit } from '../report/fix.ts';
import { renameKey, rewriteValue, writeInline } from './edit.ts';
import { spanOf } from './parse.ts';

/** Ways in which a value is in a source; comments and neighbours have to stay. */
const STYLES: Readonly<Record<string, string>> = {
  plain: '备注: 教材4次 # 甲\n后项: 乙\n',
  'in double quotes': '备注: "教材4次" # 甲\n后项: 乙\n',
  'in single quotes': "备注: '教材4次' # 甲\n后项: 乙\n",
  'on the next line': '备注:\n  教材4次\n后项: 乙\n',
  'over two lines': '备注: 教材4次\n  共两批\n后项: 乙\n',
  'over two lines in quotes': '备注: "教材4次\n  共两批"\n后项: 乙\n',
  'in a block': '备注: |  # 甲\n  教材4次\n\n  共两批\n\n后项: 乙\n',
  'in a block that keeps its end': '备注: |+\n  教材4次\n\n后项: 乙\n',
  'in a block with its indentation': '备注: |2\n   教材4次\n  共两批\n后项: 乙\n',
  'in a folded block': '备注: >\n  教材4次\n  共两批\n后项: 乙\n',
  'in brackets': '{备注: 教材4次, 后项: 乙}\n',
  last: '后项: 乙\n备注: 教材4次',
};

const VALUES = [
  '= 4 次',
  '> 4 次',
  '- 内容',
  '|教材',
  'a: b',
  'a #b',
  '#3 会议室',
  '“甲”, 乙',
  '[教材]',
  '{甲}',
  '"三会一课"制度',
  "it's",
  '\\',
  '@甲',
  '%',
  '',
  '~',
  '𠮷野家',
  '甲: "乙\' #丙, [丁',
  '一行\n另一行',
  '一行\n\n- 另一段',
];

function read(source: string): { located: Located; other: string } {
  const document = parseDocument(source, { schema: 'failsafe' });
  expect(document.errors.concat(document.warnings)).toEqual([]);
  const root = document.contents;
  const node = isMap(root) ? root.get('备注', true) : null;
  if (!isMap(root) || !isScalar(node)) throw new Error(`no value in ${source}`);
  return {
    located: { text: String(node.value), at: spanOf('x', node) },
    other: String(root.get('后项')),
  };
}

describe.each(Object.entries(STYLES))('a value %s', (_, written) => {
  test.each(['\n', '\r\n'])('gets any other text, with line ends %j', (eol) => {
    const source = written.replaceAll('\n', eol);
    for (const value of VALUES) {
      const made = applyFix(source, { edits: [rewriteValue(source, read(source).located, value)] });
      const after = read(made);
      expect(after.located.text.replace(/\n+$/, ''), made).toBe(value);
      expect(after.other).toBe('乙');
      expect(made.includes('# 甲')).toBe(source.includes('# 甲'));
      expect(made.replaceAll(eol, '')).not.toContain('\n');
      const again = rewriteValue(made, after.located, value);
      expect(applyFix(made, { edits: [again] })).toBe(made);
    }
  });
});

test('a text gets quotes only where YAML needs them', () => {
  expect(
    ['≥ 4 次', '= 4 次', '甲, 乙', '> 4 次', '- 甲', '"甲"乙', 'a: b'].map((text) => writeInline(text)),
  ).toEqual(['≥ 4 次', '= 4 次', '甲, 乙', '"> 4 次"', '"- 甲"', `'"甲"乙'`, '"a: b"']);
});

test('a key gets another name', () => {
  const source = '甲: 1\r\n"乙": 2\r\n丙: 3\r\n';
  const edits = [renameKey({ start: 6, end: 9 }, '戊')];
  expect(applyFix(source, { edits })).toBe('甲: 1\r\n戊: 2\r\n丙: 3\r\n');
});

test('an edit is narrowed to what differs, and never cuts a character in half', () => {
  const narrow = (before: string, after: string) =>
    narrowEdit(before, { start: 0, end: before.length, text: after });
  expect(narrow('≥4次', '≥ 4 次')).toEqual({ start: 1, end: 2, text: ' 4 ' });
  expect(narrow('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
  expect(narrow('x𠮷y', 'x𠮸y')).toEqual({ start: 1, end: 3, text: '𠮸' });
  expect(() =>
    applyFix('abc', {
      edits: [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
    }),
  ).toThrow();
});

test('a line break that is put into a folded text is that of its source', () => {
  const source = '备注: 教材和场地\r\n  会议\r\n';
  const located = { text: '教材和场地 会议', at: { file: '', start: 4, end: source.indexOf('会议') + 2 } };
  const edit = rewriteValue(source, located, '教材和场地\n会议');
  expect(applyFix(source, { edits: [edit] })).toBe('备注: 教材和场地\r\n\r\n  会议\r\n');
});
