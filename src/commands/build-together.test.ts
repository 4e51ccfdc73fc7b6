import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../test/program.ts';
import { type Workplace, withPrintedWorkplace, withWorkplace } from '../test/workplace.ts';

const [ONE, OTHER] = ['党员干部教育经费', '机关党建宣传经费'];
const sourceOf = (name: string) => `projects/2022/${name}.yaml`;

const manifestOf = ({ read }: Workplace) =>
  JSON.parse(read('out/manifest.json').toString()) as { files: Record<string, { sha256: string }> };

/** What a run has noted of the output of a table that it has written, and has not put into the manifest. */
function noteOf(workplace: Workplace, name: string, pid: number): string {
  const { files } = manifestOf(workplace);
  const noted = Object.entries(files).filter(([path]) => path.startsWith(`2022/${name}.`));
  const head = { owner: '../projects', pid, began: 0 };
  return [head, ...noted].map((line) => `${JSON.stringify(line)}\n`).join('');
}

test('two programs that build into one folder at once both end with whole files, and all of them are known', async () => {
  await withWorkplace(async (workplace) => {
    const { build, folder, outputs } = workplace;
    await build({ out: 'alone' });
    const runs = [['build'], ['build'], ['build', '--', sourceOf(ONE)], ['build', '--', sourceOf(OTHER)]];
    const ended = await Promise.all(runs.map((run) => startProgram(folder, run).finished));
    for (const { code, stderr } of ended) {
      if (code === 0) continue;
      expect([code, stderr]).toEqual([2, expect.stringContaining('如果另一个程序正在用同一个输出文件夹')]);
    }
    const { 'manifest.json': _, ...written } = outputs();
    const known = Object.entries(manifestOf(workplace).files).map(([path, { sha256 }]) => [path, sha256]);
    expect(Object.fromEntries(known)).toEqual(written);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.parts', '2022', 'manifest.json']);
    // A page that was written last by a build of one table may lead to no index yet.
    await build();
    expect(outputs()).toEqual(outputs('alone'));
  });
});

test('what another run has written meanwhile is in the manifest, whoever writes it last', async () => {
  await withPrintedWorkplace(async (workplace) => {
    const { build, folder, put, read } = workplace;
    const journal = `out/.jixiaoce-${'a'.repeat(16)}.journal`;
    // The process that started this one is at work as long as this one is.
    put(journal, noteOf(workplace, ONE, process.ppid));
    const { files } = manifestOf(workplace);
    for (const ending of ['pdf', 'html']) delete files[`2022/${ONE}.${ending}`];
    put('out/manifest.json', JSON.stringify({ ...manifestOf(workplace), files }));
    const before = read(`out/2022/${ONE}.pdf`);
    await build({ paths: [sourceOf(OTHER)] });
    expect(Object.keys(manifestOf(workplace).files)).toContain(`2022/${ONE}.pdf`);
    expect(read(`out/2022/${ONE}.pdf`)).toEqual(before);
    expect(existsSync(join(folder, journal))).toBe(true);
  });
});

test('what a run had written before it was killed is known, and its notes are cleared away', async () => {
  await withPrintedWorkplace(async (workplace) => {
    const { build, folder, put } = workplace;
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    put(`out/.jixiaoce-${'a'.repeat(16)}.journal`, noteOf(workplace, ONE, ended));
    put(sourceOf(ONE), null);
    const { files, ...rest } = manifestOf(workplace);
    for (const ending of ['pdf', 'html']) delete files[`2022/${ONE}.${ending}`];
    put('out/manifest.json', JSON.stringify({ ...rest, files }));
    expect((await build()).removed).toEqual([`2022/${ONE}.html`, `2022/${ONE}.pdf`]);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.parts', '2022', 'manifest.json']);
  });
});

test('an interrupted batch keeps the parts that are whole, and they are not printed again', async () => {
  await withWorkplace(async ({ build, folder, outputs }) => {
    const controller = new AbortController();
    const reason = new Error('interrupted');
    const interrupted = build({
      signal: controller.signal,
      onProgress: ({ step }) => step === 'print' && controller.abort(reason),
    });
    await expect(interrupted).rejects.toBe(reason);
    const parts = join(folder, 'out/.parts/2022');
    const times = () =>
      readdirSync(parts).map((name) => [name, statSync(join(parts, name)).mtimeMs] as const);
    const kept = times();
    expect(kept.length).toBeGreaterThan(0);
    await build();
    expect(times()).toEqual(expect.arrayContaining(kept));
    await build({ out: 'other' });
    expect(outputs()).toEqual(outputs('other'));
  });
});

/** In names of its own a process may mount what ends with it. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

test.skipIf(!canMount)('a disk that fills up while a booklet is bound leaves the last one', async () => {
  await withPrintedWorkplace(async ({ folder, put, read }) => {
    put(
      sourceOf(ONE),
      read(sourceOf(ONE))
        .toString()
        .replace(/(备注: .)/, '$1又'),
    );
    put(
      'full.sh',
      `mkdir mounted && mount -t tmpfs -o size=8m tmpfs mounted && cp -r out/. mounted || exit 9
size=$(stat -c %s out/2022/booklet.pdf)
dd if=/dev/zero of=mounted/filler bs=4096 2> /dev/null
truncate -s -$(( size - 16384 )) mounted/filler
"${process.execPath}" "${join(import.meta.dirname, '../cli/entry.mjs')}" build --out mounted 2> error
echo $? > code
cp -r mounted seen
`,
    );
    const { status } = spawnSync('unshare', ['-rm', 'sh', 'full.sh'], { cwd: folder });
    expect(status).toBe(0);
    expect([read('code').toString(), read('error').toString()]).toEqual([
      '2\n',
      expect.stringContaining('满了'),
    ]);
    expect(read('seen/2022/booklet.pdf')).toEqual(read('out/2022/booklet.pdf'));
    expect(readdirSync(join(folder, 'seen/2022')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
