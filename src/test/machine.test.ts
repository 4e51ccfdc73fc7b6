import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBundledBrowser } from '../browser/bundled.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { runUntil, startProgram } from './program.ts';
import { withWorkplace } from './workplace.ts';

const NAME = '党员志愿服务工作经费';
const SOURCE = `projects/2022/${NAME}.yaml`;

/** A sentence and its remedy, and nothing else: no stack. */
const TROUBLE = /^无法继续 .+\n {2}→ .+\n$/;

/** In names of its own a process may mount what ends with it. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

test.skipIf(!canMount)(
  'a disk that is full behind the journal, the Word document, the web page, the PDF or the list of outputs: a sentence, and the next build is whole',
  async () => {
    await withWorkplace(async ({ folder, build, put, outputs }) => {
      await build({ paths: [SOURCE], out: 'out', also: ['docx'] });
      const whole = outputs();
      const blocks = (ending: string) =>
        Math.ceil(statSync(join(folder, `out/2022/${NAME}.${ending}`)).size / 4096);
      const [docx, html, pdf] = [blocks('docx'), blocks('html'), blocks('pdf')];
      put('out', null);
      put('out/.keep', '');
      const least = [0, docx, docx + html + pdf];
      const free = least.flatMap((blocks) => [blocks, blocks + 1]);
      const main = join(PROGRAM_ROOT, 'src/cli/main.ts');
      const program = `"${process.execPath}" --import "${import.meta.resolve('tsx/esm')}" "${main}" build --also docx -- "${SOURCE}"`;
      put(
        'full.sh',
        `mount -t tmpfs -o size=8m tmpfs out || exit 9
for free in ${free.join(' ')}; do
  head -c $((8388608 - free * 4096)) /dev/zero > out/filler
  ${program} 2> err-$free
  echo $? > code-$free
  rm out/filler
done
${program} 2> err-last
echo $? > code-last
cp -r out seen
`,
      );
      spawnSync('unshare', ['-rm', 'sh', 'full.sh'], { cwd: folder });
      const read = (name: string) => readFileSync(join(folder, name), 'utf8');
      for (const blocks of free) {
        expect(read(`err-${blocks}`), `${blocks} blocks free`).toMatch(TROUBLE);
        expect(read(`code-${blocks}`)).toBe('2\n');
      }
      expect(read('code-last'), read('err-last')).toBe('0\n');
      expect(readdirSync(join(folder, 'seen')).sort()).toEqual(['.parts', '2022', 'manifest.json']);
      expect(outputs('seen')).toEqual(whole);
    });
  },
);

const bundled = findBundledBrowser(process.env);

describe.skipIf(bundled === undefined || process.platform !== 'linux' || process.arch !== 'x64')(
  'the browser that comes with the program',
  () => {
    const withCache = async (use: (cache: string, env: NodeJS.ProcessEnv) => Promise<void>) => {
      const cache = mkdtempSync(join(tmpdir(), '浏览器 缓存-'));
      try {
        await use(cache, { JIXIAOCE_CACHE_DIR: cache });
      } finally {
        rmSync(cache, { recursive: true, force: true });
      }
    };
    const unpacked = (cache: string) => join(cache, `browser-${bundled?.version}`);

    test('damaged after it was unpacked: it is unpacked again, which is said once', async () => {
      await withWorkplace(async ({ folder }) => {
        await withCache(async (cache, env) => {
          const build = () => startProgram(folder, ['build', '--force', '--', SOURCE], env).finished;
          const said = '浏览器解开后有文件损坏或被改动，已重新解开';
          const first = await build();
          expect(first, first.stderr).toMatchObject({ code: 0 });
          expect(first.stderr).not.toContain(said);
          const damage = () => {
            const file = join(unpacked(cache), 'chromium');
            const bytes = readFileSync(file);
            bytes.fill(0, bytes.length / 2, bytes.length / 2 + 4096);
            writeFileSync(file, bytes);
          };
          damage();
          const second = await build();
          expect(second, second.stderr).toMatchObject({ code: 0 });
          expect(second.stderr.split(said)).toHaveLength(2);
          expect((await build()).stderr).not.toContain(said);
          damage();
          rmSync(join(folder, 'out'), { recursive: true });
          const watching = startProgram(folder, ['watch', '--port', '0'], env);
          try {
            await expect.poll(() => existsSync(join(folder, 'out/2022/booklet.pdf'))).toBe(true);
          } finally {
            watching.child.kill('SIGTERM');
          }
          expect((await watching.finished).stderr.split(said)).toHaveLength(2);
        });
      });
    });

    const quote = (path: string) => JSON.stringify(path);
    const hasBytes = (bytes: number) => (cache: string) =>
      `fs.readdirSync(${quote(cache)}, { recursive: true }).map((name) => fs.statSync(${quote(`${cache}/`)} + name).size).reduce((sum, size) => sum + size, 0) > ${bytes}`;
    test.each([
      ['while it is unpacked', hasBytes(0)],
      ['with half of it unpacked', hasBytes(90_000_000)],
      ['with all of it unpacked', hasBytes(180_000_000)],
      [
        'while fonts are cut and it comes up',
        () =>
          `fs.readdirSync(${quote(tmpdir())}).some((name) => name.startsWith('jixiaoce-browser-' + process.pid) && fs.readdirSync(${quote(`${tmpdir()}/`)} + name).length > 0)`,
      ],
    ])('a build killed %s: the next one prints', async (_, toCondition) => {
      await withWorkplace(async ({ folder }) => {
        await withCache(async (cache, env) => {
          const killed = await runUntil(folder, ['build', '--', SOURCE], toCondition(cache), env);
          expect(killed.code).toBe(null);
          const next = await startProgram(folder, ['build', '--', SOURCE], env).finished;
          expect(next, next.stderr).toMatchObject({ code: 0 });
          expect(next.stderr).toContain('打印 1 份');
          expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.parts', '2022', 'manifest.json']);
        });
      });
    });
  },
);
