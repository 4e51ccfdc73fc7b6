import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runUntil, startProgram } from '../test/program.ts';
import { type Workplace, withPrintedWorkplace, withWorkplace } from '../test/workplace.ts';

const NAME = '党员志愿服务工作经费';
const SOURCE = `projects/2022/${NAME}.yaml`;
/** A table was printed; the manifest is written after the last one. */
const HAS_PDF = "fs.readdirSync('out/2022').some((name) => name.endsWith('.pdf'))";
const isPosix = process.platform !== 'win32';

describe.skipIf(!isPosix)('what was put in place of an output is replaced, and never opened', () => {
  const replacements: [what: string, replace: (path: string, workplace: Workplace) => void][] = [
    ['a device without end', (path) => symlinkSync('/dev/zero', path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a file', (path, { folder }) => symlinkSync(join(folder, 'victim'), path)],
    ['a link to nothing', (path) => symlinkSync('nothing', path)],
    ['a file without end', (path) => execFileSync('truncate', ['-s', '5T', path])],
  ];
  const outputs = [`2022/${NAME}.pdf`, `2022/${NAME}.html`, 'manifest.json', '2022/index.html'];

  test('by each kind, each output', async () => {
    await withPrintedWorkplace(async (workplace) => {
      const { build, folder, put, read } = workplace;
      put('victim', '别人的内容');
      const whole = workplace.outputs();
      for (const [what, replace] of replacements) {
        for (const path of outputs) {
          rmSync(join(folder, 'out', path));
          replace(join(folder, 'out', path), workplace);
        }
        await build();
        for (const path of outputs) {
          expect(lstatSync(join(folder, 'out', path)).isFile(), `${what}: ${path}`).toBe(true);
        }
        expect(workplace.outputs(), what).toEqual(whole);
        expect(String(read('victim'))).toBe('别人的内容');
      }
    });
  });
});

describe.skipIf(!isPosix)('a folder of the outputs that is a link is refused', () => {
  test.each([
    ['out', []],
    ['out/2022', []],
    ['out/2022', [SOURCE]],
  ])('%s %j', async (path, paths) => {
    await withPrintedWorkplace(async ({ build, folder, put }) => {
      put('elsewhere/2022/某文件.txt', '');
      renameSync(join(folder, path), join(folder, 'moved'));
      symlinkSync(join(folder, path === 'out' ? 'elsewhere' : 'elsewhere/2022'), join(folder, path));
      await expect(build({ paths })).rejects.toMatchObject({
        code: 'out/is-link',
        args: { path: join(folder, path) },
      });
      expect(readdirSync(join(folder, 'elsewhere'), { recursive: true })).toHaveLength(2);
    });
  });

  test('a linked folder of a year that is gone is not followed to what is removed', async () => {
    await withWorkplace(async ({ build, folder, put }) => {
      put('projects/2021/booklet.yaml', '标题: 甲\n单位: 乙\n年度: 2021\n');
      put(`projects/2021/${NAME}.yaml`, readFileSync(join(folder, SOURCE)));
      await build({ year: '2021' });
      renameSync(join(folder, 'out/2021'), join(folder, 'moved'));
      symlinkSync(join(folder, 'moved'), join(folder, 'out/2021'));
      put('projects/2021', null);
      await build();
      expect(readdirSync(join(folder, 'moved')).length).toBeGreaterThan(2);
    });
  });
});

test('a build that was killed before it wrote the manifest: what it printed is known, and removed with its source', async () => {
  await withWorkplace(async ({ build, folder, put }) => {
    await build({ out: 'alone', paths: [SOURCE] });
    expect((await runUntil(folder, ['build'], HAS_PDF)).code).toBe(null);
    const left = readdirSync(join(folder, 'out/2022')).filter((name) => name.endsWith('.pdf'));
    expect(existsSync(join(folder, 'out/manifest.json'))).toBe(false);
    for (const name of readdirSync(join(folder, 'projects/2022'))) {
      if (!name.startsWith('booklet') && !name.startsWith(NAME)) put(`projects/2022/${name}`, null);
    }
    put('projects/2022/booklet.yaml', '标题: 甲\n单位: 乙\n年度: 2022\n');
    const built = await build();
    expect([...built.removed, ...built.printed, ...built.unchanged]).toEqual(
      expect.arrayContaining(left.map((name) => `2022/${name}`)),
    );
    const kept = readdirSync(join(folder, 'out/2022')).filter((name) => !name.endsWith('.tmp'));
    const stems = ['booklet', NAME].flatMap((stem) => [`${stem}.html`, `${stem}.pdf`]);
    expect(kept.sort()).toEqual(['index.html', ...stems].sort());
    expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual(['.parts']);
    const parts = readdirSync(join(folder, 'out/.parts/2022')).filter((name) => !name.endsWith('.tmp'));
    expect(parts.sort()).toEqual(['booklet.part', `${NAME}.part`].sort());
  });
});

test('what a killed build printed belongs to its folder of years: another one neither takes nor removes it', async () => {
  await withWorkplace(async ({ build, folder, put, outputs }) => {
    renameSync(join(folder, 'projects'), join(folder, '甲'));
    put('乙/2022/booklet.yaml', '标题: 甲\n单位: 乙\n年度: 2022\n');
    put(`乙/2022/${NAME}.yaml`, readFileSync(join(folder, `甲/2022/${NAME}.yaml`)));
    expect((await runUntil(folder, ['build', '--projects', '甲'], HAS_PDF)).code).toBe(null);
    expect(existsSync(join(folder, 'out/manifest.json'))).toBe(false);
    const left = outputs();
    await expect(build({ projects: '乙' })).rejects.toMatchObject({
      code: 'out/other-root',
      args: { root: '乙', other: '甲' },
    });
    expect(outputs()).toEqual(left);
    const built = await build({ projects: '甲' });
    expect(built.printed.length + built.unchanged.length).toBe(9);
    expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual(['.parts']);
  });
});

test('two builds of different tables at once: the manifest knows the outputs of both', async () => {
  await withWorkplace(async ({ build, read }) => {
    const other = 'projects/2022/党员干部教育经费.yaml';
    await Promise.all([build({ paths: [SOURCE] }), build({ paths: [other] })]);
    const { files } = JSON.parse(String(read('out/manifest.json'))) as { files: object };
    expect(Object.keys(files)).toHaveLength(4);
  });
});

test.skipIf(!isPosix)('what looks like a half-written file and is none is left alone', async () => {
  await withWorkplace(async ({ build, folder }) => {
    const old = new Date(Date.now() - 5 * 60 * 60 * 1000);
    const place = (name: string) => join(folder, 'out/2022', `.jixiaoce-${name.repeat(16)}.tmp`);
    mkdirSync(place('a'), { recursive: true });
    writeFileSync(join(place('a'), 'file'), '');
    symlinkSync('nothing', place('b'));
    symlinkSync(join(folder, SOURCE), place('c'));
    utimesSync(place('a'), old, old);
    lutimesSync(place('b'), old, old);
    lutimesSync(place('c'), old, old);
    mkdirSync(join(folder, 'out', `.jixiaoce-${'d'.repeat(16)}.journal`));
    expect((await build()).printed).toHaveLength(9);
    expect(existsSync(join(folder, SOURCE))).toBe(true);
  });
});

test.skipIf(process.platform !== 'linux')('an output where no folder can be made is reported', async () => {
  await withWorkplace(async ({ folder }) => {
    for (const out of ['/proc/jixiaoce', '/proc/self/jixiaoce/out', '/sys/jixiaoce', '/dev/null/out']) {
      const { code, stderr } = await startProgram(folder, ['build', '--out', out]).finished;
      expect([code, stderr], out).toEqual([2, expect.stringMatching(/^无法继续 写不了 \//)]);
      expect(stderr).not.toContain('    at ');
    }
  });
});

test.skipIf(!isPosix)('a temporary folder that is a file, or is not there, is reported', async () => {
  await withWorkplace(async ({ folder, put, build }) => {
    put('file', '');
    for (const name of ['file', 'nothing']) {
      const kept = process.env.TMPDIR;
      process.env.TMPDIR = join(folder, name);
      try {
        await expect(build()).rejects.toMatchObject({ code: 'machine/temporary' });
      } finally {
        if (kept === undefined) delete process.env.TMPDIR;
        else process.env.TMPDIR = kept;
      }
    }
  });
});

test('a page leads to the year’s index only where there is one, and ends the same whatever was built before', async () => {
  await withWorkplace(async ({ build, outputs, read, put }) => {
    await build({ out: 'other' });
    const page = (name: string) => read(`out/${name}`).toString();
    await build({ paths: ['projects/2022/党员干部教育经费.yaml'] });
    expect(page('2022/党员干部教育经费.html')).not.toContain('href="index.html"');
    await build();
    expect(page('2022/党员干部教育经费.html')).toContain('href="index.html"');
    expect(outputs()).toEqual(outputs('other'));
    // One table of a year that has its index leads there, too.
    put('out/2022/党员干部教育经费.pdf', null);
    await build({ paths: ['projects/2022/党员干部教育经费.yaml'] });
    expect(outputs()).toEqual(outputs('other'));
    // 草稿 have none.
    put(
      'projects/2022/新.yaml',
      read('projects/2022/党员干部教育经费.yaml')
        .toString()
        .replace(/项目名称: .*/, '项目名称: 新'),
    );
    await build({ draft: true });
    expect(page('草稿/2022/新.html')).not.toContain('href="index.html"');
    expect(page('草稿/2022/新.html')).not.toContain('href="booklet.html"');
  });
});
