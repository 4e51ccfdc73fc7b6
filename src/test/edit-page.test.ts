import { expect, test } from 'vitest';
import { type PreviewPage, withPreview } from './preview-page.ts';

const NAME = '党员志愿服务工作经费';
const FILE = `projects/2022/${NAME}.yaml`;

const inFrame = (id: string) => `document.querySelector("iframe").contentDocument.getElementById("${id}")`;
const editing = inFrame('editing');
const opened = `${editing}.hidden === false`;
const closed = `${editing}.hidden === true`;
const typed = `${inFrame('cell-text')}.value`;
const shows = (text: string) => `sheets.textContent.includes(${JSON.stringify(text)})`;
const focused = 'sheets.ownerDocument.activeElement';
const onCell = (row: number, field: string) =>
  `${focused}.dataset.field === "${field}" && ${focused}.closest("[data-row]")?.dataset.row === "${row}"`;

/** Into the pages by Tab alone, then with the arrows. */
async function walkTo({ page, until, see }: PreviewPage, row: number, field: string): Promise<void> {
  while (!(await see<boolean>(`${focused}.matches("[data-field]")`))) await page.keyboard.press('Tab');
  for (let steps = 0; steps < 40; steps += 1) {
    const now = await see<{ row: number; field: string }>(
      `({ row: Number(${focused}.closest("[data-row]")?.dataset.row ?? -1), field: ${focused}.dataset.field })`,
    );
    if (now.row === row && now.field === field) return;
    const isLabel = /^[一二]级指标$/.test(now.field);
    const key = isLabel || now.row === row ? 'ArrowRight' : now.row < row ? 'ArrowDown' : 'ArrowUp';
    await page.keyboard.press(key);
  }
  await until(onCell(row, field));
}

async function press(
  { page }: PreviewPage,
  key: string,
  modifier: 'Control' | 'Alt' | 'Shift',
): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key as 'Enter');
  await page.keyboard.up(modifier);
}

test('by keyboard alone: a figure is completed, kept, discarded, refused; Tab goes on; Ctrl-Z leads back', async () => {
  await withPreview(async (preview) => {
    const { visit, until, see, read, page } = preview;
    const before = read(FILE).toString();
    const row = before.split('三级指标:').findIndex((part) => part.includes('2.73')) - 1;
    await visit(NAME);
    await until(`${focused} !== null && document.getElementById("history").hidden === false`);
    await walkTo(preview, row, '指标值');
    await page.keyboard.press('Enter');
    await until(opened);
    expect(await see(typed)).toBe('≤ 2.73 万元');
    expect(await see(`${editing}.querySelector("label").textContent`)).toContain('指标值');
    await page.keyboard.type('<=3.5');
    await until(`${inFrame('cell-options')}.children.length > 0`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(`${typed} === "≤ 3.5 万元"`);
    await page.keyboard.press('Enter');
    await until(closed);
    await until(shows('3.5'));
    expect(read(FILE).toString()).toBe(before.replace('2.73', '3.5'));
    expect(await see(onCell(row, '指标值'))).toBe(true);
    // Discarded.
    await page.keyboard.press('F2');
    await page.keyboard.type('7');
    await page.keyboard.press('Escape');
    expect(await see(closed)).toBe(true);
    // Enter that chooses a character while Chinese is composed keeps nothing.
    await page.keyboard.press('Enter');
    await until(opened);
    await page.evaluate(
      `${inFrame('cell-text')}.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`,
    );
    expect(await see(opened)).toBe(true);
    // A text in words goes under 定性; Tab keeps it and opens the next cell.
    await page.keyboard.type('全部配齐');
    await page.keyboard.press('Tab');
    await until(`${opened} && ${editing}.querySelector("label").textContent.includes("备注")`);
    expect(read(FILE).toString()).toContain('        定性: 全部配齐\n');
    await page.keyboard.type('一句，');
    await press(preview, 'Enter', 'Shift');
    await page.keyboard.type('二句。');
    // Leaving keeps it.
    await page.focus('#search');
    await until(closed);
    expect(read(FILE).toString()).toContain('        备注: |\n          一句，\n          二句。\n');
    // What is refused stays as it was typed, with the reason.
    await walkTo(preview, row, '三级指标');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await until(`${inFrame('cell-message')}.textContent.includes("必须写")`);
    expect(await see(opened)).toBe(true);
    await page.keyboard.press('Escape');
    await until(closed);
    for (let count = 3; count > 0; count -= 1) {
      await until(`document.getElementById("edit-count").textContent === "${count}"`);
      await press(preview, 'z', 'Control');
    }
    await until('document.getElementById("history").disabled');
    expect(read(FILE).toString()).toBe(before);
  });
});

test('rows are added, copied, moved and removed; a group, a table and a name, with menu and dialogs', async () => {
  await withPreview(async (preview) => {
    const { visit, until, see, read, page, folder } = preview;
    const rows = 'sheets.querySelectorAll("tr[data-row]").length';
    await visit(NAME);
    const before = read(FILE).toString();
    const count = await see<number>(rows);
    await walkTo(preview, 0, '三级指标');
    await press(preview, 'Enter', 'Control');
    await until(`${opened} && ${typed} === "待填"`);
    await page.keyboard.type('新的一项');
    await page.keyboard.press('Enter');
    await until(`${closed} && ${shows('新的一项')} && ${onCell(1, '三级指标')}`);
    await press(preview, 'ArrowUp', 'Alt');
    await until(onCell(0, '三级指标'));
    expect(read(FILE).toString().indexOf('新的一项')).toBeLessThan(read(FILE).toString().indexOf('抓好机关'));
    await press(preview, 'd', 'Control');
    await until(`${rows} === ${count + 2}`);
    await until(onCell(1, '三级指标'));
    await press(preview, 'Delete', 'Control');
    await until(`${rows} === ${count + 1}`);
    // The menu: another 二级指标 that is not there yet.
    await press(preview, 'F10', 'Shift');
    const menu = inFrame('menu');
    await until(`${menu}.hidden === false`);
    while (!(await see<boolean>(`${focused}.textContent.includes("加二级指标")`)))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(`${focused}.textContent.includes("·")`);
    while (!(await see<boolean>(`${focused}.textContent.includes("经济效益指标")`)))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(`${shows('经济效益指标')} && ${opened}`);
    await page.keyboard.press('Escape');
    expect(read(FILE).toString()).toContain('    经济效益指标:\n');
    // The list of edits, undone one by one with the same key.
    await page.focus('#history');
    await page.keyboard.press('Enter');
    await until('document.getElementById("log").open');
    await page.focus('#log-list button:enabled');
    while (!(await see<boolean>('document.getElementById("history").disabled'))) {
      const left = await see<number>('document.querySelectorAll("#log-list li").length');
      await page.keyboard.press('Enter');
      await until(`document.querySelectorAll("#log-list li").length === ${left - 1}`);
    }
    expect(read(FILE).toString()).toBe(before);
    // A new table; a name that cannot be says why, and keeps what was typed.
    await page.focus('#new');
    await page.keyboard.press('Enter');
    await page.keyboard.type(NAME);
    await page.keyboard.press('Enter');
    await until('document.getElementById("ask-message").textContent !== ""');
    expect(await see('document.getElementById("answer").value')).toBe(NAME);
    await page.focus('#answer');
    await press(preview, 'a', 'Control');
    await page.keyboard.type('新来的项目');
    await page.keyboard.press('Enter');
    await until(`document.getElementById("name").textContent === "新来的项目" && ${shows('待填')}`);
    await page.focus('#rename');
    await page.keyboard.press('Enter');
    await page.keyboard.type('改了名的项目');
    await page.keyboard.press('Enter');
    await until('document.getElementById("name").textContent === "改了名的项目"');
    expect(folder && read('projects/2022/改了名的项目.yaml').toString()).toContain('项目名称: 改了名的项目');
  });
});

test('a remedy, all of a rule and a suppression are at a click; what was changed elsewhere wins', async () => {
  await withPreview(async (preview) => {
    const { put, visit, until, see, read, page } = preview;
    const source = read(FILE).toString();
    const wrong = source
      .replace('≤ 2.73 万元', '2.73 万元')
      .replace('良好', '良好,好')
      .replace('备注: 项目', '备注: 项目,');
    put(FILE, wrong);
    await visit(NAME);
    const button = (text: string) =>
      `[...document.querySelectorAll("#findings button")].find(({ textContent }) => textContent.startsWith("${text}"))`;
    await until(`${button('采纳')} !== undefined`);
    const labels = await see<string[]>(
      '[...document.querySelectorAll("button, a[href], input, select, iframe")].filter((one) => one.getClientRects().length > 0 && !(one.textContent.trim() || one.ariaLabel || one.title || one.labels?.length)).map(({ id }) => id)',
    );
    expect(labels).toEqual([]);
    await page.evaluate(`${button('采纳')}.click()`);
    await until(shows('≤'));
    expect(read(FILE).toString()).toContain('≤ 2.73 万元');
    await until(`${button('全部采纳')} !== undefined`);
    await page.evaluate(`${button('忽略')}.click()`);
    await until('document.getElementById("ask").open');
    await page.keyboard.type('原文如此');
    await page.keyboard.press('Enter');
    await until('!document.getElementById("ask").open');
    expect(read(FILE).toString()).toMatch(/# 忽略 \S+：原文如此\n/);
    // The same cell in an editor meanwhile.
    const row = source.split('三级指标:').findIndex((part) => part.includes('2.73')) - 1;
    await walkTo(preview, row, '指标值');
    await page.keyboard.press('Enter');
    await until(opened);
    await page.keyboard.type('≤ 9 万元');
    put(FILE, read(FILE).toString().replace('2.73', '3.33'));
    await until(`${inFrame('cell-message')}.textContent.includes("3.33")`);
    expect(await see(typed)).toBe('≤ 9 万元');
    expect(read(FILE).toString()).toContain('3.33');
    await page.keyboard.press('Enter');
    await until(closed);
    await until(shows('9'));
    expect(read(FILE).toString()).toContain('指标值: ≤ 9 万元\n');
  });
});

test('--read-only shows no way to edit; a click opens the source', async () => {
  await withPreview(
    async ({ visit, until, see, page, opened: led }) => {
      await visit(NAME);
      const frame = await (await page.$('iframe'))?.contentFrame();
      await frame?.click('[data-field="项目编码"]', { count: 2 });
      await until('globalThis.opened.length > 0');
      expect((await led())[0]).toMatch(/%E7%BB%8F%E8%B4%B9\.yaml:3:7$/);
      expect(await see(closed)).toBe(true);
      expect(
        await see('["new", "rename", "history"].every((id) => document.getElementById(id).hidden)'),
      ).toBe(true);
    },
    ['--read-only'],
  );
});
