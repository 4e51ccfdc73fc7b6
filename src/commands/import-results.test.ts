import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileYear } from '../compile.ts';
import { toExports } from '../convert/export/outputs.ts';
import type { ExportFormat } from '../form/vocabulary.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { SOUND_MONITORING, SOUND_RESULT } from '../test/results.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readSources } from '../workspace/disk.ts';
import { openContext } from './context.ts';
import { importFiles } from './import.ts';

const context = openContext(join(PROGRAM_ROOT, 'templates'), false);

/** A year with one table and its results, and the workbook of these. */
async function withResults(
  path: string,
  text: string,
  use: (workplace: Workplace, bytes: Uint8Array) => Promise<void>,
) {
  await withWorkplace(async (workplace) => {
    workplace.put('projects/2022', null);
    workplace.put('projects/2022/booklet.yaml', SOUND_BOOKLET);
    workplace.put('projects/2022/样例.yaml', SOUND_TABLE);
    workplace.put(path, text);
    const { years } = readSources({ cwd: workplace.folder, projects: 'projects', paths: [] });
    const [year] = years.map((sources) => compileYear(sources, context));
    if (year === undefined) throw new Error('no year');
    const [file] = year.results.flatMap((folder) => {
      const documents = folder.projects.map(({ document }) => document);
      return toExports(documents, folder, new Set<ExportFormat>(['xlsx']));
    });
    await use(workplace, Buffer.from(file?.write() ?? ''));
  });
}

test.each([
  ['自评', 'projects/2022/自评/样例.yaml', SOUND_RESULT],
  ['监控', 'projects/2022/监控/7月/样例.yaml', SOUND_MONITORING],
])('%s that was exported comes back into its folder', async (_, path, text) => {
  await withResults(path, text, async (workplace, bytes) => {
    workplace.put('结果.xlsx', bytes);
    const { files } = await importFiles({
      ...{ cwd: workplace.folder, projects: 'projects', files: ['结果.xlsx'], env: process.env },
      ...{ force: true, dryRun: false },
    });
    expect(files[0]?.tables.map((table) => table.path)).toEqual([path]);
    // Amounts are printed with the same number of decimals.
    const said = (source: string) =>
      parse(source.replace(/^ *#.*$/gm, '').replaceAll('.00 万元', ' 万元'), { schema: 'failsafe' });
    const before = said(text);
    const after = said(workplace.read(path).toString());
    for (const [key, value] of Object.entries(before)) if (key !== '指标') expect(after[key]).toEqual(value);
    for (const [name, row] of Object.entries<string | Record<string, string>>(before['指标'])) {
      const own = typeof row === 'string' ? { 实际: row } : row;
      // How far words are fulfilled has no column.
      const { 程度: _, ...printed } = own;
      expect(after['指标'][name]).toMatchObject(printed);
    }
  });
});
