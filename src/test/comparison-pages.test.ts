import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { formatComparisonHtml, printComparison, toDocument } from '../commands/print-comparison.ts';
import { trace } from '../commands/trace.ts';
import { toComparisonReport } from '../compare/formats/json.ts';
import { listFaults } from './archival-clauses.ts';
import { readPdfText } from './pdf-text.ts';
import { openPage, withTestBrowser } from './raw-print.ts';
import { type Repository, withRepository } from './repository.ts';

const HEADINGS = '一级指标二级指标三级指标调整内容调整前调整后增减';

/** A history with a change of every kind, one of them over several pages; then what is made of it. */
async function withComparison<T>(
  use: (made: { repository: Repository; pdf: () => Promise<Buffer>; html: string }) => Promise<T>,
): Promise<T> {
  return withRepository(async (repository) => {
    const { folder, git, edit, put, read, diff } = repository;
    edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
    const rows = Array.from(
      { length: 40 },
      (_, index) => `      - 三级指标: 第${index + 1}项走访\n        指标值: ≥ ${index + 2} 次\n`,
    );
    edit('党员干部教育经费', '    质量指标:', `${rows.join('')}    质量指标:`);
    edit('星级支部创建工作经费', '绩效目标: ', '绩效目标: <b>{{x}}</b>𠮷');
    git(['mv', 'projects/2022/机关党建宣传经费.yaml', 'projects/2022/宣传经费.yaml']);
    edit('宣传经费', '项目名称: 机关党建宣传经费', '项目名称: 宣传经费');
    put('projects/2022/七一系列活动工作经费.yaml', null);
    const sentences = Array.from({ length: 120 }, (_, index) => `  〔${index + 1}〕继续推进创建工作。\n`);
    edit('模范机关创建工作经费', /绩效目标: \|?\n?/, `绩效目标: |\n${sentences.join('')}  `);
    expect(read('projects/2022/模范机关创建工作经费.yaml').toString()).toContain('〔120〕');
    const compared = await diff();
    const report = toComparisonReport(compared.range, compared.comparison, compared.texts, 'zh');
    const document = toDocument(compared, report);
    const pdf = async () => {
      const options = { env: process.env, epoch: null, signal: new AbortController().signal };
      await printComparison(document, compared, {
        ...options,
        cwd: folder,
        pdf: '对照 表/一.pdf',
        onUnpack: () => {},
      });
      return read('对照 表/一.pdf');
    };
    return use({ repository, pdf, html: formatComparisonHtml(document, compared) });
  });
}

test('the comparison prints on the tables’ pages: headings and labels go on, page numbers are true', async () => {
  await withComparison(async ({ pdf, repository: { git, folder } }) => {
    const [head = '', day = ''] = git(['log', '-1', '--format=%H %cs']).split(' ');
    const bytes = await pdf();
    // 𠮷 is in no font: the file does not say that it conforms, and is as it should be in all else.
    const faults = listFaults(bytes).map((fault) => fault.replace(/^.*: /, ''));
    expect(faults).toEqual(['glyph 0', '.notdef', 'pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part']);
    const { pages, sizes, outline, pageOf, links, info, hasTags } = await readPdfText(bytes);
    expect(pages[0]).toMatch(
      /^预算项目绩效目标调整汇总表.*项目数87-1.*成本指标合计（万元）90\.0880\.35-9\.73-10\.8%/,
    );
    for (const [width, height] of sizes) expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    pages.forEach((page, index) => {
      expect(page).toContain(`第${index + 1}页共${pages.length}页`);
    });
    expect(outline[0]?.title).toBe('预算项目绩效目标调整汇总表');
    expect(outline[0]?.items.map(({ title }) => title).toSorted()).toEqual(
      [
        '七一系列活动工作经费',
        '党员干部教育经费',
        '党员志愿服务工作经费',
        '宣传经费',
        '星级支部创建工作经费',
        '模范机关创建工作经费',
      ].toSorted(),
    );
    // By the name and by the page number of each.
    expect(links[0]).toHaveLength(12);
    for (const anchor of links[0] ?? []) {
      const page = pages[await pageOf(anchor)] ?? '';
      expect(page).toMatch(/^预算项目绩效目标调整前后对照表项目名称/);
      expect(page).not.toContain('对照表（续）');
    }
    const [year, month, date] = day.split('-').map(Number);
    expect(pages[0]).toContain(
      `对照：${year}年${month}月${date}日的提交${head.slice(0, 7)}→工作区现在的文件`,
    );
    // What a removed project cost is a difference, as the sum counts it.
    expect(pages[0]).toMatch(/七一系列活动工作经费\w{21}删除10\.00-10\.00/);
    // Filed, each sheet still tells which two tables it compares.
    const [, old = '', now = ''] =
      pages.map((page) => /52270022P00430210136F·(\w{10})→(\w{10})/.exec(page)).find(Boolean) ?? [];
    const { targets } = await trace({ cwd: folder, projects: 'projects', targets: [old, now] });
    expect(targets.map(({ tables }) => tables[0])).toMatchObject([
      { currency: 'changed', revision: { commit: head } },
      { currency: 'current' },
    ]);
    const [whole] = (await trace({ cwd: folder, projects: 'projects', targets: ['对照 表/一.pdf'] })).targets;
    expect(whole).toMatchObject({ problem: null, booklets: [] });
    expect(whole?.tables.map(({ origin, currency }) => `${origin.stem} ${currency}`).sort()).toEqual([
      '党员干部教育经费 current',
      '党员志愿服务工作经费 current',
      '宣传经费 current',
      '星级支部创建工作经费 current',
      '模范机关创建工作经费 current',
    ]);
    // The projects with a line or two share their sheets, and each still has its origin below it.
    const shared = pages.filter((page) => (page.match(/项目名称/g)?.length ?? 0) > 1);
    expect(shared.length).toBeGreaterThan(0);
    for (const page of shared) {
      const names = page.match(/项目名称/g)?.length;
      expect(page.match(/52270022P\w{12}·[0-9a-f]{10}/g)).toHaveLength(names ?? 0);
    }
    const removed = pages.filter((page) => page.includes('七一系列活动工作经费') && page.includes('删除'));
    expect(removed.at(-1)).toMatch(/52270022P\w{12}·[0-9a-f]{10}$/);
    const long = pages.filter((page) => page.includes('项走访'));
    expect(long.length).toBeGreaterThan(1);
    for (const page of long) expect(page).toContain(HEADINGS);
    expect(long[1]).toMatch(/产出指标（续）数量指标（续）/);
    expect(long.join('').match(/第\d+项走访/g)).toHaveLength(40);
    const goal = pages.filter((page) => /〔\d+〕/.test(page));
    expect(goal.length).toBeGreaterThan(1);
    expect(goal[1]).toContain('绩效目标（续）');
    expect(new Set(goal.join('').match(/〔\d+〕/g)).size).toBe(120);
    expect(pages.join('')).toContain('<b>{{x}}</b>');
    expect(info).toMatchObject({ Title: '预算项目绩效目标调整前后对照表', Author: '黔南州直属机关工委' });
    expect(hasTags).toBe(true);
    expect((await pdf()).equals(bytes)).toBe(true);
  });
});

test('the HTML makes its own pages where it is opened, and prints them', async () => {
  await withComparison(async ({ repository: { folder, put }, html }) => {
    put('对照.html', html);
    const printed = await withTestBrowser(async (browser) => {
      const page = await openPage(browser);
      const failures: unknown[] = [];
      page.on('pageerror', (error) => failures.push(error));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) failures.push(request.url());
      });
      await page.goto(pathToFileURL(join(folder, '对照.html')).href);
      const sheets = await page.evaluate(() =>
        [...document.querySelectorAll('.page')].map(
          (sheet) => sheet.querySelector('.folio')?.textContent ?? '',
        ),
      );
      expect(failures).toEqual([]);
      sheets.forEach((folio, index) => {
        expect(folio).toBe(`第 ${index + 1} 页　共 ${sheets.length} 页`);
      });
      // The texts have the room: labels take what they say and no more, and 社会效益指标 is on one line.
      const [label = 0, side = 0] = await page.$eval('.compared', (table) =>
        [0, 4].map((at) => table.querySelectorAll('thead th')[at]?.getBoundingClientRect().width ?? 0),
      );
      expect(side).toBeGreaterThan(2 * label);
      const pdf = await readPdfText(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      return { sheets: sheets.length, pages: pdf.pages.length };
    });
    expect(printed.pages).toBe(printed.sheets);
    expect(printed.sheets).toBeGreaterThan(5);
  });
});
