import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateSourceTypes, SOURCE_TYPES } from '../../scripts/types.ts';

test('the committed types are those that the schemas give', async () => {
  const committed = await readFile(SOURCE_TYPES, 'utf8');
  // Git may hand the file out with CRLF on Windows.
  expect(committed.replaceAll('\r\n', '\n')).toBe(await generateSourceTypes());
});
