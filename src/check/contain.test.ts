import { expect, test } from 'vitest';
import { openContext } from '../commands/context.ts';
import { compileYear } from '../compile.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

test('what a stage throws at one file is an error of that file; the other tables are made', () => {
  const context = openContext(`${PROGRAM_ROOT}/templates`, false);
  const has = (codePoint: number) => {
    if (codePoint === '坏'.codePointAt(0)) throw new TypeError('no such thing');
    return true;
  };
  const source = (stem: string, text: string) => ({ file: `projects/2022/${stem}.yaml`, stem, text });
  const { diagnostics, tables } = compileYear(
    {
      year: '2022',
      path: '2022',
      folder: 'projects/2022',
      booklet: source('booklet', SOUND_BOOKLET),
      tables: [
        source('样例', SOUND_TABLE),
        source(
          '坏',
          SOUND_TABLE.replace('项目名称: 样例', '项目名称: 坏').replace('04296102284', '04296102285'),
        ),
      ],
      results: [],
      diagnostics: [],
    },
    { ...context, coverage: { ...context.coverage, has } },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([
    {
      code: 'file/failed',
      at: { file: 'projects/2022/坏.yaml' },
      args: { reason: expect.stringMatching(/^TypeError: no such thing at .*contain\.test\.ts/) },
    },
  ]);
  expect(tables.map(({ table }) => table.stem)).toEqual(['样例']);
});
