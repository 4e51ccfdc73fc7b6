import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS, Refusal } from './grid.ts';
import { formatOfFile, readDocument } from './read-file.ts';

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

function zip(files: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
}

function workbook(sheet: string, count = 1, more: Record<string, string> = {}): Uint8Array {
  const list = Array.from(
    { length: count },
    (_, at) => `<sheet name="表${at + 1}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  );
  const targets = Array.from(
    { length: count },
    (_, at) => `<Relationship Id="r${at + 1}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`,
  );
  return zip({
    'xl/workbook.xml': `<workbook ${MAIN}><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELATIONSHIPS}>${targets.join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

function rows(content: string): string {
  return `<worksheet ${MAIN}><sheetData>${content}</sheetData></worksheet>`;
}

function document(body: string): Uint8Array {
  return zip({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` });
}

/** What a file is refused with; null when it is read. */
function refusalOf(bytes: Uint8Array, name: string): string | null {
  try {
    const format = formatOfFile(bytes, name);
    if (typeof format !== 'string') return `→ ${format.foreign}`;
    readDocument(bytes, format);
    return null;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.sentence.code;
    throw refusal;
  }
}

/** A package whose list of contents says another size of a part than it has. */
function withSize(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf('PK\u0001\u0002'); at >= 0; at = changed.indexOf('PK\u0001\u0002', at + 4)) {
    const length = changed.readUInt16LE(at + 28);
    if (changed.subarray(at + 46, at + 46 + length).toString() === part) changed.writeUInt32LE(size, at + 24);
  }
  return changed;
}

const PART = 'xl/worksheets/sheet1.xml';
const plain = workbook(rows('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'));

describe('files that would cost more than any table are refused', () => {
  test.each<[string, string, () => Uint8Array, string]>([
    [
      'a part of 70 MB',
      '表.xlsx',
      () => workbook(rows(' '.repeat(70 * 1024 ** 2))),
      'import/too-large#unpacked',
    ],
    ['ten thousand sheets', '表.xlsx', () => workbook(rows(''), 10_000), 'import/too-many#sheets'],
    [
      'a million cells',
      '表.xlsx',
      () => workbook(rows(`<row>${'<c t="b"><v>1</v></c>'.repeat(100)}</row>`.repeat(10_000))),
      'import/too-many#cells',
    ],
    [
      'a line of fifteen million cells',
      '表.txt',
      () => Buffer.from('甲\t'.repeat(15_000_000)),
      'import/too-many#columns',
    ],
    ['sixty million empty lines', '表.txt', () => Buffer.alloc(60_000_000, '\n'), 'import/too-many#rows'],
    ['a row far below', '表.xlsx', () => workbook(rows('<row r="1048576"/>')), 'import/too-many#rows'],
    [
      'a cell far right',
      '表.xlsx',
      () => workbook(rows('<row><c r="XFD1"><v>1</v></c></row>')),
      'import/too-many#columns',
    ],
    [
      'a merged range over everything',
      '表.xlsx',
      () =>
        workbook(
          `<worksheet ${MAIN}><sheetData>${'<row><c><v>1</v></c></row>'.repeat(9000)}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`,
        ),
      'import/too-many#cells',
    ],
    [
      'entities that grow',
      '表.xlsx',
      () => workbook(`<!DOCTYPE x [<!ENTITY a "${'甲'.repeat(99)}">]>${rows('&a;')}`),
      'import/doctype',
    ],
    [
      'an entity that reads a file',
      '表.docx',
      () =>
        zip({
          'word/document.xml':
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"/>',
        }),
      'import/doctype',
    ],
    [
      '100,000 tables in each other',
      '表.docx',
      () => document('<w:tbl><w:tr><w:tc>'.repeat(100_000)),
      'import/too-deep',
    ],
    [
      'a hundred thousand text boxes',
      '表.docx',
      () => document('<w:p><w:r><w:txbxContent>'.repeat(100_000)),
      'import/too-deep',
    ],
    [
      'a text of a million characters',
      '表.docx',
      () => document(`<w:p><w:r><w:t>${'甲'.repeat(1e6)}</w:t></w:r></w:p>`),
      'import/too-long',
    ],
    ['100,000 lines', '表.txt', () => Buffer.from('甲\t乙\n'.repeat(100_000)), 'import/too-many#rows'],
    ['three million elements', '表.docx', () => document('<w:x/>'.repeat(3e6)), 'import/too-many#elements'],
  ])('%s', (_, name, make, code) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    expect(refusalOf(bytes, name)).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 ** 2);
  });
});

describe('files that are not what they say', () => {
  test.each<[string, string, Uint8Array, string | null]>([
    ['nothing', '表.docx', new Uint8Array(), 'import/empty'],
    ['a sound file', '表.xlsx', plain, null],
    ['cut in the middle', '表.xlsx', plain.subarray(0, plain.length / 2), 'import/damaged'],
    ['a part that is longer than it says', '表.xlsx', withSize(plain, PART, 20), 'import/damaged'],
    [
      'one that says it is shorter than 64 MB and is not',
      '表.xlsx',
      withSize(plain, PART, 2 ** 31),
      'import/too-large#unpacked',
    ],
    ['XML that ends too soon', '表.xlsx', workbook('<worksheet><sheetData><row>'), 'import/damaged'],
    ['a PDF', '表.docx', Buffer.from('%PDF-1.7\n'), 'import/pdf'],
    [
      'a picture',
      '表.docx',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]),
      'import/not-text',
    ],
    ['an archive', '表.xlsx', zip({ 'a.txt': 'a' }), 'import/other-package'],
    ['a document as a workbook', '表.xlsx', document('<w:p/>'), null],
    ['a document of 1997', '表.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '→ docx'],
    [
      'a workbook of 1997 with another name',
      '表.doc',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('Workbook', 'utf16le')]),
      '→ xlsx',
    ],
    [
      'one with a password',
      '表.docx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'import/encrypted',
    ],
    [
      'a web page that is called a workbook',
      '表.xls',
      Buffer.from('<html><table><tr><td>甲</td></tr></table></html>'),
      '→ xlsx',
    ],
    ['rich text', '表.doc', Buffer.from('{\\rtf1\\ansi}'), '→ docx'],
  ])('%s', (_, name, bytes, code) => {
    expect(refusalOf(bytes, name)).toBe(code);
  });
});

test('a path that leads out of the package is no path on disk, and links elsewhere are not followed', () => {
  const book = workbook(rows('<row><c><v>1</v></c></row>'), 1, {
    '../../../etc/evil.xml': '<x/>',
    'xl/externalLinks/externalLink1.xml': '<x/>',
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELATIONSHIPS}><Relationship Id="r1" Type="x/worksheet" Target="http://example.com/sheet.xml" TargetMode="External"/></Relationships>`,
  });
  expect(readDocument(book, 'xlsx').grids).toMatchObject([{ name: '表1', rows: [] }]);
});

test('limits are those of the handbook', () => {
  expect(LIMITS).toMatchObject({ part: 64 * 1024 ** 2, rows: 10_000 });
});
