import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

/** What is reported of the files of an office that is not as it should be, beside the eight tables, and how many tables were read. */
async function told(lay: (put: (path: string, content: string) => void, folder: string) => void) {
  return await withWorkplace(async ({ folder, put, read }) => {
    const table = read('projects/2022/党员干部教育经费.yaml').toString();
    put('projects/2022/甲镇/booklet.yaml', '单位: 甲镇\n');
    put(
      'projects/2022/甲镇/党员教育.yaml',
      table.replace(/^项目名称: .*$/m, '项目名称: 党员教育').replace(/^项目编码: .*$/m, '项目编码: 待填'),
    );
    lay((path, content) => put(`projects/2022/${path}`, content), join(folder, 'projects/2022'));
    const templates = join(PROGRAM_ROOT, 'templates');
    const { diagnostics, projects } = compileSources({
      cwd: folder,
      projects: 'projects',
      templates,
      paths: [],
      strict: false,
    });
    const wordings = diagnostics
      .filter(({ wording }) => /^(?:file|office|booklet|sources)\//.test(wording))
      .map(({ severity, wording, at }) => `${severity} ${at.file.slice('projects/2022/'.length)} ${wording}`);
    return { wordings, projects };
  });
}

const OFFICE = '单位: 乙站\n';

test('an office is as it should be', async () => {
  expect(await told(() => {})).toEqual({ wordings: [], projects: 9 });
});

test.each([
  [
    '自评/乙站',
    ['自评/乙站/booklet.yaml file/ignored#in-evaluation', '自评/乙站/表.yaml file/ignored#in-evaluation'],
  ],
  [
    '甲镇/自评/乙站',
    [
      '甲镇/自评/乙站/booklet.yaml file/ignored#in-evaluation',
      '甲镇/自评/乙站/表.yaml file/ignored#in-evaluation',
    ],
  ],
])('an office inside 自评 is not read, and each of its files is named: %s', async (place, files) => {
  const { wordings, projects } = await told((put) => {
    put(`${place}/booklet.yaml`, OFFICE);
    put(`${place}/表.yaml`, '项目名称: 表\n');
  });
  expect(wordings.sort()).toEqual(files.map((file) => `warning ${file}`));
  expect(projects).toBe(9);
});

test('a link to an office is not followed, and named', async () => {
  const { wordings, projects } = await told((_, folder) =>
    symlinkSync(join(folder, '甲镇'), join(folder, '乙镇'), 'junction'),
  );
  expect(wordings).toEqual(['warning 乙镇 file/ignored#link']);
  expect(projects).toBe(9);
});

// Elsewhere the two are one folder.
test.runIf(process.platform === 'linux')(
  'of two folders whose names differ in case, or in how they are encoded, the second is an error',
  async () => {
    const { wordings } = await told((put) => {
      for (const name of ['A站', 'a站', 'é站', 'e\u0301站']) put(`${name}/booklet.yaml`, OFFICE);
    });
    expect(wordings.filter((line) => line.startsWith('error'))).toEqual([
      'error a站/booklet.yaml file/same-name#folder',
      'error é站/booklet.yaml file/same-name#folder',
    ]);
  },
);

// Elsewhere it is booklet.yaml.
test.runIf(process.platform === 'linux')('a booklet.yaml of nearly that name is to be renamed', async () => {
  const { wordings } = await told((put) => {
    put('丙镇/Booklet.yaml', OFFICE);
    put('丁镇/booklet.yml', OFFICE);
  });
  expect(wordings).toEqual([
    'warning 丁镇/booklet.yml file/ignored#nearly-booklet',
    'warning 丙镇/Booklet.yaml file/ignored#nearly-booklet',
  ]);
});

test('a booklet.yaml of an office that names another year is told at its place', async () => {
  const { wordings } = await told((put) => put('甲镇/booklet.yaml', '单位: 甲镇\n年度: 2021\n'));
  expect(wordings).toEqual(['error 甲镇/booklet.yaml booklet/year#office']);
});

/** 你 in GBK: other systems hold no such name. */
const GARBLED = Buffer.from([0xc4, 0xe3]);

test.runIf(process.platform === 'linux')('a name that is not UTF-8 is reported as that', async () => {
  const inFolder = (folder: string, ...rest: Buffer[]) => Buffer.concat([Buffer.from(`${folder}/`), ...rest]);
  const { wordings } = await told((_, folder) => {
    writeFileSync(inFolder(folder, GARBLED, Buffer.from('.yaml')), '项目名称: 样例\n');
  });
  expect(wordings).toEqual([expect.stringMatching(/^error .*\.yaml file\/name-characters$/)]);
  const trouble = told((_, folder) => mkdirSync(inFolder(folder, GARBLED)));
  await expect(trouble).rejects.toMatchObject({ code: 'sources/garbled' });
});
