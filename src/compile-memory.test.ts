import { join } from 'node:path';
import { queryObjects } from 'node:v8';
import { expect, test } from 'vitest';
import { Scalar } from 'yaml';
import { openContext } from './commands/context.ts';
import { compileYear, createCompiler } from './compile.ts';
import { memoize, unmemoized } from './util/memoize.ts';
import { PROGRAM_ROOT } from './util/program.ts';
import { readSources } from './workspace/disk.ts';

test('sources that are compiled once are let go one by one, while the compiler and all sources are there', () => {
  const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
  const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
  const counted = (remember: typeof memoize) => {
    const before = Number(queryObjects(Scalar));
    const compile = createCompiler(context, remember);
    const compiled = compile(years);
    const left = Number(queryObjects(Scalar)) - before;
    return { left, compile, compiled };
  };
  const once = counted(unmemoized);
  expect(once.left).toBeLessThan(20);
  const again = counted(memoize);
  expect(again.left).toBeGreaterThan(100);
  // The same, either way; and all of it is still there.
  const said = ({ compile, compiled }: typeof once) => [
    typeof compile,
    compiled.map(({ tables, diagnostics }) => [tables.map(({ document }) => document.body), diagnostics]),
  ];
  expect(said(once)).toEqual(said(again));
});

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
