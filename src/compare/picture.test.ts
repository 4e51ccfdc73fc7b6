import { expect, test } from 'vitest';
import type { Document } from '../document/document.ts';
import { cutFonts } from '../print/cut-fonts.ts';
import { readPng } from '../test/png.ts';
import { withTestBrowser } from '../test/raw-print.ts';
import { type PlainRow, plainRow, projectView, templates } from '../test/sheets.ts';
import type { EnvironmentError } from '../util/environment-error.ts';
import type { CellName, ChangedSheets } from './changed-sheets.ts';
import { type Frame, type Picture, type Screenshot, withScreenshots } from './picture.ts';

function documentOf(rows: readonly PlainRow[], body = templates.renderTable(projectView(rows))): Document {
  const about = {
    title: '样例',
    author: '',
    subject: '',
    keywords: [],
    tables: [],
    booklet: null,
    date: '2022-01-01',
  };
  return { kind: 'project', stem: '样例', path: '2022/样例', body, about, mayFallBack: false };
}

const NOTHING: ChangedSheets = { cells: [], gaps: [], isWhole: false };

async function withPictures(
  document: Document,
  use: (take: (cells: readonly CellName[]) => Promise<Picture[]>, screenshot: Screenshot) => Promise<void>,
) {
  const fonts = await cutFonts([document], templates.text);
  await withTestBrowser((browser) =>
    withScreenshots(browser, { templates, fonts, patience: 60_000 }, (photographer) =>
      use((cells) => photographer.take(document, { ...NOTHING, cells }), photographer),
    ),
  );
}

const SHORT = [
  plainRow('产出指标', '数量指标', '培训次数', { remark: ['每季度一次。'] }),
  plainRow('产出指标', '数量指标', '培训人数', { value: ['600'], unit: '人' }),
  plainRow('产出指标', '质量指标', '合格率'),
];

const contains = ({ x, y, width, height }: Frame, px: number, py: number) =>
  px >= x && px < x + width && py >= y && py < y + height;

test('the same cell gives the same bytes; outside the frames no pixel of the sheet moves', async () => {
  await withPictures(documentOf(SHORT), async (take) => {
    const value: CellName = { row: 1, field: '指标值' };
    const goal: CellName = { row: null, field: '绩效目标' };
    const [first] = await take([value]);
    const [other] = await take([goal]);
    const [again] = await take([value]);
    expect(again?.png.equals(first?.png ?? Buffer.alloc(0))).toBe(true);
    if (!first || !other) throw new Error('no picture');
    expect([first.sheet, first.frames.length, other.frames.length]).toEqual([1, 1, 1]);

    const [a, b] = [readPng(first.png), readPng(other.png)];
    expect([a.width, a.height]).toEqual([2246, 1588]);
    const frames = [...first.frames, ...other.frames];
    let [outside, inside] = [0, 0];
    for (let y = 0; y < a.height; y += 1) {
      for (let x = 0; x < a.width; x += 1) {
        if (a.colour(x, y) === b.colour(x, y)) continue;
        if (frames.some((frame) => contains(frame, x, y))) inside += 1;
        else outside += 1;
      }
    }
    expect(outside).toBe(0);
    expect(inside).toBeGreaterThan(5000);
    // Sign, number and unit are one frame: as wide as the three columns.
    expect(first.frames[0]?.width).toBeGreaterThan(540);
    // In grey, too: the dashes are dark on white, and the corner is filled.
    const [{ x, y, width, height }] = first.frames as [Frame];
    const border = Array.from({ length: height }, (_, line) => a.at(x + 3, y + line)[1] < 128);
    expect(new Set(border.slice(8, -8))).toEqual(new Set([true, false]));
    expect(a.at(x + width - 8, y + 8)[1]).toBeLessThan(64);
  });
});

test('of many sheets only those that hold a framed cell; what goes on is framed on each of its sheets', async () => {
  const long = Array.from(
    { length: 40 },
    (_, index) => `第${index + 1}句：开展培训、检查和评比，并按季度通报。`,
  ).join('');
  const rows = [
    ...Array.from({ length: 30 }, (_, index) => plainRow('产出指标', '数量指标', `第${index + 1}项`)),
    plainRow('产出指标', '质量指标', '合格率', { remark: [long.repeat(2)] }),
    plainRow('效益指标', '社会效益指标', '覆盖率'),
  ];
  await withPictures(documentOf(rows), async (take) => {
    const sheetsOf = async (...cells: CellName[]) => (await take(cells)).map(({ sheet }) => sheet);
    const all = await sheetsOf(
      { row: 0, field: '一级指标' },
      { row: 29, field: '一级指标' },
      { row: 30, field: '备注' },
    );
    expect(all.length).toBeGreaterThan(2);
    expect(await sheetsOf({ row: 0, field: '备注' })).toEqual([1]);
    const cut = await sheetsOf({ row: 30, field: '备注' });
    expect(cut.length).toBeGreaterThan(1);
    expect(await sheetsOf({ row: 31, field: '指标值' })).toEqual([cut.at(-1)]);
    // The label of row 29 is that of its part of the group on the row's own sheet.
    const [label] = await take([{ row: 29, field: '二级指标' }]);
    const [cell] = await take([{ row: 29, field: '三级指标' }]);
    expect(label?.sheet).toBe(cell?.sheet);
    expect(label?.frames[0]?.height).toBeGreaterThan(2 * (cell?.frames[0]?.height ?? 0));
    await expect(take([{ row: 99, field: '备注' }])).rejects.toThrow('no such cell: {"row":99');
    expect(await take([])).toEqual([]);
  });
});

test('a whole row is one frame beside its labels; sheets without a frame only when they are asked for', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => plainRow('产出指标', '数量指标', `第${index + 1}项`));
  const document = documentOf(rows);
  await withPictures(document, async (_, { take }) => {
    const sheetsOf = async (changed: Partial<ChangedSheets>) =>
      (await take(document, { ...NOTHING, ...changed })).map(({ sheet, frames }) => [sheet, frames.length]);
    const whole: CellName = { row: 39, field: null };
    const [[last] = []] = await sheetsOf({ cells: [whole] });
    expect(last).toBeGreaterThan(1);
    const every = Array.from({ length: last ?? 0 }, (_, index) => [index + 1, 0]);
    expect(await sheetsOf({ isWhole: true })).toEqual(every);
    const cells = [null, '三级指标', '指标值说明'].map((field) => ({ row: 39, field }));
    const [picture] = await take(document, { ...NOTHING, cells });
    const [row, name, end] = picture?.frames ?? [];
    expect(row).toMatchObject({ x: name?.x, y: name?.y, height: name?.height });
    expect((row?.x ?? 0) + (row?.width ?? 0)).toBe((end?.x ?? 0) + (end?.width ?? 0));
  });
});

test('a gap has its sheet without a frame; beside a row that is cut, the sheet where it ends or begins', async () => {
  const sentence = '每季度开展一次培训，并按季度通报。';
  const cut = plainRow('产出指标', '数量指标', '培训次数', { remark: [sentence.repeat(120)] });
  const document = documentOf([cut, plainRow('产出指标', '数量指标', '培训人数')]);
  await withPictures(document, async (_, { take }) => {
    const sheetsOf = async (changed: Partial<ChangedSheets>) =>
      (await take(document, { ...NOTHING, ...changed })).map(({ sheet, frames }) => [sheet, frames.length]);
    const remark: CellName = { row: 0, field: '备注' };
    const own = (await sheetsOf({ cells: [remark] })).map(([sheet]) => sheet);
    expect(own.length).toBeGreaterThan(1);
    const name: CellName = { row: 0, field: '三级指标' };
    expect(await sheetsOf({ gaps: [{ ...name, edge: 'start' }] })).toEqual([[own[0], 0]]);
    expect(await sheetsOf({ gaps: [{ ...name, edge: 'end' }] })).toEqual([[own.at(-1), 0]]);
    const cells: CellName[] = [{ row: 1, field: null }];
    const [[last] = []] = await sheetsOf({ cells });
    expect(await sheetsOf({ cells, gaps: [{ row: null, field: '项目名称', edge: 'end' }] })).toEqual([
      [1, 0],
      [last, 1],
    ]);
    const lost = { ...NOTHING, gaps: [{ row: 99, field: '三级指标', edge: 'end' } as const] };
    await expect(take(document, lost)).rejects.toThrow('no such cell: {"row":99');
  });
});

test('the page is as safe as the one that prints', async () => {
  const stealing = documentOf(
    [],
    `<section class="page"><div class="content" style="background:url(http://example.com/x)">x</div></section>`,
  );
  await withPictures(stealing, async (take) => {
    const trouble: unknown = await take([])
      .then(() => take([]))
      .catch((error: unknown) => error);
    expect((trouble as EnvironmentError).code).toBe('print/reached-out');
  });
});
