import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openContext } from '../commands/context.ts';
import { importFiles } from '../commands/import.ts';
import { compileYear } from '../compile.ts';
import { toExports } from '../convert/export/outputs.ts';
import type { ExportFormat } from '../form/vocabulary.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readSources } from '../workspace/disk.ts';
import { SOUND_TABLE } from './compile-source.ts';
import { withEditing } from './editing.ts';
import { SOUND_RESULT } from './results.ts';
import type { Workplace } from './workplace.ts';

const OFFICE = '2022/219-棠溪镇';
const FOLDER = `projects/${OFFICE}`;

/** An office with a table and its results; both as documents, and then removed. */
function prepare({ folder, put }: Workplace): void {
  put(`${FOLDER}/booklet.yaml`, '单位: 棠溪镇人民政府\n');
  put(`${FOLDER}/样例.yaml`, SOUND_TABLE);
  put(`${FOLDER}/自评/样例.yaml`, SOUND_RESULT);
  const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
  const [year] = readSources({ cwd: folder, projects: 'projects', paths: [FOLDER] }).years.flatMap(
    (sources) => {
      const compiled = compileYear(sources, context);
      return [compiled, ...compiled.offices].filter(({ path }) => path === OFFICE);
    },
  );
  if (year === undefined) throw new Error('no office');
  const [results] = year.results;
  for (const [name, unit] of [
    ['目标', year],
    ['自评', results],
  ] as const) {
    const documents = unit?.tables.map(({ document }) => document) ?? [];
    if (unit === undefined) throw new Error('no results');
    for (const file of toExports(documents, unit, new Set<ExportFormat>(['docx'])))
      put(`${name}.docx`, Buffer.from(file.write()));
  }
  put(`${FOLDER}/样例.yaml`, null);
  put(`${FOLDER}/自评`, null);
}

test('goals and results are kept in the folder of an office, byte for byte as import writes them', async () => {
  await withEditing(
    async ({ ask, headers, post, read, folder, look }) => {
      cpSync(join(folder, 'projects'), join(folder, '另一份'), { recursive: true });
      await importFiles({
        ...{ cwd: folder, projects: '另一份', year: '2022', into: '219-棠溪镇', env: process.env },
        ...{ files: ['目标.docx', '自评.docx'], force: false, dryRun: false },
      });
      const keep = async (name: string, year: string) => {
        const to = `/-/write/import/${year.split('/').map(encodeURIComponent).join('/')}`;
        const sent = {
          'content-type': 'application/octet-stream',
          'x-jixiaoce-file': encodeURIComponent(name),
        };
        const answer = await ask(to, { ...headers(), ...sent }, readFileSync(join(folder, name)));
        const { id, error, present } = JSON.parse(answer.body);
        expect([error, present]).toEqual([null, [null]]);
        return (await post('keep', { id, tables: [{ index: 0, over: null }] })).said;
      };
      expect(await keep('目标.docx', OFFICE)).toMatchObject({
        tables: [{ at: { year: OFFICE, stem: '样例' } }],
      });
      const at = { year: `${OFFICE}/自评`, stem: '样例' };
      expect(await keep('自评.docx', OFFICE)).toMatchObject({ tables: [{ at }] });
      for (const file of ['样例.yaml', '自评/样例.yaml'])
        expect(read(`${FOLDER}/${file}`).equals(read(`另一份/${OFFICE}/${file}`)), file).toBe(true);
      // Undone, and imported while the results are shown: they belong to the folder of their goals.
      const { edits } = await look('样例', `${OFFICE}/自评`);
      expect(edits?.map(({ stem, canUndo }) => [stem, canUndo])).toEqual([
        ['样例', true],
        ['样例', true],
      ]);
      expect((await post('undo', { id: edits?.[1]?.id })).status).toBe(200);
      expect(existsSync(join(folder, FOLDER, '样例.yaml'))).toBe(false);
      expect(await keep('目标.docx', `${OFFICE}/自评`)).toMatchObject({ tables: [{ at: { year: OFFICE } }] });
    },
    [],
    prepare,
  );
});
