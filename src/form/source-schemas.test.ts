import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateSourceSchemas } from '../../scripts/types.ts';

test('the committed schemas are those that the forms give', async () => {
  const schemas = generateSourceSchemas();
  expect([...schemas.keys()]).toContain('project.schema.json');
  for (const [file, text] of schemas) {
    const committed = await readFile(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
    // Git may hand the file out with CRLF on Windows.
    expect(committed.replaceAll('\r\n', '\n'), file).toBe(text);
  }
});
