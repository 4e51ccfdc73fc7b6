import { LIMITS, Refusal, type SourceDocument } from './grid.ts';
import { listPackage } from './package.ts';
import { readTextTable } from './text-table.ts';
import { readWordDocument } from './word-document.ts';
import { readWorkbook } from './workbook.ts';

export type FileFormat = 'xlsx' | 'docx' | 'text';

/** A format that an office suite reads, and what it is to be saved as. */
export type Foreign = { foreign: 'xlsx' | 'docx' };

/** What a file is, by its bytes: names lie. Throws `Refusal`. */
export function formatOfFile(bytes: Uint8Array, name: string): FileFormat | Foreign {
  if (bytes.length === 0) throw new Refusal('import/empty');
  if (bytes.length > LIMITS.file)
    throw new Refusal('import/too-large', { limit: String(LIMITS.file / 1024 ** 2) });
  const isSheet = /\.(?:xls[xmb]?|et|ett|ods|csv)$/i.test(name);
  const foreign: Foreign = { foreign: isSheet ? 'xlsx' : 'docx' };
  const begins = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    if (hasUtf16(bytes, 'EncryptedPackage')) throw new Refusal('import/encrypted');
    return hasUtf16(bytes, 'Workbook') || hasUtf16(bytes, 'Book') ? { foreign: 'xlsx' } : foreign;
  }
  if (begins(0x50, 0x4b)) return formatOfPackage(bytes, foreign);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).trimStart();
  if (head.startsWith('%PDF')) throw new Refusal('import/pdf');
  if (head.startsWith('{\\rtf')) return { foreign: 'docx' };
  if (/^(?:﻿|ï»¿)?<(?:!doctype html|html|\?xml|table|meta)/i.test(head)) return foreign;
  return 'text';
}

function formatOfPackage(bytes: Uint8Array, foreign: Foreign): FileFormat | Foreign {
  const names = new Set(listPackage(bytes));
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('content.xml')) return foreign;
  if (names.has('xl/workbook.bin')) return { foreign: 'xlsx' };
  throw new Refusal(names.size === 0 ? 'import/damaged' : 'import/other-package');
}

function hasUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(word, 'utf16le'));
}

/** The rows of cells of a file. Throws `Refusal`. */
export function readDocument(bytes: Uint8Array, format: FileFormat): SourceDocument {
  switch (format) {
    case 'xlsx':
      return readWorkbook(bytes);
    case 'docx':
      return readWordDocument(bytes);
    case 'text':
      return readTextTable(bytes);
  }
}
