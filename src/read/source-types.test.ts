import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateSourceSchemas, generateSourceTypes, SOURCE_TYPES } from '../../scripts/types.ts';

test('the committed types are those that the schemas give', async () => {
  const committed = await readFile(SOURCE_TYPES, 'utf8');
  // Git may hand the file out with CRLF on Windows.
  expect(committed.replaceAll('\r\n', '\n')).toBe(await generateSourceTypes());
});

test('the committed schemas are those that the forms give', async () => {
  const schemas = generateSourceSchemas();
  expect([...schemas.keys()]).toContain('project.schema.json');
  for (const [file, text] of schemas) {
    const committed = await readFile(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
    expect(committed.replaceAll('\r\n', '\n'), file).toBe(text);
  }
});
