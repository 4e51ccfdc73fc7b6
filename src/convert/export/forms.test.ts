import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEPARTMENT_STEM } from '../../read/source.ts';
import { compileTexts } from '../../test/compile-source.ts';
import { readPackage, readSheet, readWordTables, toPlace } from '../../test/office-files.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { toExports } from './outputs.ts';

const EXAMPLES = join(PROGRAM_ROOT, 'templates/forms/例');
const forms = readdirSync(EXAMPLES).flatMap((file) =>
  file.endsWith('.yaml') ? [basename(file, '.yaml')] : [],
);

/** The cells of the page, table by table: what each says, and how many rows it covers. */
function readPage(body: string): [text: string, rows: number][][][] {
  return [...body.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<(t[hd])([^>]*)>(.*?)<\/\1>/gs)].map(([, , attributes = '', content = '']) => [
        toText(content),
        Number(/rowspan="(\d+)"/.exec(attributes)?.[1] ?? 1),
      ]),
    ),
  );
}

/** Without marks and blanks: choices have other signs on paper. */
function toText(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|(\w+));/gi, (_, code, name) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (ENTITIES[name] ?? ''),
    );
  return plain(text);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function plain(text: string): string {
  return text.replace(/[\s□☑√]/gu, '');
}

describe.each(forms)('the example of %s', (form) => {
  const source = readFileSync(join(EXAMPLES, `${form}.yaml`), 'utf8');
  const name = /^项目名称: (.+)$/m.exec(source)?.[1];
  const { year, report } = compileTexts({
    [`${name ?? DEPARTMENT_STEM}.yaml`]: source,
    'booklet.yaml': `标题: 汇编\n单位: 样例单位\n年度: 2022\n表式:\n  ${name ? '目标' : '整体'}: ${form}\n`,
  });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const documents = year.projects.map(({ document }) => document);
  const files = toExports(documents, year, new Set(['xlsx', 'docx']));
  const [book, word] = files.map(({ write }) => readPackage(Buffer.from(write())));
  const page = readPage(documents[0]?.body ?? '');

  test('has a document with each cell of the page', () => {
    const tables = readWordTables(word ?? new Map());
    const lines = tables.flat().map((row) => row.map(({ text, rows }) => [plain(text), rows]));
    expect(lines).toEqual(page.flat());
  });

  test('has a worksheet with each cell of the page', () => {
    const cells = readSheet(book ?? new Map(), 0);
    const said = [...cells.values()].map(({ text }) => plain(text)).filter((text) => text !== '');
    const wanted = page.flat(2).map(([text]) => text);
    expect(said).toEqual(expect.arrayContaining(wanted.filter((text) => text !== '')));
    const rows = [...cells.keys()].map((address) => toPlace(address).row);
    expect(rows).toEqual(rows.toSorted((one, other) => one - other));
  });
});
