import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findKeyPlaces } from '../read/explain/places.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { BOOKLET_KEYS, KNOWN_KEYS, LEVEL1_KEYS, LEVEL2_KEYS, ROW_KEYS, TOP_KEYS } from './keys.ts';

const places = (name: string) =>
  findKeyPlaces(JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema', `${name}.schema.json`), 'utf8')));
const under = (known: ReturnType<typeof places>, isParent: (parent: string) => boolean) =>
  [...known]
    .filter(([, parents]) => parents.some(isParent))
    .map(([key]) => key)
    .sort();

test('the keys are those of the schemas', () => {
  const project = places('project');
  expect(under(project, (parent) => parent === '')).toEqual([...TOP_KEYS].sort());
  expect(under(project, (parent) => parent === '绩效指标')).toEqual([...LEVEL1_KEYS].sort());
  const isRowKey = (key: string) => ROW_KEYS.includes(key);
  expect(under(project, (parent) => LEVEL1_KEYS.has(parent)).filter((key) => !isRowKey(key))).toEqual(
    [...LEVEL2_KEYS].sort(),
  );
  expect(under(project, (parent) => LEVEL2_KEYS.has(parent)).filter(isRowKey)).toEqual([...ROW_KEYS].sort());
  expect(under(places('booklet'), (parent) => parent === '')).toEqual([...BOOKLET_KEYS].sort());
  expect([...project.keys()].filter((key) => !KNOWN_KEYS.has(key))).toEqual([]);
});
