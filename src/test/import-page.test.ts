import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFiles } from '../commands/import.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { type PreviewPage, withPreview } from './preview-page.ts';

const EIGHT = readFileSync(join(PROGRAM_ROOT, 'src/test/import/eight-tables.txt'));
const [NEW, OTHER, OLD] = ['星级支部创建工作经费', '七一系列活动工作经费', '党员干部教育经费'] as const;
const fileOf = (name: string) => `projects/2022/${name}.yaml`;

const byId = (id: string) => `document.getElementById("${id}")`;
const title = `${byId('review-title')}.textContent`;
const state = `${byId('review')}.dataset.state`;
const isOpen = `${byId('review')}.open`;

/** Drags files from the desktop over the pages, as the system does. */
async function drag({ page, folder, until }: PreviewPage, names: string[]) {
  const session = await page.createCDPSession();
  const data = { items: [], files: names.map((name) => join(folder, name)), dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel') =>
    session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  await send('dragEnter');
  await send('dragOver');
  await until(`${byId('drop')}.hidden === false`);
  await send('dragOver');
  return send;
}

async function drop(preview: PreviewPage, names: string[]): Promise<void> {
  const send = await drag(preview, names);
  await send('drop');
}

/** Of a drag that is given up the page may hear nothing but that the pointer moves again. */
async function dragAway(preview: PreviewPage): Promise<void> {
  const send = await drag(preview, ['表.txt']);
  await send('dragCancel');
  await preview.page.mouse.move(600, 300);
}

async function choose({ page, until }: PreviewPage, name: string): Promise<void> {
  await page.evaluate(
    `[...document.querySelectorAll("#review-tables button")].find((one) => one.textContent.includes("${name}")).click()`,
  );
  await until(`${title} === "${name}"`);
}

test('a file is dropped onto the pages: one draft is kept, one discarded, one takes the place of what was there', async () => {
  await withPreview(async (preview) => {
    const { visit, until, see, read, put, page, folder } = preview;
    await visit('党员志愿服务工作经费');
    put('表.txt', EIGHT);
    for (const name of [NEW, OTHER]) put(fileOf(name), null);
    put(fileOf(OLD), `\ufeff${read(fileOf(OLD)).toString().replaceAll('\n', '\r\n')}`);
    const old = read(fileOf(OLD));
    cpSync(join(folder, 'projects'), join(folder, '另一份'), { recursive: true });
    await importFiles({
      ...{ cwd: folder, projects: '另一份', files: ['表.txt'], env: process.env },
      ...{ force: true, dryRun: false },
    });
    const expected = (name: string) => read(`另一份/2022/${name}.yaml`).toString();
    await until(`!${byId('list')}.textContent.includes("${OTHER}") && !${byId('import')}.hidden`);

    await dragAway(preview);
    await until(`${byId('drop')}.hidden`);
    await drop(preview, ['表.txt']);
    await until(`${isOpen} && ${state} === "review"`);
    expect(await see('document.querySelectorAll("#review-tables button").length')).toBe(8);
    // The drafts are beside their source, with its address, and what was repaired.
    await page.focus('#review-tables [aria-current]');
    await page.keyboard.press('ArrowDown');
    await until(
      `document.activeElement.ariaCurrent === "true" && ${title} === "模范机关创建、星级党支部创建工作经费"`,
    );
    await choose(preview, NEW);
    const shown = await see<string>(`${byId('review-shown')}.innerText`);
    expect(shown).toContain(fileOf(NEW));
    expect(shown).toMatch(/第 \d+ 行/);
    expect(shown).toMatch(/改\s*第 \d+ 行错了 \d 格，按符号“.”对齐/);
    expect(existsSync(join(folder, fileOf(NEW)))).toBe(false);
    await page.click('#review-keep');
    await until(`${title} === "${OTHER}" || ${title} !== "${NEW}"`);
    expect(read(fileOf(NEW)).toString()).toBe(expected(NEW));
    await until(`${byId('list')}.textContent.includes("${NEW}")`);
    await choose(preview, OTHER);
    await page.click('#review-discard');
    await until(`${title} !== "${OTHER}"`);
    // What is there gives way only where somebody says so.
    await choose(preview, OLD);
    expect(await see(`${byId('review-keep')}.disabled`)).toBe(true);
    await page.click('#review .present input');
    await page.click('#review-keep');
    await until(`${title} !== "${OLD}"`);
    expect(read(fileOf(OLD)).toString()).toBe(expected(OLD));
    await page.click('#review [data-close]');
    await until(`!${isOpen} && ${byId('name')}.textContent === "${NEW}"`);
    expect(await see(`${byId('status')}.textContent`)).toContain('还有 5 张表没有导入');
    expect(existsSync(join(folder, fileOf(OTHER)))).toBe(false);

    // Undone like other edits, byte for byte.
    await page.click('#history');
    for (let left = 1; left >= 0; left -= 1) {
      await page.click('#log-list button:enabled');
      await until(`document.querySelectorAll("#log-list li").length === ${left}`);
    }
    expect(existsSync(join(folder, fileOf(NEW)))).toBe(false);
    expect(read(fileOf(OLD)).equals(old)).toBe(true);
  });
});

test('several files are chosen by keyboard and looked at in turn; nothing in them becomes part of the page', async () => {
  await withPreview(async (preview) => {
    const { visit, until, see, put, read, page, folder } = preview;
    const evil = '<img src=x onerror="document.title=1">';
    await visit('党员志愿服务工作经费');
    put(
      '一.txt',
      `项目名称\t甲${evil}\n一级指标\t二级指标\t三级指标\t指标值\t别的栏\n产出指标\t数量指标\t培训${evil}\t≥4次\t${evil}\n`,
    );
    put('二.pdf', '%PDF-1.7\n');
    put(
      '三.txt',
      EIGHT.subarray(0, EIGHT.indexOf('# ', 20))
        .toString()
        .replace(/党员志愿服务工作经费|\d{21}/g, ''),
    );
    await until(`!${byId('import')}.hidden`);
    await page.focus('#import');
    const chosen = page.waitForFileChooser();
    // A key overtakes the command that catches the dialog while the page is at work; an answer of the page does not.
    await page.evaluate('0');
    await page.keyboard.press('Enter');
    const files = await chosen;
    await files.accept(['一.txt', '二.pdf', '三.txt'].map((name) => join(folder, name)));
    await until(`${isOpen} && ${state} === "review"`);
    expect(await see(`${byId('review-file')}.textContent`)).toBe('一.txt · 第 1 个文件，共 3 个');
    const text = await see<string>(`${byId('review')}.innerText`);
    expect(text).toContain('甲');
    expect(text).toContain('没有写进草稿的');
    expect(await see('document.querySelectorAll("#review img").length')).toBe(0);
    await page.click('#review-discard');
    await until(`${state} === "refused"`);
    expect(await see(`${byId('review-shown')}.innerText`)).toContain('是 PDF，里面没有格子，不能导入');
    await page.keyboard.press('Enter');
    await until(`${state} === "review"`);
    expect(await see(title)).toBe('三');
    await page.focus('#review-keep');
    await page.keyboard.press('Enter');
    await until(`!${isOpen} && ${byId('name')}.textContent === "三"`);
    expect(read(fileOf('三')).toString()).toContain('项目名称: 三');
    expect(await see('document.title')).toContain('三');
  });
});

test('--read-only imports nothing, and a file that is dropped does not take the place of the page', async () => {
  await withPreview(
    async (preview) => {
      const { visit, see, page } = preview;
      await visit('党员志愿服务工作经费');
      expect(await see(`${byId('import')}.hidden`)).toBe(true);
      const refused = await page.evaluate(`(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.txt'));
        const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector('iframe').contentDocument.body.dispatchEvent(event);
        return event.defaultPrevented;
      })()`);
      expect(refused).toBe(true);
      expect(await see(isOpen)).toBe(false);
    },
    ['--read-only'],
  );
});
