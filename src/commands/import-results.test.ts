import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CompiledYear, compileYear } from '../compile.ts';
import { toExports } from '../convert/export/outputs.ts';
import type { ExportFormat } from '../form/vocabulary.ts';
import { FORM_KEYS } from '../form/words.ts';
import { digestOf } from '../read/content-hash.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { SOUND_MONITORING, SOUND_RESULT } from '../test/results.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readSources } from '../workspace/disk.ts';
import { openContext, openExamples } from './context.ts';
import { type ImportOptions, importFiles } from './import.ts';

const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
const examples = openExamples('');

function compile({ folder }: Workplace): CompiledYear {
  const { years } = readSources({ cwd: folder, projects: 'projects', paths: [] });
  const [year] = years.map((sources) => compileYear(sources, context));
  if (year === undefined) throw new Error('no year');
  return year;
}

/** A year with one table, its results in `path` as a file of each format beside it, and what these are. */
async function withResults(
  { booklet, goals, path, text }: { booklet: string; goals: string; path: string; text: string },
  use: (workplace: Workplace, before: CompiledYear) => Promise<void>,
) {
  await withWorkplace(async (workplace) => {
    workplace.put('projects/2022', null);
    workplace.put('projects/2022/booklet.yaml', booklet);
    const name = /^项目名称: (.*)$/m.exec(goals)?.[1] ?? '';
    workplace.put(`projects/2022/${name}.yaml`, goals);
    workplace.put(`projects/2022/${path}/${name}.yaml`, text);
    const before = compile(workplace);
    for (const folder of before.results) {
      const documents = folder.tables.map(({ document }) => document);
      for (const file of toExports(documents, folder, new Set<ExportFormat>(['xlsx', 'docx'])))
        workplace.put(`结果.${file.format}`, Buffer.from(file.write()));
    }
    await use(workplace, before);
  });
}

function run({ folder }: Workplace, options: Partial<ImportOptions>) {
  const base = { projects: 'projects', force: true, dryRun: false, env: process.env };
  return importFiles({ ...base, cwd: folder, files: [], ...options });
}

const resultsOf = ({ results }: CompiledYear) =>
  results.flatMap(({ tables, drafts }) => [...tables, ...drafts].map(({ table }) => digestOf(table)));

/** What only sums up a table: its points are computed. */
const USUAL = ['import/scores-left', 'import/degree'];

const forms = context.forms.results();

describe.each(forms.names)('%s', (name) => {
  const form = forms.find(name)?.form;
  const path = form?.kind === 'monitoring' ? '监控/7月' : '自评';
  const booklet = `${SOUND_BOOKLET}表式:\n  ${FORM_KEYS[form?.kind ?? 'evaluation']}: ${name}\n`;
  const sources = { booklet, path, goals: examples.get('预算项目绩效目标表') ?? '' };

  test.each(['xlsx', 'docx'])('its example comes back from .%s', async (format) => {
    await withResults({ ...sources, text: examples.get(name) ?? '' }, async (workplace, before) => {
      const { files } = await run(workplace, { files: [`结果.${format}`] });
      const [table] = files.flatMap((file) => file.tables);
      expect(table?.folder).toBe(path);
      expect(table?.notes.filter(({ code }) => !USUAL.includes(code))).toEqual([]);
      const after = compile(workplace);
      expect(resultsOf(after)).toEqual(resultsOf(before));
      expect(resultsOf(after)).toHaveLength(1);
    });
  });
});

test('points that an author gave against the rule stay his', async () => {
  const text = SOUND_RESULT.replace(
    '培训次数: 4 次',
    '培训次数: { 实际: 4 次, 得分: "9", 原因: 一期缺课多。 }',
  );
  const sources = { booklet: SOUND_BOOKLET, goals: SOUND_TABLE, path: '自评', text };
  await withResults(sources, async (workplace, before) => {
    await run(workplace, { files: ['结果.docx'] });
    const draft = workplace.read('projects/2022/自评/样例.yaml').toString();
    expect(draft).toContain('    实际: 4 次\n    得分: 9.00\n    原因: 一期缺课多。\n');
    expect(resultsOf(compile(workplace))).toEqual(resultsOf(before));
  });
});

describe('the targets of an imported table', () => {
  const sources = { booklet: SOUND_BOOKLET, goals: SOUND_TABLE, path: '自评', text: SOUND_RESULT };
  const messages = async (workplace: Workplace) => {
    const { files } = await run(workplace, { files: ['结果.xlsx'] });
    const notes = files.flatMap(({ tables }) => tables.flatMap((table) => table.notes));
    return notes.filter(({ code }) => !USUAL.includes(code)).map(({ code, args }) => ({ code, ...args }));
  };

  test.each([
    ['another number', '≥ 4 次', '≥ 5 次', [{ written: '≥4次', goal: '≥ 5 次' }]],
    [
      'another sign',
      '≥ 95 %',
      '= 95 %',
      [
        { written: '≥95%', goal: '= 95 %' },
        { written: '≥95%', goal: '= 95 %' },
      ],
    ],
    ['other words', '定性: 有所提升', '定性: 明显提升', [{ written: '有所提升', goal: '明显提升' }]],
    ['another unit for the same', '≤ 30 万元', '≤ 300000 元', []],
    ['another spelling of the same', '2022年1月至12月', '2022 年 1 月至 12 月', []],
  ])('%s', async (_, written, changed, differences) => {
    await withResults(sources, async (workplace) => {
      workplace.put('projects/2022/样例.yaml', SOUND_TABLE.replaceAll(written, changed));
      const expected = differences.map((one) => ({ code: 'import/target-differs', ...one }));
      expect(await messages(workplace)).toEqual(expected);
    });
  });

  test('a comment above the row has both', async () => {
    await withResults(sources, async (workplace) => {
      workplace.put('projects/2022/样例.yaml', SOUND_TABLE.replace('≥ 4 次', '≥ 5 次'));
      await messages(workplace);
      expect(workplace.read('projects/2022/自评/样例.yaml').toString()).toMatch(
        / {2}# 待核对 疑：工作表“样例”第 \d+ 行的目标值，这里是“≥4次”，目标表里是“≥ 5 次”\n {2}培训次数: 4 次\n/,
      );
    });
  });

  test('a row that the goals call otherwise is named, and compared all the same', async () => {
    await withResults(sources, async (workplace) => {
      const goals = SOUND_TABLE.replace('培训次数', '培训的次数').replace('≥ 4 次', '≥ 5 次');
      workplace.put('projects/2022/样例.yaml', goals);
      expect(await messages(workplace)).toEqual([
        { code: 'import/no-goal-row#nearest', name: '培训次数', nearest: '培训的次数' },
        { code: 'import/target-differs', written: '≥4次', goal: '≥ 5 次' },
      ]);
    });
  });

  test('a row that the goals have not is named', async () => {
    await withResults(sources, async (workplace) => {
      workplace.put('projects/2022/样例.yaml', SOUND_TABLE.replace(/ {4}质量指标:\n.*\n.*\n/, ''));
      expect(await messages(workplace)).toEqual([
        { code: 'import/no-goal-row', name: '培训合格率', nearest: '' },
      ]);
    });
  });

  test('a fact that the goals have otherwise is doubted', async () => {
    await withResults(sources, async (workplace) => {
      workplace.put('projects/2022/样例.yaml', SOUND_TABLE.replace('培训600人', '培训800人'));
      expect(await messages(workplace)).toMatchObject([{ code: 'import/fact-differs' }]);
    });
  });

  test('what only the results say is kept, a source of funds without a place is doubted, a dash says nothing', async () => {
    await withResults(sources, async (workplace) => {
      const lines = `项目支出绩效自评表
项目名称|样例
主管部门|某局
项目资金（万元）||年初预算数|全年预算数|全年执行数
|年度资金总额|30|30|28.5
|单位资金|1|2|3
一级指标|二级指标|三级指标|年度指标值|实际完成值|偏差原因分析及改进措施
产出指标|数量指标|培训次数|≥4次|-|—`;
      workplace.put('结果.txt', lines.replaceAll('|', '\t'));
      const [file] = (await run(workplace, { files: ['结果.txt'] })).files;
      const [table] = file?.tables ?? [];
      expect(table?.text).toContain('主管部门: 某局\n');
      expect(table?.text).toContain('  培训次数: 待填\n');
      expect(table?.notes.map(({ code, before }) => [code, before])).toEqual([
        ['import/unused', ['单位资金', '1', '2', '3']],
      ]);
    });
  });

  test('without goals it is said that there are none', async () => {
    await withResults(sources, async (workplace) => {
      workplace.put('projects/2022/样例.yaml', null);
      expect(await messages(workplace)).toEqual([{ code: 'import/no-goal', stem: '样例' }]);
    });
  });
});

test('goals and results of one folder are imported together, in any order', async () => {
  const sources = { booklet: SOUND_BOOKLET, goals: SOUND_TABLE, path: '监控/7月', text: SOUND_MONITORING };
  await withResults(sources, async (workplace, before) => {
    const documents = before.tables.map(({ document }) => document);
    for (const file of toExports(documents, before, new Set<ExportFormat>(['xlsx'])))
      workplace.put('目标.xlsx', Buffer.from(file.write()));
    workplace.put('projects/2022', null);
    const { files } = await run(workplace, { year: '2022', files: ['结果.docx', '目标.xlsx'] });
    expect(files.flatMap(({ tables }) => tables.map(({ path }) => path))).toEqual([
      'projects/2022/监控/7月/样例.yaml',
      'projects/2022/样例.yaml',
    ]);
    expect(files.flatMap(({ tables }) => tables.flatMap(({ notes }) => notes))).toEqual([]);
  });
});
