import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { withRepository } from '../test/repository.ts';
import { SOUND_MONITORING, SOUND_RESULT } from '../test/results.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readYearsIfAny } from './disk.ts';
import { findInGit, readRevision } from './git/tables.ts';

const FILES = [
  'projects/2023/自评/样例.yaml',
  'projects/2023/监控/7月/样例.yaml',
  'projects/2023/监控/10月/样例.yaml',
];

async function withResults(
  use: (repository: Parameters<Parameters<typeof withRepository>[0]>[0]) => Promise<void>,
) {
  await withRepository(async (repository) => {
    repository.put('projects/2022', null);
    repository.put('projects/2023/booklet.yaml', SOUND_BOOKLET.replace('2022', '2023'));
    repository.put(
      'projects/2023/样例.yaml',
      SOUND_TABLE.replaceAll('2022', '2023').replaceAll('22P004296102284', '23P00429610228J'),
    );
    for (const file of FILES) repository.put(file, file.includes('自评') ? SOUND_RESULT : SOUND_MONITORING);
    await use(repository);
  });
}

test('a revision has the results that the folder has, months before the end of the year', async () => {
  await withResults(async ({ folder, commit }) => {
    const onDisk = readYearsIfAny({ cwd: folder, projects: 'projects' });
    expect(onDisk.years.flatMap(({ results }) => results.map(({ name }) => name))).toEqual([
      '监控/7月',
      '监控/10月',
      '自评',
    ]);
    const place = await findInGit(folder, 'projects');
    expect(await readRevision(place, commit('结果'))).toEqual(onDisk);
  });
});

test('paths: a result, a folder of results, 监控 as a whole', async () => {
  await withResults(async ({ folder, put }) => {
    const run = (...paths: string[]) =>
      compileSources({
        cwd: folder,
        projects: 'projects',
        templates: join(PROGRAM_ROOT, 'templates'),
        paths,
        strict: false,
      });
    expect(run().diagnostics.map(({ at, code }) => [at.file, code])).toEqual([
      [FILES[2], 'result/no-likelihood'],
    ]);
    for (const file of FILES) put(file, '指标:\n  培训: 4 次\n');
    const filesOf = (...paths: string[]) => [...new Set(run(...paths).diagnostics.map(({ at }) => at.file))];
    expect(filesOf()).toEqual([...FILES].sort());
    expect(filesOf('projects/2023')).toEqual([...FILES].sort());
    expect(filesOf('projects/2023/自评')).toEqual([FILES[0]]);
    expect(filesOf('projects/2023/自评/样例.yaml')).toEqual([FILES[0]]);
    expect(filesOf('projects/2023/监控')).toEqual([FILES[2], FILES[1]]);
    expect(filesOf('projects/2023/监控/7月')).toEqual([FILES[1]]);
    expect(filesOf('projects/2023/样例.yaml')).toEqual([]);
  });
});
