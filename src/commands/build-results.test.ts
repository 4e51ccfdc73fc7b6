import { expect, test } from 'vitest';
import { SOUND_TABLE } from '../test/compile-source.ts';
import { startGit } from '../test/office-git.ts';
import { readPdfText } from '../test/pdf-text.ts';
import { SOUND_RESULT } from '../test/results.ts';
import { withWorkplace } from '../test/workplace.ts';
import { trace } from './trace.ts';

const NAME = '星级支部创建工作经费';

/** Every indicator reached as it was set, and a rate of 95 %. */
function resultOf(table: string): string {
  const rows = [...table.matchAll(/三级指标: (.*)\n\s+(指标值|定性): (.*)/g)].map(
    ([, name = '', key, value = '']) => {
      return key === '指标值' ? `  ${name}: ${value.replace(/^[=≥≤] /, '')}` : `  ${name}: 达成`;
    },
  );
  return `资金: { 全年预算数: 10 万元, 全年执行数: 9.5 万元 }\n完成情况: 按计划完成。\n指标:\n${rows.join('\n')}\n`;
}

test('results have their own PDFs, volume and place in the index, and change no byte of the goals’', async () => {
  await withWorkplace(async ({ put, read, outputs, build }) => {
    const paths = [`projects/2022/${NAME}.yaml`, 'projects/2022/党员干部教育经费.yaml'];
    for (const name of ['巡回督导、党建述职工作经费', '七一系列活动工作经费'])
      put(`projects/2022/${name}.yaml`, null);
    await build();
    const before = outputs();
    const result = resultOf(read(paths[0] as string).toString());
    put(`projects/2022/自评/${NAME}.yaml`, result);
    const built = await build();
    expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(built.printed.toSorted()).toEqual([`2022/自评/${NAME}.pdf`, '2022/自评/booklet.pdf'].toSorted());
    const after = outputs();
    for (const [path, hash] of Object.entries(before)) {
      if (!/index\.html|manifest/.test(path)) expect(after[path], path).toBe(hash);
    }

    const volume = await readPdfText(read('out/2022/自评/booklet.pdf'));
    const words = volume.pages.map((text) => text.replace(/\s/g, ''));
    expect(words[0]).toContain('2022年度项目支出绩效自评表');
    expect(words.join('')).toContain('自评的项目1个，平均得分99.50：优1个。');
    expect(words.join('')).toContain('没有写的项目5个');
    const index = read('out/2022/index.html').toString();
    expect(index).toContain(`href="${encodeURI(`自评/${NAME}`)}.html"`);
    expect(index).toContain('项目 6 个：已写 1 个，没有写 5 个。');
    expect(index).toMatch(/<rect class="rate" width="95"/);

    // Alone, and again.
    const alone = await build({ paths: ['projects/2022/自评'] });
    expect(alone.printed).toEqual([]);
    expect(outputs()).toEqual(after);

    // A result with an error keeps its last output; one that is gone takes its output along.
    put(`projects/2022/自评/${NAME}.yaml`, result.replace('完成情况', '完成情祝'));
    const held = await build();
    expect(held.messages.map(({ code }) => code)).toEqual(['build/table-kept', 'build/volume-kept']);
    expect(outputs()[`2022/自评/${NAME}.pdf`]).toBe(after[`2022/自评/${NAME}.pdf`]);
    // Its folder may stay, and then the index says that nothing is written.
    put(`projects/2022/自评/${NAME}.yaml`, null);
    await build();
    expect(Object.keys(outputs())).toEqual(Object.keys(before));
    put('projects/2022/自评', null);
    await build();
    expect(outputs()).toEqual(before);
  });
});

test('of a county that has only offices, and of a result whose goals cannot be read, the last outputs stay', async () => {
  await withWorkplace(async ({ put, read, outputs, build }) => {
    put('projects/2022', null);
    put('projects/2022/booklet.yaml', '标题: 全县\n单位: 样县\n年度: 2022\n');
    put('projects/2022/甲镇/booklet.yaml', '单位: 甲镇\n');
    put('projects/2022/甲镇/样例.yaml', SOUND_TABLE);
    put('projects/2022/甲镇/自评/样例.yaml', SOUND_RESULT);
    await build();
    const before = outputs();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['2022/booklet.pdf', '2022/甲镇/自评/样例.pdf']),
    );
    expect(read('out/2022/甲镇/index.html').toString()).toContain('<a href="../index.html">全年度总览</a>');
    expect(read('out/2022/index.html').toString()).not.toContain('全年度总览');
    put('projects/2022/甲镇/样例.yaml', '项目名称: [\n');
    const { messages } = await build();
    expect(messages.map(({ code, args }) => `${args.path} ${code}`)).toEqual([
      '2022 build/volume-kept',
      '2022/甲镇 build/table-kept',
      '2022/甲镇 build/volume-kept',
      '2022/甲镇/自评 build/table-kept',
      '2022/甲镇/自评 build/volume-kept',
    ]);
    const kept = Object.keys(before).filter((path) => /\.pdf$/.test(path));
    expect(Object.fromEntries(Object.entries(outputs()).filter(([path]) => kept.includes(path)))).toEqual(
      Object.fromEntries(kept.map((path) => [path, before[path]])),
    );
  });
});

test('trace knows the sources of results by their PDFs and marks', async () => {
  await withWorkplace(async ({ folder, put, read, build }) => {
    const result = resultOf(read(`projects/2022/${NAME}.yaml`).toString());
    put(`projects/2022/自评/${NAME}.yaml`, result);
    await build({ paths: ['projects/2022/自评'] });
    const find = async () => {
      const targets = [`out/2022/自评/${NAME}.pdf`, 'out/2022/自评/booklet.pdf'];
      const traced = await trace({ cwd: folder, projects: 'projects', targets });
      return traced.targets.map(({ booklets, tables }) => [
        ...booklets.map(({ currency }) => currency),
        ...tables.map(({ currency, source }) => `${currency} ${source?.file}`),
      ]);
    };
    const file = `projects/2022/自评/${NAME}.yaml`;
    expect(await find()).toEqual([[`current ${file}`], ['current', `current ${file}`]]);
    put(file, result.replace('9.5 万元', '9 万元'));
    expect(await find()).toEqual([[`changed ${file}`], ['changed', `changed ${file}`]]);
    put(file, null);
    expect((await find())[0]).toEqual(['gone undefined']);
  });
});

test('trace finds the revision of a result from what it and its goals said then', async () => {
  await withWorkplace(async ({ folder, put, read, build }) => {
    put('.gitignore', 'out/\n');
    const git = startGit(folder);
    const table = `projects/2022/${NAME}.yaml`;
    const goals = read(table).toString();
    const file = `projects/2022/自评/${NAME}.yaml`;
    put(file, resultOf(goals));
    git.commit('自评', '01-05');
    const later = goals.replace('≤ 6 万元', '≤ 6.5 万元');
    expect(later).not.toBe(goals);
    put(table, later);
    const wanted = git.commit('目标改了，自评没有改', '02-05');
    await build({ paths: ['projects/2022/自评'] });
    put(file, resultOf(goals).replace('9.5 万元', '9 万元'));
    git.commit('自评改了', '03-05');
    put(table, goals);
    git.commit('目标改回去', '04-05');
    const targets = [`out/2022/自评/${NAME}.pdf`];
    const traced = await trace({ cwd: folder, projects: 'projects', targets });
    expect(traced.targets[0]?.tables[0]).toMatchObject({
      currency: 'changed',
      source: { file },
      revision: { commit: wanted, path: file },
    });
  });
});
