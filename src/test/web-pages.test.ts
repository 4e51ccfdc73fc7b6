import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import { openPage, withTestBrowser } from './raw-print.ts';
import { SOUND_MONITORING } from './results.ts';
import { withWorkplace } from './workplace.ts';

test('index and web pages lead to each other, and nothing is cut off on a phone', async () => {
  await withWorkplace(async ({ folder, build }) => {
    await build();
    const year = join(folder, 'out/2022');
    const table = '巡回督导、党建述职工作经费';
    await withTestBrowser(async (browser) => {
      const page = await openPage(browser);
      const open = async (name: string) => {
        await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
        await page.goto(pathToFileURL(join(year, name)).href);
        if (process.env.SHOTS)
          writeFileSync(join(process.env.SHOTS, `${name}.png`), await page.screenshot({ fullPage: true }));
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
          390,
        );
        return page.$$eval('a[href]', (links) => links.map((link) => (link as HTMLAnchorElement).href));
      };
      const href = (name: string) => pathToFileURL(join(year, name)).href;
      const same = (links: string[]) => links.map((link) => decodeURIComponent(link));
      const fromTable = same(await open(`${table}.html`));
      for (const name of ['index.html', `${table}.pdf`]) {
        expect(fromTable).toContain(decodeURIComponent(href(name)));
        expect(readFileSync(join(year, name)).length).toBeGreaterThan(0);
      }
      const text = await page.$eval('.project', (article) =>
        (article as HTMLElement).innerText.replace(/\s/g, ''),
      );
      expect(text).toContain('着力破解机关党建难点问题');
      // A cell without a text is not there, nor its heading.
      const empty = await page.$$eval('.indicators td', (cells) =>
        cells
          .filter((cell) => cell.textContent?.trim() === '' && getComputedStyle(cell).display !== 'none')
          .map((cell) => cell.className),
      );
      expect(empty).toEqual([]);
      expect(same(await open('booklet.html'))).toContain(decodeURIComponent(href('index.html')));
      const fromIndex = same(await open('index.html'));
      for (const name of [`${table}.html`, `${table}.pdf`, 'booklet.html', 'booklet.pdf']) {
        expect(fromIndex).toContain(decodeURIComponent(href(name)));
      }
      const rects = await page.$$eval('thead span', (units) =>
        units.map((unit) => unit.getClientRects().length),
      );
      expect(rects).toEqual([1, 1]);
    });
  });
});

test('the overview of offices works from a disk: sorted by what is clicked, back in the folders’ order by the names', async () => {
  const table = (name: string, count: number) =>
    SOUND_TABLE.replace('样例', name).replace('P004296102284', `T00000000000${count}`);
  const below = '很长的单位名称'.repeat(8);
  const other = '乙镇';
  await withWorkplace(async ({ folder, build, put }) => {
    put('projects/2022', null);
    for (const [file, text] of Object.entries({
      'booklet.yaml': SOUND_BOOKLET,
      '丙镇/booklet.yaml': '单位: 丙镇\n',
      '丙镇/一.yaml': table('一', 1).replace('≥ 4 次', '许多'),
      '丙镇/丁站/booklet.yaml': `单位: ${below}\n`,
      '丙镇/丁站/二.yaml': table('二', 2),
      '乙镇/booklet.yaml': '单位: 乙镇\n',
      '乙镇/三.yaml': table('三', 3).replace('30 万元', '10000000 万元'),
      '乙镇/四.yaml': table('四', 4),
      '乙镇/监控/7月/三.yaml': SOUND_MONITORING,
    }))
      put(`projects/2022/${file}`, text);
    await build();
    await withTestBrowser(async (browser) => {
      const page = await openPage(browser);
      await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
      await page.goto(pathToFileURL(join(folder, 'out/2022/index.html')).href);
      if (process.env.SHOTS)
        writeFileSync(join(process.env.SHOTS, 'overview.png'), await page.screenshot({ fullPage: true }));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      // Each heading is above its column.
      const lefts = await page.$$eval('.offices tr', (rows) =>
        rows.map(({ cells }) => [...cells].map((cell) => Math.round(cell.getBoundingClientRect().right))),
      );
      expect(new Set(lefts.map((row) => row.join())).size).toBe(1);
      const order = () =>
        page.$$eval('.offices tbody th', (names) => names.map(({ textContent }) => textContent));
      const sortBy = (at: number) => page.$$eval('.offices thead button', (all, at) => all[at]?.click(), at);
      expect(await order()).toEqual(['丙镇', below, other]);
      await sortBy(3);
      expect(await order()).toEqual([below, other, '丙镇']);
      // 1/2 is more than 0/2.
      await sortBy(4);
      expect((await order()).at(-1)).toBe(other);
      await sortBy(6);
      await sortBy(6);
      expect((await order())[0]).toBe(other);
      await sortBy(0);
      expect(await order()).toEqual(['丙镇', below, other]);
    });
  });
});

test('an output that is opened from a disk shows itself, and neither runs nor loads what was put into it', async () => {
  await withWorkplace(async ({ folder, build, read, put }) => {
    await build();
    await withTestBrowser(async (browser) => {
      for (const name of ['index.html', 'booklet.html', '党员干部教育经费.html']) {
        const html = read(`out/2022/${name}`).toString();
        const foreign =
          '<img src="http://127.0.0.1:9/away"><script>document.title = "run"</script><b onclick="document.title = 1">b</b>';
        put(`out/2022/foreign-${name}`, html.replace('</body>', `${foreign}</body>`));
        const page = await openPage(browser);
        await page.evaluateOnNewDocument(`
          globalThis.refused = [];
          addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        `);
        for (const file of [name, `foreign-${name}`]) {
          await page.goto(pathToFileURL(join(folder, 'out/2022', file)).href);
          await page.evaluate('document.querySelector("b")?.click()');
          const isForeign = file !== name;
          const refused = (await page.evaluate('refused')) as string[];
          expect(refused.sort(), file).toEqual(
            isForeign ? ['img-src', 'script-src-attr', 'script-src-elem'] : [],
          );
          expect(await page.title()).toMatch(/绩效目标/);
          const [size, sizeOfNothing] = (await page.evaluate(
            '[document.body, document.documentElement].map((at) => getComputedStyle(at).margin)',
          )) as string[];
          expect([size, sizeOfNothing], file).not.toContain('8px');
        }
        await page.close();
      }
    });
  });
});
