import { describe, expect, test } from 'vitest';
import { openContext } from '../../commands/context.ts';
import { type CompiledYear, compileYear } from '../../compile.ts';
import { toParagraphs } from '../../form/text.ts';
import type { ExportFormat } from '../../form/vocabulary.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import {
  type Element,
  findAll,
  type OfficeCell,
  readPackage,
  readSheet,
  readWordTables,
  toPlace,
} from '../../test/office-files.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { readSources } from '../../workspace/disk.ts';
import { toExports } from './outputs.ts';

const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
const context = openContext(`${PROGRAM_ROOT}/templates`, false);
const EIGHT = years.map((year) => compileYear(year, context))[0] as CompiledYear;
const ALL = new Set<ExportFormat>(['xlsx', 'docx', 'json']);

/** The files of a year by name. */
function exportYear(year: CompiledYear): Map<string, Uint8Array> {
  const volume = year.bind === null ? [] : [year.bind()];
  const documents = [...volume, ...year.tables.map(({ document }) => document)];
  const all = toExports(documents, year, ALL);
  return new Map(all.map(({ stem, format, write }) => [`${stem}.${format}`, Buffer.from(write())]));
}

/** One table, changed; its workbook, and its document. */
function exportTable(from: string | RegExp, to: string) {
  const table = SOUND_TABLE.replace(from, to);
  expect(table).not.toBe(SOUND_TABLE);
  const { year, report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const files = exportYear(year);
  const book = readPackage(files.get('样例.xlsx') as Uint8Array);
  return { book, word: readPackage(files.get('样例.docx') as Uint8Array), cells: readSheet(book, 0) };
}

/** The cells of each row of a sheet, from left to right. */
function toLines(cells: ReadonlyMap<string, OfficeCell>): OfficeCell[][] {
  const lines = new Map<number, OfficeCell[]>();
  for (const [address, cell] of cells) {
    const { row } = toPlace(address);
    lines.set(row, [...(lines.get(row) ?? []), cell]);
  }
  return [...lines.values()];
}

const files = exportYear(EIGHT);
const volume = readPackage(files.get('booklet.xlsx') as Uint8Array);

/** What the table says, from its source: labels with the rows that they cover, then the row's own cells that hold anything. */
function listExpected(table: CompiledYear['tables'][number]['table']): [text: string, rows: number][][] {
  const { indicators } = table;
  const span = (index: number, keyOf: (row: (typeof indicators)[number]) => string) => {
    const own = indicators[index];
    const before = indicators[index - 1];
    if (own === undefined || (before !== undefined && keyOf(before) === keyOf(own))) return 0;
    const rest = indicators.slice(index).findIndex((row) => keyOf(row) !== keyOf(own));
    return rest < 0 ? indicators.length - index : rest;
  };
  return indicators.map(({ level1, level2, name, target, remark, explanation }, index) => {
    const [ones, twos] = [span(index, (row) => row.level1), span(index, (row) => row.level1 + row.level2)];
    const own =
      target.kind === 'figure'
        ? [target.operator, target.number, target.unit]
        : ['定性', toParagraphs(target.text).join('\n')];
    const rest = [remark, explanation].map((cell) => toParagraphs(cell?.text ?? '').join('\n'));
    return [
      ...(ones === 0 ? [] : [[level1, ones] as [string, number]]),
      ...(twos === 0 ? [] : [[level2, twos] as [string, number]]),
      ...[toParagraphs(name.text).join('\n'), ...own, ...rest]
        .filter((text) => text !== '')
        .map((text): [string, number] => [text, 1]),
    ];
  });
}

describe('the eight tables', () => {
  test('the workbook has a sheet for each, cell by cell what the source says', () => {
    for (const [index, { table }] of EIGHT.tables.entries()) {
      const lines = toLines(readSheet(volume, index + 1));
      const rows = listExpected(table);
      expect(lines.slice(-rows.length).map((line) => line.map(({ text, rows }) => [text, rows]))).toEqual(
        rows,
      );
      const facts = lines.flat().map(({ text }) => text);
      const goal = toParagraphs(table.goal.text).join('\n');
      expect(facts.slice(0, 9)).toEqual([
        ...['预算项目绩效目标表', '单位：黔南州直属机关工委', '年度：2022年'],
        ...['项目名称', table.name.text, '项目编码', table.code.text, '绩效目标', goal],
      ]);
      expect(facts).toEqual(expect.arrayContaining(['备注\n（指标解释等）', '*符号', '*值', '计量单位']));
    }
  });

  test('each has a document, cell by cell the same, and a workbook with the same sheet', () => {
    for (const [index, { table }] of EIGHT.tables.entries()) {
      const [facts = [], rows = []] = readWordTables(
        readPackage(files.get(`${table.stem}.docx`) as Uint8Array),
      );
      const printed = rows.slice(2).map((line) => line.filter(({ text }) => text !== ''));
      expect(printed.map((line) => line.map(({ text, rows }) => [text, rows]))).toEqual(listExpected(table));
      const goal = toParagraphs(table.goal.text).join('\n');
      expect(facts.map((line) => line.map(({ text, columns }) => [text, columns]))).toEqual([
        [
          ['项目名称', 1],
          [table.name.text, 4],
          ['项目编码', 1],
          [table.code.text, 2],
        ],
        [
          ['绩效目标', 1],
          [goal, 7],
        ],
      ]);
      const own = readPackage(files.get(`${table.stem}.xlsx`) as Uint8Array);
      expect(readSheet(own, 0)).toEqual(readSheet(volume, index + 1));
    }
  });

  test('figures are numbers with the decimals that are written; codes are text', () => {
    const index = EIGHT.tables.findIndex(({ table }) => table.code.text === '52270022P00429610229P');
    const cells = [...readSheet(volume, index + 1).values()];
    expect(cells.filter(({ number }) => number !== null).map(({ number }) => number)).toEqual([
      '76.00',
      '4.55',
      '100',
      '100',
      '100',
    ]);
    expect(cells.find(({ text }) => text === '52270022P00429610229P')?.number).toBe(null);
  });

  test('the first sheet is the 汇总表, with sums, and links to the others', () => {
    const sheets = findAll(volume.get('xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes.name);
    expect(sheets).toEqual(['汇总表', ...EIGHT.tables.map(({ table }) => table.name.text)]);
    const lines = toLines(readSheet(volume, 0)).map((line) => line.map(({ text }) => text));
    expect(lines[2]).toEqual([
      '序号',
      '项目名称',
      '项目编码',
      '指标数',
      '预算金额（万元）',
      '成本控制数（万元）',
    ]);
    expect(lines[3]).toEqual(['1', '党员志愿服务工作经费', '52270022P004296102284', '7', '—', '2.73']);
    expect(lines.slice(-2)).toEqual([
      ['合计', '59', '—', '90.08'],
      ['编报绩效目标的项目 8 个，成本指标合计 90.08 万元。'],
    ]);
    const links = findAll(volume.get('xl/worksheets/sheet1.xml'), 'hyperlink');
    expect(links.map(({ attributes }) => attributes.location)).toEqual(
      EIGHT.tables.map(({ table }) => `'${table.name.text}'!A1`),
    );
  });

  test('they print on A4 across, with the headings on every page', () => {
    const sheet = volume.get('xl/worksheets/sheet2.xml');
    expect(findAll(sheet, 'pageSetup')[0]?.attributes).toMatchObject({
      paperSize: '9',
      orientation: 'landscape',
      fitToHeight: '0',
    });
    const [, titles] = findAll(volume.get('xl/workbook.xml'), 'definedName');
    expect(titles).toMatchObject({
      text: "'党员志愿服务工作经费'!$5:$6",
      attributes: { name: '_xlnm.Print_Titles', localSheetId: '1' },
    });
    const word = readPackage(files.get('党员志愿服务工作经费.docx') as Uint8Array);
    const [, table] = findAll(word.get('word/document.xml'), 'w:tbl');
    const repeated = findAll(table, 'w:tr').map((row) => findAll(row, 'w:tblHeader').length);
    expect(repeated.slice(0, 3)).toEqual([1, 1, 0]);
    expect(findAll(table, 'w:cantSplit')).toHaveLength(repeated.length);
  });
});

test('the same bytes in another time zone and at another time', () => {
  const before = process.env.TZ;
  process.env.TZ = 'America/New_York';
  try {
    expect(exportYear(EIGHT)).toEqual(files);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

describe('text stays text', () => {
  test.each([
    ['=SUM(A1:A9)', '"=SUM(A1:A9)"'],
    ['+cmd|calc', '"+cmd|calc"'],
    ['-1+1', '"-1+1"'],
    ['@SUM', '"@SUM"'],
    ['2021', '2021'],
    ['007', '"007"'],
    ['1e5', '"1e5"'],
    ['a<b & c>"d"', 'a<b & c>"d"'],
    ['_x000D_ 照写', '_x000D_ 照写'],
    ['甲\u{2A6A5}乙', '甲\u{2A6A5}乙'],
  ])('%s', (text, written) => {
    const { cells, book, word } = exportTable('教材和场地', written);
    expect([...cells.values()].find((cell) => cell.text === text)?.number).toBe(null);
    expect(findAll(book.get('xl/worksheets/sheet1.xml'), 'f')).toEqual([]);
    expect(
      readWordTables(word)
        .flat(2)
        .map((cell) => cell.text),
    ).toContain(text);
  });

  test('what begins like a formula keeps a sign in front when somebody edits the cell, the sign = among it', () => {
    const { book } = exportTable('≥ 4 次', '= 4 次');
    const styles = findAll(findAll(book.get('xl/styles.xml'), 'cellXfs')[0], 'xf');
    const cell = findAll(book.get('xl/worksheets/sheet1.xml'), 'c').find((each) =>
      findAll(each, 't').some(({ text }) => text === '='),
    );
    expect(styles[Number(cell?.attributes.s)]?.attributes.quotePrefix).toBe('1');
  });

  test('a figure that a spreadsheet would round is text', () => {
    const { cells } = exportTable('≥ 4 次', '≥ 1234567890.1234567 次');
    expect([...cells.values()].find(({ text }) => text === '1234567890.1234567')?.number).toBe(null);
  });
});

describe('size', () => {
  const long = '培训教材和场地。'.repeat(600);

  test('a text that is higher than a row can be is merged over several, and nothing of it is lost', () => {
    const { book, cells, word } = exportTable('教材和场地', long);
    const heights = findAll(book.get('xl/worksheets/sheet1.xml'), 'row').map(({ attributes }) =>
      Number(attributes.ht),
    );
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    const cell = [...cells.values()].find(({ text }) => text === long);
    const name = [...cells.values()].find(({ text }) => text === '培训费');
    expect(cell?.rows).toBeGreaterThan(3);
    expect(name?.rows).toBe(cell?.rows);
    expect(
      readWordTables(word)
        .flat(2)
        .map(({ text }) => text),
    ).toContain(long);
  });

  test('every place of the sheet is in one merged range at most', () => {
    const { book } = exportTable('教材和场地', long);
    const taken = new Set<string>();
    for (const { attributes } of findAll(book.get('xl/worksheets/sheet1.xml'), 'mergeCell')) {
      const [from, to] = (attributes.ref ?? '').split(':').map(toPlace);
      for (let row = from?.row ?? 0; row <= (to?.row ?? 0); row += 1) {
        for (let column = from?.column ?? 0; column <= (to?.column ?? 0); column += 1) {
          expect(taken.has(`${row} ${column}`)).toBe(false);
          taken.add(`${row} ${column}`);
        }
      }
    }
    expect(taken.size).toBeGreaterThan(100);
  });
});

test('every part of a package is named in it with its kind, and every relation leads to a part', () => {
  for (const [name, bytes] of files) {
    if (name.endsWith('.json')) continue;
    const parts = readPackage(bytes);
    const named = findAll(parts.get('[Content_Types].xml'), 'Override').map(
      ({ attributes }) => attributes.PartName,
    );
    const others = [...parts.keys()].filter((path) => !/\.rels$|Content_Types/.test(path));
    expect(named.sort()).toEqual(others.map((path) => `/${path}`).sort());
    for (const [path, root] of [...parts].filter(([path]) => path.endsWith('.rels'))) {
      const folder = path.replace(/_rels\/[^/]*$/, '');
      const targets = (root as Element).children.map(({ attributes }) => `${folder}${attributes.Target}`);
      expect([...parts.keys()]).toEqual(expect.arrayContaining(targets));
    }
  }
});

test('a volume above offices: each office with its sum, its tables below it, and links to their sheets', () => {
  const [first, second] = ['甲镇/样例', '乙镇/丙站/另一个'];
  const other = SOUND_TABLE.replace('样例', '另一个')
    .replace('52270022P004296102284', '52270022P004302101373')
    .replace('≤ 30 万元', '≤ 12.5 万元');
  const { years } = compileTexts({
    'booklet.yaml': SOUND_BOOKLET,
    '甲镇/booklet.yaml': '单位: 甲镇\n',
    '乙镇/booklet.yaml': '单位: 乙镇\n',
    '乙镇/丙站/booklet.yaml': '单位: 丙站\n',
    [`${first}.yaml`]: SOUND_TABLE,
    [`${second}.yaml`]: other,
  });
  const files = exportYear(years[0] as CompiledYear);
  const book = readPackage(files.get('booklet.xlsx') as Uint8Array);
  const lines = toLines(readSheet(book, 0)).map((line) => line.map(({ text }) => text));
  expect(lines.slice(3)).toEqual([
    ['1', '乙镇', '6', '—', '12.50'],
    ['1.1', '丙站', '6', '—', '12.50'],
    ['1', '另一个', '52270022P004302101373', '6', '—', '12.50'],
    ['2', '甲镇', '6', '—', '30.00'],
    ['1', '样例', '52270022P004296102284', '6', '—', '30.00'],
    ['合计', '12', '—', '42.50'],
    ['编报绩效目标的项目 2 个，成本指标合计 42.5 万元。'],
  ]);
  const links = findAll(book.get('xl/worksheets/sheet1.xml'), 'hyperlink');
  expect(links.map(({ attributes }) => attributes.location)).toEqual(["'另一个'!A1", "'样例'!A1"]);
  const json = JSON.parse(String(files.get('booklet.json')));
  expect(json.projects.map(({ unit, outputs }: Record<string, string>) => [unit, outputs])).toEqual([
    ['丙站', second],
    ['甲镇', first],
  ]);
});
