import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../commands/check.ts';
import { compileSources } from '../commands/compile-sources.ts';
import { tidySources } from '../commands/tidy.ts';
import { word } from '../messages/wording.ts';
import { toPreview } from '../preview/preview.ts';
import { startProgram } from '../test/program.ts';
import { withRepository } from '../test/repository.ts';
import { SOUND_RESULT } from '../test/results.ts';
import { withWorkplace } from '../test/workplace.ts';
import type { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { type FoundPath, reportStrays } from './strays.ts';

const run = (cwd: string, ...args: string[]) => startProgram(cwd, args).finished;

/** What is reported of paths, as `path wording`. */
const tell = (...paths: string[]) =>
  reportStrays(
    paths.map((path): FoundPath => ({ steps: path.split('/'), kind: 'file' })),
    (steps) => steps.join('/'),
  ).map(({ at, wording, args }) => `${at.file} ${wording.split('#')[1]} ${args.name}`);

test('what looks like a source and is not read, by where it is and how it is named', () => {
  expect(
    tell('2022/x.yaml', '2022/X.YAML', '2022/x.yml', '2022/说明.docx', 'README.md', '2022/yaml说明.txt'),
  ).toEqual([]);
  for (const name of [
    'x.yaml.txt',
    'x.yml.bak',
    'x.yaml (2)',
    'x.yaml.crdownload',
    'x.ymal',
    'x。yaml',
    'x．yaml',
    'x.yaml ',
  ])
    expect(tell(`2022/${name}`), name).toEqual([`2022/${name} name x.yaml`]);
  expect(tell('x.yaml', '2022/民政局/x.yaml', '2022/a/b/x.yml')).toEqual([
    'x.yaml above x.yaml',
    '2022/民政局/x.yaml below x.yaml',
    '2022/a/b/x.yml below x.yaml',
  ]);
  expect(tell('2024年/x.yaml', '２０２４/x.yaml', '20222/x.yaml', '备份/2022/x.yaml')).toEqual([
    '2024年/x.yaml year x.yaml',
    '２０２４/x.yaml year x.yaml',
    '20222/x.yaml no-year x.yaml',
    '备份/2022/x.yaml no-year x.yaml',
  ]);
});

test('results are in 自评 and in the months of 监控, and nowhere else', () => {
  expect(tell('2022/自评/x.yaml', '2022/监控/7月/x.yaml', '2022/监控/12月/x.yaml')).toEqual([]);
  expect(
    tell(
      '2022/自评/booklet.yaml',
      '2022/监控/7月/booklet.yaml',
      '2022/自评/219-棠溪镇/x.yaml',
      '2022/监控/x.yaml',
      '2022/监控/07月/x.yaml',
      '2022/监控/夏天/x.yaml',
      '2022/监控/13月/x.yaml',
      '2022/监控/7月/镇/x.yaml',
      '2022/自评/x.yaml.txt',
      '2022/旧表/自评/x.yaml',
      '2022/自评表/x.yaml',
      '2022/ 自评/x.yaml',
      '2022/监控7月/x.yaml',
      '2022/绩效监控/x.yaml',
    ).map((line) => line.replace(/ (?:x|booklet)\.yaml$/, '')),
  ).toEqual([
    '2022/自评/booklet.yaml results-booklet',
    '2022/监控/7月/booklet.yaml results-booklet',
    '2022/自评/219-棠溪镇/x.yaml in-evaluation',
    '2022/监控/x.yaml monitoring',
    '2022/监控/07月/x.yaml month',
    '2022/监控/夏天/x.yaml no-month',
    '2022/监控/13月/x.yaml no-month',
    '2022/监控/7月/镇/x.yaml in-month',
    '2022/自评/x.yaml.txt name',
    '2022/旧表/自评/x.yaml below',
    '2022/自评表/x.yaml near-results',
    '2022/ 自评/x.yaml near-results',
    '2022/监控7月/x.yaml near-results',
    '2022/绩效监控/x.yaml near-results',
  ]);
});

test('a year that holds only results is read, and a text that holds some is named', async () => {
  await withRepository(async ({ folder, put }) => {
    put('projects/2029/自评/甲.yaml', SOUND_RESULT);
    put('projects/2022/自评/乙.txt', SOUND_RESULT);
    const { stdout } = await run(folder, 'check', '--format', 'json');
    const told = JSON.parse(stdout).diagnostics.map(
      ({ file, code }: { file: string; code: string }) => `${file} ${code}`,
    );
    expect(told).toContain('projects/2029/自评/甲.yaml result/no-goal');
    expect(told).toContain('projects/2022/自评/乙.txt file/ignored');
  });
});

test('what editors, Office and systems leave is passed over', () => {
  for (const name of [
    '.DS_Store',
    'Thumbs.db',
    'desktop.ini',
    '~$x.yaml',
    '.x.yaml.swp',
    'x.yaml~',
    '#x.yaml#',
    'x.yaml.swp',
    '.~lock.x.yaml#',
    '._x.yaml',
    'x.yaml___jb_tmp___',
    'x.yaml.crswap',
  ])
    expect(tell(`2022/${name}`, name, `2024年/${name}`), name).toEqual([]);
  expect(tell('node_modules/p/x.yaml', '.git/x.yaml')).toEqual([]);
});

const TABLE = 'projects/2022/党员志愿服务工作经费.yaml';
const STRAYS = [
  '2022/甲.yaml.txt',
  '2022/乙.txt',
  '2024年/丙.yaml',
  '丁.yaml',
  '2022/民政局/戊.yaml',
  '2031',
  '2030',
];

test('every command that reads names each of them once, with the remedy', async () => {
  await withRepository(async ({ folder, put, read, edit }) => {
    const table = read(TABLE).toString();
    for (const stray of STRAYS.slice(0, 5)) put(`projects/${stray}`, table);
    symlinkSync('2022', join(folder, 'projects/2031'));
    symlinkSync('/no/such/place', join(folder, 'projects/2030'));
    put('projects/2022/~$党员.yaml', 'x');
    const commands = [
      ['check'],
      ['tidy'],
      ['tidy', '--check'],
      ['diff'],
      ['diff', '--format', 'json'],
      ['diff', '--lang', 'en'],
    ];
    await Promise.all(
      commands.map(async (args) => {
        const { stderr } = await run(folder, ...args);
        for (const stray of STRAYS)
          expect(
            stderr.split('\n').filter((line) => line.includes(`projects/${stray}`) && !line.includes('→')),
            `${args} ${stray}`,
          ).toHaveLength(1);
        expect(stderr).not.toContain('~$');
        if (args.includes('en')) expect(stderr).toContain('The name does not end in .yaml');
      }),
    );
    const { stdout } = await run(folder, 'check', '--format', 'json');
    const told = JSON.parse(stdout).diagnostics.filter(
      ({ code }: { code: string }) => code === 'file/ignored',
    );
    expect(told.map(({ file }: { file: string }) => file).sort()).toEqual(
      STRAYS.map((stray) => `projects/${stray}`).sort(),
    );
    expect(
      told.every(
        ({ hint, severity }: { hint: string; severity: string }) => hint !== '' && severity === 'warning',
      ),
    ).toBe(true);
    expect((await run(folder, 'check', '--strict', '--quiet')).code).toBe(1);
    edit('党员志愿服务工作经费', '≤ 2.73 万元', '≤ 3.00 万元');
    expect((await run(folder, 'diff', '--format', 'json')).stdout).not.toContain('甲');
  });
});

test('a path that holds no source, is a link or of another year is a sentence, never “0 projects”', async () => {
  await withWorkplace(async ({ folder, put }) => {
    put('projects/2024年/x.yaml', '');
    put('projects/2022/x.yaml.txt', '');
    put('projects/2023/x.yaml', '');
    mkdirSync(join(folder, '空/2022'), { recursive: true });
    symlinkSync('2022', join(folder, 'projects/2031'));
    const cases: [path: string, sentence: string][] = [
      ['.', '“.”里没有年度文件夹'],
      ['/', '“/”里没有年度文件夹'],
      ['..', '“..”里没有年度文件夹'],
      ['', '路径是空的'],
      [' ', '路径是空的'],
      ['projects/2024年', '“projects/2024年”里没有年度文件夹'],
      ['projects/2022/x.yaml.txt', '不是项目文件'],
      ['空', '空/2022 里没有项目文件'],
      ['projects/2031', 'projects/2031 是一个指向别处的链接'],
      [`projects/2031/${TABLE.split('/').at(-1)}`, 'projects/2031 是一个指向别处的链接'],
    ];
    const request = { cwd: folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates') };
    for (const [path, sentence] of cases) {
      const paths = [path];
      const reportEnvironmentError = ({ code, args }: EnvironmentError) => word(code, args, 'zh').text;
      const checked = Promise.resolve().then(() => check({ ...request, paths, strict: false }));
      expect(await checked.then(String, reportEnvironmentError), path).toContain(sentence);
      const tidied = tidySources({ ...request, paths, check: false });
      expect(await tidied.then(String, reportEnvironmentError), path).toContain(sentence);
    }
    const { code, stdout, stderr } = await run(folder, 'check', '--', '');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('路径是空的');
    expect((await run(folder, 'check', 'projects/2023/x.yaml', '--year', '2022')).stderr).toContain(
      '不在 --year 写的 2022 年里',
    );
    const fromInside = await run(join(folder, 'projects/2022'), 'check', '--', '.');
    expect(fromInside.stderr).toContain('8 个项目：0 个错误');
  });
});

test('only strays: the sentence names one; new writes through no link', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    put('别处/2024年/x.yaml', read(TABLE));
    expect((await run(folder, 'check', '--projects', '别处')).stderr).toContain('别处/2024年/x.yaml 没有读');
    put('别的/2024/x.yaml.txt', read(TABLE));
    expect((await run(folder, 'check', '--projects', '别的')).stderr).toContain(
      '别的/2024/x.yaml.txt 没有读',
    );
    symlinkSync('/no/such/place', join(folder, 'projects/2030'));
    symlinkSync('../别的/2024', join(folder, 'projects/2029'));
    for (const year of ['2029', '2030']) {
      const { code, stderr } = await run(folder, 'new', '新项目', '--year', year);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining(`projects/${year} 是一个指向别处的链接`),
      });
    }
    const { code, stderr } = await run(folder, 'new', '新项目');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('projects/2022/新项目.yaml'),
    });
  });
});

test('check --staged: one document always, and strays that are staged', async () => {
  await withRepository(async ({ folder, put, read, git }) => {
    const nothing = await run(folder, 'check', '--staged', '--format', 'json');
    expect(nothing).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(nothing.stdout)).toEqual({
      diagnostics: [],
      summary: { projects: 0, errors: 0, warnings: 0, suggestions: 0 },
    });
    expect(
      JSON.parse((await run(folder, 'check', '--staged', '--format', 'sarif')).stdout).runs,
    ).toHaveLength(1);
    for (const stray of ['projects/甲.yaml', 'projects/2022/乙.yaml.txt']) put(stray, read(TABLE));
    git(['add', '-A']);
    const { diagnostics } = JSON.parse((await run(folder, 'check', '--staged', '--format', 'json')).stdout);
    expect(
      diagnostics.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`).sort(),
    ).toEqual(['projects/2022/乙.yaml.txt file/ignored', 'projects/甲.yaml file/ignored']);
  });
});

test('the preview tells them beside the booklet: those of its year, and those in no year', async () => {
  await withWorkplace(async ({ folder, put, read }) => {
    put('projects/2022/甲.yaml.txt', read(TABLE));
    put('projects/丁.yaml', read(TABLE));
    put('projects/2023/好.yaml', read(TABLE));
    const templates = join(PROGRAM_ROOT, 'templates');
    const checked = compileSources({
      cwd: folder,
      projects: 'projects',
      templates,
      paths: [],
      strict: false,
    });
    const preview = toPreview(checked, new Map(), 'zh');
    const told = (year: string) =>
      preview
        .page(year, 'booklet')
        ?.findings.filter(({ code }) => code === 'file/ignored')
        .map(({ file }) => file);
    expect(told('2022')).toEqual(['projects/2022/甲.yaml.txt', 'projects/丁.yaml']);
    expect(told('2023')).toEqual(['projects/丁.yaml']);
    const [booklet, ...tables] = preview.years[0]?.entries ?? [];
    expect(booklet?.counts.warning).toBe(2);
    expect(tables.map(({ stem }) => stem).filter((stem) => /甲|丁/.test(stem))).toEqual([]);
  });
});
