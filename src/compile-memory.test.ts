import { join } from 'node:path';
import { queryObjects } from 'node:v8';
import { expect, test } from 'vitest';
import { Scalar } from 'yaml';
import { openContext } from './commands/context.ts';
import { compileYear, createCompiler } from './compile.ts';
import type { LetGo } from './document/render-unit.ts';
import type { YearSources } from './read/source.ts';
import { PROGRAM_ROOT } from './util/program.ts';
import { readSources } from './workspace/disk.ts';

test('sources that are compiled once are let go one by one, while the compiler and all sources are there', () => {
  const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
  const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
  const counted = (letGo: LetGo | null) => {
    const before = Number(queryObjects(Scalar));
    const compile = createCompiler(context, letGo);
    const compiled = compile(years);
    const left = Number(queryObjects(Scalar)) - before;
    return { left, compile, compiled };
  };
  const once = counted({ drafts: false, also: [] });
  expect(once.left).toBeLessThan(20);
  const again = counted(null);
  expect(again.left).toBeGreaterThan(100);
  // The same, either way; and all of it is still there.
  const said = ({ compile, compiled }: typeof once) => [
    typeof compile,
    compiled.map(({ tables, diagnostics }) => [tables.map(({ document }) => document.body), diagnostics]),
  ];
  expect(said(once)).toEqual(said(again));
});

test('a year that was compiled for a build can still be bound and listed', () => {
  const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
  const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
  const compiled = createCompiler(context, { drafts: false, also: [] })(years);
  const before = compileYear(years[0] as YearSources, context);
  expect(compiled[0]?.bind?.().volume?.tables).toHaveLength(8);
  expect(compiled[0]?.bind?.().body).toBe(before.bind?.().body);
  expect(compiled[0]?.toIndex?.(() => true)).toBe(before.toIndex?.(() => true));
});
