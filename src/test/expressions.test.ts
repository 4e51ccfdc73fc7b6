import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';

const lint = (...files: string[]) =>
  promisify(execFile)(
    process.execPath,
    ['--import', import.meta.resolve('tsx/esm'), join(PROGRAM_ROOT, 'scripts/lint-regexp.ts'), ...files],
    { cwd: PROGRAM_ROOT },
  );

test('no regular expression of the program takes longer than its text', async () => {
  const { stderr } = await lint();
  // Those that are put together, such as the dates, are among them.
  expect(Number(/^(\d+) expressions, 0 super-linear$/m.exec(stderr)?.[1])).toBeGreaterThan(300);
});

test('one that does is named with its place and a character that shows it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiaoce-'));
  try {
    const file = join(folder, 'slow.ts');
    writeFileSync(file, 'export const name: RegExp = /\\d/;\nexport const mark = /[。，]+$/u;\n');
    await expect(lint(file)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /slow\.ts:2 \/\[。，\]\+\$\/u\n.*"。" is repeated\n2 expressions, 1 super-linear/,
      ),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
