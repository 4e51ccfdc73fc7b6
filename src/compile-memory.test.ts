import { join } from 'node:path';
import { queryObjects } from 'node:v8';
import { expect, test } from 'vitest';
import { Scalar } from 'yaml';
import { openContext } from './commands/context.ts';
import { compileYear } from './compile.ts';
import { PROGRAM_ROOT } from './util/program.ts';
import { readSources } from './workspace/disk.ts';

test('a compiled year lets go of its parsed sources, and can still be bound and listed', async () => {
  const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
  const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
  const before = Number(queryObjects(Scalar));
  const compiled = years.map((sources) => compileYear(sources, context));
  await new Promise(setImmediate);
  // A value of each of the eight tables would be eight; booklet.yaml has some.
  expect(Number(queryObjects(Scalar)) - before).toBeLessThan(20);
  expect(compiled[0]?.bind?.().volume?.tables).toHaveLength(8);
  expect(compiled[0]?.toIndex?.(() => true)).toContain('党员志愿服务工作经费');
});
