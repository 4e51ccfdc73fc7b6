import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { withTestBrowser } from './raw-print.ts';
import { withWorkplace } from './workplace.ts';

test('index and web pages lead to each other, and nothing is cut off on a phone', async () => {
  await withWorkplace(async ({ folder, build }) => {
    await build();
    const year = join(folder, 'out/2022');
    const table = '巡回督导、党建述职工作经费';
    await withTestBrowser(async (browser) => {
      const page = await browser.newPage();
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
      for (const name of ['index.html', 'booklet.html', `${table}.pdf`]) {
        expect(fromTable).toContain(decodeURIComponent(href(name)));
        expect(readFileSync(join(year, name)).length).toBeGreaterThan(0);
      }
      const text = await page.$eval('.project', (article) =>
        (article as HTMLElement).innerText.replace(/\s/g, ''),
      );
      expect(text).toContain('着力破解机关党建难点问题');
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
