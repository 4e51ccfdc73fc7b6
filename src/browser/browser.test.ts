import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../test/raw-print.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { type BrowserChoice, findBrowser, withBrowser } from './browser.ts';
import { listInstalledPlaces } from './installed.ts';

/** Blanks and Chinese, as folders have them on the desks this runs on. */
const folder = mkdtempSync(join(tmpdir(), '绩效 册-'));
const isBundledHere = process.platform === 'linux' && process.arch === 'x64';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An environment in which nothing of this machine's own settings decides. */
function plainEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PUPPETEER_EXECUTABLE_PATH: _, ...env } = process.env;
  return { ...env, ...more };
}

function errorOf(act: () => unknown): EnvironmentError {
  try {
    act();
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
    throw error;
  }
  throw new Error('no trouble');
}

function writeProgram(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

describe('findBrowser', () => {
  test('takes the path of the option before that of the environment', () => {
    const path = writeProgram('选定的浏览器', '#!/bin/sh\n');
    const env = plainEnv({ PUPPETEER_EXECUTABLE_PATH: join(folder, 'absent') });
    const choice = findBrowser({ executablePath: path, env });
    expect(choice).toMatchObject({ kind: 'chosen', executablePath: path });
    expect(findBrowser({ env: plainEnv({ PUPPETEER_EXECUTABLE_PATH: path }) })).toEqual(choice);
  });

  test('names another build by another identity', () => {
    const path = writeProgram('更新的浏览器', '#!/bin/sh\n');
    const before = findBrowser({ executablePath: path, env: {} }).identity;
    writeProgram('更新的浏览器', '#!/bin/sh\n# 2\n');
    expect(findBrowser({ executablePath: path, env: {} }).identity).not.toBe(before);
  });

  test('says which path is not there', () => {
    const path = join(folder, 'absent');
    const trouble = errorOf(() => findBrowser({ env: { PUPPETEER_EXECUTABLE_PATH: path } }));
    expect([trouble.code, trouble.args]).toEqual(['browser/not-found-at', { path }]);
  });

  test('does not take a folder for a program', () => {
    expect(errorOf(() => findBrowser({ executablePath: folder, env: {} })).code).toBe('browser/not-found-at');
  });

  test('lists what was tried when there is none', () => {
    const trouble = errorOf(() => findBrowser({ env: {}, platform: 'win32', arch: 'x64' }));
    expect(trouble.code).toBe('browser/missing');
    expect(trouble.args.tried).toBe('%ProgramFiles%; %ProgramFiles(x86)%; %LocalAppData%');
  });

  test.skipIf(process.platform === 'win32')('finds an installed one in PATH where none is bundled', () => {
    const path = writeProgram('chromium', '#!/bin/sh\n');
    const choice = findBrowser({ env: { PATH: `.:${folder}` }, platform: 'linux', arch: 'arm64' });
    expect(choice).toMatchObject({ kind: 'installed', executablePath: path });
  });

  test('knows the places of Windows, whatever the case of its variables', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files', LocalAppData: 'C:\\Users\\张三\\AppData\\Local' };
    expect(listInstalledPlaces('win32', env)).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\张三\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\张三\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Users\\张三\\AppData\\Local\\Chromium\\Application\\chrome.exe',
    ]);
  });

  test('knows the places of macOS', () => {
    expect(listInstalledPlaces('darwin', {})).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]);
  });

  test('loads no puppeteer', () => {
    const module = pathToFileURL(join(import.meta.dirname, 'browser.ts')).href;
    // The loaded CommonJS and ES modules of a process cannot be listed; a resolve hook sees each one asked for.
    const script = `
      import { register } from 'node:module';
      const hook = "export async function resolve(name, context, next) { if (name.startsWith('puppeteer')) throw new Error('loads ' + name); return next(name, context); }";
      register('data:text/javascript,' + encodeURIComponent(hook));
      const { findBrowser } = await import(${JSON.stringify(module)});
      console.log(findBrowser({ executablePath: process.execPath, env: {} }).kind);
      await import('puppeteer').catch((error) => console.log(error.message));`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('chosen\nloads puppeteer\n');
  });
});

test('loading puppeteer runs no configuration of the working directory', () => {
  const here = mkdtempSync(join(folder, '别人的-'));
  writeFileSync(
    join(here, '.puppeteerrc.cjs'),
    `require('node:fs').writeFileSync(${JSON.stringify(join(here, '跑了'))}, ''); module.exports = {};`,
  );
  const module = pathToFileURL(join(import.meta.dirname, 'start.ts')).href;
  const options = { executablePath: join(here, '没有'), isShell: true };
  const script = `
    const { startBrowser } = await import(${JSON.stringify(module)});
    await startBrowser({ ...${JSON.stringify(options)}, toEnvironment: () => process.env }).catch((error) => console.log(error.code));`;
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href;
  const args = ['--import', loader, '--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, args, { cwd: here, encoding: 'utf8' })).toMatch(/^browser\//);
  expect(readdirSync(here)).toEqual(['.puppeteerrc.cjs']);
});

describe.skipIf(!isBundledHere)('withBrowser', () => {
  const temporary = join(folder, 'temporary');
  const env = plainEnv({ JIXIAOCE_CACHE_DIR: join(folder, 'cache') });
  const temporaryBefore = process.env.TMPDIR;
  let choice: BrowserChoice;
  beforeAll(async () => {
    mkdirSync(temporary);
    process.env.TMPDIR = temporary;
    choice = findBrowser({ env });
    await withBrowser(choice, { env }, async () => {});
  });
  afterAll(() => {
    if (temporaryBefore === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporaryBefore;
  });

  /** Processes of the group that the browser led; dead ones that nobody has collected yet do not count. */
  function listLiving(pid: number): string[] {
    return readdirSync('/proc').filter((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        const [state, , group] =
          readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return state !== 'Z' && Number(group) === pid;
      } catch {
        return false;
      }
    });
  }

  test('gives one that prints, and leaves no process and no profile', async () => {
    let pid = 0;
    const seen = await withBrowser(choice, { env }, async (browser) => {
      pid = browser.process()?.pid ?? 0;
      expect(listLiving(pid).length).toBeGreaterThan(1);
      expect(readdirSync(temporary)).toHaveLength(1);
      const page = await openPage(browser);
      await page.setContent('<p>绩效');
      return { version: await browser.version(), pdf: await page.pdf() };
    });
    expect(seen.version).toMatch(/^HeadlessChrome\/143\./);
    expect(Buffer.from(seen.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    await expect.poll(() => listLiving(pid)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('ends it when its user fails, and passes the failure on', async () => {
    let pid = 0;
    const lent = withBrowser(choice, { env }, async (browser) => {
      pid = browser.process()?.pid ?? 0;
      throw new Error('the page is empty');
    });
    await expect(lent).rejects.toThrow('the page is empty');
    await expect.poll(() => listLiving(pid)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('an abort ends it, though its user never does', async () => {
    const stop = new AbortController();
    const reason = new Error('Ctrl-C');
    let pid = 0;
    const lent = withBrowser(choice, { env, signal: stop.signal }, (browser) => {
      pid = browser.process()?.pid ?? 0;
      stop.abort(reason);
      return new Promise(() => {});
    });
    await expect(lent).rejects.toBe(reason);
    await expect.poll(() => listLiving(pid)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('starts nothing after an abort', async () => {
    const reason = new Error('Ctrl-C');
    const lent = withBrowser(choice, { env, signal: AbortSignal.abort(reason) }, async () => 'lent');
    await expect(lent).rejects.toBe(reason);
  });

  test('a killed browser fails what waits for it', async () => {
    const lent = withBrowser(choice, { env }, async (browser) => {
      const page = await openPage(browser);
      const waiting = page.evaluate(() => new Promise(() => {}));
      browser.process()?.kill('SIGKILL');
      await waiting;
    });
    await expect(lent).rejects.toThrow(/closed|detached/i);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('the page does not see the machine’s language and time zone', async () => {
    const foreign = { ...env, LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8', TZ: 'Asia/Tokyo' };
    const seen = await withBrowser(choice, { env: foreign }, async (browser) => {
      const page = await openPage(browser);
      return page.evaluate(() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone]);
    });
    expect(seen).toEqual(['en-US@posix', 'UTC']);
  });

  test('a character that no font of ours has is a missing glyph, not one of the machine’s fonts', async () => {
    const fonts = await withBrowser(choice, { env }, async (browser) => {
      const page = await openPage(browser);
      await page.setContent('<p style="font-family: DejaVu Sans, sans-serif">Han 汉 ☃');
      const client = await page.createCDPSession();
      await client.send('DOM.enable');
      await client.send('CSS.enable');
      const { root } = await client.send('DOM.getDocument');
      const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'p' });
      return (await client.send('CSS.getPlatformFontsForNode', { nodeId })).fonts;
    });
    expect(fonts.map((font) => font.familyName)).toEqual(['Open Sans']);
  });

  test.each([
    ['speaks before it ends', '#!/bin/sh\necho "libnss3.so is gone" >&2\nexit 3\n', 'libnss3.so is gone'],
    ['ends without a word', '#!/bin/sh\nexit 3\n', 'exit code 3'],
    ['cannot be run by the system', '#!/absent/interpreter\n', /ENOENT/],
  ])('tells why a program that %s does not start', async (name, text, detail) => {
    const path = writeProgram(name, text);
    const lent = withBrowser(findBrowser({ executablePath: path, env }), { env }, async () => 'lent');
    const trouble = await lent.catch((error: unknown) => error);
    expect(trouble).toMatchObject({ code: 'browser/does-not-start', args: { path } });
    expect((trouble as EnvironmentError).args.detail).toMatch(detail);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('starts a browser that was chosen by its path', async () => {
    const copy = join(folder, '另一个 浏览器');
    cpSync(choice.executablePath, copy);
    const chosen = findBrowser({ executablePath: copy, env });
    const version = await withBrowser(chosen, { env }, (browser) => browser.version());
    expect(version).toMatch(/143\./);
  });
});
