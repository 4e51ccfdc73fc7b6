import { expect, test } from 'vitest';
import { writeXmp } from './metadata.ts';
import {
  isOurs,
  ORIGIN_NAMESPACE,
  readOrigins,
  type TableOrigin,
  writeBookletOrigin,
  writeTableOrigins,
} from './provenance.ts';

const table: TableOrigin = {
  year: '2022',
  stem: '“七一” <系列> & 活动',
  code: '52270022P004296102284',
  digest: '3f9a1c2e77',
};

/** A PDF as far as this reader looks at one. */
const pdfOf = (...properties: string[]) =>
  Buffer.from(
    `%PDF-1.7\n${properties.map((value) => `<jixiaoce:tables>${value}</jixiaoce:tables>`).join('\n')}`,
  );

const readTables = (pdf: Buffer) => readOrigins(pdf).tables;

test('what was written is read, in its order', () => {
  const other = { ...table, stem: '党建', digest: '0123456789' };
  expect(readTables(pdfOf(writeTableOrigins([table, other])))).toEqual([table, other]);
  expect(writeTableOrigins([])).toBe('');
});

test('a table whose booklet.yaml could not be read has no year', () => {
  expect(readTables(pdfOf(writeTableOrigins([{ ...table, year: '' }])))).toEqual([{ ...table, year: '' }]);
});

test('another program may have joined files, broken lines and written characters as numbers', () => {
  const spread = writeTableOrigins([table])
    .replaceAll('><', '>\n  <')
    .replaceAll('&amp;', '&#38;')
    .replace('七', '&#x4e03;');
  const other = { ...table, year: '2023' };
  expect(readTables(pdfOf(spread, writeTableOrigins([other, table])))).toEqual([table, other]);
});

test.each([
  ['a year that is none', { year: '../2022' }],
  ['a code that is none', { code: '5227' }],
  ['a digest that is none', { digest: '3F9A1C2E7' }],
  ['a name that steers the terminal', { stem: '党建\u001b[2J' }],
  ['a name that is a path', { stem: '../../党建' }],
  ['no name', { stem: '' }],
])('%s is not ours', (_, wrong) => {
  expect(readTables(pdfOf(writeTableOrigins([{ ...table, ...wrong }, table])))).toEqual([table]);
});

test('a booklet says what it is made from as a whole; what is no year or no digest is not ours', () => {
  const read = (...booklets: (typeof booklet)[]) =>
    readOrigins(
      Buffer.from(
        booklets.map((one) => `<jixiaoce:booklets>${writeBookletOrigin(one)}</jixiaoce:booklets>`).join('\n'),
      ),
    );
  const booklet = { year: '2022', digest: '3f9a1c2e77' };
  const other = { ...booklet, year: '2023' };
  expect(read(booklet, other, booklet)).toEqual({ booklets: [booklet, other], tables: [] });
  expect(read({ ...booklet, year: '' }, { ...booklet, digest: '\u001b[2J' }).booklets).toEqual([]);
  expect(writeBookletOrigin(null)).toBe('');
});

test('ours is known without a table in it', () => {
  const about = { title: '', author: '', subject: '', keywords: [], tables: [], booklet: null };
  const xmp = writeXmp(
    { ...about, creator: '', date: new Date(0), pageLabels: [] },
    { language: 'zh-CN', producer: 'Skia/PDF', isConforming: true },
  );
  expect(xmp).toContain(ORIGIN_NAMESPACE);
  expect([isOurs(Buffer.from(xmp)), isOurs(Buffer.from('%PDF-1.7\n'))]).toEqual([true, false]);
});

test('a file cut short says nothing', () => {
  const whole = pdfOf(writeTableOrigins([table]));
  expect(readTables(whole.subarray(0, -5))).toEqual([]);
  expect(readTables(Buffer.from('%PDF-1.7\n'))).toEqual([]);
});

test('a list that begins again and again is read once', () => {
  // 5 MB: when each beginning was read to the end of the file, this took minutes.
  const begun = '<jixiaoce:tables>'.repeat(300_000);
  expect(readTables(Buffer.concat([Buffer.from(begun), pdfOf(writeTableOrigins([table]))]))).toEqual([table]);
  expect(readTables(Buffer.from(begun))).toEqual([]);
  expect(readTables(pdfOf('', writeTableOrigins([table]), ''))).toEqual([table]);
});
