import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEPARTMENT_STEM } from '../../read/source.ts';
import { compileTexts } from '../../test/compile-source.ts';
import { readPackage, readSheet, readWordTables, toPlace } from '../../test/office-files.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { toJson } from './json.ts';
import { toExports } from './outputs.ts';

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema/export.schema.json'), 'utf8')),
);

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

/** Every text of a source, but its keys. */
function listLeaves(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  return Object.values(value ?? {}).flatMap(listLeaves);
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
  const tables = year.projects.map(({ project }) => project);

  test('has a document with each cell of the page', () => {
    const tables = readWordTables(word ?? new Map());
    const lines = tables.flat().map((row) => row.map(({ text, rows }) => [plain(text), rows]));
    expect(lines).toEqual(page.flat());
  });

  test('has data as the schema says, a value for each that the source has', () => {
    const json = JSON.parse(toJson(year.booklet, tables));
    validate(json);
    expect(validate.errors).toBeNull();
    const [{ facts, indicators }] = json.projects;
    const rows = indicators.flatMap(({ indicator, values }: { indicator: string; values: object[] }) => [
      { written: indicator },
      ...values,
    ]);
    const said = [...facts, ...rows].map(({ written }) => written.trim()).sort();
    expect(said).toEqual(listLeaves(parse(source, { schema: 'failsafe' })).sort());
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
