import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTestBrowser } from './raw-print.ts';
import {
  bookletView,
  type Laid,
  type LaidPage,
  type LaidRow,
  type PlainRow,
  plainRow,
  projectView,
  type Sheets,
  templates,
  withSheets,
} from './sheets.ts';

const AGAIN = '（续）';
const HEADINGS = '一级指标二级指标*三级指标指标值备注（指标解释等）指标值说明（评分标准等）*符号*值计量单位';
const COLUMNS = ['indicator', 'operator', 'value', 'unit', 'remark', 'explanation'] as const;
const SENTENCE = '根据州委统一部署，推进“模范机关”创建；适时召开会议、培训≥2次，印制《条例（试行）》2万册。';
const CHARACTERS = `${SENTENCE}〔〕甲乙丙丁戊第项样例单位项目测试内容产出数量质量时效成本效益全面社会公众或服务对象满意度指标定性前后一行汇编附注年完工作任务长0123456789ABCDPWivxlc`;

/** One browser for all tests of this file: what `withSheets` lends, held open until they are done. */
let sheets: Sheets;
let finish: () => void;
let closed: Promise<void>;

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    closed = withTestBrowser((browser: Browser) =>
      withSheets(browser, CHARACTERS, async (lent) => {
        sheets = lent;
        ready();
        await done;
      }),
    );
    closed.catch(failed);
  });
});

afterAll(async () => {
  finish();
  await closed;
});

/** Text of so many characters in which each sentence has its own number, so that none can hide behind another. */
function longText(mark: string, length: number): string {
  let text = '';
  for (let number = 1; text.length < length; number += 1) text += `〔${mark}${number}〕${SENTENCE}`;
  return `${text.slice(0, length - 1)}。`;
}

function layTable(rows: readonly PlainRow[], over: Parameters<typeof projectView>[1] = {}): Promise<Laid> {
  return sheets.lay(templates.renderTable(projectView(rows, over)));
}

function rowsOf(page: LaidPage): LaidRow[] {
  return page.tables.filter(({ kind }) => kind === 'indicators').flatMap(({ rows }) => rows);
}

/** A column's text over all pages; a repeated name is left out, as is the mark above one that goes on. */
function columnText(pages: readonly LaidPage[], column: string): string {
  return pages
    .flatMap(rowsOf)
    .map(({ cells }) => cells[column] ?? '')
    .map((text) => (column === 'indicator' && text.endsWith(AGAIN) ? '' : text.replace(AGAIN, '')))
    .join('');
}

/** What holds for every table on every page, whatever it contains. */
async function expectSoundPages(
  { pages, result, isStable, attempts }: Laid,
  rows: readonly PlainRow[],
  mostAttempts = 1,
): Promise<void> {
  for (const page of pages) {
    expect(page.height).toBeLessThanOrEqual(page.room + 0.5);
    expect(page.tables.flatMap((table) => table.rows).length).toBeGreaterThan(0);
    for (const table of page.tables.filter(({ kind }) => kind === 'indicators')) {
      expect(table.headings).toBe(HEADINGS);
      expect(table.rows.length).toBeGreaterThan(0);
      // 一级 and 二级 are beside the first row, and their cells cover all rows: no border stays open.
      expect(table.rows[0]?.labels).toHaveLength(2);
      const covered = table.rows.flatMap(({ labels }) => labels).reduce((sum, label) => sum + label.rows, 0);
      expect(covered).toBe(2 * table.rows.length);
    }
  }
  expect(pages.map(({ head }) => head.startsWith('预算项目绩效目标表（续）'))).toEqual(
    pages.map((_, index) => index > 0),
  );
  expect(pages.map(({ folio }) => folio)).toEqual(
    pages.map((_, index) => `第 ${index + 1} 页　共 ${pages.length} 页`),
  );
  expect(new Set(pages.map(({ origin }) => origin))).toEqual(new Set(['52270022P004296102284 · 3f9a1c2e77']));
  for (const column of COLUMNS) {
    const value = (row: PlainRow) => [row[column]].flat().join('').replace(/\s/g, '');
    expect(columnText(pages, column)).toBe(rows.map(value).join(''));
  }
  expect(isStable).toBe(true);
  expect(attempts).toBeLessThanOrEqual(mostAttempts);
  expect(result.pages.map(({ label }) => label)).toEqual(pages.map((_, index) => String(index + 1)));
  const pdf = await sheets.print();
  expect(pdf.pages).toHaveLength(pages.length);
  for (const [index, page] of pages.entries()) {
    // The PDF's text comes in another order, but has the same characters: none lost, none clipped, none twice.
    const footer = (page.folio + page.origin).replace(/\s/g, '');
    expect(sorted(pdf.pages[index] ?? '')).toBe(sorted(page.text + footer));
  }
}

/** The font draws 目 and ⽬, 页 and ⻚ with the same glyphs, and a PDF's text may name either. */
function sorted(text: string): string {
  return [...text.normalize('NFKC').replaceAll('⻚', '页')].sort().join('');
}

/** Names of the labels in the order of the pages. */
function labelsOf(page: LaidPage): string[] {
  return rowsOf(page).flatMap(({ labels }) => labels.map(({ text }) => text));
}

test('a small table is one page, and is left as it was rendered', async () => {
  const rows = [plainRow('产出指标', '数量指标', '第1项')];
  const laid = await layTable(rows);
  expect(laid.pages).toHaveLength(1);
  expect(laid.result).toMatchObject({
    pages: [{ anchor: 'p-1', label: '1', numbering: 'body' }],
    links: [],
  });
  await expectSoundPages(laid, rows);
});

test('merged groups of 30 rows close at each page and begin again with their labels', async () => {
  const rows = ['数量指标', '质量指标'].flatMap((level2) =>
    Array.from({ length: 30 }, (_, index) =>
      plainRow('产出指标', level2, `第${index + 1}项`, { remark: index % 7 === 0 ? [SENTENCE] : [] }),
    ),
  );
  const laid = await layTable(rows);
  await expectSoundPages(laid, rows);
  expect(laid.pages.length).toBeGreaterThan(3);
  expect(laid.pages.flatMap(rowsOf)).toHaveLength(60);
  expect(laid.pages.flatMap(rowsOf).some(({ isPart }) => isPart)).toBe(false);
  expect(labelsOf(laid.pages[0] as LaidPage)).toEqual(['产出指标', '数量指标']);
  expect(labelsOf(laid.pages[1] as LaidPage).slice(0, 2)).toEqual(['产出指标（续）', '数量指标（续）']);
  expect(laid.pages.flatMap(labelsOf).filter((text) => text === '质量指标')).toHaveLength(1);
});

test('a group that begins exactly at the top of a page has no （续）', async () => {
  const short = (count: number) =>
    Array.from({ length: count }, (_, index) => plainRow('产出指标', '数量指标', `第${index + 1}项`));
  const first = await layTable(short(60));
  const onFirstPage = rowsOf(first.pages[0] as LaidPage).length;
  const rows = [...short(onFirstPage), plainRow('效益指标', '社会效益指标', '后一行')];
  const laid = await layTable(rows);
  await expectSoundPages(laid, rows);
  expect(laid.pages.map(labelsOf)).toEqual([
    ['产出指标', '数量指标'],
    ['效益指标', '社会效益指标'],
  ]);
});

test('a long label beside a single row has its room, with （续） too', async () => {
  const level2 = '社会公众或服务对象满意度指标';
  for (const remark of [600, 640, 680, 720, 760, 800]) {
    const rows = [
      plainRow('产出指标', '数量指标', '前一行', { remark: [longText('甲', remark)] }),
      plainRow('满意度指标', level2, '第1项'),
      plainRow('满意度指标', level2, '第2项', { remark: [longText('乙', 640)] }),
    ];
    await expectSoundPages(await layTable(rows), rows);
  }
});

test.each(COLUMNS.filter((column) => column !== 'operator' && column !== 'unit'))(
  'a row is taller than three pages by its %s',
  async (column) => {
    const tall = longText('丙', 3_500);
    const rows = [
      plainRow('产出指标', '数量指标', '前一行'),
      plainRow('产出指标', '数量指标', '测试内容', { [column]: [tall], valueIsText: column === 'value' }),
      plainRow('产出指标', '数量指标', '后一行'),
    ];
    const laid = await layTable(rows);
    await expectSoundPages(laid, rows);
    const parts = laid.pages.map((page) => rowsOf(page).filter(({ isPart }) => isPart));
    expect(parts.flat().length).toBeGreaterThan(3);
    // It begins below the row before it, and the row after it follows on the page where it ends.
    expect(rowsOf(laid.pages[0] as LaidPage).map(({ isPart }) => isPart)).toEqual([false, true]);
    expect(rowsOf(laid.pages.at(-1) as LaidPage).map(({ isPart }) => isPart)).toEqual([true, false]);
    for (const [part] of parts.slice(1)) {
      expect(part?.labels.map(({ text }) => text)).toEqual(['产出指标（续）', '数量指标（续）']);
      expect(part?.cells.indicator).toContain(AGAIN);
      expect(part?.cells).toMatchObject({ operator: '', unit: '' });
    }
  },
);

test('several cells of a row are tall at once, in paragraphs, and the goal as well', async () => {
  const rows = [
    plainRow('产出指标', '数量指标', '', {
      indicator: [longText('甲', 1_500)],
      operator: '定性',
      value: [longText('乙', 1_500)],
      valueIsText: true,
      unit: '',
      remark: [longText('丙', 700), longText('丁', 800)],
      explanation: [longText('戊', 1_500)],
    }),
    plainRow('产出指标', '质量指标', '后一行'),
  ];
  const goal = [longText('甲', 1_500), longText('乙', 2_500)];
  const laid = await layTable(rows, { goal });
  await expectSoundPages(laid, rows);
  const facts = laid.pages.flatMap(({ tables }) => tables.filter(({ kind }) => kind === 'facts'));
  const goals = facts.flatMap(({ rows }) => rows).filter(({ cells }) => cells[0]?.startsWith('绩效目标'));
  expect(goals.map(({ cells }) => cells[0])).toEqual(['绩效目标', '绩效目标（续）']);
  expect(goals.map(({ cells }) => cells[1]).join('')).toBe(goal.join(''));
});

test('a word of 200 letters breaks inside its cell', async () => {
  const rows = [
    plainRow('产出指标', '数量指标', 'W'.repeat(200), { value: ['A'.repeat(200)], valueIsText: true }),
  ];
  await expectSoundPages(await layTable(rows), rows);
});

test('punctuation that is set differently once its neighbour is on the next page', async () => {
  let attempts = 0;
  for (let offset = 0; offset < 7; offset += 1) {
    const explanation = [`${'甲'.repeat(offset)}${'。、'.repeat(500)}`];
    const rows = [plainRow('产出指标', '数量指标', '第1项', { explanation })];
    const laid = await layTable(rows);
    await expectSoundPages(laid, rows, 2);
    attempts = Math.max(attempts, laid.attempts);
  }
  expect(attempts).toBe(2);
});

test('a booklet: each printed page number is that of the page its link leads to', async () => {
  const projects = Array.from({ length: 70 }, (_, index) => {
    const rows = Array.from({ length: index === 2 ? 60 : 2 }, (_row, at) =>
      plainRow('产出指标', '数量指标', `第${at + 1}项`),
    );
    return projectView(rows, { anchor: `p-${index + 1}`, name: `样例项目第${index + 1}项` });
  });
  const notes = Array.from({ length: 12 }, (_, index) => longText('甲', 300 + index));
  const body = templates.renderBookletFront(bookletView(projects, notes));
  const { pages, result, isStable } = await sheets.lay(body + projects.map(templates.renderTable).join(''));
  expect(isStable).toBe(true);
  for (const page of pages) expect(page.height).toBeLessThanOrEqual(page.room + 0.5);

  const front = result.pages.filter(({ numbering }) => numbering === 'front').map(({ label }) => label);
  expect(front.slice(0, 4)).toEqual(['i', 'ii', 'iii', 'iv']);
  expect(result.pages.slice(front.length).map(({ label }) => label)).toEqual(
    result.pages.slice(front.length).map((_, index) => String(index + 1)),
  );
  expect(pages.map(({ folio }) => folio)).toEqual([
    '',
    ...result.pages.slice(1).map(({ label }) => `— ${label} —`),
  ]);

  // 目录 and 汇总表 name every project once, on several pages with their headings.
  const contents = pages.filter(({ head }) => head.startsWith('目录'));
  expect(contents.length).toBeGreaterThan(2);
  expect(contents.map(({ head }) => head).slice(0, 2)).toEqual(['目录', '目录（续）']);
  expect(contents.flatMap(({ entries }) => entries)).toHaveLength(72);
  const summary = pages.filter(({ head }) => head.startsWith('汇总表'));
  expect(summary.length).toBeGreaterThan(2);
  expect(summary.map(({ tables }) => tables[0]?.headings)).toEqual(
    summary.map(() => '序号项目名称项目编码指标数预算金额（万元）成本控制数（万元）页码'),
  );
  expect(summary.flatMap(({ tables }) => tables[0]?.rows ?? [])).toHaveLength(71);
  const notesText = pages
    .filter(({ head }) => head.startsWith('说明'))
    .map(({ text, head }) => text.slice(head.length));
  expect(notesText.length).toBeGreaterThan(1);
  expect(notesText.join('')).toBe(notes.join(''));

  const pdf = await sheets.print();
  expect(pdf.pages).toHaveLength(pages.length);
  expect(result.links).toHaveLength(72 + 70);
  for (const { target, printed } of result.links) {
    expect(result.pages[await pdf.pageOf(target)]?.label).toBe(printed);
  }
  expect(pdf.outline.map(({ title, items }) => [title, items.length])).toEqual([
    ['目录', 0],
    ['说明', 0],
    ['汇总表', 0],
    ...projects.map(() => ['预算项目绩效目标表', 1]),
  ]);
  expect(pdf.outline[5]?.items[0]?.title).toBe('样例项目第3项');
});

test('a footer without a place of its own for the page number is filled itself', async () => {
  const html = templates.renderTable(projectView([plainRow('产出指标', '数量指标', '第1项')]));
  const { pages } = await sheets.lay(html.replace(/(<footer[^>]*>).*(?=<\/footer>)/, '$1'));
  expect(pages.map(({ folio, origin }) => [folio, origin])).toEqual([['第 1 页　共 1 页', '']]);
});

test('合计 and the sentence are never alone on a page', async () => {
  for (let count = 15; count <= 26; count += 1) {
    const projects = Array.from({ length: count }, (_, index) =>
      projectView([plainRow('产出指标', '数量指标', '第1项')], { anchor: `p-${index + 1}` }),
    );
    const body = templates.renderBookletFront(bookletView(projects));
    const { pages } = await sheets.lay(body + projects.map(templates.renderTable).join(''));
    const last = pages.filter(({ head }) => head.startsWith('汇总表')).at(-1);
    expect(last?.tables[0]?.rows.length).toBeGreaterThan(1);
    expect(last?.text).toContain('成本指标合计90.08万元。');
  }
});
