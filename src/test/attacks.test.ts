import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkStaged } from '../commands/check-staged.ts';
import { compileSources } from '../commands/compile-sources.ts';
import { tidySources } from '../commands/tidy.ts';
import { trace } from '../commands/trace.ts';
import { toComparisonReport } from '../compare/formats/json.ts';
import { formatMarkdown } from '../compare/formats/markdown.ts';
import { toPreview } from '../preview/preview.ts';
import { toReport } from '../report/report.ts';
import { groupBy } from '../util/group-by.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { ATTACKS } from './attacks.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import { withRepository } from './repository.ts';
import { withWorkplace } from './workplace.ts';

const MB = 1024 * 1024;

test.each(ATTACKS.map((attack) => [attack.name, attack] as const))(
  '%s: 1 MB is refused, what is read is reported in at most 100 lines',
  (_, { table, booklet }) => {
    for (const bytes of [MB, 250 * 1024]) {
      const written = { '样例.yaml': table(bytes, 0), 'booklet.yaml': booklet?.(bytes, 0) ?? SOUND_BOOKLET };
      const { year, report } = compileTexts(written);
      expect(year.diagnostics.length).toBeLessThan(20_000);
      for (const [name, text] of Object.entries(written)) {
        const told = report.diagnostics
          .filter(({ file }) => file.endsWith(`/${name}`))
          .map(({ code }) => code);
        if (Buffer.byteLength(text) > 256 * 1024) expect(told).toEqual(['file/too-large']);
        expect(told.length).toBeLessThanOrEqual(100);
      }
    }
  },
);

test('all of them in one year and in its history end no command, and each is answered for itself', async () => {
  await withRepository(async ({ folder, git, put, commit, read, diff }) => {
    const sound = read('projects/2022/党员干部教育经费.yaml').toString();
    const write = (version: number) => {
      for (const [index, { table }] of ATTACKS.entries())
        put(`projects/2022/攻击${index}.yaml`, table(100 * 1024, version));
    };
    write(0);
    commit('攻击');
    write(1);
    put('projects/2022/党员干部教育经费.yaml', sound.replace('≤ 30 万元', '≤31万元'));
    const options = { cwd: folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates') };

    const checked = compileSources({ ...options, paths: [], strict: false });
    const { diagnostics } = toReport(checked.diagnostics, checked.texts, checked.projects, 'zh');
    for (const [, own] of groupBy(diagnostics, ({ file }) => file))
      expect(own.length).toBeLessThanOrEqual(100);
    const preview = toPreview(checked, new Map(), 'zh');
    for (const [index] of ATTACKS.entries()) {
      const page = preview.page('2022', `攻击${index}`);
      expect(page?.findings.length).toBeLessThanOrEqual(100);
    }
    const { range, comparison, texts } = await diff();
    expect(formatMarkdown(toComparisonReport(range, comparison, texts, 'zh'), 'zh').length).toBeLessThan(
      65_536,
    );
    expect(comparison.projects.map(({ name }) => name)).toContain('党员干部教育经费');

    git(['add', '--all']);
    expect((await checkStaged({ ...options, paths: [], strict: false }))?.messages).toHaveLength(1);
    // All of history is read for a mark that nobody has.
    const traced = await trace({ ...options, targets: ['0123456789'] });
    expect(traced).toMatchObject({ git: 'ready', isCurrent: false });

    const tidied = await tidySources({ ...options, paths: [], check: false });
    expect(tidied.diagnostics.map(({ code }) => code)).not.toContain('tidy/unproven');
    expect(tidied.written).toContain('projects/2022/党员干部教育经费.yaml');
  });
});

test('the longest values that are read are printed', async () => {
  await withWorkplace(async ({ put, build, outputs }) => {
    const long = (length: number) => '国'.repeat(length);
    const facts = ['实施单位', '主管部门', '负责人'].map((key) => `${key}: ${long(100)}\n`).join('');
    const table = SOUND_TABLE.replace('样例', long(100))
      .replace('项目编码', `${facts}项目编码`)
      .replace(/绩效目标: .*/, `绩效目标: ${'目标4次，'.repeat(1000)}`)
      .replace('三级指标: 培训次数', `三级指标: ${long(5000)}`)
      .replace('教材和场地', long(5000))
      .replace('结业考核平均分高于上年', 'W'.repeat(5000));
    put('projects/2022', null);
    put(`projects/2022/样例.yaml`, table);
    put(
      'projects/2022/booklet.yaml',
      `标题: ${long(60)}\n单位: ${long(100)}\n年度: 2022\n编制日期: 2022-01-20\n说明: ${long(5000)}\n`,
    );
    const { diagnostics } = await build();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Object.keys(outputs())).toEqual(expect.arrayContaining(['2022/booklet.pdf', '2022/样例.pdf']));
  });
});
