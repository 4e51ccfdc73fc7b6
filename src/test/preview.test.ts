import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withPreview } from './preview-page.ts';

const NAME = '党员志愿服务工作经费';
const FILE = `projects/2022/${NAME}.yaml`;

const shows = (text: string) => `sheets.textContent.includes(${JSON.stringify(text)})`;
const marked = (cell: string) => `sheets.querySelector('${cell}[data-finding="error"]')`;
const notices = 'document.getElementById("notices").textContent';

const SKELETON = `项目名称: 新项目
绩效目标: |
  待填
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 待填
        指标值: ≥ 待填 次
      - 三级指标: 没有值
    质量指标:
`;

test('what can be read is shown with its errors on its cells; what cannot keeps page and marks, and says so', async () => {
  await withPreview(async ({ put, read, visit, until, see }) => {
    put('projects/2022/新项目.yaml', SKELETON);
    await visit('新项目');
    await until(marked('[data-row="0"] [data-field="指标值"]'));
    expect(await see(shows('≥ 待填 次'))).toBe(true);
    for (const cell of [
      '[data-field="项目编码"]',
      '[data-field="绩效目标"]',
      '[data-row="0"] [data-field="三级指标"]',
      '[data-row="1"] [data-field="指标值"]',
      '[data-row="2"] [data-field="二级指标"]',
    ])
      expect(await see(`${marked(cell)} !== null`), cell).toBe(true);
    expect(await see(notices)).toBe('');
    // Half of it filled in, the rest keeps its marks.
    put('projects/2022/新项目.yaml', SKELETON.replace('三级指标: 待填', '三级指标: 培训次数'));
    await until(shows('培训次数'));
    expect(await see(`${marked('[data-row="0"] [data-field="三级指标"]')} === null`)).toBe(true);
    expect(await see(`${marked('[data-row="0"] [data-field="指标值"]')} !== null`)).toBe(true);
    const marks = 'sheets.querySelectorAll("[data-finding=error]").length';
    const before = await see<number>(marks);
    put('projects/2022/新项目.yaml', SKELETON.replace('绩效指标:', '绩效指标：'));
    await until(`${notices}.includes('读不了')`);
    expect(await see(shows('培训次数'))).toBe(true);
    expect(await see(marks)).toBe(before);

    // An error of a rule: the page goes on following what is written.
    const source = read(FILE).toString();
    put(FILE, source.replace('绩效目标:', '预算金额: 1 万元\n绩效目标:'));
    await visit(NAME);
    await until(`sheets.querySelector('[data-finding="error"]')`);
    put(FILE, source.replace('绩效目标:', '预算金额: 1 万元\n绩效目标:').replace('2.73', '2.74'));
    await until(shows('2.74'));
    expect(await see(`sheets.querySelector('[data-finding="error"]') !== null`)).toBe(true);
    expect(await see(notices)).toBe('');
  });
});

test('the panel lies below the pages in windows of any size, and can be made higher; code is monospaced', async () => {
  await withPreview(async ({ put, visit, until, see, page }) => {
    put('projects/2022/新项目.yaml', SKELETON);
    const covers = `(() => {
      const of = (id) => document.getElementById(id).getBoundingClientRect();
      const [frame, panel, notices] = ['frame', 'panel', 'notices'].map(of);
      return frame.bottom > panel.top + 0.5 || notices.bottom > frame.top + 0.5 || panel.bottom > innerHeight + 0.5
        || frame.height < 60 ? JSON.stringify([frame, panel, notices]) : '';
    })()`;
    for (const [width, height] of [
      [1200, 700],
      [800, 480],
      [390, 700],
      [390, 560],
    ] as const) {
      await page.setViewport({ width, height });
      await visit('新项目');
      await until('document.querySelector("#findings .error")');
      expect(await see(covers)).toBe('');
    }
    await page.setViewport({ width: 1200, height: 700 });
    const heightOf = 'document.getElementById("panel").offsetHeight';
    const before = await see<number>(heightOf);
    await page.focus('#resize');
    await page.keyboard.press('ArrowUp');
    expect(await see(heightOf)).toBe(before + 40);
    await page.reload();
    await until(`${heightOf} === ${before + 40}`);
    expect(await see(covers)).toBe('');
    await until('[...document.fonts].some(({ family }) => family.includes("Jixiaoce Mono"))');
    await page.evaluate('document.fonts.load("13px Jixiaoce Mono")');
    const widths = await see<number[]>(`['iiiiiiii', 'WWWWWWWW'].map((text) => {
      const span = document.createElement('span');
      span.textContent = text;
      document.querySelector('#findings .frame').append(span);
      const { width } = span.getBoundingClientRect();
      span.remove();
      return width;
    })`);
    expect(widths[0]).toBe(widths[1]);
  });
});

test('a long table: a number leads to its page, and scrolling shows it', async () => {
  await withPreview(async ({ put, read, visit, until, see, page }) => {
    const rows = Array.from(
      { length: 300 },
      (_, row) => `      - 三级指标: 第${row}项工作\n        指标值: ≥ ${row} 次\n`,
    );
    put(
      FILE,
      read(FILE)
        .toString()
        .replace(/(数量指标:\n)/, `$1${rows.join('')}`),
    );
    await visit(NAME);
    await until(shows('第299项工作'));
    const pages = await see<number>('sheets.querySelectorAll(".page").length');
    expect(pages).toBeGreaterThan(8);
    await until(`document.getElementById("of").textContent === "/ ${pages}"`);
    await page.click('#page', { clickCount: 3 });
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    const top = (number: number) =>
      `Math.abs(sheets.querySelectorAll(".page")[${number - 1}].getBoundingClientRect().top) < 40`;
    await until(top(7));
    await page.evaluate("document.getElementById('page').blur()");
    await page.evaluate("document.querySelector('iframe').contentWindow.scrollTo(0, 0)");
    await until('document.getElementById("page").value === "1"');
    // Beyond the last there is the last.
    await page.click('#page', { clickCount: 3 });
    await page.keyboard.type('999');
    await page.keyboard.press('Enter');
    await until(`document.getElementById("page").value === "${pages}"`);
  });
});

test('the search finds what a table says, also one with an error', async () => {
  await withPreview(async ({ put, visit, until, page, see }) => {
    put('projects/2022/新项目.yaml', SKELETON.replace('没有值', '采购 A/B 型\\设备'));
    await visit(NAME);
    const names = '[...document.querySelectorAll("#list .title")].map((title) => title.textContent).join()';
    for (const [text, found] of [
      ['租用车辆', NAME],
      ['a/b 型\\设备', '新项目'],
    ] as const) {
      await page.keyboard.press('/');
      await page.keyboard.type(text);
      await until(`${names} === ${JSON.stringify(found)}`);
      await page.keyboard.press('Escape');
      await until('document.querySelectorAll("#list a").length > 8');
    }
    await page.keyboard.press('/');
    await page.keyboard.type('哪里都没有这句话');
    await until('document.getElementById("none").hidden === false');
    expect(await see(names)).toBe('');
  });
});

test('what lies in out is shown only as the program wrote it, and leads nowhere', async () => {
  await withPreview(async ({ put, read, visit, until, see, page, address, openTab }) => {
    const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
    await visit('booklet');
    await until('document.getElementById("pdf").dataset.state === "fresh"');
    // From now on nothing is printed: the booklet is held, and the index says so.
    put(FILE, read(FILE).toString().replace('≤ 2.73 万元', '2.73 万元'));
    await until('document.getElementById("pdf").dataset.state === "held"');
    await expect
      .poll(() => {
        const index = read('out/2022/index.html');
        return index.includes('有错误') && read('out/manifest.json').includes(hash(index));
      })
      .toBe(true);
    const good = read('out/2022/booklet.html').toString();
    const led = 'http://127.0.0.1:9/away';
    const evil = good.replace(
      '</body>',
      `<meta http-equiv="refresh" content="0;url=${led}"><a href="${led}" target="_top">走</a></body>`,
    );
    const manifest = read('out/manifest.json').toString();
    const path = `${address}-/printed/2022/booklet`;

    put('out/2022/booklet.html', evil);
    expect((await fetch(path)).status).toBe(404);
    await page.reload();
    await until(`${notices}.includes('被别的程序改过')`);
    expect(await see('sheets.textContent')).toBe('');

    // With a manifest to match, as a stranger's folder would have it.
    put('out/manifest.json', manifest.replace(hash(good), hash(evil)));
    await page.reload();
    await until(`${notices}.includes('<meta>')`);
    expect(await see('sheets.textContent')).toBe('');
    expect(page.url()).toContain('/2022/booklet');
    const opened = await openTab();
    const answer = await opened.goto(path);
    expect(answer?.headers()['content-type']).toContain('text/plain');
    expect(await opened.evaluate('document.querySelector("meta[http-equiv], a")')).toBeNull();

    put('out/2022/booklet.html', good);
    put('out/manifest.json', manifest);
    await page.reload();
    await until(shows('目录'));
    // The PDF is vouched for as well.
    put('out/2022/booklet.pdf', 'not ours');
    expect((await fetch(`${address}-/pdf/2022/booklet.pdf`)).status).toBe(404);
  });
});

test('the terminal says what changed since the last look, and suppressed is not mended', async () => {
  await withPreview(async ({ put, read, visit, until, program }) => {
    const source = read(FILE).toString();
    const wrong = source.replace('≤ 2.73 万元', '≤ 2.73 万元\n        备注: 车辆, 物资');
    const count = (text: string) => program.said().split(text).length - 1;
    await visit(NAME);
    put(FILE, wrong);
    await until('document.querySelector("#findings .warning")');
    await expect.poll(() => count('text/half-width')).toBe(1);
    put(FILE, `# 一行注释\n${wrong.replace('2.73', '2.74')}`);
    await until(shows('2.74'));
    put(
      FILE,
      wrong.replace(
        '        备注: 车辆, 物资',
        '        # 忽略 text/half-width：原文如此\n        备注: 车辆, 物资',
      ),
    );
    await expect.poll(() => count('只是被忽略')).toBe(1);
    put(FILE, wrong);
    await expect.poll(() => count('text/half-width')).toBe(2);
    put(FILE, source);
    await expect.poll(() => count('不再有')).toBe(1);
    expect(count('text/half-width')).toBe(2);
  });
});
