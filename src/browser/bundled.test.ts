import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BundledBrowser, findBundledBrowser, unpackBundledBrowser } from './bundled.ts';

const isBundledHere = process.platform === 'linux' && process.arch === 'x64';

describe.skipIf(!isBundledHere)('unpackBundledBrowser', () => {
  const cache = join(mkdtempSync(join(tmpdir(), '解包 测试-')), 'cache');
  const env = { ...process.env, JIXIAOCE_CACHE_DIR: cache };
  let bundled: BundledBrowser;
  let reported = 0;
  let repairs = 0;
  const onUnpack = (isRepair: boolean) => {
    reported += 1;
    if (isRepair) repairs += 1;
  };
  const unpack = () => unpackBundledBrowser(bundled, { env, onUnpack });
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

  beforeAll(async () => {
    const found = findBundledBrowser(env);
    if (found === undefined) throw new Error('@sparticuz/chromium is not installed');
    bundled = found;
    mkdirSync(cache, { mode: 0o700 });
    for (const [name, age] of [
      ['unpacking-old', 2],
      ['unpacking-now', 0.5],
      ['browser-1.0.0', 48],
      ['browser-2.0.0', 12],
      ['别人的', 48],
    ] as const) {
      mkdirSync(join(cache, name));
      utimesSync(join(cache, name), hoursAgo(age), hoursAgo(age));
    }
    await Promise.all([unpack(), unpack()]);
  });
  afterAll(() => rmSync(dirname(cache), { recursive: true, force: true }));

  function runs(): string {
    return execFileSync(bundled.executablePath, ['--version'], { encoding: 'utf8' });
  }

  test('two first starts at once both succeed and leave one whole browser', () => {
    expect({ reported, repairs }).toEqual({ reported: 2, repairs: 0 });
    expect(runs()).toMatch(/^Chromium 143\./);
  });

  test('is private to its user', () => {
    expect(statSync(dirname(bundled.executablePath)).mode & 0o777).toBe(0o700);
    expect(statSync(bundled.executablePath).mode & 0o777).toBe(0o700);
  });

  test('removes old leftovers and old versions, and nothing that may be in use or is not its own', () => {
    expect(readdirSync(cache).sort()).toEqual(
      ['browser-143.0.4', 'browser-2.0.0', 'unpacking-now', '别人的'].sort(),
    );
  });

  test('does not unpack a second time, also when the file’s date was moved', async () => {
    reported = 0;
    utimesSync(bundled.executablePath, hoursAgo(1), hoursAgo(1));
    const environment = await unpack();
    expect(reported).toBe(0);
    expect(readFileSync(environment.FONTCONFIG_FILE ?? '', 'utf8')).toContain(
      `<dir>${dirname(bundled.executablePath)}/fonts</dir>`,
    );
  });

  test.each(['chromium', 'fonts.conf'])(
    'a byte of %s that changed and its date kept: unpacks again',
    async (name) => {
      const file = join(dirname(bundled.executablePath), name);
      const bytes = readFileSync(file);
      const { atime, mtime } = statSync(file);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(file, bytes);
      utimesSync(file, atime, mtime);
      reported = 0;
      repairs = 0;
      await unpack();
      expect({ reported, repairs }).toEqual({ reported: 1, repairs: 1 });
      expect(runs()).toMatch(/^Chromium 143\./);
      await unpack();
      expect(reported).toBe(1);
    },
  );

  test('refuses a cache folder that others can write to', async () => {
    chmodSync(cache, 0o777);
    await expect(unpack()).rejects.toMatchObject({
      code: 'browser/cache-not-private',
      args: { path: cache },
    });
    chmodSync(cache, 0o700);
  });

  test.skipIf(process.getuid?.() === 0)('refuses a cache folder that is another user’s', async () => {
    const foreign = { ...bundled, executablePath: '/usr/browser-143.0.4/chromium' };
    await expect(unpackBundledBrowser(foreign, { env })).rejects.toMatchObject({
      code: 'browser/cache-not-private',
    });
  });

  test('refuses a cache folder that is a link, and one that cannot be made', async () => {
    const link = join(dirname(cache), '链接');
    symlinkSync(cache, link);
    const file = join(dirname(cache), '文件');
    writeFileSync(file, '');
    for (const [root, code] of [
      [link, 'browser/cache-not-private'],
      [join(file, 'cache'), 'browser/cache-not-writable'],
    ] as const) {
      const other = { ...bundled, executablePath: join(root, 'browser-143.0.4', 'chromium') };
      await expect(unpackBundledBrowser(other, { env })).rejects.toMatchObject({ code });
    }
  });

  test('an abort while unpacking leaves nothing', async () => {
    const stop = new AbortController();
    const reason = new Error('Ctrl-C');
    const elsewhere = join(cache, '别人的');
    chmodSync(elsewhere, 0o700);
    const other = { ...bundled, executablePath: join(elsewhere, 'browser-143.0.4', 'chromium') };
    const unpacking = unpackBundledBrowser(other, {
      env,
      signal: stop.signal,
      onUnpack: () => setImmediate(() => stop.abort(reason)),
    });
    await expect(unpacking).rejects.toBe(reason);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('a damaged package is reported, and leaves nothing', async () => {
    const packed = join(cache, '别人的');
    writeFileSync(
      join(packed, 'chromium.br'),
      readFileSync(join(bundled.packed, 'fonts.tar.br')).subarray(0, 100_000),
    );
    const other = {
      ...bundled,
      packed,
      executablePath: join(packed, 'cache', 'browser-143.0.4', 'chromium'),
    };
    await expect(unpackBundledBrowser(other, { env })).rejects.toMatchObject({
      code: 'browser/bundled-damaged',
    });
    expect(readdirSync(join(packed, 'cache'))).toEqual([]);
  });

  test('unpacks again what is cut off, in a folder that others could have written to', async () => {
    truncateSync(bundled.executablePath, 1_000_000);
    chmodSync(dirname(bundled.executablePath), 0o777);
    writeFileSync(join(dirname(bundled.executablePath), 'planted'), '');
    reported = 0;
    await unpack();
    expect(reported).toBe(1);
    expect(runs()).toMatch(/^Chromium 143\./);
    expect(statSync(dirname(bundled.executablePath)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(bundled.executablePath))).not.toContain('planted');
  });
});
