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

test('an output that is opened from a disk shows itself, and neither runs nor loads what was put into it', async () => {
  await withWorkplace(async ({ folder, build, read, put }) => {
    await build();
    await withTestBrowser(async (browser) => {
      for (const name of ['index.html', 'booklet.html', '党员干部教育经费.html']) {
        const html = read(`out/2022/${name}`).toString();
        const foreign =
          '<img src="http://127.0.0.1:9/away"><script>document.title = "run"</script><b onclick="document.title = 1">b</b>';
        put(`out/2022/foreign-${name}`, html.replace('</body>', `${foreign}</body>`));
        const page = await browser.newPage();
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
