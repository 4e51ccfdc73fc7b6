import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../test/program.ts';
import { withWorkplace } from '../test/workplace.ts';

const NAME = '党员志愿服务工作经费';

test('an output belongs to the folder of years that wrote it: another one is refused, and nothing is touched', async () => {
  await withWorkplace(async ({ folder, put, read, outputs, build }) => {
    const run = (...args: string[]) => startProgram(folder, args).finished;
    const table = read(`projects/2022/${NAME}.yaml`).toString();
    const booklet = read('projects/2022/booklet.yaml');
    for (const office of ['甲', '乙']) {
      put(`${office}/2022/booklet.yaml`, booklet);
      put(`${office}/2022/${NAME}.yaml`, table.replace('≤ 2.73', office === '甲' ? '≤ 2.73' : '≤ 9.99'));
    }
    for (const out of ['甲', '甲/2022', '甲/2022/印好的']) {
      const { code, stderr } = await run('build', '--projects', '甲', '--out', out);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`--out 写的 ${out} 是放项目文件的地方`)]);
    }
    await build({ projects: '甲' });
    const first = outputs();
    expect(JSON.parse(read('out/manifest.json').toString()).root).toBe('../甲');
    const refused = { code: 2, stdout: '' };
    for (const args of [
      ['--projects', '乙'],
      ['--', '乙/2022'],
      ['--', `乙/2022/${NAME}.yaml`],
    ]) {
      const { code, stdout, stderr } = await run('build', ...args);
      expect({ code, stdout }).toEqual(refused);
      expect(stderr).toContain('无法继续 out 里是 甲 的打印结果，没有把 乙 的写进去');
      expect(outputs()).toEqual(first);
    }
    const both = await run('build', '--lang', 'en', '--', '甲/2022', '乙/2022');
    expect({ code: both.code, stdout: both.stdout }).toEqual(refused);
    expect(both.stderr).toMatch(/甲 and 乙 are two folders of years|乙 and 甲 are two folders of years/);
    expect(outputs()).toEqual(first);
    // The same folder in other words, one year or one table of it, and another output folder are no others.
    expect((await build({ projects: join(folder, '甲') })).printed).toEqual([]);
    expect((await build({ projects: '甲/2022' })).printed).toEqual([]);
    expect((await build({ projects: '甲', paths: [`甲/2022/${NAME}.yaml`] })).printed).toEqual([]);
    await build({ projects: '乙', out: '乙的' });
    expect(outputs()).toEqual(first);
    // A tree that is moved as a whole keeps its bytes.
    cpSync(join(folder, '甲'), join(folder, '搬走/甲'), { recursive: true });
    renameSync(join(folder, 'out'), join(folder, '搬走/out'));
    const moved = await build({ cwd: join(folder, '搬走'), projects: '甲' });
    expect(moved.printed).toEqual([]);
    expect(outputs('搬走/out')).toEqual(first);
  });
});
