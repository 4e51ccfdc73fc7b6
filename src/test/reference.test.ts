import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateReference } from '../../scripts/reference.ts';
import { findKeysWithoutNote } from '../../scripts/reference-keys.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

test.each([...generateReference()])('%s is what the definitions give', (file, text) => {
  const committed = readFileSync(join(PROGRAM_ROOT, file), 'utf8').replaceAll('\r\n', '\n');
  expect(committed, 'npm run reference writes it').toBe(text);
});

test('every key of the sources is explained in English, too', () => {
  expect(findKeysWithoutNote(), 'src/messages/keys.ts').toEqual([]);
});
