import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CompiledYear } from '../../compile.ts';
import { DEPARTMENT_STEM } from '../../read/source.ts';
import type { Report } from '../../report/report.ts';
import { compileTexts } from '../../test/compile-source.ts';
import { readPackage, readSheet, readWordTables, toPlace } from '../../test/office-files.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { toJson } from './json.ts';
import { toExports } from './outputs.ts';

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema/export.schema.json'), 'utf8')),
);

const EXAMPLES = join(PROGRAM_ROOT, 'templates/forms/例');
const GOALS = '预算项目绩效目标表';
const read = (file: string) => readFileSync(join(EXAMPLES, file), 'utf8');
const namesIn = (folder: string) =>
  readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [basename(file, '.yaml')] : []));
const forms = [...namesIn(EXAMPLES), ...namesIn(join(EXAMPLES, '结果')).map((name) => `结果/${name}`)];

/** The example of a form in a year of its own; one of results, with the table that they are of. */
function compileExample(form: string): { source: string; unit: CompiledYear; report: Report } {
  const source = read(`${form}.yaml`);
  const isResult = form.startsWith('结果/');
  const table = isResult ? read(`${GOALS}.yaml`) : source;
  const stem = /^项目名称: (.+)$/m.exec(table)?.[1] ?? DEPARTMENT_STEM;
  const folder = form.includes('监控') ? '监控/7月' : '自评';
  const key = isResult ? folder.slice(0, 2) : stem === DEPARTMENT_STEM ? DEPARTMENT_STEM : '目标';
  const { year, report } = compileTexts({
    [`${stem}.yaml`]: table,
    ...(isResult ? { [`${folder}/${stem}.yaml`]: source } : {}),
    'booklet.yaml': `标题: 汇编\n单位: 样例单位\n年度: 2022\n表式:\n  ${key}: ${basename(form)}\n`,
  });
  return { source, unit: (isResult ? year.results[0] : year) as CompiledYear, report };
}

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
  const { source, unit, report } = compileExample(form);
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const documents = unit.tables.map(({ document }) => document);
  const files = toExports(documents, unit, new Set(['xlsx', 'docx']));
  const [book, word] = files.map(({ write }) => readPackage(Buffer.from(write())));
  const page = readPage(documents[0]?.body ?? '');

  test('has a document with each cell of the page', () => {
    const tables = readWordTables(word ?? new Map());
    const lines = tables.flat().map((row) => row.map(({ text, rows }) => [plain(text), rows]));
    expect(lines).toEqual(page.flat());
  });

  test('has data as the schema says, a value for each that the source has', () => {
    const json = JSON.parse(toJson(unit));
    validate(json);
    expect(validate.errors).toBeNull();
    const [{ facts, indicators, results }] = json.projects;
    expect(results !== undefined).toBe(form.startsWith('结果/'));
    if (results !== undefined) return;
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
