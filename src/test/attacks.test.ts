import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../commands/check.ts';
import { checkStaged } from '../commands/check-staged.ts';
import { tidySources } from '../commands/tidy.ts';
import { trace } from '../commands/trace.ts';
import { PROGRAM_ROOT } from '../commands/workshop.ts';
import { toComparisonReport } from '../comparison/comparison-report.ts';
import { formatMarkdown } from '../comparison/write-markdown.ts';
import { groupBy } from '../group-by.ts';
import { toPreview } from '../live/preview.ts';
import { toReport } from '../report.ts';
import { ATTACKS } from './attacks.ts';
import { compileTexts, SOUND_BOOKLET } from './compile-source.ts';
import { withRepository } from './repository.ts';

const MB = 1024 * 1024;

test.each(ATTACKS.map((attack) => [attack.name, attack] as const))(
  '%s: 1 MB is refused, what is read is told in at most 100 lines',
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
        put(`projects/2022/攻击${index}.yaml`, table(250 * 1024, version));
    };
    write(0);
    commit('攻击');
    write(1);
    put('projects/2022/党员干部教育经费.yaml', sound.replace('≤ 30 万元', '≤31万元'));
    const options = { cwd: folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates') };

    const checked = check({ ...options, paths: [], strict: false });
    const { diagnostics } = toReport(checked.diagnostics, checked.texts, checked.projects, 'zh');
    for (const [, own] of groupBy(diagnostics, ({ file }) => file))
      expect(own.length).toBeLessThanOrEqual(100);
    for (const [index] of ATTACKS.entries()) {
      const page = toPreview(checked, new Map(), 'zh').page('2022', `攻击${index}`);
      expect(page?.findings.length).toBeLessThanOrEqual(100);
    }
    const { range, comparison, texts } = await diff();
    expect(formatMarkdown(toComparisonReport(range, comparison, texts, 'zh'), 'zh').length).toBeLessThan(
      65_536,
    );
    expect(comparison.projects.map(({ name }) => name)).toContain('党员干部教育经费');

    git(['add', '--all']);
    expect((await checkStaged({ ...options, paths: [], strict: false }))?.told).toHaveLength(1);
    // All of history is read for a mark that nobody has.
    const traced = await trace({ ...options, targets: ['0123456789'] });
    expect(traced).toMatchObject({ git: 'ready', isCurrent: false });

    const tidied = await tidySources({ ...options, paths: [], check: false });
    expect(tidied.diagnostics.map(({ code }) => code)).not.toContain('tidy/unproven');
    expect(tidied.written).toContain('projects/2022/党员干部教育经费.yaml');
  });
});
