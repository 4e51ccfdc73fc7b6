import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../commands/workshop.ts';
import { GUIDE } from './guide.ts';
import { CHECKS } from './table.ts';

const codes = CHECKS.flatMap((check) => Object.keys(check.codes));

test('every check has its line in the guide, and every line its check', () => {
  expect(Object.keys(GUIDE).sort()).toEqual([...codes].sort());
  expect(new Set(codes).size).toBe(codes.length);
});

test('every check is named in a test', () => {
  const folder = join(PROGRAM_ROOT, 'src');
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('guide.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  expect(codes.filter((code) => !tests.includes(code))).toEqual([]);
});
