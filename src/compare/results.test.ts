import { expect, test } from 'vitest';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { withRepository } from '../test/repository.ts';
import { SOUND_RESULT } from '../test/results.ts';

test('results are compared with results: their cells, funds and points, in no total', async () => {
  await withRepository(async ({ put, commit, diff }) => {
    put('projects/2022', null);
    put('projects/2022/booklet.yaml', SOUND_BOOKLET);
    put('projects/2022/样例.yaml', SOUND_TABLE);
    commit('目标');
    put('projects/2022/自评/样例.yaml', SOUND_RESULT);
    const added = (await diff()).comparison;
    expect(added.projects.map(({ year, file, change }) => `${year} ${file} ${change}`)).toEqual([
      '2022/自评 projects/2022/自评/样例.yaml added',
    ]);
    expect(added.totals).toMatchObject({ projectsBefore: 1, projectsAfter: 1, before: '30', after: '30' });
    expect(added.years.map(({ year }) => year)).toEqual(['2022']);

    commit('自评');
    put(
      'projects/2022/自评/样例.yaml',
      SOUND_RESULT.replace('4 次', '{ 实际: 3 次, 原因: 疫情 }').replace('28.50', '27'),
    );
    const [changed, ...others] = (await diff()).comparison.projects;
    expect(others).toEqual([]);
    expect(changed?.fields.map(({ field, before, after }) => `${field} ${before} → ${after}`)).toEqual([
      '资金·年度资金总额·全年执行数 28.50 万元 → 27.00 万元',
      '资金·年度资金总额·执行率 95.00% → 90.00%',
      '资金·年度资金总额·得分 9.50 → 9.00',
    ]);
    expect(
      changed?.rows.flatMap(({ cells }) =>
        cells.map(({ cell, before, after }) => `${cell} ${before} → ${after}`),
      ),
    ).toEqual(['实际 4 次 → 3 次', '得分 12.50 → 9.38', '原因  → 疫情']);
    put('projects/2022/自评', null);
    expect((await diff()).comparison.projects.map(({ year, change }) => `${year} ${change}`)).toEqual([
      '2022/自评 removed',
    ]);
  });
});
