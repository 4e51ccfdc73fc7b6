import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findKeyPlaces } from '../read/explain/places.ts';
import { WORDS } from '../test/forms.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

const { top, row, level1s, level2s, booklet, known } = WORDS;

const places = (name: string) =>
  findKeyPlaces(JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema', `${name}.schema.json`), 'utf8')));
const under = (known: ReturnType<typeof places>, isParent: (parent: string) => boolean) =>
  [...known]
    .filter(([, parents]) => parents.some(isParent))
    .map(([key]) => key)
    .sort();

test('the keys are those of the schemas', () => {
  const table = places('project');
  expect(under(table, (parent) => parent === '')).toEqual([...top].sort());
  expect(under(table, (parent) => parent === '绩效指标')).toEqual([...level1s].sort());
  const isRowKey = (key: string) => row.includes(key);
  expect(under(table, (parent) => level1s.has(parent)).filter((key) => !isRowKey(key))).toEqual(
    [...level2s].sort(),
  );
  expect(under(table, (parent) => level2s.has(parent)).filter(isRowKey)).toEqual([...row].sort());
  expect(under(places('booklet'), (parent) => parent === '')).toEqual([...booklet.keys()].sort());
  expect([...table.keys()].filter((key) => !known.has(key))).toEqual([]);
});
