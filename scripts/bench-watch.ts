/**
 * The preview's speed: from the end of a write to the paint in the browser, beside what a file event and one server-sent event
 * cost on this machine at least. `npm run bench -- watch`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { findBrowser, withBrowser } from '../src/browser/browser.ts';
import { PROGRAM_ROOT } from '../src/util/program.ts';
import { descendants, proportionalSize } from './bench-memory.ts';
import { writeYear } from './bench-year.ts';

export interface WatchFigures {
  projects: number;
  /** Milliseconds of each save. */
  ours: number[];
  floor: number[];
  /** The same of each cell that is kept on the page, from Enter on. */
  kept: number[];
}

export interface EnduranceFigures {
  saves: number;
  /** Megabytes of the program after a tenth of the saves, and after all. */
  early: number;
  late: number;
  /** The most browsers that printed at once. */
  browsers: number;
}

/** Saves for each figure. */
const SAVES = 40;

/** Milliseconds between two saves: sometimes the printing of the one before is still under way. */
const PAUSES = [300, 450, 650, 380, 520];

export async function benchWatch(work: string, years: readonly number[]): Promise<WatchFigures[]> {
  const { env } = process;
  return withBrowser(findBrowser({ env }), { env }, async (browser) => {
    const figures: WatchFigures[] = [];
    for (const projects of years) {
      const folder = mkdtempSync(join(work, 'watch-'));
      const names = writeYear(join(folder, 'projects'), join(PROGRAM_ROOT, 'projects', '2022'), projects);
      const name = names[Math.floor(names.length / 2)] ?? '';
      const file = join(folder, 'projects', '2022', `${name}.yaml`);
      const page = await browser.newPage();
      const floor = await withProgram(
        ['scripts/bench-watch-floor.ts', join(folder, 'projects')],
        folder,
        // Each event puts another number there.
        (address) => measure(page, address, file, () => 'document.body.textContent !== globalThis.seen'),
      );
      const watch = ['src/cli/entry.mjs', 'watch', '--port', '0'];
      const [ours, kept] = await withProgram(watch, folder, async (address) => {
        const shown = `${address}2022/${encodeURIComponent(name)}`;
        return [await measure(page, shown, file, toOurCondition), await measureKept(page)];
      });
      await page.close();
      figures.push({ projects, ours, floor, kept });
    }
    return figures;
  });
}

/** Many saves in a row, each of them shown: what the program's memory and processes come to. */
export async function benchEndurance(work: string, saves: number): Promise<EnduranceFigures> {
  const { env } = process;
  const folder = mkdtempSync(join(work, 'endurance-'));
  const [name = ''] = writeYear(join(folder, 'projects'), join(PROGRAM_ROOT, 'projects', '2022'), 8);
  const file = join(folder, 'projects', '2022', `${name}.yaml`);
  const source = readFileSync(file, 'utf8');
  return withBrowser(findBrowser({ env }), { env }, (browser) =>
    withProgram(['src/cli/entry.mjs', 'watch', '--port', '0'], folder, async (address, pid) => {
      const page = await browser.newPage();
      await page.goto(`${address}2022/${encodeURIComponent(name)}`);
      const figures = { saves, early: 0, late: 0, browsers: 0 };
      for (let count = 1; count <= saves; count += 1) {
        const painted = page.evaluate(awaitPaint(toOurCondition(count)));
        writeFileSync(file, mark(source, count));
        await painted;
        // Now and then its author pauses, and it prints.
        if (count % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 700));
        if (count === saves / 10) figures.early = megabytesOf(pid);
        const printing = descendants(pid).filter(
          ({ parentIsNode, name }) => parentIsNode && /chrom/.test(name),
        );
        figures.browsers = Math.max(figures.browsers, printing.length);
      }
      figures.late = megabytesOf(pid);
      return figures;
    }),
  );
}

function megabytesOf(pid: number): number {
  return Math.round(proportionalSize(pid) / 1024);
}

/** Saves again and again; the milliseconds from each write to the frame that shows it. */
async function measure(
  page: Page,
  address: string,
  file: string,
  toCondition: (count: number) => string,
): Promise<number[]> {
  const source = readFileSync(file, 'utf8');
  await page.goto(address);
  const times: number[] = [];
  for (let count = 1; count <= SAVES + 3; count += 1) {
    const painted = page.evaluate(awaitPaint(toCondition(count))) as Promise<number>;
    await new Promise((resolve) => setTimeout(resolve, PAUSES[count % PAUSES.length]));
    writeFileSync(file, mark(source, count));
    const written = performance.timeOrigin + performance.now();
    const time = (await painted) - written;
    // The first ones wait for fonts and for code that was never run.
    if (count > 3) times.push(time);
  }
  writeFileSync(file, source);
  return times;
}

/** Writes into a cell of the page that is shown, again and again; the milliseconds from Enter to the frame that shows it. */
async function measureKept(page: Page): Promise<number[]> {
  const inside = 'document.querySelector("iframe").contentDocument';
  const times: number[] = [];
  for (let count = 1; count <= SAVES + 3; count += 1) {
    await page.evaluate(`${inside}.querySelector('[data-row="0"] [data-field="三级指标"]').focus()`);
    await page.keyboard.press('F2');
    await page.keyboard.type(`第${count}次写`);
    const isShown = `${inside}.getElementById("sheets").textContent.includes("第${count}次写")`;
    const painted = page.evaluate(awaitPaint(isShown)) as Promise<number>;
    await new Promise((resolve) => setTimeout(resolve, PAUSES[count % PAUSES.length]));
    const pressed = performance.timeOrigin + performance.now();
    await page.keyboard.press('Enter');
    const time = (await painted) - pressed;
    await page.waitForFunction(`${inside}.getElementById("editing").hidden`);
    if (count > 3) times.push(time);
  }
  return times;
}

function mark(source: string, count: number): string {
  return source.replace(/(绩效目标: (?:\|\n {2})?)/, `$1第${count}次保存，`);
}

function toOurCondition(count: number): string {
  return `document.querySelector("iframe").contentDocument?.body?.textContent.includes("第${count}次")`;
}

/** Runs in the page: resolves when a frame for which the condition holds was painted, with its time since 1970 in milliseconds. */
function awaitPaint(condition: string): string {
  return `globalThis.waiting = new Promise((resolve) => {
    globalThis.seen = document.body.textContent;
    const look = () => {
      if (!(${condition})) return requestAnimationFrame(look);
      setTimeout(() => resolve(performance.timeOrigin + performance.now()));
    };
    requestAnimationFrame(look);
  })`;
}

/** Lends a program that prints its address. */
async function withProgram<T>(
  args: string[],
  cwd: string,
  use: (address: string, pid: number) => Promise<T>,
): Promise<T> {
  const [script = '', ...rest] = args;
  mkdirSync(cwd, { recursive: true });
  const loader = script.endsWith('.ts') ? ['--import', import.meta.resolve('tsx/esm')] : [];
  const child = spawn(process.execPath, [...loader, join(PROGRAM_ROOT, script), ...rest], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    return await use(await readAddress(child), child.pid ?? 0);
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => {
      const address = /http:\/\/\S+/.exec(String(data))?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
