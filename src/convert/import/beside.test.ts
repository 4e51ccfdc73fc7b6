import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForms } from '../../commands/context.ts';
import type { Message } from '../../report/diagnostic.ts';
import { recognizeBy } from '../../test/recognize-by.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';

const { first } = openForms(PROGRAM_ROOT, join(PROGRAM_ROOT, 'templates'));

const TABLE = `项目名称|培训
一级指标|二级指标|三级指标|符号|值|计量单位|备注
产出指标|数量指标|培训人数|≥|100|人次|
|成本指标|培训费|≤|3|万元|`;

/** Lines of cells; one that begins with `<` is one cell over all columns. */
function read(lines: string, isLoose: boolean) {
  const rows = lines.split('\n').map((line, index) => {
    const place: Message = { code: 'import/place#line', args: { line: String(index + 1) } };
    const make = (text: string) => ({ text, place, isMerged: false, hadTags: false });
    const merged = line.startsWith('<') ? make(line.slice(1)) : null;
    const cells = line.split('|').map((text) => (text === '' ? null : make(text)));
    return { place, cells: merged === null ? cells : Array.from({ length: isLoose ? 1 : 7 }, () => merged) };
  });
  return recognizeBy({ grids: [{ name: '表', rows, isLoose }], notes: [] }, [first.form]).tables;
}

const BESIDE = [
  '<此表由项目单位填报，一式三份。',
  '<填表说明：1.数量指标按实际填写；2.成本指标不得超过预算。',
  '<2.满意度指标≥90%。',
  '<注：本表金额单位为万元。',
  '<填报人：张三    审核人：李四    日期：2022年3月1日',
  '填报人：|张三||审核人：|李四||',
  '单位负责人（签字）：||经办人：',
  '说明|本表一式两份',
  '（盖章）',
  '2022年3月1日',
  '合计||||3|万元',
];

test.each(BESIDE.flatMap((line) => [true, false].map((isLoose) => ({ line, isLoose }))))(
  'no row, and reported once: $line, in a text: $isLoose',
  ({ line, isLoose }) => {
    const [table, ...others] = read(`${TABLE}\n${line}`, isLoose);
    expect(others).toEqual([]);
    expect(table?.rows.map(({ name, notes }) => [name, notes])).toEqual([
      ['培训人数', []],
      ['培训费', []],
    ]);
    const cells = line.replace('<', '').split('|').filter(Boolean);
    expect(table?.notes.flatMap(({ before }) => before)).toEqual(cells);
  },
);

test('what is below a title without a table is reported with the table before it', () => {
  const [table, ...others] = read(`${TABLE}\n附件2\n合计||||3|万元\n项目负责人|张三`, false);
  expect(others).toEqual([]);
  expect(table?.notes.map(({ code, place, before }) => [code, place.args.line, before])).toEqual([
    ['import/unused', '6', ['合计', '3', '万元']],
    ['import/unused', '7', ['张三']],
  ]);
});

test('a row without a value, or with one alone, is a row still', () => {
  const [table] = read(`${TABLE}\n||培训期数\n|||≥|4|期`, false);
  expect(table?.rows.slice(2).map(({ name, notes }) => [name, notes[0]?.code])).toEqual([
    ['培训期数', 'import/cell-empty'],
    ['', 'import/cell-empty'],
  ]);
});

test.each([
  ['续表', '续表'],
  ['the title with （续）, and the name again', '预算项目绩效目标表（续）\n项目名称|培训'],
])('%s: the table goes on, and its headings are there again', (_, again) => {
  const [head] = TABLE.match(/^一级.*$/m) ?? [];
  const [table, ...others] = read(`${TABLE}\n${again}\n${head}\n|时效指标|结业时间|≤|6|月|`, false);
  expect(others).toEqual([]);
  expect(table?.notes).toEqual([]);
  expect(table?.rows.map(({ level1, level2, name }) => [level1, level2, name])[2]).toEqual([
    ...['产出指标', '时效指标', '结业时间'],
  ]);
});
