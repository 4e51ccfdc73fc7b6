import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCompiler } from '../compile.ts';
import { toExports } from '../convert/export/outputs.ts';
import { FIRST_FORM } from '../form/form.ts';
import type { ExportFormat } from '../form/vocabulary.ts';
import { SOUND_BOOKLET } from '../test/compile-source.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readSources } from '../workspace/disk.ts';
import { openContext, openExamples } from './context.ts';
import { type ImportOptions, importFiles } from './import.ts';

const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
const examples = openExamples('');
const SICHUAN = '部门预算项目绩效目标表（四川）';
const SICHUAN_RESULTS = '四川省项目支出绩效自评表';

/** Exports what a folder has, and empties it. */
function exportAll({ folder, put }: Workplace): string[] {
  const { years } = readSources({ cwd: folder, projects: 'projects', paths: [] });
  const files = createCompiler(context)(years).flatMap((year) =>
    [year, ...year.results].flatMap((of) => {
      const documents = of.tables.map(({ document }) => document);
      return toExports(documents, of, new Set<ExportFormat>(['xlsx'])).map(({ write }) => write());
    }),
  );
  put('projects/2022', null);
  return files.map((content, index) => {
    put(`${index}.xlsx`, Buffer.from(content));
    return `${index}.xlsx`;
  });
}

/** An example of each form with its goals, as files. */
function putExamples(workplace: Workplace): string[] {
  const { put } = workplace;
  const forms = `表式:\n  目标: ${SICHUAN}\n  自评: ${SICHUAN_RESULTS}\n`;
  put('projects/2022', null);
  put('projects/2022/booklet.yaml', `${SOUND_BOOKLET}${forms}`);
  const goals = examples.get(SICHUAN) ?? '';
  const name = /^项目名称: (.*)$/m.exec(goals)?.[1];
  put(`projects/2022/${name}.yaml`, goals);
  put('projects/2022/乙镇/booklet.yaml', `单位: 乙镇\n指标体系: 2015\n表式:\n  目标: ${FIRST_FORM}\n`);
  put('projects/2022/乙镇/基层党务干部培训经费.yaml', examples.get(FIRST_FORM) ?? '');
  put('projects/2022/乙镇/自评/基层党务干部培训经费.yaml', examples.get(SICHUAN_RESULTS) ?? '');
  return exportAll(workplace);
}

function run({ folder }: Workplace, options: Partial<ImportOptions>) {
  const base = { projects: 'projects', year: '2022', force: true, dryRun: false, env: process.env };
  return importFiles({ ...base, cwd: folder, files: [], ...options });
}

describe('a folder whose form is another one than that of the file', () => {
  test.each([
    ['目标', 0, SICHUAN, FIRST_FORM],
    ['自评', 2, SICHUAN_RESULTS, '自评表'],
  ])(
    '%s: one sentence names both forms and the remedy, instead of each cell',
    async (key, at, likely, form) => {
      await withWorkplace(async (workplace) => {
        const files = putExamples(workplace);
        workplace.put('projects/2022/booklet.yaml', SOUND_BOOKLET);
        const imported = await run(workplace, { files: [files[1] ?? '', files[at] ?? ''] });
        const [table] = imported.files[1]?.tables ?? [];
        const notes = table?.notes ?? [];
        expect(notes.filter(({ code }) => /unused|no-column|twice/.test(code))).toEqual([]);
        const [said, ...more] = notes.filter(({ code }) => code === 'import/other-form');
        expect(more).toEqual([]);
        expect(said?.args).toMatchObject({ key, likely, form });
        expect(Number(said?.args.count)).toBe(said?.before.length);
        // What only does not fit the folder's form is counted in it, not reported row by row.
        expect(notes.filter(({ code }) => /unknown-group|shifted|guess/.test(code))).toEqual([]);
        const remedy = `在 booklet.yaml 的“表式”下写“${key}: ${likely}”`;
        expect(table?.text.match(/^ *# 待核对.*$/gm)?.filter((line) => line.includes(remedy))).toHaveLength(
          1,
        );
      });
    },
  );

  test('with that form in booklet.yaml nothing is left out', async () => {
    await withWorkplace(async (workplace) => {
      const [file = ''] = putExamples(workplace);
      workplace.put('projects/2022/booklet.yaml', `${SOUND_BOOKLET}表式:\n  目标: ${SICHUAN}\n`);
      const { files } = await run(workplace, { files: [file] });
      expect(files[0]?.tables[0]?.notes).toEqual([]);
    });
  });
});

test('an empty folder takes the forms of what comes first, and its booklet.yaml names them', async () => {
  await withWorkplace(async (workplace) => {
    const [sichuan = '', first = '', results = ''] = putExamples(workplace);
    const { files } = await run(workplace, { files: [results, sichuan, first] });
    expect(files.map(({ tables }) => tables.map(({ form }) => form.name))).toEqual([
      [SICHUAN_RESULTS],
      [SICHUAN],
      [SICHUAN],
    ]);
    expect(workplace.read('projects/2022/booklet.yaml').toString()).toContain(
      `表式:\n  自评: ${SICHUAN_RESULTS}\n  目标: ${SICHUAN}\n`,
    );
    expect(files[2]?.tables[0]?.notes.map(({ code }) => code)).toContain('import/other-form');
  });
});
