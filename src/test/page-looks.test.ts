import { expect, test } from 'vitest';
import { splitTitle } from '../document/label-words.ts';
import type { TableView } from '../document/views.ts';
import { withTestBrowser } from './raw-print.ts';
import {
  bookletView,
  type PlainRow,
  plainRow,
  projectView,
  type Sheets,
  templates,
  withSheets,
} from './sheets.ts';

const CHARACTERS = `${[...'ABCDP0123456789≥≤，。、；：（）《》〔〕“”—…%/'].join('')}可持续影响指标服务对象满意度社会公众或经济成本生态环境产出数量质量时效效益项目定额控制率逐步提升群众程会议培训开展次数观摩联动督导评估表彰印制资料册参人按照州委统一部署扎实推进模范机关创建工作适召计划黔南布依族苗自治直属委员预算绩目标表汇编中共所单位年度月日至样例内容全面完任务编报合计万元说明本收录金以示未列的“—”`;

function withLooks<T>(use: (sheets: Sheets) => Promise<T>): Promise<T> {
  return withTestBrowser((browser) => withSheets(browser, CHARACTERS, use));
}

/** A table whose columns are as wide as its texts ask for. */
function viewOf(plain: readonly PlainRow[], over: Parameters<typeof projectView>[1] = {}): TableView {
  return projectView(plain, { isFitted: true, ...over });
}

const words = (text: string, over: Partial<PlainRow> = {}): Partial<PlainRow> => ({
  operator: '定性',
  value: [text],
  valueIsText: true,
  unit: '',
  ...over,
});

test('labels break between the form’s words', () =>
  withLooks(async (sheets) => {
    const rows = [
      plainRow('成本指标', '生态环境成本指标', '内容'),
      plainRow('效益指标', '社会效益指标', '内容'),
      plainRow('效益指标', '可持续影响指标', '内容'),
      plainRow('满意度指标', '服务对象满意度指标', '内容'),
      plainRow('满意度指标', '社会公众或服务对象满意度指标', '内容'),
    ];
    await sheets.lay(templates.renderTable(viewOf(rows)));
    expect(await sheets.linesOf('th.level1')).toEqual([['成本指标'], ['效益指标'], ['满意度指标']]);
    expect(await sheets.linesOf('th.level2')).toEqual([
      ['生态环境', '成本指标'],
      ['社会效益指标'],
      ['可持续影响', '指标'],
      ['服务对象', '满意度指标'],
      ['社会公众', '或服务对象', '满意度指标'],
    ]);
  }));

test('no line holds one character alone, and values take the room that 指标值说明 leaves', () =>
  withLooks(async (sheets) => {
    const values = [
      '逐步提升群众满意程度',
      '会议培训开展次数≥1/次',
      '开展≥1次联动督导（评估）、观摩会≥2次、表彰≥1次，会议培训≥2次，参会人数≥200人，印制资料≥300册。',
    ];
    const names = ['项目或定额成本控制率', '按照州委统一部署，推进模范机关创建'];
    const rows = values.flatMap((value) =>
      names.map((name) => plainRow('产出指标', '数量指标', name, words(value, { remark: ['按计划'] }))),
    );
    await sheets.lay(templates.renderTable(viewOf(rows)));
    const cells = await sheets.linesOf('td.value, th.indicator, td.remark');
    expect(cells.length).toBe(18);
    for (const lines of cells) {
      expect(lines.length, lines.join('/')).toBeLessThanOrEqual(3);
      if (lines.length > 1)
        expect(lines.at(-1)?.replace(/[，。、；]$/, '').length, lines.join('/')).toBeGreaterThan(1);
    }
  }));

test('a 备注 of 1,500 characters takes the room of the columns that say nothing', () =>
  withLooks(async (sheets) => {
    const remark = '按照州委统一部署，扎实推进模范机关创建工作；适时召开会议。'.repeat(54).slice(0, 1500);
    const rows = [plainRow('产出指标', '数量指标', '会议', { remark: [remark] })];
    const { pages } = await sheets.lay(templates.renderTable(viewOf(rows)));
    expect(pages.length).toBeLessThanOrEqual(3);
  }));

test('a table alone names office and year', () =>
  withLooks(async (sheets) => {
    const rows = [plainRow('产出指标', '数量指标', '内容')];
    const { pages } = await sheets.lay(templates.renderTable(viewOf(rows)));
    expect(pages[0]?.text).toMatch(/^预算项目绩效目标表单位：样例单位年度：2022年/);
    const nameless = await sheets.lay(templates.renderTable(viewOf(rows, { unit: '' })));
    expect(nameless.pages[0]?.text).toMatch(/^预算项目绩效目标表年度：2022年/);
  }));

test('说明 of a few lines is below 目录 where it has room; links and page numbers agree', () =>
  withLooks(async (sheets) => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        projectView([plainRow('产出指标', '数量指标', '内容')], { anchor: `p-${at + 1}` }),
      );
    const heads = async (count: number, notes: string[]) => {
      const projects = many(count);
      const front = templates.renderBookletFront(bookletView(projects, notes));
      const laid = await sheets.lay(front + projects.map(templates.renderTable).join(''));
      expect(laid.isStable).toBe(true);
      for (const page of laid.pages) expect(page.height).toBeLessThanOrEqual(page.room + 0.5);
      const pdf = await sheets.print();
      expect(pdf.pages).toHaveLength(laid.pages.length);
      for (const { target, printed } of laid.result.links) {
        expect(laid.result.pages[await pdf.pageOf(target)]?.label).toBe(printed);
      }
      return (await sheets.linesOf('.page')).flatMap((lines) => {
        const parts = lines.map((line) => /^(目录|说明|汇总表)(（续）)?$/.exec(line)?.[0]).filter(Boolean);
        return parts.length > 0 ? [parts.join(' ')] : [];
      });
    };
    const short = ['一、本册收录本单位预算项目。', '二、金额单位为万元。'];
    expect(await heads(4, short)).toEqual(['目录 说明', '汇总表']);
    expect(await heads(30, short)).toEqual(['目录', '目录（续） 说明', '汇总表', '汇总表（续）']);
    expect(await heads(4, [])).toEqual(['目录', '汇总表']);
    const long = Array.from({ length: 20 }, () => '按照州委统一部署，扎实推进模范机关创建工作。'.repeat(3));
    expect(await heads(4, long)).toEqual(['目录', '说明', '说明（续）', '汇总表']);
  }));

test('title and office on the cover break at sensible places', () =>
  withLooks(async (sheets) => {
    const title = '黔南布依族苗族自治州直属机关工作委员会2022年度预算项目绩效目标表汇编';
    const unit = '中共黔南布依族苗族自治州委员会直属机关工作委员会直属机关工作委员会所属单位';
    const parts = { titleParts: splitTitle(title), unitParts: splitTitle(unit) };
    const body = templates.renderBookletFront({ ...bookletView([]), ...parts });
    await sheets.lay(body);
    for (const [selector, whole] of [
      ['.cover-title p', title],
      ['.cover-imprint .unit', unit],
    ] as const) {
      const [lines = []] = await sheets.linesOf(selector);
      expect(lines.join('')).toBe(whole);
      expect(lines.length).toBeGreaterThan(1);
      // Each line begins where a part begins.
      const starts = new Set(splitTitle(whole).map((_, at, all) => all.slice(0, at).join('').length));
      let length = 0;
      for (const line of lines) {
        expect(starts.has(length), lines.join('/')).toBe(true);
        length += line.length;
      }
    }
  }));
